### The note of the pre-meeting, and what the family says about it.

family-pre-meeting-heading = Det ni kom fram till på förmötet
family-pre-meeting-lead = Ett förmöte är ett samtal där ni planerar tillsammans. Här står det ni bestämde.
family-pre-meeting-held = Förmötet var { $date }.
family-pre-meeting-comments = Det ni har skrivit
family-pre-meeting-say = Säg vad du tycker
family-pre-meeting-comment = Är något fel, eller saknas något?
family-pre-meeting-comment-hint = Skriv med dina egna ord. Det du skriver läser familjen och de som håller ihop mötet.
family-pre-meeting-wish = Var och när passar det dig att ses?
family-pre-meeting-wish-hint = Till exempel: helst efter klockan 15, och inte på skolan. Vi försöker alltid att göra som ni vill.
family-pre-meeting-wish-is = Var och när det passar: { $wish }
family-pre-meeting-submit = Skicka
family-pre-meeting-nothing = Skriv något i minst en av rutorna.
family-pre-meeting-done = Det du skrev är sparat
family-pre-meeting-done-means = Det står nu under texten från förmötet. Texten själv är inte ändrad.
family-pre-meeting-told = { $lead } ser det.
family-pre-meeting-again = Läs det en gång till
