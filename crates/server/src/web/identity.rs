//! Who can be signed in? Taken over by the domain's and the policy's own types as they land.

use std::fmt;

use uuid::Uuid;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct PersonId(pub Uuid);

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct UnitId(pub u32);

/// From which seat a person acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Seat {
    Family,
    Staff { unit: UnitId, inbox: bool },
    Manager { unit: UnitId },
    Ambassador { unit: UnitId },
    Coordinator,
    SteeringGroup,
    Administrator,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Actor {
    pub person: PersonId,
    pub seat: Seat,
}

impl fmt::Display for PersonId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.simple())
    }
}
