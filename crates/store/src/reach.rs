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

/// The process, without what is kept from somebody in the family (AC-7, AC-10), and what a case costs only for those
/// who share it (4.5).
pub(crate) fn process(process: Arc<Process>, actor: Actor, ground: Ground, on: Date) -> Arc<Process> {
    let process = in_samba(process, ground);
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
        | Ground::TookPart(_)
        | Ground::SambaContact
        | Ground::SambaCoordinator
        | Ground::BodyMember(..) => process,
    }
}

fn in_samba(mut process: Arc<Process>, ground: Ground) -> Arc<Process> {
    match ground {
        Ground::SambaCoordinator => return process,
        Ground::BodyMember(body, _) => {
            let known = Arc::make_mut(&mut process);
            known.samba = std::mem::take(&mut known.samba).as_known_in(body);
        }
        Ground::Child
        | Ground::Guardian
        | Ground::GuardianApart
        | Ground::Initiator
        | Ground::Lots
        | Ground::Chair
        | Ground::Participant(_)
        | Ground::Inbox(_)
        | Ground::SecondReader(_)
        | Ground::Manager(_)
        | Ground::DisclosedTo(_)
        | Ground::TookPart(_)
        | Ground::SambaContact => {
            if process.samba.has_costs() {
                let known = Arc::make_mut(&mut process);
                known.samba = std::mem::take(&mut known.samba).without_costs();
            }
        }
    }
    process
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

/// The texts without those on costs that this reader does not share.
pub(crate) fn without_costs(whole: &Process, known: &Process, mut texts: Texts) -> Texts {
    let shared: HashSet<TextId> = known.samba.cost_texts().collect();
    for text in whole.samba.cost_texts().filter(|text| !shared.contains(text)) {
        texts.remove(&text);
    }
    texts
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
        Ground::SambaContact => around_the_contact(process),
        Ground::SambaCoordinator | Ground::BodyMember(..) => around_the_case(process),
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
        Ground::SambaContact => {
            let case = process.samba.open_case();
            case.into_iter().flat_map(|(_, case)| case.texts_of_the_contact()).collect()
        }
        Ground::SambaCoordinator | Ground::BodyMember(..) => of_the_case(process),
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

/// Who has made contact, and who can be asked to describe the case: nobody of the family (CON-21).
fn around_the_contact(process: &Process) -> BTreeSet<PersonId> {
    let Some((_, case)) = process.samba.open_case() else { return BTreeSet::new() };
    let named = case.caseworker.into_iter().chain([case.contacted_by]);
    let named = named.chain(process.deliveries.all_participants()).chain([process.opening.initiator]);
    // The family can make contact itself, and is as unknown as if somebody else had.
    let guardians = &process.custody.guardians;
    let relative = |person: &PersonId| {
        *person == process.child() || guardians.iter().any(|guardian| guardian.person == *person)
    };
    named.filter(|person| !relative(person)).collect()
}

fn around_the_case(process: &Process) -> BTreeSet<PersonId> {
    let family = process.custody.legal().chain([process.child()]);
    around_the_contact(process).into_iter().chain(family).collect()
}

/// What the body has been given to read, with the version of the plan that goes with the description (4.9).
fn of_the_case(process: &Process) -> BTreeSet<TextId> {
    let Some((number, case)) = process.samba.open_case() else { return BTreeSet::new() };
    let plan = case.description.and_then(|description| description.plan);
    let plan = plan.and_then(|version| process.plan.version(version)).map(|version| version.text.text);
    process.samba.texts_of(number).into_iter().chain(plan).collect()
}
