### A meeting, and the choice of Lots.

family-meeting-cancelled = Mötet är inställt. Du behöver inte komma.
family-meeting-held = Mötet har varit.
family-meeting-place = Var: { $place }
family-meeting-lots = { $name } är föreslagen som er lots. Ni säger ja eller nej.
family-meeting-to-lots = Läs mer och svara
family-meeting-who-comes = Vilka kommer?
family-meeting-who-was = Vilka var med?
family-meeting-you = Du och din familj. { $child } är med på det sätt som ni har kommit överens om.
family-meeting-you-child = Du och din familj. Du är med så mycket du vill. Du får gå ut när du vill.
family-meeting-chair = { $name } leder mötet och ser till att alla får prata.
family-meeting-agenda = Så går det till
family-meeting-agenda-about = Ni berättar först. Ingen får avbryta. Du får säga paus när du vill.
family-meeting-you-first = Ni först
family-meeting-cannot = Passar det inte?
family-meeting-cannot-how = Säg till { $lead }, så byter ni tid eller plats.
family-meeting-wishes = Skriv när det passar
family-meeting-telling = Så får { $child } veta
family-meeting-telling-child = Så får du veta
family-meeting-child-told = { $name } berättar för { $child } vad ni bestämde, senast { $date }.
family-meeting-child-told-child = { $name } berättar för dig vad ni bestämde, senast { $date }.
family-meeting-child-was-told = { $name } har berättat för { $child } vad ni bestämde.
family-meeting-child-was-told-child = { $name } har berättat för dig vad ni bestämde.
family-meeting-follow-up-text = Det som skrevs på mötet

family-presence-whole = Var med hela mötet.
family-presence-part = Var med en del av mötet.
family-presence-remote = Var med på telefon eller video.
family-presence-represented = Någon annan kom i stället.
family-presence-absent-with-notice = Kunde inte komma, och hade sagt till.
family-presence-absent-without-notice = Kom inte.

## The Lots

family-lots-question = Ska den här personen vara er lots?
family-lots-empty = Ingen är föreslagen just nu. Ni väljer lots på det första mötet.
family-lots-wants-to = Personen har själv sagt ja.
family-lots-not-asked = Personen har inte svarat än.
family-lots-accepted = { $name } har sagt ja för er familj.
family-lots-yes = Ja, { $name } blir bra
family-lots-no = Vill du ha någon annan?
family-lots-no-how = Tryck då inte på knappen. Säg till { $lead }, så föreslår ni en annan person. Ni kan byta lots längre fram också.
family-lots-done = Du har sagt ja till { $name } som lots
family-lots-told = { $name } ser att ni har sagt ja.
family-lots-next-chosen = Nu är { $name } er lots. Ring om du undrar något.
family-lots-next-waits = Nu väntar ni på att { $name } också säger ja.
