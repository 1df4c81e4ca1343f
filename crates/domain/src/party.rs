//! Who stands around a child, and in which capacity?

use crate::ids::*;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Who has custody. It decides whose signatures a summons needs (CON-12, CON-13).
#[doc(alias = "vårdnadsform")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CustodyForm {
    /// Two guardians who decide together (FB 6:13).
    Joint,
    Sole,
    /// Särskilt förordnad vårdnadshavare; one or two.
    SpeciallyAppointed,
    /// Tillfällig vårdnadshavare.
    Temporary,
}

/// Someone who looks after the child. Only a legal guardian's signature counts.
#[doc(alias = "vårdnadshavare")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Guardian {
    pub person: PersonId,
    pub legal: bool,
}

/// How custody was found out and when; looked up again at each renewal (CON-13).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Custody {
    pub form: CustodyForm,
    pub guardians: Vec<Guardian>,
    pub checked_on: Date,
    /// How it was checked: a population register extract or the like.
    pub checked_how: TextId,
    /// The child is placed under LVU, so that the social worker must state who can consent (CON-31).
    pub placed: bool,
}

impl Custody {
    /// The guardians whose signature counts.
    pub fn legal(&self) -> impl Iterator<Item = PersonId> {
        self.guardians.iter().filter(|guardian| guardian.legal).map(|guardian| guardian.person)
    }

    /// Joint custody has two legal guardians, sole and temporary one, specially appointed one or two.
    pub fn adds_up(&self) -> bool {
        let legal = self.legal().collect::<std::collections::BTreeSet<_>>().len();
        match self.form {
            CustodyForm::Joint => legal == 2,
            CustodyForm::Sole | CustodyForm::Temporary => legal == 1,
            CustodyForm::SpeciallyAppointed => legal == 1 || legal == 2,
        }
    }
}

/// In which capacity somebody signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Capacity {
    Guardian,
    Child,
    /// The child has turned 18 and decides alone (CON-25).
    YoungAdult,
}

/// How the child takes part in a meeting (PRI-14).
#[doc(alias = "delaktighet")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Participation {
    WholeMeeting,
    PartOfMeeting,
    Remote,
    LetterOrPicture,
    ThroughRepresentative,
    DoesNotWantTo,
}

/// What kind of information a consent covers (3.5.1 `consent.information_kinds`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum InformationKind {
    Health,
    School,
    SocialSituation,
    Family,
    Economy,
    Other,
}

impl InformationKind {
    pub const ALL: [InformationKind; 6] = [
        InformationKind::Health,
        InformationKind::School,
        InformationKind::SocialSituation,
        InformationKind::Family,
        InformationKind::Economy,
        InformationKind::Other,
    ];
}

/// Which principal carries the overall responsibility for the plan (SoL 10:8, HSL 16:4 item 4).
#[doc(alias = "huvudman")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LeadPrincipal {
    Municipality,
    Region,
}

/// Someone who can be told or given something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "to")]
pub enum Receiver {
    Family { person: PersonId },
    Unit { unit: UnitId },
}
