### Pages for whoever comes by.

start-title = Start
start-heading = När flera behöver hjälpas åt kring ett barn
start-lead = Farled samlar familjen och de verksamheter som familjen väljer. Tillsammans gör de en plan, och alla ser vad som är sagt.

acute-page-title = När det är akut
acute-page-heading = När det är akut
acute-page-lead = Farled är till för det som får ta tid. Behöver du hjälp nu finns den här.

about-title = Om Farled
about-heading = Om Farled
about-lead = Farled är ett verktyg för Lotsmodellen i nordöstra Skåne.
