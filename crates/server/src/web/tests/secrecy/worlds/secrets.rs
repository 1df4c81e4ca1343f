//! In what do the two worlds differ, and to whom is that nothing in either?
//!
//! Each secret comes about in the second world as it would for real: by a form that is sent, or an act that the
//! policy allows. A new kind of secret is a line in the list and what brings it about.

use std::collections::HashMap;

use axum::http::StatusCode;
use domain::{
    CommitmentNo, Event, PersonId, Process, ProcessId, TextId, UnitId,
    choice::LegalBasis,
    lots::{between, other_ground},
    organisation::Organisation,
    personal_id::PersonalId,
};
use jiff::{ToSpan as _, civil::date};
use policy::{Action, Actor, rule};
use store::{Brought, NewText, Person, Role, SeatId, SeatRow};
use uuid::Uuid;

use super::super::{
    super::{client::Client, stories::form::Form},
    addresses::filled,
    filling::filled_in,
    ground::{Folder, Ground, TODAY, World},
    personas::{Persona, Tie, around},
};

/// A child whom nobody knows yet.
const HIDDEN_CHILD: &str = "Ylva Hemlig";
const GUARDIAN: &str = "Ove Hemlig";

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Secret {
    ProcessThere,
    ConsentGiven,
    Protected,
    WhereReached,
    ThirdPerson,
    Disclosed,
    NamedUser,
}

/// What both worlds begin with: everybody has signed in.
pub struct Base {
    pub world: World,
    seats: Vec<SeatRow>,
    tokens: HashMap<SeatId, String>,
}

impl Secret {
    pub const ALL: [Secret; 7] = [
        Secret::ProcessThere,
        Secret::ConsentGiven,
        Secret::Protected,
        Secret::WhereReached,
        Secret::ThirdPerson,
        Secret::Disclosed,
        Secret::NamedUser,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Secret::ProcessThere => "that a process exists",
            Secret::ConsentGiven => "that a consent was signed",
            Secret::Protected => "that somebody is protected",
            Secret::WhereReached => "where somebody can be reached",
            Secret::ThirdPerson => "what is said about a third person",
            Secret::Disclosed => "a disclosure on another ground",
            Secret::NamedUser => "who has been named to handle it",
        }
    }

    /// The mark goes with the person, so that whoever opens another process about the same person has to see it.
    pub fn follows_the_person(self) -> bool {
        self == Secret::Protected
    }

    /// Brings the secret about, and tells which process it concerns.
    pub async fn made(self, base: &Base, without: &Ground, with: &Ground) -> ProcessId {
        match self {
            Secret::ProcessThere => opened(base, with).await,
            Secret::ConsentGiven => {
                base.acted(with, "/family/processes/{process}/summons", &[("answer", "sign")]).await
            }
            Secret::Protected => {
                let address = "/processes/{process}/protection";
                base.acted(with, address, &[("act", "protect"), ("grade", "secrecy_marking")]).await
            }
            Secret::NamedUser => base.acted(with, "/named-users/{process}", &[]).await,
            Secret::WhereReached => {
                let process = base.first(with, |process| !process.is_protected()).await;
                for (ground, phone) in [(without, "070-174 06 01"), (with, "070-174 06 99")] {
                    let guardian = process.custody.guardians[0].person;
                    let person = ground.app.store.person(guardian).await.unwrap().unwrap();
                    let (phone, email) = (Some(phone.to_owned()), Some(format!("{phone}@example.se")));
                    ground.app.store.put_person(Person { phone, email, ..person }).await.unwrap();
                }
                base.id_of(with, &process).await
            }
            Secret::ThirdPerson => {
                with.inspection.mark().unwrap();
                let id = base.where_may(with, Action::TellChange).await;
                // Who has looked is told to the family: looking for a process is not part of the secret.
                with.begin_anew().await;
                told(base, without, id, "Det går bättre. [[Farfar dricker igen.]] Vi hörs.").await;
                told(base, with, id, "Det går bättre. [[Mostern är anmäld för misshandel.]] Vi hörs.").await;
                id
            }
            Secret::Disclosed => disclosed(base, with).await,
        }
    }

    /// Whether somebody who has a tie to the process must not know of this either.
    pub fn is_nothing_to(self, persona: &Persona, process: &Process, writer: Option<PersonId>) -> bool {
        if persona.tie == Tie::None {
            return true;
        }
        let leads = ["Initiator", "Lots", "Chair", "SecondReader"];
        self == Secret::ThirdPerson
            && !leads.iter().any(|ground| persona.kind.contains(ground))
            && persona.row().is_some_and(|row| Some(row.person) != writer && row.person != process.lead())
    }
}

/// A process about a child whom nobody knows, opened by whoever may.
async fn opened(base: &Base, with: &Ground) -> ProcessId {
    let before = with.processes().await;
    let number = PersonalId::fictional(date(2014, 3, 2), 77).whole();
    let page = "/processes/new/child";
    for row in &base.seats {
        let mut client = base.client(with, row);
        let reply = client.get(&format!("{page}?checked=yes")).await;
        let Some(form) = Form::find(&reply, |form| form.action == page) else { continue };
        let fields = [
            ("child-name", HIDDEN_CHILD),
            ("child-number", number.as_str()),
            ("child-grade", "none"),
            ("guardian-1-name", GUARDIAN),
            ("guardian-1-legal", "yes"),
            ("guardian-1-grade", "none"),
            ("custody-form", "sole"),
            ("checked-on", "2026-11-20"),
            ("checked-how", "Folkbokföringen"),
            ("placed", "no"),
            ("agrees", "yes"),
            ("danger", "no"),
            ("harm", "no"),
        ];
        let form = fields.into_iter().fold(form, |form, (name, value)| form.set(name, value));
        // Not every unit is part of the agreement.
        if client.post(page, &form.fields()).await.status == StatusCode::SEE_OTHER {
            return with.processes().await.difference(&before).next().copied().unwrap();
        }
    }
    panic!("nobody can open a process")
}

/// Tells the others a change.
async fn told(base: &Base, ground: &Ground, id: ProcessId, words: &str) {
    let process = ground.process(id).await;
    let actor = base.who_may(&process, ground, Action::TellChange).unwrap();
    let now = ground.app.clock.now();
    let text = NewText { id: TextId(Uuid::from_u128(0x7e11)), body: words.to_owned() };
    let command = between::TellChange {
        by: actor.person,
        text: text.id,
        receivers: process.told_at_once(now.today()),
        whereabouts_checked: true,
    };
    let brought = Brought { texts: vec![text], ..Brought::default() };
    let decide = move |process: &Process| between::tell(process, now, command.clone());
    ground.app.store.change(id, actor, Action::TellChange, now, brought, decide).await.unwrap();
}

/// A line of a unit that was called, and the unit.
fn called_line(process: &Process) -> Option<(CommitmentNo, UnitId)> {
    let called = |unit: UnitId| process.deliveries.of(unit).is_some();
    process.plan.lines().map(|(number, line)| (number, line.unit)).find(|(_, unit)| called(*unit))
}

/// One unit's line to one person at a unit that has nothing to do with it.
async fn disclosed(base: &Base, with: &Ground) -> ProcessId {
    let disclosing = |process: &Process| {
        let unit = called_line(process).map(|(_, unit)| unit);
        let may = |action| base.who_may(process, with, action).is_some();
        unit.is_some_and(|unit| may(Action::DecideOtherGround { unit }))
    };
    let id = base.where_may_someone(with, disclosing).await;
    let process = with.process(id).await;
    let (line, unit) = called_line(&process).unwrap();
    let elsewhere = |row: &&SeatRow| {
        let at = row.unit.filter(|at| *at != unit && process.deliveries.of(*at).is_none());
        at.is_some()
            && row.role == Role::Staff
            && !process.is_family(row.person, TODAY)
            && row.person != process.opening.initiator
    };
    let reader = *base.seats.iter().find(elsewhere).unwrap();
    let (reader, to) = (reader.person, reader.unit.unwrap_or(UnitId(0)));
    let (organisation, now) = (Organisation::default(), with.app.clock.now());
    let by = base.who_may(&process, with, Action::DecideOtherGround { unit }).unwrap().person;
    let command = other_ground::DecideOtherGround {
        from: unit,
        to,
        reader,
        basis: LegalBasis::NecessaryForOwnWork,
        lines: vec![line],
        reason: TextId(Uuid::from_u128(0x0d15)),
        kept_from_family: None,
        until: TODAY.saturating_add(30.days()),
        by,
    };
    let decide = move |process: &Process| other_ground::decide(process, &organisation, now, command.clone());
    base.does(with, id, Action::DecideOtherGround { unit }, decide).await;
    let process = with.process(id).await;
    let number = process.other_grounds.iter().next().unwrap().0;
    // Whoever confirms is somebody else at the unit.
    let second = base.seats.iter().find(|row| row.unit == Some(unit) && row.person != by).unwrap().person;
    let confirm = move |process: &Process| other_ground::confirm(process, now, number, unit, second);
    base.does(with, id, Action::DecideOtherGround { unit }, confirm).await;
    id
}

impl Base {
    pub async fn new() -> Base {
        let (ground, folder) = (Ground::on(TODAY), Folder::new());
        let seats: Vec<SeatRow> = ground.seats().await.into_iter().map(|seated| seated.seat).collect();
        let mut tokens = HashMap::new();
        for row in &seats {
            tokens.insert(row.id, ground.token(row).await);
        }
        Base { world: ground.world(&folder), seats, tokens }
    }

    fn client(&self, ground: &Ground, row: &SeatRow) -> Client {
        Client::at(&ground.site, self.tokens.get(&row.id).cloned())
    }

    /// Everybody around a process, with the session they have in both worlds.
    pub fn personas(&self, process: &Process) -> Vec<Persona> {
        let mut personas = around(process, &self.seats, TODAY);
        personas.retain_mut(|persona| match persona.row() {
            Some(row) => {
                persona.token = self.tokens.get(&row.id).cloned();
                persona.token.is_some()
            }
            None => persona.token.is_none(),
        });
        personas
    }

    async fn first(&self, ground: &Ground, fits: impl Fn(&Process) -> bool) -> Process {
        let id = self.where_may_someone(ground, fits).await;
        ground.process(id).await
    }

    pub async fn where_may_someone(&self, ground: &Ground, fits: impl Fn(&Process) -> bool) -> ProcessId {
        for id in ground.processes().await {
            if fits(&ground.process(id).await) {
                return id;
            }
        }
        panic!("no process is such")
    }

    async fn id_of(&self, ground: &Ground, wanted: &Process) -> ProcessId {
        self.where_may_someone(ground, |process| process.child() == wanted.child()).await
    }

    /// A process that runs, in which somebody may do this.
    async fn where_may(&self, ground: &Ground, action: Action) -> ProcessId {
        self.where_may_someone(ground, |process| {
            !process.is_protected()
                && process.discontinued(TODAY).is_none()
                && process.told_at_once(TODAY).len() > 2
                && self.who_may(process, ground, action).is_some()
        })
        .await
    }

    pub fn who_may(&self, process: &Process, ground: &Ground, action: Action) -> Option<Actor> {
        let now = ground.app.clock.now();
        let mut actors = self.seats.iter().map(|row| Actor::from(*row));
        actors.find(|actor| rule(*actor, action, process, now).is_ok())
    }

    async fn does(
        &self,
        ground: &Ground,
        id: ProcessId,
        action: Action,
        decide: impl Fn(&Process) -> Result<Vec<Event>, domain::Refusal> + Send + 'static,
    ) {
        let process = ground.process(id).await;
        let actor = self.who_may(&process, ground, action).unwrap();
        let now = ground.app.clock.now();
        ground.app.store.change(id, actor, action, now, Brought::default(), decide).await.unwrap();
    }

    /// Sends the form at an address in the first process where that changes something.
    async fn acted(&self, ground: &Ground, address: &'static str, set: &[(&str, &str)]) -> ProcessId {
        ground.inspection.mark().unwrap();
        for id in ground.processes().await {
            let path = filled(address, |_| Some(id.to_string())).unwrap();
            let process = ground.process(id).await;
            for persona in self.personas(&process).into_iter().filter(|one| one.tie != Tie::None) {
                let mut client = Client::at(&ground.site, persona.token.clone());
                let page = client.get(&path).await;
                let Some(form) = Form::find(&page, |form| form.action == path) else { continue };
                let mut fields = filled_in(&form, TODAY);
                fields.retain(|(name, _)| !set.iter().any(|(of, _)| of == name));
                fields.extend(set.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
                let fields: Vec<(&str, &str)> =
                    fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
                if client.post(&path, &fields).await.status == StatusCode::SEE_OTHER {
                    return id;
                }
            }
        }
        panic!("nobody can do it at {address}")
    }
}
