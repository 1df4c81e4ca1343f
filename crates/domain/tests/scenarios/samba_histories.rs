//! Does what must hold on the way through Samba hold after any acts in any order?

use crate::{
    samba::{BODIES, body, party},
    world::{World, hash, now},
};
use domain::{
    BodyId, CaseNo, Event, PartyId, PersonId, Process, Refusal, SambaConsentNo, TextId,
    choice::ProtectionGrade,
    choice::SignatureMethod,
    event::{protection::ProtectionEvent, samba::SambaEvent},
    samba::{
        SambaRefusal,
        case::Ended,
        choice::{CaseEnd, Period},
        consent::{self, SignSambaConsent},
        cost::{AMOUNT_MAX, CostLine, Ore, Percent, Split, SplitFault},
        outcome::Outcome,
    },
};
use jiff::{ToSpan as _, civil::Date};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// What can be tried on any day. Most of it is refused most of the time.
const ACTS: &[(&str, &str)] = &[
    ("lss", "contacts-samba"),
    ("mother", "contacts-samba"),
    ("coordinator", "sorts assessment"),
    ("coordinator", "sorts advice"),
    ("coordinator", "chooses-the-routine"),
    ("coordinator", "assesses attempted unclear_mission 1"),
    ("coordinator", "assesses attempted unclear_mission 2"),
    ("coordinator", "orders-the-description lss"),
    ("lss", "describes"),
    ("lss", "asks-for-consent council all"),
    ("lss", "asks-for-consent council,samba of,buf"),
    ("mother", "signs-for-samba 1"),
    ("father", "signs-for-samba 1"),
    ("mother", "signs-for-samba 2"),
    ("father", "signs-for-samba 2"),
    ("father", "says-no-to-samba 1"),
    ("father", "takes-back-samba"),
    ("mother", "takes-back-samba body samba"),
    ("mother", "takes-back-samba party of"),
    ("coordinator", "schedules council DAY"),
    ("coordinator", "schedules samba DAY"),
    ("coordinator", "treats DAY reflecting owed-by lss"),
    ("coordinator", "treats DAY advice answering"),
    ("coordinator", "treats DAY lifted_on lifting"),
    ("coordinator", "treats DAY responsibility_agreement answering"),
    ("coordinator", "treats DAY cost_distribution answering"),
    ("coordinator", "treats DAY more_information_needed"),
    ("coordinator", "reflects DAY responsibility_agreement answering"),
    ("coordinator", "finishes-minutes DAY"),
    ("coordinator", "drafts of,buf"),
    ("coordinator", "drafts of,buf with-costs 60.00/40.00"),
    ("council", "signs-the-agreement 1 of costs"),
    ("council", "signs-the-agreement 1 buf costs"),
    ("samba", "signs-the-agreement 1 of costs"),
    ("samba", "signs-the-agreement 1 buf costs"),
    ("coordinator", "ends-the-agreement decision_changed_by_board_or_court"),
    ("coordinator", "returns lots DAY"),
    ("lss", "follows-up lots_joint"),
    ("coordinator", "closes-the-case done"),
    ("coordinator", "closes-the-case no_consent"),
    ("coordinator", "closes-the-case advice_given"),
];

/// The scenario of the council, up to the contact.
fn beginning() -> World {
    let mut world = World::default();
    for line in include_str!("s7.txt").lines().map(str::trim) {
        if line.contains("contacts-samba") {
            return world;
        }
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        match line.split('|').map(str::trim).collect::<Vec<_>>().as_slice() {
            [setting] => world.set(setting),
            [when, who, what, _] => {
                world.act(when, who, what);
            }
            _ => unreachable!("the scenario is played elsewhere"),
        }
    }
    unreachable!("somebody contacts the coordinator")
}

/// Which bodies and parties may know of a case, told from its events alone: everybody who had to has signed a text
/// that names both, and nobody has taken that back since.
fn naively_admitted(events: &[Event], case: CaseNo, on: Date) -> BTreeSet<(BodyId, PartyId)> {
    let mut texts = BTreeMap::new();
    let mut open = false;
    let mut cases = 0;
    for event in events {
        if let Event::SambaContacted { .. } = event {
            cases += 1;
            open = open || CaseNo(cases) == case;
        }
        let Event::Samba(event) = event else { continue };
        if let SambaEvent::SambaConsentFrozen {
            consent,
            case: of,
            bodies,
            parties,
            required,
            valid_until,
            ..
        } = event
            && *of == case
        {
            let needed: BTreeSet<PersonId> =
                required.iter().filter(|one| one.required).map(|one| one.person).collect();
            let pairs: BTreeSet<_> =
                bodies.iter().flat_map(|body| parties.iter().map(move |party| (*body, *party))).collect();
            texts.insert(*consent, (needed, pairs, *valid_until));
        }
        if let SambaEvent::SambaConsentSigned { consent, person, .. } = event
            && let Some((needed, ..)) = texts.get_mut(consent)
        {
            needed.remove(person);
        }
        if let SambaEvent::SambaConsentRevoked { case: of, body, party, .. } = event
            && *of == case
        {
            let stays = |(b, p): &(BodyId, PartyId)| {
                (body.is_some() && body != &Some(*b)) || (party.is_some() && party != &Some(*p))
            };
            texts.values_mut().for_each(|(_, pairs, _)| pairs.retain(stays));
        }
        let ends = matches!(event, SambaEvent::SambaClosed { case: of, .. } | SambaEvent::SambaWithdrawn { case: of, .. } if *of == case);
        open = open && !ends;
    }
    let live = texts.into_values().filter(|(needed, _, until)| needed.is_empty() && on <= *until);
    live.filter(|_| open).flat_map(|(_, pairs, _)| pairs).collect()
}

fn put(process: &Process) -> Vec<Vec<TextId>> {
    let questions = |(_, case): (_, &domain::samba::case::Case)| {
        case.questions().map(|(_, question)| question.text).collect()
    };
    process.samba.cases().map(questions).collect()
}

/// CON-21, CON-23, PRI-16, 4.4, 4.5, S17.
fn holds(world: &World, before: &Process, today: Date) {
    let process = world.process();
    for (number, case) in process.samba.cases() {
        let naive = naively_admitted(&world.events, number, today);
        for body in BODIES.bodies() {
            for party in BODIES.parties() {
                let admitted = process.admits_to_body(number, body.id, party.id, today);
                assert_eq!(admitted, naive.contains(&(body.id, party.id)), "{} {}", body.code, party.code);
            }
        }
        if case.end.is_some_and(|(end, _)| end == Ended::With(CaseEnd::Done)) {
            assert_eq!(case.open_questions().count(), 0, "a question is lost");
        }
        for (_, agreement) in process.samba.agreements_of(number) {
            let samba = BODIES.body(agreement.body).expect("a body").shares_costs;
            assert!(samba || agreement.terms.costs.is_empty(), "the council shares costs");
            let reached = [Outcome::ResponsibilityAgreement, Outcome::CostDistribution];
            let came = case.items.iter().filter(|item| item.body == agreement.body);
            assert!(came.filter_map(|item| item.conclusion()).any(|outcome| reached.contains(&outcome)));
            assert!(!agreement.active || agreement.missing().next().is_none(), "somebody has not signed");
        }
    }
    for (earlier, now) in put(before).iter().zip(put(&process)) {
        assert!(now.starts_with(earlier), "a question is taken away");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// CON-21, CON-23, PRI-16: whatever is done, in whatever order, no body knows of a case without a consent that
    /// lives and names it, no question is lost, and no agreement binds somebody who has not signed.
    #[test]
    fn no_acts_get_past_a_consent_or_lose_a_question(
        steps in prop::collection::vec((0..ACTS.len(), 0_i64..9), 10..70),
        start in 0..6_usize,
    ) {
        let mut world = beginning();
        let mut today: Date = "2027-01-18".parse().expect("a day");
        let mut meetings: Vec<Date> = vec![today];
        // Most begin well on their way: otherwise nearly everything is refused for ever.
        let prepared = [0, 2, 4, 5, 7, 8, 9, 11, 12];
        let steps = prepared.into_iter().take(start * 2).map(|act| (act, 0)).chain(steps);
        for (act, days) in steps {
            let (who, what) = ACTS[act];
            today = today.saturating_add((days / 4).days());
            let before = world.process();
            let schedules = what.contains("schedules");
            let day = if schedules { today } else { *meetings.last().expect("a day") };
            let day = if what.contains("returns") { today } else { day };
            let came = world.act(&today.to_string(), who, &what.replace("DAY", &day.to_string()));
            if schedules && came == "ok" {
                meetings.push(day);
            }
            holds(&world, &before, today);
        }
    }

    /// 4.5: whatever the amount and the shares, the parts are the whole, and none is an öre from its exact share.
    #[test]
    fn the_parts_are_always_the_whole(amount in 1..=AMOUNT_MAX.0, cuts in prop::collection::btree_set(1_u32..10_000, 1..5)) {
        let ends = cuts.iter().copied().chain([10_000]);
        let starts = std::iter::once(0).chain(cuts.iter().copied());
        let shares: Vec<_> =
            (1..).zip(starts.zip(ends)).map(|(number, (from, to))| (PartyId(number), Percent(to - from))).collect();
        let line = line(Ore(amount), Split::Percent { shares: shares.clone() });
        prop_assert_eq!(line.check(), Ok(()));
        let parts = line.parts();
        prop_assert_eq!(parts.iter().map(|(_, part)| part.0).sum::<u64>(), amount);
        for ((_, share), (_, part)) in shares.iter().zip(&parts) {
            let exact = u128::from(amount) * u128::from(share.0);
            prop_assert!((u128::from(part.0) * 10_000).abs_diff(exact) < 10_000);
        }
        let sum: u64 = line.yearly().iter().map(|(_, part)| part.0).sum();
        prop_assert_eq!(sum, amount * 12);
    }

    /// 4.5: shares that are not the whole, and parts that miss the amount, are refused.
    #[test]
    fn what_is_not_the_whole_is_refused(amount in 1_u64..1_000_000, one in 0_u32..20_000, two in 0_u32..20_000) {
        let percent = vec![(PartyId(1), Percent(one)), (PartyId(2), Percent(two))];
        let whole = one + two == 10_000;
        prop_assert_eq!(line(Ore(amount), Split::Percent { shares: percent }).check().is_ok(), whole);
        let amounts = vec![(PartyId(1), Ore(one.into())), (PartyId(2), Ore(two.into()))];
        let whole = u64::from(one) + u64::from(two) == amount;
        prop_assert_eq!(line(Ore(amount), Split::Amounts { shares: amounts }).check().is_ok(), whole);
    }
}

fn line(amount: Ore, split: Split) -> CostLine {
    let text = TextId(Uuid::from_u128(1));
    let (period, payer) = (Period::Monthly, PartyId(1));
    CostLine { item: text, period, amount, split, payer, invoicing: text, ceiling: None }
}

/// 4.5: whom a cost does not concern stands in it once or not at all, and a ceiling is above the amount.
#[test]
fn a_cost_names_each_party_once() {
    let twice = vec![(party("of"), Percent(5_000)), (party("of"), Percent(5_000))];
    assert_eq!(line(Ore(100), Split::Percent { shares: twice }).check(), Err(SplitFault::PartyTwice));
    let alone = vec![(party("of"), Percent(10_000))];
    assert_eq!(line(Ore(100), Split::Percent { shares: alone }).check(), Err(SplitFault::TooFew));
    let own = line(Ore(100), Split::OwnDuty { party: party("of") });
    assert_eq!(own.parts(), [(party("of"), Ore(100))]);
    let capped = CostLine { ceiling: Some(Ore(99)), ..own };
    assert_eq!(capped.check(), Err(SplitFault::CeilingBelowAmount));
}

/// CON-24, PID-4: on its last day a consent still opens, on the next it does not; and nobody in a body knows of somebody
/// whose identity is protected.
#[test]
fn a_consent_has_a_last_day_and_a_mark_shuts_the_bodies_out() {
    let mut world = beginning();
    for (who, what) in [0, 2, 4, 5, 7, 8, 9, 11, 12].map(|act| ACTS[act]) {
        assert_eq!(world.act("2027-01-22", who, what), "ok", "{what}");
    }
    let known = |world: &World, on: &str| {
        !world.process().parties_admitted(CaseNo(1), body("council"), on.parse().expect("a day")).is_empty()
    };
    assert!(known(&world, "2027-08-31") && !known(&world, "2027-09-01"));
    let (person, by) = (world.person("mother"), world.person("initiator"));
    let (grade, on) = (ProtectionGrade::SecrecyMarking, "2027-01-25".parse().expect("a day"));
    world.events.push(Event::Protection(ProtectionEvent::IdentityProtected { person, grade, by, on }));
    assert!(!known(&world, "2027-01-25"));
    let schedules = "schedules council 2027-01-28";
    assert_eq!(world.act("2027-01-25", "coordinator", schedules), "refused IdentityProtected");
}

/// CON-21, S17: a consent for the council does not let Samba in, and what is taken back stops everything at once.
#[test]
fn a_withdrawal_stops_everything() {
    let mut world = beginning();
    let acts = [0, 2, 4, 5, 7, 8, 9, 11, 12].map(|act| ACTS[act]);
    for (who, what) in acts {
        assert_eq!(world.act("2027-01-22", who, what), "ok", "{what}");
    }
    assert_eq!(world.act("2027-01-22", "coordinator", "schedules council 2027-01-28"), "ok");
    let case = CaseNo(1);
    let day: Date = "2027-01-22".parse().expect("a day");
    assert!(world.process().parties_admitted(case, body("samba"), day).is_empty());
    assert_eq!(world.act("2027-01-27", "mother", "takes-back-samba party of"), "ok");
    assert!(!world.process().admits_to_body(case, body("council"), party("of"), day));
    assert!(world.process().admits_to_body(case, body("council"), party("buf"), day));
    assert_eq!(world.act("2027-01-27", "father", "takes-back-samba"), "ok");
    assert_eq!(world.act("2027-01-28", "coordinator", "case?"), "= withdrawn");
    assert_eq!(
        world.act("2027-01-28", "coordinator", "treats 2027-01-28 advice answering"),
        "refused CaseEnded"
    );
    assert_eq!(world.act("2027-01-28", "lss", "contacts-samba"), "ok", "anew, from the beginning");
}

/// S8, CON-22: a no stops it, and the case ends without a consent.
#[test]
fn a_no_leaves_only_the_way_without_a_name() {
    let mut world = beginning();
    for (who, what) in [0, 2, 4, 5, 7, 8, 9].map(|act| ACTS[act]) {
        assert_eq!(world.act("2027-01-22", who, what), "ok", "{what}");
    }
    assert_eq!(world.act("2027-01-22", "mother", "signs-for-samba 1"), "ok");
    assert_eq!(world.act("2027-01-22", "coordinator", "closes-the-case no_consent"), "refused CannotEndSo");
    assert_eq!(world.act("2027-01-22", "father", "says-no-to-samba 1"), "ok");
    assert_eq!(world.act("2027-01-22", "father", "signs-for-samba 1"), "refused ConsentRefused");
    assert_eq!(
        world.act("2027-01-22", "coordinator", "schedules council 2027-01-28"),
        "refused BodyNotConsented"
    );
    assert_eq!(world.act("2027-01-22", "coordinator", "closes-the-case no_consent"), "ok");
}

/// CON-22, CON-27: an answer on paper, or a no that was said, is registered by the caseworker who asked.
#[test]
fn only_the_caseworker_registers_an_answer() {
    let mut world = beginning();
    for (who, what) in [0, 2, 4, 5, 7, 8, 9].map(|act| ACTS[act]) {
        assert_eq!(world.act("2027-01-22", who, what), "ok", "{what}");
    }
    let (process, now) = (world.process(), now("2027-01-22"));
    let (number, person) = (SambaConsentNo(1), world.person("father"));
    let paper = |by| {
        let (signed_on, kept_at, scan) = (now.today(), TextId(Uuid::nil()), None);
        let method = SignatureMethod::Paper { signed_on, kept_at, scan, registered_by: by };
        let command = SignSambaConsent { consent: number, person, method, shown: hash(), by };
        consent::sign(&process, now, command)
    };
    let no = Err(Refusal::Samba(SambaRefusal::CaseworkerOnly));
    assert_eq!(paper(world.person("social")), no);
    assert_eq!(consent::refuse(&process, now, number, person, world.person("social")), no);
    assert!(paper(world.person("lss")).is_ok());
    assert!(consent::refuse(&process, now, number, person, world.person("lss")).is_ok());
}
