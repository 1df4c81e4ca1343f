### Which units shall be called?

family-units-heading = Vilka ska bjudas in?
family-units-lead = Ni bestämmer vilka som får vara med. Andra kan föreslå, men bara ni kan säga ja.
family-units-know-nothing = De får ingenting veta förrän ni har sagt ja och skrivit under. De får inte ens veta att det finns ett möte.
family-units-empty = Ingen är föreslagen än. Här kommer du att kunna säga ja eller nej, en i taget.
family-units-ask = Ska { $unit } bjudas in?
family-units-question = Det här skulle de få som fråga:
family-units-proposed-by = { $name } har föreslagit det.
family-units-profile = Läs vad { $unit } kan hjälpa till med
family-units-yes = Ja, bjud in
family-units-no = Nej, inte dem
family-units-answered = Det ni har svarat
family-units-strike = Ta bort
family-units-stop = Säg stopp för dem
family-units-propose = Föreslå någon själv
family-go-back = Tillbaka

family-units-said-yes = Du har sagt ja till { $unit }
family-units-said-yes-means = De får vara med i kallelsen. De vet ingenting förrän ni har läst kallelsen och skrivit under.
family-units-said-no = Du har sagt nej till { $unit }
family-units-said-no-means = De bjuds inte in. De får aldrig veta att någon tänkte på dem. Var de redan med får de inte läsa mer.
family-units-next = Svara om nästa
family-units-change-mind = Du kan ändra dig när du vill

## Proposing a unit

family-proposal-heading = Vem vill du bjuda in?
family-proposal-lead = Välj någon som du tror kan hjälpa till. Skriv också vad ni vill fråga dem.
family-proposal-all-units = Läs om alla du kan välja
family-proposal-unit = Vem?
family-proposal-question = Vad vill ni fråga dem?
family-proposal-question-hint = Till exempel: Hur kan det bli lättare att gå till skolan på morgonen?
family-proposal-is-yes = När du föreslår någon säger du också ja. De får inte veta något än.
family-proposal-submit = Föreslå
family-proposal-done = Du har föreslagit { $unit }
family-proposal-done-means = Du har också sagt ja till dem. De vet ingenting än.
family-proposal-next = { $lead } tar med dem när kallelsen skrivs. Du får läsa den innan den skickas.
