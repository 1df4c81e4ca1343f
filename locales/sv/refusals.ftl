### What a person sees when something could not be done.

refusal-title = Det gick inte att göra
refusal-reasoning = Så räknade vi
refusal-instead = Det här kan du göra i stället
refusal-rule = Regel { $rule }.
refusal-nothing-changed = Inget har ändrats.

error-not-found-title = Sidan finns inte
error-not-found-words = Det finns ingen sida på den här adressen, eller så är den inte till för dig.
error-not-found-hint = Kontrollera adressen, eller börja om från startsidan.

error-forbidden-title = Du kan inte göra det här
error-forbidden-words = Med den plats du är inloggad på kan du läsa, men inte göra just detta.
error-forbidden-hint = Har du flera platser kan du logga ut och välja en annan.

error-stale-form-title = Formuläret var för gammalt
error-stale-form-words = Formuläret hörde till en annan inloggning än den du har nu. Inget har ändrats.
error-stale-form-hint = Gå tillbaka, ladda om sidan och skicka igen.

error-method-title = Så kan sidan inte användas
error-method-words = Adressen finns, men inte för det som skickades dit.
error-method-hint = Börja om från startsidan.

error-malformed-title = Vi förstod inte det som skickades
error-malformed-words = Det som kom fram gick inte att läsa som ett formulär. Inget har ändrats.
error-malformed-hint = Gå tillbaka och försök igen.

error-too-large-title = Det var för mycket på en gång
error-too-large-words = Det som skickades är större än ett formulär får vara. Inget har ändrats.
error-too-large-hint = Gå tillbaka och korta texten.

error-too-many-title = För många försök
error-too-many-words = Vänta { $minutes ->
    [one] en minut
   *[other] { $minutes } minuter
} och försök sedan igen.
error-too-many-hint = Spärren finns för att ingen ska kunna gissa sig till ett lösenord.

error-slow-title = Det tog för lång tid
error-slow-words = Svaret dröjde så länge att vi avbröt. Vi vet inte säkert om det du skickade hann fram.
error-slow-hint = Vänta en stund. Titta sedan efter om det blev gjort innan du försöker igen.

error-fault-title = Något gick fel hos oss
error-fault-words = Felet är vårt, inte ditt, och det är antecknat. Inget har ändrats till hälften.
error-fault-hint = Försök igen om en stund.
