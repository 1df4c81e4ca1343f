//! Does a description without identity stay what it is, whatever is tried with it?

use super::*;
use crate::{
    deidentify::{AgeBand, FindingKind, Known},
    form::{FormLibrary, FormRole, Value, Values},
    ids::UnitId,
    organisation::Organisation,
    samba::bodies::Bodies,
};
use jiff::civil::date;
use proptest::prelude::*;
use std::{collections::BTreeSet, sync::LazyLock};
use uuid::Uuid;

static BODIES: LazyLock<Bodies> = LazyLock::new(Bodies::default);
static ORGANISATION: LazyLock<Organisation> = LazyLock::new(Organisation::default);
const WRITER: PersonId = PersonId(Uuid::from_u128(1));
const COORDINATOR: PersonId = PersonId(Uuid::from_u128(2));
const MEMBER: PersonId = PersonId(Uuid::from_u128(3));
const FIRST: Date = date(2027, 1, 11);

fn written() -> DeidentifiedAct {
    let description = Description {
        document: String::new(),
        age_band: AgeBand::From13To15,
        unit_types: ["bup".to_owned()].into(),
        questions: vec!["Vem kan samordna?".to_owned(), "Hur kommer vi vidare?".to_owned()],
    };
    let texts = vec![("tried".to_owned(), "Samtal och hembesök.".to_owned())];
    DeidentifiedAct::Write(Writing { unit: UnitId(129_007), description, texts, attachments: 0 })
}

fn approval() -> DeidentifiedAct {
    DeidentifiedAct::Approve { checked: Check::ALL.iter().copied().collect(), alike: Rarity::FiveToNine }
}

fn meeting(number: u8) -> BodyMeetingId {
    BodyMeetingId(Uuid::from_u128(number.into()))
}

/// One description, with what has happened to it.
#[derive(Default)]
struct Play(Vec<Recorded>);

impl Play {
    fn act(
        &mut self,
        by: PersonId,
        today: Date,
        act: DeidentifiedAct,
    ) -> Result<DeidentifiedEvent, DeidentifiedRefusal> {
        let looked = act.look_through(&Looking::default(), &ORGANISATION)?;
        let event = match Deidentified::of(&self.0) {
            Some(one) => one.decide(looked, Around { bodies: &BODIES, by, today })?,
            None => looked.begin()?,
        };
        self.0.push(Recorded { event: event.clone(), by, on: today });
        Ok(event)
    }

    fn state(&self) -> Deidentified {
        Deidentified::of(&self.0).unwrap()
    }
}

/// DID-4: whoever wrote it does not look at it, also not in the coordinator's seat.
#[test]
fn two_persons_look() {
    let mut play = Play::default();
    play.act(WRITER, FIRST, written()).unwrap();
    assert_eq!(play.act(WRITER, FIRST, approval()), Err(DeidentifiedRefusal::SamePerson));
    let back = DeidentifiedAct::Return { reason: "Skriv om frågorna.".to_owned() };
    assert_eq!(play.act(WRITER, FIRST, back), Err(DeidentifiedRefusal::SamePerson));
    for left_out in Check::ALL {
        let checked = Check::ALL.iter().copied().filter(|check| check != left_out).collect();
        let act = DeidentifiedAct::Approve { checked, alike: Rarity::FiveToNine };
        assert_eq!(play.act(COORDINATOR, FIRST, act), Err(DeidentifiedRefusal::ChecksMissing));
    }
    play.act(COORDINATOR, FIRST, approval()).unwrap();
    play.act(WRITER, FIRST, written()).unwrap();
    assert_eq!(play.state().stage, Stage::Written, "what is written anew is looked at anew");
}

/// DID-3: what is held is stored only when a human has looked at just that, there.
#[test]
fn a_human_confirms_what_is_held() {
    let write = |text: &str| {
        let DeidentifiedAct::Write(mut writing) = written() else { unreachable!() };
        writing.texts = vec![("situation".to_owned(), text.to_owned())];
        DeidentifiedAct::Write(writing)
    };
    let look = |text: &str, confirmed: &BTreeSet<Found>| {
        let looking = Looking { confirmed: confirmed.clone(), ..Looking::default() };
        write(text).look_through(&looking, &ORGANISATION).map(|_| ())
    };
    let text = "Bara Tyra har kontakt.";
    let Err(DeidentifiedRefusal::NotLookedAt(held)) = look(text, &BTreeSet::new()) else {
        panic!("an unknown name is held")
    };
    let words: Vec<_> = held.iter().map(|one| (one.field.as_str(), one.words.as_str(), one.kind)).collect();
    assert_eq!(words, [("situation", "Tyra", FindingKind::UnknownName)]);
    assert_eq!(look(text, &held), Ok(()));
    assert!(look("Bara Tyra och Signe har kontakt.", &held).is_err(), "the other one too");
    let known = Known { names: vec!["Tyra Ek".to_owned()], ..Known::default() };
    let looking = Looking { known, confirmed: held };
    let blocked = write(text).look_through(&looking, &ORGANISATION).unwrap_err();
    assert!(matches!(blocked, DeidentifiedRefusal::GivesAway(_)), "somebody of the case cannot be confirmed");
    assert!(!format!("{blocked:?}").contains("Tyra"), "a refusal goes on record, without the words");
}

/// DID-1: no unit of the area is named, also not in an answer or in what is told afterwards.
#[test]
fn every_text_is_looked_through() {
    let unit = &ORGANISATION.unit(UnitId(12_101)).unwrap().name;
    let text = format!("Prata med {unit}.");
    let replies = vec![(CaseQuestionNo(1), Reply::Answered(text.clone()))];
    let (meeting, outcome) = (meeting(1), Outcome::Advice);
    for act in [
        DeidentifiedAct::Return { reason: text.clone() },
        DeidentifiedAct::FollowUp { text: text.clone() },
        DeidentifiedAct::Treat { meeting, outcome, replies, follow_up_on: None },
    ] {
        let refusal = act.look_through(&Looking::default(), &ORGANISATION).unwrap_err();
        assert!(matches!(refusal, DeidentifiedRefusal::GivesAway(_)), "{refusal:?}");
    }
}

/// DID-5: the bodies are handed what was asked, and neither by whom nor from where.
#[test]
fn the_bodies_do_not_learn_who_wrote() {
    let mut play = Play::default();
    play.act(WRITER, FIRST, written()).unwrap();
    assert!(play.state().is_written_by(WRITER));
    let handed = play.state().without_writer();
    assert_eq!((handed.writer, &handed.description), (None, &play.state().description));
    let said = format!("{handed:?}");
    assert!(!said.contains(&WRITER.0.to_string()) && !said.contains("129007"), "{said}");
}

/// DID-7: those alike are the current processes of the area, of the same age, that meet at least those types of unit.
#[test]
fn alike_are_those_of_the_same_age_with_the_same_types_of_unit() {
    let described = play_description();
    let pattern = described.pattern(&ORGANISATION);
    assert_eq!(pattern.unit_types, ["bup".to_owned()].into());
    assert_eq!(pattern.age_band, AgeBand::From13To15);
    assert!(pattern.areas.is_empty(), "no process says in which areas of life its needs are");
}

fn play_description() -> Description {
    let DeidentifiedAct::Write(writing) = written() else { unreachable!() };
    writing.description
}

/// DID-9: the day on which it is gone.
#[test]
fn it_is_gone_in_time() {
    let mut play = Play::default();
    play.act(WRITER, FIRST, written()).unwrap();
    assert_eq!(play.state().gone_on(), date(2027, 7, 10), "half a year after anybody did anything");
    let mut ended = Play(play.0.clone());
    ended.act(WRITER, date(2027, 2, 1), DeidentifiedAct::End { why: End::ConsentGiven }).unwrap();
    assert!(ended.state().is_gone(date(2027, 2, 1)), "DID-8: at once");
    assert_eq!(ended.act(WRITER, FIRST, written()), Err(DeidentifiedRefusal::Ended));
    play.act(COORDINATOR, FIRST, approval()).unwrap();
    let (body, on) = (BodyId(1), date(2027, 1, 14));
    play.act(COORDINATOR, FIRST, DeidentifiedAct::Schedule { body, meeting: meeting(1), on }).unwrap();
    let replies =
        (1..=2).map(|number| (CaseQuestionNo(number), Reply::Answered("Träffas först.".to_owned())));
    let treat = DeidentifiedAct::Treat {
        meeting: meeting(1),
        outcome: Outcome::Advice,
        replies: replies.collect(),
        follow_up_on: Some(date(2027, 3, 1)),
    };
    play.act(COORDINATOR, on, treat).unwrap();
    play.act(WRITER, date(2027, 3, 1), DeidentifiedAct::FollowUp { text: "Det går bra.".to_owned() })
        .unwrap();
    assert_eq!(play.state().gone_on(), date(2027, 3, 31));
    assert!(!play.state().is_gone(date(2027, 3, 30)));
}

/// DID-2: the types of unit that can be chosen are those of the area, and every one of them.
#[test]
fn the_blank_offers_the_types_of_unit() {
    let library = FormLibrary::default();
    let form = library.form(FormRole::DeidentifiedDescription);
    let field = form.bound(crate::form::Binding::UnitTypes).unwrap();
    let crate::form::Kind::Choices { options } = &field.kind else { panic!("choices") };
    let offered: BTreeSet<&str> = options.iter().map(|option| option.id.as_str()).collect();
    let all: BTreeSet<&str> = ORGANISATION.unit_types().map(|one| one.code.as_str()).collect();
    assert_eq!(offered, all);
}

/// Everything that is typed in the blank is looked through, and no choice is.
#[test]
fn what_is_typed_is_gathered() {
    let library = FormLibrary::default();
    let form = library.form(FormRole::DeidentifiedDescription);
    let choose = |values: Values, field: &str, chosen: &str| {
        values.with(field, Value::Choices(vec![chosen.to_owned()]))
    };
    let mut values = Values::default().with("case.route", "Avidentifierad").with("case.unit_type", "BUP");
    for (field, chosen) in [
        ("case.consent", "refused"),
        ("age_band", "from_6_to_12"),
        ("unit_types", "school"),
        ("lots.meetings", "two"),
        ("lots.since", "a_year"),
        ("lots.chosen", "yes"),
        ("lots.plan", "attempted"),
        ("lots.shortfalls", "waiting_time"),
    ] {
        values = choose(values, field, chosen);
    }
    for field in ["situation", "tried", "child_view", "family_view"] {
        values.set(field, format!("{field} x"));
    }
    values.set("questions", Value::List(vec!["En?".to_owned(), "Två?".to_owned()]));
    let filled = form.check(&values, &crate::form::Offered::default()).unwrap();
    let writing = Writing::of(form, &filled, UnitId(1), 0).unwrap();
    let fields: Vec<_> = writing.texts.iter().map(|(field, _)| field.as_str()).collect();
    assert_eq!(fields, ["situation", "tried", "questions", "child_view", "family_view"]);
    assert_eq!(writing.description.age_band, AgeBand::From6To12);
    assert_eq!(writing.description.questions, ["En?", "Två?"]);
}

fn any_reply() -> impl Strategy<Value = Reply> {
    prop_oneof![
        Just(Reply::Answered("Träffas först.".to_owned())),
        Just(Reply::LiftedOn),
        Just(Reply::NotAnswerable("Det går inte att svara på.".to_owned())),
    ]
}

fn any_outcome() -> impl Strategy<Value = Outcome> {
    prop::sample::select(vec![
        Outcome::Advice,
        Outcome::SharedView,
        Outcome::ResponsibilityAgreement,
        Outcome::MoreInformationNeeded,
        Outcome::Reflecting,
        Outcome::LiftedOn,
        Outcome::CostDistribution,
        Outcome::StructuralMeasure,
        Outcome::NoAgreement,
    ])
}

fn any_act() -> impl Strategy<Value = DeidentifiedAct> {
    let number = 0_u8..3;
    let treat = (number.clone(), any_outcome(), any_reply(), any_reply(), 0_i64..200);
    prop_oneof![
        2 => Just(written()),
        3 => Just(approval()),
        1 => Just(DeidentifiedAct::Return { reason: "Skriv mer.".to_owned() }),
        4 => (1_u32..=2, number.clone(), 0_i64..20).prop_map(|(body, number, days)| DeidentifiedAct::Schedule {
            body: BodyId(body),
            meeting: meeting(number),
            on: FIRST.saturating_add(days.days()),
        }),
        1 => number.clone().prop_map(|number| DeidentifiedAct::Unschedule { meeting: meeting(number) }),
        1 => number.prop_map(|number| DeidentifiedAct::Recognise { meeting: meeting(number) }),
        8 => treat.prop_map(|(number, outcome, one, two, days)| DeidentifiedAct::Treat {
            meeting: meeting(number),
            outcome,
            replies: vec![(CaseQuestionNo(1), one), (CaseQuestionNo(2), two)],
            follow_up_on: Some(FIRST.saturating_add(days.days())),
        }),
        1 => Just(DeidentifiedAct::FollowUp { text: "Det går bra.".to_owned() }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// BOD-2, DID-4, DID-6, PRI-16: whatever is tried, in whatever order, nothing but advice comes of it, two persons
    /// have looked before a body has it, nothing is added after somebody was recognised, and no question is lost.
    #[test]
    fn only_advice_comes_of_it(acts in prop::collection::vec((0_usize..3, any_act()), 0..40)) {
        let mut play = Play::default();
        play.act(WRITER, FIRST, written()).unwrap();
        for (step, (who, act)) in acts.into_iter().enumerate() {
            let by = [WRITER, COORDINATOR, MEMBER][who];
            let today = FIRST.saturating_add((step as i64).days());
            let before = play.state();
            let Ok(event) = play.act(by, today, act) else {
                prop_assert_eq!(before, play.state());
                continue;
            };
            match event {
                DeidentifiedEvent::Written { .. } => {
                    prop_assert!(!before.is_recognised() && before.items.is_empty());
                }
                DeidentifiedEvent::Approved { .. } => prop_assert!(!before.is_written_by(by)),
                DeidentifiedEvent::Scheduled { .. } => prop_assert_eq!(before.stage, Stage::Approved),
                DeidentifiedEvent::Treated { outcome, .. } => {
                    prop_assert!(outcome.fits_an_unknown_child());
                    let after = play.state();
                    let open = after.open_questions().count();
                    prop_assert_eq!(after.is_concluded(), open == 0);
                }
                DeidentifiedEvent::Returned { .. }
                | DeidentifiedEvent::Ended { .. }
                | DeidentifiedEvent::Unscheduled { .. }
                | DeidentifiedEvent::Recognised { .. }
                | DeidentifiedEvent::FollowedUp { .. } => {}
            }
            let questions = play.state().questions().count();
            prop_assert_eq!(questions, 2);
            prop_assert!(play.state().gone_on() <= today.saturating_add(180.days()));
        }
    }
}
