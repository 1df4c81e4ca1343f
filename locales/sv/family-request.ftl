### Asking to begin, and the answer.

family-ask-heading = Be om att få börja
family-ask-lead = Behöver ni hjälp av flera på en gång? Då kan ni be någon att starta. Ni kan fråga en skola, BUP eller någon annan.
family-ask-answered = Ni får alltid svar. Säger de nej ska de skriva varför.
family-ask-urgent = Är det bråttom?
family-ask-urgent-about = Det här tar några veckor. Är någon i fara ska du ringa nu.
family-ask-concern = Är du rädd att ett barn far illa? Ring socialtjänsten på en gång. Skriv det inte här.
family-ask-where = I vilken kommun bor barnet?
family-ask-in = Du frågar i { $municipality }
family-ask-elsewhere = Välj en annan kommun
family-ask-no-child = Du kan bara fråga för ett barn som du är vårdnadshavare för. Vi hittar inget barn här. Ring skolan eller vården, så hjälper de dig.
family-ask-child = Vem gäller det?
family-ask-unit = Vem vill du fråga?
family-ask-unit-hint = Välj någon som ni redan känner, till exempel skolan. Vet du inte? Välj den som ni tror passar bäst.
family-ask-wish = Vad vill ni ha hjälp med?
family-ask-wish-hint = Några rader räcker. Skriv som du pratar.
family-ask-submit = Skicka frågan
family-request-sent = Din fråga är skickad
family-request-sent-means = Inget annat har startat. Ni bestämmer själva vad som händer sedan.
family-request-told = { $unit } har fått din fråga. Ingen annan ser den.
family-request-next = { $unit } ska svara dig. Svaret kommer hit.
family-request-see = Se din fråga

family-request-heading = Din fråga
family-request-answer = Svaret
family-request-must-answer = De måste svara. Dröjer det får du ringa dem och fråga.
family-request-yes = De sade ja { $date }.
family-request-no = De sade nej { $date }. Så här skriver de:
family-request-they-contact = De hör av sig till dig.
family-request-to-process = Gå till er sida
family-request-no-then = Du får fråga någon annan.
family-request-ask-other = Fråga någon annan
