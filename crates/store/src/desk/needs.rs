//! What should the parties develop in common, and what came of it? (DESK-3, DESK-5)
//!
//! **Invariant:** what has happened to a need is added and never changed, in one transaction with the row of access
//! that proves it. It is about no child.

use super::asked;
use crate::{
    Error, Store,
    access::{self, Access, Outcome},
    bodies::line::json,
    engine::{Fault, Result, Row, Tx, V, statements},
};
use domain::{
    choice::TextHash,
    ids::{DevelopmentNeedId, PersonId},
    now::Now,
    samba::need::{DevelopmentNeed, NeedAct, NeedRefusal, Recorded},
};
use policy::{Actor, Denial};
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;
use uuid::Uuid;

statements! {
    PUT = "INSERT INTO development_need_event (need_id, version, event, author, recorded_us) \
           VALUES ($1, $2, $3, $4, $5) ON CONFLICT (need_id, version) DO NOTHING";
    GET = "SELECT need_id, event, author, recorded_us FROM development_need_event WHERE need_id = $1 \
           ORDER BY version";
    ALL = "SELECT need_id, event, author, recorded_us FROM development_need_event ORDER BY need_id, version";
}

/// The word of the act in the log.
const ACT: &str = "change_development_need";

/// A need, and by what it is found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredNeed {
    pub id: DevelopmentNeedId,
    pub need: DevelopmentNeed,
}

impl Store {
    /// Every need, the newest first.
    ///
    /// # Errors
    /// [`Error::Denied`] for everybody but the Samba coordinator and those who sit in a body.
    pub async fn development_needs(
        &self,
        actor: Actor,
        now: Now,
    ) -> std::result::Result<Vec<StoredNeed>, Error> {
        let asked = asked(actor, "read_development_needs", now);
        let look = move |tx: &mut Tx| {
            if let Err(denial) = policy::may_read_needs(actor) {
                return Ok((Err(denial), asked.denied(denial)?));
            }
            let mut events: BTreeMap<DevelopmentNeedId, Vec<Recorded>> = BTreeMap::new();
            for (id, event) in tx.rows(&ALL, &[], recorded)? {
                events.entry(id).or_default().push(event);
            }
            let folded = events
                .into_iter()
                .filter_map(|(id, events)| Some(StoredNeed { id, need: DevelopmentNeed::of(&events)? }));
            let mut needs: Vec<_> = folded.collect();
            needs.sort_by_key(|one| (std::cmp::Reverse(one.need.day), one.id));
            Ok((Ok(needs), asked.access(Outcome::Granted)?))
        };
        self.db.witness(look, access::put).await?.map_err(Error::Denied)
    }

    /// Notes a need, or takes one further. The id of a new one is the caller's to make. A refusal is on record.
    ///
    /// # Errors
    /// [`Error::Denied`] for everybody but the Samba coordinator, and where there is no such need to take further.
    pub async fn change_development_need(
        &self,
        actor: Actor,
        id: DevelopmentNeedId,
        act: NeedAct,
        now: Now,
    ) -> std::result::Result<std::result::Result<(), NeedRefusal>, Error> {
        let asked = asked(actor, ACT, now);
        let change = move |tx: &mut Tx| {
            let events = tx.rows(&GET, &[V::Id(id.0)], recorded)?;
            let events: Vec<_> = events.into_iter().map(|(_, event)| event).collect();
            let decided = act.clone().decide(DevelopmentNeed::of(&events).as_ref(), now.today());
            let ruling = policy::may_write_needs(actor).and(match decided {
                Err(NeedRefusal::NotNoted) => Err(Denial::Hidden),
                Ok(_) | Err(_) => Ok(()),
            });
            if let Err(denial) = ruling {
                access::put(tx, &asked.denied(denial)?)?;
                return Ok(Err(denial));
            }
            let event = match decided {
                Ok(event) => json(&event)?,
                Err(refusal) => {
                    let detail = Some(format!("{refusal:?}").into());
                    access::put(tx, &Access { detail, ..asked.access(Outcome::Refused)? })?;
                    return Ok(Ok(Err(refusal)));
                }
            };
            let version = i64::try_from(events.len() + 1).unwrap_or(i64::MAX);
            let (author, at) = (V::Id(actor.person.0), V::instant(now.instant));
            // Somebody else has done something with it at the same time.
            if tx.exec(&PUT, &[V::Id(id.0), V::Int(version), V::Text(&event), author, at])? == 0 {
                return Err(Fault::Conflict);
            }
            let detail = Some(line(id.0, version, &event).into());
            access::put(tx, &Access { detail, ..asked.access(Outcome::Granted)? })?;
            Ok(Ok(Ok(())))
        };
        self.db.write(change).await?.map_err(Error::Denied)
    }
}

/// Which event of which need, and the hash of it: enough to prove what was stored, and nothing to read.
pub(crate) fn line(id: Uuid, version: i64, event: &str) -> String {
    format!("{id} {version} {}", TextHash(Sha256::digest(event).into()))
}

fn recorded(row: &Row) -> Result<(DevelopmentNeedId, Recorded)> {
    let event = serde_json::from_str(row.str(1)?).map_err(|_| Fault::Unreadable("something about a need"))?;
    let recorded = Recorded { event, by: PersonId(row.id(2)?), at: row.instant(3)? };
    Ok((DevelopmentNeedId(row.id(0)?), recorded))
}
