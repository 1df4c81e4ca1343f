//! How much of a process does a tie reach? What a narrow one does not reach never leaves the store.
//!
//! **Invariant:** whoever may know one thing only is handed the people and the texts of that one thing, so that no
//! page can show more by mistake (PID-2, PID-4, PID-6, AC-7, AC-10, CON-20).

use crate::{fold::People, people::Person, view::Texts};
use domain::{
    Process,
    ids::{PersonId, TextId},
    third_person::is_marked,
};
use jiff::civil::Date;
use policy::{Actor, Ground, Seat};
use std::{
    collections::{BTreeSet, HashSet},
    sync::Arc,
};

/// The process, without what is kept from somebody in the family (AC-7, AC-10).
pub(crate) fn process(process: Arc<Process>, actor: Actor, ground: Ground, on: Date) -> Arc<Process> {
    match ground {
        Ground::Child | Ground::Guardian | Ground::GuardianApart => {
            process.sifted_for(actor.person, on).map_or(process, Arc::new)
        }
        Ground::Initiator
        | Ground::Lots
        | Ground::Chair
        | Ground::Participant(_)
        | Ground::Inbox(_)
        | Ground::SecondReader(_)
        | Ground::Manager(_)
        | Ground::DisclosedTo(_)
        | Ground::TookPart(_) => process,
    }
}

/// Those who put the texts together, and see what is marked in them. Everybody else reads them as they are passed
/// on (CON-20).
pub(crate) fn reads_as_written(ground: Ground) -> bool {
    matches!(ground, Ground::Initiator | Ground::Lots | Ground::Chair | Ground::SecondReader(_))
}

/// The texts as they go to somebody who has only written some of them (CON-20). A frozen form is taken apart
/// where it is drawn: what was signed is shown whole to whoever signs it.
pub(crate) fn passed_on(process: &Process, own: &HashSet<TextId>, mut texts: Texts) -> Texts {
    for (id, text) in &mut texts {
        if !own.contains(id) && is_marked(text) && !is_frozen_form(text) {
            *text = process.passed_on(text);
        }
    }
    texts
}

/// Frozen forms and copies are JSON that begins with its layout's number.
fn is_frozen_form(text: &str) -> bool {
    text.starts_with("{\"format\":")
}

/// Of the people that a process names, those that somebody with this tie may know of.
pub(crate) fn people(process: &Process, actor: Actor, ground: Ground, people: People) -> People {
    let known: BTreeSet<PersonId> = match ground {
        Ground::Child
        | Ground::Guardian
        | Ground::Initiator
        | Ground::Lots
        | Ground::Chair
        | Ground::Participant(_)
        | Ground::Inbox(_)
        | Ground::SecondReader(_) => return people,
        Ground::GuardianApart | Ground::DisclosedTo(_) => [actor.person, process.child()].into(),
        Ground::Manager(unit) => process.protection.users_at(unit).collect(),
        Ground::TookPart(_) => BTreeSet::new(),
    };
    let name_only = |person: Person| Person {
        born: None,
        personal_id: None,
        phone: None,
        email: None,
        address: None,
        ..person
    };
    people.into_iter().filter(|(id, _)| known.contains(id)).map(|(id, who)| (id, name_only(who))).collect()
}

/// Of the texts of a process, those that somebody with this tie may read.
pub(crate) fn texts(process: &Process, actor: Actor, ground: Ground, on: Date, texts: Texts) -> Texts {
    let known: BTreeSet<TextId> = match ground {
        Ground::Child
        | Ground::Guardian
        | Ground::Initiator
        | Ground::Lots
        | Ground::Chair
        | Ground::Participant(_)
        | Ground::Inbox(_)
        | Ground::SecondReader(_) => return texts,
        Ground::GuardianApart => given_apart(process, actor.person),
        Ground::DisclosedTo(_) => disclosed(process, actor, on),
        Ground::Manager(_) | Ground::TookPart(_) => BTreeSet::new(),
    };
    texts.into_iter().filter(|(id, _)| known.contains(id)).collect()
}

/// The separate copies that two persons have compared. What was released to this guardian before whereabouts were
/// hidden is shown no more: it may never have been opened.
fn given_apart(process: &Process, person: PersonId) -> BTreeSet<TextId> {
    let apart = process.protection.separate_copies().map(|(_, copy)| copy);
    let apart = apart.filter(|copy| copy.receiver == person && copy.approved.is_some());
    apart.map(|copy| copy.text.text).collect()
}

/// The lines that were disclosed, and nothing that stands around them.
fn disclosed(process: &Process, actor: Actor, on: Date) -> BTreeSet<TextId> {
    let Seat::Staff { unit, .. } = actor.seat else { return BTreeSet::new() };
    let open = process.disclosed_to(actor.person, unit, on).flat_map(|(_, ground)| ground.lines.clone());
    let lines = open.filter_map(|number| process.plan.line(number));
    lines.flat_map(|line| [line.text, line.responsible, line.frequency]).collect()
}
