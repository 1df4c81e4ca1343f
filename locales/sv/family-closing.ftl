### Changes between the meetings, closing, and the way back.

family-changes-heading = Det som har ändrats
family-changes-lead = Händer något mellan mötena ska alla få veta det. Då står det här.
family-changes-empty = Inget har ändrats sedan sist.
family-changes-by = { $name } skrev det.
family-changes-read = Du har läst det.
family-changes-submit = Jag har läst det
family-changes-done = Du har läst om ändringen
family-changes-told = { $lead } ser att du har läst.

family-closing-heading = När ni slutar
family-closing-empty = Ni har inte bestämt att sluta. Det gör ni i så fall tillsammans, på ett möte.
family-closing-closed = Ni slutade { $date }.
family-closing-goals-reached = Ni har nått det ni ville. Därför är det dags att sluta.
family-closing-ordinary-services = Ni får den hjälp ni behöver på vanligt sätt. Därför är det dags att sluta.
family-closing-family-ends = Ni har sagt att ni vill sluta.
family-closing-moved = Ni har flyttat. Därför slutar samarbetet här.
family-closing-turned-eighteen = { $child } har fyllt 18 år och bestämmer själv.
family-closing-turned-eighteen-child = Du har fyllt 18 år och bestämmer själv.
family-closing-other = På mötet bestämde ni att sluta.
family-closing-agreed = { $names } håller med.
family-closing-question = Håller du med om att sluta?
family-closing-means = Då hålls inga fler möten. Den hjälp ni får från var och en tar inte slut av det här.
family-closing-agree = Ja, jag håller med
family-closing-not = Håller du inte med? Tryck då inte på knappen. Säg till { $lead }, så pratar ni om det.
family-closing-done = Du håller med om att sluta
family-closing-told = { $lead } ser ditt svar.
family-closing-next = { $lead } ser till att alla vet vart ni vänder er om det blir svårt igen. Sedan är det klart.
family-closing-way-back = Om det blir svårt igen
family-closing-no-way-back = Här kommer det att stå vad ni kan göra och vem ni ringer. { $lead } skriver det.
family-closing-again = Ni får alltid börja om.
family-ask-start-again = Be om att få börja igen
family-closing-acute = Är det bråttom? Hit vänder du dig nu
