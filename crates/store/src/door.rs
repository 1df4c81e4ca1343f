//! How is one process read or changed?
//!
//! **Invariant:** no process is read or changed without a ruling of `policy`, and the ruling, yes or no, is
//! committed before anybody gets an answer.

use crate::{
    Error, Store, access, chain,
    content::{self, NewText},
    desk,
    draft::{self, DraftKey},
    engine::{Result, Tx},
    fold::{Folded, Folds},
    people::{self, Person},
    project, reach,
    ruling::Asked,
    seat::{self, SeatRow},
    view::{Texts, View},
};
use domain::{
    Event, Now, Process, Refusal,
    ids::{PersonId, ProcessId},
    third_person::is_marked,
};
use policy::{Action, Actor, Denial, Ground};
use record::Hash;
use std::sync::Arc;
use uuid::Uuid;

/// What an act brings along, stored with its events or not at all.
#[derive(Clone, Default)]
pub struct Brought {
    pub texts: Vec<NewText>,
    /// The drafts that the act hands in; they are removed.
    pub drafts: Vec<DraftKey>,
    /// People newly registered, or newly known of.
    pub people: Vec<Person>,
    /// Child, guardian, and whether the guardian is a legal one.
    pub guardians: Vec<(PersonId, PersonId, bool)>,
    /// Seats from which they can act: a child and its guardians reach what they are part of.
    pub seats: Vec<SeatRow>,
}

impl From<Vec<NewText>> for Brought {
    fn from(texts: Vec<NewText>) -> Brought {
        Brought { texts, ..Brought::default() }
    }
}

/// What an act has led to.
#[derive(Debug, Clone)]
pub struct Changed {
    /// Empty when there was nothing left to do: pressing a button twice is no error.
    pub events: Vec<Event>,
    /// The process after the act.
    pub process: Process,
    pub ground: Ground,
}

/// A no, and a yes.
type Ruled<T> = std::result::Result<T, No>;

pub(crate) enum No {
    Denied(Denial),
    Refused(Refusal),
}

impl From<No> for Error {
    fn from(no: No) -> Error {
        match no {
            No::Denied(denial) => Error::Denied(denial),
            No::Refused(refusal) => Error::Refused(refusal),
        }
    }
}

impl Store {
    /// Opens a process for somebody who wants to do `action`, which changes nothing.
    ///
    /// # Errors
    /// [`Error::Denied`]; `Hidden` is the answer for a process that does not exist as well.
    pub async fn read(
        &self,
        process: ProcessId,
        actor: Actor,
        action: Action,
        now: Now,
    ) -> Result<View, Error> {
        Ok(self.look(process, actor, action, vec![], now, content::all_of).await?.1)
    }

    /// Opens a process for somebody who wants to do `wanted`, or else the first of the others that the policy lets
    /// them do; answers which. A no is a no to what was wanted.
    ///
    /// # Errors
    /// As [`Store::read`].
    pub async fn read_or(
        &self,
        process: ProcessId,
        actor: Actor,
        wanted: Action,
        others: impl Into<Vec<Action>>,
        now: Now,
    ) -> Result<(Action, View), Error> {
        self.look(process, actor, wanted, others.into(), now, content::all_of).await
    }

    /// The same for a page that shows no prose: of the texts, only those of a single line are read.
    ///
    /// # Errors
    /// As [`Store::read`].
    pub async fn glance(
        &self,
        process: ProcessId,
        actor: Actor,
        action: Action,
        now: Now,
    ) -> Result<View, Error> {
        Ok(self.look(process, actor, action, vec![], now, content::lines_of).await?.1)
    }

    /// [`Store::read_or`] for a page that shows no prose.
    ///
    /// # Errors
    /// As [`Store::read`].
    pub async fn glance_or(
        &self,
        process: ProcessId,
        actor: Actor,
        wanted: Action,
        others: impl Into<Vec<Action>>,
        now: Now,
    ) -> Result<(Action, View), Error> {
        self.look(process, actor, wanted, others.into(), now, content::lines_of).await
    }

    async fn look(
        &self,
        process: ProcessId,
        actor: Actor,
        wanted: Action,
        others: Vec<Action>,
        now: Now,
        texts: fn(&mut Tx, ProcessId) -> Result<Texts>,
    ) -> Result<(Action, View), Error> {
        let folds = self.folds.clone();
        let look = move |tx: &mut Tx| {
            let (mut action, mut ruling) = (wanted, ruled(tx, &folds, process, actor, wanted, now)?);
            for other in &others {
                if ruling.is_err()
                    && let Ok(yes) = ruled(tx, &folds, process, actor, *other, now)?
                {
                    (action, ruling) = (*other, Ok(yes));
                }
            }
            let asked = asked(process, actor, action, now);
            match ruling {
                Ok((folded, ground)) => {
                    let texts = texts(tx, process)?;
                    let view = seen(tx, process, actor, now, folded, ground, texts)?;
                    Ok((Ok((action, view)), asked.granted(ground)?))
                }
                Err(denial) => Ok((Err(denial), asked.denied(denial)?)),
            }
        };
        self.db.witness(look, access::put).await?.map_err(Error::Denied)
    }

    /// Loads the process, asks the policy, lets `decide` decide, and stores what it decided together with
    /// what the act brought along.
    ///
    /// `decide` may be called more than once, when two acts meet; only its last answer counts.
    ///
    /// # Errors
    /// [`Error::Denied`] by the policy, [`Error::Refused`] by a rule of the model. Both change nothing, and
    /// are on record.
    pub async fn change(
        &self,
        process: ProcessId,
        actor: Actor,
        action: Action,
        now: Now,
        brought: impl Into<Brought>,
        decide: impl Fn(&Process) -> Result<Vec<Event>, Refusal> + Send + 'static,
    ) -> Result<Changed, Error> {
        let (asked, folds) = (asked(process, actor, action, now), self.folds.clone());
        let brought = brought.into();
        let act = move |tx: &mut Tx| -> Result<Ruled<Changed>> {
            let (folded, ground) = match ruled(tx, &folds, process, actor, action, now)? {
                Ok(ruled) => ruled,
                Err(denial) => {
                    access::put(tx, &asked.denied(denial)?)?;
                    return Ok(Err(No::Denied(denial)));
                }
            };
            let events = match decide(&folded.process) {
                Ok(events) => events,
                Err(refusal) => {
                    access::put(tx, &asked.refused(ground, &refusal)?)?;
                    return Ok(Err(No::Refused(refusal)));
                }
            };
            let access = asked.granted(ground)?;
            let mut process_now = Arc::unwrap_or_clone(folded.process);
            let added = Added {
                process,
                base: process_now.version,
                events: &events,
                brought: &brought,
                folds: &folds,
            };
            let stored = added.store(tx, actor.person, access.id.0, now)?;
            access::put_act(tx, &access, stored)?;
            events.iter().for_each(|event| process_now.evolve(event));
            Ok(Ok(Changed { events, process: process_now, ground }))
        };
        Ok(self.db.write(act).await??)
    }
}

/// Events on their way into the store.
pub(crate) struct Added<'a> {
    pub(crate) process: ProcessId,
    /// The version they were decided on; 0 when the process begins with them.
    pub(crate) base: u32,
    pub(crate) events: &'a [Event],
    pub(crate) brought: &'a Brought,
    pub(crate) folds: &'a Folds,
}

impl Added<'_> {
    /// Stores the events, and what came with them, in this transaction. Where nothing was decided nothing is
    /// stored, but the drafts are done with. Answers the hash that binds all of it to the act.
    pub(crate) fn store(
        &self,
        tx: &mut Tx,
        author: PersonId,
        access: Uuid,
        now: Now,
    ) -> Result<Option<Hash>> {
        for draft in &self.brought.drafts {
            draft::remove(tx, draft)?;
        }
        if self.events.is_empty() {
            return Ok(None);
        }
        for person in &self.brought.people {
            people::put(tx, person)?;
        }
        for (child, guardian, legal) in &self.brought.guardians {
            people::put_guardian(tx, *child, *guardian, *legal)?;
        }
        for seat in &self.brought.seats {
            seat::put(tx, seat)?;
        }
        let act = chain::Act { process: self.process, access, author, now };
        let mut texts = Vec::with_capacity(self.brought.texts.len());
        for text in &self.brought.texts {
            texts.push((text.id.0.into_bytes(), content::put(tx, act, text)?));
        }
        texts.sort_unstable();
        let events = chain::append(tx, act, self.base, self.events)?;
        people::follow(tx, self.folds, self.process, self.events)?;
        project::added(tx, self.process, self.base, self.events)?;
        desk::follow(tx, self.process, self.events)?;
        Ok(Some(record::stored(&events, &texts)))
    }
}

pub(crate) fn asked(process: ProcessId, actor: Actor, action: Action, now: Now) -> Asked {
    Asked { actor, action: action.word(), process: Some(process), now }
}

/// Loads a process and asks the policy. What does not exist is hidden, like what one may not know of.
pub(crate) fn ruled(
    tx: &mut Tx,
    folds: &Folds,
    process: ProcessId,
    actor: Actor,
    action: Action,
    now: Now,
) -> Result<Result<(Folded, Ground), Denial>> {
    let Some(folded) = folds.load(tx, process)? else { return Ok(Err(Denial::Hidden)) };
    Ok(policy::rule(actor, action, &folded.process, now).map(|ground| (folded, ground)))
}

pub(crate) fn view(
    tx: &mut Tx,
    id: ProcessId,
    actor: Actor,
    now: Now,
    folded: Folded,
    ground: Ground,
) -> Result<View> {
    let texts = content::all_of(tx, id)?;
    seen(tx, id, actor, now, folded, ground, texts)
}

/// The process as far as the tie reaches.
fn seen(
    tx: &mut Tx,
    id: ProcessId,
    actor: Actor,
    now: Now,
    folded: Folded,
    ground: Ground,
    texts: Texts,
) -> Result<View> {
    let Folded { process: whole, people } = folded;
    let process = reach::process(whole.clone(), actor, ground, now.today());
    let texts = reach::without_costs(&whole, &process, texts);
    let people = reach::people(&process, actor, ground, people);
    let texts = reach::texts(&process, actor, ground, now.today(), texts);
    let texts = if reach::reads_as_written(ground) || !texts.values().any(|text| is_marked(text)) {
        texts
    } else {
        let own = content::written_by(tx, id, actor.person)?;
        reach::passed_on(&process, &own, texts)
    };
    Ok(View { id, process, ground, people, texts })
}
