//! What the days decide, one sentence a test, played in the world of the first scenario.
