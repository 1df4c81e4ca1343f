### Signing in and out.

sign-in-demo-title = Vem vill du vara?
sign-in-demo-lead = I demon finns inga lösenord. Välj en påhittad person, så ser du det som den personen ser. Logga ut för att byta.
sign-in-demo-families = Familjer
sign-in-demo-staff = Anställda
sign-in-demo-empty = Demovärlden är tom. Starta om den med ett nytt dataförråd.

sessions-title = Mina inloggningar
sessions-lead = Här ser du var du är inloggad. Avsluta det du inte känner igen.
sessions-this = den här
sessions-unknown-device = Okänd webbläsare
sessions-times = Inloggad { $opened }, senast använd { $used }.
sessions-end = Avsluta
