//! How does one make a world so large that only a benchmark lives in it?
//!
//! Every process is played in memory, by the same rules as the demo, and stored as one act. However many there
//! are, a professional takes part in about as many of them as one does in life.

use std::sync::Arc;

use domain::{
    PersonId, UnitId,
    organisation::{Organisation, PrincipalCode},
    party::CustodyForm,
};
use jiff::civil::Date;
use store::{Person, Role, SeatId, SeatRow, Store};

use super::{
    fill::{FillFault, at_once},
    life,
    people::{DemoPeople, FamilyEntry, RelativeEntry, RoleWord, SeatEntry, StaffEntry, fixed_id, person_id},
    play::{Play, Scene, process_id},
    stage::Stage,
    story::{Milestone, Story, Tale},
};
use crate::clock::Clock;

/// How many processes somebody takes part in.
const PROCESSES_EACH: u32 = 30;
/// How many processes are measured.
const MEASURED: u32 = 64;
/// How many are played at once: enough for their acts to share a wait for the disk.
const WORKERS: u32 = 64;
const HASSLEHOLM: PrincipalCode = PrincipalCode(1293);

/// The four who take part in a process, and the units they can come from.
const PARTS: [(&str, &[u32]); 4] = [
    ("initiator", &[129_303, 129_003, 127_203, 127_303, 127_503, 125_603]),
    ("called-1", &[129_305, 129_005, 127_205, 127_305, 127_505, 125_605]),
    ("called-2", &[12_201, 12_202]),
    ("called-3", &[12_101, 12_102]),
];

/// How far the processes have come, in turn; the day is the same for one step, so that it is computed once.
const STEPS: [(Milestone, i64); 8] = [
    (Milestone::Received, 3),
    (Milestone::Booked, 5),
    (Milestone::Initial, 2),
    (Milestone::Released, 10),
    (Milestone::Released, 30),
    (Milestone::SecondReleased, 12),
    (Milestone::SecondReleased, 30),
    (Milestone::Released, 20),
];

/// Fills an empty store with so many processes.
///
/// Answers the requests to measure, a line each: method, name, seat, address, form.
///
/// # Errors
/// When the database fails, or somebody in it says no.
pub async fn make(
    store: &Store,
    organisation: &Organisation,
    clock: &Clock,
    processes: u32,
) -> Result<Vec<String>, FillFault> {
    let today = clock.now().today();
    let (people, story) = (DemoPeople::shipped(organisation)?, Story::shipped()?);
    let each = processes.div_ceil(PROCESSES_EACH).max(1);
    let staff: Vec<StaffEntry> = (0..each)
        .flat_map(|number| (0..PARTS.len()).map(move |part| (part, number)))
        .map(|(part, number)| member(&people, part, number))
        .collect();
    let stage = Arc::new(Stage::new(organisation.clone(), clock.clone(), story, &staff));
    put_staff(store, staff, today).await?;
    let workers = (0..WORKERS).map(|worker| {
        let (store, stage, people) = (store.clone(), stage.clone(), people.clone());
        async move {
            for number in (worker..processes).step_by(WORKERS as usize) {
                one(&store, &stage, &people, number, each).await?;
            }
            Ok(())
        }
    });
    at_once(workers).await?;
    seats(store, processes, each, today).await?;
    Ok(requests(processes, each))
}

fn staff_key(part: usize, number: u32) -> String {
    format!("synthetic-{}-{number}", PARTS[part].0)
}

/// Whose process it is: neighbours have different people around them.
fn staff_number(part: usize, process: u32, each: u32) -> u32 {
    // Parts turn at different speeds, so that nobody meets the same three others each time.
    let turn = u32::try_from(part).unwrap_or(0) * (process / each);
    (process + turn) % each
}

fn member(people: &DemoPeople, part: usize, number: u32) -> StaffEntry {
    let like = &people.staff[(number as usize + part) % people.staff.len()];
    let units = PARTS[part].1;
    let unit = UnitId(units[number as usize % units.len()]);
    StaffEntry {
        key: staff_key(part, number),
        seats: vec![SeatEntry { role: RoleWord::Staff, unit: Some(unit), inbox: false, place: None }],
        ..like.clone()
    }
}

async fn put_staff(store: &Store, staff: Vec<StaffEntry>, today: Date) -> Result<(), FillFault> {
    let people = DemoPeople { staff, families: vec![] }.people(today);
    let shares = people.chunks(people.len().div_ceil(WORKERS as usize).max(1)).map(<[Person]>::to_vec);
    let shares: Vec<_> = shares.collect();
    at_once(shares.into_iter().map(|share| {
        let store = store.clone();
        async move {
            for person in share {
                store.put_person(person).await?;
            }
            Ok(())
        }
    }))
    .await
}

/// A family with the names of the demo's, mixed anew.
fn family(people: &DemoPeople, number: u32) -> FamilyEntry {
    let like = |step: u32| &people.families[(number / step) as usize % people.families.len()];
    let count = u32::try_from(people.families.len()).unwrap_or(1);
    let first = like(1).child.name.split(' ').next().unwrap_or_default();
    let last = like(count).child.name.rsplit(' ').next().unwrap_or_default();
    let key = format!("synthetic-{number}");
    let relative = |who: &str, name: String, age: u16| RelativeEntry {
        key: format!("{key}-{who}"),
        name,
        who: who.to_owned(),
        age: [age, (number % 12) as u16, (number % 28) as u16],
        phone: None,
        address: None,
        legal: true,
        protected: false,
        coordination_number: false,
        speaks: None,
        needs_interpreter: false,
        signs_in: true,
    };
    let guardian = |at: usize| {
        let of = &like(1).guardians;
        of[at % of.len()].name.split(' ').next().unwrap_or_default().to_owned()
    };
    FamilyEntry {
        name: last.to_owned(),
        municipality: HASSLEHOLM,
        custody: CustodyForm::Joint,
        placed: false,
        school: like(1).school.clone(),
        about: String::new(),
        child: relative("child", format!("{first} {last}"), (6 + number % 9) as u16),
        guardians: vec![
            relative("guardian-1", format!("{} {last}", guardian(0)), 38),
            relative("guardian-2", format!("{} {last}", guardian(1)), 41),
        ],
        key,
    }
}

/// The tale of one process: the shared one, with its own people.
fn tale(template: &Tale, number: u32, each: u32) -> Tale {
    let key_of = |part: usize| staff_key(part, staff_number(part, number, each));
    let real = |key: &mut String| {
        if let Some(part) = PARTS.iter().position(|(name, _)| name == key) {
            *key = key_of(part);
        }
    };
    let mut tale = template.clone();
    let (until, ago) = STEPS[number as usize % STEPS.len()];
    (tale.until, tale.ago) = (until, ago);
    (tale.key, tale.family) = (format!("synthetic-{number}"), format!("synthetic-{number}"));
    tale.initiator = key_of(0);
    tale.called.iter_mut().for_each(|called| real(&mut called.by));
    tale.lines.iter_mut().for_each(|line| real(&mut line.by));
    real(&mut tale.lots);
    real(&mut tale.lead);
    tale
}

async fn one(
    store: &Store,
    stage: &Arc<Stage>,
    people: &DemoPeople,
    number: u32,
    each: u32,
) -> Result<(), FillFault> {
    let today = stage.clock.now().today();
    let (tale, family) = (tale(&stage.story.synthetic, number, each), Arc::new(family(people, number)));
    let scene = Scene::Memory { events: vec![] };
    let mut play = Play::new(stage.clone(), family.clone(), &tale.key, scene);
    life::live(&mut play, &tale).await?;
    let actor = play.actor(&tale.initiator)?;
    let (id, events, mut brought) = play.played();
    let around = DemoPeople { staff: vec![], families: vec![FamilyEntry::clone(&family)] };
    brought.guardians =
        around.guardianships().into_iter().map(|one| (one.child, one.guardian, one.legal)).collect();
    brought.people = around.people(today);
    // The serials of made-up personal numbers are few; here there may be more people born on one day.
    brought.people.iter_mut().for_each(|person| person.personal_id = None);
    store.open_process(id, actor, stage.clock.now(), brought, move || Ok(events.clone())).await?;
    Ok(())
}

/// Which processes are measured: spread over the whole, and all of them far enough to have a plan.
pub(super) fn measured(processes: u32) -> impl Iterator<Item = u32> {
    let step = (processes / MEASURED).max(1);
    let has_plan = |number: &u32| STEPS[*number as usize % STEPS.len()].0 >= Milestone::Initial;
    let starts = (0..processes).step_by(step as usize).take(MEASURED as usize);
    starts.filter_map(move |start| (start..processes).find(has_plan))
}

fn initiator(process: u32, each: u32) -> String {
    staff_key(0, staff_number(0, process, each))
}

pub(super) fn guardian(process: u32) -> String {
    format!("synthetic-{process}-guardian-1")
}

fn seat_id(key: &str) -> SeatId {
    SeatId(fixed_id("seat", key))
}

/// Seats for those who are measured; more would not fit on the demo's sign-in page.
async fn seats(store: &Store, processes: u32, each: u32, today: Date) -> Result<(), FillFault> {
    let mut seated: Vec<(String, Role, Option<UnitId>)> = vec![];
    for process in measured(processes) {
        let number = staff_number(0, process, each) as usize;
        let unit = UnitId(PARTS[0].1[number % PARTS[0].1.len()]);
        seated.push((initiator(process, each), Role::Staff, Some(unit)));
        seated.push((guardian(process), Role::Family, None));
    }
    seated.sort_by(|one, other| one.0.cmp(&other.0));
    seated.dedup_by(|one, other| one.0 == other.0);
    for (key, role, unit) in seated {
        let person: PersonId = person_id(&key);
        let seat = SeatRow {
            id: seat_id(&key),
            person,
            role,
            unit,
            inbox: false,
            valid_from: today,
            valid_to: None,
            place: None,
        };
        store.put_seat(seat).await?;
    }
    Ok(())
}

/// What the benchmark asks for: pages of processes, work lists, and an act that can be done again and again.
fn requests(processes: u32, each: u32) -> Vec<String> {
    let seat = |key: &str| seat_id(key).0.simple();
    let mut lines = vec![];
    for process in measured(processes) {
        let (id, staff) = (process_id(&format!("synthetic-{process}")), initiator(process, each));
        lines.push(format!("GET process-page {} /processes/{id}", seat(&staff)));
        lines.push(format!("GET work-list {} /work", seat(&staff)));
        lines.push(format!(
            "POST need-recorded {} /family/processes/{id}/plan/needs/new words=measured&kind=school",
            seat(&guardian(process)),
        ));
    }
    lines
}
