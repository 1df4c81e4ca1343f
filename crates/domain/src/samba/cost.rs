//! Who pays which part of what? (4.5)
//!
//! **Invariant:** money is whole öre, shares are whole hundredths of a percent, and the parts are the whole.

use super::choice::Period;
use crate::ids::*;
use serde::{Deserialize, Serialize};

/// An amount in öre.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Ore(pub u64);

/// A share in hundredths of a percent: 60.00 % is 6000.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Percent(pub u32);

impl Percent {
    pub const WHOLE: Percent = Percent(10_000);
}

/// No cost is larger than this: ten billion kronor. Sums of a year of them stay exact.
pub const AMOUNT_MAX: Ore = Ore(1_000_000_000_000);

/// How a cost is split.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "by")]
pub enum Split {
    /// It is one party's own statutory duty, and that party's alone.
    OwnDuty {
        party: PartyId,
    },
    Percent {
        shares: Vec<(PartyId, Percent)>,
    },
    Amounts {
        shares: Vec<(PartyId, Ore)>,
    },
}

/// One cost.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CostLine {
    pub item: TextId,
    pub period: Period,
    pub amount: Ore,
    pub split: Split,
    /// Who pays the bill and sends the others theirs.
    pub payer: PartyId,
    pub invoicing: TextId,
    pub ceiling: Option<Ore>,
}

/// Why a split is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SplitFault {
    #[error("the shares are {sum:?} and not the whole")]
    NotTheWhole { sum: Percent },
    #[error("the parts are {sum:?} of {amount:?}")]
    PartsMissTheAmount { sum: Ore, amount: Ore },
    #[error("a party stands there twice")]
    PartyTwice,
    #[error("a cost is shared by at least two")]
    TooFew,
    #[error("the amount is nothing, or more than can be handled")]
    Amount,
    #[error("the ceiling is below the amount")]
    CeilingBelowAmount,
}

impl Split {
    pub fn parties(&self) -> Vec<PartyId> {
        match self {
            Split::OwnDuty { party } => vec![*party],
            Split::Percent { shares } => shares.iter().map(|(party, _)| *party).collect(),
            Split::Amounts { shares } => shares.iter().map(|(party, _)| *party).collect(),
        }
    }
}

impl CostLine {
    /// # Errors
    /// [`SplitFault`] unless the parts are the whole.
    pub fn check(&self) -> Result<(), SplitFault> {
        if self.amount == Ore(0) || self.amount > AMOUNT_MAX {
            return Err(SplitFault::Amount);
        }
        if self.ceiling.is_some_and(|ceiling| ceiling < self.amount) {
            return Err(SplitFault::CeilingBelowAmount);
        }
        let mut parties = self.split.parties();
        parties.sort_unstable();
        if parties.windows(2).any(|pair| pair[0] == pair[1]) {
            return Err(SplitFault::PartyTwice);
        }
        match &self.split {
            Split::OwnDuty { .. } => Ok(()),
            Split::Percent { .. } | Split::Amounts { .. } if parties.len() < 2 => Err(SplitFault::TooFew),
            Split::Percent { shares } => {
                let sum: u64 = shares.iter().map(|(_, share)| u64::from(share.0)).sum();
                let sum = Percent(u32::try_from(sum).unwrap_or(u32::MAX));
                if sum == Percent::WHOLE { Ok(()) } else { Err(SplitFault::NotTheWhole { sum }) }
            }
            Split::Amounts { shares } => {
                let sum = Ore(shares.iter().fold(0, |sum, (_, part)| sum.saturating_add(part.0)));
                let amount = self.amount;
                if sum == amount { Ok(()) } else { Err(SplitFault::PartsMissTheAmount { sum, amount }) }
            }
        }
    }

    /// What each party pays each time. Whole öre that add up to the amount: what is left over after rounding down
    /// goes, one öre each, to those who lost most by it, the first named first.
    pub fn parts(&self) -> Vec<(PartyId, Ore)> {
        match &self.split {
            Split::OwnDuty { party } => vec![(*party, self.amount)],
            Split::Amounts { shares } => shares.clone(),
            Split::Percent { shares } => divided(self.amount, shares),
        }
    }

    /// What each party pays in a year.
    pub fn yearly(&self) -> Vec<(PartyId, Ore)> {
        let times = match self.period {
            Period::Once => 1,
            Period::Monthly => 12,
        };
        self.parts().into_iter().map(|(party, part)| (party, Ore(part.0.saturating_mul(times)))).collect()
    }
}

fn divided(amount: Ore, shares: &[(PartyId, Percent)]) -> Vec<(PartyId, Ore)> {
    let whole = u128::from(Percent::WHOLE.0);
    let exact = |share: Percent| u128::from(amount.0) * u128::from(share.0);
    let mut parts: Vec<(PartyId, Ore)> = shares
        .iter()
        .map(|(party, share)| (*party, Ore(u64::try_from(exact(*share) / whole).unwrap_or(u64::MAX))))
        .collect();
    let given: u64 = parts.iter().map(|(_, part)| part.0).sum();
    let left = usize::try_from(amount.0.saturating_sub(given)).unwrap_or(usize::MAX);
    let mut losers: Vec<usize> = (0..shares.len()).collect();
    losers.sort_by_key(|index| std::cmp::Reverse(exact(shares[*index].1) % whole));
    for index in losers.into_iter().take(left) {
        parts[index].1.0 += 1;
    }
    parts
}
