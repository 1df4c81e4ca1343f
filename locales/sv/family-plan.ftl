### The plan: what is there, what was promised, and what the family thinks.

family-plan-heading = Er plan
family-plan-empty = Inget är skrivet än. Planen skrivs på det första mötet, tillsammans med er.
family-plan-versions = Planen på papper
family-plan-versions-about = Efter varje möte sparas planen. Du får en egen kopia som ingen kan ändra.
family-plan-copy = Plan { $number }, som du fick { $date }
family-plan-unreleased = Plan { $number }, skriven { $date }
family-plan-waits = Säg vad du tycker.

family-plan-important = Det här är viktigt för er
family-plan-important-child = Det här är viktigt för mig
family-plan-important-none = Ingen i familjen har skrivit något än.
family-plan-write-need = Skriv vad som är viktigt
family-plan-withdraw = Ta bort
family-plan-others-see = Det här ser de andra
family-plan-goals = Dit vill ni nå
family-plan-goals-none = Här kommer det att stå vad ni vill ska bli bättre.
family-plan-write-goal = Skriv vad ni vill nå
family-horizon-short = Snart.
family-horizon-long = Längre fram.
family-goal-reached = Ni är framme.
family-goal-partly = Ni är en bit på väg.
family-goal-not-reached = Ni är inte där än.
family-goal-no-longer-relevant = Det behövs inte längre.
family-plan-unanswered = Det här har ingen svarat på än
family-plan-unanswered-about = Ni tar upp det på nästa möte. Det kan ta tid att hitta rätt.

family-plan-promises = Det här gör var och en
family-plan-promises-about = Varje verksamhet skriver bara om sitt eget. Det de gör kallas insats.
family-plan-promises-none = Ingen har skrivit något än. Det brukar komma på det första mötet.
family-promise-assessment = De tar reda på vad som behövs.
family-promise-intervention = De ger hjälp.
family-promise-adaptation = De ändrar något så att det blir lättare.
family-promise-information = De berättar och förklarar.
family-promise-support-to-guardian = De hjälper dig som är förälder.
family-promise-support-to-guardian-child = De hjälper dina föräldrar.
family-promise-internal-referral = De frågar en kollega om hjälp.
family-promise-not-yet-known = De vet inte än vad de kan göra.
family-promise-is-offered = Det är ett förslag.
family-promise-is-planned = Det är planerat.
family-promise-is-started = Det har börjat.
family-promise-is-done = Det är klart.
family-promise-is-stopped = Det har slutat.
family-promise-is-not-possible = Det gick inte.
family-plan-when = Från { $start } till { $end }.
family-plan-when-often = Från { $start } till { $end }, { $often }.
family-plan-who = Fråga: { $who }
family-plan-instead = Varför: { $reason } Vänd er i stället hit: { $instead }
family-plan-outside = De är inte med längre. Fråga dem själva hur det blir.
family-plan-unconfirmed = De har inte sagt säkert ja än.
family-plan-result = Så har det gått: { $result }
family-plan-you-think = Du tycker: { $rating }
family-plan-rate = Säg om det har hjälpt
family-assessment-done = De har tagit reda på det:
family-assessment-running = De håller fortfarande på att ta reda på det:
family-assessment-no-contribution = De kan inte hjälpa till med det här:
family-plan-lead-municipality = Kommunen har det samlade ansvaret för planen, genom { $unit }.
family-plan-lead-region = Region Skåne har det samlade ansvaret för planen, genom { $unit }.
family-plan-questions = Frågor som någon har ställt
family-plan-no-answer = Inget svar än.

## One version

family-plan-version-heading = Plan { $number }
family-plan-given = Det här är din kopia. Du fick den { $date }.
family-plan-given-about = Den ändras inte. Blir det en ny plan får du en ny kopia.
family-plan-written = Planen skrevs { $date }.
family-plan-written-about = Den är inte klar förrän ni har sagt vad ni tycker.
family-plan-lots-plan = Planen heter lotsplan. Socialtjänsten eller sjukvården är inte med, så den heter inte SIP.
family-plan-obstacle = Ni försökte, men det gick inte att bli klar: { $obstacle }
family-plan-said = Det ni har sagt
family-plan-says-good = Texten är bra.
family-plan-says = Det här stämmer inte: { $words }
family-plan-question = Vad tycker du om texten?
family-plan-question-legend = Stämmer den?
family-plan-good = Ja, texten är bra
family-plan-good-hint = Då kan alla få var sin kopia när de andra också har svarat.
family-plan-not-good = Nej, något stämmer inte
family-plan-not-good-hint = Det du skriver följer med planen. Ingen kan ta bort det.
family-plan-dissent = Vad stämmer inte?
family-plan-dissent-hint = Skriv med dina egna ord. Du behöver bara svara om du valde nej.
family-plan-answer-submit = Skicka mitt svar
family-plan-accepted = Du tycker att texten är bra
family-plan-accepted-means = Det står nu vid planen.
family-plan-dissented = Du har sagt vad som inte stämmer
family-plan-dissented-means = Det du skrev följer med planen. Alla som får planen kan läsa det.
family-plan-answer-told = { $lead } ser vad du har svarat.
family-plan-answer-next = När alla har svarat får du din kopia.
family-plan-answer-again = Läs planen igen, eller ändra ditt svar

## Rating a promise

family-rating-heading = Har det hjälpt?
family-rating-about = Säg vad du tycker. Det finns inget fel svar. Den som hjälper får veta det på nästa möte.
family-rating-legend = Så här mycket har det hjälpt
family-rating-1 = 1. Inte alls
family-rating-2 = 2. Lite
family-rating-3 = 3. En del
family-rating-4 = 4. Ganska mycket
family-rating-5 = 5. Mycket
family-rating-submit = Spara
family-rating-done = Du har sagt om det har hjälpt
family-rating-told = De som är med och skriver planen ser ditt svar.
family-rating-next = Ni pratar om det på nästa möte. Du får ändra dig.

## Writing oneself

family-need-heading = Vad är viktigt för er?
family-need-heading-child = Vad är viktigt för mig?
family-need-lead = Skriv en sak i taget. Skriv som du pratar.
family-need-words = Det här är viktigt
family-need-words-hint = Till exempel: Vi behöver få sova på nätterna.
family-need-words-hint-child = Till exempel: Jag vill ha någon att prata med i skolan.
family-need-kind = Vad handlar det mest om?
family-need-kind-hint = Bara de som du har sagt ja till att prata om det med får läsa det.
family-need-done = Det du skrev står nu i planen
family-need-withdrawn = Det står inte i planen längre
family-goal-heading = Hur vill ni ha det?
family-goal-heading-child = Hur vill jag ha det?
family-goal-lead = Skriv hur det är när det har blivit bra.
family-goal-words = Så vill vi ha det
family-goal-words-child = Så vill jag ha det
family-goal-words-hint = Till exempel: Elin går till skolan tre dagar i veckan.
family-goal-words-hint-child = Till exempel: Jag går till skolan tre dagar i veckan.
family-goal-horizon = När vill ni vara där?
family-goal-need = Hör det ihop med något av det här?
family-goal-done = Målet står nu i planen
family-words-submit = Spara
family-words-told = { $lead } ser det.
family-words-next = Ni pratar om det på nästa möte.
