//! Which processes may somebody see, and who has looked at one?

use crate::{
    Error, Store,
    access::{self, Access, Outcome},
    content,
    door::{asked, ruled},
    engine::{Result, Tx},
    fold::Folds,
    looked::{self, ListShown},
    project::{self, Began},
    reach,
    ruling::{Asked, word},
    view::Listed,
};
use domain::{
    Now,
    ids::{BodyMeetingId, ProcessId},
    party::Receiver,
};
use policy::{Action, Actor, Denial, Ground, Seat};
use std::collections::BTreeSet;

/// The ways to look at a process as a whole, the fullest first.
fn looks(actor: Actor) -> impl Iterator<Item = Action> {
    let person = actor.person;
    let own_seat = match actor.seat {
        Seat::Manager { unit } => vec![Action::ReadNamedUsers { unit }],
        Seat::SambaCoordinator => vec![Action::ReadSamba, Action::ReadSambaContact],
        Seat::BodyMember { .. } => vec![Action::ReadSamba],
        Seat::Family
        | Seat::Staff { .. }
        | Seat::Ambassador { .. }
        | Seat::Coordinator
        | Seat::SteeringGroup
        | Seat::Administrator => vec![],
    };
    let all = [Action::ReadProcess, Action::ReadSummons, Action::ReadSeparateCopies { person }];
    let narrow = [Action::CompareSeparateCopy, Action::ReadDisclosed, Action::LearnThatItEnded];
    all.into_iter().chain(narrow).chain(own_seat)
}

impl Store {
    /// Every process that the actor may look at, in the order in which they were opened.
    ///
    /// **Invariant:** a process stands in the list exactly when it can be opened: the same rule is asked for
    /// each. Which ones were shown is on record in one row.
    pub async fn visible(&self, actor: Actor, now: Now) -> Result<Vec<Listed>, Error> {
        self.list(actor, now, candidates).await
    }

    /// Of those, the ones that are taken up at a meeting of a body (CON-23). How many others there are is not told.
    pub async fn on_agenda(
        &self,
        meeting: BodyMeetingId,
        actor: Actor,
        now: Now,
    ) -> Result<Vec<Listed>, Error> {
        let there = move |tx: &mut Tx, actor: Actor| {
            let own = candidates(tx, actor)?;
            Ok(project::at_meeting(tx, meeting)?.into_iter().filter(|began| own.contains(began)).collect())
        };
        self.list(actor, now, there).await
    }

    /// What is listed is on record in one row, and in one for each process.
    async fn list(
        &self,
        actor: Actor,
        now: Now,
        candidates: impl Fn(&mut Tx, Actor) -> Result<BTreeSet<Began>> + Send + 'static,
    ) -> Result<Vec<Listed>, Error> {
        let folds = self.folds.clone();
        let look = move |tx: &mut Tx| {
            let mut listed = Vec::new();
            for (_, id) in candidates(tx, actor)? {
                listed.extend(listable(tx, &folds, id, actor, now)?);
            }
            let asked = Asked { actor, action: "list_processes", process: None, now };
            let shown: Vec<_> = listed.iter().map(|one: &Listed| (one.id, word(one.ground))).collect();
            let ids: Vec<_> = shown.iter().map(|(id, _)| id.to_string()).collect();
            let detail = (!ids.is_empty()).then(|| ids.join(" ").into());
            let access = Access { detail, ..asked.access(Outcome::Granted)? };
            Ok((listed, ListShown { access, shown }))
        };
        Ok(self.db.witness(look, looked::put_list).await?)
    }

    /// Who has asked for what in this process, and in whose lists it stood, the eldest first: as the family is told
    /// of it (AD-5, AC-7).
    pub async fn access_log(&self, process: ProcessId, actor: Actor, now: Now) -> Result<Vec<Access>, Error> {
        let action = Action::ReadAccessLog;
        let (asked, folds) = (asked(process, actor, action, now), self.folds.clone());
        let look = move |tx: &mut Tx| match ruled(tx, &folds, process, actor, action, now)? {
            Ok((folded, ground)) => {
                let all = looked::at(tx, process)?.into_iter();
                let told = all.filter(|look| looked::is_told(&folded.process, look));
                Ok((Ok(told.collect()), asked.granted(ground)?))
            }
            Err(denial) => Ok((Err(denial), asked.denied(denial)?)),
        };
        self.db.witness(look, access::put).await?.map_err(Error::Denied)
    }

    /// The last copy of the plan that the actor, or the actor's unit, was given in the process that this one
    /// takes up again, as frozen JSON: for the family, and for units that the new consent lets read it (T19).
    /// `None` if there is none: a unit that took no part then was given nothing.
    ///
    /// # Errors
    /// [`Error::Denied`].
    pub async fn earlier_plan(
        &self,
        process: ProcessId,
        actor: Actor,
        now: Now,
    ) -> Result<Option<String>, Error> {
        let action = Action::ReadEarlierPlan;
        let (asked, folds) = (asked(process, actor, action, now), self.folds.clone());
        let look = move |tx: &mut Tx| {
            let (folded, ground) = match ruled(tx, &folds, process, actor, action, now)? {
                Ok(ruled) => ruled,
                Err(denial) => return Ok((Err(denial), asked.denied(denial)?)),
            };
            let covered = match actor.seat {
                Seat::Staff { unit, .. } => folded.process.admits_to_earlier_plan(unit, now.today()),
                Seat::Family
                | Seat::Manager { .. }
                | Seat::Ambassador { .. }
                | Seat::Coordinator
                | Seat::SambaCoordinator
                | Seat::BodyMember { .. }
                | Seat::SteeringGroup
                | Seat::Administrator => matches!(ground, Ground::Child | Ground::Guardian),
            };
            if !covered {
                return Ok((Err(Denial::Forbidden), asked.denied(Denial::Forbidden)?));
            }
            let plan = match folded.process.opening.previous {
                Some(previous) => last_copy(tx, &folds, previous, receiver(actor))?,
                None => None,
            };
            Ok((Ok(plan), asked.granted(ground)?))
        };
        self.db.witness(look, access::put).await?.map_err(Error::Denied)
    }
}

/// The processes worth asking about: those that name the actor, or have reached an inbox he or she looks
/// after.
fn candidates(tx: &mut Tx, actor: Actor) -> Result<BTreeSet<Began>> {
    let named: BTreeSet<_> = match actor.seat {
        Seat::Family | Seat::Staff { .. } => project::of_person(tx, actor.person)?.into_iter().collect(),
        Seat::SambaCoordinator => project::contacted(tx)?.into_iter().collect(),
        Seat::BodyMember { body, .. } => project::of_body(tx, body)?.into_iter().collect(),
        Seat::Manager { .. }
        | Seat::Ambassador { .. }
        | Seat::Coordinator
        | Seat::SteeringGroup
        | Seat::Administrator => BTreeSet::new(),
    };
    let (Seat::Staff { unit, inbox: true } | Seat::Manager { unit }) = actor.seat else { return Ok(named) };
    Ok(named.into_iter().chain(project::of_unit(tx, unit)?).collect())
}

fn listable(tx: &mut Tx, folds: &Folds, id: ProcessId, actor: Actor, now: Now) -> Result<Option<Listed>> {
    let Some(folded) = folds.load(tx, id)? else { return Ok(None) };
    let rule = |action| Some((action, policy::rule(actor, action, &folded.process, now).ok()?));
    let Some((action, ground)) = looks(actor).find_map(rule) else { return Ok(None) };
    let process = reach::process(folded.process, actor, ground, now.today());
    let people = reach::people(&process, actor, ground, folded.people);
    Ok(Some(Listed { id, process, action, ground, people }))
}

fn last_copy(tx: &mut Tx, folds: &Folds, process: ProcessId, receiver: Receiver) -> Result<Option<String>> {
    let Some(folded) = folds.load(tx, process)? else { return Ok(None) };
    let copies = folded.process.plan.copies.iter().rev();
    let Some(copy) = copies.into_iter().find(|copy| copy.receiver == receiver) else { return Ok(None) };
    content::one(tx, process, copy.text.text)
}

/// As whom somebody has been given copies.
fn receiver(actor: Actor) -> Receiver {
    match actor.seat {
        Seat::Staff { unit, .. } | Seat::Manager { unit } | Seat::Ambassador { unit } => {
            Receiver::Unit { unit }
        }
        Seat::Family
        | Seat::Coordinator
        | Seat::SambaCoordinator
        | Seat::BodyMember { .. }
        | Seat::SteeringGroup
        | Seat::Administrator => Receiver::Family { person: actor.person },
    }
}
