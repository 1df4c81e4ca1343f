### What stands on every page of a family: the frame, lists of names, what waits.

family-back = Tillbaka till { $child }
family-back-home = Tillbaka till min sida
family-always = Det här kan du alltid göra
family-say-stop = Jag vill säga stopp
family-who-has-looked = Se vem som har tittat
family-person-from-unit = { $name }, { $unit }
family-list-and = { $first } och { $last }
family-from-to = kl. { $start } till { $end }
family-at-place = på { $place }

## What waits for the reader

family-tasks-title = Det här väntar på dig
family-tasks-none = Inget väntar på dig just nu. Du behöver inte göra något.
family-task-due = Gärna senast { $date }.
family-task-units = { $count ->
    [one] Säg ja eller nej till en verksamhet
   *[other] Säg ja eller nej till { $count } verksamheter
}
family-task-sign = Läs kallelsen och säg om du vill skriva under
family-task-consider = Läs kallelsen. Du får skriva under om du vill
family-task-lots = Säg om ni vill ha den här lotsen
family-task-plan = Läs planen och säg vad du tycker
family-task-change = Läs om något som har ändrats
family-task-close = Säg om du håller med om att sluta

## Model words that several pages need

family-word-unit = En verksamhet är till exempel en skola, BUP eller socialtjänsten i din kommun.
family-word-summons = En kallelse är en inbjudan till ett möte. Den är också ert ja, när ni har skrivit under.
family-word-meeting = Ett lotsmöte är ett möte där ni och alla som kan hjälpa träffas på en gång.
family-word-lots = En lots är en person som ni själva har sagt ja till. Lotsen hjälper er hela vägen.
family-word-plan = Planen visar vad ni behöver och vad var och en gör. Den heter samordnad individuell plan, eller SIP.
family-word-consent = Samtycke betyder att du säger ja till att de får prata om { $child } med varandra.
family-word-consent-child = Samtycke betyder att du säger ja till att de får prata om dig med varandra.
family-word-revoke = Att återkalla är att ta tillbaka sitt ja.

family-meeting-initial = Första lotsmötet
family-meeting-second = Andra lotsmötet
family-meeting-follow-up = Lotsmöte för att se hur det går
