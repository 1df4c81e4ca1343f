//! How far along the fairway is the process? The stations of the model, with what has been and what
//! lies ahead.

use crate::{calendar::Calendar, choice::*, lots::state::State, process::Process};
use jiff::civil::Date;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StationKey {
    Preparation,
    Summons,
    InitialMeeting,
    Assessment,
    SecondMeeting,
    FollowUp,
    Closing,
}

impl StationKey {
    pub const ALL: [StationKey; 7] = [
        StationKey::Preparation,
        StationKey::Summons,
        StationKey::InitialMeeting,
        StationKey::Assessment,
        StationKey::SecondMeeting,
        StationKey::FollowUp,
        StationKey::Closing,
    ];

    /// The stable word for the station in language keys.
    pub fn word(self) -> &'static str {
        match self {
            StationKey::Preparation => "preparation",
            StationKey::Summons => "summons",
            StationKey::InitialMeeting => "initial_meeting",
            StationKey::Assessment => "assessment",
            StationKey::SecondMeeting => "second_meeting",
            StationKey::FollowUp => "follow_up",
            StationKey::Closing => "closing",
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    Passed,
    Here,
    Ahead,
}

/// What is known of when: the day it was, or is booked for, or the days it can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Days {
    Unknown,
    /// It was finished on this day.
    Was(Date),
    Booked(Date),
    Between {
        earliest: Date,
        latest: Option<Date>,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Station {
    pub key: StationKey,
    pub standing: Standing,
    pub days: Days,
}

impl Process {
    /// The seven stations in order; exactly one is `Here` until the process is closed.
    pub fn course(&self, calendar: &Calendar) -> Vec<Station> {
        let here = self.here();
        let stations = StationKey::ALL.into_iter().map(|key| {
            let standing = match key.cmp(&here) {
                std::cmp::Ordering::Less => Standing::Passed,
                std::cmp::Ordering::Equal if self.ending.closed.is_some() => Standing::Passed,
                std::cmp::Ordering::Equal => Standing::Here,
                std::cmp::Ordering::Greater => Standing::Ahead,
            };
            Station { key, standing, days: self.days(key, calendar) }
        });
        stations.collect()
    }

    fn here(&self) -> StationKey {
        match self.progress() {
            State::Draft | State::Prepared => StationKey::Preparation,
            State::AwaitingSignature | State::ReadyToSend | State::Summoned => StationKey::Summons,
            State::InitialBooked => StationKey::InitialMeeting,
            State::InitialHeld | State::Assessing => StationKey::Assessment,
            State::Active if self.meetings.held_count() == 2 && self.meetings.ahead().next().is_none() => {
                StationKey::SecondMeeting
            }
            State::Active => StationKey::FollowUp,
            State::Closing | State::Closed | State::Paused | State::Discontinued => StationKey::Closing,
        }
    }

    fn days(&self, key: StationKey, calendar: &Calendar) -> Days {
        match key {
            StationKey::Preparation => match self.pre_meeting.as_ref().map(|pre_meeting| pre_meeting.held) {
                Some(PreMeetingHeld::Yes { on }) => Days::Was(on),
                Some(PreMeetingHeld::Waived { .. }) | None => Days::Unknown,
            },
            StationKey::Summons => {
                let received = self.deliveries.iter().filter_map(|(_, delivery)| delivery.received);
                received.map(|(on, _)| on).max().map_or(Days::Unknown, Days::Was)
            }
            StationKey::InitialMeeting => self.meeting_days(MeetingKind::Initial).unwrap_or_else(|| {
                // Only units that are still called: one that the family has left out waits no longer (TIME-4).
                let units: Vec<_> = self.deliveries.iter().map(|(unit, _)| unit).collect();
                let earliest = self.earliest_meeting(&units, calendar).ok().flatten();
                earliest.map_or(Days::Unknown, |earliest| Days::Between { earliest, latest: None })
            }),
            StationKey::Assessment => self.meetings.initial_held_on().map_or(Days::Unknown, |initial| {
                let (earliest, latest) = calendar.window(initial);
                Days::Between { earliest, latest: Some(latest) }
            }),
            StationKey::SecondMeeting => self.meeting_days(MeetingKind::Second).unwrap_or_else(|| {
                self.meetings.initial_held_on().map_or(Days::Unknown, |initial| {
                    let (earliest, latest) = calendar.window(initial);
                    Days::Between { earliest, latest: Some(latest) }
                })
            }),
            StationKey::FollowUp => self.meeting_days(MeetingKind::FollowUp).unwrap_or(Days::Unknown),
            StationKey::Closing => self.ending.closed.map_or(Days::Unknown, |(_, on)| Days::Was(on)),
        }
    }

    fn meeting_days(&self, kind: MeetingKind) -> Option<Days> {
        let mut of_kind =
            self.meetings.iter().filter(|(_, meeting)| meeting.kind == kind && meeting.cancelled.is_none());
        let (_, last) = of_kind.next_back()?;
        Some(last.held.map_or(Days::Booked(last.start.date()), |held| Days::Was(held.on)))
    }
}
