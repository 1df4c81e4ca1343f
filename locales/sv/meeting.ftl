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
