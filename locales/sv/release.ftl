### The plan goes out: versions, answers of the family, copies for each receiver.

## Giving everyone their copy

release-title = Lämna ut planen, version { $version }
release-lead = Var och en får en egen kopia. Den ändras aldrig. Verksamheterna får bara det som samtycket täcker.
release-already = Den här versionen lämnades ut { $date }.
release-not-newest = Det finns en nyare version. Bara den nyaste kan lämnas ut.
release-missing = Det här saknas
release-missing-nothing = Inget saknas. Planen kan lämnas ut.
release-missing-unit = { $unit } har inte bekräftat allt som den har lovat.
release-missing-person = { $name } har inte svarat om planen.
release-to-plan = Till planen
release-to-answer = Skriv in svaret
release-receivers = Vem får vad
release-receivers-about = Det här är alla som får en kopia i dag. Läs varje kopia innan du lämnar ut.
release-everything = Får hela planen.
release-without-needs = { $count ->
    [one] Ett behov är inte med. Samtycket täcker det inte.
   *[other] { $count } behov är inte med. Samtycket täcker dem inte.
}
release-without-goals = { $count ->
    [one] Ett mål är inte med.
   *[other] { $count } mål är inte med.
}
release-without-lines = { $count ->
    [one] En insats är inte med.
   *[other] { $count } insatser är inte med.
}
release-without-questions = { $count ->
    [one] En fråga som ställs till andra är inte med.
   *[other] { $count } frågor som ställs till andra är inte med.
}
release-without-fields = Inte heller: { $fields }.
release-look = Läs kopian till { $name }
release-preview = Så blir kopian till { $name }
release-answer = Skriv in familjens svar
release-answer-about = Familjen kan svara själv på sin sida. Svarar någon i rummet skriver du in det här.
release-answer-who = Vem har svarat?
release-answer-what = Vad är svaret?
release-answer-accepts = Godtar texten
release-answer-accepts-hint = Personen har läst eller hört hela planen.
release-answer-dissents = Har en annan mening
release-answer-dissents-hint = Planen kan ändå lämnas ut. Meningen följer med.
release-answer-dissent = Den andra meningen
release-answer-dissent-hint = Skriv som personen säger. Läs upp texten innan du sparar.
release-dissent-missing = Skriv vad personen inte håller med om.
release-dissent-without-no = Du har valt att personen godtar texten. Välj annan mening, eller ta bort texten.
release-answer-record = Skriv in svaret
release-answer-done = Svaret är inskrivet
release-answer-accepted = { $name } godtar planen.
release-answer-dissented = { $name } har en annan mening. Den står i planen.
release-answer-next = Tillbaka till utlämningen
release-answered-yes = { $name } godtar texten.
release-answered-dissent = { $name } har en annan mening: { $text }
release-now = Lämna ut
release-now-about = Det går inte att ta tillbaka en utlämnad kopia. Händer något medan du läser får du läsa igen.
release-submit = Lämna ut planen
release-done = Planen är utlämnad
release-happened = Version { $version } är utlämnad till { $count } mottagare.
release-told-family = { $name } läser sin kopia på sin sida.
release-told-unit = { $name } har fått sin kopia.
release-next-filing = Varje verksamhet lägger nu kopian i sin egen journal.

## A version, and two side by side

earlier-title = Planen från förra gången
earlier-about = Så stod det i den sista planen som lämnades ut då.
earlier-none = Det finns ingen plan härifrån sedan förra gången.
version-title = Planen, version { $version }
version-short = Version { $version }
version-choice = Version { $version }, { $date }
version-not-released = Inte än. Senast { $date }.
version-release = Lämna ut versionen
version-compare = Jämför med versionen före
version-unreadable = Texten går inte att läsa.
version-answers = Familjens svar
version-answers-none = Ingen i familjen har svarat än. Svaren syns här.
comparison-title = Jämför två versioner
comparison-one = Det finns inte två versioner än. Nästa version skrivs på nästa möte.
comparison-a = Från
comparison-b = Till
comparison-show = Jämför
comparison-alike = Versionerna är lika.
comparison-added = tillagt
comparison-removed = borttaget
comparison-changed = ändrat
comparison-not-there = Står inte här.
comparison-same = Oförändrat: { $fields }.

## The unit's own copies

copies-lead = Det här har { $unit } fått. Kopiorna ändras aldrig.
copies-summons-own = Kallelsen är er egen.
copies-summons-received = Ni tog emot kallelsen { $date }.
copies-summons-read = Läs kallelsen
copies-summons-none = Ni har ingen kallelse än.
copies-plans = Planen
copies-plan = Planen, version { $version }
copies-plans-none = Ni har inte fått någon plan än. Efter varje möte lämnar lotsen ut en ny version hit.
copies-given = Utlämnad { $date }.
copies-filed = Ligger i er journal
copies-not-filed = Ska läggas i er journal
copies-way-back = Om det blir svårt igen
copies-way-back-none = När arbetet avslutas står vägen tillbaka här.
copy-given = Utlämnad till { $unit } { $date }.
copy-hash = Kontrollsumma
copy-filing = Er egen journal
copy-filing-about = Kopian är er handling. Lägg den i er egen journal och bekräfta här. Skriv ut den från webbläsaren.
copy-filing-submit = Bekräfta att kopian ligger i journalen
copy-filed-by = { $name } har bekräftat att kopian ligger i er journal.
filing-done = Kopian är lagd i er journal
filing-happened = { $unit } har kopian i sin egen journal.
filing-told = Lotsen ser att det är gjort.
filing-next = Till era kopior

## The words of a copy

copy-child = Barnet
copy-kind = Slag
copy-kind-sip = Samordnad individuell plan (SIP)
copy-kind-lots-plan = Lotsplan
copy-version = Version
copy-status = Läge
copy-status-draft = Skriven på mötet
copy-status-attempted = Försök till plan
copy-obstacle = Det här stod i vägen
copy-written = Skriven
copy-released = Utlämnad
copy-lots = Lots
copy-lead = Huvudman med övergripande ansvar
copy-lead-municipality = Kommunen
copy-lead-region = Regionen
copy-accepted = Godtar texten
copy-needs = Behov
copy-needs-none = Inga behov står i den här kopian.
copy-view-family = Familjens bild
copy-view-professional = De professionellas bild
copy-goals = Mål
copy-goals-none = Inga mål står i den här kopian.
copy-horizon-short = På kort sikt.
copy-horizon-long = På lång sikt.
copy-goal-need = Behov: { $need }.
copy-outcome-reached = Nått.
copy-outcome-partly = Nått till en del.
copy-outcome-not-reached = Inte nått.
copy-outcome-no-longer-relevant = Inte längre aktuellt.
copy-lines = Vad var och en bidrar med
copy-lines-about = Varje verksamhet har skrivit om sitt eget. Planen är inte i sig ett beslut om stöd.
copy-lines-none = Ingen insats står i den här kopian.
copy-line-outside = Ingår inte längre i samordningen
copy-line-unconfirmed = Inte bekräftad
copy-line-kind = Slag
copy-line-kind-assessment = Bedömning eller utredning
copy-line-kind-intervention = Insats
copy-line-kind-adaptation = Anpassning
copy-line-kind-information = Information
copy-line-kind-support-to-guardian = Stöd till vårdnadshavare
copy-line-kind-internal-referral = Intern remiss
copy-line-kind-not-yet-known = Inte klart än
copy-line-goal = Mål
copy-line-decision = Beslut
copy-decision-none = Inget
copy-decision-sol = Enligt socialtjänstlagen
copy-decision-lss = Enligt LSS
copy-decision-hsl = Enligt hälso- och sjukvårdslagen
copy-decision-skollag = Enligt skollagen
copy-line-responsible = Ansvarig
copy-line-start = Börjar
copy-line-frequency = Hur ofta
copy-line-end = Beräknas sluta
copy-line-state = Läge
copy-state-offered = Erbjuden
copy-state-planned = Planerad
copy-state-started = Påbörjad
copy-state-done = Klar
copy-state-stopped = Avbruten
copy-state-not-possible = Inte möjlig
copy-line-reason = Varför
copy-line-instead = Vart man kan vända sig
copy-line-confirmed = Bekräftad av
copy-questions = Frågor där ansvaret är oklart
copy-question-by = { $unit } frågar.
copy-question-by-family = Familjen eller den som leder arbetet frågar.
copy-question-to = Frågan rör { $units }.
copy-question-to-nobody = Ingen bestämd verksamhet är tillfrågad.
copy-dissent = Avvikande mening
copy-delivered = Lämnad till
