### Questions to the bodies about a child whom nobody there may know (DID-1 to DID-9): what the writer, the coordinator and
### the members read and do.

nav-deidentified = Avidentifierade frågor

deidentified-title = Avidentifierade frågor
deidentified-one = Avidentifierad fråga
deidentified-route = Avidentifierad
deidentified-lead-writer = När någon säger nej till samtycke kan du fråga utan att berätta vem det gäller. Du får bara råd tillbaka.
deidentified-lead-coordinator = Frågor om barn som ingen i rådet eller Samba får känna till. Du granskar dem innan de tas upp.
deidentified-lead-member = Frågor om barn som ingen i mötet får känna till. De står här när de är på ert organs dagordning.
deidentified-none = Inga frågor just nu.
deidentified-line = { $age }, skriven { $date }
deidentified-write = Skriv en avidentifierad fråga
deidentified-write-again = Skriv om
deidentified-write-submit = Granska och lämna in
deidentified-leave = Avbryt
deidentified-not-kept-before = Inget sparas förrän texten är granskad. Inget visar vilken process frågan kommer från.
deidentified-still-personal-data = Texten är fortfarande personuppgifter: den som känner barnet kan känna igen det.
deidentified-to-it = Till frågan
deidentified-to-list = Till alla avidentifierade frågor
deidentified-to-meeting = Till mötet
deidentified-not-now = Det här går inte att göra som frågan är nu.
deidentified-somebody-knows = Någon i mötet känner igen barnet. Ingen berättar något mer. Skriv inget tillägg.
deidentified-offer = Det finns inget samtycke. Du kan fråga avidentifierat och få råd.

deidentified-written-done = Frågan är inlämnad
deidentified-written-happened = Sambasamordnaren granskar den. Samordnaren ser texten och vem som har skrivit, men inte vem det gäller.
deidentified-written-next = Du får frågan tillbaka om något behöver skrivas om.

## what is known of it

deidentified-about = Om frågan
deidentified-description = Beskrivningen
deidentified-questions = Frågor att besvara
deidentified-written-by = Skriven av
deidentified-written-on = Skriven
deidentified-returned-because = Varför den kom tillbaka
deidentified-follow-up-on = Följs upp
deidentified-followed-up = Så har det gått
deidentified-gone-on = Tas bort

deidentified-state-written = Väntar på granskning
deidentified-state-returned = Behöver skrivas om
deidentified-state-approved = Godkänd, inte på någon dagordning
deidentified-state-scheduled = På dagordningen: { $body } { $date }
deidentified-state-lifted = Lyft vidare, inte på någon dagordning
deidentified-state-answered = Har fått svar
deidentified-state-followed-up = Uppföljd
deidentified-state-ended = Avslutad

samba-age-from-0-to-5 = 0–5 år
samba-age-from-6-to-12 = 6–12 år
samba-age-from-13-to-15 = 13–15 år
samba-age-from-16-to-17 = 16–17 år

## how many it could be about

deidentified-alike = Hur många det kan gälla
deidentified-alike-how-many = Andra barn i samma ålder med samma slag av verksamheter
deidentified-alike-fewer-than-five = färre än 5
deidentified-alike-five-to-nine = 5–9
deidentified-alike-ten-to-twenty-nine = 10–29
deidentified-alike-thirty-or-more = 30 eller fler
deidentified-alike-few = Få barn passar in
deidentified-alike-few-words = Räkningen gäller bara pågående lotsprocesser. Pekar beskrivningen ändå ut barnet ska den inte tas upp. Ställ i stället en fråga om hur ni arbetar.
deidentified-still = Kom ihåg

## what the scan has found

deidentified-take-away = ”{ $words }”: { $why }
deidentified-held = Titta på de här orden
deidentified-held-hint = Kryssa bara om orden inte kan peka ut någon. Skriv annars om texten.
deidentified-held-label = Pekar inte ut någon
deidentified-held-words = ”{ $words }” i { $field }

## acts

case-deidentified-approve-title = Granska och godkänn
case-deidentified-approve-lead = Du är den andra som läser. Godkänn bara om ingen i mötet kan förstå vem det gäller.
case-deidentified-approve-submit = Godkänn
case-deidentified-approve-done = Frågan är godkänd
case-deidentified-approve-checked = Det här har jag letat efter
samba-check-names = Inga namn och inga initialer
samba-check-places = Inga orter, adresser, skolor eller kliniker
samba-check-times = Inga datum, inga exakta åldrar
samba-check-family = Inget om syskon, ursprung eller arbete som kan kännas igen
samba-check-rare = Ingen ovanlig diagnos och ingen ovanlig händelse
samba-check-quotes = Inga egna ord från barnet eller familjen
samba-check-recognisable = Det hela kan gälla många barn

case-deidentified-return-title = Skicka tillbaka
case-deidentified-return-lead = Den som har skrivit får veta vad som behöver ändras. Fråga inte vem det gäller.
case-deidentified-return-submit = Skicka tillbaka
case-deidentified-return-done = Frågan är tillbaka hos den som har skrivit
case-deidentified-return-reason = Vad som behöver ändras

case-deidentified-schedule-title = Sätt upp på en dagordning
case-deidentified-schedule-lead = Frågan visas för ledamöterna utan att de får veta vem som har skrivit.
case-deidentified-schedule-submit = Sätt upp
case-deidentified-schedule-done = Frågan står på dagordningen
case-deidentified-schedule-meeting = Möte

case-deidentified-remove-title = Ta bort från dagordningen
case-deidentified-remove-lead = Frågan kan sättas upp på ett annat möte.
case-deidentified-remove-submit = Ta bort
case-deidentified-remove-done = Frågan står inte längre på dagordningen

case-deidentified-recognise-title = Jag känner igen barnet
case-deidentified-recognise-lead = Säg det, och inget mer. Skriv inte vem det är. Efter det får ingen berätta mer om barnet.
case-deidentified-recognise-submit = Jag känner igen barnet
case-deidentified-recognise-done = Alla i mötet ser att någon känner igen barnet

case-deidentified-treat-title = Skriv vad mötet kom fram till
case-deidentified-treat-lead = Bara råd. Ingen överenskommelse och inga kostnader kan gälla ett barn som ingen vet vem det är.
case-deidentified-treat-submit = Spara svaret
case-deidentified-treat-done = Svaret är sparat
case-deidentified-treat-section-outcome = Vad det blev
case-deidentified-treat-outcome = Mötet kom fram till
case-deidentified-treat-section-replies = Svar på frågorna
case-deidentified-treat-section-replies-hint = Skriv inte vad någon verksamhet ska göra. Ni vet inte vem det gäller.
case-deidentified-treat-section-follow-up = Uppföljning
case-deidentified-treat-section-follow-up-hint = Inte om frågan lyfts vidare.
case-deidentified-treat-follow-up-on = Dag när den som frågade berättar hur det har gått

case-deidentified-follow-up-title = Berätta hur det har gått
case-deidentified-follow-up-lead = Skriv lika avidentifierat som förut. 30 dagar senare tas allt bort.
case-deidentified-follow-up-submit = Spara
case-deidentified-follow-up-done = Uppföljningen är sparad
case-deidentified-follow-up-text = Så har det gått

case-deidentified-end-title = Avsluta och ta bort
case-deidentified-end-lead = Allt tas bort genast. Har någon samtyckt nu börjar ett nytt ärende från början, utan den här texten.
case-deidentified-end-submit = Ta bort
case-deidentified-end-done = Frågan är borttagen
case-deidentified-end-why = Varför
samba-end-consent-given = Det finns ett samtycke nu
samba-end-points-out = Det går inte att beskriva utan att peka ut barnet
samba-end-no-longer-needed = Frågan behövs inte längre

## refusals

deidentified-refused-gives-away = Texten pekar ut någon
deidentified-refused-gives-away-why = Orden som måste bort står vid sina fält. Inget är sparat.
deidentified-refused-not-looked-at = Några ord behöver du titta på först
deidentified-refused-not-looked-at-why = De kan peka ut någon. Skriv om dem, eller kryssa att de inte gör det.
deidentified-refused-attached = Inget får bifogas
deidentified-refused-attached-why = En plan eller en fil visar vem det gäller. Skriv det som behövs i fälten.
deidentified-refused-names-a-duty = Svaret på fråga { $about } säger vad en verksamhet ska göra
deidentified-refused-names-a-duty-why = Ingen vet vem det gäller, så bara råd kan ges. Skriv vad man kan pröva.
deidentified-refused-recognised = Någon i mötet känner igen barnet
deidentified-refused-recognised-why = Då får inget mer berättas. Frågan besvaras som den är, eller avslutas.
deidentified-refused-same-person = Någon annan än du granskar
deidentified-refused-same-person-why = Två personer läser: en som skriver och en som granskar.
deidentified-refused-checks-missing = Allt i listan är inte granskat
deidentified-refused-checks-missing-why = Kryssa i det du har letat efter. Skicka tillbaka frågan om något finns kvar.
deidentified-refused-not-waiting = Frågan väntar inte på granskning
deidentified-refused-not-waiting-why = Den är redan granskad, eller ska skrivas om först.
deidentified-refused-not-approved = Frågan är inte godkänd
deidentified-refused-not-approved-why = Granska den först.
deidentified-refused-reason-missing = Skriv några ord
deidentified-refused-reason-missing-why = Den som läser behöver veta vad det gäller.
deidentified-refused-already-taken-up = Frågan är redan hos ett organ
deidentified-refused-already-taken-up-why = Den ändras inte längre. Behövs något annat, skriv en ny fråga.
deidentified-refused-not-scheduled = Frågan står inte på den dagordningen
deidentified-refused-not-scheduled-why = Öppna frågan igen och se var den står.
deidentified-refused-already-treated = Mötet har redan svarat
deidentified-refused-already-treated-why = Svaret ändras inte.
deidentified-refused-not-its-turn = Det är inte det organets tur
deidentified-refused-not-its-turn-why = En fråga kommer först till rådet, och till Samba när rådet har lyft den.
deidentified-refused-day-behind = Dagen har varit
deidentified-refused-day-behind-why = Välj ett möte som kommer.
deidentified-refused-meeting-not-yet = Mötet är { $about }
deidentified-refused-meeting-not-yet-why = Svaret skrivs på mötet eller efteråt.
deidentified-refused-only-advice = Bara råd kan ges
deidentified-refused-only-advice-why = Ingen överenskommelse och inga kostnader kan gälla ett barn som ingen vet vem det är.
deidentified-refused-no-such-question = Den frågan finns inte, eller har redan svar
deidentified-refused-no-such-question-why = Öppna frågan igen och se vad som är obesvarat.
deidentified-refused-question-unanswered = Fråga { $about } har inget svar
deidentified-refused-question-unanswered-why = Varje fråga får ett svar, eller ett skäl till att den inte kan besvaras.
deidentified-refused-nothing-lifted = Det som lyfts stämmer inte med svaren
deidentified-refused-nothing-lifted-why = Lyfts frågan vidare ska minst ett svar vara att den lyfts, och tvärtom.
deidentified-refused-follow-up-missing = Välj en dag för uppföljning
deidentified-refused-follow-up-missing-why = Välj en dag efter i dag och inom ett halvår.
deidentified-refused-not-concluded = Inget organ har svarat än
deidentified-refused-not-concluded-why = Berätta hur det har gått när ni har fått svar.
deidentified-refused-already-followed-up = Uppföljningen är redan skriven
deidentified-refused-already-followed-up-why = Den ändras inte.
deidentified-refused-ended = Frågan är avslutad
deidentified-refused-ended-why = Den är borttagen.
