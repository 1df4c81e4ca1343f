### Protected identity: the mark, those who are named, and the separate copies.

unit-of-type = en verksamhet inom { $type }
unit-invited = en inbjuden verksamhet

place-protection = Skyddade personuppgifter
place-protection-about = Vem som är skyddad, vem som inte får veta var, och vilka som får arbeta här.
place-separate-copies = Särskilda kopior
place-separate-copies-about = Det som en vårdnadshavare läser i stället för hela texten.
nav-named-users = Utse personal
way-named-users = Gå tillbaka till dem som du ska utse.

protection-lead = Här syns vem som är skyddad och vilka som får arbeta med processen. Skyddet slås på av en person, direkt. Det tar två personer att avsluta det.
protection-people = Den som är skyddad
protection-people-none = Ingen här har skyddade personuppgifter.
protection-people-register = Registret säger att någon här har skyddade personuppgifter. Skriv nedan vem det är och hur starkt skyddet är.
protection-hidden = { $name } får inte veta var någon finns, och läser bara särskilda kopior.
protection-end-proposed = { $name } har föreslagit att skyddet avslutas:
protection-end-other = Det är någon annan som avslutar. Be en annan av dem som är utsedda.
protection-end = Avsluta skyddet för { $name }

protection-units = De som får arbeta här
protection-units-lead = Varje verksamhets chef utser dem. Alla andra vid verksamheten får samma svar som om processen inte fanns.
protection-unit-not-asked = Chefen är inte tillfrågad
protection-unit-asked = Chefen tillfrågad { $date }, ingen är utsedd
protection-unit-named = { $names }
protection-ask = Fråga cheferna
protection-asked = Cheferna är tillfrågade
protection-asked-what = De får veta att någon behöver utses och vilken verksamhet som frågar. De får inget veta om barnet.
protection-asked-told = Chefen vid { $unit } ser frågan på sin sida.

protection-protect = Slå på skyddet
protection-protect-lead = Gäller direkt. Sidor och utskrifter märks, och bara de som är utsedda kommer åt dem. En kallelse som väntar på underskrift öppnas igen, eftersom den kan säga för mycket.
protection-who = Vem ska skyddas?
protection-grade = Vilket skydd har personen?
protection-grade-secrecy-marking = Sekretessmarkering
protection-grade-secrecy-marking-hint = En varningssignal i folkbokföringen.
protection-grade-protected-registration = Skyddad folkbokföring
protection-grade-protected-registration-hint = Personen är folkbokförd på en annan ort än den där hen bor.
protection-grade-assumed-identity = Fingerade personuppgifter
protection-grade-assumed-identity-hint = Hanteras inte i Farled. Inget sparas, inte heller att någon har frågat.
protection-protect-submit = Slå på skyddet
protection-done-protect = Skyddet är på för { $name }
protection-done-protect-what = Alla sidor och utskrifter bär nu märket.
protection-done-protect-next = Fråga varje verksamhets chef vilka som får arbeta här.
protection-done-reopened = Kallelsen som väntade på underskrift är öppnad igen. Läs igenom den och lås den på nytt.

protection-hide = Dölj var någon finns
protection-hide-lead = En vårdnadshavare kan få veta att processen finns och skriva under, men inte var någon bor, går i skola eller träffas. Från och med nu läser personen bara särskilda kopior.
protection-from = För vem?
protection-reason = Varför?
protection-reason-hint = Skälet läser bara ni som arbetar här.
protection-hide-submit = Dölj för den personen
protection-done-hide = { $name } får inte veta var någon finns
protection-done-hide-what = Det gäller direkt. Bara särskilda kopior som två personer har jämfört når personen.
protection-done-hide-next = Skriv en särskild kopia av kallelsen när den är låst.

protection-ending = Avsluta skyddet
protection-ending-lead = Det tar två personer. Den första skriver varför, den andra avslutar.
protection-end-who = För vem?
protection-end-reason = Varför behövs skyddet inte längre?
protection-end-submit = Föreslå att skyddet avslutas
protection-done-propose-end = Du har föreslagit att skyddet för { $name } avslutas
protection-done-propose-end-what = Skyddet gäller tills någon annan avslutar det.
protection-done-propose-end-next = Be en annan av dem som är utsedda att läsa skälet och avsluta.
protection-done-end = Skyddet för { $name } är avslutat
protection-done-end-what = Ni var två om det. Vilka ni var och varför står i loggen.
protection-done-end-next = Säger folkbokföringen fortfarande att personen är skyddad bär sidorna kvar märket.

named-lead = Här väntar processer där någon har skyddade personuppgifter. Du utser vilka hos er som får arbeta med dem. Du behöver inte veta vem barnet är, och ser det inte här.
named-none = Ingen fråga väntar på dig.
named-reference = Referens { $reference }
named-asked = { $unit } frågade { $date }.
named-count = { $count ->
    [0] Ingen är utsedd
    [one] En är utsedd
   *[other] { $count } är utsedda
}
named-title = Utse vilka som får arbeta med processen
named-about = Den som du utser ser vem det gäller och tar hand om kallelsen. Alla andra hos er får samma svar som om processen inte fanns. Utse så få som möjligt.
named-now = Utsedda nu
named-nobody = Ingen är utsedd ännu. Tills någon är det kan ni inte få kallelsen.
named-remove = Ta bort { $name }
named-remove-hint = Gäller direkt. Är det Lotsen du tar bort vilar processen tills det finns en ny.
named-more = Utse någon
named-no-colleagues = Alla som arbetar hos er är redan utsedda.
named-who = Vem?
named-who-hint = Välj någon som inte känner familjen.
named-not-this-one = Den personen kan inte utses här. Välj någon annan.
named-submit = Utse
named-done = Du har utsett en person
named-done-what = { $name } kan nu arbeta med processen.
named-done-told = Den som är utsedd ser kallelsen på sin sida så fort den är skickad.
named-done-next = Ingen ersätter personen utan att du säger det. Utse gärna en till, om någon skulle bli sjuk.
named-removed = Personen är inte längre utsedd
named-removed-what = { $name } kommer inte längre åt något i processen. Det gäller direkt.

whereabouts-checked = Jag har läst texten och den röjer inte var någon finns
whereabouts-checked-hint = Leta efter adress, telefon, e-post, arbetsplats, skola, mottagning, mötesplats och ort. Sådant som tillsammans med annat visar vägen räknas också.
whereabouts-not-checked = Läs igenom texten med tanke på platser, och kryssa i att du har gjort det.

separate-lead = Den som inte får veta var någon finns läser en särskild kopia i stället för hela texten. Den ena skriver, den andra jämför. Först därefter når den fram.
separate-none = Ingen särskild kopia är skriven.
separate-of-summons = Kallelsen
separate-of-plan = Planen, version { $version }
separate-of-message = Ett meddelande
separate-for = { $what } till { $name }
separate-approved = Godkänd av { $name } { $date }
separate-waits = Skriven av { $name }. Väntar på att en annan jämför.
separate-write = Skriv en särskild kopia
separate-write-lead = Du börjar med det som går att behålla av hela texten. Verksamheter står som sin sort, och rader som visar en plats är borta.
separate-writing-lead = Ta bort allt som visar var någon bor, går i skola, får vård, arbetar eller träffas. Skriv sorten i stället för namnet: en verksamhet inom barn- och ungdomspsykiatri.
separate-text = Texten som personen läser
separate-text-hint = Det är precis den här texten som skrivs under eller lämnas ut. En rad för varje sak.
separate-submit = Spara och be någon jämföra
separate-found = Det här kan visa var någon finns: { $words }. Ta bort det eller skriv det på ett annat sätt.
separate-whole = Hela texten
separate-no-whole = Det finns ingen hel text att jämföra med. Läs meddelandet för sig.
separate-separate = Särskild kopia
separate-left-out = Utelämnat eller ändrat
separate-written = Den särskilda kopian är sparad
separate-written-what = Den når ingen förrän en annan person har jämfört den med hela texten.
separate-written-next = Be en av dem som är utsedda i er verksamhet att jämföra.
separate-compare = Till jämförelsen
separate-approve = Godkänn
separate-approve-lead = Läs den särskilda kopian från början till slut. Fråga dig: kan någon av det här, eller av flera saker tillsammans, räkna ut var personen finns?
separate-approve-submit = Godkänn kopian
separate-own = Du har skrivit den. Någon annan behöver jämföra den med hela texten.
separate-done = Den särskilda kopian är godkänd
separate-done-what = { $name } kan nu läsa den, och bara den.
separate-done-told = { $name } ser den på sin sida.
