### Why something on the way through Samba was turned down.

refused-samba-already-there-what = Sambasamordnaren har redan kontaktats
refused-samba-already-there-why = En process har ett Sambaärende åt gången. Följ det som finns.

refused-samba-no-such-case-what = Det ärendet finns inte
refused-samba-no-such-case-why = Ingen har kontaktat Sambasamordnaren i den här processen.

refused-samba-case-ended-what = Sambaärendet är avslutat
refused-samba-case-ended-why = Ett nytt ärende börjar med en ny kontakt.

refused-samba-protected-what = Den som har skyddade personuppgifter tas inte upp med namn
refused-samba-protected-why = I organen sitter många. Bara de som är utsedda får veta. Frågan kan beskrivas utan namn.

refused-samba-lots-not-tried-what = Lots är inte prövad än
refused-samba-lots-not-tried-why = Samba tar vid när ni har försökt göra en plan i Lots. Råd kan samordnaren alltid ge.

refused-samba-not-assessed-what = Kontakten är inte bedömd än
refused-samba-not-assessed-why = Först sorteras kontakten, sedan besvaras de tre frågorna.

refused-samba-routine-not-chosen-what = Det är inte bestämt att den kompletterande rutinen gäller
refused-samba-routine-not-chosen-why = Bestäm det och skriv varför, innan en beskrivning beställs.

refused-samba-shortfall-missing-what = Det står inte varför Lots inte räckte
refused-samba-shortfall-missing-why = Välj minst ett skäl.

refused-samba-questions-missing-what = Det finns ingen fråga att besvara
refused-samba-questions-missing-why = Ett organ svarar på de frågor som ställs. Skriv minst en.

refused-samba-too-many-questions-what = Det är fler än fem frågor
refused-samba-too-many-questions-why = Fem frågor är det mesta som ett möte hinner svara på. De som redan är ställda tas aldrig bort.

refused-samba-caseworker-only-what = Det här gör handläggaren själv
refused-samba-caseworker-only-why = Den som samordnaren har bett beskriver ärendet och hämtar samtycket. Samordnaren gör det aldrig.

refused-samba-not-among-those-what = Den personen kan inte vara handläggare i ärendet
refused-samba-not-among-those-why = Handläggaren deltar i processen för en verksamhet som samtycket gäller, och är inte samordnaren.

refused-samba-description-missing-what = Beskrivningen är inte skriven
refused-samba-description-missing-why = Handläggaren skriver den först.

refused-samba-description-not-ordered-what = Samordnaren har inte bett om någon beskrivning
refused-samba-description-not-ordered-why = Först bedömer samordnaren kontakten.

refused-samba-no-such-body-what = Det organet finns inte här
refused-samba-no-such-body-why = Välj ett av dem som finns i avtalet.

refused-samba-no-body-named-what = Inget organ är valt
refused-samba-no-body-named-why = Samtycket säger vart ärendet får gå: till Samarbetsrådet, till Samba eller till båda.

refused-samba-no-party-named-what = Ingen part är vald
refused-samba-no-party-named-why = Samtycket säger vilka parter som får veta.

refused-samba-party-not-in-body-what = Den parten har ingen plats i organet
refused-samba-party-not-in-body-why = Välj bland dem som sitter där.

refused-samba-consent-refused-what = Någon har sagt nej
refused-samba-consent-refused-why = Då tas ärendet inte upp med namn. Frågan kan beskrivas utan namn, eller så skrivs ett nytt samtycke.

refused-samba-body-not-consented-what = Inget samtycke gäller för det organet den dagen
refused-samba-body-not-consented-why = Samtycket för Lots räcker inte, och ett för rådet gäller inte Samba. Handläggaren kan fråga familjen om ett nytt.

refused-samba-party-not-consented-what = Samtycket gäller inte den parten
refused-samba-party-not-consented-why = Den som samtycket inte nämner får inte veta något om barnet.

refused-samba-not-lifted-what = Det är inte det organets tur
refused-samba-not-lifted-why = Ärendet går först till rådet. Till Samba går det när rådet har lyft det dit.

refused-samba-minutes-missing-what = Rådets anteckningar är inte klara
refused-samba-minutes-missing-why = De är grunden för det som Samba tar upp.

refused-samba-already-scheduled-what = Ärendet står redan på en dagordning
refused-samba-already-scheduled-why = Vänta på mötet, eller ta bort ärendet därifrån.

refused-samba-not-scheduled-what = Ärendet står inte på den dagordningen
refused-samba-not-scheduled-why = Samtycket kan ha tagits tillbaka, eller så har ärendet flyttats.

refused-samba-already-treated-what = Ärendet är redan behandlat på det mötet
refused-samba-already-treated-why = Det som står ändras bara med en rättelse.

refused-samba-not-treated-what = Ärendet är inte behandlat än
refused-samba-not-treated-why = Anteckna först vad organet kom fram till.

refused-samba-outcome-not-for-body-what = Det organet kan inte komma fram till det
refused-samba-outcome-not-for-body-why = Kostnader fördelas bara i Samba, och bara rådet lyfter vidare.

refused-samba-nobody-present-what = Ingen som får veta är med
refused-samba-nobody-present-why = Minst en part som samtycket nämner behöver vara med.

refused-samba-nobody-owes-answer-what = Det står inte vem som ska svara
refused-samba-nobody-owes-answer-why = När organet tänker själv ska en person svara, till en viss dag.

refused-samba-no-such-question-what = Frågan finns inte, eller är redan besvarad
refused-samba-no-such-question-why = Läs sidan igen. Den visar vilka frågor som är öppna.

refused-samba-question-unanswered-what = En fråga har inget svar
refused-samba-question-unanswered-why = Varje fråga får ett svar, ett skäl till att den inte kan besvaras, eller lyfts vidare. Ingen fråga får försvinna.

refused-samba-nothing-lifted-what = Frågorna och det organet kom fram till stämmer inte
refused-samba-nothing-lifted-why = Lyfts ärendet vidare ska minst en fråga lyftas. Annars lyfts ingen.

refused-samba-not-reflecting-what = Inget svar väntas
refused-samba-not-reflecting-why = Organet har redan svarat.

refused-samba-minutes-final-what = Anteckningarna är klara
refused-samba-minutes-final-why = De ändras bara med en rättelse som säger varför.

refused-samba-minutes-not-final-what = Anteckningarna är inte klara än
refused-samba-minutes-not-final-why = Så länge de inte är klara behövs ingen rättelse.

refused-samba-no-agreement-reached-what = Organet har inte kommit överens
refused-samba-no-agreement-reached-why = En överenskommelse skrivs när organet har kommit fram till en.

refused-samba-no-such-agreement-what = Den överenskommelsen finns inte
refused-samba-no-such-agreement-why = Läs sidan igen.

refused-samba-too-few-parties-what = En överenskommelse binder minst två parter
refused-samba-too-few-parties-why = Välj vilka som delar ansvaret, var och en en gång.

refused-samba-early-end-missing-what = Det står inte vad som kan avsluta den i förtid
refused-samba-early-end-missing-why = Välj minst ett villkor. En uppsägning har ett antal dagar, och annat beskrivs med ord.

refused-samba-period-does-not-fit-what = Dagarna passar inte ihop
refused-samba-period-does-not-fit-why = Sista dagen ligger efter den första, och den är inte förbi.

refused-samba-follow-up-missing-what = Uppföljningen ligger inte inom tiden
refused-samba-follow-up-missing-why = Bestäm en dag mellan den första och den sista.

refused-samba-costs-not-here-what = Kostnader fördelas inte här
refused-samba-costs-not-here-why = Det gör Samba, när Samba har kommit fram till det.

refused-samba-costs-missing-what = Det står inga kostnader
refused-samba-costs-missing-why = Samba har kommit fram till att dela kostnader. Skriv vilka.

refused-samba-split-what = Delarna är inte hela kostnaden
refused-samba-split-why = Andelarna ska bli precis 100,00 procent, och beloppen precis hela summan. Varje part står en gång, och taket är inte lägre än beloppet.

refused-samba-cost-of-others-what = En kostnad nämner någon som inte är med
refused-samba-cost-of-others-why = Bara de som överenskommelsen binder betalar och fakturerar.

refused-samba-not-bound-what = Din part är inte bunden av den
refused-samba-not-bound-why = Var och en skriver under för sin egen part, i sitt eget organ.

refused-samba-no-mandate-what = Ditt mandat räcker inte
refused-samba-no-mandate-why = Kostnader skrivs under av den som har ekonomiskt mandat.

refused-samba-not-a-draft-what = Den kan inte skrivas under nu
refused-samba-not-a-draft-why = Det finns en nyare, eller så gäller den redan.

refused-samba-not-in-force-what = Den gäller inte
refused-samba-not-in-force-why = Bara det som gäller kan avslutas i förtid.

refused-samba-not-an-early-end-what = Det villkoret står inte i den
refused-samba-not-an-early-end-why = Den avslutas i förtid bara av det som står där.

refused-samba-not-concluded-what = Inget organ är klart med ärendet
refused-samba-not-concluded-why = Svaret går tillbaka när det finns.

refused-samba-agreement-not-in-force-what = Överenskommelsen gäller inte än
refused-samba-agreement-not-in-force-why = Alla som den binder ska ha skrivit under.

refused-samba-not-returned-what = Svaret har inte gått tillbaka
refused-samba-not-returned-why = Först går det till Lots eller till ett tjänstemannamöte, sedan följs det upp.

refused-samba-own-powers-only-what = Det behövs ett skäl, och beslutet ska ligga inom er egen makt
refused-samba-own-powers-only-why = Bara då får tjänstemän besluta utan att familjen är med. Familjen får veta efteråt.

refused-samba-family-not-told-what = Någon i familjen har inte fått veta
refused-samba-family-not-told-why = När tjänstemän har beslutat själva ska alla i familjen få veta det. Barnet får det med egna ord.

refused-samba-not-followed-up-what = Det är inte uppföljt
refused-samba-not-followed-up-why = Anteckna uppföljningen först.

refused-samba-agreement-in-force-what = En överenskommelse gäller fortfarande
refused-samba-agreement-in-force-why = Ärendet avslutas när den är slut.

refused-samba-cannot-end-so-what = Ärendet kan inte sluta så
refused-samba-cannot-end-so-why = Välj det slut som stämmer med vad som har hänt.

way-samba = Gå till Sambaärendet.
way-without-name = Beskriv frågan utan namn.
way-here-again = Rätta det som är fel och skicka igen.
