//! How do the people of the demo act? As themselves, through the same rules and the same door as the pages.

use std::{collections::HashMap, sync::Arc};

use domain::{
    Event, Now, PersonId, Process, ProcessId, Refusal, TextId, UnitId, choice::FormText, form::Filled,
    process::ChildFacts,
};
use jiff::civil::{Date, time};
use policy::{Action, Actor, Ground, Seat};
use store::{Brought, NewText, Store};

use super::{
    people::{FamilyEntry, RelativeEntry, StaffEntry, fixed_id, person_id},
    stage::Stage,
};
use crate::web::case::{Case, Material};

/// Why a story could not be played as it is told.
#[derive(Debug, thiserror::Error)]
pub enum PlayFault {
    #[error("{process}, {act}: {why}")]
    Act { process: String, act: &'static str, why: store::Error },
    #[error("{process}: the form {form} is not rightly filled in: {faults}")]
    Form { process: String, form: String, faults: String },
    #[error("{0}: nobody has this key")]
    Nobody(String),
    #[error("{0}: nothing has been played yet")]
    NotBegun(String),
    #[error("a meeting of a body: {0}")]
    Bodies(String),
    #[error("the coordinator's desk: {0}")]
    Desk(String),
}

/// Where a play is put on.
pub enum Scene {
    /// Act by act in the store, each ruled on and recorded.
    Store(Store),
    /// In memory, to be stored as a whole: for worlds too large to be lived through.
    Memory { events: Vec<Event> },
}

/// One process as it is being played.
pub struct Play {
    pub stage: Arc<Stage>,
    pub family: Arc<FamilyEntry>,
    /// The key of the process in the story.
    pub key: String,
    pub id: ProcessId,
    pub scene: Scene,
    now: Now,
    process: Option<Process>,
    /// Texts that the next act brings along.
    brought: Vec<NewText>,
    /// Everything written so far.
    written: HashMap<TextId, String>,
}

/// The id of the process with a key in the story.
pub fn process_id(key: &str) -> ProcessId {
    ProcessId(fixed_id("process", key))
}

impl Play {
    pub fn new(stage: Arc<Stage>, family: Arc<FamilyEntry>, key: &str, scene: Scene) -> Play {
        Play {
            now: stage.clock.now(),
            id: process_id(key),
            key: key.to_owned(),
            process: None,
            brought: vec![],
            written: HashMap::new(),
            stage,
            family,
            scene,
        }
    }

    /// From now on it is ten in the morning of that day.
    pub fn on(&mut self, day: Date) {
        self.now = self.stage.clock.at(day.to_datetime(time(10, 0, 0, 0)));
    }

    pub fn now(&self) -> Now {
        self.now
    }

    pub fn today(&self) -> Date {
        self.now.today()
    }

    /// # Errors
    /// Before the opening.
    pub fn process(&self) -> Result<&Process, PlayFault> {
        self.process.as_ref().ok_or_else(|| PlayFault::NotBegun(self.key.clone()))
    }

    pub fn staff(&self, key: &str) -> Result<&StaffEntry, PlayFault> {
        self.stage.staff(key).ok_or_else(|| PlayFault::Nobody(key.to_owned()))
    }

    /// The process as a page of the one who has this ground would have it before the eyes.
    ///
    /// # Errors
    /// Before the opening.
    pub fn case(&self, ground: Ground) -> Result<Case, PlayFault> {
        let stage = &self.stage;
        let relatives = self.family.everybody().zip(0..);
        let relatives = relatives.map(|(one, number)| one.person(stage.clock.now().today(), number));
        let everybody = stage.professionals().chain(relatives).map(|person| (person.id, person));
        let people = everybody.collect();
        let material = Material {
            id: self.id,
            process: Arc::new(self.process()?.clone()),
            ground,
            people,
            texts: self.written.clone(),
        };
        Ok(Case::of(material, self.now, stage.organisation.clone(), stage.calendar.clone()))
    }

    /// A professional in the first seat.
    pub fn actor(&self, key: &str) -> Result<Actor, PlayFault> {
        let seat = self.staff(key)?.seats.first().copied();
        let seated = seat.and_then(|seat| Some(Seat::Staff { unit: seat.unit?, inbox: seat.inbox }));
        let seat = seated.ok_or_else(|| PlayFault::Nobody(key.to_owned()))?;
        Ok(Actor { person: person_id(key), seat })
    }

    /// The unit somebody works in.
    pub fn unit(&self, key: &str) -> Result<UnitId, PlayFault> {
        let seat = self.staff(key)?.seats.first();
        seat.and_then(|seat| seat.unit).ok_or_else(|| PlayFault::Nobody(key.to_owned()))
    }

    /// Whoever looks after the inbox of a unit; `otherwise` where nobody is known to.
    pub fn inbox(&self, unit: UnitId, otherwise: &str) -> Result<Actor, PlayFault> {
        match self.stage.inbox(unit) {
            Some(key) => self.actor(key),
            None => self.actor(otherwise),
        }
    }

    /// The manager of a unit.
    ///
    /// # Errors
    /// When nobody in the story is.
    pub fn manager(&self, unit: UnitId) -> Result<Actor, PlayFault> {
        let key = self.stage.manager(unit).ok_or_else(|| PlayFault::Nobody(format!("manager of {unit}")))?;
        Ok(Actor { person: person_id(key), seat: Seat::Manager { unit } })
    }

    /// The Lots; until one is chosen, the initiator.
    pub fn lead(&self) -> Result<Actor, PlayFault> {
        self.actor(self.stage.key(self.process()?.lead()))
    }

    /// The child or a guardian.
    pub fn relative(person: PersonId) -> Actor {
        Actor { person, seat: Seat::Family }
    }

    pub fn child(&self) -> PersonId {
        person_id(&self.family.child.key)
    }

    /// The guardian who usually speaks for the family.
    pub fn guardian(&self) -> PersonId {
        self.family.guardians.first().map_or_else(|| self.child(), |guardian| person_id(&guardian.key))
    }

    pub fn name(&self, person: PersonId) -> &str {
        let relative = self.family.everybody().find(|one| person_id(&one.key) == person);
        relative.map_or_else(|| self.stage.name(person), |one: &RelativeEntry| &one.name)
    }

    /// A text that the next act brings along.
    pub fn text(&mut self, body: &str) -> TextId {
        let id = TextId(fixed_id("text", &format!("{} {}", self.key, self.written.len())));
        self.written.insert(id, body.to_owned());
        self.brought.push(NewText { id, body: body.to_owned() });
        id
    }

    /// A sentence that many processes share.
    pub fn word(&mut self, key: &str) -> TextId {
        let stage = self.stage.clone();
        self.text(stage.story.word(key))
    }

    /// A filled-in form, frozen.
    pub fn freeze(&mut self, canonical: String) -> FormText {
        let text = self.text(&canonical);
        NewText { id: text, body: canonical }.frozen()
    }

    pub fn frozen(&mut self, filled: &Filled) -> FormText {
        self.freeze(filled.canonical().to_owned())
    }

    pub fn written(&self, text: TextId) -> &str {
        self.written.get(&text).map_or("", String::as_str)
    }

    /// Opens the process.
    ///
    /// # Errors
    /// When the store or the rules say no.
    pub async fn open(
        &mut self,
        actor: Actor,
        decide: impl Fn(&Stage, Now) -> Result<Vec<Event>, Refusal> + Send + 'static,
    ) -> Result<(), PlayFault> {
        let texts = std::mem::take(&mut self.brought);
        let (stage, now) = (self.stage.clone(), self.now);
        let opened = match &mut self.scene {
            Scene::Store(store) => {
                let decide = move || decide(&stage, now);
                store.open_process(self.id, actor, now, texts, decide).await.map(|changed| changed.process)
            }
            Scene::Memory { events } => {
                let born = self.family.child.born(stage.clock.now().today());
                let protected = self.family.everybody().any(|one| one.protected);
                self.brought = texts;
                decide(&stage, now).map_err(store::Error::Refused).and_then(|decided| {
                    events.extend(decided);
                    let whole = Process::replay(ChildFacts { born, protected }, &*events);
                    whole.ok_or(store::Error::Denied(policy::Denial::Hidden))
                })
            }
        };
        self.process = Some(opened.map_err(|why| self.fault("open_process", why))?);
        Ok(())
    }

    /// Lets somebody act; answers what came of it.
    ///
    /// # Errors
    /// When the policy, the rules or the store say no: then the story is not told rightly.
    pub async fn act(
        &mut self,
        actor: Actor,
        action: Action,
        decide: impl Fn(&Process, &Stage, Now) -> Result<Vec<Event>, Refusal> + Send + 'static,
    ) -> Result<Vec<Event>, PlayFault> {
        let (stage, now) = (self.stage.clone(), self.now);
        let ended = match &mut self.scene {
            Scene::Store(store) => {
                let texts = std::mem::take(&mut self.brought);
                let decide = move |process: &Process| decide(process, &stage, now);
                let changed = store.change(self.id, actor, action, now, texts, decide).await;
                changed.map(|changed| {
                    self.process = Some(changed.process);
                    changed.events
                })
            }
            Scene::Memory { events } => match &mut self.process {
                Some(process) => {
                    decide(process, &stage, now).map_err(store::Error::Refused).inspect(|decided| {
                        decided.iter().for_each(|event| process.evolve(event));
                        events.extend(decided.iter().cloned());
                    })
                }
                None => Err(store::Error::Denied(policy::Denial::Hidden)),
            },
        };
        ended.map_err(|why| self.fault(action.word(), why))
    }

    /// What was played in memory: the events and all that comes with them.
    pub fn played(self) -> (ProcessId, Vec<Event>, Brought) {
        let events = match self.scene {
            Scene::Store(_) => vec![],
            Scene::Memory { events } => events,
        };
        (self.id, events, Brought { texts: self.brought, ..Brought::default() })
    }

    fn fault(&self, act: &'static str, why: store::Error) -> PlayFault {
        PlayFault::Act { process: self.key.clone(), act, why }
    }
}
