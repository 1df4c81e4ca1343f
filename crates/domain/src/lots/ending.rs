//! Does the process rest, is it ending, and is the way back given? The slice of state.

use crate::{choice::*, ids::*, party::*};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ending {
    /// What keeps the process from going on, and since when. One cause neither hides nor prolongs another (T16).
    pub rests: BTreeMap<PauseReason, Date>,
    /// The closing that a meeting has decided on (T14).
    pub closing: Option<ClosingReason>,
    pub agreed_by: BTreeSet<PersonId>,
    /// How to get help again, and whom to contact (PRI-18).
    pub way_back: Option<(TextId, TextId)>,
    pub way_back_given: BTreeSet<Receiver>,
    pub feedback_invited: bool,
    pub closed: Option<(ClosingReason, Date)>,
    pub discontinued: Option<(DiscontinuedReason, Date)>,
    /// The young adult has been given what was planned (S11).
    pub hand_over: Option<Date>,
    pub samba: Option<(SambaRoute, Date)>,
}

impl Ending {
    /// A later meeting that does not decide to close takes the work up again.
    pub(crate) fn meeting_held(&mut self, closing: Option<ClosingReason>) {
        self.closing = closing;
        self.agreed_by.clear();
    }

    pub(crate) fn pause(&mut self, reason: PauseReason, on: Date) {
        self.rests.entry(reason).or_insert(on);
    }

    pub(crate) fn agree(&mut self, by: PersonId) {
        self.agreed_by.insert(by);
    }

    pub(crate) fn give(&mut self, receiver: Receiver) {
        self.way_back_given.insert(receiver);
    }

    pub(crate) fn close(&mut self, reason: ClosingReason, on: Date) {
        self.closed = Some((reason, on));
    }

    pub(crate) fn discontinue(&mut self, reason: DiscontinuedReason, on: Date) {
        self.discontinued = Some((reason, on));
    }
}
