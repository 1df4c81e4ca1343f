//! Are the shipped bodies those of the agreement, can another municipality have its own, and is a faulty file refused?

use super::*;
use crate::{
    calendar::{Holiday, NotCounted},
    samba::cadence::CadenceFault,
};
use jiff::civil::date;

const KRISTIANSTAD: PrincipalCode = PrincipalCode(1290);
const COUNCIL: BodyId = BodyId(1);
const SAMBA: BodyId = BodyId(2);

/// A municipality of somebody else's, with two steps of its own.
const SKARHOLMA: &str = r#"
name = "Norra skärgården"
[[principals]]
code = 114
kind = "municipality"
name = "Skärholma kommun"
short_name = "Skärholma"
samba_enabled = true
[[administrations]]
id = "114-social"
principal = 114
name = "Socialförvaltningen"
short_name = "Soc"
[[administrations]]
id = "114-skola"
principal = 114
name = "Skolförvaltningen"
short_name = "Skola"
[[unit_types]]
code = "family_centre"
name = "familjecentral"
social_services = true
secrecy = { rule = "OSL 26 kap. 1 §", strength = "strong" }
profile = { mission = "Stöd.", target_group = "Alla.", contributes = "Samtal.", waiting_time = "Ingen.", how_to_start = "Kom." }
[[unit_types]]
code = "school"
name = "skola"
secrecy = { rule = "OSL 23 kap. 2 §", strength = "very_weak" }
profile = { mission = "Skola.", target_group = "Barn.", contributes = "Stöd.", waiting_time = "Ingen.", how_to_start = "Ring." }
[[units]]
id = 114_01
type = "family_centre"
administration = "114-social"
name = "Familjecentralen"
inbox = "familj@example.org"
[[units]]
id = 114_02
type = "school"
administration = "114-skola"
name = "Skärskolan"
inbox = "skola@example.org"
[[units]]
id = 114_03
type = "school"
administration = "114-social"
name = "Behandlingsskolan"
inbox = "behandling@example.org"
"#;

const ITS_BODIES: &str = r#"
municipalities = [114]
[[parties]]
id = 10
code = "soc"
name = "Socialförvaltningen"
short_name = "Soc"
administrations = ["114-social"]
unit_types = ["family_centre"]
[[parties]]
id = 20
code = "school"
name = "Skolan"
short_name = "Skola"
unit_types = ["school"]
[[bodies]]
id = 7
code = "local_group"
name = "Lokala gruppen"
next = 9
outcomes = ["advice", "lifted_on"]
outcomes_deidentified = ["advice"]
shares_costs = false
answer_within = 5
cadence = { every_weeks = 1, from = "2027-03-22" }
members = [{ party = 10, title = "samordnare" }, { party = 20, title = "rektor" }]
[[bodies]]
id = 9
code = "leaders"
name = "Ledningsgruppen"
outcomes = ["advice", "cost_distribution", "no_agreement"]
outcomes_deidentified = []
shares_costs = true
cadence = { every_months = 2, from = "2027-02-22" }
members = [{ party = 10, title = "socialchef" }, { party = 20, title = "skolchef" }]
standing_items = [{ code = "budget", name = "Budget" }]
"#;

fn skarholma() -> Organisation {
    Organisation::parse(SKARHOLMA).unwrap()
}

fn fault(from: &str, to: &str) -> BodiesFault {
    assert!(ITS_BODIES.contains(from), "the test replaces something that is there: {from}");
    Bodies::parse(&ITS_BODIES.replacen(from, to, 1), &skarholma()).unwrap_err()
}

fn found(from: &str, to: &str) -> (String, Problem) {
    let BodiesFault { place, problem } = fault(from, to);
    (place, problem)
}

#[test]
fn the_shipped_bodies_are_those_of_the_agreement() {
    let bodies = Bodies::default();
    let codes: Vec<_> = bodies.bodies().iter().map(|body| (body.id, body.code.as_str(), body.next)).collect();
    assert_eq!(codes, [(COUNCIL, "council", Some(SAMBA)), (SAMBA, "samba", None)]);
    let parties: Vec<_> = bodies.parties().iter().map(|party| party.short_name.as_str()).collect();
    assert_eq!(parties, ["AVF", "OF", "BUF", "BUH", "BUP", "VO Barn och ungdom"]);
    let titles = |body: BodyId| -> Vec<String> {
        let places = bodies.parties().iter().map(|party| bodies.body(body).unwrap().place(party.id).unwrap());
        places.map(|place| place.title.clone()).collect()
    };
    assert_eq!(titles(COUNCIL), ["enhetschef"; 6]);
    let samba =
        ["verksamhetschef", "verksamhetschef", "skolchef", "områdeschef", "områdeschef", "verksamhetschef"];
    assert_eq!(titles(SAMBA), samba);
    assert!(bodies.covers(KRISTIANSTAD));
    assert!(!bodies.covers(PrincipalCode(1293)), "the escalation is Kristianstad's");
}

/// Every municipal unit of Kristianstad and every unit of the region's three branches has a party; others none.
#[test]
fn a_unit_belongs_to_the_party_of_its_administration_or_kind() {
    let (bodies, organisation) = (Bodies::default(), Organisation::default());
    let with_party = ["1290-avf", "1290-of", "1290-buf", "12-bup", "12-buh", "12-vobu"];
    for unit in organisation.units() {
        let party = bodies.party_of(unit.id, &organisation).and_then(|party| bodies.party(party));
        let administration = unit.administration.id.as_str();
        assert_eq!(party.is_some(), with_party.contains(&administration), "{}", unit.name);
        if let Some(party) = party {
            assert_eq!(party.short_name, unit.administration.short_name, "{}", unit.name);
        }
    }
    assert_eq!(bodies.party_of(UnitId(1), &organisation), None);
}

/// BOD-2: only Samba shares costs, and about an unknown child there is only what 4.4 lists.
#[test]
fn what_the_shipped_bodies_may_come_to() {
    let bodies = Bodies::default();
    let (council, samba) = (bodies.body(COUNCIL).unwrap(), bodies.body(SAMBA).unwrap());
    assert!(!council.shares_costs && !council.outcomes.contains(&Outcome::CostDistribution));
    assert!(samba.shares_costs && samba.outcomes.contains(&Outcome::CostDistribution));
    assert!(council.outcomes.contains(&Outcome::LiftedOn) && !samba.outcomes.contains(&Outcome::LiftedOn));
    for body in bodies.bodies() {
        assert_eq!(body.answer_within, 10);
        assert!(body.outcomes_deidentified.iter().all(|outcome| outcome.fits_an_unknown_child()));
    }
}

/// S7, S9: the fixed days of both come from the data.
#[test]
fn the_shipped_bodies_meet_on_the_days_of_the_scenarios() {
    let (bodies, calendar) = (Bodies::default(), Calendar::default());
    let slots =
        |body: BodyId| bodies.body(body).unwrap().slots(date(2027, 1, 1), date(2027, 12, 31), &calendar);
    let council = slots(COUNCIL);
    assert_eq!((council[0].on, council[1].on), (date(2027, 1, 14), date(2027, 1, 28)));
    assert_eq!(council[8].on, date(2027, 5, 6));
    assert_eq!(council[8].days(), [date(2027, 5, 5), date(2027, 5, 7)]);
    let samba: Vec<Date> = slots(SAMBA).iter().map(|slot| slot.on).collect();
    assert_eq!(samba, [date(2027, 3, 11), date(2027, 6, 10), date(2027, 9, 9), date(2027, 12, 9)]);
}

/// BOD-1, BOD-2: another municipality's two steps, with parties, days and answers of its own, and no code.
#[test]
fn another_municipality_has_its_own_two_steps() {
    let (organisation, calendar) = (skarholma(), Calendar::default());
    let bodies = Bodies::parse(ITS_BODIES, &organisation).unwrap();
    assert!(bodies.covers(PrincipalCode(114)) && !bodies.covers(KRISTIANSTAD));
    let party = |unit| bodies.party_of(UnitId(unit), &organisation);
    assert_eq!((party(11401), party(11402)), (Some(PartyId(10)), Some(PartyId(20))));
    assert_eq!(party(11403), Some(PartyId(20)), "a school of the social services is a school");
    let (group, leaders) = (bodies.body(BodyId(7)).unwrap(), bodies.body(BodyId(9)).unwrap());
    assert_eq!((group.next, leaders.next), (Some(leaders.id), None));
    assert_eq!((group.answer_within, leaders.answer_within), (5, 10));
    let easter = group.slots(date(2027, 3, 22), date(2027, 4, 5), &calendar);
    assert_eq!(easter.len(), 3);
    assert_eq!(easter[1].falls_on, Some(NotCounted::Holiday(Holiday::EasterMonday)));
    assert_eq!(easter[1].days(), [date(2027, 3, 25), date(2027, 3, 30)], "past Good Friday too");
    let fourth_monday: Vec<Date> =
        leaders.slots(date(2027, 1, 1), date(2027, 7, 1), &calendar).iter().map(|slot| slot.on).collect();
    assert_eq!(fourth_monday, [date(2027, 2, 22), date(2027, 4, 26), date(2027, 6, 28)]);
}

/// Where there is no such way, the file is empty.
#[test]
fn an_area_can_be_without_bodies() {
    let organisation = Organisation::parse(&SKARHOLMA.replace("samba_enabled = true", "")).unwrap();
    let none = Bodies::parse("municipalities = []", &organisation).unwrap();
    assert!(none.bodies().is_empty() && none.parties().is_empty() && !none.covers(PrincipalCode(114)));
}

/// BOD-2: each fault is told with its place.
#[test]
fn a_faulty_file_is_refused_with_the_place() {
    let in_group = |problem| ("bodies[0] (local_group)".to_owned(), problem);
    let in_leaders = |problem| ("bodies[1] (leaders)".to_owned(), problem);
    let with_costs = (r#"["advice", "lifted_on"]"#, r#"["advice", "lifted_on", "cost_distribution"]"#);
    assert_eq!(found(with_costs.0, with_costs.1), in_group(Problem::CostsNotShared));
    assert_eq!(
        found(r#"["advice", "cost_distribution", "no_agreement"]"#, r#"["advice"]"#),
        in_leaders(Problem::CostsNotShared)
    );
    for outcome in [
        Outcome::ResponsibilityAgreement,
        Outcome::MoreInformationNeeded,
        Outcome::Reflecting,
        Outcome::CostDistribution,
        Outcome::NoAgreement,
    ] {
        let word = serde_json::to_string(&outcome).unwrap();
        let list = format!("outcomes_deidentified = [{word}]");
        let expected = in_group(Problem::NotForAnUnknownChild(outcome));
        assert_eq!(found(r#"outcomes_deidentified = ["advice"]"#, &list), expected);
    }
    assert_eq!(found("next = 9\n", ""), in_group(Problem::LiftsNowhere));
    assert_eq!(found(r#"["advice", "lifted_on"]"#, r#"["advice"]"#), in_group(Problem::LiftsNowhere));
    assert_eq!(found("next = 9\n", "next = 8\n"), in_group(Problem::UnknownBody(BodyId(8))));
    assert_eq!(found("next = 9\n", "next = 7\n"), in_group(Problem::WithoutEnd));
    assert_eq!(found("answer_within = 5", "answer_within = 0"), in_group(Problem::AnswerWithin));
    assert_eq!(found("answer_within = 5", "answer_within = 61"), in_group(Problem::AnswerWithin));
    assert_eq!(found("every_weeks = 1, ", ""), in_group(Problem::OneRhythm));
    assert_eq!(found("every_weeks = 1", "every_weeks = 1, every_months = 1"), in_group(Problem::OneRhythm));
    assert_eq!(found("every_weeks = 1", "every_weeks = 0"), in_group(Problem::Cadence(CadenceFault::Weeks)));
    let fifth = Problem::Cadence(CadenceFault::FifthWeekday(jiff::civil::Weekday::Monday));
    assert_eq!(found("2027-02-22", "2027-03-29"), in_leaders(fifth));
    assert_eq!(found("id = 9\n", "id = 7\n"), in_leaders(Problem::Duplicate));
    assert_eq!(
        found(r#"["advice", "lifted_on"]"#, r#"["advice", "lifted_on", "advice"]"#),
        in_group(Problem::Duplicate)
    );
}

#[test]
fn a_faulty_party_or_place_is_refused_with_the_place() {
    let member = |index| format!("bodies[0] (local_group).members[{index}]");
    assert_eq!(
        found("{ party = 20, title = \"rektor\" }", "{ party = 30, title = \"rektor\" }"),
        (member(1), Problem::UnknownParty(PartyId(30)))
    );
    assert_eq!(
        found("{ party = 20, title = \"rektor\" }", "{ party = 10, title = \"rektor\" }"),
        (member(1), Problem::Duplicate)
    );
    assert_eq!(found("title = \"rektor\"", "title = \" \""), (member(1), Problem::Empty("title")));
    let school = |problem| ("parties[1] (school)".to_owned(), problem);
    let unit_type = r#"unit_types = ["school"]"#;
    assert_eq!(found(unit_type, ""), school(Problem::WithoutUnits));
    assert_eq!(
        found(unit_type, r#"unit_types = ["bup"]"#),
        school(Problem::UnknownUnitType("bup".to_owned()))
    );
    let elsewhere = Problem::UnknownAdministration("115".to_owned());
    assert_eq!(found(unit_type, r#"administrations = ["115"]"#), school(elsewhere));
    let both = Problem::UnitOfTwoParties { unit: UnitId(11401), party: PartyId(10) };
    assert_eq!(found(unit_type, r#"administrations = ["114-social"]"#), school(both));
    assert_eq!(found("id = 20", "id = 10"), school(Problem::Duplicate));
    assert_eq!(found(r#"code = "budget""#, r#"code = """#).0, "bodies[1] (leaders).standing_items[0]");
    let top = |problem| ("municipalities".to_owned(), problem);
    assert_eq!(
        found("municipalities = [114]", "municipalities = [114, 115]"),
        top(Problem::NotEnabled(PrincipalCode(115)))
    );
    assert_eq!(
        found("municipalities = [114]", "municipalities = []"),
        top(Problem::NotCovered(PrincipalCode(114)))
    );
    assert_eq!(fault("municipalities", "communes").place, "the file");
    let shown = fault("id = 20", "id = 10").to_string();
    assert_eq!(shown, "file of bodies, parties[1] (school): the id or code is used twice");
}
