//! What is disclosed on another legal ground than consent, to whom, and until when? (AC-10)
//!
//! One unit, lines of its own, one reader, two persons, an end. It opens nothing else, and no consent grows by it.

use crate::{
    Event, Refusal,
    choice::*,
    event::other_ground::OtherGroundEvent,
    ids::*,
    now::Now,
    organisation::{Organisation, Unit},
    process::Process,
};
use jiff::{ToSpan, civil::Date};

/// It is decided anew after so many months at the latest.
pub const MONTHS_MAX: i32 = 6;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OtherGround {
    pub from: UnitId,
    pub to: UnitId,
    pub reader: PersonId,
    pub basis: LegalBasis,
    pub lines: Vec<CommitmentNo>,
    pub reason: TextId,
    pub kept_from_family: Option<TextId>,
    pub until: Date,
    pub decided_by: PersonId,
    pub decided_on: Date,
    pub confirmed: Option<(PersonId, Date)>,
    pub ended: Option<(PersonId, Date)>,
}

impl OtherGround {
    /// Confirmed by a second person, not ended, not run out.
    pub fn is_live(&self, on: Date) -> bool {
        self.confirmed.is_some() && self.ended.is_none() && on <= self.until
    }
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OtherGrounds(Vec<OtherGround>);

impl OtherGrounds {
    pub(crate) fn evolve(&mut self, event: &OtherGroundEvent) {
        use OtherGroundEvent::*;
        match event.clone() {
            OtherGroundDecided {
                from,
                to,
                reader,
                basis,
                lines,
                reason,
                kept_from_family,
                until,
                by,
                on,
                ground: _,
            } => self.0.push(OtherGround {
                from,
                to,
                reader,
                basis,
                lines,
                reason,
                kept_from_family,
                until,
                decided_by: by,
                decided_on: on,
                confirmed: None,
                ended: None,
            }),
            OtherGroundConfirmed { ground, by, on } => {
                if let Some(found) = self.at(ground) {
                    found.confirmed = Some((by, on));
                }
            }
            OtherGroundEnded { ground, by, on } => {
                if let Some(found) = self.at(ground) {
                    found.ended = Some((by, on));
                }
            }
        }
    }

    fn at(&mut self, number: OtherGroundNo) -> Option<&mut OtherGround> {
        self.0.get_mut(index(number.0)?)
    }

    pub(super) fn is_any_kept(&self) -> bool {
        self.0.iter().any(|ground| ground.kept_from_family.is_some())
    }

    /// As the family may know them: a law has forbidden to tell of some.
    pub(super) fn leave_out_kept(&mut self) {
        self.0.retain(|ground| ground.kept_from_family.is_none());
    }

    /// Gives the lines their numbers among those that are left; the rest are left out.
    pub(super) fn renumber_lines(&mut self, number: impl Fn(CommitmentNo) -> Option<CommitmentNo>) {
        for ground in &mut self.0 {
            ground.lines = ground.lines.iter().filter_map(|line| number(*line)).collect();
        }
    }

    pub fn get(&self, number: OtherGroundNo) -> Option<&OtherGround> {
        self.0.get(index(number.0)?)
    }

    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (OtherGroundNo, &OtherGround)> {
        numbered(&self.0, OtherGroundNo)
    }
}

impl Process {
    /// The disclosures that are open to a person at a unit today.
    pub fn disclosed_to(
        &self,
        person: PersonId,
        unit: UnitId,
        on: Date,
    ) -> impl Iterator<Item = (OtherGroundNo, &OtherGround)> {
        let open =
            move |ground: &OtherGround| ground.reader == person && ground.to == unit && ground.is_live(on);
        self.other_grounds.iter().filter(move |(_, ground)| open(ground))
    }
}

#[derive(Debug, Clone)]
pub struct DecideOtherGround {
    pub from: UnitId,
    pub to: UnitId,
    pub reader: PersonId,
    pub basis: LegalBasis,
    pub lines: Vec<CommitmentNo>,
    pub reason: TextId,
    pub kept_from_family: Option<TextId>,
    pub until: Date,
    pub by: PersonId,
}

/// A unit decides to disclose lines of its own without consent. Nothing is open until a second person at the unit
/// has confirmed it.
pub fn decide(
    process: &Process,
    organisation: &Organisation,
    now: Now,
    command: DecideOtherGround,
) -> Result<Vec<Event>, Refusal> {
    let on = now.today();
    let DecideOtherGround { from, to, reader, basis, lines, reason, kept_from_family, until, by } = command;
    let (Some(discloser), Some(receiver)) = (organisation.unit(from), organisation.unit(to)) else {
        return Err(Refusal::UnknownUnit);
    };
    if from == to || process.is_family(reader, on) {
        return Err(Refusal::NotAParticipant);
    }
    if !covers(basis, discloser, receiver) {
        return Err(Refusal::BasisDoesNotCover);
    }
    let own = |number: &CommitmentNo| process.plan.line(*number).is_some_and(|line| line.unit == from);
    if lines.is_empty() {
        return Err(Refusal::NoSuchLine);
    }
    if !lines.iter().all(own) {
        return Err(Refusal::OwnContributionOnly);
    }
    let latest = on.saturating_add(MONTHS_MAX.months());
    if until < on || until > latest {
        return Err(Refusal::ConsentPeriod { latest });
    }
    let ground = OtherGroundNo(process.other_grounds.0.len() as u32 + 1);
    Ok(vec![Event::OtherGround(OtherGroundEvent::OtherGroundDecided {
        ground,
        from,
        to,
        reader,
        basis,
        lines,
        reason,
        kept_from_family,
        until,
        by,
        on,
    })])
}

/// The two that break secrecy between health care and social services for a child's care cover neither school nor
/// anybody else (OSL 25:12, 26:9). The other two can concern anybody.
fn covers(basis: LegalBasis, from: &Unit, to: &Unit) -> bool {
    let health = |unit: &Unit| unit.unit_type.is_health_care();
    let social = |unit: &Unit| unit.is_social_services();
    let to_care = health(to) || social(to);
    match basis {
        LegalBasis::HealthCareToChild => health(from) && to_care,
        LegalBasis::SocialServicesToChild => social(from) && to_care,
        LegalBasis::DutyToDisclose | LegalBasis::NecessaryForOwnWork => true,
    }
}

/// A second person at the unit confirms what the first has decided.
pub fn confirm(
    process: &Process,
    now: Now,
    number: OtherGroundNo,
    unit: UnitId,
    by: PersonId,
) -> Result<Vec<Event>, Refusal> {
    let ground = own(process, number, unit)?;
    if ground.decided_by == by {
        return Err(Refusal::SecondPersonNeeded);
    }
    if ground.ended.is_some() || ground.until < now.today() {
        return Err(Refusal::ConsentRanOut);
    }
    if ground.confirmed.is_some() {
        return Ok(vec![]);
    }
    let confirmed = OtherGroundEvent::OtherGroundConfirmed { ground: number, by, on: now.today() };
    Ok(vec![Event::OtherGround(confirmed)])
}

/// Anyone at the unit that disclosed can end it, at once.
pub fn end(
    process: &Process,
    now: Now,
    number: OtherGroundNo,
    unit: UnitId,
    by: PersonId,
) -> Result<Vec<Event>, Refusal> {
    if own(process, number, unit)?.ended.is_some() {
        return Ok(vec![]);
    }
    Ok(vec![Event::OtherGround(OtherGroundEvent::OtherGroundEnded { ground: number, by, on: now.today() })])
}

fn own(process: &Process, number: OtherGroundNo, unit: UnitId) -> Result<&OtherGround, Refusal> {
    process.other_grounds.get(number).filter(|ground| ground.from == unit).ok_or(Refusal::NoSuchLine)
}
