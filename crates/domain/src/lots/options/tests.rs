//! From which day can a meeting be held, and with whom?

use super::*;
use crate::{Event, choice::*, organisation::PrincipalKind, party::*, process::ChildFacts};
use jiff::civil::{Date, date};
use uuid::Uuid;

const CHILD: PersonId = PersonId(Uuid::from_u128(1));
const MOTHER: PersonId = PersonId(Uuid::from_u128(2));
const TEACHER: PersonId = PersonId(Uuid::from_u128(3));
const NURSE: PersonId = PersonId(Uuid::from_u128(4));
const TEXT: TextId = TextId(Uuid::from_u128(9));

/// The units of the shipped organisation that a child in one municipality meets.
struct Around {
    organisation: Organisation,
    preschool: UnitId,
    social: UnitId,
    health: UnitId,
    habilitation: UnitId,
}

fn around() -> Around {
    let organisation = Organisation::default();
    let unit = |principal: PrincipalKind, social: bool| {
        let mut units = organisation.units().iter().filter(move |unit| {
            unit.principal().kind == principal && unit.is_social_services() == social && unit.unit_type.bound
        });
        move || units.next().map(|unit| unit.id).unwrap_or(UnitId(0))
    };
    let mut regional = unit(PrincipalKind::Region, false);
    Around {
        preschool: unit(PrincipalKind::Municipality, false)(),
        social: unit(PrincipalKind::Municipality, true)(),
        health: regional(),
        habilitation: regional(),
        organisation,
    }
}

/// A process whose consent names these units, each with the day it received the summons, if it has.
fn called(preschool: UnitId, received: &[(UnitId, Option<Date>)]) -> Process {
    let signed = date(2027, 3, 15);
    let units = received.iter().map(|(unit, _)| *unit).chain([preschool]);
    let scope = units.map(|unit| ScopeLine { unit, kinds: vec![InformationKind::Health], question: None });
    let mut events = vec![
        Event::ProcessOpened {
            child: CHILD,
            initiator: TEACHER,
            unit: preschool,
            custody: Custody {
                form: CustodyForm::Sole,
                guardians: vec![Guardian { person: MOTHER, legal: true }],
                checked_on: signed,
                checked_how: TEXT,
                placed: false,
            },
            previous: None,
            request: None,
            on: signed,
        },
        Event::SummonsFrozen {
            summons: SummonsNo(1),
            text: FormText { text: TEXT, hash: TextHash([0; 32]) },
            scope: scope.collect(),
            required: vec![Signatory { person: MOTHER, capacity: Capacity::Guardian, required: true }],
            valid_until: date(2028, 3, 14),
            earlier_plan: false,
            purpose: None,
        },
        Event::SummonsSigned {
            summons: SummonsNo(1),
            person: MOTHER,
            capacity: Capacity::Guardian,
            method: SignatureMethod::Screen,
            on: signed.at(9, 0, 0, 0),
        },
        Event::ConsentActivated { summons: SummonsNo(1) },
    ];
    for (unit, day) in received {
        events.push(Event::SummonsDispatched {
            summons: SummonsNo(1),
            unit: *unit,
            channel: Channel::Paper,
            at: signed.at(10, 0, 0, 0),
            question_changed: true,
        });
        let how = ReceiptHow::StampedPaper;
        events.extend(day.map(|on| Event::SummonsReceived { unit: *unit, on, how }));
    }
    let facts = ChildFacts { born: date(2022, 1, 1), protected: false };
    Process::replay(facts, &events).expect("the first event opens the process")
}

/// S3: units received on 15, 17 and 25 March 2027, around Easter.
#[test]
fn a_unit_added_late_gives_two_lawful_ways() {
    let Around { organisation, preschool, social, health, habilitation } = around();
    let process = called(
        preschool,
        &[
            (social, Some(date(2027, 3, 15))),
            (health, Some(date(2027, 3, 17))),
            (habilitation, Some(date(2027, 3, 25))),
        ],
    );
    let options = process.meeting_options(&organisation, &Calendar::default(), date(2027, 3, 25));
    let days: Vec<_> = options.iter().map(|option| (option.from, option.later.clone())).collect();
    assert_eq!(days, [(date(2027, 4, 9), vec![habilitation]), (date(2027, 4, 19), vec![])]);
}

#[test]
fn a_unit_that_has_not_received_the_summons_waits() {
    let Around { organisation, preschool, social, health, .. } = around();
    let process = called(preschool, &[(social, Some(date(2027, 3, 15))), (health, None)]);
    let calendar = Calendar::default();
    assert_eq!(process.first_day_for(health, &calendar, date(2027, 3, 16)), None);
    // The region has not received it, and a meeting with the municipality alone gives no result (T8x).
    assert_eq!(process.meeting_options(&organisation, &calendar, date(2027, 3, 16)), []);
}

#[test]
fn a_day_that_has_passed_is_no_first_day() {
    let Around { organisation, preschool, social, health, .. } = around();
    let received = Some(date(2027, 3, 15));
    let process = called(preschool, &[(social, received), (health, received)]);
    let options = process.meeting_options(&organisation, &Calendar::default(), date(2027, 6, 1));
    assert_eq!(options.iter().map(|option| option.from).collect::<Vec<_>>(), [date(2027, 6, 1)]);
}

/// S12: whoever has been at a held meeting needs no new notice; a unit called for the first time does.
#[test]
fn units_in_the_process_need_no_new_notice() {
    let Around { organisation, preschool, social, health, habilitation } = around();
    let early = Some(date(2027, 3, 15));
    let received = [(social, early), (health, early), (habilitation, Some(date(2027, 4, 28)))];
    let mut process = called(preschool, &received);
    let held = [
        Event::MeetingBooked {
            meeting: MeetingNo(1),
            kind: MeetingKind::Initial,
            start: date(2027, 4, 7).at(14, 0, 0, 0),
            end: jiff::civil::time(15, 0, 0, 0),
            place: TEXT,
            chair: TEACHER,
            units: vec![social, health],
            outside_window: None,
        },
        Event::MeetingHeld {
            meeting: MeetingNo(1),
            on: date(2027, 4, 7),
            attendance: FormText { text: TEXT, hash: TextHash([0; 32]) },
            follow_up: None,
            closing: None,
            without_next: None,
        },
    ];
    held.iter().for_each(|event| process.evolve(event));
    let today = date(2027, 4, 28);
    let options = process.meeting_options(&organisation, &Calendar::default(), today);
    let days: Vec<_> = options.iter().map(|option| (option.from, option.later.clone())).collect();
    assert_eq!(days, [(today, vec![habilitation]), (date(2027, 5, 20), vec![])]);
}

#[test]
fn only_those_whom_a_unit_has_named_can_lead_a_meeting() {
    let Around { preschool, health, .. } = around();
    let mut process = called(preschool, &[(health, Some(date(2027, 3, 15)))]);
    let today = date(2027, 3, 16);
    assert_eq!(process.professionals(today), [(TEACHER, preschool)]);
    process.evolve(&Event::ParticipantNamed { unit: health, person: NURSE });
    assert_eq!(process.professionals(today), [(TEACHER, preschool), (NURSE, health)]);
    let told =
        Event::ConsentRevoked { signatory: MOTHER, unit: health, told_to: TEACHER, at: today.at(9, 0, 0, 0) };
    process.evolve(&told);
    assert_eq!(process.professionals(today), [(TEACHER, preschool)]);
}
