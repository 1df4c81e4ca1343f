### The working-day reasoning, day by day.

calendar-unit = { $unit } tog emot kallelsen { $received }. Arbetsdag 15 är { $earliest }.
calendar-day-start = { $date }: dag 0, kallelsen kom fram.
calendar-day-working = { $date }: arbetsdag { $number }.
calendar-day-not-counted = { $date }: räknas inte, { $why }.
calendar-closed = stängt ({ $reason })

weekend-saturday = lördag
weekend-sunday = söndag

holiday-new-years-day = nyårsdagen
holiday-epiphany = trettondedag jul
holiday-good-friday = långfredagen
holiday-easter-day = påskdagen
holiday-easter-monday = annandag påsk
holiday-first-of-may = första maj
holiday-ascension-day = Kristi himmelsfärds dag
holiday-whit-sunday = pingstdagen
holiday-national-day = nationaldagen
holiday-midsummer-day = midsommardagen
holiday-all-saints-day = alla helgons dag
holiday-christmas-day = juldagen
holiday-boxing-day = annandag jul

eve-midsummer-eve = midsommarafton
eve-christmas-eve = julafton
eve-new-years-eve = nyårsafton

## On the command line: `farled workdays`

workdays-bad-date = ”{ $text }” är inget datum. Skriv år-månad-dag, till exempel 2026-06-05.
workdays-too-many = Det går att räkna högst { $max } arbetsdagar.
