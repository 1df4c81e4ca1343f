### The plan: needs, goals, contributions, questions, versions and copies.

plan-only-lots-plan = Socialtjänsten eller regionen är inte med i samtycket. Då är det här en lotsplan och inte en plan enligt SoL 10:8.
plan-kind-sip = samordnad individuell plan
plan-kind-lots-plan = lotsplan
plan-status = { $kind }, { $status }
plan-status-draft = utkast
plan-status-released = fastställd
plan-status-revised = reviderad
plan-status-attempted = försök
plan-no-meeting = mellan möten
plan-lead = Övergripande ansvar
plan-lead-none = Det är inte bestämt än. Lagen kräver att planen säger om det är kommunen eller regionen.
plan-needs = Behov
plan-needs-none = Inga behov är skrivna än. Börja med familjens bild.
plan-goals = Mål
plan-goals-none = Inga mål är skrivna än.
plan-goal-for = för behovet { $need }
plan-lines = Vad var och en bidrar med
plan-lines-none = Ingen har skrivit än. Var och en skriver bara om det egna.
plan-line-for = För målet { $goal }.
plan-line-outside = Utanför samordningen
plan-line-unconfirmed = Inte bekräftad än
plan-line-instead = I stället: { $instead }
plan-open-ends = Det här har ingen rad än
plan-open-ends-lead = Det säger inget om vem som borde. Vill någon bidra, så skriver den en egen rad.
plan-unmet = Behovet: { $need }
plan-unowned = Målet: { $goal }
plan-questions = Frågor
plan-questions-none = Inga frågor är ställda.
plan-question-by = Frågat av: { $who }.
plan-question-to = Rör: { $units }.
plan-question-waits = Frågan tas när den som frågan rör är med.
plan-question-answer = { $unit } svarar:

lead-municipality = Kommunen
lead-region = Regionen
lead-through = { $principal }, genom { $unit }

need-view-family = Familjens bild
need-view-professional = De professionellas bild
need-answered = Har bidrag
need-unanswered = Inga bidrag än

horizon-short = Kort sikt
horizon-long = Lång sikt

question-by-family = familjen

line-when = Från { $start } till { $end }.
line-rating = { $person } tycker: { $effect } av 5.
line-kind-assessment = Bedömning
line-kind-intervention = Insats
line-kind-adaptation = Anpassning
line-kind-information = Information
line-kind-support-to-guardian = Stöd till vårdnadshavare
line-kind-internal-referral = Remiss inom verksamheten
line-kind-not-yet-known = Inte klart än
line-state-offered = Erbjuden
line-state-planned = Planerad
line-state-started = Påbörjad
line-state-done = Klar
line-state-stopped = Avbruten
line-state-not-possible = Inte möjlig

legal-form-sol = Beslut enligt SoL
legal-form-lss = Beslut enligt LSS
legal-form-hsl = Beslut enligt HSL
legal-form-skollag = Beslut enligt skollagen
