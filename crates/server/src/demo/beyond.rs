//! For whom in the demo world was Lots not enough, and how far have they come? Told in `data/demo-samba.toml`.

mod agreed;
mod body;
mod contact;
mod way;

use domain::{organisation::PrincipalCode, party::CustodyForm};
use serde::Deserialize;
use std::collections::BTreeMap;

use super::{
    people::{FamilyEntry, RelativeEntry},
    play::{Play, PlayFault},
    story::Tale,
};
use way::Way;

/// Where the escalation is.
const KRISTIANSTAD: PrincipalCode = PrincipalCode(1290);
/// Guardians in these families are so much older than their children.
const YEARS_BETWEEN: u16 = 29;

/// The steps that somebody in the demo world has come to; the earlier ones lie behind them (4.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reached {
    Contact,
    Advice,
    LotsFirst,
    Assessment,
    DescriptionPending,
    Ready,
    Withdrawn,
    Scheduled,
    Held,
    Reflecting,
    /// Lifted to Samba, which shares the costs.
    Shared,
    Draft,
    Active,
    Ended,
    Executing,
    FollowUp,
    Closed,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Told {
    words: BTreeMap<String, String>,
    lots: Tale,
    cases: Vec<CaseTale>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct CaseTale {
    key: String,
    child: String,
    guardian: String,
    age: [u16; 3],
    reached: Reached,
}

fn told() -> Result<Told, toml::de::Error> {
    toml::from_str(include_str!("../../../../data/demo-samba.toml"))
}

/// The sentences that the cases share.
pub fn words() -> Result<BTreeMap<String, String>, toml::de::Error> {
    Ok(told()?.words)
}

/// The processes of these families.
pub fn tales() -> Result<Vec<Tale>, toml::de::Error> {
    let told = told()?;
    let tale = |case: CaseTale| Tale {
        key: case.key.clone(),
        family: case.key,
        beyond: Some(case.reached),
        ..told.lots.clone()
    };
    Ok(told.cases.into_iter().map(tale).collect())
}

/// The families themselves: a child and a guardian with sole custody.
pub fn families() -> Result<Vec<FamilyEntry>, toml::de::Error> {
    let told = told()?;
    Ok(told.cases.into_iter().map(|case| family(case, &told.words)).collect())
}

fn family(case: CaseTale, words: &BTreeMap<String, String>) -> FamilyEntry {
    let [years, months, days] = case.age;
    let relative = |role: &str, name: String, age| RelativeEntry {
        key: format!("{}-{role}", case.key),
        name,
        who: role.to_owned(),
        age,
        phone: None,
        address: None,
        legal: true,
        protected: false,
        coordination_number: false,
        speaks: None,
        needs_interpreter: false,
        signs_in: role != "barnet",
    };
    let surname = case.child.split_once(' ').map_or("", |(_, surname)| surname);
    FamilyEntry {
        name: format!("Familjen {surname}"),
        municipality: KRISTIANSTAD,
        custody: CustodyForm::Sole,
        placed: false,
        school: words.get("school").cloned().unwrap_or_default(),
        about: words.get("background").cloned().unwrap_or_default(),
        child: relative("barnet", case.child.clone(), case.age),
        guardians: vec![relative(
            words.get("guardian").map_or("", String::as_str),
            case.guardian.clone(),
            [years + YEARS_BETWEEN, months, days],
        )],
        key: case.key.clone(),
    }
}

/// Takes a process beyond Lots, as far as it is told.
pub async fn take(play: &mut Play, tale: &Tale) -> Result<(), PlayFault> {
    let Some(reached) = tale.beyond else { return Ok(()) };
    let mut way = Way::begun(play, reached)?;
    contact::postpone(&mut way).await?;
    contact::sort(&mut way).await?;
    if reached >= Reached::DescriptionPending {
        contact::order(&mut way).await?;
    }
    if reached >= Reached::Ready {
        contact::describe(&mut way).await?;
        contact::consent(&mut way).await?;
    }
    if reached == Reached::Withdrawn {
        return contact::withdraw(&mut way).await;
    }
    if reached >= Reached::Scheduled {
        body::council(&mut way).await?;
    }
    if reached >= Reached::Shared {
        agreed::come_to_terms(&mut way).await?;
    }
    if reached >= Reached::Executing {
        agreed::go_back(&mut way).await?;
    }
    Ok(())
}
