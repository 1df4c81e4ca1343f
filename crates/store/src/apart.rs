//! Who has looked, for a guardian who must not learn where anybody is: units and days, and no names. (PID-3, PID-6)

use crate::{
    Error, Store,
    access::{self, Outcome},
    door::{asked, ruled},
    engine::{Result, Tx},
};
use domain::{
    Now,
    ids::{ProcessId, UnitId},
};
use jiff::Timestamp;
use policy::{Action, Actor};

/// One look: from a unit, or by the reader. A page tells the unit by its kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LookApart {
    pub at: Timestamp,
    pub unit: Option<UnitId>,
}

impl Store {
    /// The looks that were granted to units, and the reader's own, the eldest first. Others in the family live where
    /// the reader must not know of, so nothing tells when they looked.
    ///
    /// # Errors
    /// [`Error::Denied`].
    pub async fn looks_apart(
        &self,
        process: ProcessId,
        actor: Actor,
        now: Now,
    ) -> std::result::Result<Vec<LookApart>, Error> {
        let action = Action::ReadSeparateCopies { person: actor.person };
        let (asked, folds) = (asked(process, actor, action, now), self.folds.clone());
        let look = move |tx: &mut Tx| -> Result<_> {
            let ground = match ruled(tx, &folds, process, actor, action, now)? {
                Ok((_, ground)) => ground,
                Err(denial) => return Ok((Err(denial), asked.denied(denial)?)),
            };
            let all = access::of_process(tx, process)?.into_iter();
            let granted = all.filter(|access| access.outcome == Outcome::Granted);
            let told = granted.filter(|access| access.unit.is_some() || access.person == actor.person);
            let told = told.map(|access| LookApart { at: access.at, unit: access.unit }).collect();
            Ok((Ok(told), asked.granted(ground)?))
        };
        self.db.witness(look, access::put).await?.map_err(Error::Denied)
    }
}
