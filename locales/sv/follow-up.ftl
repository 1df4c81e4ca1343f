### Following up what was promised.

follow-up-title = Uppföljning
follow-up-version = version { $version }
follow-up-units = Verksamheterna berättar
follow-up-units-words = Var och en skriver själv hur det har gått med sina rader, och vad bedömningen visade.
follow-up-all-told = Alla har berättat.
follow-up-not-told = { $unit } har inte skrivit än
follow-up-goals = Hur långt har ni kommit?
draft-keep = Spara

assessment-outcome-done = klar
assessment-outcome-running = pågår
assessment-outcome-no-contribution = inget att bidra med här

verdict-continue = fortsätter
verdict-change = ändras
verdict-stop = slutar

goal-outcome-reached = nått
goal-outcome-partly = en bit på väg
goal-outcome-not-reached = inte nått
goal-outcome-no-longer-relevant = inte viktigt längre
