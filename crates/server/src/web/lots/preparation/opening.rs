//! How is a process opened? (T1, T1b, T19)
//!
//! Two questions come first, because a process is the wrong way when somebody is in danger or when a guardian's
//! knowledge could harm the child (PRI-19, CON-19). Until both are answered with no, nothing is asked for and
//! nothing is stored.

mod people;
mod view;

use axum::extract::State;
use domain::{
    ProcessId, Refusal, RequestId,
    choice::ProtectionGrade,
    lots::opening::{self, OpenProcess},
    party::{Custody, CustodyForm},
};
use jiff::civil::Date;
use policy::{Action, Actor, may_open};
use serde::Deserialize;
use store::{Brought, FamilyRequest};

use crate::web::{
    actor::CurrentActor,
    app::App,
    case::{Outcome, new_text, random_uuid},
    error::{Answer, WebError},
    form::{Fields, FormView, LINE_MAX},
    page::{Page, go, show, show_again},
    path::Asked,
    receipt::Receipt,
    refusal_words::explain_opening,
    texts::Texts,
};
use people::{Block, Known, Typed};
use view::{ChildPage, FirstPage, StopPage};

/// What an opening builds on, carried along in the address and then in the form.
#[derive(Deserialize, Default)]
pub struct From {
    request: Option<RequestId>,
    previous: Option<ProcessId>,
    checked: Option<String>,
}

/// The request that the process answers, and whom it or the process that is taken up again was about.
struct Origin {
    request: Option<FamilyRequest>,
    /// The child first, then those who look after it, as far as they are known already.
    known: Vec<Known>,
}

/// `GET /processes/new`
pub async fn first(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Asked(from): Asked<From>,
) -> Answer {
    let origin = Origin::of(&app, actor, &from).await?;
    let form = from.carried(page.form());
    show(&FirstPage::new(page, form, origin.wish()))
}

/// `POST /processes/new`: nothing is stored, whatever the answers are.
pub async fn answer(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    mut fields: Fields,
) -> Answer {
    let from = From::posted(&fields);
    let origin = Origin::of(&app, actor, &from).await?;
    let yes_or_no = [("yes", true), ("no", false)];
    let danger = fields.choice("danger", &yes_or_no);
    let harm = fields.choice("harm", &yes_or_no);
    match (danger, harm) {
        (Some(true), _) => Ok(go("/acute")),
        (_, Some(true)) => Ok(go("/processes/new/stop")),
        (Some(false), Some(false)) => Ok(go(&from.next())),
        (None, _) | (_, None) => show_again(&FirstPage::new(page, fields.back(), origin.wish())),
    }
}

/// `GET /processes/new/stop`
pub async fn stop(page: Page, CurrentActor(actor): CurrentActor) -> Answer {
    may_open(actor).map_err(|_| WebError::Forbidden)?;
    show(&StopPage::new(page))
}

/// `GET /processes/new/child`
pub async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Asked(from): Asked<From>,
) -> Answer {
    if from.checked.is_none() {
        return Ok(go(&from.start()));
    }
    let origin = Origin::of(&app, actor, &from).await?;
    let form = from.carried(page.form()).with("danger", "no").with("harm", "no");
    let form = people::fill(form, &origin.known);
    show(&ChildPage::new(page, form, &app, &origin.known, origin.wish()))
}

/// `POST /processes/new/child`
pub async fn create(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    mut fields: Fields,
) -> Answer {
    let from = From::posted(&fields);
    let origin = Origin::of(&app, actor, &from).await?;
    let again = |page: Page, form: FormView| {
        show_again(&ChildPage::new(page, form, &app, &origin.known, origin.wish()))
    };
    let Some(typed) = read_fields(&app, &origin.known, &mut fields).await? else {
        return again(page, fields.back());
    };
    let (command, brought) = typed.opening(&app, actor, &from, &fields).await?;
    // Not even the no is put on record: it would tell that there is such an identity (PID-10).
    if command.protected.iter().any(|(_, grade)| *grade == ProtectionGrade::AssumedIdentity) {
        let refused = explain_opening(&Refusal::AssumedIdentity, &app.organisation);
        return again(page, fields.back_refused(refused));
    }
    let id = ProcessId(random_uuid()?);
    let organisation = app.organisation.clone();
    let opened =
        app.open(actor, id, brought, move |now| opening::open(&organisation, now, command.clone())).await?;
    match opened {
        Outcome::Refused(refusal) => {
            again(page, fields.back_refused(explain_opening(&refusal, &app.organisation)))
        }
        Outcome::Done(_) => app.receipt_in(actor, id, receipt(page.t, id, &typed.child.name)).await,
    }
}

fn receipt(t: &Texts, id: ProcessId, child: &str) -> Receipt {
    Receipt::new(t.with("opening-done", &[("child", &child)]))
        .happened(t.get("opening-done-happened"))
        .told(t.get("opening-done-told"))
        .next_at(t.get("opening-done-units"), format!("/processes/{id}/units"))
        .next_at(t.get("opening-done-pre-meeting"), format!("/processes/{id}/pre-meeting"))
        .next_at(t.get("opening-done-process"), format!("/processes/{id}"))
}

/// Everything that was typed about the child and those around it.
struct Opened {
    child: Typed,
    guardians: Vec<Typed>,
    form: CustodyForm,
    checked_on: Date,
    checked_how: String,
    placed: bool,
}

/// `None` when something was wrong; the faults stand in `fields`.
async fn read_fields(app: &App, known: &[Known], fields: &mut Fields) -> Result<Option<Opened>, WebError> {
    let child = people::read(app, known, fields, &Block::CHILD, &[]).await?;
    let mut guardians: Vec<Typed> = vec![];
    for block in Block::guardians() {
        let others: Vec<&Typed> = child.iter().chain(&guardians).collect();
        let guardian = people::read(app, known, fields, &block, &others).await?;
        guardians.extend(guardian);
    }
    let form = fields.choice("custody-form", view::CUSTODY_FORMS);
    let checked_on = fields.date("checked-on");
    let checked_how = fields.text("checked-how", LINE_MAX);
    let placed = fields.choice("placed", &[("no", false), ("yes", true)]);
    if fields.has_faults() {
        return Ok(None);
    }
    let (Some(child), Some(form), Some(checked_on), Some(checked_how), Some(placed)) =
        (child, form, checked_on, checked_how, placed)
    else {
        return Ok(None);
    };
    Ok(Some(Opened { child, guardians, form, checked_on, checked_how, placed }))
}

impl Opened {
    /// The command, and the people and texts that it names.
    async fn opening(
        &self,
        app: &App,
        actor: Actor,
        from: &From,
        fields: &Fields,
    ) -> Result<(OpenProcess, Brought), WebError> {
        let unit = may_open(actor).map_err(|_| WebError::Forbidden)?;
        let how = new_text(self.checked_how.clone())?;
        let custody = Custody {
            form: self.form,
            guardians: self.guardians.iter().map(Typed::guardian).collect(),
            checked_on: self.checked_on,
            checked_how: how.id,
            placed: self.placed,
        };
        let child = self.child.id();
        let everyone = || std::iter::once(&self.child).chain(&self.guardians);
        let command = OpenProcess {
            child,
            born: self.child.born().unwrap_or(Date::MAX),
            initiator: actor.person,
            unit,
            custody,
            family_agrees: fields.ticked("agrees"),
            // Whoever comes past the first questions has not answered them.
            danger_now: fields.raw("danger") != "no",
            guardian_may_harm: fields.raw("harm") != "no",
            protected: everyone().filter_map(Typed::protection).collect(),
            previous: from.previous,
            request: from.request,
        };
        let mut seats = vec![];
        for typed in everyone() {
            seats.extend(typed.seat(app).await?);
        }
        let brought = Brought {
            texts: vec![how],
            people: everyone().map(|typed| typed.person.clone()).collect(),
            guardians: self.guardians.iter().map(|typed| (child, typed.id(), typed.legal)).collect(),
            seats,
            ..Brought::default()
        };
        Ok((command, brought))
    }
}

impl Origin {
    /// Only what the opener may know of: a request to the own inbox, a process that may be taken up again.
    async fn of(app: &App, actor: Actor, from: &From) -> Result<Origin, WebError> {
        may_open(actor).map_err(|_| WebError::Forbidden)?;
        let request = match from.request {
            Some(id) => {
                let mut asked = app.store.requests(actor, app.clock.now()).await?.into_iter();
                Some(asked.find(|request| request.id == id).ok_or(WebError::NotFound)?)
            }
            None => None,
        };
        let previous = match from.previous {
            Some(id) => Some(app.case(actor, id, Action::Restart).await?),
            None => None,
        };
        let known = match (&request, &previous) {
            (Some(request), _) => people::of_request(app, request).await?,
            (None, Some(case)) => people::of_process(case),
            (None, None) => vec![],
        };
        Ok(Origin { request, known })
    }

    /// The family's own words, when it has asked.
    fn wish(&self) -> Option<String> {
        self.request.as_ref().map(|request| request.wish.clone())
    }
}

impl From {
    fn posted(fields: &Fields) -> From {
        From {
            request: fields.raw("request").parse().ok(),
            previous: fields.raw("previous").parse().ok(),
            checked: None,
        }
    }

    fn carried(&self, form: FormView) -> FormView {
        let written = |id: Option<String>| id.unwrap_or_default();
        let carried = [
            ("request", written(self.request.map(|id| id.to_string()))),
            ("previous", written(self.previous.map(|id| id.to_string()))),
        ];
        carried.into_iter().fold(form, |form, (name, value)| form.with(name, value))
    }

    /// The first questions.
    fn start(&self) -> String {
        match (self.request, self.previous) {
            (Some(request), _) => format!("/processes/new?request={request}"),
            (None, Some(previous)) => format!("/processes/new?previous={previous}"),
            (None, None) => "/processes/new".to_owned(),
        }
    }

    /// The page after the first questions.
    fn next(&self) -> String {
        match (self.request, self.previous) {
            (Some(request), _) => format!("/processes/new/child?checked=yes&request={request}"),
            (None, Some(previous)) => format!("/processes/new/child?checked=yes&previous={previous}"),
            (None, None) => "/processes/new/child?checked=yes".to_owned(),
        }
    }
}
