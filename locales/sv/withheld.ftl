### What one guardian must not read.

withheld-title = Dölj något för en vårdnadshavare
withheld-lead = Ibland kan det skada barnet mycket om en vårdnadshavare får läsa en viss sak. Då kan du dölja just den (OSL 12 kap. 3 §).
withheld-means = Vårdnadshavaren ser ingenting av det på sina sidor, inte ens att något saknas. Mål och insatser som hör till ett dolt behov döljs också. Barnet och den andra vårdnadshavaren ser allt som förut.
withheld-remains = Det som redan har lämnats ut blir kvar hos den som har fått det. Nämns saken i en fri text, till exempel en anteckning, måste du själv läsa igenom den.
withheld-now = Det här är dolt
withheld-none = Ingenting är dolt för någon.
withheld-need = Behov
withheld-goal = Mål
withheld-line = Insats från { $unit }
withheld-question = Fråga
withheld-from = Visas inte för { $name }.
withheld-because = Skäl: { $reason }
withheld-show = Visa igen
withheld-more = Dölj en sak
withheld-item = Vad ska döljas?
withheld-guardian = För vem?
withheld-reason = Varför?
withheld-reason-hint = Skriv hur det kan skada barnet. Skälet läses av er som leder arbetet, aldrig av familjen.
withheld-submit = Dölj det
withheld-done = Saken är dold
withheld-happened = { $name } ser den inte längre.
withheld-next = Ingen i familjen får besked om att något är dolt.
withheld-shown = Saken visas igen
withheld-shown-happened = { $name } ser den från och med nu.
