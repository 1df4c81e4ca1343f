//! How does a page get at one process? Through the door, with a ruling, and nothing else.
//!
//! A handler names the action; what comes back is either the process with its texts and names, or
//! the same 404 as for an address that does not exist.

use super::{app::App, error::WebError, identity::Actor, texts::Texts};
use domain::{
    BodyMeetingId, Event, Now, PersonId, Process, ProcessId, Refusal, TextId, UnitId,
    calendar::Calendar,
    choice::{FormText, TextHash},
    form::{Form, FormLibrary, FormRole},
    organisation::{Organisation, Unit},
};
use jiff::civil::{Date, DateTime};
use policy::{Action, Ground};
use sha2::{Digest as _, Sha256};
use std::{borrow::Cow, collections::BTreeMap, ops::Deref, sync::Arc};
use store::{Access, Brought, Draft, DraftKey, Listed, NewText, People, Saved, View};

/// One process as somebody may see it: the fold, its texts, the names of its people.
pub struct Case {
    pub id: ProcessId,
    pub process: Arc<Process>,
    pub ground: Ground,
    pub now: Now,
    pub organisation: Arc<Organisation>,
    pub calendar: Arc<Calendar>,
    texts: store::Texts,
    people: People,
}

/// What a page is drawn from: what the store has handed out after its ruling, or what the demo is about to store.
pub struct Material {
    pub id: ProcessId,
    pub process: Arc<Process>,
    pub ground: Ground,
    pub people: People,
    pub texts: store::Texts,
}

impl From<View> for Material {
    fn from(view: View) -> Material {
        let View { id, process, ground, people, texts, .. } = view;
        Material { id, process, ground, people, texts }
    }
}

/// One process in a list, and the most that whoever it is for may do to look at it. Nothing may be shown that this
/// act would not show.
pub struct Seen {
    case: Case,
    pub action: Action,
}

impl Seen {
    pub fn into_case(self) -> Case {
        self.case
    }
}

impl Deref for Seen {
    type Target = Case;

    fn deref(&self) -> &Case {
        &self.case
    }
}

/// What became of an act.
pub enum Outcome {
    /// The events that were written; none when nothing needed to change.
    Done(Vec<Event>),
    /// A rule said no. Nothing was changed; the no is on record.
    Refused(Refusal),
}

/// Somebody who has looked (AD-5).
pub struct Looked {
    pub when: DateTime,
    pub person: PersonId,
    pub name: String,
    pub in_family: bool,
    /// The unit in whose seat it was done, and its name.
    pub seat: Option<UnitId>,
    pub unit: String,
    /// The action's stable word.
    pub action: String,
    pub outcome: store::Outcome,
    /// The stable word for why it was allowed.
    pub ground: Option<String>,
}

impl Case {
    /// What the door gave, seen at this time in this organisation.
    pub fn of(
        given: impl Into<Material>,
        now: Now,
        organisation: Arc<Organisation>,
        calendar: Arc<Calendar>,
    ) -> Self {
        let Material { id, process, ground, people, texts } = given.into();
        Self { id, process, ground, now, organisation, calendar, texts, people }
    }

    /// The stored prose; empty if it has been disposed of.
    pub fn text(&self, id: TextId) -> &str {
        self.texts.get(&id).map_or("", String::as_str)
    }

    /// All the prose there is.
    pub fn every_text(&self) -> impl Iterator<Item = &str> {
        self.texts.values().map(String::as_str)
    }

    pub fn name(&self, person: PersonId) -> &str {
        self.people.get(&person).map_or("", |person| person.name.as_str())
    }

    /// Everybody whom the process names and the reader may know of.
    pub fn people(&self) -> impl Iterator<Item = &store::Person> {
        self.people.values()
    }

    /// What the register knows of somebody whom the process names.
    pub fn person(&self, person: PersonId) -> Option<&store::Person> {
        self.people.get(&person)
    }

    /// The blank for a purpose, as it is for this family.
    pub fn blank<'a>(&self, forms: &'a FormLibrary, role: FormRole) -> &'a Form {
        forms.blank(role, self.process.is_protected())
    }

    /// The unit's name, "BUP Kristianstad". Whoever must not learn where anybody is reads the kind of unit instead,
    /// whatever page this is (PID-3).
    pub fn unit(&self, unit: UnitId) -> Cow<'_, str> {
        match (self.organisation.unit(unit), self.ground) {
            (Some(unit), Ground::GuardianApart) => unit_of_type(Texts::swedish(), unit).into(),
            (Some(unit), _) => unit.name.as_str().into(),
            (None, _) => "".into(),
        }
    }
}

/// A unit by its kind and not by its name: "en verksamhet inom barn- och ungdomspsykiatri" (PID-3).
pub fn unit_of_type(t: &Texts, unit: &Unit) -> String {
    if unit.unit_type.bound {
        t.with("unit-of-type", &[("type", &unit.unit_type.name)])
    } else {
        t.get("unit-invited")
    }
}

/// A new text with an identity of its own; stored in the same transaction as the events that name it.
///
/// # Errors
/// When the system gives no randomness.
pub fn new_text(body: impl Into<String>) -> Result<NewText, WebError> {
    Ok(NewText { id: TextId(random_uuid()?), body: body.into() })
}

/// Where a text lies and what it is: for what is signed or released (AU-7).
pub fn frozen(text: &NewText) -> FormText {
    FormText { text: text.id, hash: TextHash(Sha256::digest(text.body.as_bytes()).into()) }
}

/// 122 random bits, so that an address says nothing and cannot be guessed.
///
/// # Errors
/// When the system gives no randomness.
pub fn random_uuid() -> Result<uuid::Uuid, WebError> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(|_| WebError::Malformed("no randomness"))?;
    Ok(uuid::Builder::from_random_bytes(bytes).into_uuid())
}

impl App {
    /// The process, if the policy lets this actor do this with it; the look is on record.
    ///
    /// # Errors
    /// `NotFound` without standing, `Forbidden` with standing but without permission.
    pub async fn case(&self, actor: Actor, id: ProcessId, action: Action) -> Result<Case, WebError> {
        let now = self.clock.now();
        Ok(self.case_of(self.store.read(id, actor, action, now).await?, now))
    }

    /// The process for what is wanted, or else for the first of the others that the policy lets this actor do; and
    /// which it was.
    ///
    /// # Errors
    /// As `case`, of what was wanted.
    pub async fn case_or(
        &self,
        actor: Actor,
        id: ProcessId,
        wanted: Action,
        others: impl Into<Vec<Action>>,
    ) -> Result<(Action, Case), WebError> {
        let now = self.clock.now();
        let (action, view) = self.store.read_or(id, actor, wanted, others, now).await?;
        Ok((action, self.case_of(view, now)))
    }

    /// The same as `case` for a page that shows no prose: of the texts, only those of a single line are there.
    ///
    /// # Errors
    /// As `case`.
    pub async fn glance(&self, actor: Actor, id: ProcessId, action: Action) -> Result<Case, WebError> {
        let now = self.clock.now();
        Ok(self.case_of(self.store.glance(id, actor, action, now).await?, now))
    }

    /// `case_or` for a page that shows no prose.
    ///
    /// # Errors
    /// As `case`, of what was wanted.
    pub async fn glance_or(
        &self,
        actor: Actor,
        id: ProcessId,
        wanted: Action,
        others: impl Into<Vec<Action>>,
    ) -> Result<(Action, Case), WebError> {
        let now = self.clock.now();
        let (action, view) = self.store.glance_or(id, actor, wanted, others, now).await?;
        Ok((action, self.case_of(view, now)))
    }

    /// Does one act: ruling, decision, events, texts and record in one transaction.
    ///
    /// # Errors
    /// As `case`. A refusal by a rule is an `Outcome`, so that the form can come back filled in.
    pub async fn act(
        &self,
        actor: Actor,
        id: ProcessId,
        action: Action,
        brought: impl Into<Brought>,
        decide: impl Fn(&Process, Now) -> Result<Vec<Event>, Refusal> + Send + 'static,
    ) -> Result<Outcome, WebError> {
        let now = self.clock.now();
        let changed = self.store.change(id, actor, action, now, brought, move |process| decide(process, now));
        outcome(changed.await)
    }

    /// Opens a process (T1).
    ///
    /// # Errors
    /// `Forbidden` for whoever is not a professional in the unit's seat.
    pub async fn open(
        &self,
        actor: Actor,
        id: ProcessId,
        brought: impl Into<Brought>,
        decide: impl Fn(Now) -> Result<Vec<Event>, Refusal> + Send + 'static,
    ) -> Result<Outcome, WebError> {
        let now = self.clock.now();
        outcome(self.store.open_process(id, actor, now, brought, move || decide(now)).await)
    }

    /// The process and the draft of a form in it. `action` is the act that the form is for.
    ///
    /// # Errors
    /// As `case`.
    pub async fn draft(
        &self,
        actor: Actor,
        key: DraftKey,
        action: Action,
    ) -> Result<(Case, Option<Draft>), WebError> {
        let now = self.clock.now();
        let (view, draft) = self.store.read_draft(key, actor, action, now).await?;
        Ok((self.case_of(view, now), draft))
    }

    /// Saves a draft as the successor of revision `base`; 0 when there was none.
    ///
    /// # Errors
    /// As `case`. Somebody else's later version is an answer, not an error.
    pub async fn save_draft(
        &self,
        actor: Actor,
        key: DraftKey,
        action: Action,
        base: u32,
        body: String,
    ) -> Result<Saved, WebError> {
        Ok(self.store.save_draft(key, base, body, actor, action, self.clock.now()).await?)
    }

    /// Every process the actor may look at, each ruled on by itself. Texts are read on its own page.
    ///
    /// # Errors
    /// Only faults.
    pub async fn visible(&self, actor: Actor) -> Result<Vec<Seen>, WebError> {
        Ok(self.visible_and_ended(actor).await?.0)
    }

    /// Those that are taken up at a meeting of a body.
    ///
    /// # Errors
    /// Only faults.
    pub async fn on_agenda(&self, meeting: BodyMeetingId, actor: Actor) -> Result<Vec<Seen>, WebError> {
        let now = self.clock.now();
        let listed = self.store.on_agenda(meeting, actor, now).await?;
        Ok(listed.into_iter().map(|one| self.listed(one, now)).collect())
    }

    /// As [`App::visible`], and the days on which coordinations ended that the actor took part in (CON-11): nothing else of
    /// them. One list is one look on record.
    ///
    /// # Errors
    /// Only faults.
    pub async fn visible_and_ended(&self, actor: Actor) -> Result<(Vec<Seen>, Vec<Date>), WebError> {
        let now = self.clock.now();
        let listed = self.store.visible(actor, now).await?.into_iter();
        let (ended, mut open): (Vec<_>, Vec<_>) =
            listed.partition(|one| one.action == Action::LearnThatItEnded);
        // By name, and among children of one name in the order of the store, the process that was opened first first.
        open.sort_by_cached_key(|one| one.name(one.process.child()).map(str::to_lowercase));
        let days = ended.into_iter().filter_map(|one| one.process.discontinued(now.today()));
        let mut days: Vec<Date> = days.map(|(_, on)| on).collect();
        days.sort_unstable();
        Ok((open.into_iter().map(|one| self.listed(one, now)).collect(), days))
    }

    /// Who has looked, newest first (AD-5).
    ///
    /// # Errors
    /// As `case`.
    pub async fn looked(&self, actor: Actor, id: ProcessId) -> Result<Vec<Looked>, WebError> {
        let log = self.store.access_log(id, actor, self.clock.now()).await?;
        let (mut looked, mut names) = (vec![], BTreeMap::new());
        for access in log.into_iter().rev() {
            let name = match names.get(&access.person) {
                Some(name) => String::clone(name),
                None => {
                    let person = self.store.person(access.person).await?;
                    let name = person.map(|person| person.name).unwrap_or_default();
                    names.insert(access.person, name.clone());
                    name
                }
            };
            looked.push(self.one_look(access, name));
        }
        Ok(looked)
    }

    fn one_look(&self, access: Access, name: String) -> Looked {
        Looked {
            when: self.clock.local(access.at),
            person: access.person,
            name,
            in_family: access.seat == "family",
            seat: access.unit,
            unit: access.unit.map(|unit| self.unit_name(unit)).unwrap_or_default(),
            action: access.action.to_string(),
            outcome: access.outcome,
            ground: access.ground.map(|ground| ground.to_string()),
        }
    }

    fn case_of(&self, given: impl Into<Material>, now: Now) -> Case {
        Case::of(given, now, self.organisation.clone(), self.calendar.clone())
    }

    fn listed(&self, one: Listed, now: Now) -> Seen {
        let Listed { id, process, action, ground, people, .. } = one;
        let texts = store::Texts::new();
        Seen { case: self.case_of(Material { id, process, ground, people, texts }, now), action }
    }
}

fn outcome(changed: Result<store::Changed, store::Error>) -> Result<Outcome, WebError> {
    match changed {
        Ok(changed) => Ok(Outcome::Done(changed.events)),
        Err(store::Error::Refused(refusal)) => Ok(Outcome::Refused(refusal)),
        Err(error @ (store::Error::Denied(_) | store::Error::Fault(_))) => Err(error.into()),
    }
}
