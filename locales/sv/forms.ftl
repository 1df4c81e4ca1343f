### Forms whose fields are data: what stands around the fields.

form-row = Rad { $number }

fault-field-missing = Fyll i det här.
fault-field-too-long = Texten är { $length } tecken. Den får vara högst { $max }.
fault-field-too-many = Det är { $count } rader. Det får vara högst { $max }.
fault-field-not-offered = Det alternativet finns inte. Välj bland dem som visas.
fault-field-not-a-date = Det här är inget datum. Skriv så här: 2026-06-29.
fault-field-not-a-time = Det här är ingen tid. Skriv så här: 14.10.
fault-field-not-all-ticked = { $missing ->
    [one] En punkt är inte ikryssad. Gå igenom den och kryssa i.
   *[other] { $missing } punkter är inte ikryssade. Gå igenom dem och kryssa i.
}
fault-field-bad-character = Texten innehåller tecken som inte går att visa. Skriv den för hand.
fault-field-wrong-shape = Uppgiften passar inte här. Ladda om sidan.
fault-in-field = { $field }: { $fault }
