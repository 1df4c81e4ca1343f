### What each refusal says: what, why, and the ways on.

listed-and = { $most } och { $last }

refused-process-closed-what = Processen är avslutad
refused-process-closed-why = En avslutad process kan läsas men inte ändras. Det som står där är det som gällde när ni slutade.

refused-process-discontinued-what = Samordningen har upphört
refused-process-discontinued-why = När samordningen har upphört kan ingen göra något mer i processen. Vill familjen ha hjälp igen börjar ni om med en ny.

refused-process-paused-what = Processen vilar
refused-process-paused-why = Medan processen vilar går arbetet inte vidare. Det kan bero på att ett samtycke saknas, att lotsen har slutat eller att familjen har bett om en paus.

refused-danger-now-what = Börja inte här när någon är i fara nu
refused-danger-now-why = En process tar veckor. När någon är i fara behövs hjälp direkt, på en annan väg. Inget har sparats.

refused-guardian-may-harm-what = Här kan den gemensamma processen inte användas
refused-guardian-may-harm-why = Vårdnadshavarna ser allt i processen. Om barnet kan ta stor skada av att någon av dem får veta måste du gå en annan väg. Inget har sparats.

refused-outside-target-group-what = Barnet måste vara under 18 år
refused-outside-target-group-why = Modellen är till för barn och unga upp till 18 år. Kontrollera födelsedatumet.

refused-custody-does-not-fit-what = Vårdnadshavarna stämmer inte med vårdnadsformen
refused-custody-does-not-fit-why = Vid gemensam vårdnad är det två vårdnadshavare, vid ensam eller tillfällig vårdnad en, och vid särskilt förordnad en eller två. Det avgör vilka som behöver skriva under.

refused-family-has-not-agreed-what = Familjen har inte sagt ja till att börja planera
refused-family-has-not-agreed-why = Familjen ska känna till modellen och vilja börja. Utan det öppnas ingen process.

refused-unknown-unit-what = Verksamheten finns inte
refused-unknown-unit-why = Bara verksamheter i området kan vara med. Listan kan ha ändrats sedan sidan öppnades.

refused-unit-not-in-agreement-what = Verksamheten är inte med i överenskommelsen
refused-unit-not-in-agreement-why = Den kan bjudas in, men en process startas av en verksamhet som är med.

refused-unit-takes-part-already-what = Verksamheten är redan med
refused-unit-takes-part-already-why = Den som öppnar processen tar med sin egen verksamhet från början.

refused-unit-already-proposed-what = Verksamheten är redan föreslagen
refused-unit-already-proposed-why = Familjen har frågan, eller har redan sagt ja.

refused-unit-not-proposed-what = Verksamheten är inte föreslagen
refused-unit-not-proposed-why = Det finns inget att svara på. Den kan ha blivit struken.

refused-only-family-decides-what = Det här bestämmer bara familjen
refused-only-family-decides-why = Barnet och vårdnadshavarna avgör vilka som kallas och om texten stämmer. Ingen annan kan svara för dem.

refused-family-has-not-answered-what = Familjen har inte svarat om { $unit }
refused-family-has-not-answered-why = Varje föreslagen verksamhet behöver ett ja eller ett nej från familjen innan ni går vidare.

refused-not-approved-by-family-what = Familjen har inte sagt ja till { $unit }
refused-not-approved-by-family-why = Bara verksamheter som familjen har sagt ja till kan kallas.

refused-not-formulated-with-family-what = Syfte och mål är inte formulerade med familjen
refused-not-formulated-with-family-why = Minst en i familjen ska ha varit med och formulerat dem.

refused-pre-meeting-missing-what = Förmötet saknas
refused-pre-meeting-missing-why = I förmötet bestämmer familjen vad mötet ska handla om och vilka som kallas. Kallelsen bygger på det.

refused-already-awaiting-signature-what = En kallelse väntar redan på underskrift
refused-already-awaiting-signature-why = Det finns bara en text att skriva under i taget. Öppna den igen om något ska ändras.

refused-empty-scope-what = Ingen verksamhet är vald
refused-empty-scope-why = Ett samtycke gäller alltid namngivna verksamheter. Minst en annan än din egen behövs.

refused-kinds-missing-what = Vilka uppgifter som får lämnas till { $unit } saknas
refused-kinds-missing-why = Samtycket säger för varje verksamhet vilken slags uppgifter det gäller.

refused-consent-period-what = Samtycket ska gälla längre än i dag och högst till { $latest }
refused-consent-period-why = Ett samtycke är alltid begränsat i tid. Det kan förnyas på ett möte.

refused-information-not-given-what = Familjen har inte fått all information
refused-information-not-given-why = Den som skriver under ska veta vad samtycket betyder, att det är frivilligt och hur det tas tillbaka.

refused-child-summary-missing-what = Sammanfattningen till barnet saknas
refused-child-summary-missing-why = Barnet har rätt att förstå vad kallelsen säger.

refused-custody-not-rechecked-what = Vårdnaden behöver kontrolleras igen
refused-custody-not-rechecked-why = Vårdnaden kan ha ändrats sedan det förra samtycket. Den slås upp på nytt för varje nytt samtycke.

refused-consent-authority-not-stated-what = Det saknas uppgift om vem som kan samtycka
refused-consent-authority-not-stated-why = Barnet är placerat enligt LVU. Socialsekreteraren anger vem som kan samtycka och på vilken grund. Inget är förvalt.

refused-no-guardian-can-sign-what = Ingen vårdnadshavare kan skriva under
refused-no-guardian-can-sign-why = Minst en vårdnadshavare måste kunna skriva under. Alla är nu antecknade som förhindrade.

refused-too-young-to-sign-alone-what = Barnet är för ungt för att skriva under ensamt
refused-too-young-to-sign-alone-why = Under 13 år kan ingen bedömas som mogen nog att samtycka utan vårdnadshavare.

refused-maturity-not-assessed-what = { $unit } har inte bedömt barnets mognad
refused-maturity-not-assessed-why = Barnet kan skriva under ensamt bara när varje verksamhet skriftligt har bedömt mognaden för sina egna uppgifter.

refused-nothing-frozen-what = Det finns ingen färdig kallelse
refused-nothing-frozen-why = Kallelsen ska vara klar och låst innan den kan skrivas under, öppnas igen eller skickas.

refused-summons-reopened-what = Kallelsen har öppnats igen
refused-summons-reopened-why = Texten kommer att ändras. Underskrifter på den förra gäller inte längre.

refused-not-a-signatory-what = Personen är inte en av dem vars samtycke behövs
refused-not-a-signatory-why = Vårdnaden och barnets ålder avgör vilka som skriver under och vilka som kan ta tillbaka.

refused-text-changed-what = Texten är inte den som visades
refused-text-changed-why = Den som skriver under ska ha läst just den text som gäller. Den har ändrats sedan sidan öppnades.

refused-signs-for-another-what = Ingen skriver under för någon annan
refused-signs-for-another-why = Var och en skriver under själv. Den som hjälper till, eller registrerar ett papper, anges med namn.

refused-revoke-instead-what = Underskriften finns redan
refused-revoke-instead-why = Den som har ångrat sig tar tillbaka sitt samtycke. Det gäller direkt och kräver ingen förklaring.

refused-nothing-to-answer-what = Det finns inget nej att svara på
refused-nothing-to-answer-why = Ett svar skrivs bara när ett barn har sagt nej till kallelsen.

refused-childs-refusal-unanswered-what = Barnets nej har inte fått något svar
refused-childs-refusal-unanswered-why = När ett barn säger nej ska någon skriva hur ni har pratat om det, innan något skickas.

refused-signatures-missing-what = Underskrift saknas: { $people }
refused-signatures-missing-why = En kallelse utan alla underskrifter som behövs skickas aldrig, av någon.

refused-not-in-scope-what = { $unit } finns inte med i samtycket
refused-not-in-scope-why = Bara de verksamheter som står i det underskrivna samtycket kan kallas. Fler kräver ett nytt samtycke.

refused-consent-not-active-what = Det finns inget gällande samtycke för { $unit }
refused-consent-not-active-why = Samtycket kan ha tagits tillbaka eller gått ut. Utan det får verksamheten inget veta.

refused-already-received-what = Mottagandet är redan registrerat
refused-already-received-why = Blev datumet fel rättar du det, med ett skäl.

refused-received-before-sent-what = Mottagen före det datum den skickades
refused-received-before-sent-why = En kallelse kan inte ha kommit fram innan den skickades.

refused-not-received-what = { $unit } har inte tagit emot kallelsen
refused-not-received-why = De 15 arbetsdagarna räknas från den dag kallelsen kom fram. Därför går det inte att bestämma en dag än.

refused-proposals-missing-what = Förslag på andra tider saknas
refused-proposals-missing-why = Den som inte kan komma skickar en ersättare eller föreslår andra tider, så att mötet ändå blir av.

refused-lots-must-be-replaced-first-what = Personen är lots
refused-lots-must-be-replaced-first-why = Den som är lots kan inte lämna utan att någon annan tar över.

refused-nothing-to-revoke-what = Det finns inget samtycke att ta tillbaka
refused-nothing-to-revoke-why = Samtycket för verksamheten har aldrig lämnats, eller är redan borta.

refused-date-ahead-what = Datumet ligger framåt i tiden
refused-date-ahead-why = Det du antecknar har redan hänt. Då kan datumet inte vara senare än i dag.

refused-date-behind-what = Datumet har redan varit
refused-date-behind-why = Ett möte bokas på en dag som inte har passerat.

refused-ends-before-it-starts-what = Mötet slutar innan det börjar
refused-ends-before-it-starts-why = Sluttiden ska vara senare än starttiden.

refused-too-early-what = Mötet kan hållas tidigast { $earliest }
refused-too-early-why = Varje verksamhet har 15 arbetsdagar på sig från den dag kallelsen kom fram. Den som fick den sist avgör.

refused-outside-window-what = Andra mötet ligger utanför { $from } till { $to }
refused-outside-window-why = Bedömningarna beräknas ta mellan 4 och 16 veckor. En annan dag går bra, men skriv varför.

refused-nothing-sent-what = Kallelsen är inte skickad
refused-nothing-sent-why = Mötet bokas när verksamheterna har fått kallelsen.

refused-meeting-already-booked-what = Ett möte är redan bokat
refused-meeting-already-booked-why = Det kommer ett möte i taget. Behöver ni en annan tid ändrar du det som är bokat.

refused-not-fitted-to-family-what = Tid och plats är inte stämda med familjen
refused-not-fitted-to-family-why = Mötet läggs så att det passar barnet och familjen. Fråga dem först.

refused-no-such-meeting-what = Mötet finns inte, eller är redan över
refused-no-such-meeting-why = Det kan ha ställts in eller hållits sedan sidan öppnades.

refused-meeting-not-yet-what = Mötet är först { $on }
refused-meeting-not-yet-why = Ett möte avslutas den dag det hålls, eller efteråt.

refused-no-such-agenda-item-what = Punkten finns inte på dagordningen
refused-no-such-agenda-item-why = Dagordningen kan ha ändrats sedan sidan öppnades.

refused-family-speaks-first-what = Familjen talar först, vid punkt { $item }
refused-family-speaks-first-why = Mötet börjar i familjens egna ord. De andra punkterna väntar tills familjen har berättat.

refused-attendance-incomplete-what = Närvarolistan är inte klar
refused-attendance-incomplete-why = Alla som är med, på plats eller på distans, ska stå i listan innan mötet avslutas.

refused-attendance-missing-what = { $unit } saknas i närvarolistan
refused-attendance-missing-why = Varje kallad verksamhet står med, också den som inte kom.

refused-attendance-without-family-what = Familjen saknas i närvarolistan
refused-attendance-without-family-why = Ett lotsmöte hålls med familjen. Någon av dem ska stå i listan.

refused-guest-not-accepted-what = Någon är här som familjen inte har sagt ja till
refused-guest-not-accepted-why = Samtycket täcker inte den personen. Stanna upp och fråga familjen innan något mer sägs.

refused-family-absent-what = Familjen är inte här
refused-family-absent-why = Ett möte utan familjen kan inte ge något resultat. Boka en ny tid.

refused-only-one-principal-what = Bara en huvudman är med
refused-only-one-principal-why = En samordnad plan behöver både kommunen och regionen. Boka en ny tid, eller anteckna planen som försökt.

refused-lots-is-a-professional-what = Lotsen är någon som arbetar med barnet
refused-lots-is-a-professional-why = Lotsen väljs bland dem som verksamheterna har namngett. Familjen ska slippa hålla ihop arbetet själv.

refused-not-a-participant-what = Personen deltar inte i processen
refused-not-a-participant-why = Den som leder mötet eller är lots ska vara namngiven av en verksamhet som samtycket täcker.

refused-lots-not-proposed-what = Personen är inte föreslagen som lots
refused-lots-not-proposed-why = En lots föreslås först. Sedan säger både personen och familjen ja.

refused-lots-not-chosen-what = Ingen lots är vald
refused-lots-not-chosen-why = Familjen ska ha en person att vända sig till. Både personen och familjen säger ja.

refused-child-not-informed-what = Ingen ska berätta för barnet
refused-child-not-informed-why = Barnet har rätt att få veta vad som bestämdes. Ange vem som berättar och när, om barnet inte redan vet.

refused-next-meeting-missing-what = Nästa möte saknas
refused-next-meeting-missing-why = Nästa möte bestäms innan ni skiljs åt. Blir det inget mer möte, skriv varför.

refused-decisive-matter-blocked-what = Det här kan inte bestämmas utan båda vårdnadshavarna
refused-decisive-matter-blocked-why = En vårdnadshavare har inte kunnat skriva under. Det som är avgörande för barnets framtid bestämmer båda tillsammans.

refused-no-board-decision-what = Det finns inget beslut av nämnden om den insatsen
refused-no-board-decision-why = Nämnden kan besluta att det räcker med en vårdnadshavare för vissa insatser. Beslutet antecknas först.

refused-no-such-line-what = Raden finns inte
refused-no-such-line-why = Den kan ha ändrats sedan sidan öppnades.

refused-own-contribution-only-what = En verksamhet skriver bara vad den själv bidrar med
refused-own-contribution-only-why = Ingen beställer en insats av någon annan. Det du undrar över kan du ställa som en fråga.

refused-line-outside-coordination-what = Raden ligger utanför samordningen
refused-line-outside-coordination-why = Verksamheten är inte längre med. Raden står kvar, men ändras inte här.

refused-line-cannot-go-there-what = Insatsen kan inte gå till det läget
refused-line-cannot-go-there-why = En insats går framåt: erbjuden, planerad, påbörjad och klar. Den som är klar eller stoppad är det.

refused-where-instead-missing-what = Skriv varför, och vart familjen kan vända sig
refused-where-instead-missing-why = När något inte går ska familjen få hjälp till rätt ställe i stället.

refused-rating-out-of-range-what = Välj ett tal från 1 till 5
refused-rating-out-of-range-why = Ett betyder ingen hjälp alls. Fem betyder mycket hjälp.

refused-cannot-lead-what = { $unit } kan inte ha det övergripande ansvaret
refused-cannot-lead-why = Lagen lägger ansvaret för planen på kommunen eller regionen, i en verksamhet som är med.

refused-needs-missing-what = Planen har inga behov
refused-needs-missing-why = Planen börjar i vad barnet behöver. Minst ett behov ska stå där.

refused-commitments-missing-what = Ingen verksamhet har sagt vad den bidrar med
refused-commitments-missing-why = Minst en rad behövs. Det räcker med en bedömning, eller att det inte är känt än.

refused-others-missing-what = Frågan om vad andra gör är inte besvarad
refused-others-missing-why = Lagen kräver att planen säger vilka åtgärder någon annan än kommunen och regionen gör. Svaret kan vara inga.

refused-lead-principal-missing-what = Ingen har det övergripande ansvaret
refused-lead-principal-missing-why = Planen ska säga om det är kommunen eller regionen som har det övergripande ansvaret.

refused-follow-up-missing-what = Uppföljningen saknas
refused-follow-up-missing-why = Från det andra mötet följer ni upp planen. Fyll i uppföljningen innan mötet avslutas.

refused-assessment-not-reported-what = { $unit } har inte berättat vad bedömningen visade
refused-assessment-not-reported-why = Vid andra mötet berättar var och en: klar, pågår eller inget att bidra med och vart familjen kan vända sig.

refused-line-not-followed-up-what = En rad från { $unit } är inte uppföljd
refused-line-not-followed-up-why = Planen följs upp rad för rad. Varje verksamhet svarar för sina egna.

refused-no-such-version-what = Versionen finns inte, eller har ersatts
refused-no-such-version-why = Det är den senaste versionen som gäller.

refused-has-answered-already-what = Personen har redan svarat själv
refused-has-answered-already-why = Den som har svarat på planen på sin egen sida ändrar också svaret där. Ingen annan skriver över det.

refused-already-released-what = Versionen är redan lämnad
refused-already-released-why = Det som är lämnat ändras inte. Ändringar kommer i nästa version.

refused-line-not-confirmed-what = { $unit } har inte bekräftat sina rader
refused-line-not-confirmed-why = En rad gäller när verksamheten själv har bekräftat den.

refused-family-has-not-answered-plan-what = { $people } har inte svarat på planen
refused-family-has-not-answered-plan-why = Familjen säger om texten stämmer, eller skriver vad som inte gör det. Planen lämnas ut efter det.

refused-receiver-forgotten-what = { $receiver } är inte med bland mottagarna
refused-receiver-forgotten-why = Alla som är med ska få veta. Ingen kan lämnas utanför.

refused-no-such-copy-what = Kopian finns inte här
refused-no-such-copy-why = En kopia hör till den som har fått den.

refused-changed-meanwhile-what = Något har hänt sedan du öppnade sidan
refused-changed-meanwhile-why = Det som lämnas ut ska vara det som du har läst. Inget är utlämnat.

refused-closing-not-decided-what = Avslutet är inte bestämt
refused-closing-not-decided-why = Familjen och nätverket bestämmer tillsammans på ett möte att det är dags att avsluta.

refused-too-early-to-close-what = Det är för tidigt att avsluta
refused-too-early-to-close-why = Arbetet avslutas tidigast på det andra mötet, när ni har sett vad bedömningarna visade.

refused-way-back-missing-what = Vägen tillbaka är inte skriven
refused-way-back-missing-why = Familjen ska veta vem de vänder sig till om det blir svårt igen.

refused-way-back-not-given-what = { $receiver } har inte fått vägen tillbaka
refused-way-back-not-given-why = Barnet, familjen och varje verksamhet ska ha fått den innan ni avslutar.

refused-feedback-not-invited-what = Familjen har inte fått säga vad den tyckte
refused-feedback-not-invited-why = Familjen bjuds in att berätta hur arbetet har varit. Den behöver inte svara.

refused-plan-not-released-what = Den senaste planen är inte lämnad
refused-plan-not-released-why = Alla ska ha fått den senaste versionen innan nästa möte hålls och innan processen avslutas.

refused-copy-not-filed-what = { $unit } har inte fört in sin kopia
refused-copy-not-filed-why = Varje verksamhet bekräftar att kopian finns i det egna journalsystemet.

refused-consent-ran-out-what = Samtycket har gått ut
refused-consent-ran-out-why = Ett samtycke som har gått ut har samma verkan som ett som har tagits tillbaka. Det kan förnyas.

refused-not-decided-here-what = Det avslutet kommer av sig självt
refused-not-decided-here-why = En process kan avbrytas för att familjen vill det, eller för att barnet inte hör till målgruppen. Annat följer av samtycket och av tiden.

refused-not-over-what = Processen är inte över
refused-not-over-why = En ny process kan byggas på en tidigare när den är avslutad eller har upphört.

refused-not-soon-adult-what = Det är mer än ett halvår till 18-årsdagen
refused-not-soon-adult-why = Överlämningen till vuxna verksamheter planeras under det sista halvåret.

refused-no-escalation-here-what = Vägen till samordnaren finns inte i den här kommunen
refused-no-escalation-here-why = Samba finns i den kommun som har bestämt det.

## What can be done instead

way-family = Gå till er sida och se vad som händer nu.
way-process = Gå till processen och se var den är.
way-restart = Börja om med en ny process som bygger på den här.
way-resume = Se varför den vilar och hur den kan tas upp igen.
way-units = Se vilka verksamheter som är föreslagna och vad familjen har svarat.
way-pre-meeting = Anteckna förmötet.
way-summons = Gå till kallelsen.
way-summons-read = Läs kallelsen igen.
way-signatures = Se vem som har skrivit under och vem som saknas.
way-grounds = Anteckna grunden.
way-dispatch = Skicka kallelsen.
way-deliveries = Se när varje verksamhet tog emot kallelsen.
way-consent = Se vad samtycket gäller i dag.
way-revocation = Ta tillbaka samtycket.
way-plan = Gå till planen.
way-closing = Gå till avslutet.
way-book-next = Boka nästa möte.
way-meeting = Gå till mötet.
way-rebook = Boka om mötet.
way-acute = Se vart du kan vända dig nu.
way-lawyer = Tala med er jurist, utan att lämna ut vem det gäller mer än du behöver.
way-social = Tala med socialtjänsten i din egen kanal.
way-adult = Är personen vuxen finns andra vägar till en samordnad plan. Fråga socialtjänsten eller vården.
way-check-custody = Slå upp vårdnaden och rätta formen eller vilka som är vårdnadshavare enligt lag.
way-talk = Berätta om modellen för familjen och fråga igen en annan dag.
way-choose-listed = Välj en verksamhet i listan.
way-ask-family = Fråga familjen.
way-family-member = Gå igenom texten med någon i familjen och kryssa i vem.
way-grid = Kryssa i minst en slags uppgift för varje verksamhet, också din egen.
way-date = Välj ett annat datum.
way-inform = Gå igenom punkterna med familjen och kryssa i dem.
way-times = Ändra tiderna.
way-reason = Skriv ett skäl, eller välj en annan dag.
way-instead = Fyll i båda rutorna.
way-rating = Välj ett av talen.
way-receiver = Ta med alla mottagare.
way-book-later = Välj den dagen eller en senare.
way-units-wait = Låt den verksamhet som fick kallelsen sist vänta till nästa möte.
way-read-again = Läs igenom sidan igen. Den visar nu hur det är.
way-ask-question = Ställ det som en fråga.
way-protection = Till skyddade personuppgifter
way-separate-copies = Till särskilda kopior
way-second-person = Be en annan av dem som är utsedda.
way-whereabouts = Läs igenom texten och ta bort det som visar var någon finns.
way-basis = Välj en annan grund, eller be familjen om samtycke.

refused-assumed-identity-what = Fingerade personuppgifter hanteras inte här
refused-assumed-identity-why = Kopplingen mellan två identiteter får inte finnas i ett gemensamt system. Inget har sparats.

refused-not-protected-what = Ingen här har skyddade personuppgifter
refused-not-protected-why = Det här gäller bara när skyddet är påslaget för barnet eller den som tar hand om barnet.

refused-protection-only-raised-what = Skyddet kan bara höjas
refused-protection-only-raised-why = Ett skydd som slagits på sänks inte av en person ensam. Två personer kan avsluta det tillsammans.

refused-protected-themselves-what = Personen har själv skyddade personuppgifter
refused-protected-themselves-why = Vistelseort döljs för den som inte får veta, inte för den som skyddet gäller.

refused-end-not-proposed-what = Ingen har föreslagit att skyddet ska avslutas
refused-end-not-proposed-why = Det behövs två personer. Den första föreslår och skriver varför, den andra avslutar.

refused-second-person-needed-what = Det behövs en person till
refused-second-person-needed-why = Den som gjorde det första steget kan inte också göra det andra. Två ögonpar till är hela poängen.

refused-users-not-asked-what = Chefen vid { $unit } har inte fått frågan
refused-users-not-asked-why = Innan någon kan utses ska chefen ha fått frågan om vilka som får arbeta med processen.

refused-users-not-named-what = Ingen är utsedd vid { $unit }
refused-users-not-named-why = När någon har skyddade personuppgifter når kallelsen bara dem som chefen har utsett, aldrig hela verksamheten.

refused-not-a-named-user-what = Personen är inte utsedd av sin chef
refused-not-a-named-user-why = När någon har skyddade personuppgifter arbetar bara de med processen som chefen har utsett.

refused-whereabouts-not-checked-what = Texten är inte läst med tanke på platser
refused-whereabouts-not-checked-why = Någon har skyddade personuppgifter. En adress, skola, arbetsplats, mottagning eller ort kan röja var personen finns.

refused-tells-whereabouts-what = Texten kan röja var någon finns
refused-tells-whereabouts-why = I texten står en verksamhet, en ort, ett telefonnummer eller något annat som visar var personen finns.

refused-separate-copy-missing-what = { $people } har ingen särskild kopia
refused-separate-copy-missing-why = Den som inte får veta var någon finns läser en särskild kopia. Två personer ska ha jämfört den med hela texten först.

refused-separate-sittings-what = { $people } träffas för sig
refused-separate-sittings-why = Den som inte får veta var någon finns kan inte sitta med på samma möte. Mötesledaren håller ett eget möte.

refused-basis-does-not-cover-what = Den grunden gäller inte mellan de här verksamheterna
refused-basis-does-not-cover-why = OSL 25 kap. 12 § och 26 kap. 9 § gäller mellan hälso- och sjukvård och socialtjänst. De gäller inte skolan.
