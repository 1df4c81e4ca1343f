//! Do the shipped people fill every place of the demo world, on whatever day it starts?

use std::collections::BTreeSet;

use domain::now::age;
use jiff::civil::date;

use super::*;

const FILE: &str = include_str!("../../../../../data/demo-people.toml");

fn people() -> DemoPeople {
    DemoPeople::shipped(&Organisation::default()).unwrap()
}

fn fault(from: &str, to: &str) -> PeopleFault {
    assert!(FILE.contains(from), "the test replaces something that is there: {from}");
    DemoPeople::parse(&FILE.replacen(from, to, 1), &Organisation::default()).unwrap_err()
}

#[test]
fn the_file_says_that_everybody_is_fictional() {
    assert!(FILE.lines().next().unwrap().contains("EVERYBODY IN THIS FILE IS FICTIONAL"));
    for line in FILE.lines().filter(|line| line.starts_with("email")) {
        assert!(line.ends_with("@example.org\""), "{line}");
    }
    for line in FILE.lines().filter(|line| line.starts_with("phone")) {
        let digits: String = line.chars().filter(char::is_ascii_digit).collect();
        assert!(("0701740605"..="0701740699").contains(&digits.as_str()), "{line}");
    }
}

#[test]
fn every_kind_of_custody_and_every_municipality_has_a_family() {
    let people = people();
    assert!(people.families.len() >= 14);
    for form in
        [CustodyForm::Joint, CustodyForm::Sole, CustodyForm::SpeciallyAppointed, CustodyForm::Temporary]
    {
        assert!(people.families.iter().any(|family| family.custody == form), "{form:?}");
    }
    for municipality in Organisation::default().municipalities() {
        let has = people.families.iter().any(|family| family.municipality == municipality.code);
        assert!(has, "{}", municipality.short_name);
    }
    assert!(people.families.iter().any(|family| family.placed));
    assert!(people.families.iter().flat_map(FamilyEntry::everybody).any(|one| one.protected));
    assert!(people.families.iter().flat_map(FamilyEntry::everybody).any(|one| one.needs_interpreter));
}

#[test]
fn every_seat_of_the_model_is_taken() {
    let seats = people().seats(date(2026, 11, 22));
    for role in Role::ALL {
        assert!(seats.iter().any(|seat| seat.role == role), "{role:?}");
    }
    let ids: BTreeSet<_> = seats.iter().map(|seat| seat.id.0).collect();
    assert_eq!(ids.len(), seats.len(), "no two seats have one id");
    assert!(seats.iter().all(|seat| seat.is_valid(date(2026, 11, 22))));
}

/// A child of 13 is 13 whenever the demo starts, and every number is right and somebody's own.
#[test]
fn ages_and_numbers_hold_on_every_day() {
    let people = people();
    for today in [date(2026, 11, 22), date(2027, 3, 31), date(2028, 2, 29), date(2027, 1, 1)] {
        for relative in people.families.iter().flat_map(FamilyEntry::everybody) {
            let [years, months, days] = relative.age;
            let lived = i64::from(age(relative.born(today), today));
            assert_eq!(lived, i64::from(years), "{} {months} {days} on {today}", relative.key);
        }
        let register = people.people(today);
        let numbers: Vec<_> = register.iter().filter_map(|person| person.personal_id.clone()).collect();
        let different: BTreeSet<_> = numbers.iter().collect();
        assert_eq!(different.len(), numbers.len());
        assert!(numbers.iter().all(|number| number.parse::<PersonalId>().is_ok()));
        let ids: BTreeSet<_> = register.iter().map(|person| person.id).collect();
        assert_eq!(ids.len(), register.len());
        for Guardianship { child, guardian, .. } in people.guardianships() {
            assert!(ids.contains(&child) && ids.contains(&guardian));
        }
    }
}

#[test]
fn a_coordination_number_and_a_long_name_are_among_them() {
    let today = date(2026, 11, 22);
    let register = people().people(today);
    let coordination = register.iter().filter_map(|person| person.personal_id.as_deref());
    let coordination = coordination.filter_map(|number| number.parse::<PersonalId>().ok());
    assert_eq!(coordination.filter(PersonalId::is_coordination_number).count(), 1);
    assert!(register.iter().any(|person| person.name.chars().count() >= 55));
}

#[test]
fn a_faulty_file_is_refused() {
    let nobody = fault("unit = 1293_01, inbox = true", "unit = 1293_01");
    assert_eq!(nobody, PeopleFault::NobodyAtInbox(UnitId(129_301)));
    let unknown = fault("unit = 1293_01", "unit = 1293_99");
    assert_eq!(unknown, PeopleFault::UnknownUnit("hassleholm-forskola".to_owned(), UnitId(129_399)));
    let twice = fault("key = \"hassleholm-skola\"", "key = \"hassleholm-forskola\"");
    assert_eq!(twice, PeopleFault::KeyTwice("hassleholm-forskola".to_owned()));
    let nameless = fault("name = \"Ritva Holmgren\"", "name = \"\"");
    assert_eq!(nameless, PeopleFault::BadName("hassleholm-forskola".to_owned()));
    let homeless = fault("role = \"coordinator\"", "role = \"staff\"");
    assert_eq!(homeless, PeopleFault::UnitAndRoleDisagree("samordnare".to_owned()));
    let crowded = fault(
        "{ role = \"manager\", unit = 1290_02 }",
        "{ role = \"ambassador\", unit = 1290_02 },\n    { role = \"ambassador\", unit = 1290_02 }",
    );
    assert_eq!(crowded, PeopleFault::TooManyAmbassadors(UnitId(129_002)));
    let inbox = fault(
        "{ role = \"manager\", unit = 1290_02 }",
        "{ role = \"manager\", unit = 1290_02, inbox = true }",
    );
    assert_eq!(inbox, PeopleFault::InboxWithoutStaff("kristianstad-skola".to_owned()));
    let alone = fault("custody = \"sole\"", "custody = \"joint\"");
    assert_eq!(alone, PeopleFault::CustodyDoesNotAddUp("falkman".to_owned()));
    let elsewhere = fault("municipality = 1293", "municipality = 1280");
    assert_eq!(elsewhere, PeopleFault::UnknownMunicipality("lindqvist".to_owned()));
    let young = fault("age = [41, 2, 3]", "age = [17, 2, 3]");
    assert_eq!(young, PeopleFault::GuardianTooYoung("lindqvist-mamma".to_owned()));
    let bad = fault("age = [41, 2, 3]", "age = [41, 12, 3]");
    assert_eq!(bad, PeopleFault::BadAge("lindqvist-mamma".to_owned()));
    assert!(matches!(fault("who = \"kurator\"", "whom = \"kurator\""), PeopleFault::Unreadable(_)));
}
