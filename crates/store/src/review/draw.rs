//! Which looks of a month does a manager go through (AC-12)?
//!
//! Some are taken because of what they are, each by the first rule that fits it; the rest take part in a draw.
//! **Invariant:** nobody can know beforehand which, and nobody chooses: all chance lies in the seed.

use crate::access::{Access, AccessId, Outcome};
use domain::{
    calendar::Calendar,
    ids::{PersonId, ProcessId},
};
use jiff::civil::{Date, DateTime};
use sha2::{Digest as _, Sha256};
use std::collections::{BTreeMap, BTreeSet};

/// At most so many are taken by one rule; the page tells how many there were.
pub(crate) const BY_ONE_RULE: usize = 20;
/// So many of the rest are drawn at least, if there are as many.
const DRAWN_AT_LEAST: usize = 10;
/// And so many at most: a manager is to have read them all.
const DRAWN_AT_MOST: usize = 50;
/// One in so many of the rest is drawn between these two.
const ONE_IN: usize = 20;
/// Whoever comes to so many processes in one day is asked why.
const MANY: usize = 20;
/// Before the one hour and from the other on, few have reason to look.
const DAY: std::ops::Range<i8> = 6..20;

/// Why a look is gone through.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Picked {
    /// Somebody in the process had a protected identity by then, and the look was let in.
    Protected,
    /// There was no standing, or no permission.
    Denied,
    /// It rested on another legal ground than consent.
    OtherGround,
    /// At night, or on a day off.
    OddHours,
    /// The same person came to very many processes that day.
    Many,
    ByLot,
}

impl Picked {
    pub const ALL: [Picked; 6] = [
        Picked::Protected,
        Picked::Denied,
        Picked::OtherGround,
        Picked::OddHours,
        Picked::Many,
        Picked::ByLot,
    ];

    pub fn word(self) -> &'static str {
        match self {
            Picked::Protected => "protected",
            Picked::Denied => "denied",
            Picked::OtherGround => "other_ground",
            Picked::OddHours => "odd_hours",
            Picked::Many => "many",
            Picked::ByLot => "lot",
        }
    }
}

/// One look that could be gone through.
pub(crate) struct Look {
    pub(crate) access: Access,
    pub(crate) process: ProcessId,
    /// When it was, in Sweden.
    pub(crate) local: DateTime,
    /// Somebody in the process had a protected identity by then.
    pub(crate) protected: bool,
}

/// What is gone through.
#[derive(Default)]
pub(crate) struct Sample {
    /// In the order of the looks.
    pub(crate) picked: Vec<(AccessId, Picked)>,
    /// How many there were to take from, rule by rule.
    pub(crate) found: BTreeMap<Picked, usize>,
}

pub(crate) fn draw(looks: &[Look], calendar: &Calendar, seed: &[u8; 32]) -> Sample {
    let busy = busy_days(looks);
    let mut found: BTreeMap<Picked, Vec<AccessId>> = BTreeMap::new();
    for look in looks {
        found.entry(rule(look, calendar, &busy)).or_default().push(look.access.id);
    }
    let mut sample = Sample::default();
    for (why, mut all) in found {
        sample.found.insert(why, all.len());
        let wanted = match why {
            Picked::ByLot => (all.len() / ONE_IN).clamp(DRAWN_AT_LEAST, DRAWN_AT_MOST),
            Picked::Protected | Picked::Denied | Picked::OtherGround | Picked::OddHours | Picked::Many => {
                BY_ONE_RULE
            }
        };
        all.sort_by_key(|id| Sha256::new().chain_update(seed).chain_update(id.0).finalize());
        sample.picked.extend(all.into_iter().take(wanted).map(|id| (id, why)));
    }
    sample.picked.sort_by_key(|(id, _)| id.0);
    sample
}

/// The first rule that fits, or the draw.
fn rule(look: &Look, calendar: &Calendar, busy: &BTreeSet<(PersonId, Date)>) -> Picked {
    let Access { outcome, ground, person, .. } = &look.access;
    let day = look.local.date();
    // Of what was turned away nothing more is told: not even that there is such a process.
    if matches!(outcome, Outcome::Forbidden | Outcome::Hidden) {
        Picked::Denied
    } else if look.protected {
        Picked::Protected
    } else if ground.as_deref() == Some("disclosed_to") {
        Picked::OtherGround
    } else if !DAY.contains(&look.local.hour()) || !calendar.is_working_day(day) {
        Picked::OddHours
    } else if busy.contains(&(*person, day)) {
        Picked::Many
    } else {
        Picked::ByLot
    }
}

/// The days on which somebody came to very many processes.
fn busy_days(looks: &[Look]) -> BTreeSet<(PersonId, Date)> {
    let mut came: BTreeMap<(PersonId, Date), BTreeSet<ProcessId>> = BTreeMap::new();
    for look in looks {
        came.entry((look.access.person, look.local.date())).or_default().insert(look.process);
    }
    came.into_iter().filter(|(_, processes)| processes.len() >= MANY).map(|(who, _)| who).collect()
}
