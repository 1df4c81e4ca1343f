//! How have the reviews gone, in numbers (AC-12)?

use super::{Decision, Month, asked, decision};
use crate::{
    Error, Store,
    access::{self, Outcome},
    engine::{Fault, Result, Row, Tx, statements},
};
use domain::{ids::UnitId, now::Now};
use jiff::tz::TimeZone;
use policy::Actor;
use std::collections::BTreeMap;

statements! {
    DRAWN = "SELECT unit_id, month FROM log_review ORDER BY unit_id, month";
    FOUND_IN_ALL = "SELECT unit_id, month, found FROM log_review_rule ORDER BY unit_id, month, picked";
    LOOKED = "SELECT unit_id, recorded_us FROM access WHERE unit_id IS NOT NULL AND process_id IS NOT NULL";
    DECIDED_IN_ALL = "SELECT unit_id, month, decision, count(*) AS looks FROM log_review_look \
                      GROUP BY unit_id, month, decision ORDER BY unit_id, month, decision";
}

/// How many looks a review had to take from, and what was made of those it took.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Figures {
    pub looks: u32,
    /// `None` while nothing has been drawn.
    pub drawn: Option<u32>,
    pub decided: BTreeMap<Decision, u32>,
}

impl Figures {
    pub fn undecided(&self) -> u32 {
        self.drawn.unwrap_or_default().saturating_sub(self.decided.values().sum())
    }
}

impl Store {
    /// How the reviews of the actor's unit have gone, month by month.
    ///
    /// # Errors
    /// [`Error::Denied`] for everybody but the unit's manager.
    pub async fn own_review_figures(
        &self,
        actor: Actor,
        now: Now,
    ) -> Result<BTreeMap<Month, Figures>, Error> {
        let unit = self.may_review(actor, "read_log_review", now).await?;
        let asked = asked(actor, "read_log_review", now);
        let look = move |tx: &mut Tx| Ok((in_all(tx)?, asked.access(Outcome::Granted)?));
        let all = self.db.witness(look, access::put).await?;
        Ok(all.into_iter().filter(|((of, _), _)| *of == unit).map(|((_, month), one)| (month, one)).collect())
    }

    /// The same of every unit, with the months that are over and nobody has drawn, for whoever answers for all of
    /// them and runs the program: numbers alone.
    pub async fn review_figures(
        &self,
        zone: TimeZone,
        now: Now,
    ) -> Result<BTreeMap<(UnitId, Month), Figures>, Error> {
        let look = move |tx: &mut Tx| {
            let mut undrawn: BTreeMap<(UnitId, Month), Figures> = BTreeMap::new();
            for (unit, at) in tx.rows(&LOOKED, &[], |row| Ok((UnitId(row.number(0)?), row.instant(1)?)))? {
                let month = Month::of(at.to_zoned(zone.clone()).date());
                if month.is_over(now.today()) {
                    undrawn.entry((unit, month)).or_default().looks += 1;
                }
            }
            let drawn = in_all(tx)?;
            undrawn.retain(|key, _| !drawn.contains_key(key));
            Ok(drawn.into_iter().chain(undrawn).collect())
        };
        Ok(self.db.read(look).await?)
    }
}

fn in_all(tx: &mut Tx) -> Result<BTreeMap<(UnitId, Month), Figures>> {
    let key = |row: &Row| {
        let month = row.str(1)?.parse().map_err(|_| Fault::Unreadable("a month that is none"))?;
        Ok((UnitId(row.number(0)?), month))
    };
    let drawn = tx.rows(&DRAWN, &[], key)?;
    let mut all: BTreeMap<_, Figures> =
        drawn.into_iter().map(|key| (key, Figures { drawn: Some(0), ..Figures::default() })).collect();
    for (key, looks) in tx.rows(&FOUND_IN_ALL, &[], |row| Ok((key(row)?, row.number(2)?)))? {
        all.entry(key).or_default().looks += looks;
    }
    let decided = |row: &Row| Ok((key(row)?, row.opt_text(2)?, row.number(3)?));
    for (key, word, looks) in tx.rows(&DECIDED_IN_ALL, &[], decided)? {
        let figures = all.entry(key).or_default();
        figures.drawn = Some(figures.drawn.unwrap_or_default() + looks);
        if let Some(word) = word {
            figures.decided.insert(decision(&word)?, looks);
        }
    }
    Ok(all)
}
