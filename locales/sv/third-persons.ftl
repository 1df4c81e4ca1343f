### What texts say about others than the child.

third-persons-title = Det som rör någon annan
third-persons-lead = Samtycket gäller barnet. Det som en text säger om en förälder, ett syskon eller någon annan kräver den personens eget ja.
third-persons-how-to-mark = Skriv [[ och ]] runt sådant när du skriver. Då läser bara den som skrev det och ni som leder arbetet. I kopior, kallelser och på andras sidor finns det inte.
third-persons-waiting = Lämnas inte vidare
third-persons-waiting-means = Har personen sagt ja till att just de här orden lämnas vidare? Skriv det här. Ändras orden gäller ja:et inte längre.
third-persons-none = Inget sådant är markerat.
third-persons-which = Vilka ord gäller det?
third-persons-how = Hur sade personen ja?
third-persons-how-hint = Skriv vem, när och hur, till exempel på papper eller i telefon.
third-persons-submit = Spara att personen har sagt ja
third-persons-done = Det är sparat
third-persons-happened = Just de orden följer nu med i nya kopior.
third-persons-unclear = Hakparenteserna går inte ihop
third-persons-unclear-means = Farled vet inte var markeringen börjar eller slutar. Därför döljs mer än du kanske tänkt. Skriv om texten.
third-persons-agreed = Personen har sagt ja
third-person-about = Om någon annan:
third-person-unclear = Oklar markering:
