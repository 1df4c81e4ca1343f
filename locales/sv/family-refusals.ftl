### What a no says to a family.

family-refused-other-what = Det gick inte just nu
family-refused-other-why = Något annat måste bli klart först. Inget har ändrats. Fråga { $lead } hur ni gör.

family-refused-process-closed-what = Ni har redan slutat
family-refused-process-closed-why = Allt går att läsa, men inget kan ändras. Blir det svårt igen kan ni börja om.

family-refused-process-discontinued-what = Samarbetet har slutat
family-refused-process-discontinued-why = Därför kan inget ändras här. Vill ni ha hjälp igen kan ni börja om.

family-refused-process-paused-what = Ni har paus
family-refused-process-paused-why = Medan det är paus händer ingenting. Ni kan börja igen när ni vill.

family-refused-only-family-decides-what = Det är inte du som bestämmer det här längre
family-refused-only-family-decides-why = Bara barnet och vårdnadshavarna bestämmer. Den som har fyllt 18 år bestämmer själv.

family-refused-unknown-unit-what = Den finns inte att välja
family-refused-unknown-unit-why = Bara de som finns i listan kan bjudas in. Listan kan ha ändrats.

family-refused-unit-takes-part-already-what = De är redan med
family-refused-unit-takes-part-already-why = Det var därifrån det här startade.

family-refused-unit-already-proposed-what = De är redan föreslagna
family-refused-unit-already-proposed-why = Du kan säga ja eller nej på sidan om vilka som ska bjudas in.

family-refused-unit-not-proposed-what = De är inte föreslagna längre
family-refused-unit-not-proposed-why = Någon i familjen kan redan ha sagt nej. Vill du ändå ha med dem? Föreslå dem igen.

family-refused-pre-meeting-missing-what = Ni har inte haft något förmöte än
family-refused-pre-meeting-missing-why = Ett förmöte är ett samtal där ni planerar. Efter det kan du skriva vad du tycker här.

family-refused-nothing-frozen-what = Det finns ingen kallelse att skriva under
family-refused-nothing-frozen-why = { $lead } skriver fortfarande på den. Du får se den när den är klar.

family-refused-summons-reopened-what = Kallelsen har öppnats igen
family-refused-summons-reopened-why = Någon ändrar i den. Då gäller inga namn som redan står där. Du får läsa den nya texten först.

family-refused-not-a-signatory-what = Din underskrift behövs inte här
family-refused-not-a-signatory-why = Den här gången är det andra i familjen som skriver under. Du får ändå säga vad du tycker.

family-refused-text-changed-what = Texten har ändrats medan du läste
family-refused-text-changed-why = Du ska bara skriva under det du har läst. Läs texten igen innan du bestämmer dig.

family-refused-signs-for-another-what = Du kan bara skriva under för dig själv
family-refused-signs-for-another-why = Ingen får skriva under för någon annan, inte heller i samma familj.

family-refused-revoke-instead-what = Du har redan skrivit under
family-refused-revoke-instead-why = Har du ändrat dig? Då kan du ta tillbaka ditt ja. Det gäller direkt.

family-refused-nothing-to-revoke-what = Det finns inget ja att ta tillbaka
family-refused-nothing-to-revoke-why = De är inte med. Du behöver inte göra något.

family-refused-lots-not-proposed-what = Den personen är inte föreslagen längre
family-refused-lots-not-proposed-why = Någon annan kan ha blivit föreslagen som lots. Titta efter igen.

family-refused-lots-not-chosen-what = Ni behöver en lots först
family-refused-lots-not-chosen-why = En lots hjälper er hela vägen. { $lead } föreslår någon, och ni säger ja eller nej.

family-refused-consent-ran-out-what = Ert samtycke gäller inte längre
family-refused-consent-ran-out-why = Samtycke är ert ja till att de får prata med varandra. { $lead } kan göra en ny kallelse, om ni vill.

family-refused-no-such-version-what = Den planen finns inte
family-refused-no-such-version-why = Det kan ha kommit en ny. Titta på den senaste.

family-refused-already-released-what = Planen är redan klar
family-refused-already-released-why = Alla har fått sina kopior. Tycker du något annat? Säg det till { $lead }, så tas det upp på nästa möte.

family-refused-no-such-line-what = Det finns inte kvar
family-refused-no-such-line-why = Någon kan ha ändrat det medan du läste. Titta efter igen.

family-refused-rating-out-of-range-what = Välj en siffra från 1 till 5
family-refused-rating-out-of-range-why = 1 betyder att det inte har hjälpt. 5 betyder att det har hjälpt mycket.

family-refused-closing-not-decided-what = Ni har inte bestämt att sluta
family-refused-closing-not-decided-why = Det bestämmer ni på ett möte, tillsammans med alla andra.

## Ways on

family-way-units = Se vilka som är föreslagna
family-way-summons = Läs kallelsen igen
family-way-stop = Gå till sidan där du säger stopp
family-way-resume = Börja igen efter pausen
family-way-plan = Gå till planen
family-way-home = Tillbaka till { $child }
