//! Where is the process? The states of the model, worked out for a day and never stored.

use crate::{Refusal, choice::*, lots::summons::SummonsStatus, now::Now, process::Process};
use jiff::{ToSpan, civil::Date};

/// The states of 3.1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    Draft,
    Prepared,
    AwaitingSignature,
    ReadyToSend,
    Summoned,
    InitialBooked,
    InitialHeld,
    Assessing,
    Active,
    Closing,
    Closed,
    Paused,
    Discontinued,
}

impl State {
    pub const ALL: [State; 13] = [
        State::Draft,
        State::Prepared,
        State::AwaitingSignature,
        State::ReadyToSend,
        State::Summoned,
        State::InitialBooked,
        State::InitialHeld,
        State::Assessing,
        State::Active,
        State::Closing,
        State::Closed,
        State::Paused,
        State::Discontinued,
    ];

    /// The stable word for the state in language keys and addresses.
    pub fn word(self) -> &'static str {
        match self {
            State::Draft => "draft",
            State::Prepared => "prepared",
            State::AwaitingSignature => "awaiting_signature",
            State::ReadyToSend => "ready_to_send",
            State::Summoned => "summoned",
            State::InitialBooked => "initial_booked",
            State::InitialHeld => "initial_held",
            State::Assessing => "assessing",
            State::Active => "active",
            State::Closing => "closing",
            State::Closed => "closed",
            State::Paused => "paused",
            State::Discontinued => "discontinued",
        }
    }
}

/// The flags of 3.1: true beside any state.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Flags {
    pub escalated: bool,
    pub protected: bool,
    pub young_adult_soon: bool,
    pub restricted_disclosure: bool,
}

/// A process that has rested for so long is discontinued (T16).
pub const PAUSE_DAYS_MAX: i64 = 90;
/// A young adult's own consent carries the coordination on for at most this long, to hand over (Q6).
pub const HAND_OVER_MONTHS: i32 = 3;
/// The hand-over is planned from this many months before the 18th birthday (TIME-11).
pub const YOUNG_ADULT_MONTHS_BEFORE: i32 = 6;

impl Process {
    /// The state on a day. Pauses and endings that time brings about need nobody to record them.
    pub fn state(&self, on: Date) -> State {
        if self.ending.closed.is_some() {
            return State::Closed;
        }
        if self.discontinued(on).is_some() {
            return State::Discontinued;
        }
        if self.paused(on).is_some() {
            return State::Paused;
        }
        self.progress()
    }

    /// How far the work has come, whatever has become of the consent since.
    pub fn progress(&self) -> State {
        if self.ending.closing.is_some() {
            return State::Closing;
        }
        if self.meetings.held_count() >= 2 {
            return State::Active;
        }
        if self.meetings.held_count() == 1 {
            let released = self.plan.versions().any(|(_, version)| version.released.is_some());
            return if released { State::Assessing } else { State::InitialHeld };
        }
        if self.meetings.ahead().next().is_some() {
            return State::InitialBooked;
        }
        if !self.deliveries.is_empty() {
            return State::Summoned;
        }
        match self.summonses.last().map(|(_, summons)| summons.status) {
            Some(SummonsStatus::AwaitingSignature) => State::AwaitingSignature,
            Some(SummonsStatus::Active) => State::ReadyToSend,
            Some(SummonsStatus::Reopened) => State::Prepared,
            None if self.pre_meeting.is_some() => State::Prepared,
            None => State::Draft,
        }
    }

    /// Why and since when the process is discontinued, if it is (T17).
    pub fn discontinued(&self, on: Date) -> Option<(DiscontinuedReason, Date)> {
        let own = self.consents.grants().iter().filter(|grant| grant.by_adult);
        let last = own.map(|grant| grant.valid_until.min(self.hand_over_ends())).max();
        let grown_up = last.map_or(self.adult_from(), |last| last.saturating_add(1.day()));
        let rested = self.paused(on).map(|(_, since)| since.saturating_add(PAUSE_DAYS_MAX.days()));
        let ends = [
            self.ending.discontinued,
            Some((DiscontinuedReason::TurnedEighteen, grown_up)),
            rested.map(|day| (DiscontinuedReason::PausedTooLong, day)),
        ];
        // What came first has ended it: a rest that lasted too long is not undone by a birthday.
        ends.into_iter().flatten().filter(|(_, since)| *since <= on).min_by_key(|(_, since)| *since)
    }

    /// Over for good, so that no consent is used any more. A closed process stays readable while its consent
    /// lasts.
    pub(crate) fn is_over(&self, on: Date) -> bool {
        self.ending.closed.is_none() && self.discontinued(on).is_some()
    }

    /// The last day to which a young adult's own consent can carry the coordination (Q6).
    pub fn hand_over_ends(&self) -> Date {
        self.adult_from().saturating_add(HAND_OVER_MONTHS.months())
    }

    /// Why and since when the process rests, if it does: what came first of all that keeps it from going on (T16).
    pub fn paused(&self, on: Date) -> Option<(PauseReason, Date)> {
        let uncovered = self.uncovered_since(on).map(|since| (PauseReason::ConsentIncomplete, since));
        let recorded = self.ending.rests.iter().map(|(reason, since)| (*reason, *since));
        recorded.chain(uncovered).min_by_key(|(_, since)| *since)
    }

    pub fn flags(&self, on: Date) -> Flags {
        let soon = self.adult_from().saturating_sub(YOUNG_ADULT_MONTHS_BEFORE.months());
        Flags {
            escalated: self.ending.samba.is_some(),
            protected: self.is_protected(),
            young_adult_soon: on >= soon && !self.is_adult(on),
            restricted_disclosure: self.is_restricted(),
        }
    }

    /// # Errors
    /// `ProcessEnded` when it is closed or discontinued.
    pub(crate) fn must_be_open(&self, now: Now) -> Result<(), Refusal> {
        match self.state(now.today()) {
            State::Closed => Err(Refusal::ProcessClosed),
            // A young adult can still give a consent of their own and so carry on (CON-25).
            State::Discontinued if self.may_be_taken_up_by_young_adult(now.today()) => Ok(()),
            State::Discontinued => Err(Refusal::ProcessDiscontinued),
            State::Draft
            | State::Prepared
            | State::AwaitingSignature
            | State::ReadyToSend
            | State::Summoned
            | State::InitialBooked
            | State::InitialHeld
            | State::Assessing
            | State::Active
            | State::Closing
            | State::Paused => Ok(()),
        }
    }

    /// As `must_be_open`, and not resting: for work that goes on only while consent and Lots are there.
    pub(crate) fn must_be_running(&self, now: Now) -> Result<(), Refusal> {
        self.must_be_open(now)?;
        match self.state(now.today()) {
            State::Paused => Err(Refusal::ProcessPaused),
            State::Discontinued => Err(Refusal::ProcessDiscontinued),
            State::Draft
            | State::Prepared
            | State::AwaitingSignature
            | State::ReadyToSend
            | State::Summoned
            | State::InitialBooked
            | State::InitialHeld
            | State::Assessing
            | State::Active
            | State::Closing
            | State::Closed => Ok(()),
        }
    }

    /// Ended by the 18th birthday alone, and not so long ago that the young adult cannot take it up by a
    /// consent of their own (CON-25, Q6).
    pub fn may_be_taken_up_by_young_adult(&self, on: Date) -> bool {
        let by_age =
            self.discontinued(on).is_some_and(|(reason, _)| reason == DiscontinuedReason::TurnedEighteen);
        let by_word = self.ending.discontinued.is_some() || self.ending.closed.is_some();
        by_age && !by_word && on <= self.hand_over_ends()
    }
}
