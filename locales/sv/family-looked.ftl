### Who has looked, and what at?

family-looked-lead = Varje gång någon öppnar en sida om { $child } skrivs det upp här. Ingen kan ta bort det.
family-looked-lead-child = Varje gång någon öppnar en sida om dig skrivs det upp här. Ingen kan ta bort det.
family-looked-wrong = Ser du ett namn som du inte känner igen? Fråga { $lead }. Du har rätt att få veta.
family-looked-none = Ingen har tittat än.
family-looked-all = Se alla som har tittat
family-looked-you = Du själv
family-looked-the-child = { $name }, barnet
family-looked-a-guardian = { $name }, vårdnadshavare
family-looked-tried = Försökte öppna en sida, men fick inte. Det kan ha varit av misstag.
family-looked-stopped = Försökte göra något som inte gick.
family-looked-something = Gjorde något här.

family-looked-everybody = Visa också när ni själva har tittat
family-looked-only-others = Visa bara de som arbetar med er
family-looked-newer = Nyare
family-looked-older = Äldre
family-looked-pages = Fler sidor

## Why somebody was let in

family-looked-why-initiator = Varför: tog första steget till samarbetet.
family-looked-why-lots = Varför: är er lots.
family-looked-why-lots-child = Varför: är din lots.
family-looked-why-chair = Varför: leder mötet.
family-looked-why-participant = Varför: har kallats av er och utsetts av sin verksamhet.
family-looked-why-inbox = Varför: sköter brevlådan dit kallelsen kom.
family-looked-why-second-reader = Varför: läser igenom texter, så att inget fel kommer ut.
family-looked-why-manager = Varför: är chef och väljer vem som får läsa.
family-looked-why-disclosed-to = Varför: på annan rättslig grund än ert ja: { $basis }.
family-looked-why-samba-contact = Varför: någon har tagit kontakt för att få mer hjälp. Här syns inte vem det gäller.
family-looked-why-samba-coordinator = Varför: tar er fråga vidare, som ni har sagt ja till.
family-looked-why-body-member = Varför: sitter i den grupp som ni har sagt ja till.
family-looked-why-took-part = Varför: var med tills samarbetet tog slut.

## What was handed on without a yes

family-disclosed-heading = Lämnat vidare utan ert ja
family-disclosed-about = Ibland säger en lag att något får lämnas vidare ändå. Då står det här. Fråga verksamheten om du undrar över det.
family-disclosed = { $from } lämnade { $what } till { $reader }, { $to }, den { $since }. Det skedde med stöd av { $basis }. Det kan läsas till och med { $until }.
family-basis-osl-25-12 = en lag om vård och stöd för barn, från vården (OSL 25 kap. 12 §)
family-basis-osl-26-9 = en lag om vård och stöd för barn, från socialtjänsten (OSL 26 kap. 9 §)
family-basis-osl-10-28 = en lag som säger att det måste lämnas (OSL 10 kap. 28 §)
family-basis-osl-10-2 = en lag om det egna arbetet (OSL 10 kap. 2 §)

## What somebody read

family-looked-list-without-name = Såg att någon ska väljas, men inte vem det gäller.
family-looked-home = Öppnade sin startsida.
family-looked-list-processes = Såg barnets namn i sin arbetslista.
family-looked-list-processes-child = Såg ditt namn i sin arbetslista.
family-looked-read-separate-copies = Läste sin egen text.
family-looked-compare-separate-copy = Jämförde en text som bara är till för en av er.
family-looked-read-disclosed = Läste det som har lämnats vidare.
family-looked-read-named-users = Läste vem som får arbeta med er.

family-looked-read-process = Läste hur långt ni har kommit.
family-looked-read-pre-meeting = Läste det ni kom fram till på förmötet.
family-looked-read-summons = Läste kallelsen.
family-looked-read-working-plan = Läste planen.
family-looked-read-own-lines = Läste sin egen del av planen.
family-looked-read-copy = Läste en kopia av planen.
family-looked-read-earlier-plan = Läste den gamla planen.
family-looked-read-not-to-be-raised = Läste det ni inte vill prata om.
family-looked-read-access-log = Läste den här listan.
family-looked-read-change = Läste om något som har ändrats.
family-looked-learn-that-it-ended = Fick veta att samarbetet har slutat.

## What somebody did

family-looked-record-pre-meeting = Skrev ner det ni kom fram till på förmötet.
family-looked-comment-pre-meeting = Skrev sina tankar om texten från förmötet.
family-looked-propose-unit = Föreslog vem som kan bjudas in.
family-looked-decide-unit = Sade ja eller nej till en verksamhet.
family-looked-write-summons = Skrev på kallelsen.
family-looked-sign = Svarade på kallelsen.
family-looked-register-signature = Skrev in en underskrift från papper.
family-looked-record-ground = Skrev in vem som får skriva under.
family-looked-dispatch = Skickade kallelsen.
family-looked-register-receipt = Skrev in när kallelsen kom fram.
family-looked-name-participant = Valde vem som ska vara med från sin verksamhet.
family-looked-reply = Svarade på kallelsen.
family-looked-revoke-consent = Skrev in att någon tog tillbaka sitt ja.
family-looked-book-meeting = Bokade ett möte eller bytte tid.
family-looked-run-meeting = Antecknade medan mötet pågick.
family-looked-propose-lots = Föreslog en lots.
family-looked-accept-lots = Sade ja till en lots.
family-looked-leave-as-lots = Slutade som lots.
family-looked-inform-child = Skrev in att { $child } har fått veta vad ni bestämde.
family-looked-inform-child-child = Skrev in att du har fått veta vad ni bestämde.
family-looked-hold-meeting = Skrev klart efter mötet.
family-looked-write-needs-and-goals = Skrev vad som behövs eller vad ni vill nå.
family-looked-write-own-line = Skrev vad den egna verksamheten bidrar med.
family-looked-rate-line = Sade hur en insats har hjälpt.
family-looked-ask-question = Ställde en fråga.
family-looked-answer-question = Svarade på en fråga.
family-looked-answer-plan = Svarade på om planen är bra.
family-looked-release-plan = Lämnade ut kopior av planen.
family-looked-file-copy = Sparade sin kopia av planen.
family-looked-tell-change = Berättade om något som har ändrats.
family-looked-pause = Tog en paus eller började igen.
family-looked-discontinue = Avslutade samarbetet.
family-looked-write-closing = Skrev om hur ni slutar.
family-looked-agree-to-close = Svarade på om ni ska sluta.
family-looked-hand-over = Lämnade över till dig som fyller 18 år.
family-looked-contact-samba = Tog kontakt för att få mer hjälp.
family-looked-read-samba-contact = Läste att någon har tagit kontakt.
family-looked-read-samba = Läste er fråga.
family-looked-sort-samba = Skrev hur frågan ska tas vidare.
family-looked-describe-samba = Skrev om det ni behöver svar på.
family-looked-ask-samba-consent = Skrev ett papper att svara ja eller nej på.
family-looked-answer-samba-consent = Svarade på om frågan får tas vidare.
family-looked-register-samba-answer = Skrev in ett svar på om frågan får tas vidare.
family-looked-revoke-samba-consent = Skrev in att någon tog tillbaka sitt ja.
family-looked-run-samba = Skrev in vad gruppen kom fram till.
family-looked-sign-agreement = Skrev under för sin egen del.
family-looked-follow-up-samba = Skrev in hur det gick sedan.
family-looked-restart = Började om på nytt.
family-looked-protect = Skrev in att en identitet är skyddad.
family-looked-propose-protection-end = Föreslog att skyddet ska tas bort.
family-looked-end-protection = Tog bort skyddet.
family-looked-ask-for-users = Bad en chef välja vem som får läsa.
family-looked-name-user = Valde vem som får läsa.
family-looked-write-separate-copy = Skrev en text som bara är till för en av er.
family-looked-approve-separate-copy = Godkände en text som bara är till för en av er.
family-looked-record-third-persons-word = Gick igenom vad texterna säger om andra.
