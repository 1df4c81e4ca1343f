//! For whom is a frozen text drawn: what may this reader have of it?

use domain::form::{Audience, Document};
use policy::Ground;

use crate::web::case::Case;

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
        | Ground::SambaContact
        | Ground::SambaCoordinator
        | Ground::BodyMember(..)
        | Ground::TookPart(_) => Audience::CalledUnits,
    }
}

/// A document as whoever looks may have it: those who put the texts together read them as they were written,
/// everybody else without what is marked as about somebody else (CON-20).
pub fn as_passed_on(case: &Case, document: Document) -> Document {
    match case.ground {
        Ground::Initiator | Ground::Lots | Ground::Chair | Ground::SecondReader(_) => document,
        Ground::Child
        | Ground::Guardian
        | Ground::GuardianApart
        | Ground::Participant(_)
        | Ground::Inbox(_)
        | Ground::Manager(_)
        | Ground::DisclosedTo(_)
        | Ground::SambaContact
        | Ground::SambaCoordinator
        | Ground::BodyMember(..)
        | Ground::TookPart(_) => document.passed_on(&case.process.protection.agreed_passages),
    }
}
