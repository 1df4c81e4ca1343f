//! Is everything that a meeting still lacks told at once, in the order of the room?

use super::*;
use crate::{Event, party::*, process::ChildFacts};
use jiff::civil::{date, time};
use uuid::Uuid;

pub(crate) const CHILD: PersonId = PersonId(Uuid::from_u128(1));
pub(crate) const MOTHER: PersonId = PersonId(Uuid::from_u128(2));
pub(crate) const COUNSELLOR: PersonId = PersonId(Uuid::from_u128(3));
pub(crate) const NURSE: PersonId = PersonId(Uuid::from_u128(4));
const TEXT: TextId = TextId(Uuid::from_u128(9));
const MEETING: MeetingNo = MeetingNo(1);

/// A school, social services and a clinic of the shipped organisation.
fn units(organisation: &Organisation) -> [UnitId; 3] {
    let first = |of: LeadPrincipal, social: bool| {
        let mut all = organisation.units().iter().filter(|unit| unit.is_social_services() == social);
        all.find(|unit| lead_principal(organisation, unit.id) == Some(of)).map(|unit| unit.id)
    };
    let wanted = [
        first(LeadPrincipal::Municipality, false),
        first(LeadPrincipal::Municipality, true),
        first(LeadPrincipal::Region, false),
    ];
    wanted.map(|unit| unit.expect("the shipped organisation has such a unit"))
}

fn frozen() -> FormText {
    FormText { text: TEXT, hash: TextHash([0; 32]) }
}

/// Around the table on the day of the initial meeting: nothing has been said yet.
pub(crate) fn in_the_room() -> (Process, Organisation, Now) {
    let organisation = Organisation::default();
    let [school, social, clinic] = units(&organisation);
    let on = date(2026, 9, 29);
    let mut events = consented([school, social, clinic]);
    for unit in [social, clinic] {
        events.push(Event::SummonsDispatched {
            summons: SummonsNo(1),
            unit,
            channel: Channel::FunctionInbox,
            at: date(2026, 9, 3).at(14, 10, 0, 0),
            question_changed: true,
        });
        events.push(Event::SummonsReceived { unit, on: date(2026, 9, 3), how: ReceiptHow::Inbox });
    }
    events.push(Event::ParticipantNamed { unit: clinic, person: NURSE });
    events.push(Event::MeetingBooked {
        meeting: MEETING,
        kind: MeetingKind::Initial,
        start: on.at(14, 0, 0, 0),
        end: time(15, 30, 0, 0),
        place: TEXT,
        chair: COUNSELLOR,
        units: vec![social, clinic],
        outside_window: None,
    });
    let facts = ChildFacts { born: date(2013, 2, 3), protected: false };
    let process = Process::replay(facts, &events).expect("the first event opens the process");
    let local = on.at(14, 5, 0, 0);
    let instant = local.to_zoned(jiff::tz::TimeZone::UTC).expect("UTC has every time").timestamp();
    (process, organisation, Now { instant, local })
}

/// Opened and signed: the consent names the school, which asks, and the two others.
fn consented(units: [UnitId; 3]) -> Vec<Event> {
    let scope = units.map(|unit| ScopeLine { unit, kinds: vec![InformationKind::Health], question: None });
    vec![
        Event::ProcessOpened {
            child: CHILD,
            initiator: COUNSELLOR,
            unit: units[0],
            custody: Custody {
                form: CustodyForm::Sole,
                guardians: vec![Guardian { person: MOTHER, legal: true }],
                checked_on: date(2026, 9, 1),
                checked_how: TEXT,
                placed: false,
            },
            previous: None,
            request: None,
            on: date(2026, 8, 31),
        },
        Event::SummonsFrozen {
            summons: SummonsNo(1),
            text: frozen(),
            scope: scope.to_vec(),
            required: vec![Signatory { person: MOTHER, capacity: Capacity::Guardian, required: true }],
            valid_until: date(2027, 8, 31),
            earlier_plan: false,
            purpose: Some(TextHash([1; 32])),
        },
        Event::SummonsSigned {
            summons: SummonsNo(1),
            person: MOTHER,
            capacity: Capacity::Guardian,
            method: SignatureMethod::Screen,
            on: date(2026, 9, 3).at(9, 0, 0, 0),
        },
        Event::ConsentActivated { summons: SummonsNo(1) },
    ]
}

/// Everybody who was called has come, and the list is complete.
pub(crate) fn all_came(process: &mut Process) {
    let unit = |unit: UnitId| AttendanceRow {
        attendee: Attendee::Unit { unit, name: TEXT },
        presence: Presence::Whole,
        knows_purpose: true,
    };
    let called = process.meetings.get(MEETING).map(|meeting| meeting.units.clone()).unwrap_or_default();
    let mother = AttendanceRow {
        attendee: Attendee::Family { person: MOTHER },
        presence: Presence::Whole,
        knows_purpose: true,
    };
    let rows = [mother].into_iter().chain(called.into_iter().map(unit)).collect();
    process.evolve(&Event::AttendanceRecorded { meeting: MEETING, rows, secretary: TEXT, complete: true });
}

fn nothing_answered() -> Readiness {
    Readiness {
        meeting: MEETING,
        family_speaks_at: 5,
        others_answered: false,
        attempted: false,
        followed_up: false,
        closing: false,
    }
}

#[test]
fn an_empty_room_lacks_everything_and_says_so_in_order() {
    let (process, organisation, now) = in_the_room();
    let missing = missing(&process, &organisation, now, &nothing_answered()).unwrap();
    assert_eq!(
        missing,
        [
            Refusal::AttendanceIncomplete,
            Refusal::FamilyAbsent,
            Refusal::OnlyOnePrincipal,
            Refusal::FamilySpeaksFirst { item: 5 },
            Refusal::LotsNotChosen,
            Refusal::ChildNotInformed,
            Refusal::NeedsMissing,
            Refusal::CommitmentsMissing,
            Refusal::OthersMissing,
            Refusal::LeadPrincipalMissing,
        ]
    );
}

#[test]
fn an_attempted_plan_need_not_be_whole_but_the_family_must_have_spoken() {
    let (mut process, organisation, now) = in_the_room();
    all_came(&mut process);
    let attempted = Readiness { attempted: true, ..nothing_answered() };
    let missing = missing(&process, &organisation, now, &attempted).unwrap();
    assert_eq!(
        missing,
        [Refusal::FamilySpeaksFirst { item: 5 }, Refusal::LotsNotChosen, Refusal::ChildNotInformed]
    );
}

#[test]
fn an_initial_meeting_does_not_close_the_process() {
    let (mut process, organisation, now) = in_the_room();
    all_came(&mut process);
    let closing = Readiness { closing: true, ..nothing_answered() };
    let missing = missing(&process, &organisation, now, &closing).unwrap();
    assert_eq!(missing.last(), Some(&Refusal::TooEarlyToClose));
}

#[test]
fn nothing_is_told_of_a_meeting_that_does_not_go_on() {
    let (process, organisation, now) = in_the_room();
    let other = Readiness { meeting: MeetingNo(2), ..nothing_answered() };
    assert_eq!(missing(&process, &organisation, now, &other), Err(Refusal::NoSuchMeeting));
}
