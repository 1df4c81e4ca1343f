// What makes the pages nicer where there is script; every page works without it.
