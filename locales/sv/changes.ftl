### What changes between two meetings.

changes-title = Ändringar mellan mötena
changes-lead = Händer något viktigt ska alla få veta det samtidigt.
changes-told = Det här har hänt
changes-none = Inget har ändrats. När något händer mellan två möten står det här, med vem som har läst.
changes-by = { $name }, { $date }
changes-read-by = Har läst: { $names }.
changes-waiting = Har inte läst: { $names }.
changes-mark-read = Vi har läst
changes-tell = Berätta om en ändring
changes-receivers = De här får veta. Ingen kan väljas bort.
changes-text = Vad har ändrats?
changes-text-hint = Skriv bara det som alla får veta. Skriv inget om vad någon annan bör göra.
changes-submit = Berätta för alla
changes-tell-lead = Har något ändrats hos er? Säg till { $lead }, som berättar för alla.
changes-done = Ändringen är berättad
changes-happened = { $count } mottagare har fått veta.
changes-next = Till ändringarna
changes-read-done = Ni har läst ändringen
changes-read-happened = { $unit } har läst.
changes-read-told = Lotsen ser att ni har läst.
