//! Can the shipped area run every scenario, can another area replace it, and is a faulty file refused?

use super::*;

const KRISTIANSTAD: PrincipalCode = PrincipalCode(1290);

/// A small second area, as somebody else would write it.
const ANOTHER_AREA: &str = r#"
name = "Norra skärgården"

[[principals]]
code = 114
kind = "municipality"
name = "Skärholma kommun"
short_name = "Skärholma"

[[principals]]
code = 1
kind = "region"
name = "Region Norra"
short_name = "Region Norra"

[[administrations]]
id = "114-social"
principal = 114
name = "Socialförvaltningen"
short_name = "Soc"

[[administrations]]
id = "1-psykiatri"
principal = 1
name = "Barnpsykiatrin"
short_name = "Barnpsyk"

[[unit_types]]
code = "family_centre"
name = "familjecentral"
social_services = true
secrecy = { rule = "OSL 26 kap. 1 §", strength = "strong" }

[[unit_types]]
code = "child_psychiatry"
name = "barnpsykiatri"
secrecy = { rule = "OSL 25 kap. 1 §", strength = "strong" }
[unit_types.profile]
mission = "Vi behandlar."
target_group = "Barn."
contributes = "Behandling."
waiting_time = "En månad."
how_to_start = "Ring."

[[units]]
id = 1_001
type = "child_psychiatry"
administration = "1-psykiatri"
name = "Barnpsykiatrin Norr"
inbox = "norr@example.org"
serves = [114]

[[units]]
id = 114_01
type = "family_centre"
administration = "114-social"
name = "Familjecentralen"
inbox = "familj@example.org"
profile = { mission = "Stöd.", target_group = "Alla.", contributes = "Samtal.", waiting_time = "Ingen.", how_to_start = "Kom in." }
"#;

fn fault(from: &str, to: &str) -> OrganisationFault {
    assert!(ANOTHER_AREA.contains(from), "the test replaces something that is there");
    Organisation::parse(&ANOTHER_AREA.replacen(from, to, 1)).unwrap_err()
}

fn unit_of_type(organisation: &Organisation, municipality: PrincipalCode, code: &str) -> UnitId {
    let found = organisation.units_of(municipality).find(|unit| unit.unit_type.code == code);
    found.unwrap_or_else(|| panic!("{municipality} has no {code}")).id
}

#[test]
fn the_six_municipalities_have_their_official_codes_and_only_kristianstad_has_samba() {
    let organisation = Organisation::default();
    let named: Vec<_> = organisation.municipalities().map(|m| (m.code.0, m.short_name.as_str())).collect();
    assert_eq!(
        named,
        [
            (1272, "Bromölla"),
            (1293, "Hässleholm"),
            (1290, "Kristianstad"),
            (1273, "Osby"),
            (1275, "Perstorp"),
            (1256, "Östra Göinge"),
        ]
    );
    let with_samba: Vec<_> =
        organisation.municipalities().filter(|m| m.samba_enabled).map(|m| m.code).collect();
    assert_eq!(with_samba, [KRISTIANSTAD]);
    assert!(organisation.samba_enabled([unit_of_type(&organisation, KRISTIANSTAD, "school")]));
    assert!(!organisation.samba_enabled([unit_of_type(&organisation, PrincipalCode(1293), "bup")]));
}

/// PRI-12: whichever municipality the child lives in, every kind of unit is there, with a whole profile.
#[test]
fn every_municipality_has_the_units_that_a_process_needs() {
    let organisation = Organisation::default();
    for municipality in organisation.municipalities() {
        for code in [
            "preschool",
            "school",
            "school_health_psychosocial",
            "school_health_medical",
            "social_services_children",
            "social_services_open",
            "lss_and_care",
            "bup",
            "habilitation",
            "paediatrics",
            "family_youth_health",
            "child_health_centre",
            "primary_care",
        ] {
            unit_of_type(&organisation, municipality.code, code);
        }
    }
    for unit in organisation.units() {
        let Profile { mission, target_group, contributes, waiting_time, how_to_start } = &unit.profile;
        for text in [mission, target_group, contributes, waiting_time, how_to_start] {
            assert!(!text.is_empty(), "{}", unit.name);
        }
        assert!(unit.inbox.ends_with("@example.org"), "{}: the shipped inboxes reach nobody", unit.name);
    }
}

/// Every unit type of the model is there with its rule, and is used or free to use.
#[test]
fn each_unit_type_has_its_secrecy_rule() {
    let organisation = Organisation::default();
    let rules: Vec<_> = organisation
        .unit_types()
        .map(|unit_type| {
            (unit_type.code.as_str(), unit_type.secrecy.rule.as_str(), unit_type.secrecy.strength)
        })
        .collect();
    assert_eq!(rules.len(), 17);
    assert!(rules.contains(&("school", "OSL 23 kap. 2 § tredje stycket", SecrecyStrength::VeryWeak)));
    assert!(rules.contains(&("school_health_medical", "OSL 25 kap. 1 §", SecrecyStrength::Strong)));
    assert!(rules.contains(&(
        "school_special_support",
        "OSL 23 kap. 2 § andra stycket",
        SecrecyStrength::Weaker
    )));
    assert!(rules.contains(&(
        "independent_school",
        "skollagen 29 kap. 14 §",
        SecrecyStrength::DutyOfSilence
    )));
    assert!(rules.contains(&("social_services_children", "OSL 26 kap. 1 §", SecrecyStrength::Strong)));
}

/// REL-3: school health is a function address, the school itself and special support are not.
#[test]
fn only_school_health_is_a_safe_school_address() {
    let organisation = Organisation::default();
    let unit = |code| organisation.unit(unit_of_type(&organisation, KRISTIANSTAD, code)).unwrap();
    for code in ["school", "school_special_support", "independent_school"] {
        assert!(unit(code).is_general_school_address(), "{code}");
    }
    for code in ["school_health_psychosocial", "school_health_medical", "preschool", "bup"] {
        assert!(!unit(code).is_general_school_address(), "{code}");
    }
    assert!(!unit("other_invited").unit_type.bound, "can be invited, never bound");
}

/// T8x, SoL 10:8: school health does not stand in for social services, nor the school for the region.
#[test]
fn both_principals_are_social_services_and_the_region() {
    let organisation = Organisation::default();
    let unit = |code| unit_of_type(&organisation, PrincipalCode(1256), code);
    let (social, bup, health) =
        (unit("social_services_children"), unit("bup"), unit("school_health_psychosocial"));
    assert!(organisation.both_principals([social, bup]));
    assert!(organisation.both_principals([unit("lss_and_care"), unit("habilitation"), health]));
    assert!(!organisation.both_principals([bup, health]));
    assert!(!organisation.both_principals([social, health]));
    assert!(!organisation.both_principals([]));
    assert!(organisation.has_social_services([health, social]));
    assert!(!organisation.has_social_services([health, bup, UnitId(1)]));
}

/// REL-4: the coordinator sits where OSL 26:1 holds.
#[test]
fn the_coordinators_home_has_social_services_in_it() {
    let organisation = Organisation::default();
    let homes: Vec<_> = organisation.coordinator_homes().map(|home| home.short_name.as_str()).collect();
    assert_eq!(homes, ["AVF"]);
    let elsewhere = include_str!("../../../../data/organisation.toml")
        .replace("coordinator_homes = [\"1290-avf\"]", "coordinator_homes = [\"1290-buf\"]");
    let refused = Organisation::parse(&elsewhere).unwrap_err();
    assert_eq!(refused.problem, Problem::CoordinatorWithoutSecrecy);
}

/// PRI-19: where to turn in danger is part of the data.
#[test]
fn the_area_says_where_to_turn_at_once() {
    let organisation = Organisation::default();
    assert_eq!(organisation.acute_contacts().first().map(|contact| contact.phone.as_str()), Some("112"));
}

#[test]
fn another_agreement_area_can_take_its_place() {
    let organisation = Organisation::parse(ANOTHER_AREA).unwrap();
    assert_eq!(organisation.name(), "Norra skärgården");
    assert!(organisation.both_principals([UnitId(1_001), UnitId(11_401)]));
    assert_eq!(organisation.units_of(PrincipalCode(114)).count(), 2, "the centre serves its own by default");
    let centre = organisation.unit(UnitId(11_401)).unwrap();
    assert_eq!((centre.profile.mission.as_str(), centre.ambassador_seats), ("Stöd.", 1));
    assert_eq!(organisation.unit(UnitId(1_001)).unwrap().profile.mission, "Vi behandlar.", "from its type");
    assert_eq!(organisation.coordinator_homes().count(), 0);
    assert!(organisation.unit(UnitId(129_001)).is_none());
}

#[test]
fn a_faulty_file_is_refused_with_the_place_of_the_fault() {
    let unknown = fault("type = \"child_psychiatry\"", "type = \"psychiatry\"");
    assert_eq!(unknown.problem, Problem::UnknownUnitType("psychiatry".to_owned()));
    assert_eq!(unknown.place, "units[0] (1001)");
    let cases = [
        (fault("id = 114_01", "id = 1_001"), "units[1] (1001)", Problem::Duplicate),
        (fault("norr@example.org", " "), "units[0] (1001)", Problem::MissingInbox),
        (fault("norr@example.org", "Familj@example.org"), "units[1] (11401)", Problem::SharedInbox),
        (
            fault("administration = \"1-psykiatri\"", "administration = \"x\""),
            "units[0] (1001)",
            Problem::UnknownAdministration("x".to_owned()),
        ),
        (
            fault("principal = 1\n", "principal = 2\n"),
            "administrations[1] (1-psykiatri)",
            Problem::UnknownPrincipal(PrincipalCode(2)),
        ),
        (fault("serves = [114]", ""), "units[0] (1001)", Problem::ServesNobody),
        (
            fault("serves = [114]", "serves = [1]"),
            "units[0] (1001)",
            Problem::NotAMunicipality(PrincipalCode(1)),
        ),
        (
            fault("waiting_time = \"En månad.\"", ""),
            "units[0] (1001)",
            Problem::MissingProfile("profile.waiting_time"),
        ),
        (
            fault("serves = [114]", "serves = [114]\nambassador_seats = 3"),
            "units[0] (1001)",
            Problem::TooManyAmbassadors,
        ),
        (
            fault("kind = \"region\"", "kind = \"region\"\nsamba_enabled = true"),
            "principals[1] (1)",
            Problem::SambaOutsideMunicipality,
        ),
        (fault("name = \"Barnpsykiatrin Norr\"", "name = \" \""), "units[0] (1001)", Problem::Empty("name")),
    ];
    for (fault, place, problem) in cases {
        assert_eq!((fault.place.as_str(), fault.problem), (place, problem));
    }
}

/// A word the program does not know is refused with line and column, not passed over.
#[test]
fn an_unreadable_file_says_which_line() {
    for (from, to) in [
        ("inbox = \"norr@example.org\"", "inbx = \"norr@example.org\""),
        ("strength = \"strong\"", "strength = \"iron\""),
        ("[[units]]", "[[units"),
    ] {
        let fault = fault(from, to);
        assert!(matches!(&fault.problem, Problem::Unreadable(text) if text.contains("line")), "{fault}");
    }
    let long = fault("Barnpsykiatrin Norr", &"N".repeat(121));
    assert_eq!(long.problem, Problem::TooLong("name", 120));
}
