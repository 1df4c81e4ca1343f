//! Does anything that is shielded turn up where it may not?
//!
//! Words that stand nowhere else are put where shielded things lie. Then everybody around the process asks for every
//! address, and the words are looked for in what was answered, in what was logged, and in every column of every
//! table.

use std::{
    collections::BTreeSet,
    io,
    sync::{Arc, Mutex},
};

use axum::http::Method;
use domain::{
    PersonId, Process, ProcessId, TextId, UnitId,
    choice::{LegalBasis, ProtectionGrade},
    event::protection::PlanItem,
    lots::{between, other_ground, protection},
    organisation::Organisation,
};
use jiff::ToSpan as _;
use policy::Action;
use store::{Brought, NewText, Person, Role};
use tracing_subscriber::fmt::MakeWriter;
use uuid::Uuid;

use super::{
    super::client::Client,
    addresses::{Addresses, filled, names},
    ground::{Ground, TODAY, block_on, noon},
    personas::{Persona, Tie},
    worlds::secrets::Base,
};

/// How to reach somebody protected: it is stored nowhere, and nobody reads it (AC-8).
const REACHED: &str = "kanariegatan 17";
/// What is said about a third person: for whoever wrote it and those who lead (CON-20).
const THIRD_PERSON: &str = "Kanariefarfar";
/// Why something is withheld from a guardian: for those who lead (AC-7).
const WITHHELD: &str = "Kanarieskäl";
/// Why a unit disclosed something on another ground: for that unit (AC-10).
const DISCLOSED: &str = "Kanariegrund";
/// What somebody typed in a search and at the door: it is kept nowhere.
const TYPED: &str = "kanariesökt";
const ALL: [&str; 5] = [REACHED, THIRD_PERSON, WITHHELD, DISCLOSED, TYPED];

/// Where shielded words may lie: the one place that disposal empties.
const VAULT: [&str; 1] = ["content.body"];

/// Everything that was logged.
#[derive(Clone, Default)]
struct Logged(Arc<Mutex<Vec<u8>>>);

impl io::Write for Logged {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Logged {
    type Writer = Logged;

    fn make_writer(&'a self) -> Logged {
        self.clone()
    }
}

/// AC-7, AC-8, AC-10, CON-20: what is shielded stands in its own place and in no other.
#[test]
fn what_is_shielded_turns_up_nowhere_else() {
    let logged = Logged::default();
    let log = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_writer(logged.clone())
        .with_ansi(false)
        .finish();
    let faults = tracing::subscriber::with_default(log, || {
        tracing::info!("the log is listened to");
        block_on(looked_for())
    });
    let logged = String::from_utf8_lossy(&logged.0.lock().unwrap()).into_owned();
    assert!(logged.contains("the log is listened to"));
    let in_log: Vec<&str> = ALL.into_iter().filter(|word| logged.contains(word)).collect();
    assert!(in_log.is_empty(), "the log holds {in_log:?}");
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

async fn looked_for() -> Vec<String> {
    let (base, addresses) = (Base::new().await, Addresses::new());
    let ground = Ground::over(&base.world, noon(TODAY));
    let (ids, unit) = planted(&base, &ground).await;
    let mut faults = BTreeSet::new();
    let (mut asked, mut seen) = (0, BTreeSet::new());
    for id in ids {
        let process = ground.process(id).await;
        let writer = process.changes.last().map(|change| change.by);
        for persona in base.personas(&process) {
            let mut client = Client::at(&ground.site, persona.token.clone());
            for path in asked_for(&addresses, id, &process) {
                let reply = client.get(&path).await;
                asked += 1;
                let answered = format!("{:?}\n{}", reply.headers, reply.body);
                for word in ALL.into_iter().filter(|word| answered.contains(word)) {
                    if may_read(word, &persona, writer, process.lead(), unit) {
                        seen.insert(word);
                    } else {
                        faults.insert(format!("{} reads {word} at {path}", persona.kind));
                    }
                }
            }
            types(&mut client).await;
        }
    }
    for word in ALL {
        let lies = ground.inspection.columns_with(word).unwrap();
        let shielded = ![REACHED, TYPED].contains(&word);
        let wanted: BTreeSet<String> = VAULT.into_iter().filter(|_| shielded).map(str::to_owned).collect();
        if lies != wanted {
            faults.insert(format!("{word} lies in {lies:?}"));
        }
    }
    println!(
        "{asked} answers, {} tables; read by those who may: {seen:?}",
        ground.inspection.everything().unwrap().len()
    );
    if ![THIRD_PERSON, WITHHELD, DISCLOSED].iter().all(|word| seen.contains(word)) {
        faults.insert(format!("even those who may read it did not: {seen:?}"));
    }
    faults.into_iter().collect()
}

fn may_read(word: &str, persona: &Persona, writer: Option<PersonId>, lead: PersonId, unit: UnitId) -> bool {
    let person = persona.row().map(|row| row.person);
    let leads = ["Initiator", "Lots", "Chair", "SecondReader"];
    let leads = person == Some(lead) || leads.iter().any(|ground| persona.kind.contains(ground));
    let stands = persona.tie == Tie::Standing;
    match word {
        THIRD_PERSON => stands && (leads || (person.is_some() && person == writer)),
        WITHHELD => stands && leads,
        DISCLOSED => stands && persona.row().is_some_and(|row| row.unit == Some(unit)),
        _ => false,
    }
}

/// Every address, about the process where one can be named.
fn asked_for(addresses: &Addresses, id: ProcessId, process: &Process) -> Vec<String> {
    let child = process.child();
    let place = |name: &str| match name {
        "process" => Some(id.to_string()),
        "person" => Some(child.to_string()),
        "unit" => Some(process.opening.unit.to_string()),
        _ => Some("1".to_owned()),
    };
    let routes = addresses.routes.iter().filter(|route| route.method == Method::GET);
    let routes = routes.filter(|route| names(route.path).all(|name| name != "name"));
    routes.filter_map(|route| filled(route.path, place)).collect()
}

/// Somebody looks for a name, and tries one at the door.
async fn types(client: &mut Client) {
    client.post("/processes", &[("name", TYPED), ("state", TYPED)]).await;
    client.get(&format!("/processes?state={TYPED}")).await;
    client.post("/sign-in", &[("username", TYPED), ("password", TYPED)]).await;
}

/// Puts the words where such things lie, as it is done for real.
async fn planted(base: &Base, ground: &Ground) -> ([ProcessId; 2], UnitId) {
    let fits = |process: &Process| {
        let unit = process.plan.lines().next().map(|(_, line)| line.unit);
        let may = |action| base.who_may(process, ground, action).is_some();
        may(Action::TellChange)
            && may(Action::WithholdItem)
            && process.guardians(TODAY).count() > 1
            && unit.is_some_and(|unit| may(Action::DecideOtherGround { unit }))
    };
    let id = base.where_may_someone(ground, fits).await;
    let process = ground.process(id).await;
    tells(base, ground, id, &process).await;
    withholds(base, ground, id, &process).await;
    let unit = discloses(base, ground, id, &process).await;
    // Somebody else becomes protected: here the units are to get in.
    let another = |other: &Process| {
        let may = base.who_may(other, ground, Action::Protect).is_some();
        may && other.child() != process.child() && other.guardians(TODAY).count() > 0 && !other.is_protected()
    };
    let other = base.where_may_someone(ground, another).await;
    protects(base, ground, other).await;
    ([id, other], unit)
}

fn text(number: u128, body: String) -> (TextId, Brought) {
    let id = TextId(Uuid::from_u128(number));
    (id, Brought { texts: vec![NewText { id, body }], ..Brought::default() })
}

async fn tells(base: &Base, ground: &Ground, id: ProcessId, process: &Process) {
    let now = ground.app.clock.now();
    let (text, brought) = text(0xca1, format!("Det går bra. [[{THIRD_PERSON} dricker.]] Vi ses."));
    let actor = base.who_may(process, ground, Action::TellChange).unwrap();
    let (by, receivers) = (actor.person, process.told_at_once(TODAY));
    let change = between::TellChange { by, text, receivers, whereabouts_checked: true };
    let tell = move |process: &Process| between::tell(process, now, change.clone());
    ground.app.store.change(id, actor, Action::TellChange, now, brought, tell).await.unwrap();
}

async fn withholds(base: &Base, ground: &Ground, id: ProcessId, process: &Process) {
    let now = ground.app.clock.now();
    let (reason, brought) = text(0xca2, format!("{WITHHELD}: det skulle skada barnet"));
    let actor = base.who_may(process, ground, Action::WithholdItem).unwrap();
    let item = PlanItem::Line { commitment: process.plan.lines().next().unwrap().0 };
    let from = process.guardians(TODAY).last().unwrap();
    let command = protection::Withhold { item, from, reason, by: actor.person };
    let withhold = move |process: &Process| protection::withhold(process, now, command);
    ground.app.store.change(id, actor, Action::WithholdItem, now, brought, withhold).await.unwrap();
}

/// One unit's line, to somebody at a unit that has nothing to do with the process.
async fn discloses(base: &Base, ground: &Ground, id: ProcessId, process: &Process) -> UnitId {
    let now = ground.app.clock.now();
    let (reason, brought) = text(0xca3, format!("{DISCLOSED}: barnet behöver det"));
    let (line, unit) = process.plan.lines().map(|(number, line)| (number, line.unit)).next().unwrap();
    let action = Action::DecideOtherGround { unit };
    let actor = base.who_may(process, ground, action).unwrap();
    let mut seats = ground.seats().await.into_iter().map(|seated| seated.seat);
    let elsewhere = |at: UnitId| at != unit && process.deliveries.of(at).is_none();
    let reader = seats.find(|row| row.role == Role::Staff && row.unit.is_some_and(elsewhere)).unwrap();
    let command = other_ground::DecideOtherGround {
        from: unit,
        to: reader.unit.unwrap(),
        reader: reader.person,
        basis: LegalBasis::NecessaryForOwnWork,
        lines: vec![line],
        reason,
        kept_from_family: None,
        until: TODAY.saturating_add(30.days()),
        by: actor.person,
    };
    let organisation = Organisation::default();
    let decide = move |process: &Process| other_ground::decide(process, &organisation, now, command.clone());
    ground.app.store.change(id, actor, action, now, brought, decide).await.unwrap();
    unit
}

/// Where to reach somebody lies there until the mark comes on, goes with it, and does not come to lie there later.
async fn protects(base: &Base, ground: &Ground, id: ProcessId) {
    let store = &ground.app.store;
    let process = ground.process(id).await;
    let person = process.guardians(TODAY).next().unwrap();
    let known = store.person(person).await.unwrap().unwrap();
    let reached = || Some(REACHED.to_owned());
    let known = Person { phone: reached(), email: reached(), address: reached(), protected: false, ..known };
    store.put_person(known.clone()).await.unwrap();
    let lies = ground.inspection.columns_with(REACHED).unwrap();
    assert_eq!(lies, ["person.address", "person.email", "person.phone"].map(str::to_owned).into());
    let (now, actor) = (ground.app.clock.now(), base.who_may(&process, ground, Action::Protect).unwrap());
    let command = protection::ProtectIdentity {
        person,
        grade: ProtectionGrade::ProtectedRegistration,
        by: actor.person,
    };
    let protect = move |process: &Process| protection::protect(process, now, command);
    store.change(id, actor, Action::Protect, now, Brought::default(), protect).await.unwrap();
    assert!(ground.inspection.columns_with(REACHED).unwrap().is_empty(), "what lay there went with the mark");
    store.put_person(known).await.unwrap();
}
