### The family's own first page, and the page of one child.

family-home-title = Min sida
family-home-empty = Här kommer det att stå var ni är och vad som händer sedan.
family-home-empty-how = Det finns inget här än. Ni kan be om att få börja. Då ber ni en skola, BUP eller någon annan om ett första samtal.
family-home-empty-then = Ni får alltid svar. Säger någon nej ska det stå varför.
family-ask = Be om att få börja
family-ask-again = Be om att få börja för ett barn till
family-next-meeting = Nästa möte
family-more = Mer att läsa
family-all-about = Allt om hur det går för { $child }
family-all-about-child = Allt om hur det går
family-read-plan = Läs planen från { $date }
family-requests-title = Det ni har bett om
family-request-line = Du frågade { $unit } den { $date }.
family-request-waiting = De har inte svarat än.
family-request-accepted = De har sagt ja.
family-request-refused = De har sagt nej. Läs varför.

## Who helps

family-helper-lots = Er lots
family-helper-lots-about = En lots är en person som ni har sagt ja till. Lotsen hjälper er hela vägen. Ring om du undrar något.
family-helper-initiator = Den som hjälper er nu
family-helper-initiator-about = Den här personen startade det här tillsammans med er. På det första mötet väljer ni en lots, som sedan hjälper er hela vägen.

## Who is with us

family-units-title = Vilka är med?
family-unit-initiator = { $name } härifrån startade det här med er.
family-unit-proposed = Ni har inte svarat än. De vet ingenting.
family-unit-approved = Ni har sagt ja. De vet ingenting förrän ni har skrivit under.
family-unit-consented = Ni har skrivit under. De har inte fått kallelsen än.
family-unit-sent = Kallelsen skickades { $date }.
family-unit-received = De fick kallelsen { $date }.
family-unit-coming = De har sagt att de kommer.
family-unit-substitute = De skickar en annan person i sitt ställe.
family-unit-prevented = De kunde inte då, och har sagt andra tider.
family-unit-left = De är inte med längre. De kan inte läsa något mer.
family-unit-struck = Ni har sagt nej. De får ingenting veta.

## What there is to read

family-places-title = Läs mer
family-place-units = Vilka ska bjudas in?
family-place-pre-meeting = Det ni kom fram till på förmötet
family-place-summons = Kallelsen
family-place-meeting = { $kind }, { $date }
family-place-plan = Planen
family-place-earlier-plan = Planen från förra gången
family-place-changes = Det som har ändrats mellan mötena
family-place-closing = När ni slutar, och vägen tillbaka

family-stop-about = Du får ta en paus eller säga nej när du vill. Du behöver inte säga varför. Det gäller direkt.
