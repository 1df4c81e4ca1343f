### Saying stop: what happens, told before and after.

family-stop-over = Samarbetet har redan slutat. Det finns inget mer att stoppa.
family-stop-help-goes-on = Du får hjälp på vanligt sätt även om du säger stopp här.
family-stop-what = Vad vill du stoppa?
family-stop-at-once = Det gäller från och med nu.
family-stop-no-reason-told = Ingen får veta varför.

family-stop-break = Ta en paus
family-stop-break-means = Inga möten hålls och inget nytt skrivs. Alla är kvar.
family-stop-break-until = Du börjar igen när du vill. Har det gått 90 dagar slutar samarbetet av sig självt.
family-stop-break-submit = Ta en paus
family-stop-break-done = Ni har paus
family-stop-break-told = De som hjälper er ser att det är paus.
family-stop-is-break = Ni har paus nu.
family-stop-resume-means = Allt fortsätter där ni var.
family-stop-resume-submit = Börja igen
family-stop-resume-done = Ni har börjat igen
family-stop-resume-told = De som hjälper er ser att pausen är slut.
family-stop-rests-already = Allt vilar redan. Inga möten hålls just nu.

family-stop-nobody-yet = Ingen har fått veta något än.
family-stop-units = Någon ska inte vara med längre
family-stop-units-about = Du tar tillbaka ditt ja för dem du väljer. Det kallas att återkalla sitt samtycke. De andra är kvar.
family-stop-units-which = Vilka ska inte vara med?
family-stop-units-all = Väljer du alla slutar samarbetet helt.
family-stop-units-submit = Ta tillbaka mitt ja
family-stop-choose-unit = Välj minst en.
family-stop-units-done = Du har tagit tillbaka ditt ja
family-stop-units-told = De som inte är med längre kan inte öppna något här. De andra ser att de inte är med.

family-stop-unit-out = { $unit } kan inte läsa mer. De får inget nytt.
family-stop-keeps = De behåller det de redan har fått: { $what }.
family-stop-keeps-summons = kallelsen
family-stop-keeps-plan = planen
family-stop-no-meeting = { $unit } kommer inte till mötet { $date }.
family-stop-lots-leaves = { $name } är inte er lots längre. Ni får välja en ny.
family-stop-lines = { $count ->
    [one] Det som { $unit } har lovat står kvar i planen. Det märks att de inte är med.
   *[other] De { $count } saker som { $unit } har lovat står kvar i planen. Det märks att de inte är med.
}

family-stop-kind = De ska inte få veta allt
family-stop-kind-about = Du kan säga nej till en sorts uppgift. De är med ändå, men får inget nytt om just det. Det de redan har fått behåller de.
family-stop-kind-which = Vad ska de inte få veta?
family-stop-kind-of-unit = { $unit }: { $kind }
family-stop-kind-submit = Ta tillbaka mitt ja till det
family-stop-kind-done = Du har tagit tillbaka ditt ja till en sorts uppgift
family-stop-kind-told = De som skriver planen ser vad som inte får skickas.
family-stop-kind-out = { $unit } får inget nytt om { $kind }. Det de redan har fått behåller de.

family-stop-end = Sluta helt
family-stop-ends = Allt samarbete slutar nu.
family-stop-ends-all = Ingen annan än ni kan läsa om { $child } här. De får bara veta att det har slutat.
family-stop-ends-all-child = Ingen annan än ni i familjen kan läsa om dig här. De får bara veta att det har slutat.
family-stop-end-for-good = Det går inte att ångra, men ni kan börja om på nytt när ni vill.
family-stop-end-submit = Sluta nu
family-stop-end-done = Samarbetet har slutat
family-stop-end-told = De som var med får veta att det har slutat, och inget mer.
