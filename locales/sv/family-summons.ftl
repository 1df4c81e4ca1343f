### The summons: read it, sign it or say no.

family-summons-heading = Kallelsen
family-summons-empty = Ingen kallelse är skriven än. När den finns läser du den här, innan någon annan får den.
family-summons-waiting = Läs i lugn och ro. Det finns ingen tid som går ut.
family-summons-to-answer = Gå till svaret
family-summons-you-signed = Du skrev under { $date }.
family-summons-you-refused = Du har sagt nej. Du får ändra dig.
family-summons-not-asked = Den här gången behövs inte din underskrift. Du får läsa allt.
family-summons-not-asked-child = Du behöver inte skriva under. Du får läsa allt, och du får säga nej.
family-summons-reopened = Någon ändrar i kallelsen. Namnen som stod där gäller inte längre. Du får läsa den nya texten först.
family-summons-for-child = Det här betyder det

family-summons-scope = Vem får veta vad?
family-summons-scope-only = Det gäller bara dem som står här. Alla andra får veta ingenting.
family-summons-left = Ni har tagit tillbaka ert ja. De får inget mer veta.
family-summons-may-know = Får prata om: { $kinds }.
family-kind-health = hälsa
family-kind-school = skola
family-kind-social-situation = hur det är hemma och på fritiden
family-kind-family = familjen
family-kind-economy = pengar
family-kind-other = annat

family-summons-until = Till och med när?
family-summons-until-about = Efter den dagen gäller ditt ja inte längre. Då frågar de igen.

family-summons-take-back = Om du ändrar dig
family-summons-voluntary = Du väljer själv. Ni kan få hjälp även om du säger nej.
family-summons-take-back-how = Det får du göra när du vill, för alla eller för någon. Tryck på Jag vill säga stopp. Du kan också säga det till någon av oss.
family-summons-take-back-copies = Det gäller direkt. Papper som de redan har fått får de behålla.

family-summons-signatories = Vilka skriver under?
family-summons-has-signed = { $name } skrev under { $date }
family-summons-has-not-signed = { $name } har inte skrivit under
family-summons-may-sign = { $name } får skriva under, men måste inte
family-summons-all-needed = Kallelsen skickas först när alla som behövs har skrivit under.

family-summons-text = Det här är hela texten
family-summons-text-about = Det är precis den här texten som skrivs under. Ingen kan ändra den efteråt.
family-summons-code = Textens kod: { $code }. Koden visar att det är samma text.

family-summons-answer = Vad svarar du?
family-summons-answer-about = Skriver du under låter du dem som står ovan prata om { $child } med varandra.
family-summons-answer-about-child = Skriver du under låter du dem som står ovan prata om dig med varandra.
family-summons-no-stops = Säger du nej skickas den inte. Ingen frågar varför.
family-summons-no-is-answered = Säger du nej ska de vuxna lyssna och svara dig först. Ingen frågar varför.
family-summons-sign = Jag skriver under
family-summons-refuse = Nej, jag vill inte

family-summons-signed = Du har skrivit under kallelsen
family-summons-signed-means = Ditt namn och tiden står nu vid texten som du läste.
family-summons-signed-told = { $lead } ser att du har skrivit under.
family-summons-next-send = Nu har alla som behövs skrivit under. { $lead } skickar kallelsen.
family-summons-next-wait = Nu väntar vi på { $names }. Inget skickas innan dess.
family-summons-refused = Du har sagt nej till kallelsen
family-summons-refused-means = Den skickas inte så som den är nu. Du behöver inte säga varför.
family-summons-refused-told = { $lead } ser att du har sagt nej. Ingen annan utanför familjen ser det.
family-summons-refused-next = { $lead } pratar med er. Vill ni ändra något görs en ny kallelse.
family-summons-change-mind = Läs kallelsen igen. Du får ändra dig
