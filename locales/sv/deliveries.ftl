### Sending the summons, and its receipt at each unit.

dispatch-title = Skicka kallelsen
dispatch-lead = Kallelsen går bara till dem som den underskrivna texten nämner.
dispatch-not-ready = Kallelsen kan inte skickas förrän alla som måste har skrivit under.
dispatch-none = Alla som samtycket nämner har fått kallelsen.
dispatch-function-inbox = Skicka till funktionsbrevlådan
dispatch-function-inbox-hint = Kommer fram i dag, och dagarna börjar räknas.
dispatch-paper = Lämna på papper
dispatch-paper-hint = Dagen då den togs emot skriver ni in sedan.
dispatch-later = Skicka inte nu
dispatch-later-hint = Kan skickas senare med samma underskrifter.
dispatch-weak = Svagare sekretess.
dispatch-weak-words = Det här är skolans allmänna adress. Välj hellre elevhälsan.
dispatch-send = Skicka kallelsen
dispatch-done = Kallelsen är skickad
dispatch-told-inbox = { $unit } har fått kallelsen i sin funktionsbrevlåda.
dispatch-told-paper = { $unit } ska få kallelsen på papper.

deliveries-none = Kallelsen är inte skickad. När den är det syns här när var och en tog emot den.
deliveries-earliest = Tidigaste dag för det första mötet, med alla som är kallade:
deliveries-sent = Skickad
deliveries-received = Mottagen
deliveries-not-received = Inte registrerad
deliveries-unit-earliest = Tidigaste dag för den här verksamheten
deliveries-reply = Svar
deliveries-register = Skriv in när { $unit } tog emot den
deliveries-correct = Rätta dagen för { $unit }

delay-title = Det har tagit lång tid
delay-since = Kallelsen har legat för länge sedan { $date }. Det hindrar inget, men skriv varför.
delay-reason = Varför har det dröjt?
delay-familys-wish = Familjens önskan
delay-units-calendar = Verksamheternas kalendrar
delay-illness = Sjukdom
delay-other = Annat
delay-note = Beskriv kort
delay-save = Spara skälet
delay-done = Skälet är sparat

receipt-date-title = Mottagande hos { $unit }
receipt-date-sent = Skickad { $when }.
receipt-date-on-record = Mottagen { $date }.
receipt-date-on = Dag då kallelsen togs emot
receipt-date-on-hint = Dagen som verksamheten har stämplat. Finns ingen stämpel: dagen då den lämnades över.
receipt-date-how = Hur vet ni det?
receipt-date-stamped = Stämplad av verksamheten
receipt-date-handed = Lämnad över för hand
receipt-date-save = Skriv in dagen
receipt-date-right = Rätt dag
receipt-date-reason = Varför ändras dagen?
receipt-date-reason-hint = Den gamla dagen finns kvar i loggen.
receipt-date-correct = Rätta dagen
receipt-date-corrected = Rättad till { $date }: { $reason }
receipt-date-done = Dagen är inskriven
receipt-date-happened = Tidigaste mötesdag för { $unit } är räknad på nytt.
