//! What must hold of those who work with Samba? Written from the model: handbook 4 and 5.3.

use super::{super::space::OURS, Property};
use crate::{Action, Denial, SambaTie, Seat};

pub const IN_SAMBA: &[Property] = &[
    Property {
        // CON-21, S2
        name: "before a consent the coordinator knows of a contact and nothing else",
        holds: |row| {
            if row.actor.seat != Seat::SambaCoordinator || row.facts.samba == SambaTie::Consented {
                return Ok(());
            }
            let contacted = row.facts.samba == SambaTie::Contacted;
            row.only(|action| contacted && [Action::ReadSambaContact, Action::SortSamba].contains(&action))
        },
    },
    Property {
        // CON-21, CON-23, PID-4, S17
        name: "no body knows a case that is not consented, is protected or has ended",
        holds: |row| {
            let facts = row.facts;
            if !matches!(row.actor.seat, Seat::BodyMember { .. } | Seat::SambaCoordinator) {
                return Ok(());
            }
            let member = matches!(row.actor.seat, Seat::BodyMember { .. });
            let closed = member && facts.samba != SambaTie::Consented
                || facts.protected
                || facts.discontinued
                || facts.samba == SambaTie::None;
            let hidden = row.answers.iter().all(|answer| *answer == Err(Denial::Hidden));
            if !closed || hidden { Ok(()) } else { Err(None) }
        },
    },
    Property {
        // CON-23, 4.5: each party signs for itself
        name: "a member reads the case and signs for the own party",
        holds: |row| {
            if !matches!(row.actor.seat, Seat::BodyMember { .. }) {
                return Ok(());
            }
            row.only(|action| action == Action::ReadSamba || action == Action::SignAgreement { party: OURS })
        },
    },
    Property {
        // CON-22, PRI-15
        name: "the coordinator neither asks for a consent nor registers or writes for others",
        holds: |row| {
            if row.actor.seat != Seat::SambaCoordinator {
                return Ok(());
            }
            row.only(|action| {
                use Action::*;
                let works = [ReadSambaContact, ReadSamba, SortSamba, RunSamba, FollowUpSamba];
                !row.facts.involved
                    && (works.contains(&action) || matches!(action, RevokeSambaConsent { .. }))
            })
        },
    },
    Property {
        // S9 to S14
        name: "with a consent the coordinator can work",
        holds: |row| {
            let facts = row.facts;
            let works = row.actor.seat == Seat::SambaCoordinator
                && facts.samba == SambaTie::Consented
                && !facts.involved
                && !facts.protected
                && !facts.discontinued;
            if works { row.always(&[Action::ReadSamba, Action::RunSamba, Action::SortSamba]) } else { Ok(()) }
        },
    },
];
