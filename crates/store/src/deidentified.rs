//! What is asked of the bodies about a child whom nobody there may know, and who may read it? (DID-4 to DID-9)
//!
//! **Invariant:** nothing here leads to a process: neither a row nor its row of access names one (DID-5). What has
//! happened to a description is added and never changed, in one transaction with the row of access that proves it, and
//! all of it is deleted on its day; the record keeps hashes and that it was deleted.

pub(crate) mod line;
pub(crate) mod read;
#[cfg(test)]
mod tests;

use crate::{
    Error, Store,
    access::{self, Access, Outcome},
    chain,
    engine::{Fault, Result, Tx, V, statements},
    ruling::Asked,
};
use domain::{
    deidentify::{Counts, Pattern, Rarity, rarity},
    ids::{DeidentifiedId, PersonId, ProcessId},
    now::Now,
    organisation::Organisation,
    samba::{
        bodies::Bodies,
        deidentified::{
            Around, Deidentified, DeidentifiedAct, DeidentifiedEvent, DeidentifiedRefusal, LookedThrough,
            Looking,
        },
    },
};
use policy::{Actor, DeidentifiedAction, Denial, Seat};
use std::{collections::BTreeMap, sync::Arc};

pub use read::StoredDeidentified;

statements! {
    PUT = "INSERT INTO deidentified_event (description_id, version, day, event, author, recorded_us) \
           VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (description_id, version) DO NOTHING";
    DELETE = "DELETE FROM deidentified_event WHERE description_id = $1";
}

/// What is decided by that does not change while the program runs.
#[derive(Debug, Clone)]
pub struct DeidentifiedRules {
    pub bodies: Arc<Bodies>,
    pub organisation: Arc<Organisation>,
}

/// The words of the acts in the log.
pub(crate) const WRITE: &str = "write_deidentified";
pub(crate) const ACT: &str = "change_deidentified";
pub(crate) const DELETED: &str = "delete_deidentified";

/// Done or refused, or not for the asker.
type Ruled = std::result::Result<std::result::Result<(), DeidentifiedRefusal>, Denial>;

impl Store {
    /// Writes a description. The id is the caller's to make. Its texts are looked through first; a refusal is on
    /// record, without a word of what was typed.
    ///
    /// # Errors
    /// [`Error::Denied`] for whoever does not work at a unit of a party that has places in the bodies.
    pub async fn write_deidentified(
        &self,
        actor: Actor,
        id: DeidentifiedId,
        act: DeidentifiedAct,
        looking: &Looking,
        rules: DeidentifiedRules,
        now: Now,
    ) -> std::result::Result<std::result::Result<(), DeidentifiedRefusal>, Error> {
        let asked = asked(actor, WRITE, now);
        let looked = act.look_through(looking, &rules.organisation);
        let write = move |tx: &mut Tx| {
            if let Err(denial) = may_write(actor, &rules) {
                return denied(tx, asked, denial);
            }
            match looked.clone().and_then(LookedThrough::begin) {
                Ok(event) => append(tx, asked, (id, 1), &event).map(|()| Ok(Ok(()))),
                Err(refusal) => refused(tx, asked, refusal),
            }
        };
        self.db.write(write).await?.map_err(Error::Denied)
    }

    /// Does something with a description. A refusal is on record. One that has ended is deleted at once.
    ///
    /// # Errors
    /// [`Error::Denied`] for whoever may not do that with it, and where there is none.
    pub async fn change_deidentified(
        &self,
        actor: Actor,
        id: DeidentifiedId,
        act: DeidentifiedAct,
        looking: &Looking,
        rules: DeidentifiedRules,
        now: Now,
    ) -> std::result::Result<std::result::Result<(), DeidentifiedRefusal>, Error> {
        let (asked, action) = (asked(actor, ACT, now), action(&act));
        let looked = act.look_through(looking, &rules.organisation);
        let change = move |tx: &mut Tx| {
            let events = read::events(tx, id)?;
            let one = match read::known(actor, Deidentified::of(&events), action, now) {
                Ok((one, _)) => one,
                Err(denial) => return denied(tx, asked, denial),
            };
            let around = Around { bodies: &rules.bodies, by: actor.person, today: now.today() };
            match looked.clone().and_then(|act| one.decide(act, around)) {
                Ok(event) => {
                    append(tx, asked, (id, events.len() + 1), &event)?;
                    if let DeidentifiedEvent::Ended { .. } = event {
                        delete(tx, asked, id)?;
                    }
                    Ok(Ok(Ok(())))
                }
                Err(refusal) => refused(tx, asked, refusal),
            }
        };
        self.db.write(change).await?.map_err(Error::Denied)
    }

    /// Deletes what has had its day (DID-9). The record says so, in the name of whoever wrote it last.
    pub async fn delete_deidentified(&self, now: Now) -> std::result::Result<usize, Error> {
        let clear = move |tx: &mut Tx| {
            let mut deleted = 0;
            for (id, events) in read::all(tx)? {
                let Some(one) = Deidentified::of(&events).filter(|one| one.is_gone(now.today())) else {
                    continue;
                };
                let Some(writer) = one.writer else { continue };
                let seat = Seat::Staff { unit: writer.unit, inbox: false };
                delete(tx, asked(Actor { person: writer.person, seat }, DELETED, now), id)?;
                deleted += 1;
            }
            Ok(deleted)
        };
        Ok(self.db.write(clear).await?)
    }

    /// How many other children look like the one described, in bands (DID-7). Which they are leaves the store for
    /// nobody, so no look at them is on record.
    ///
    /// # Errors
    /// [`Error::Denied`] for whoever neither writes nor reviews the description.
    pub async fn alike(
        &self,
        actor: Actor,
        id: DeidentifiedId,
        organisation: Arc<Organisation>,
        now: Now,
    ) -> std::result::Result<Rarity, Error> {
        let found = self.db.read(move |tx| {
            let found = Deidentified::of(&read::events(tx, id)?);
            // Whoever may end it is who judges whether it points the child out.
            Ok(read::known(actor, found, DeidentifiedAction::End, now))
        });
        let (one, _) = found.await?.map_err(Error::Denied)?;
        let pattern = one.description.pattern(&organisation);
        let mut counts = BTreeMap::new();
        let mut last = None;
        loop {
            let (ids, patterns) = self.patterns(last, organisation.clone(), now).await?;
            for pattern in patterns {
                *counts.entry(pattern).or_insert(0) += 1;
            }
            match ids.last() {
                Some(id) => last = Some(*id),
                None => return Ok(rarity(&pattern, &Counts::from_iter(counts))),
            }
        }
    }

    /// Of the next processes, in pieces, so that no snapshot is held for long.
    async fn patterns(
        &self,
        after: Option<ProcessId>,
        organisation: Arc<Organisation>,
        now: Now,
    ) -> std::result::Result<(Vec<ProcessId>, Vec<Pattern>), Error> {
        let folds = self.folds.clone();
        let count = move |tx: &mut Tx| {
            let ids = chain::processes_after(tx, after)?;
            let mut patterns = vec![];
            for id in &ids {
                let folded = folds.load(tx, *id)?;
                patterns.extend(folded.and_then(|one| one.process.pattern(&organisation, now.today())));
            }
            Ok((ids, patterns))
        };
        Ok(self.db.read(count).await?)
    }
}

fn asked(actor: Actor, action: &'static str, now: Now) -> Asked {
    Asked { actor, action, process: None, now }
}

fn may_write(actor: Actor, rules: &DeidentifiedRules) -> std::result::Result<(), Denial> {
    let party = match actor.seat {
        Seat::Staff { unit, .. } => rules.bodies.party_of(unit, &rules.organisation),
        Seat::Family
        | Seat::Manager { .. }
        | Seat::Ambassador { .. }
        | Seat::Coordinator
        | Seat::SambaCoordinator
        | Seat::BodyMember { .. }
        | Seat::SteeringGroup
        | Seat::Administrator => None,
    };
    policy::may_write_deidentified(actor, party).map(|_| ())
}

fn action(act: &DeidentifiedAct) -> DeidentifiedAction {
    match act {
        DeidentifiedAct::Write(_) => DeidentifiedAction::Write,
        DeidentifiedAct::Return { .. } | DeidentifiedAct::Approve { .. } => DeidentifiedAction::Review,
        DeidentifiedAct::Schedule { .. } | DeidentifiedAct::Unschedule { .. } => DeidentifiedAction::Schedule,
        DeidentifiedAct::Recognise { .. } => DeidentifiedAction::Recognise,
        DeidentifiedAct::Treat { .. } => DeidentifiedAction::Treat,
        DeidentifiedAct::FollowUp { .. } => DeidentifiedAction::FollowUp,
        DeidentifiedAct::End { .. } => DeidentifiedAction::End,
    }
}

fn denied(tx: &mut Tx, asked: Asked, denial: Denial) -> Result<Ruled> {
    access::put(tx, &asked.denied(denial)?)?;
    Ok(Err(denial))
}

/// A refusal tells which field and what kind of passage, and no word of it, so the log can hold it as it is.
fn refused(tx: &mut Tx, asked: Asked, refusal: DeidentifiedRefusal) -> Result<Ruled> {
    let detail = Some(format!("{refusal:?}").into());
    access::put(tx, &Access { detail, ..asked.access(Outcome::Refused)? })?;
    Ok(Ok(Err(refusal)))
}

fn append(
    tx: &mut Tx,
    asked: Asked,
    (id, version): (DeidentifiedId, usize),
    event: &DeidentifiedEvent,
) -> Result<()> {
    let text = line::json(event)?;
    let day = asked.now.today().to_string();
    let version = i64::try_from(version).unwrap_or(i64::MAX);
    let PersonId(author) = asked.actor.person;
    let values = [
        V::Id(id.0),
        V::Int(version),
        V::Text(&day),
        V::Text(&text),
        V::Id(author),
        V::instant(asked.now.instant),
    ];
    // Somebody else has done something with it at the same time.
    if tx.exec(&PUT, &values)? == 0 {
        return Err(Fault::Conflict);
    }
    let detail = Some(line::event(id.0, version, &day, &text).into());
    access::put(tx, &Access { detail, ..asked.access(Outcome::Granted)? })
}

fn delete(tx: &mut Tx, asked: Asked, id: DeidentifiedId) -> Result<()> {
    tx.exec(&DELETE, &[V::Id(id.0)])?;
    let asked = Asked { action: DELETED, ..asked };
    let detail = Some(line::deleted(id.0).into());
    access::put(tx, &Access { detail, ..asked.access(Outcome::Granted)? })
}
