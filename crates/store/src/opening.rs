//! How does a process come into the store?

use crate::{
    Error, Store, access,
    door::{Added, Brought, Changed, No, ruled},
    engine::{Fault, Result, Tx},
    fold::Folds,
    request,
    ruling::Asked,
};
use domain::{
    Event, Now, Refusal,
    ids::{ProcessId, RequestId, UnitId},
    lots::closing,
};
use policy::{Action, Actor, Denial, Ground};
use std::sync::Arc;

impl Store {
    /// Opens the process `id`, whose first events `decide` decides (T1). What the opening mentions is ruled
    /// on as well: the process that it takes up again (T19), and the request that it answers (T1b).
    ///
    /// # Errors
    /// [`Error::Denied`] unless the actor is a professional who opens it for the own unit in the own name;
    /// [`Error::Refused`] as `decide` says.
    pub async fn open_process(
        &self,
        id: ProcessId,
        actor: Actor,
        now: Now,
        brought: impl Into<Brought>,
        decide: impl Fn() -> Result<Vec<Event>, Refusal> + Send + 'static,
    ) -> Result<Changed, Error> {
        let (brought, folds) = (brought.into(), self.folds.clone());
        let open = move |tx: &mut Tx| {
            let asked = Asked { actor, action: "open_process", process: Some(id), now };
            Ok(match open(tx, &folds, asked, id, &brought, &decide)? {
                Ok(changed) => Ok(changed),
                Err(No::Denied(denial)) => {
                    access::put(tx, &asked.denied(denial)?)?;
                    Err(No::Denied(denial))
                }
                Err(No::Refused(refusal)) => {
                    access::put(tx, &asked.refused(Ground::Initiator, &refusal)?)?;
                    Err(No::Refused(refusal))
                }
            })
        };
        Ok(self.db.write(open).await??)
    }
}

fn open(
    tx: &mut Tx,
    folds: &Folds,
    asked: Asked,
    id: ProcessId,
    brought: &Brought,
    decide: &dyn Fn() -> Result<Vec<Event>, Refusal>,
) -> Result<Result<Changed, No>> {
    let (actor, now) = (asked.actor, asked.now);
    let unit = match policy::may_open(actor) {
        Ok(unit) => unit,
        Err(denial) => return Ok(Err(No::Denied(denial))),
    };
    let events = match decide() {
        Ok(events) => events,
        Err(refusal) => return Ok(Err(No::Refused(refusal))),
    };
    let Some(Event::ProcessOpened { initiator, unit: opened_for, previous, request, .. }) = events.first()
    else {
        return Err(Fault::Unreadable("a process begins with its opening"));
    };
    if *initiator != actor.person || *opened_for != unit {
        return Ok(Err(No::Denied(Denial::Forbidden)));
    }
    if let Some(previous) = previous
        && let Err(no) = may_be_taken_up(tx, folds, *previous, actor, now)?
    {
        return Ok(Err(no));
    }
    if let Some(request) = request
        && !answers(tx, asked, *request, unit, id)?
    {
        return Ok(Err(No::Denied(Denial::Hidden)));
    }
    let access = asked.granted(Ground::Initiator)?;
    let added = Added { process: id, base: 0, events: &events, brought, folds };
    let stored = added.store(tx, actor.person, access.id.0, now)?;
    access::put_act(tx, &access, stored)?;
    let opened = folds.load(tx, id)?.ok_or(Fault::Unreadable("a process begins with its opening"))?;
    Ok(Ok(Changed { events, process: Arc::unwrap_or_clone(opened.process), ground: Ground::Initiator }))
}

/// The process before is ruled on, and it is over (T19).
fn may_be_taken_up(
    tx: &mut Tx,
    folds: &Folds,
    previous: ProcessId,
    actor: Actor,
    now: Now,
) -> Result<Result<(), No>> {
    let (folded, _) = match ruled(tx, folds, previous, actor, Action::Restart, now)? {
        Ok(ruled) => ruled,
        Err(denial) => return Ok(Err(No::Denied(denial))),
    };
    Ok(closing::restart_must_be_possible(&folded.process, now).map_err(No::Refused))
}

/// Notes that the request led to this process, which is a yes if it still waited. False if it was put to
/// another unit or refused.
fn answers(tx: &mut Tx, asked: Asked, id: RequestId, unit: UnitId, process: ProcessId) -> Result<bool> {
    let Some(found) = request::get(tx, id)?.filter(|request| request.unit == unit) else { return Ok(false) };
    if found.answer.is_none() {
        let yes = request::Answer::Accepted { text: String::new() };
        request::answer(tx, id, &yes, asked.actor.person, asked.now)?;
    }
    request::led_to(tx, id, process)
}
