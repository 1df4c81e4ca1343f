### The plan: needs, goals, contributions, questions, versions and copies.

plan-only-lots-plan = Socialtjänsten eller regionen är inte med i samtycket. Då är det här en lotsplan och inte en plan enligt SoL 10:8.
plan-kind-sip = samordnad individuell plan
plan-kind-lots-plan = lotsplan
plan-status = { $kind }, { $status }
plan-status-draft = utkast
plan-no-meeting = mellan möten
plan-lead = Övergripande ansvar
plan-lead-none = Det är inte bestämt än. Lagen kräver att planen säger om det är kommunen eller regionen.
plan-needs = Behov
plan-needs-none = Inga behov är skrivna än. Börja med familjens bild.
plan-goals = Mål
plan-goals-none = Inga mål är skrivna än.
plan-goal-for = för behovet { $need }
plan-lines = Vad var och en bidrar med
plan-lines-none = Ingen har skrivit än. Var och en skriver bara om det egna.
plan-line-for = För målet: { $goal }
plan-line-outside = Utanför samordningen
plan-line-unconfirmed = Inte bekräftad än
plan-line-instead = I stället: { $instead }
plan-open-ends = Det här har ingen rad än
plan-open-ends-lead = Det säger inget om vem som borde. Vill någon bidra, så skriver den en egen rad.
plan-unmet = Behovet: { $need }
plan-unowned = Målet: { $goal }
plan-questions = Frågor
plan-questions-none = Inga frågor är ställda.
plan-question-by = Frågat av: { $who }.
plan-question-to = Rör: { $units }.
plan-question-waits = Frågan tas när den som frågan rör är med.
plan-question-answer = { $unit } svarar:

lead-municipality = Kommunen
lead-region = Regionen
lead-through = { $principal }, genom { $unit }

need-view-family = Familjens bild
need-view-professional = De professionellas bild
need-answered = Har bidrag
need-unanswered = Inga bidrag än

horizon-short = Kort sikt
horizon-long = Lång sikt

question-by-family = familjen

line-when = Från { $start } till { $end }.
line-when-often = Från { $start } till { $end }, { $often }.
line-rating = { $person } tycker: { $effect } av 5.
line-kind-assessment = Bedömning
line-kind-intervention = Insats
line-kind-adaptation = Anpassning
line-kind-information = Information
line-kind-support-to-guardian = Stöd till vårdnadshavare
line-kind-internal-referral = Remiss inom verksamheten
line-kind-not-yet-known = Inte klart än
line-state-offered = Erbjuden
line-state-planned = Planerad
line-state-started = Påbörjad
line-state-done = Klar
line-state-stopped = Avbruten
line-state-not-possible = Inte möjlig

legal-form-sol = Beslut enligt SoL
legal-form-lss = Beslut enligt LSS
legal-form-hsl = Beslut enligt HSL
legal-form-skollag = Beslut enligt skollagen

## The page of those who work on the plan together

to-plan = Till planen
to-lines = Till er del av planen
working-title = Planen
working-lead = Det här är arbetstexten. Den blir en version när mötet avslutas och lämnas ut först därefter.
working-own = Var och en skriver bara om det egna. Vill ni något av någon annan: ställ en fråga.
working-need = Skriv ett behov
working-goal = Skriv ett mål
working-question = Ställ en fråga
working-text = Skriv i planens text
working-contents = Det här står i planen
working-take-out = Ta bort ett behov
working-lead-title = Vem har det övergripande ansvaret?
working-lead-words = Lagen kräver att planen säger om det är kommunen eller regionen (SoL 10:8, HSL 16:4).
working-lead-who = Verksamhet som håller ihop planen
working-lead-hint = Verksamhetens huvudman får det övergripande ansvaret.
working-lead-submit = Anteckna
working-text-title = Planens text
working-text-none = Inget är skrivet än.
working-versions = Versioner
working-versions-none = Planen har ingen version än. Den första skrivs när det inledande mötet avslutas.
version-line = Version { $version }, skriven { $date }
version-line-attempted = Version { $version }, försök, skriven { $date }
version-released = Utlämnad { $date }

plan-text-title = Planens text
plan-text-lead = Behov, mål och bidrag skrivs för sig. Här skrivs resten. Flera kan skriva: ingen skriver över någon annan.

need-title = Skriv ett behov
need-lead = Vad behövs? Skriv behovet, inte vem som ska göra något åt det.
need-text = Behov
need-text-hint = Ett behov i taget, gärna med familjens ord.
need-view = Vems bild är det?
need-kind = Vilken slags uppgift är det?
need-kind-hint = Den som samtycket inte gäller för det slaget får inte se behovet i sin kopia.
need-submit = Skriv in behovet
need-out-title = Ta bort behovet
need-out-words = Behovet står inte i nästa version. I tidigare versioner står det kvar.
need-out-submit = Ta bort

goal-title = Skriv ett mål
goal-lead = Vad vill ni nå? Skriv så att det går att se när målet är nått.
goal-text = Mål
goal-text-hint = Gärna med barnets egna ord.
goal-horizon = På kort eller lång sikt?
goal-need = Vilket behov gäller det?
goal-need-hint = Ett mål utan behov stannar hos familjen och dem som leder arbetet.
goal-submit = Skriv in målet

## One's own lines

lines-title = Er del av planen: { $unit }
lines-lead = Vad kan jag och min verksamhet bidra med? Här skriver ni bara om det egna.
lines-new = Skriv en ny rad
lines-own = Era rader
lines-none = Ni har inte skrivit något än. Det går bra att börja med en bedömning, eller med att det inte är klart än.
lines-follow-up = Mötet pågår
lines-follow-up-words = Berätta hur det har gått med varje rad, och vad er bedömning visade.
lines-assessment = Skriv vad bedömningen visade
lines-assessment-told = Ni har berättat vad bedömningen visade.
lines-to-follow-up = Ska följas upp på mötet
lines-questions = Frågor till er
lines-questions-none = Ingen har frågat er något än.
lines-answer = Svara
lines-copies = Läs planen som ni har fått den

line-title = En ny rad
line-lead = { $unit } bidrar med
line-first-meeting = På första mötet behövs inga färdiga svar. En bedömning räcker.
line-kind = Vad är det?
line-text = Vad gör ni?
line-text-hint = Skriv om det egna, med vanliga ord. Inget om vad andra borde göra.
line-directive = Här står vad { $unit } ska göra. Skriv bara om det egna. Resten kan ni ställa som en fråga.
line-directive-sentence = Meningen som gäller någon annan:
line-directive-ask = Ställ den som en fråga till { $unit }
line-directive-not-called = { $unit } är inte med än. Familjen bestämmer vilka som kallas. Ta upp det som en fråga till dem.
line-directive-asked = Frågan är ställd. Här är resten av raden.
line-goal = För vilket mål?
line-responsible = Ansvarig person eller funktion
line-responsible-hint = Den som familjen kan höra av sig till.
line-times = När
line-start = Börjar
line-end = Beräknas sluta
line-end-hint = Ungefär räcker. Det går att ändra på nästa möte.
line-frequency = Hur ofta?
line-frequency-hint = Till exempel en gång i veckan.
line-decision = Finns det ett beslut?
line-decision-hint = Planen är i sig inget beslut om stöd.
line-decision-none = Inget beslut behövs
line-decision-sol = Beslut enligt SoL
line-decision-lss = Beslut enligt LSS
line-decision-hsl = Beslut enligt HSL
line-decision-skollag = Beslut enligt skollagen
line-visible = Vilka andra får se raden?
line-visible-hint = Familjen ser raden alltid. Har den ett mål ser de andra den som får veta vad målet handlar om, om ni inte väljer ut några. Utan mål ser bara de som ni kryssar i.
line-decisive = Raden är avgörande för barnets framtid
line-decisive-hint = Då bestämmer båda vårdnadshavarna (FB 6:13).
line-blocked = En vårdnadshavare har inte skrivit under. Det som är avgörande för barnets framtid får vänta.
line-board = Vilar raden på ett nämndbeslut?
line-board-hint = Ett beslut enligt FB 6:13 a öppnar just den raden.
line-submit = Skriv in raden
line-state = Läge
line-followed-up = Möte { $meeting }: { $result } ({ $verdict })
line-outside-words = Samtycket gäller inte längre er. Raden står kvar utanför samordningen och går inte att ändra här.
line-confirm = Stå för raden
line-confirm-words = Raden binder ingen förrän ni har bekräftat den.
line-confirm-submit = Bekräfta raden
line-follow-up = Hur har det gått?
line-result = Resultat
line-result-hint = Kort, med vanliga ord.
line-verdict = Hur blir det nu?
line-follow-up-submit = Spara
line-move = Ändra läge
line-move-words = Ni får börja före nästa möte. Säg till de andra när något ändras.
line-move-to = Nytt läge
line-reason = Varför?
line-reason-hint = Behövs om det inte är möjligt.
line-instead = Vart kan familjen vända sig i stället?
line-instead-hint = Behövs om det inte är möjligt. Erbjud er gärna att följa med.
line-move-submit = Ändra läget

assessment-title = Vad visade bedömningen?
assessment-lead = Bara ni kan säga det. Ingen annan ändrar eller betygsätter er text.
assessment-outcome = Läge
assessment-text = Det här kom vi fram till
assessment-text-hint = Vanliga ord. Förklara fackord.
assessment-instead-hint = Behövs om ni inte har något att bidra med.
assessment-submit = Spara

question-title = Ställ en fråga
question-lead = Är det oklart vem som gör något? Skriv det som en fråga. Den som frågan rör svarar själv.
question-text = Fråga
question-text-hint = En fråga i taget. Ingen beställning.
question-units = Vilka rör frågan?
question-units-hint = Är någon inte här tas frågan när den är med.
question-submit = Ställ frågan

answer-title = Svara på en fråga
answer-lead = Du svarar för { $unit }.
answer-text = Svar
answer-submit = Svara
