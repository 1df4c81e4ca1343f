//! Is a file of bodies whole, and where is it not? (BOD-2)

use std::collections::BTreeSet;

use super::{
    Bodies, Body, Party, Place, StandingItem,
    file::{BodiesFile, BodyEntry},
};
use crate::{
    ids::{BodyId, PartyId, UnitId},
    organisation::{Organisation, PrincipalCode},
    samba::{
        cadence::{Cadence, CadenceFault},
        outcome::Outcome,
    },
};

const NAME_CHARACTERS_MAX: usize = 120;
const ENTRIES_MAX: usize = 100;
const ANSWER_WITHIN_MAX: u32 = 60;

/// What is wrong in a file of bodies, and where.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("file of bodies, {place}: {problem}")]
pub struct BodiesFault {
    /// "bodies[1] (samba).members[2]", or the line and column for a file that is not readable at all.
    pub place: String,
    pub problem: Problem,
}

/// The ways in which a file of bodies can be wrong.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// Not TOML, an unknown key or word, a missing value.
    #[error("{0}")]
    Unreadable(String),
    #[error("more than {ENTRIES_MAX} entries")]
    TooMany,
    #[error("the id or code is used twice")]
    Duplicate,
    #[error("{0} is empty")]
    Empty(&'static str),
    #[error("{0} is longer than {NAME_CHARACTERS_MAX} characters")]
    TooLong(&'static str),
    #[error("the organisation has no municipality {0} with the way to Samba")]
    NotEnabled(PrincipalCode),
    #[error("the organisation sends children from {0} here, and no body covers them")]
    NotCovered(PrincipalCode),
    #[error("the organisation has no administration \"{0}\"")]
    UnknownAdministration(String),
    #[error("the organisation has no unit type \"{0}\"")]
    UnknownUnitType(String),
    #[error("no unit belongs to it")]
    WithoutUnits,
    #[error("unit {unit} belongs to party {party} already")]
    UnitOfTwoParties { unit: UnitId, party: PartyId },
    #[error("unknown party {0}")]
    UnknownParty(PartyId),
    #[error("unknown body {0}")]
    UnknownBody(BodyId),
    #[error("the way from body to body comes back to where it was and has no end")]
    WithoutEnd,
    #[error("a body lifts on exactly if it has a next one")]
    LiftsNowhere,
    #[error("a body comes to cost_distribution exactly if it shares costs")]
    CostsNotShared,
    #[error("{0:?} cannot be the answer about a child whom nobody knows")]
    NotForAnUnknownChild(Outcome),
    #[error("an answer is owed within 1 to {ANSWER_WITHIN_MAX} working days")]
    AnswerWithin,
    #[error("either every_weeks or every_months")]
    OneRhythm,
    #[error("{0}")]
    Cadence(CadenceFault),
}

/// Reads, checks and connects.
pub fn read(text: &str, organisation: &Organisation) -> Result<Bodies, BodiesFault> {
    let file: BodiesFile = toml::from_str(text)
        .map_err(|error| at("the file")(Problem::Unreadable(error.to_string().trim_end().to_owned())))?;
    municipalities(&file.municipalities, organisation)?;
    parties(&file.parties, organisation)?;
    let bodies = bodies(file.bodies, &file.parties)?;
    way_on(&bodies)?;
    Ok(Bodies { municipalities: file.municipalities, parties: file.parties, bodies })
}

/// Those whose children come here, and those whom the organisation sends here, are the same.
fn municipalities(named: &[PrincipalCode], organisation: &Organisation) -> Result<(), BodiesFault> {
    let fault = at("municipalities");
    let enabled: BTreeSet<PrincipalCode> =
        organisation.municipalities().filter(|one| one.samba_enabled).map(|one| one.code).collect();
    if let Some(code) = named.iter().find(|code| !enabled.contains(code)) {
        return Err(fault(Problem::NotEnabled(*code)));
    }
    match enabled.iter().find(|code| !named.contains(code)) {
        Some(code) => Err(fault(Problem::NotCovered(*code))),
        None => Ok(()),
    }
}

fn parties(parties: &[Party], organisation: &Organisation) -> Result<(), BodiesFault> {
    let place = |index: usize, party: &Party| format!("parties[{index}] ({})", party.code);
    if parties.len() > ENTRIES_MAX {
        return Err(at("parties")(Problem::TooMany));
    }
    for (index, party) in parties.iter().enumerate() {
        let twice = parties[..index].iter().any(|other| other.id == party.id || other.code == party.code);
        party_ok(party, twice, organisation).map_err(at(&place(index, party)))?;
        for unit in organisation.units().iter().filter(|unit| party.has(unit)) {
            if let Some(other) = parties[..index].iter().find(|other| other.has(unit)) {
                let problem = Problem::UnitOfTwoParties { unit: unit.id, party: other.id };
                return Err(at(&place(index, party))(problem));
            }
        }
    }
    Ok(())
}

fn party_ok(party: &Party, twice: bool, organisation: &Organisation) -> Result<(), Problem> {
    text_ok("code", &party.code)?;
    text_ok("name", &party.name)?;
    text_ok("short_name", &party.short_name)?;
    if twice {
        return Err(Problem::Duplicate);
    }
    for id in &party.administrations {
        if !organisation.administrations().any(|known| known.id == *id) {
            return Err(Problem::UnknownAdministration(id.clone()));
        }
    }
    for code in &party.unit_types {
        if !organisation.unit_types().any(|known| known.code == *code) {
            return Err(Problem::UnknownUnitType(code.clone()));
        }
    }
    let named = !party.administrations.is_empty() || !party.unit_types.is_empty();
    let has_units = named && organisation.units().iter().any(|unit| party.has(unit));
    if has_units { Ok(()) } else { Err(Problem::WithoutUnits) }
}

fn bodies(entries: Vec<BodyEntry>, parties: &[Party]) -> Result<Vec<Body>, BodiesFault> {
    if entries.len() > ENTRIES_MAX {
        return Err(at("bodies")(Problem::TooMany));
    }
    let mut bodies: Vec<Body> = Vec::with_capacity(entries.len());
    for (index, entry) in entries.into_iter().enumerate() {
        let place = format!("bodies[{index}] ({})", entry.code);
        if bodies.iter().any(|other| other.id == entry.id || other.code == entry.code) {
            return Err(at(&place)(Problem::Duplicate));
        }
        members(&entry.members, parties, &place)?;
        standing_items(&entry.standing_items, &place)?;
        bodies.push(body(entry).map_err(at(&place))?);
    }
    Ok(bodies)
}

fn members(members: &[Place], parties: &[Party], body: &str) -> Result<(), BodiesFault> {
    if members.is_empty() {
        return Err(at(body)(Problem::Empty("members")));
    }
    for (index, member) in members.iter().enumerate() {
        let fault = at(&format!("{body}.members[{index}]"));
        text_ok("title", &member.title).map_err(&fault)?;
        if !parties.iter().any(|party| party.id == member.party) {
            return Err(fault(Problem::UnknownParty(member.party)));
        }
        if members[..index].iter().any(|other| other.party == member.party) {
            return Err(fault(Problem::Duplicate));
        }
    }
    Ok(())
}

fn standing_items(items: &[StandingItem], body: &str) -> Result<(), BodiesFault> {
    for (index, item) in items.iter().enumerate() {
        let fault = at(&format!("{body}.standing_items[{index}]"));
        text_ok("code", &item.code).and_then(|()| text_ok("name", &item.name)).map_err(&fault)?;
        if index >= ENTRIES_MAX {
            return Err(fault(Problem::TooMany));
        }
        if items[..index].iter().any(|other| other.code == item.code) {
            return Err(fault(Problem::Duplicate));
        }
    }
    Ok(())
}

fn body(entry: BodyEntry) -> Result<Body, Problem> {
    text_ok("code", &entry.code)?;
    text_ok("name", &entry.name)?;
    outcomes(&entry)?;
    if !(1..=ANSWER_WITHIN_MAX).contains(&entry.answer_within) {
        return Err(Problem::AnswerWithin);
    }
    let rhythm = entry.cadence.rhythm().ok_or(Problem::OneRhythm)?;
    Ok(Body {
        id: entry.id,
        code: entry.code,
        name: entry.name,
        next: entry.next,
        outcomes: entry.outcomes,
        outcomes_deidentified: entry.outcomes_deidentified,
        shares_costs: entry.shares_costs,
        answer_within: entry.answer_within,
        members: entry.members,
        cadence: Cadence::new(rhythm, entry.cadence.from).map_err(Problem::Cadence)?,
        standing_items: entry.standing_items,
    })
}

fn outcomes(entry: &BodyEntry) -> Result<(), Problem> {
    let (known, unknown) = (&entry.outcomes, &entry.outcomes_deidentified);
    if known.is_empty() {
        return Err(Problem::Empty("outcomes"));
    }
    for list in [known, unknown] {
        if list.iter().enumerate().any(|(index, outcome)| list[..index].contains(outcome)) {
            return Err(Problem::Duplicate);
        }
    }
    if let Some(outcome) = unknown.iter().find(|outcome| !outcome.fits_an_unknown_child()) {
        return Err(Problem::NotForAnUnknownChild(*outcome));
    }
    if known.contains(&Outcome::CostDistribution) != entry.shares_costs {
        return Err(Problem::CostsNotShared);
    }
    let lifts = known.contains(&Outcome::LiftedOn);
    if lifts != entry.next.is_some() || (unknown.contains(&Outcome::LiftedOn) && !lifts) {
        return Err(Problem::LiftsNowhere);
    }
    Ok(())
}

/// From every body the way on comes to one that has no next.
fn way_on(bodies: &[Body]) -> Result<(), BodiesFault> {
    for (index, body) in bodies.iter().enumerate() {
        let fault = at(&format!("bodies[{index}] ({})", body.code));
        let (mut next, mut steps) = (body.next, 0);
        while let Some(id) = next {
            let found = bodies.iter().find(|body| body.id == id);
            next = found.ok_or_else(|| fault(Problem::UnknownBody(id)))?.next;
            steps += 1;
            if steps >= bodies.len() {
                return Err(fault(Problem::WithoutEnd));
            }
        }
    }
    Ok(())
}

fn text_ok(field: &'static str, text: &str) -> Result<(), Problem> {
    if text.trim().is_empty() {
        Err(Problem::Empty(field))
    } else if text.chars().count() > NAME_CHARACTERS_MAX {
        Err(Problem::TooLong(field))
    } else {
        Ok(())
    }
}

fn at(place: &str) -> impl Fn(Problem) -> BodiesFault + use<> {
    let place = place.to_owned();
    move |problem| BodiesFault { place: place.clone(), problem }
}
