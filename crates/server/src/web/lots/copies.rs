//! For whom is a frozen text drawn: what may this reader have of it?

use domain::form::Audience;
use policy::Ground;

/// The reader of a copy, from the ground on which the process is seen.
pub fn audience(ground: Ground) -> Audience {
    match ground {
        Ground::Child => Audience::Child,
        // Whoever compares sees what the other guardian is given.
        Ground::Guardian | Ground::SecondReader(_) => Audience::Guardians,
        Ground::Initiator => Audience::Initiator,
        Ground::Lots => Audience::Lots,
        Ground::Chair => Audience::Chair,
        Ground::GuardianApart
        | Ground::Participant(_)
        | Ground::Inbox(_)
        | Ground::Manager(_)
        | Ground::DisclosedTo(_)
        | Ground::TookPart(_) => Audience::CalledUnits,
    }
}
