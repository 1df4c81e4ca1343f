//! Protected identity and what one guardian must not read, one sentence a test, played in the world of the first
//! scenario.

use crate::{
    rules::until,
    world::{World, hash, now},
};
use domain::{
    Event, PersonId, Process, Refusal, SeparateCopyNo, SummonsNo,
    choice::*,
    event::protection::{PlanItem, SeparateSubject},
    ids::NeedNo,
    lots::{
        between, delivery,
        protection::{self, HideWhereabouts, NameUser, ProposeEnd, ProtectIdentity, Withhold},
        release, room,
        separate::{self, ApproveSeparateCopy, DraftSeparateCopy},
        signature,
        summons::SummonsStatus,
    },
    party::Receiver,
    waiting::{Owner, TaskKind},
};

const DAY: &str = "2026-09-03";

fn apply(world: &mut World, decided: Result<Vec<Event>, Refusal>) {
    world.events.extend(decided.expect("it is allowed"));
}

fn protect(world: &mut World, who: &str, grade: ProtectionGrade) {
    let command = ProtectIdentity { person: world.person(who), grade, by: world.person("initiator") };
    let decided = protection::protect(&world.process(), now(DAY), command);
    apply(world, decided);
}

fn hide_from_the_father(world: &mut World) {
    protect(world, "mother", ProtectionGrade::ProtectedRegistration);
    let (from, by) = (world.person("father"), world.person("initiator"));
    let command = HideWhereabouts { from, reason: world.text(), by };
    let decided = protection::hide_whereabouts(&world.process(), now(DAY), command);
    apply(world, decided);
}

fn ask_and_name(world: &mut World, unit: &str, person: &str) {
    let (unit, person, by) = (world.unit(unit), world.person(person), world.person("manager"));
    let decided = protection::ask_for_users(&world.process(), now(DAY), unit, world.person("initiator"));
    apply(world, decided);
    let decided = protection::name_user(&world.process(), now(DAY), NameUser { unit, person, by });
    apply(world, decided);
}

fn draft(
    world: &World,
    subject: SeparateSubject,
    text: FormText,
    clean: bool,
) -> Result<Vec<Event>, Refusal> {
    let (receiver, by) = (world.person("father"), world.person("initiator"));
    separate::draft(&world.process(), now(DAY), DraftSeparateCopy { receiver, subject, text, by, clean })
}

fn apart(world: &World) -> FormText {
    FormText { text: world.text(), hash: TextHash([3; 32]) }
}

/// A separate copy of the first summons, compared by the second reader.
fn with_a_separate_summons(world: &mut World) -> FormText {
    let text = apart(world);
    let decided = draft(world, SeparateSubject::Summons { summons: SummonsNo(1) }, text, true);
    apply(world, decided);
    let command =
        ApproveSeparateCopy { copy: SeparateCopyNo(1), by: world.person("second"), shown: text.hash };
    let decided = separate::approve(&world.process(), now(DAY), command);
    apply(world, decided);
    text
}

fn signs(process: &Process, person: PersonId, shown: TextHash) -> Result<usize, Refusal> {
    let (summons, method) = (SummonsNo(1), SignatureMethod::Screen);
    let command = signature::SignSummons { summons, person, method, shown, by: person };
    signature::sign(process, now(DAY), command).map(|events| events.len())
}

/// PID-1: one person switches it on, at once; it is only raised, and pressing twice is no error.
#[test]
fn the_mark_is_switched_on_by_one_and_only_raised() {
    let mut world = until("| = prepared");
    assert!(!world.process().is_protected());
    protect(&mut world, "mother", ProtectionGrade::SecrecyMarking);
    assert!(world.process().is_protected());
    protect(&mut world, "mother", ProtectionGrade::ProtectedRegistration);
    let again = |grade| {
        let (person, by) = (world.person("mother"), world.person("initiator"));
        protection::protect(&world.process(), now(DAY), ProtectIdentity { person, grade, by })
    };
    assert_eq!(again(ProtectionGrade::ProtectedRegistration), Ok(vec![]));
    assert_eq!(again(ProtectionGrade::SecrecyMarking), Err(Refusal::ProtectionOnlyRaised));
    let stranger = ProtectIdentity {
        person: world.person("bup"),
        grade: ProtectionGrade::SecrecyMarking,
        by: world.person("initiator"),
    };
    assert_eq!(protection::protect(&world.process(), now(DAY), stranger), Err(Refusal::NotAParticipant));
}

/// PID-1: it takes two persons to switch it off, and never the same one twice.
#[test]
fn the_mark_is_switched_off_by_two() {
    let mut world = until("| = prepared");
    hide_from_the_father(&mut world);
    let (mother, first) = (world.person("mother"), world.person("initiator"));
    let end = |world: &World, by| protection::end(&world.process(), now(DAY), mother, by);
    assert_eq!(end(&world, first), Err(Refusal::EndNotProposed));
    let proposed = ProposeEnd { person: mother, reason: world.text(), by: first };
    let decided = protection::propose_end(&world.process(), now(DAY), proposed);
    apply(&mut world, decided);
    assert_eq!(end(&world, first), Err(Refusal::SecondPersonNeeded));
    assert!(world.process().is_protected());
    // A mark that is raised meanwhile has to be proposed anew.
    let mut raised = until("| = prepared");
    raised.events.clone_from(&world.events);
    protect(&mut raised, "child", ProtectionGrade::SecrecyMarking);
    let decided = end(&world, world.person("second"));
    apply(&mut world, decided);
    let process = world.process();
    assert!(!process.is_protected() && process.hidden_guardians(now(DAY).today()).is_empty());
    let decided = end(&raised, raised.person("second"));
    apply(&mut raised, decided);
    assert!(raised.process().is_protected(), "the child's own mark is another");
    assert!(raised.process().hides_whereabouts_from(raised.person("father")));
}

/// PID-10: the link between two identities is stored nowhere.
#[test]
fn an_assumed_identity_is_stored_nowhere() {
    let world = until("| = prepared");
    let (person, by) = (world.person("mother"), world.person("initiator"));
    let command = ProtectIdentity { person, grade: ProtectionGrade::AssumedIdentity, by };
    assert_eq!(protection::protect(&world.process(), now(DAY), command), Err(Refusal::AssumedIdentity));
}

/// PID-2: a text that awaits signature may say too much, so it is opened again.
#[test]
fn a_text_that_awaits_signature_is_opened_again() {
    let mut world = until("freezes social,habilitation,bup                | ok");
    protect(&mut world, "mother", ProtectionGrade::SecrecyMarking);
    assert_eq!(world.process().summonses.last().unwrap().1.status, SummonsStatus::Reopened);
}

/// PID-2: whereabouts are hidden from a guardian whom the protection is not for.
#[test]
fn whereabouts_are_hidden_from_a_guardian_who_is_not_protected() {
    let mut world = until("| = prepared");
    let hide = |world: &World, who: &str| {
        let (from, by) = (world.person(who), world.person("initiator"));
        let command = HideWhereabouts { from, reason: world.text(), by };
        protection::hide_whereabouts(&world.process(), now(DAY), command).map(|events| events.len())
    };
    assert_eq!(hide(&world, "father"), Err(Refusal::NotProtected));
    hide_from_the_father(&mut world);
    assert_eq!(hide(&world, "mother"), Err(Refusal::ProtectedThemselves));
    assert_eq!(hide(&world, "child"), Err(Refusal::NotASignatory));
    assert_eq!(hide(&world, "father"), Ok(0));
    assert_eq!(world.process().hidden_guardians(now(DAY).today()), [world.person("father")]);
}

/// PID-4: the summons goes to no unit whose manager has named nobody, and only the named take part.
#[test]
fn nothing_goes_to_a_unit_before_its_manager_has_named_somebody() {
    let mut world = until("| = ready_to_send");
    protect(&mut world, "mother", ProtectionGrade::SecrecyMarking);
    let bup = world.unit("bup");
    let name = |world: &World, who: &str| {
        let (person, by) = (world.person(who), world.person("manager"));
        protection::name_user(&world.process(), now(DAY), NameUser { unit: bup, person, by })
    };
    assert_eq!(name(&world, "bup"), Err(Refusal::UsersNotAsked { unit: bup }));
    let send = |world: &World| {
        let units = vec![(bup, Channel::FunctionInbox)];
        delivery::dispatch(&world.process(), now(DAY), delivery::Dispatch { units })
    };
    assert_eq!(send(&world), Err(Refusal::UsersNotNamed { unit: bup }));
    let asked = |world: &World| {
        let tasks = world.process().tasks(&world.calendar, now(DAY).today());
        tasks.iter().filter(|task| task.owner == Owner::Manager(bup)).count()
    };
    let paediatrics = world.unit("paediatrics");
    let by = world.person("initiator");
    let unnamed = protection::ask_for_users(&world.process(), now(DAY), paediatrics, by);
    assert_eq!(unnamed, Err(Refusal::ConsentNotActive { unit: paediatrics }));
    let decided = protection::ask_for_users(&world.process(), now(DAY), bup, by);
    apply(&mut world, decided);
    assert_eq!(asked(&world), 1);
    assert_eq!(name(&world, "mother"), Err(Refusal::NotAParticipant));
    let decided = name(&world, "bup");
    apply(&mut world, decided);
    assert_eq!(asked(&world), 0);
    let decided = send(&world);
    apply(&mut world, decided);
    let takes_part = |world: &World, who: &str| {
        let command = delivery::NameParticipant { unit: bup, person: world.person(who) };
        delivery::name_participant(&world.process(), now(DAY), command).map(|events| events.len())
    };
    assert_eq!(takes_part(&world, "social"), Err(Refusal::NotANamedUser));
    assert_eq!(takes_part(&world, "bup"), Ok(1));
}

/// PID-4, T16: a name that is taken back is back at once, and a Lots goes with it.
#[test]
fn a_name_is_taken_back_and_the_lots_goes_with_it() {
    let mut world = until("= assessing");
    protect(&mut world, "mother", ProtectionGrade::SecrecyMarking);
    ask_and_name(&mut world, "habilitation", "habilitation");
    let (unit, person, by) =
        (world.unit("habilitation"), world.person("habilitation"), world.person("manager"));
    assert!(world.process().may_be_handled_by(unit, person));
    let day = now("2026-10-05");
    let decided = protection::remove_user(&world.process(), day, NameUser { unit, person, by });
    apply(&mut world, decided);
    let process = world.process();
    assert!(!process.may_be_handled_by(unit, person));
    assert_eq!(process.plan.lots_person(), None);
    assert_eq!(process.paused(day.today()).map(|(reason, _)| reason), Some(PauseReason::NoLots));
}

/// PID-6, AU-7: a guardian from whom whereabouts are hidden signs the copy that two persons have compared, and no
/// other text.
#[test]
fn a_guardian_apart_signs_the_separate_copy() {
    let mut world = until("| = prepared");
    hide_from_the_father(&mut world);
    assert_eq!(world.act(DAY, "mother", "freezes social,habilitation,bup"), "ok");
    let (father, mother) = (world.person("father"), world.person("mother"));
    let missing = Refusal::SeparateCopyMissing { person: father };
    assert_eq!(signs(&world.process(), father, hash()), Err(missing.clone()));
    let subject = SeparateSubject::Summons { summons: SummonsNo(1) };
    let text = apart(&world);
    assert_eq!(draft(&world, subject, text, false), Err(Refusal::TellsWhereabouts));
    let decided = draft(&world, subject, text, true);
    apply(&mut world, decided);
    assert_eq!(signs(&world.process(), father, text.hash), Err(missing));
    let approve = |world: &World, who: &str, shown| {
        let command = ApproveSeparateCopy { copy: SeparateCopyNo(1), by: world.person(who), shown };
        separate::approve(&world.process(), now(DAY), command)
    };
    assert_eq!(approve(&world, "initiator", text.hash), Err(Refusal::SecondPersonNeeded));
    assert_eq!(approve(&world, "second", hash()), Err(Refusal::TextChanged));
    let decided = approve(&world, "second", text.hash);
    apply(&mut world, decided);
    assert_eq!(signs(&world.process(), father, hash()), Err(Refusal::TextChanged));
    assert_eq!(signs(&world.process(), father, text.hash), Ok(1));
    assert_eq!(signs(&world.process(), mother, text.hash), Err(Refusal::TextChanged));
    assert_eq!(signs(&world.process(), mother, hash()), Ok(1));
}

/// PID-6: nothing waits for a guardian apart that could not be read, and the second reader is waited for.
#[test]
fn what_waits_is_what_can_be_read() {
    let mut world = until("| = prepared");
    hide_from_the_father(&mut world);
    ask_and_name(&mut world, "school-health", "second");
    assert_eq!(world.act(DAY, "mother", "freezes social,habilitation,bup"), "ok");
    let waits = |world: &World, who: &str| {
        let owner = Owner::Person(world.person(who));
        let tasks = world.process().tasks(&world.calendar, now(DAY).today());
        tasks.into_iter().filter(|task| task.owner == owner).map(|task| task.kind).collect::<Vec<_>>()
    };
    assert_eq!(waits(&world, "father"), []);
    assert!(waits(&world, "mother").contains(&TaskKind::SignSummons));
    let write = TaskKind::WriteSeparateCopy { person: world.person("father") };
    assert!(waits(&world, "initiator").contains(&write));
    let decided = draft(&world, SeparateSubject::Summons { summons: SummonsNo(1) }, apart(&world), true);
    apply(&mut world, decided);
    assert_eq!(waits(&world, "second"), [TaskKind::CompareSeparateCopy { copy: SeparateCopyNo(1) }]);
    assert_eq!(waits(&world, "father"), []);
    let mut compared = until("| = prepared");
    compared.events.clone_from(&world.events);
    compared.events.truncate(world.events.len() - 1);
    with_a_separate_summons(&mut compared);
    assert_eq!(waits(&compared, "father"), [TaskKind::SignSummons]);
}

/// PID-6: a plan is released with the separate copy, and a change is told to the others at once.
#[test]
fn a_plan_is_released_with_the_separate_copy() {
    let mut world = until("2026-09-30       | father       | accepts-the-plan");
    hide_from_the_father(&mut world);
    let day = now("2026-09-30");
    let father = Receiver::Family { person: world.person("father") };
    let version = world.process().plan.versions().next_back().unwrap().0;
    let release = |world: &World, fathers: FormText, whereabouts_checked| {
        let whole = FormText { text: world.text(), hash: hash() };
        let copies = world.process().receivers(day.today()).into_iter().map(|receiver| release::Copy {
            receiver,
            text: if receiver == father { fathers } else { whole },
        });
        let command = release::ReleasePlan { version, copies: copies.collect(), whereabouts_checked };
        release::release(&world.process(), day, command).map(|_| ())
    };
    let text = apart(&world);
    let missing = Err(Refusal::SeparateCopyMissing { person: world.person("father") });
    assert_eq!(release(&world, text, false), Err(Refusal::WhereaboutsNotChecked));
    assert_eq!(release(&world, text, true), missing);
    let decided = draft(&world, SeparateSubject::Plan { version }, text, true);
    apply(&mut world, decided);
    assert_eq!(release(&world, text, true), missing);
    let command =
        ApproveSeparateCopy { copy: SeparateCopyNo(1), by: world.person("second"), shown: text.hash };
    let decided = separate::approve(&world.process(), day, command);
    apply(&mut world, decided);
    assert_eq!(release(&world, FormText { text: text.text, hash: hash() }, true), missing);
    assert_eq!(release(&world, text, true), Ok(()));
    let told = world.process().told_at_once(day.today());
    assert!(!told.contains(&father) && told.contains(&Receiver::Family { person: world.person("mother") }));
}

/// PID-7: whoever must not learn where anybody is, is met apart.
#[test]
fn a_guardian_apart_is_met_apart() {
    let mut world = until("= initial_booked");
    hide_from_the_father(&mut world);
    let day = now("2026-09-29");
    let attend = |who: &str, presence| {
        let attendee = Attendee::Family { person: world.person(who) };
        let rows = vec![AttendanceRow { attendee, presence, knows_purpose: true }];
        let meeting = domain::MeetingNo(1);
        let command = room::RecordAttendance { meeting, rows, secretary: world.text(), complete: false };
        room::record_attendance(&world.process(), day, command).map(|_| ())
    };
    let apart = Err(Refusal::SeparateSittings { person: world.person("father") });
    assert_eq!(attend("father", Presence::Whole), apart);
    assert_eq!(attend("father", Presence::AbsentWithNotice), Ok(()));
    assert_eq!(attend("mother", Presence::Whole), Ok(()));
}

/// PID-9: while an identity is protected, texts are read for what tells where anybody is.
#[test]
fn texts_are_read_for_whereabouts() {
    let mut world = until("= assessing");
    let day = now("2026-10-05");
    let tell = |world: &World, whereabouts_checked| {
        let receivers = world.process().told_at_once(day.today());
        let by = world.person("habilitation");
        let command = between::TellChange { by, text: world.text(), receivers, whereabouts_checked };
        between::tell(&world.process(), day, command).map(|_| ())
    };
    assert_eq!(tell(&world, false), Ok(()));
    protect(&mut world, "child", ProtectionGrade::SecrecyMarking);
    assert_eq!(tell(&world, false), Err(Refusal::WhereaboutsNotChecked));
    assert_eq!(tell(&world, true), Ok(()));
}

/// AC-7: what is withheld from one guardian goes to that guardian in no copy, nor what springs from it; the others
/// have it.
#[test]
fn what_is_withheld_from_one_guardian_stays_with_the_others() {
    let mut world = until("= assessing");
    let (mother, father, on) = (world.person("mother"), world.person("father"), now("2026-10-05").today());
    let has = |world: &World, person| {
        let process = world.process();
        let need = process.plan.needs[0];
        process.need_is_for(&need, Receiver::Family { person }, on)
    };
    let item = PlanItem::Need { need: NeedNo(1) };
    let withhold = |world: &World, item, from| {
        let (reason, by) = (world.text(), world.person("habilitation"));
        protection::withhold(&world.process(), now("2026-10-05"), Withhold { item, from, reason, by })
    };
    assert!(has(&world, father) && has(&world, mother));
    assert_eq!(withhold(&world, item, world.person("child")), Err(Refusal::NotASignatory));
    assert_eq!(withhold(&world, PlanItem::Need { need: NeedNo(99) }, father), Err(Refusal::NoSuchLine));
    let decided = withhold(&world, item, father);
    apply(&mut world, decided);
    assert!(!has(&world, father) && has(&world, mother));
    let by = world.person("habilitation");
    let decided = protection::show(&world.process(), now("2026-10-05"), item, father, by);
    apply(&mut world, decided);
    assert!(has(&world, father));
}
