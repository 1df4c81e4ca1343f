### Opening a process, the circle of units, the pre-meeting.

answer-yes = Ja
answer-no = Nej

## Opening

opening-title = Starta en lotsprocess
opening-first-step = Steg 1 av 2
opening-second-step = Steg 2 av 2
opening-lead = Två frågor först. Svarar du ja på någon av dem finns det en bättre väg.
opening-wish = Det här har familjen skrivit
opening-report-title = Är du orolig för att ett barn far illa?
opening-report-words = Anmäl till socialtjänsten direkt, i din egen kanal. En lotsprocess ersätter aldrig en orosanmälan eller en remiss. Skriv inget om anmälan här.
opening-danger = Är någon i fara nu?
opening-danger-hint = Fara för liv eller hälsa, våld, eller ett barn som inte kan vara kvar där det är.
opening-harm = Kan barnet ta stor skada av att en vårdnadshavare får veta?
opening-harm-hint = Vårdnadshavarna läser allt i processen. Tänk på våld, hot, hedersförtryck och övergrepp.
opening-continue = Gå vidare
opening-cancel = Avbryt

opening-stop-title = Starta ingen process här
opening-stop-lead = Kan barnet ta stor skada av att en vårdnadshavare får veta är den gemensamma processen fel väg.
opening-stop-why = I en process läser vårdnadshavarna allt som gäller barnet. Det går inte att dölja en del för en av dem.
opening-stop-lawyer = Tala med er jurist.
opening-stop-social = Tala med socialtjänsten i din egen kanal. Är du orolig för barnet ska du anmäla det direkt.
opening-stop-child = Prata med barnet om vad som händer nu, om det är säkert att göra det.
opening-stop-nothing = Inget av det du svarade har sparats.

opening-child-title = Barnet och familjen
opening-child-lead = Gör det här tillsammans med familjen. Processen syns bara för dig och för familjen tills en kallelse är underskriven och skickad.
opening-child = Barnet
opening-name = För- och efternamn
opening-number = Personnummer eller samordningsnummer
opening-child-number-hint = Tolv siffror: 20130412-1234. Åldern avgör vem som skriver under.
opening-number-without-birthday = Numret saknar födelsedag. Den behövs, för åldern avgör vem som skriver under.
opening-protected = Skyddade personuppgifter?
opening-not-protected = Nej, inget skydd
opening-protected-hint = Då märks varje sida, och adress, skola och mötesplats lämnas tomma. Det går att slå på men inte att slå av på egen hand.
opening-guardians = Vårdnadshavare och andra vuxna
opening-guardians-hint = Ta med alla vårdnadshavare. Ta med en annan vuxen som barnet bor hos, om familjen vill det.
opening-guardian = Vuxen { $number }
opening-phone = Telefon
opening-email = E-post
opening-legal = Är vårdnadshavare enligt lag
opening-legal-hint = Bara den som är det kan skriva under som vårdnadshavare.
opening-custody = Vårdnad
opening-custody-form = Vilken vårdnadsform gäller?
opening-checked-how = Hur har du kontrollerat det?
opening-checked-how-hint = Till exempel: utdrag ur folkbokföringen.
opening-checked-on = Vilken dag kontrollerade du det?
opening-placed = Är barnet placerat enligt LVU?
opening-placed-hint = Då anger socialsekreteraren vem som kan samtycka, innan någon skriver under.
opening-family = Familjens ja
opening-agrees = Familjen har fått veta hur Lotsmodellen fungerar och vill börja planera
opening-agrees-hint = Det är inget samtycke. Ingen annan får veta något än.
opening-submit = Starta processen

opening-done = Processen för { $child } är startad
opening-done-happened = Du är initiativtagare. Nu planerar du tillsammans med familjen.
opening-done-told = Barnet och vårdnadshavarna ser processen när de loggar in. Ingen annan ser den.
opening-done-units = Föreslå verksamheter som kan hjälpa till
opening-done-pre-meeting = Skriv in förmötet
opening-done-process = Gå till processen

custody-joint = Gemensam vårdnad
custody-joint-hint = Två vårdnadshavare bestämmer tillsammans. Båda skriver under.
custody-sole = Ensam vårdnad
custody-sole-hint = En vårdnadshavare bestämmer.
custody-specially-appointed = Särskilt förordnad vårdnadshavare
custody-specially-appointed-hint = Rätten har utsett en eller två.
custody-temporary = Tillfällig vårdnadshavare
custody-temporary-hint = Rätten har utsett någon för en tid.

fault-personal-id-not-twelve-digits = Skriv tolv siffror: år, månad, dag och fyra till.
fault-personal-id-no-such-date = Det finns inget sådant datum i numret.
fault-personal-id-wrong-check-digit = Sista siffran stämmer inte med de andra. Kontrollera numret.

## The circle of units

circle-title = Vilka ska kallas?
circle-lead = Du och familjen föreslår verksamheter. Bara familjen bestämmer vilka som kallas. Ingen verksamhet får veta något innan samtycket är underskrivet.
circle-proposed = Föreslagna verksamheter
circle-own = { $unit } är med från början, eftersom processen startades där.
circle-none = Inga verksamheter är föreslagna än. Fråga familjen: vilka möter barnet i dag, och vilka skulle kunna hjälpa?
circle-by = Föreslagen av { $person }.
circle-waiting = Väntar på familjens svar
circle-approved = Ja, säger { $person }
circle-struck = Nej, familjen vill inte
circle-unanswered = Familjen svarar på sina egna sidor. Förmötet kan skrivas in när alla förslag har fått svar.
circle-propose = Föreslå en verksamhet
circle-unit = Verksamhet
circle-unit-hint = De som barnets kommun använder står först.
circle-question = Varför den verksamheten, och vilken fråga har ni till den?
circle-question-hint = Familjen läser det du skriver. Fråga vad verksamheten kan bidra med, inte vad den ska göra.
circle-submit = Föreslå verksamheten
circle-profiles = Läs vad verksamheterna gör
circle-done = { $unit } är föreslagen
circle-done-happened = Familjen säger ja eller nej på sina egna sidor.
circle-done-told = Barnet och vårdnadshavarna ser förslaget. Verksamheten får inte veta något.
circle-done-more = Föreslå en till
circle-done-pre-meeting = Skriv in förmötet

## The pre-meeting

pre-meeting-title = Förmötet
pre-meeting-again = Förmötet är redan inskrivet. Spara en ny anteckning bara om ni har planerat om.
pre-meeting-on = Vilken dag hade ni förmötet?
pre-meeting-submit = Skriv in förmötet
pre-meeting-none = Förmötet är inte inskrivet än. När initiativtagaren har skrivit in det kan du läsa det här.
pre-meeting-held = Förmötet hölls { $date }.
pre-meeting-waived = Inget förmöte hölls: { $reason }
pre-meeting-comments = Familjens kommentarer
pre-meeting-comments-none = Familjen har inte skrivit någon kommentar. Den kan göra det på sina egna sidor.
pre-meeting-rewrite = Skriv en ny anteckning
pre-meeting-done = Förmötet är inskrivet
pre-meeting-done-happened = Anteckningen är låst. Familjen kan läsa och kommentera den.
pre-meeting-done-told = Barnet och vårdnadshavarna ser anteckningen. Ingen verksamhet har fått något.
pre-meeting-done-summons = Skriv kallelsen
pre-meeting-done-note = Läs anteckningen

## Drafts

draft-save = Spara utkastet
draft-leave = Gå utan att spara
draft-hint = Utkastet kan sparas när som helst, också när något saknas.
draft-saved = Utkastet är sparat.
draft-conflict-title = { $editor } har sparat samtidigt
draft-conflict-words = Inget har skrivits över. Här är det som skiljer sig. Fälten nedan visar din version. Ändra dem som du vill ha dem och spara igen.
draft-yours = Din version:
draft-theirs = Den andra versionen:
