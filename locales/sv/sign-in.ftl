### Signing in and out, seats and sessions.

sign-in-title = Logga in
sign-in-username = Användarnamn
sign-in-password = Lösenord
sign-in-forgotten = Har du glömt lösenordet? Vänd dig till den som gav dig kontot.
fault-sign-in = Användarnamnet eller lösenordet stämmer inte.

sign-in-demo-title = Vem vill du vara?
sign-in-demo-lead = I demon finns inga lösenord. Välj en påhittad person, så ser du det som den personen ser. Logga ut för att byta.
sign-in-demo-families = Familjer
sign-in-demo-staff = Anställda
sign-in-demo-empty = Demovärlden är tom. Börja om med en ny mapp för data.

kept-signed-out-title = Du har loggats ut
kept-signed-out-words = Det gick en stund, och då loggas du ut för säkerhets skull. Det du skrev är inte borta. Logga in, så får du tillbaka det. Inget har skickats.
kept-title = Det du skrev finns kvar
kept-lead = Läs igenom och skicka igen. Inget är skickat än.
kept-send = Skicka det jag skrev
kept-leave = Släng det och gå till startsidan

seat-family = Familj
seat-staff = Anställd
seat-manager = Enhetschef
seat-ambassador = Lotsambassadör
seat-coordinator = Lotssamordnare
seat-samba-coordinator = Sambasamordnare
seat-body-member = Ledamot i samverkansorgan
seat-steering-group = Styrgrupp
seat-administrator = Systemförvaltare
seat-in-unit = { $seat }, { $unit }

seats-title = Byt plats
seats-lead = Har du flera uppdrag väljer du här vilket du arbetar i nu. Vad du kan se och göra hör till platsen.
seats-legend = Jag arbetar som
seats-submit = Byt till den platsen

sessions-title = Mina inloggningar
sessions-lead = Här ser du var du är inloggad. Avsluta det du inte känner igen.
sessions-this = den här
sessions-unknown-device = Okänd webbläsare
sessions-opened = Inloggad { $opened }
sessions-used = Senast använd { $used }
sessions-end = Avsluta
sessions-to-seats = Byt plats
