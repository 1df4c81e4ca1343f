//! What has a unit's manager made of the looks that were drawn from the log (AC-12, PDL 4:3)?
//!
//! **Invariant:** nothing here names a child. A look tells who did what, when and on which ground; which process it
//! was stands there as a reference that says something only to those who have standing in it.

pub(crate) mod draw;
pub(crate) mod figures;
mod month;
#[cfg(test)]
mod tests;

use crate::{
    Error, Store,
    access::{self, Access, AccessId, Outcome},
    engine::{Fault, Result, Row, Tx, V, statements},
    fold, keys,
    ruling::Asked,
};
use domain::{
    Event,
    calendar::Calendar,
    choice::TextHash,
    event::protection::ProtectionEvent,
    ids::{PersonId, ProcessId, UnitId},
    now::Now,
};
pub use draw::Picked;
use draw::{Look, Sample};
pub use figures::Figures;
use jiff::{Timestamp, civil::Date, tz::TimeZone};
pub use month::{Month, NotAMonth};
use policy::{Actor, Denial};
use sha2::{Digest as _, Sha256};
use std::{
    collections::{BTreeMap, HashMap},
    fmt,
    sync::Arc,
};

statements! {
    EARLIEST = "SELECT recorded_us FROM access ORDER BY access_id LIMIT 1";
    LOOKS = "SELECT access_id, recorded_us, person_id, seat, unit_id, process_id, action, outcome, ground, detail \
             FROM access WHERE unit_id = $1 AND recorded_us >= $2 AND recorded_us < $3 \
             AND process_id IS NOT NULL ORDER BY access_id";
    PUT = "INSERT INTO log_review (unit_id, month, drawn_by, drawn_us) VALUES ($1, $2, $3, $4) \
           ON CONFLICT (unit_id, month) DO NOTHING";
    PUT_RULE = "INSERT INTO log_review_rule (unit_id, month, picked, found) VALUES ($1, $2, $3, $4)";
    PUT_LOOK = "INSERT INTO log_review_look (unit_id, month, access_id, picked) VALUES ($1, $2, $3, $4)";
    DECIDE = "UPDATE log_review_look SET decision = $1, remark = $2, decided_by = $3, decided_us = $4 \
              WHERE unit_id = $5 AND month = $6 AND access_id = $7 AND decision IS NULL";
    RULES = "SELECT picked, found FROM log_review_rule WHERE unit_id = $1 AND month = $2 ORDER BY picked";
    OF_MONTH = "SELECT a.access_id, a.recorded_us, a.person_id, a.seat, a.unit_id, a.process_id, a.action, \
                a.outcome, a.ground, a.detail, l.picked, l.decision, l.remark, l.decided_by, l.decided_us \
                FROM log_review_look l JOIN access a ON a.access_id = l.access_id \
                WHERE l.unit_id = $1 AND l.month = $2 ORDER BY l.access_id";
    GET = "SELECT drawn_us FROM log_review WHERE unit_id = $1 AND month = $2";
}

/// What a manager makes of a look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Decision {
    /// It belonged to the work.
    InOrder,
    /// The person was asked, and what was told holds.
    Explained,
    /// It did not belong to the work; it is followed up as a deviation.
    Deviation,
}

impl Decision {
    pub const ALL: [Decision; 3] = [Decision::InOrder, Decision::Explained, Decision::Deviation];

    pub fn word(self) -> &'static str {
        match self {
            Decision::InOrder => "in_order",
            Decision::Explained => "explained",
            Decision::Deviation => "deviation",
        }
    }
}

/// One look that is gone through.
pub struct ReviewedLook {
    pub access: Access,
    pub picked: Picked,
    pub decided: Option<Decided>,
}

/// What was decided of one look.
#[derive(Clone, PartialEq, Eq)]
pub struct Decided {
    pub decision: Decision,
    /// Empty where nothing needs to be said.
    pub remark: String,
    pub by: PersonId,
    pub at: Timestamp,
}

impl fmt::Debug for Decided {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Decided")
            .field("decision", &self.decision)
            .field("by", &self.by)
            .finish_non_exhaustive()
    }
}

/// What was drawn of a month, and how far it has come.
pub struct Review {
    pub looks: Vec<ReviewedLook>,
    /// How many there were to take from, rule by rule.
    pub found: BTreeMap<Picked, u32>,
}

/// What became of a decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deciding {
    Done,
    /// It was not drawn.
    NotDrawn,
    /// It was decided before, by this manager or another.
    Already,
    /// Nobody goes through what they have looked at themselves.
    OwnLook,
}

impl Store {
    /// The month in which the log begins; `None` while it is empty.
    pub async fn first_month(&self, zone: TimeZone) -> Result<Option<Month>, Error> {
        let earliest = self.db.read(|tx| tx.one(&EARLIEST, &[], |row| row.instant(0))).await?;
        Ok(earliest.map(|at| Month::of(at.to_zoned(zone).date())))
    }

    /// Takes the looks of a month that the actor's unit is to go through. `false` if they have been taken: they are
    /// taken once, so that nobody can draw until nothing stands out.
    ///
    /// # Errors
    /// [`Error::Denied`] for everybody but the unit's manager.
    pub async fn draw_review(
        &self,
        actor: Actor,
        month: Month,
        calendar: Arc<Calendar>,
        zone: TimeZone,
        now: Now,
    ) -> Result<bool, Error> {
        let unit = self.may_review(actor, "draw_log_review", now).await?;
        let looks = self.db.read(move |tx| looks(tx, unit, month, &zone)).await?;
        let sample = draw::draw(&looks, &calendar, &keys::random()?);
        let asked = asked(actor, "draw_log_review", now);
        let put = move |tx: &mut Tx| {
            if !month.is_over(now.today()) || !put(tx, unit, month, &sample, actor.person, now)? {
                return Ok(false);
            }
            let looks: Vec<_> =
                sample.picked.iter().map(|(id, picked)| (*id, picked.word().to_owned())).collect();
            let found = sample.found.iter().map(|(picked, found)| (picked.word().to_owned(), count(*found)));
            let detail = drawn_line(&month.to_string(), &looks, &found.collect());
            access::put(tx, &Access { detail: Some(detail.into()), ..asked.access(Outcome::Granted)? })?;
            Ok(true)
        };
        Ok(self.db.write(put).await?)
    }

    /// What was drawn of a month; `None` if nothing has been.
    ///
    /// # Errors
    /// [`Error::Denied`] for everybody but the unit's manager.
    pub async fn review(&self, actor: Actor, month: Month, now: Now) -> Result<Option<Review>, Error> {
        let unit = self.may_review(actor, "read_log_review", now).await?;
        let asked = asked(actor, "read_log_review", now);
        let look = move |tx: &mut Tx| {
            let access = Access { detail: Some(month.to_string().into()), ..asked.access(Outcome::Granted)? };
            Ok((review(tx, unit, month)?, access))
        };
        Ok(self.db.witness(look, access::put).await?)
    }

    /// Decides what one look was, once: nobody can write over a deviation.
    ///
    /// # Errors
    /// [`Error::Denied`] for everybody but the unit's manager.
    pub async fn decide_review(
        &self,
        actor: Actor,
        (month, look): (Month, AccessId),
        (decision, remark): (Decision, String),
        now: Now,
    ) -> Result<Deciding, Error> {
        let unit = self.may_review(actor, "decide_log_review", now).await?;
        let asked = asked(actor, "decide_log_review", now);
        let decide = move |tx: &mut Tx| {
            let drawn = review(tx, unit, month)?.into_iter().flat_map(|review| review.looks);
            let Some(found) = drawn.into_iter().find(|one| one.access.id == look) else {
                return Ok(Deciding::NotDrawn);
            };
            if found.access.person == actor.person {
                access::put(tx, &asked.access(Outcome::Refused)?)?;
                return Ok(Deciding::OwnLook);
            }
            let values = [
                V::Text(decision.word()),
                V::Text(&remark),
                V::Id(actor.person.0),
                V::instant(now.instant),
                V::Int(unit.0.into()),
                V::Text(&month.to_string()),
                V::Id(look.0),
            ];
            if tx.exec(&DECIDE, &values)? == 0 {
                return Ok(Deciding::Already);
            }
            let detail = decided_line(look, decision.word(), &remark);
            access::put(tx, &Access { detail: Some(detail.into()), ..asked.access(Outcome::Granted)? })?;
            Ok(Deciding::Done)
        };
        Ok(self.db.write(decide).await?)
    }

    /// The unit whose log the actor goes through. A no is on record.
    async fn may_review(&self, actor: Actor, action: &'static str, now: Now) -> Result<UnitId, Error> {
        match policy::may_review(actor) {
            Ok(unit) => Ok(unit),
            Err(denial) => {
                let asked = asked(actor, action, now);
                self.db.write(move |tx| access::put(tx, &asked.denied(Denial::Hidden)?)).await?;
                Err(Error::Denied(denial))
            }
        }
    }
}

fn asked(actor: Actor, action: &'static str, now: Now) -> Asked {
    Asked { actor, action, process: None, now }
}

/// What the record holds of a draw: which looks were taken and of how many can be proved by it, and it tells nobody
/// anything before that.
pub(crate) fn drawn_line(month: &str, looks: &[(AccessId, String)], found: &BTreeMap<String, i64>) -> String {
    let mut all = Sha256::new();
    looks.iter().for_each(|(id, picked)| all.update(format!("{} {picked}\n", id.0)));
    found.iter().for_each(|(picked, found)| all.update(format!("{picked} {found}\n")));
    format!("{month} {} {}", looks.len(), TextHash(all.finalize().into()))
}

/// What the record holds of a decision: the decision itself, and of the words what proves them.
pub(crate) fn decided_line(look: AccessId, decision: &str, remark: &str) -> String {
    format!("{} {decision} {}", look.0, TextHash(Sha256::digest(remark).into()))
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// Everything that somebody in a seat of the unit has asked of any process in a month.
fn looks(tx: &mut Tx, unit: UnitId, month: Month, zone: &TimeZone) -> Result<Vec<Look>> {
    let (from, to) = month.moments(zone)?;
    let values = [V::Int(unit.0.into()), V::instant(from), V::instant(to)];
    let all = tx.rows(&LOOKS, &values, access::access)?;
    let mut marks: HashMap<ProcessId, Option<Date>> = HashMap::new();
    let mut looks = Vec::with_capacity(all.len());
    for access in all {
        let Some(process) = access.process else { continue };
        let marked = match marks.get(&process) {
            Some(marked) => *marked,
            None => {
                let marked = marked_on(&fold::events(tx, process)?);
                marks.insert(process, marked);
                marked
            }
        };
        let local = access.at.to_zoned(zone.clone()).datetime();
        let protected = marked.is_some_and(|on| on <= local.date());
        looks.push(Look { access, process, local, protected });
    }
    Ok(looks)
}

/// The day on which a mark was first put on. One that came later tells nothing to those who looked before it.
fn marked_on(events: &[Event]) -> Option<Date> {
    events.iter().find_map(|event| {
        let Event::Protection(ProtectionEvent::IdentityProtected { on, .. }) = event else { return None };
        Some(*on)
    })
}

/// False if the month has been drawn already.
fn put(tx: &mut Tx, unit: UnitId, month: Month, sample: &Sample, by: PersonId, now: Now) -> Result<bool> {
    let (unit, month) = (i64::from(unit.0), month.to_string());
    let values = [V::Int(unit), V::Text(&month), V::Id(by.0), V::instant(now.instant)];
    if tx.exec(&PUT, &values)? == 0 {
        return Ok(false);
    }
    for (picked, found) in &sample.found {
        let found = V::Int(count(*found));
        tx.exec(&PUT_RULE, &[V::Int(unit), V::Text(&month), V::Text(picked.word()), found])?;
    }
    for (id, picked) in &sample.picked {
        tx.exec(&PUT_LOOK, &[V::Int(unit), V::Text(&month), V::Id(id.0), V::Text(picked.word())])?;
    }
    Ok(true)
}

fn review(tx: &mut Tx, unit: UnitId, month: Month) -> Result<Option<Review>> {
    let month = month.to_string();
    let key = [V::Int(unit.0.into()), V::Text(&month)];
    let found = tx.rows(&RULES, &key, |row| Ok((picked(row.str(0)?)?, row.number(1)?)))?;
    let looks = tx.rows(&OF_MONTH, &key, reviewed)?;
    let drawn = tx.one(&GET, &key, |row| row.instant(0))?;
    Ok(drawn.map(|_| Review { looks, found: found.into_iter().collect() }))
}

fn reviewed(row: &Row) -> Result<ReviewedLook> {
    let decided = match row.opt_text(11)? {
        None => None,
        Some(word) => Some(Decided {
            decision: decision(&word)?,
            remark: row.text(12)?,
            by: PersonId(row.id(13)?),
            at: row.instant(14)?,
        }),
    };
    Ok(ReviewedLook { access: access::access(row)?, picked: picked(row.str(10)?)?, decided })
}

fn picked(word: &str) -> Result<Picked> {
    let found = Picked::ALL.into_iter().find(|picked| picked.word() == word);
    found.ok_or(Fault::Unreadable("unknown rule of a review"))
}

fn decision(word: &str) -> Result<Decision> {
    let found = Decision::ALL.into_iter().find(|decision| decision.word() == word);
    found.ok_or(Fault::Unreadable("unknown decision of a review"))
}
