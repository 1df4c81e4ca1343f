### Words that stand on every page, and the forms' own words.

product = Farled
language-code = sv
language-direction = ltr
skip-to-content = Hoppa till innehållet
to-start = Till startsidan

## The frame

nav-label = Sidor
nav-start = Start
nav-units = Verksamheter
nav-about = Om Farled
nav-family = Min sida
nav-calendar = Kalender
nav-request = Be om hjälp
nav-work = Att göra
nav-inbox = Inkommet
nav-processes = Lotsprocesser
nav-requests = Förfrågningar
nav-sessions = Mina inloggningar
sign-in = Logga in
sign-out = Logga ut

demo-banner-title = Det här är en demo.
demo-banner-words = Alla barn, familjer och anställda är påhittade. Skriv inget om riktiga personer.

protected-mark = Skyddade personuppgifter.
protected-mark-words = Lämna inte ut något om var personen finns.

acute-title = Är det akut?
acute-short = Ring 112 vid fara för liv. Farled är inte till för det som är bråttom.
acute-more = Hit kan du vända dig nu

## Dates and times

date-written-out = { $weekday } { $day } { $month } { $year }
time-written-out = { $hour }.{ $minute }
date-and-time = { $date } kl. { $time }

weekday-1 = mån
weekday-2 = tis
weekday-3 = ons
weekday-4 = tors
weekday-5 = fre
weekday-6 = lör
weekday-7 = sön

month-1 = januari
month-2 = februari
month-3 = mars
month-4 = april
month-5 = maj
month-6 = juni
month-7 = juli
month-8 = augusti
month-9 = september
month-10 = oktober
month-11 = november
month-12 = december

## Forms

form-optional = (frivilligt)
form-choose = Välj
form-max = Högst { $max } tecken.
form-title-prefix = Fel:{" "}
form-faults-title = { $count ->
    [one] En uppgift behöver rättas
   *[other] { $count } uppgifter behöver rättas
}

fault-missing = Skriv något här.
fault-too-long = Texten är { $length } tecken. Den får vara högst { $max }.
fault-control-characters = Texten innehåller tecken som inte går att visa. Skriv den för hand i stället för att klistra in den.
fault-date-missing = Välj ett datum.
fault-date = Det här är inget datum. Skriv så här: 2026-06-29.
fault-time-missing = Skriv en tid.
fault-time = Det här är ingen tid. Skriv så här: 14.10.
fault-number = Skriv ett heltal från { $min } till { $max }.
fault-choice-missing = Välj ett av alternativen.
fault-choice = Det alternativet finns inte. Välj ett av dem som visas.

## Receipts

receipt-eyebrow = Kvitto
receipt-happened = Det här hände
receipt-told = Vilka som har fått veta
receipt-told-nobody = Ingen annan har fått något meddelande.
receipt-next = Det här händer nu

## The fairway

fairway-passed = Passerad
fairway-here = Här är ni nu
fairway-ahead = Framför
fairway-arm = Sidofarled

## Filled-in forms

document-yes = Ja
document-no = Nej
third-person-reminder = Skriver du om någon annan än barnet? Sätt [[ och ]] runt de orden. Då lämnas de inte vidare.
