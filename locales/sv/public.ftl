### Pages for whoever comes by. Family text: short sentences, short words.

## The start page

start-title = Start
start-heading = När flera hjälps åt kring ett barn
start-lead = Ibland behöver ett barn stöd från flera håll. Här gör ni en plan ihop. Familjen väljer vilka som får vara med.
start-acute-title = Är det bråttom?
start-acute-words = Vänta inte på ett möte. Ring 112 vid fara för liv.
start-how-title = Så går det till
start-how-words = Vägen har sju märken. En lots följer er hela vägen. Lotsen är en person som ni själva säger ja till.
start-family-title = Till barn och föräldrar
start-family-decide = Ni säger ja eller nej till varje verksamhet.
start-family-see = Ni ser planen, och vem som har lovat vad.
start-family-stop = Ni kan ångra er när som helst, helt eller i en del.
start-staff-title = Till dig som möter barn i ditt arbete
start-staff-anyone = Vem som helst som ser ett behov kan ta första steget, ihop med familjen.
start-staff-own = Var och en skriver bara vad den egna verksamheten kan bidra med.
start-staff-help = På din arbetsplats finns en lotsambassadör att fråga.
start-ask-title = Be om en lotsprocess
start-ask-words = Prata med någon som redan möter barnet: i skolan, i vården eller i kommunen. Den kan starta.
start-ask-answer = Du får alltid ett svar. Blir det nej får du veta varför, i skrift.
start-ask-units = Se vilka som kan vara med
start-ask-here = Är du förälder, eller gäller det dig själv? Då kan du be om det här. Du loggar in först. Sedan väljer du vem du vill fråga.
start-ask-link = Be om en lotsprocess

concern-title = Är du orolig för ett barn?
concern-words = Tror du att ett barn far illa? Ring då kommunens socialtjänst på en gång. Det gör du inte här.
concern-staff = Möter du barn i ditt arbete måste du anmäla genast, på det sätt som gäller hos er. Ett möte eller en plan kan aldrig träda i stället.

## The stations, as on the chart

station-preparation = Förberedelse
station-preparation-what = Familjen och den som tar första steget pratar ihop sig.
station-summons = Kallelse
station-summons-what = Familjen skriver under: vilka som får komma, och vad de får veta.
station-initial-meeting = Första mötet
station-initial-meeting-what = Tidigast 15 arbetsdagar efter kallelsen. Lotsen väljs.
station-assessment = Bedömning
station-assessment-what = 4–16 veckor. Var och en ser vad den kan göra.
station-second-meeting = Andra mötet
station-second-meeting-what = Alla berättar vad de har kommit fram till.
station-follow-up = Uppföljning
station-follow-up-what = Ni ser vad som har hjälpt, och ändrar planen.
station-closing = Avslut
station-closing-what = Alla vet vart man vänder sig om det blir svårt igen.

## Acute

acute-page-title = När det är akut
acute-page-lead = Farled är till för det som får ta tid. Behöver du hjälp nu? Ring.
acute-call = Ring { $name }:

## Units

units-title = Verksamheter
units-lead = De här kan vara med i en lotsprocess. Läs vad de gör innan ni väljer.
units-municipality = Kommun
units-all = Alla kommuner
units-show = Visa
units-count = { $count ->
    [0] Ingen verksamhet passar in.
    [one] En verksamhet.
   *[other] { $count } verksamheter.
}
unit-target-group = För vem
unit-contributes = Det här kan vi bidra med
unit-waiting-time = Väntetid
unit-how-to-start = Så börjar man
unit-serves = Kommuner
unit-belongs-to = Hör till
unit-secrecy = Så skyddas det du berättar här
unit-secrecy-strong = Uppgifter om dig är hemliga. De får lämnas ut bara om det är klart att det inte skadar.
unit-secrecy-weaker = Uppgifter om dig är hemliga om det kan skada att de lämnas ut.
unit-secrecy-very-weak = Bara en del uppgifter är hemliga här, och bara när det finns särskilda skäl. Berätta hellre för elevhälsan.
unit-secrecy-duty-of-silence = De som arbetar här har tystnadsplikt.
unit-secrecy-own-rule = Här gäller egna regler. Fråga vilka innan du berättar.
unit-secrecy-rule = Regeln står i { $rule }.
unit-to-all = Alla verksamheter

## About

about-title = Om Farled
about-lead = Farled är ett verktyg för Lotsmodellen i { $area }. Modellen är ett sätt för kommuner och region att hjälpas åt kring barn.
about-name = En farled är en utmärkt väg i vattnet. Lotsen känner den och följer båten in.
about-data-title = Uppgifter om dig
about-data-who = En verksamhet ser något först när familjen har sagt ja till just den. Varje gång någon läser antecknas det.
about-data-cookie = Vi sparar en enda kaka i din webbläsare. Den håller dig inloggad och försvinner när du stänger. Inget hämtas från andra webbplatser.
about-accessibility-title = Tillgänglighet
about-accessibility-goal = Alla ska kunna använda Farled. Vi bygger efter WCAG 2.2, nivå AA. Allt går att göra med tangentbord och utan skript.
about-accessibility-tested = Varje sida prövas av program: axe och Nu Html Checker. Program hittar bara en del av felen.
about-accessibility-lacks = Det här saknas:
about-accessibility-lack-people = Ingen med funktionsnedsättning har prövat sidorna än.
about-accessibility-lack-languages = Texterna finns bara på svenska.
about-accessibility-lack-sign = Det finns inget på teckenspråk.
about-contact-title = Har du hittat något som inte fungerar?
about-contact-words = Berätta för oss: { $contact }
about-contact-none = Den som driver tjänsten har inte skrivit hur man når dem. Det måste göras innan den tas i bruk.
about-supervision = Myndigheten för digital förvaltning har tillsyn. Är du inte nöjd med svaret kan du anmäla det dit.
about-supervision-link = Anmäl till Digg
