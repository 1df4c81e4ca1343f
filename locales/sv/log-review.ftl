### Log review: a manager goes through a part of what the unit has looked at (AC-12).

nav-log-review = Granska loggen
log-review-lead = Varje månad går du igenom en del av det som din verksamhet har öppnat. Systemet väljer vad, inte du.
log-review-about = Du ser vem som gjorde vad och när. Du får inte veta vilket barn det gällde. Den som du frågar känner igen processen på dess referens.
log-review-none = Det finns ingen hel månad att granska än.
log-review-not-drawn = Inget urval är gjort.
log-review-draw = Gör urvalet för { $month }
log-review-month = { $month } { $year }
log-review-of = Granskning av { $month }
log-review-figures = { $looks ->
    [one] En händelse, { $drawn } i urvalet.
   *[other] { $looks } händelser, { $drawn } i urvalet.
}
log-review-decided = Hörde till arbetet: { $in_order }. Förklarade: { $explained }. Avvikelser: { $deviations }.
log-review-all-decided = Klar
log-review-left = { $count ->
    [one] En kvar
   *[other] { $count } kvar
}
log-review-waits = Väntar på dig
log-review-waits-for-another = Väntar på en annan chef
log-review-nobody-looked = Det finns inget att granska för den månaden.
log-review-ask = Är du osäker på varför någon har tittat? Fråga den som gjorde det, och skriv vad du fick veta.

log-review-rule-protected = Skyddade personuppgifter: { $drawn } av { $found }
log-review-rule-denied = Försök som nekades: { $drawn } av { $found }
log-review-rule-other-ground = På annan grund än samtycke: { $drawn } av { $found }
log-review-rule-odd-hours = Kvällar, nätter och lediga dagar: { $drawn } av { $found }
log-review-rule-many = Många processer på samma dag: { $drawn } av { $found }
log-review-rule-lot = Slumpvis av resten: { $drawn } av { $found }

log-review-look = En händelse i loggen
log-review-who = Vem
log-review-when = När
log-review-what = Vad
log-review-outcome = Utfall
log-review-ground = Varför personen släpptes in
log-review-reference = Processens referens
log-review-reference-hint = Referensen står längst ned på processens sida och i inkorgen, för dem som arbetar med den. Den som nekades har bara adressen.
log-review-picked = Varför du granskar det
log-review-decision = Beslut
log-review-something = något annat
log-review-no-ground = Personen släpptes inte in.

log-review-outcome-granted = tilläts
log-review-outcome-forbidden = nekades
log-review-outcome-hidden = fick svaret att sidan inte finns
log-review-outcome-refused = stoppades av en regel

log-review-ground-child = Är barnet självt.
log-review-ground-guardian = Är vårdnadshavare.
log-review-ground-guardian-apart = Är vårdnadshavare och läser särskilda kopior.
log-review-ground-initiator = Har öppnat processen.
log-review-ground-lots = Är lots.
log-review-ground-chair = Leder mötet.
log-review-ground-participant = Är utsedd att delta för verksamheten.
log-review-ground-inbox = Sköter verksamhetens funktionsbrevlåda.
log-review-ground-second-reader = Jämför särskilda kopior.
log-review-ground-manager = Är chef och utser vilka som får arbeta med processen.
log-review-ground-disclosed-to = Har fått uppgifter på annan grund än samtycke.
log-review-ground-took-part = Deltog tills samordningen upphörde.

log-review-picked-protected = Någon i processen har skyddade personuppgifter.
log-review-picked-denied = Personen försökte och nekades.
log-review-picked-other-ground = Uppgifterna lämnades på annan grund än samtycke.
log-review-picked-odd-hours = Det var kväll, natt eller ledig dag.
log-review-picked-many = Personen öppnade många processer den dagen.
log-review-picked-lot = Slumpen valde det.

log-review-decide = Vad säger du om det?
log-review-decision-in-order = Det hörde till arbetet
log-review-decision-in-order-hint = Du vet varför personen tittade.
log-review-decision-explained = Förklarat
log-review-decision-explained-hint = Du har frågat, och det du fick veta stämmer. Skriv vad.
log-review-decision-deviation = Avvikelse
log-review-decision-deviation-hint = Det hörde inte till arbetet. Skriv vad du gör åt det.
log-review-decided-in-order = Hörde till arbetet, { $name } { $date }
log-review-decided-explained = Förklarat, { $name } { $date }
log-review-decided-deviation = Avvikelse, { $name } { $date }
log-review-remark = Anteckning
log-review-remark-hint = Beslutet går inte att ändra efteråt. Skriv inget om något barn. Krävs när det är förklarat eller är en avvikelse.
log-review-submit = Spara beslutet
log-review-already = Det är redan beslutat. Läs beslutet ovan.
log-review-own = Det här har du gjort själv. En annan chef för verksamheten granskar det.
