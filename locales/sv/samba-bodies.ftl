### The bodies beyond Lots: their fixed days, their meetings and minutes (BOD-1 to BOD-8). For those who convene them and
### those who sit there. Nothing here is about any child.

nav-bodies = Råd och Samba
nav-body-meetings = Möten
seat-in-body = { $body }, { $party }

## the calendar

bodies-lead = Fasta dagar och möten, { $months } månader framåt. Du väljer dag när en fast dag inte är en arbetsdag.
bodies-cadence-weeks = { $every ->
    [one] Varje vecka, räknat från { $date }.
   *[other] Var { $every }:e vecka, räknat från { $date }.
}
bodies-cadence-months = { $every ->
    [one] Varje månad, samma veckodag, räknat från { $date }.
   *[other] Var { $every }:e månad, samma veckodag, räknat från { $date }.
}
bodies-cadence-coming = Ny takt är beslutad. { $cadence }
bodies-plan-beyond = Planera ett extra möte
bodies-change-cadence = Ändra takten
bodies-none-ahead = Inga fasta dagar den närmaste tiden.
bodies-nothing-planned = Inget möte är planerat.
bodies-choose-a-day = Välj en annan dag
bodies-choose = Välj dag
bodies-plan = Planera
bodies-open = Öppna
bodies-behind = Möten som har varit
bodies-ahead = Kommande möten
bodies-none-convened = Du är inte kallad till något möte just nu.
bodies-when-where = { $time }, { $place }
bodies-falls-on = { $date } räknas inte som arbetsdag: { $why }.

## planning

bodies-planning = Nytt möte: { $body }
bodies-planning-slot = Den fasta dagen { $date }.
bodies-planning-beyond = Ett möte utöver de fasta dagarna, när ett ärende behöver det.
bodies-planning-choose = Mötet flyttas inte av sig självt. Välj en av de närmaste arbetsdagarna.
bodies-date = Dag
bodies-date-hint = En arbetsdag från och med i dag.
bodies-time = Klockslag
bodies-place = Plats
bodies-plan-submit = Lägg in mötet
bodies-back = Tillbaka till kalendern
bodies-back-to-meeting = Tillbaka till mötet

## cadence

bodies-cadence = Takt: { $body }
bodies-cadence-words = I början behövs täta möten. När arbetet har satt sig kan de bli glesare. Möten som redan är inlagda ligger kvar.
bodies-every = Hur ofta
bodies-every-what = Räknat i
bodies-every-weeks = veckor
bodies-every-months = månader
bodies-cadence-from = Första dagen
bodies-cadence-from-hint = Veckodagen följer med. För månader följer också veckan med: den andra torsdagen förblir den andra torsdagen.
bodies-reason = Varför
bodies-reason-hint = Ledamöterna läser det här. Skriv inget om något barn.
bodies-cadence-submit = Byt takt
bodies-cadence-changes = Tidigare beslut
bodies-cadence-fault-weeks = Skriv ett tal från 1 till 26.
bodies-cadence-fault-months = Skriv ett tal från 1 till 12.
bodies-cadence-fault-fifth = Alla månader har inte en femte vecka. Välj en dag till och med den 28:e.
bodies-cadence-fault-ahead = Välj en dag efter i dag.

## a meeting

bodies-meeting-title = { $body } { $date }
bodies-when = När
bodies-status = Läge
bodies-secretary = Sekreterare
bodies-status-planned = Planerat, inte kallat
bodies-status-convened = Kallat
bodies-status-held = Protokollet skrivs
bodies-status-cancelled = Inställt
bodies-status-final = Protokollet är klart
bodies-for-the-day = Mötet gäller den fasta dagen { $date }.
bodies-beyond = Ett möte utöver de fasta dagarna.
bodies-moved = Flyttat från { $from }, { $place }. { $reason }
bodies-cancelled = Inställt. { $reason }
bodies-convene = Kalla till mötet
bodies-convene-hint = Ledamöter och ersättare ser mötet först när du har kallat.
bodies-move = Byt dag eller plats
bodies-move-submit = Flytta mötet
bodies-cancel = Ställ in mötet
bodies-cancel-submit = Ställ in
bodies-people = Ledamöter och ersättare
bodies-nobody-sits = Ingen är utsedd.
bodies-present = närvarande
bodies-absent = frånvarande
bodies-attendance = Anteckna närvaro
bodies-who-is-here = Vilka är här?
bodies-who-is-here-hint = De andra antecknas som frånvarande.
bodies-attendance-submit = Spara närvaron
bodies-agenda = Dagordning
bodies-agenda-once = En gång per möte:
bodies-agenda-cases = För varje ärende:
bodies-step-introductions = Presentationsrunda
bodies-step-secretary = Val av sekreterare
bodies-step-purpose = Mötets syfte
bodies-step-description = Ärendebeskrivning och fråga
bodies-step-discussion = Samtal och reflektion, alla deltar
bodies-step-outcome = Råd
bodies-step-follow-up = Boka uppföljning
bodies-cases = Ärenden på mötet
bodies-done = Klart
bodies-step-done = Markera som klart: { $step }
bodies-elect-whom = Vem är sekreterare på det här mötet?
bodies-elect = Utse sekreterare

## minutes

bodies-minutes = Protokoll
bodies-minutes-about = Skriv inget om något barn här. Det som gäller ett ärende skrivs i ärendet.
bodies-part-purpose = Mötets syfte
bodies-part-other = Övrigt
bodies-not-written = Inget är skrivet.
bodies-write = Skriv
bodies-write-submit = Spara
bodies-text = Text
bodies-correct = Rätta
bodies-correct-words = Protokollet är klart. Du kan rätta det, och då står både skälet och den tidigare texten kvar.
bodies-correct-reason = Varför rättas det?
bodies-correct-submit = Rätta protokollet
bodies-corrected = Rättat av { $name } { $date }: { $reason }
bodies-by = { $name }, { $date }
bodies-earlier = Så stod det förut
bodies-finalise = Gör protokollet klart
bodies-finalise-hint = Efteråt ändras inget på mötet annat än genom en rättelse med skäl.

## refusals

bodies-refused-day-behind = Dagen har varit
bodies-refused-day-behind-why = Ett möte läggs in från och med i dag. Välj en senare dag.
bodies-refused-no-working-day = Dagen är inte en arbetsdag
bodies-refused-no-working-day-why = Ledamöterna är lediga den dagen. Välj en arbetsdag.
bodies-refused-no-fixed-day = Det finns ingen fast dag då
bodies-refused-no-fixed-day-why = Takten kan ha ändrats. Gå tillbaka till kalendern och välj därifrån.
bodies-refused-not-proposed = Den dagen är inte en av dem som föreslås
bodies-refused-not-proposed-why = En fast dag hålls som den är, eller på en av de närmaste arbetsdagarna. Välj en av dem, eller planera ett extra möte.
bodies-refused-slot-taken = Det finns redan ett möte för den fasta dagen
bodies-refused-slot-taken-why = Öppna mötet i kalendern. Där kan du flytta det eller ställa in det.
bodies-refused-day-ahead = Mötesdagen har inte kommit
bodies-refused-day-ahead-why = Närvaro och dagordning antecknas på mötet eller efteråt.
bodies-refused-already-convened = Mötet är redan kallat
bodies-refused-already-convened-why = Ledamöterna ser det redan.
bodies-refused-not-convened = Mötet är inte kallat
bodies-refused-not-convened-why = Kalla till mötet först, så att alla som ska vara med vet om det.
bodies-refused-cancelled = Mötet är inställt
bodies-refused-cancelled-why = Planera ett nytt möte i stället.
bodies-refused-has-begun = Mötet har börjat
bodies-refused-has-begun-why = Närvaron är antecknad. Det går inte att flytta eller ställa in ett möte som har börjat.
bodies-refused-step-before = Först kommer: { $about }
bodies-refused-step-before-why = De tre första punkterna tas i ordning, en gång per möte.
bodies-refused-secretary-elected = Sekreteraren är redan utsedd
bodies-refused-secretary-elected-why = Ett möte har en sekreterare.
bodies-refused-attendance-missing = Närvaron är inte antecknad
bodies-refused-attendance-missing-why = Anteckna först vilka som är här.
bodies-refused-nobody-present = Ingen är antecknad som närvarande
bodies-refused-nobody-present-why = Kryssa för dem som är här. Kom ingen, så ställ in mötet.
bodies-refused-not-a-member = Någon har ingen plats här
bodies-refused-not-a-member-why = Bara ledamöter och ersättare antecknas. Ladda om sidan, listan kan ha ändrats.
bodies-refused-secretary-not-present = Sekreteraren är inte antecknad som närvarande
bodies-refused-secretary-not-present-why = Sekreteraren väljs bland dem som är här. Rätta närvaron eller välj någon annan.
bodies-refused-unknown-part = Protokollet har ingen sådan del
bodies-refused-unknown-part-why = Gå tillbaka till mötet och välj därifrån.
bodies-refused-part-missing = Det saknas text: { $about }
bodies-refused-part-missing-why = Skriv vad som sades, eller att punkten inte togs upp.
bodies-refused-final = Protokollet är klart
bodies-refused-final-why = Nu kan det bara rättas, med skäl.
bodies-refused-not-final = Protokollet är inte klart än
bodies-refused-not-final-why = Skriv direkt i det.
bodies-refused-unchanged = Så står det redan
bodies-refused-unchanged-why = Ändra något först.
bodies-refused-reason-missing = Skälet saknas
bodies-refused-reason-missing-why = Skriv varför, så att ledamöterna förstår.
bodies-refused-text-missing = Text saknas
bodies-refused-text-missing-why = Skriv något först.
