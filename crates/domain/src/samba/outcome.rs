//! To what can a body come with a question?

use serde::{Deserialize, Serialize};

/// What a body answers. Which of them a body may come to stands in its data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// To the caseworkers, on how to go on.
    Advice,
    SharedView,
    /// Written, and signed by each party for itself.
    ResponsibilityAgreement,
    MoreInformationNeeded,
    /// The body thinks it over by itself and owes an answer.
    Reflecting,
    /// To the next body.
    LiftedOn,
    /// Only where costs are shared.
    CostDistribution,
    /// About how the parties work, without anything about a child.
    StructuralMeasure,
    NoAgreement,
}

impl Outcome {
    /// Whether a question about a child whom nobody knows can end so: no agreement and no costs can be tied to
    /// somebody unknown (BOD-2).
    pub fn fits_an_unknown_child(self) -> bool {
        match self {
            Outcome::Advice | Outcome::SharedView | Outcome::StructuralMeasure | Outcome::LiftedOn => true,
            Outcome::ResponsibilityAgreement
            | Outcome::MoreInformationNeeded
            | Outcome::Reflecting
            | Outcome::CostDistribution
            | Outcome::NoAgreement => false,
        }
    }
}
