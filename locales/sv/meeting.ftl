### Meetings: booking, the room, and closing the meeting.

to-process = Till processen
cancel = Avbryt
person-in-unit = { $person }, { $unit }


## Booking

booking-title = Boka { $kind }
booking-lead = Tid och plats väljs efter barnet och familjen. Börja med vad de önskar.
booking-booked = Nästa möte är redan bokat: { $when }.
booking-booked-open = Öppna mötet
booking-booked-change = Boka om eller ställ in
booking-nothing-sent = Det finns inget möte att boka än.
booking-nothing-sent-how = Först skickas kallelsen. När verksamheterna har tagit emot den syns här vilken dag mötet tidigast kan hållas.
booking-to-dispatch = Skicka kallelsen
booking-wishes = Det här önskar familjen
booking-wishes-none = Familjen har inte skrivit några önskemål om tid och plats. Fråga dem innan du bokar.
booking-earliest = Tidigast möjliga dag
booking-no-day = Ingen dag kan räknas ut än. Alla som ska vara med måste ha tagit emot kallelsen.
booking-choices = Det finns flera sätt som alla är rätt. Fråga familjen vilket som passar dem.
booking-from = Från { $date }
booking-with = Med: { $units }.
booking-later = Kallas till mötet efter det: { $units }.
booking-fill-in = Fyll i det här
booking-units = Verksamheter och dagar
booking-unit = Verksamhet
booking-received = Tog emot kallelsen
booking-first-day = Första dag
booking-reply = Svar
booking-no-notice = När som helst, är redan med
booking-reply-none = Inget svar än
booking-reply-coming = { $person } kommer
booking-reply-substitute = { $person } kommer i stället
booking-reply-prevented = Kan inte. Föreslår { $times }
booking-not-received = { $unit } har inte tagit emot kallelsen än.
booking-to-deliveries = Se leveranserna
booking-reasoning = Så räknade vi för { $unit }
booking-form = Boka mötet
booking-which = Vilka kallas till det här mötet?
booking-which-hint = Den som inte kallas nu kan kallas till nästa möte.
booking-date = Dag
booking-start = Börjar
booking-end = Slutar
booking-place = Plats
booking-place-hint = Gärna där barnet känner sig hemma.
booking-apart = { $name } får inte veta var någon finns. Föreslå inget gemensamt möte: mötesledaren håller ett eget möte med { $name }, på en annan plats och en annan tid.
booking-place-protected = Skyddade personuppgifter: välj en plats som inte visar var personen bor eller går i skola.
booking-chair = Mötesledare
booking-chair-hint = Den som håller i mötet. Det behöver inte vara du eller lotsen.
booking-window = Andra lotsmötet brukar hållas mellan { $from } och { $to }. Så lång tid tar verksamheternas bedömningar.
booking-outside = Varför en annan tid?
booking-outside-hint = Fylls i bara om dagen ligger utanför de datumen.
booking-fits = Tid och plats passar barnet och familjen
booking-fits-hint = Kryssa i när du har frågat dem.
booking-submit = Boka mötet
booking-done = Bokat: { $kind }
booking-done-when = { $when }, { $place }.
booking-done-family = Barnet och vårdnadshavarna ser mötet på sina sidor.
booking-done-unit = { $unit } ser mötet i sin kalender.
booking-done-next = Öppna mötet

## Another time, or none

rebooking-title = Boka om { $kind }
rebooking-now = Nu bokat { $when }, { $place }.
rebooking-no-new-notice = De som redan har fått kallelsen behöver inga nya femton arbetsdagar.
rebooking-cancel-instead = Ställ in mötet i stället
rebooking-cause = Varför bokas det om?
rebooking-absent = Uteblev någon utan att säga till?
rebooking-absent-hint = Då antecknas en avvikelse. De som berörs pratar om den med varandra.
rebooking-submit = Boka om mötet
rebooking-done = Mötet är ombokat
rebooking-deviation = En avvikelse är antecknad: en verksamhet uteblev utan att säga till.

rebook-cause-family-absent = Familjen kunde inte vara med
rebook-cause-principal-absent = Bara kommunen eller bara regionen var på plats
rebook-cause-unit-absent = En verksamhet kunde inte vara med
rebook-cause-familys-wish = Familjen vill ha en annan tid
rebook-cause-practical = Något praktiskt, till exempel lokalen

cancellation-title = Ställ in { $kind }
cancellation-now = Mötet är bokat { $when }.
cancellation-means = Ett inställt möte försvinner ur allas kalender. Sedan kan ett nytt bokas.
cancellation-reason = Varför ställs mötet in?
cancellation-reason-hint = Familjen och de som leder arbetet ser det du skriver.
cancellation-submit = Ställ in mötet
cancellation-done = Mötet är inställt
cancellation-done-unit = { $unit } ser inte längre mötet i sin kalender.
cancellation-done-family = Barnet och vårdnadshavarna ser på sina sidor att mötet är inställt.
cancellation-done-next = Boka ett nytt möte


## The room

to-room = Till mötet
room-title = { $kind } { $when }
room-heading = Lotsmöte: { $kind }
room-place = Plats
room-chair = Mötesledare
room-called = Kallade
room-lots = Lots
room-lots-none = Ingen är vald än
room-lots-chosen = { $lots } är lots.
room-lots-waits-family = { $lots } har sagt ja. Familjen ska också säga ja.
room-lots-waits-person = Familjen har sagt ja till { $lots }, som ska svara.
room-lots-waits-both = { $lots } är föreslagen. Både personen och familjen ska säga ja.
room-ahead = Mötet har inte varit än. Dagordningen kan du läsa redan nu.
room-held = Mötet är genomfört.
room-written = Läs planen som skrevs på mötet
room-cancelled = Mötet är inställt: { $reason }
room-rebook = Boka om
room-cancel = Ställ in
room-close = Avsluta mötet
room-attendance-open = Närvarolistan
room-conduct = Så pratar vi här
room-agenda = Dagordning
room-present = Vilka är här
room-present-own = Här ser du bara dem som kommer från din egen verksamhet.
room-present-own-none = Ingen från din verksamhet är uppskriven än.
room-present-none = Ingen är uppskriven än. Börja med närvarolistan.
room-attendance-open-still = Listan är inte klar.
room-absent-title = Till dig som leder mötet
room-absent = { $unit } nämns i planen men är inte här. Ta frågan när de är med.
room-absent-not-called = { $unit } nämns i planen men är inte kallad. Familjen bestämmer om de ska kallas.
room-absent-ask = Skriv det som en fråga
room-absent-call = Föreslå en verksamhet
room-child = Vem berättar för barnet
room-child-by = { $person } berättar för barnet { $date }.
room-child-none = Det är inte bestämt än.
room-child-told = Barnet har fått veta.
room-plan = Planen just nu
room-plan-open = Skriv behov, mål och frågor
room-lines-open = Skriv det egna
room-cards = Rollkort

agenda-done = Klart
agenda-tick = Klart
agenda-minutes = Ungefär { $minutes } minuter.
agenda-speaks-chair = Mötesledaren talar.
agenda-speaks-family = Familjen talar först.
agenda-speaks-new-actors = De som är nya talar först.
agenda-speaks-units = Verksamheterna talar.
agenda-speaks-lots = Lotsen talar först.
agenda-to-attendance = Närvarolistan
agenda-to-story = Skriv familjens berättelse
agenda-to-follow-up = Uppföljningen
agenda-to-lots = Välj lots
agenda-to-plan = Planen
agenda-to-lead = Välj ansvarig huvudman
agenda-to-child = Vem berättar för barnet
agenda-to-closing = Fortsätta eller avsluta
agenda-to-close = Boka nästa möte och avsluta

saved-agenda = Punkten är klar.
saved-attendance = Listan är sparad.
saved-complete = Närvarolistan är klar.
saved-guest = Familjens ja är antecknat.
saved-proposed = Förslaget är antecknat. Nu ska båda svara.
saved-accepted = Svaret är antecknat.
saved-child = Det är antecknat vem som berättar för barnet.
saved-told = Det är antecknat att barnet har fått veta.
saved-need = Behovet står i planen.
saved-need-withdrawn = Behovet är borttaget ur planen.
saved-goal = Målet står i planen.
saved-goal-assessed = Det är antecknat hur långt ni har kommit.
saved-lead = Det är antecknat vem som har det övergripande ansvaret.
saved-draft = Texten är sparad som utkast.
saved-line = Raden är sparad.
saved-confirmed = Raden är bekräftad.
saved-followed-up = Det är antecknat hur det har gått.
saved-assessment = Det är antecknat vad bedömningen visade.
saved-question = Frågan är antecknad.
saved-answer = Svaret är antecknat.

## Who is here

attendance-title = Närvarolista
attendance-meeting = { $kind }, möte { $number }
attendance-family = familjen
attendance-guest = Gäst
attendance-role-child = Barn
attendance-role-guardian = Vårdnadshavare
attendance-role-initiator = Initiativtagare
attendance-role-unit = Deltagare
attendance-role-guest = Inbjuden av familjen
attendance-covered = Ja
attendance-covered-family = Familjen
attendance-uncovered = Nej, fråga familjen först
attendance-stop = Stanna upp: { $name } omfattas inte av samtycket
attendance-stop-words = Säg inget om barnet än. Fråga familjen om personen får vara med.
attendance-stop-nobody = Skriv först upp vilka i familjen som är här. Sedan kan deras svar antecknas.
attendance-stop-who = Vem i familjen säger ja?
attendance-stop-yes = { $name } säger ja
attendance-keep = Spara listan
attendance-complete = Listan är klar
attendance-is-complete = Listan är klar. Den går att ändra tills mötet avslutas.
attendance-add-unit = En till från { $unit }
attendance-add-guest = En gäst till

presence-whole = hela mötet
presence-part = en del av mötet
presence-remote = på telefon eller video
presence-represented = företräddes av någon annan
presence-absent-with-notice = frånvarande, hade sagt till
presence-absent-without-notice = frånvarande, hade inte sagt till

## Who tells the child

child-title = Vem berättar för barnet?
child-lead = { $child } ska få veta vad som har bestämts, på ett sätt som går att förstå.
child-person = Vem berättar?
child-person-hint = Någon barnet litar på. Barnet kan själv säga vem.
child-date = När?
child-submit = Anteckna
child-told = Barnet har fått veta

## The Lots

lots-title = Lots
lots-lead = Lotsen hjälper familjen hela vägen. Både personen och familjen säger ja.
lots-proposed = { $lots } är föreslagen
lots-person-yes = Personen har sagt ja.
lots-person-waits = Personen har inte svarat än.
lots-family-yes = Familjen har sagt ja.
lots-family-waits = Familjen har inte svarat än.
lots-say-yes = Jag vill vara lots
lots-heard = Svar i rummet
lots-heard-hint = Anteckna bara det som personen själv har sagt högt här.
lots-heard-yes = { $name } säger ja
lots-propose = Föreslå någon
lots-who = Vem föreslår ni?
lots-who-hint = Den som har mest kontakt med familjen brukar passa bra.
lots-propose-submit = Föreslå som lots
lots-leave = Sluta som lots
lots-leave-words = Finns ingen ny lots vilar arbetet tills någon är vald.
lots-leave-submit = Jag slutar som lots



## How the meeting ends

close-title = Avsluta { $kind }
close-lead = Här står allt som ännu saknas. När listan är tom kan mötet avslutas.
close-missing = Det här saknas
close-nothing-missing = Inget saknas.
close-attendance = Närvarolistan är inte färdig.
close-follow-up = Uppföljningen är inte färdig.
close-plan = Planens text är inte färdig.
close-papers-unfinished = Ett av mötets papper är inte färdigt. Se listan.
close-end = Så slutar mötet
close-closing = Ni avslutar: { $reason }.
close-without-next = Inget nytt möte: { $reason }
close-change = Ändra i uppföljningen
close-next = Nästa möte
close-next-or-not = Ska inget nytt möte hållas, eller avslutar ni? Skriv det i uppföljningen.
close-no-others = Ingen annan gör något
close-no-others-hint = Lagen kräver ett svar: finns det åtgärder av någon annan än kommunen och regionen? Finns det, så skriv dem i planen.
close-obstacle = Blev det ingen plan? Vad hindrade?
close-obstacle-hint = Fylls i bara om det inte gick att göra en plan. Då sparas ett försök, med det som hindrade.
close-submit = Avsluta mötet
close-done = Mötet är avslutat
close-done-version = Planens version { $version } är skriven.
close-done-due = Planen ska vara utlämnad senast { $date }.
close-done-release = Lämna ut planen

closing-reason-goals-reached = målen är nådda
closing-reason-ordinary-services = stödet fortsätter i de vanliga verksamheterna
closing-reason-family-ends = familjen vill avsluta
closing-reason-moved = familjen har flyttat
closing-reason-turned-eighteen = den unga har fyllt 18 år
closing-reason-other = annat skäl
