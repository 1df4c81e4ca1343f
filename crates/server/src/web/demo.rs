//! Whom can one sign in as in the demo, and what do they have to do?

use store::SeatId;

/// What the sign-in page tells about the demo's people, beside their names and seats.
#[derive(Debug, Clone, Default)]
pub struct DemoWorld {
    pub notes: Vec<DemoNote>,
}

/// About one seat. Seats without a note are listed under their unit, last.
#[derive(Debug, Clone)]
pub struct DemoNote {
    pub seat: SeatId,
    /// The family or the unit the person is listed under.
    pub group: String,
    /// Who this is, if the seat alone does not say it: "mamma", "kurator".
    pub who: String,
    /// What waits for this person, in a sentence.
    pub about: String,
}

impl DemoWorld {
    pub fn note(&self, seat: SeatId) -> Option<&DemoNote> {
        self.notes.iter().find(|note| note.seat == seat)
    }

    /// Where a seat stands in the list: noted ones in their order, then the rest.
    pub fn place(&self, seat: SeatId) -> usize {
        self.notes.iter().position(|note| note.seat == seat).unwrap_or(usize::MAX)
    }
}
