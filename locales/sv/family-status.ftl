### Where are we, and what happens next?

family-here-draft = Ni har precis börjat.
family-next-draft = { $lead } träffar er för att planera. Det kallas förmöte. Där bestämmer ni vilka som ska bjudas in och vad ni vill prata om.

family-here-prepared = Förmötet är klart.
family-next-prepared = Nu skriver { $lead } en kallelse. En kallelse är en inbjudan till ett möte. Du får läsa den först och säga ja eller nej.

family-here-awaiting-signature = Kallelsen är skriven. Den väntar på att ni skriver under.
family-next-awaiting-signature = Läs den i lugn och ro. Ingen får kallelsen förrän alla som behövs har skrivit under.

family-here-ready-to-send = Alla som behövs har skrivit under.
family-next-ready-to-send = Nu skickar { $lead } kallelsen till dem ni har sagt ja till. Ingen annan får den.

family-here-summoned = Kallelsen är skickad.
family-next-summoned = När alla har fått den bokar { $lead } det första mötet. Det blir tidigast efter 15 arbetsdagar. Då hinner alla tänka efter.

family-here-initial-booked = Det första mötet är bokat.
family-next-initial-booked = Ni berättar först. Sedan säger var och en vad den kan hjälpa till med. Ni väljer också en lots, som hjälper er hela vägen.

family-here-initial-held = Ni har haft det första mötet.
family-next-initial-held = Läs planen och säg vad du tycker. Sedan får alla var sin kopia.

family-here-assessing = De som ska hjälpa till tar reda på vad de kan göra.
family-next-assessing = Det tar oftast 4 till 16 veckor. Sedan träffas ni igen. { $lead } håller ihop allt så länge.

family-here-active = Ni har en plan, och den följs.
family-next-active = På nästa möte ser ni hur det har gått. { $lead } hör av sig om något ändras.

family-here-closing = Ni är på väg att sluta.
family-next-closing = Säg om du håller med. Du får också veta vart du vänder dig om det blir svårt igen.

family-here-closed = Ni har slutat träffas.
family-next-closed = Allt som står här går att läsa. Blir det svårt igen kan ni börja om.

family-here-paused = Ni har paus.
family-next-paused-family-asks = Ni har själva bett om det. Säg till när ni vill börja igen.
family-next-paused-no-lots = Er lots har slutat. { $lead } föreslår en ny person, och ni säger ja eller nej.
family-next-paused-consent-incomplete = Ert samtycke gäller inte längre. Samtycke är ert ja till att de får prata med varandra. { $lead } frågar om ni vill säga ja igen.

family-here-discontinued = Samarbetet har slutat.
family-next-discontinued = Ingen annan än ni kan läsa här längre. Vill ni ha hjälp igen kan ni börja om.

## The stations of the fairway

family-where-title = Var är vi?
family-where-about = Bilden visar vägen som en farled. Ni är båten. Varje par av bojar är ett steg.
family-station-preparation = Ni planerar
family-station-summons = Kallelsen skickas
family-station-initial-meeting = Första mötet
family-station-assessment = Alla tar reda på mer
family-station-second-meeting = Andra mötet
family-station-follow-up = Ni följer upp
family-station-closing = Ni slutar
family-station-booked = Bokat { $date }
family-station-earliest = Tidigast { $date }
family-station-between = Mellan { $from } och { $to }
