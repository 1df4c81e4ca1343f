//! What may be read of a description without identity, and by whom? (DID-4, DID-5)

use super::asked;
use crate::{
    Error, Store,
    access::{self, Access, Outcome},
    engine::{Fault, Result, Row, Tx, V, statements},
    people,
};
use domain::{
    ids::{BodyId, BodyMeetingId, DeidentifiedId, PersonId},
    now::Now,
    samba::deidentified::{Deidentified, Recorded},
};
use policy::{Actor, DeidentifiedAction, DeidentifiedGround, Denial, rule_deidentified};
use std::collections::BTreeMap;

statements! {
    GET = "SELECT event, author, day FROM deidentified_event WHERE description_id = $1 ORDER BY version";
    ALL = "SELECT description_id, event, author, day FROM deidentified_event ORDER BY description_id, version";
}

/// A description as its reader may have it: a member of a body does not learn who wrote it.
#[derive(Clone, PartialEq, Eq)]
pub struct StoredDeidentified {
    pub id: DeidentifiedId,
    pub state: Deidentified,
    pub ground: DeidentifiedGround,
    /// Of whoever wrote it.
    pub writer: Option<String>,
}

impl Store {
    /// One description.
    ///
    /// # Errors
    /// [`Error::Denied`] for whoever may not know of it, and where there is none, or no longer.
    pub async fn deidentified(
        &self,
        actor: Actor,
        id: DeidentifiedId,
        now: Now,
    ) -> std::result::Result<StoredDeidentified, Error> {
        let asked = asked(actor, "read_deidentified", now);
        let look = move |tx: &mut Tx| {
            let found = Deidentified::of(&events(tx, id)?);
            match known(actor, found, DeidentifiedAction::Read, now) {
                Ok((state, ground)) => {
                    let stored = handed(tx, (id, state), ground)?;
                    let detail = Some(id.0.to_string().into());
                    Ok((Ok(stored), Access { detail, ..asked.access(Outcome::Granted)? }))
                }
                Err(denial) => Ok((Err(denial), asked.denied(denial)?)),
            }
        };
        self.db.witness(look, access::put).await?.map_err(Error::Denied)
    }

    /// Those that the actor may know of, the last written first; of a meeting alone, if one is named.
    ///
    /// # Errors
    /// When the store cannot answer.
    pub async fn deidentified_list(
        &self,
        actor: Actor,
        meeting: Option<BodyMeetingId>,
        now: Now,
    ) -> std::result::Result<Vec<StoredDeidentified>, Error> {
        let asked = asked(actor, "list_deidentified", now);
        let look = move |tx: &mut Tx| {
            let mut listed = vec![];
            for (id, events) in all(tx)? {
                let found = Deidentified::of(&events);
                let found = found.filter(|one| meeting.is_none_or(|meeting| one.item(meeting).is_some()));
                if let Ok((state, ground)) = known(actor, found, DeidentifiedAction::Read, now) {
                    listed.push(handed(tx, (id, state), ground)?);
                }
            }
            listed.sort_by_key(|one| (std::cmp::Reverse(one.state.written_on), one.id));
            let ids: Vec<_> = listed.iter().map(|one| one.id.0.to_string()).collect();
            let detail = (!ids.is_empty()).then(|| ids.join(" ").into());
            Ok((listed, Access { detail, ..asked.access(Outcome::Granted)? }))
        };
        Ok(self.db.witness(look, access::put).await?)
    }
}

/// What is left out for a body is left out here.
fn handed(
    tx: &mut Tx,
    (id, state): (DeidentifiedId, Deidentified),
    ground: DeidentifiedGround,
) -> Result<StoredDeidentified> {
    Ok(match ground {
        DeidentifiedGround::Writer | DeidentifiedGround::Coordinator => {
            let person = match state.writer {
                Some(writer) => people::get(tx, writer.person)?,
                None => None,
            };
            StoredDeidentified { id, state, ground, writer: person.map(|person| person.name) }
        }
        DeidentifiedGround::Member(_) => {
            StoredDeidentified { id, state: state.without_writer(), ground, writer: None }
        }
    })
}

/// The ruling, on one that is there and not gone.
pub(super) fn known(
    actor: Actor,
    found: Option<Deidentified>,
    action: DeidentifiedAction,
    now: Now,
) -> std::result::Result<(Deidentified, DeidentifiedGround), Denial> {
    let one = found.filter(|one| !one.is_gone(now.today())).ok_or(Denial::Hidden)?;
    let writer = one.writer.map(|writer| writer.person).ok_or(Denial::Hidden)?;
    let bodies: Vec<BodyId> = one.bodies().collect();
    let ground = rule_deidentified(actor, writer, &bodies, action)?;
    Ok((one, ground))
}

pub(crate) fn events(tx: &mut Tx, id: DeidentifiedId) -> Result<Vec<Recorded>> {
    tx.rows(&GET, &[V::Id(id.0)], |row| recorded(row, 0))
}

/// All there are: a few, since none is kept for long.
pub(super) fn all(tx: &mut Tx) -> Result<BTreeMap<DeidentifiedId, Vec<Recorded>>> {
    let mut all: BTreeMap<DeidentifiedId, Vec<Recorded>> = BTreeMap::new();
    for (id, event) in tx.rows(&ALL, &[], |row| Ok((DeidentifiedId(row.id(0)?), recorded(row, 1)?)))? {
        all.entry(id).or_default().push(event);
    }
    Ok(all)
}

fn recorded(row: &Row, from: usize) -> Result<Recorded> {
    let event = serde_json::from_str(row.str(from)?);
    Ok(Recorded {
        event: event.map_err(|_| Fault::Unreadable("a description without identity"))?,
        by: PersonId(row.id(from + 1)?),
        on: row.date(from + 2)?,
    })
}
