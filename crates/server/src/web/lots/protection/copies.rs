//! Which separate copies are there, and how is one written? (PID-6)

use super::{revealing::Revealing, whole};
use crate::web::{
    actor::CurrentActor,
    app::App,
    case::{Case, Outcome, frozen, new_text},
    error::{Answer, WebError},
    form::{Fields, FormView},
    identity::PersonId,
    page::{Page, show, show_again},
    path::{Asked, Path},
    receipt::Receipt,
    refusal_words::explain,
    texts::Texts,
};
use askama::Template;
use axum::extract::State;
use domain::{
    Event, ProcessId, Refusal,
    event::protection::{ProtectionEvent, SeparateSubject},
    lots::separate::{self, DraftSeparateCopy},
};
use policy::{Action, rule};
use serde::Deserialize;

/// The longest separate copy, in characters.
const TEXT_MAX: usize = 20_000;

#[derive(Template)]
#[template(path = "lots/protection/copies.html")]
struct CopiesPage {
    t: &'static Texts,
    page: Page,
    id: ProcessId,
    child: String,
    copies: Vec<CopyLine>,
    /// What can be written, for whom.
    to_write: Vec<ToWrite>,
}

struct CopyLine {
    href: String,
    title: String,
    standing: String,
    approved: bool,
}

struct ToWrite {
    href: String,
    words: String,
}

#[derive(Template)]
#[template(path = "lots/protection/writing.html")]
struct WritingPage {
    t: &'static Texts,
    page: Page,
    form: FormView,
    id: ProcessId,
    title: String,
    whole: Vec<String>,
}

/// For whom, and what of, in the words of the address: what cannot be read is asked for like the rest, and the
/// ruling about it is on record.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Meant {
    receiver: String,
    of: String,
}

/// `GET /processes/{process}/separate-copies`
pub async fn list(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
) -> Answer {
    let case = app.case(actor, process, Action::CompareSeparateCopy).await?;
    let t = page.t;
    let writes = rule(actor, Action::WriteSeparateCopy, &case.process, case.now).is_ok();
    let copies = case.process.protection.separate_copies().rev().map(|(number, copy)| {
        let name = case.name(copy.receiver);
        let standing = match copy.approved {
            Some((by, on)) => t.with("separate-approved", &[("name", &case.name(by)), ("date", &t.date(on))]),
            None => t.with("separate-waits", &[("name", &case.name(copy.drafted_by))]),
        };
        CopyLine {
            href: format!("/processes/{process}/separate-copies/{number}"),
            title: t.with("separate-for", &[("what", &whole::title(t, copy.subject)), ("name", &name)]),
            standing,
            approved: copy.approved.is_some(),
        }
    });
    show(&CopiesPage {
        id: process,
        child: case.name(case.process.child()).to_owned(),
        copies: copies.collect(),
        to_write: if writes { to_write(t, &case) } else { vec![] },
        t,
        page: page.work().marked_if(case.process.is_protected()),
    })
}

fn to_write(t: &Texts, case: &Case) -> Vec<ToWrite> {
    let summons = case.process.summonses.last();
    let summons = summons.map(|(summons, _)| SeparateSubject::Summons { summons });
    let plan = case.process.plan.versions().next_back();
    let plan = plan.map(|(version, _)| SeparateSubject::Plan { version });
    let subjects: Vec<_> = summons.into_iter().chain(plan).chain([SeparateSubject::Message]).collect();
    let hidden = case.process.hidden_guardians(case.now.today());
    let line = |person: PersonId, subject: SeparateSubject| ToWrite {
        href: format!(
            "/processes/{}/separate-copies/new?receiver={person}&of={}",
            case.id,
            whole::code(subject)
        ),
        words: t.with("separate-for", &[("what", &whole::title(t, subject)), ("name", &case.name(person))]),
    };
    hidden.into_iter().flat_map(|person| subjects.iter().map(move |one| line(person, *one))).collect()
}

/// `GET /processes/{process}/separate-copies/new`: begins with what is left of the whole text.
pub async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
    Asked(meant): Asked<Meant>,
) -> Answer {
    let case = app.case(actor, process, Action::WriteSeparateCopy).await?;
    let (receiver, subject) = meant.found(&case)?;
    let lines = whole::lines(page.t, &case, &app.forms, subject);
    let begun = Revealing::of(page.t, &case).reduced(&lines).join("\n");
    let form = page.form().to(format!("/processes/{process}/separate-copies"));
    let form = form.with("receiver", receiver.to_string()).with("of", whole::code(subject));
    let form = form.with("text", begun);
    show(&view(&app, page, form, &case, receiver, subject))
}

/// `POST /processes/{process}/separate-copies`: what tells where somebody is comes back with the words that do.
pub async fn create(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
    mut fields: Fields,
) -> Answer {
    let case = app.case(actor, process, Action::WriteSeparateCopy).await?;
    let t = page.t;
    let meant = Meant { receiver: fields.raw("receiver").to_owned(), of: fields.raw("of").to_owned() };
    let (receiver, subject) = meant.found(&case)?;
    let Some(body) = fields.text("text", TEXT_MAX) else {
        return show_again(&view(&app, page, fields.back(), &case, receiver, subject));
    };
    let found = Revealing::of(t, &case).found(&body);
    let (text, clean) = (new_text(body)?, found.is_empty());
    let command = DraftSeparateCopy { receiver, subject, text: frozen(&text), by: actor.person, clean };
    let decide = move |process: &domain::Process, now| separate::draft(process, now, command);
    match app.act(actor, process, Action::WriteSeparateCopy, vec![text], decide).await? {
        Outcome::Refused(refusal) => {
            if refusal == Refusal::TellsWhereabouts {
                fields.fault("text", t.with("separate-found", &[("words", &found.join(", "))]));
            }
            let form = fields.back_refused(explain(&refusal, &case));
            show_again(&view(&app, page, form, &case, receiver, subject))
        }
        Outcome::Done(events) => {
            let written = events.iter().find_map(|event| {
                let Event::Protection(ProtectionEvent::SeparateCopyDrafted { copy, .. }) = event else {
                    return None;
                };
                Some(*copy)
            });
            let copies = format!("/processes/{process}/separate-copies");
            let to = written.map_or(copies.clone(), |copy| format!("{copies}/{copy}"));
            let receipt = Receipt::new(t.get("separate-written"))
                .happened(t.get("separate-written-what"))
                .next(t.get("separate-written-next"))
                .next_at(t.get("separate-compare"), to);
            app.receipt_in(actor, process, receipt).await
        }
    }
}

impl Meant {
    /// Only for somebody from whom whereabouts are hidden, and of something that there is.
    fn found(&self, case: &Case) -> Result<(PersonId, SeparateSubject), WebError> {
        let subject = whole::parse(&self.of).ok_or(WebError::NotFound)?;
        let receiver = self.receiver.parse().map_err(|_| WebError::NotFound)?;
        let there = subject == SeparateSubject::Message || whole::of(&case.process, subject).is_some();
        if there && case.process.hides_whereabouts_from(receiver) {
            Ok((receiver, subject))
        } else {
            Err(WebError::NotFound)
        }
    }
}

fn view(
    app: &App,
    page: Page,
    form: FormView,
    case: &Case,
    receiver: PersonId,
    subject: SeparateSubject,
) -> WritingPage {
    let t = page.t;
    WritingPage {
        form,
        id: case.id,
        title: t.with("separate-for", &[("what", &whole::title(t, subject)), ("name", &case.name(receiver))]),
        whole: whole::lines(t, case, &app.forms, subject),
        t,
        page: page.work().marked_if(case.process.is_protected()),
    }
}
