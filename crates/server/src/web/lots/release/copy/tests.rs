//! Does a unit's copy hold what the consent covers, and not a word more?

use super::*;
use crate::web::case::Material;
use domain::{
    Event, Now, PersonId, Process, TextId, UnitId,
    choice::{FormText, ScopeLine, TextHash},
    ids::{GoalNo, MeetingNo, NeedNo, QuestionNo, SummonsNo},
    party::{Custody, CustodyForm, Guardian},
    process::ChildFacts,
};
use jiff::civil::date;
use policy::Ground;
use serde_json::json;
use std::{collections::HashMap, sync::Arc};
use uuid::Uuid;

const CHILD: PersonId = PersonId(Uuid::from_u128(1));
const MOTHER: PersonId = PersonId(Uuid::from_u128(2));
const TEACHER: PersonId = PersonId(Uuid::from_u128(3));
const SCHOOL: UnitId = UnitId(129_303);
const BUP: UnitId = UnitId(12_101);
const V1: PlanVersion = PlanVersion(1);

const TO_SCHOOL: Receiver = Receiver::Unit { unit: SCHOOL };
const TO_BUP: Receiver = Receiver::Unit { unit: BUP };
const TO_MOTHER: Receiver = Receiver::Family { person: MOTHER };

/// What must not reach the school, and where it stands.
const HIDDEN: [&str; 7] = [
    "fråga mellan andra",
    "behov om hälsan",
    "mål om hälsan",
    "insats mot hälsomålet",
    "insats bara för BUP",
    "familjens berättelse",
    "insamlat i blanketten",
];

/// The texts of the process: each lies under the number of its place in the list.
const TEXTS: [&str; 10] = [
    "lika för alla",
    "behov om hälsan",
    "mål om hälsan",
    "insats mot hälsomålet",
    "insats bara för BUP",
    "behov om skolan",
    "skolans insats",
    "håller inte med",
    "vem frågar hemma",
    "fråga mellan andra",
];

fn text(number: usize) -> TextId {
    TextId(Uuid::from_u128(1_000 + number as u128))
}

fn form_text() -> FormText {
    FormText { text: text(50), hash: TextHash([7; 32]) }
}

fn document() -> String {
    let field = |id: &str, words: &str| json!({ "id": id, "label": id, "entry": { "text": words } });
    let mut story = field("family_story", "familjens berättelse");
    story["kind_of_information"] = json!("family");
    let gathered = json!({ "table": {
        "columns": [{ "id": "text", "label": "Behov" }],
        "rows": [[{ "text": "insamlat i blanketten" }]],
    } });
    let needs = json!({ "id": "needs", "label": "Behov", "entry": gathered });
    let fields = json!([field("status", "utkast"), field("child_voice", "barnets ord"), story, needs]);
    let sections = json!([{ "id": "voice", "title": "Barnet", "fields": fields }]);
    json!({ "format": 1, "form": "lots-sip-7.0", "version": "7.0", "name": "SIP", "sections": sections })
        .to_string()
}

fn line(number: u32, unit: UnitId, words: usize, goal: Option<u32>, visible_to: &[UnitId]) -> Event {
    let offered = json!({
        "type": "commitment_offered", "commitment": number, "unit": unit, "by": TEACHER,
        "kind": "intervention", "text": text(words), "goal": goal, "responsible": text(0),
        "legal_form": "none", "start": "2027-04-01", "frequency": text(0), "expected_end": "2027-06-01",
        "visible_to": visible_to,
    });
    serde_json::from_value(offered).unwrap()
}

fn events() -> Vec<Event> {
    let (day, summons) = (date(2027, 3, 1), SummonsNo(1));
    let scope = |unit, kind| ScopeLine { unit, kinds: vec![kind], question: None };
    let need = |need, words, kind| Event::NeedRecorded { need, text: text(words), view: View::Family, kind };
    let custody = Custody {
        form: CustodyForm::Sole,
        guardians: vec![Guardian { person: MOTHER, legal: true }],
        checked_on: day,
        checked_how: text(0),
        placed: false,
    };
    vec![
        Event::ProcessOpened {
            child: CHILD,
            initiator: TEACHER,
            unit: SCHOOL,
            custody,
            previous: None,
            request: None,
            on: day,
        },
        Event::SummonsFrozen {
            summons,
            text: form_text(),
            scope: vec![scope(SCHOOL, InformationKind::School), scope(BUP, InformationKind::Health)],
            required: vec![],
            valid_until: date(2027, 12, 1),
            earlier_plan: false,
            purpose: None,
        },
        Event::ConsentActivated { summons },
        need(NeedNo(1), 1, InformationKind::Health),
        need(NeedNo(2), 5, InformationKind::School),
        Event::GoalRecorded {
            goal: GoalNo(1),
            text: text(2),
            horizon: Horizon::Short,
            need: Some(NeedNo(1)),
        },
        Event::QuestionAsked {
            question: QuestionNo(1),
            text: text(9),
            by_unit: Some(UnitId(12_201)),
            units: vec![BUP],
            waits_for_absent: false,
        },
        Event::PlanWritten {
            version: V1,
            meeting: MeetingNo(1),
            text: form_text(),
            kind: PlanKind::Sip,
            status: PlanStatus::Draft,
            obstacle: None,
            on: day,
        },
        Event::PlanAnswered { version: V1, by: MOTHER, dissent: Some(text(7)), heard_by: None },
    ]
}

fn case() -> Case {
    let lines =
        [line(1, BUP, 3, Some(1), &[]), line(2, BUP, 4, None, &[BUP]), line(3, SCHOOL, 6, Some(1), &[])];
    let mut events = events();
    let at = events.len() - 2;
    events.splice(at..at, lines);
    let facts = ChildFacts { born: date(2015, 2, 3), protected: false };
    let process = Process::replay(facts, &events).unwrap();
    let texts = TEXTS.iter().enumerate().map(|(number, words)| (text(number), (*words).to_owned()));
    let texts: HashMap<_, _> = texts.chain([(text(50), document())]).collect();
    let now =
        Now { instant: "2027-04-01T08:00:00Z".parse().unwrap(), local: date(2027, 4, 1).at(10, 0, 0, 0) };
    let people = HashMap::default();
    let material = Material {
        id: domain::ProcessId(Uuid::from_u128(100)),
        process: Arc::new(process),
        ground: Ground::Initiator,
        people,
        texts,
    };
    Case::of(material, now, Arc::default(), Arc::default())
}

fn copy_to(receiver: Receiver) -> PlanCopy {
    plan_copy(&FormLibrary::default(), &case(), V1, receiver).unwrap()
}

/// CON-09: not in the stored text, wherever one looks in it.
#[test]
fn what_is_not_for_a_unit_never_occurs_in_its_copy() {
    let stored = copy_to(TO_SCHOOL).canonical();
    for hidden in HIDDEN {
        assert!(!stored.contains(hidden), "the school was given: {hidden}");
    }
    for given in ["behov om skolan", "skolans insats", "barnets ord", "håller inte med"] {
        assert!(stored.contains(given), "the school lacks: {given}");
    }
}

/// A unit's own line stands without the goal that it may not know of.
#[test]
fn an_own_line_names_no_goal_that_is_withheld() {
    let copy = copy_to(TO_SCHOOL);
    assert_eq!(copy.goals, []);
    assert_eq!(copy.lines.iter().map(|line| (line.number, line.goal)).collect::<Vec<_>>(), [(3, None)]);
}

#[test]
fn the_family_and_the_right_unit_get_it() {
    let family = copy_to(TO_MOTHER).canonical();
    for words in HIDDEN.iter().filter(|words| **words != "insamlat i blanketten") {
        assert!(family.contains(words), "the family lacks: {words}");
    }
    let health = copy_to(TO_BUP);
    assert_eq!(health.lines.len(), 3);
    assert!(!health.canonical().contains("behov om skolan"));
}

/// What stood as a draft at the meeting is told anew by the copy.
#[test]
fn what_the_program_gathered_earlier_is_left_out() {
    let copy = copy_to(TO_MOTHER);
    let form = copy.form.unwrap();
    assert!(form.field("needs").is_none() && form.field("status").is_none());
    assert!(form.field("child_voice").is_some());
}

/// CON-10: the line of a unit that has left stays, and says so.
#[test]
fn a_line_outside_the_coordination_is_marked() {
    let mut case = case();
    Arc::make_mut(&mut case.process).plan.commitments[0].outside_coordination = true;
    let copy = plan_copy(&FormLibrary::default(), &case, V1, TO_MOTHER).unwrap();
    assert_eq!(
        copy.lines.iter().map(|line| line.outside_coordination).collect::<Vec<_>>(),
        [true, false, false]
    );
}

/// T9: nobody has agreed to what came after the meeting, so it waits for the next version.
#[test]
fn what_came_between_the_meeting_and_the_release_is_left_out() {
    let mut case = case();
    let before = plan_copy(&FormLibrary::default(), &case, V1, TO_MOTHER).unwrap();
    let (view, kind) = (View::Family, InformationKind::School);
    for late in [
        Event::NeedRecorded { need: NeedNo(3), text: text(0), view, kind },
        Event::GoalRecorded { goal: GoalNo(3), text: text(0), horizon: Horizon::Short, need: None },
        Event::QuestionAsked {
            question: QuestionNo(2),
            text: text(0),
            by_unit: None,
            units: vec![],
            waits_for_absent: false,
        },
    ] {
        Arc::make_mut(&mut case.process).evolve(&late);
    }
    let after = plan_copy(&FormLibrary::default(), &case, V1, TO_MOTHER).unwrap();
    assert_eq!(after, before);
    assert!(!before.needs.is_empty() && !before.goals.is_empty());
}

#[test]
fn a_copy_is_read_back_as_it_was_written() {
    let copy = copy_to(TO_SCHOOL);
    assert_eq!(PlanCopy::parse(&copy.canonical()).unwrap(), copy);
    assert_eq!(copy.canonical(), copy_to(TO_SCHOOL).canonical());
    assert!(matches!(PlanCopy::parse("{}"), Err(UnreadableCopy::NotACopy(_))));
    let later = copy.canonical().replacen("\"format\":1", "\"format\":2", 1);
    assert!(matches!(PlanCopy::parse(&later), Err(UnreadableCopy::UnknownFormat(2))));
}

#[test]
fn what_is_withheld_is_told_beforehand() {
    let told = withheld(&FormLibrary::default(), &case(), V1, TO_SCHOOL);
    let told = (told.needs, told.goals, told.lines, told.questions, told.fields);
    assert_eq!(told, (1, 1, 2, 1, vec!["family_story".to_owned()]));
    let family = withheld(&FormLibrary::default(), &case(), V1, TO_MOTHER);
    assert_eq!((family.needs, family.goals, family.lines), (0, 0, 0));
}

/// Every choice that a copy can hold has its words, so that an old copy can always be read.
#[test]
fn every_choice_in_a_copy_has_words() {
    let t = crate::web::texts::Texts::swedish();
    let lists: [(&str, Vec<&str>); 8] = [
        ("kind", PlanKind::ALL.iter().map(|one| one.word()).collect()),
        ("status", PlanStatus::ALL.iter().map(|one| one.word()).collect()),
        ("view", View::ALL.iter().map(|one| one.word()).collect()),
        ("horizon", Horizon::ALL.iter().map(|one| one.word()).collect()),
        ("outcome", GoalOutcome::ALL.iter().map(|one| one.word()).collect()),
        ("line-kind", CommitmentKind::ALL.iter().map(|one| one.word()).collect()),
        ("decision", LegalForm::ALL.iter().map(|one| one.word()).collect()),
        ("state", CommitmentState::ALL.iter().map(|one| one.word()).collect()),
    ];
    for (list, words) in lists {
        for word in words {
            let key = format!("copy-{list}-{}", word.replace('_', "-"));
            assert!(t.has(&key), "{key} has no words");
        }
    }
}
