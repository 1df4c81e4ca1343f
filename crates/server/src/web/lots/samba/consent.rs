//! To which bodies and parties may the case be known, and until when? Asked for by the caseworker. (S7; CON-21, CON-22)
//!
//! What is shown before the act is the text that is locked: both are made by [`text::of`] of the same choices, and the
//! hash that was shown goes with the act.

mod text;

pub use text::about;

use askama::Template;
use axum::extract::State;
use domain::{
    BodyId, CaseNo, PartyId, Process, ProcessId, Refusal,
    choice::TextHash,
    lots::summons::latest_end,
    samba::{
        bodies::Body,
        consent::{FreezeSambaConsent, SambaConsent, freeze},
    },
};
use jiff::civil::Date;
use policy::{Action, Actor};
use serde::Deserialize;
use store::NewText;

use super::{address, is_caseworker, last};
use crate::web::{
    actor::CurrentActor,
    app::App,
    case::{Case, Outcome, frozen, new_text},
    error::{Answer, WebError},
    form::{Choice, Fields, FormView},
    page::{Page, show, show_again},
    path::{Asked, Path},
    receipt::Receipt,
    refusal_words::{explain, listed},
    texts::Texts,
};

#[derive(Template)]
#[template(path = "lots/samba/consent.html")]
struct ConsentPage {
    t: &'static Texts,
    page: Page,
    form: FormView,
    id: ProcessId,
    child: String,
    step: Step,
}

/// What the page is there for.
enum Step {
    /// Choosing whom to ask for.
    Choosing { bodies: Vec<Choice>, parties: Vec<Choice>, latest: String },
    /// The text as it will be locked.
    Shown { text: String, hash: String, bodies: Vec<String>, parties: Vec<String>, signers: Vec<String> },
    /// The text that was locked last, if any.
    Locked { text: Option<String>, standing: String, again: bool },
}

/// Whom the family is asked to let know, and until when.
#[derive(Debug, Clone)]
struct Chosen {
    bodies: Vec<BodyId>,
    parties: Vec<PartyId>,
    valid_until: Date,
}

#[derive(Deserialize, Default)]
pub struct Query {
    /// The form, also when a text is locked already.
    again: Option<String>,
}

/// `GET /processes/{process}/samba/consent`
pub async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
    Asked(query): Asked<Query>,
) -> Answer {
    let case = app.case(actor, process, Action::ReadSamba).await?;
    let (number, samba) = last(&case)?;
    let asks = is_caseworker(samba, actor.person);
    let locked = case.process.samba.consents_of(number).next_back();
    if !asks || (locked.is_some() && query.again.is_none()) {
        let (text, standing) = standing(page.t, &case, locked);
        let form = page.form();
        return show(&view(page, form, &case, Step::Locked { text, standing, again: asks }));
    }
    let latest = latest_end(&case.process, &app.calendar, case.now.today());
    let form = page.form().with("valid_until", latest.to_string());
    let step = choosing(page.t, &app, &case);
    show(&view(page, form, &case, step))
}

/// `POST /processes/{process}/samba/consent`: shows the text, and with the hash of what was shown locks it.
pub async fn create(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
    mut fields: Fields,
) -> Answer {
    let case = app.case(actor, process, Action::AskSambaConsent).await?;
    let (number, samba) = last(&case)?;
    if !is_caseworker(samba, actor.person) {
        return Err(WebError::Forbidden);
    }
    let t = page.t;
    let Some(chosen) = chosen(&app, &mut fields) else {
        let step = choosing(t, &app, &case);
        return show_again(&view(page, fields.back(), &case, step));
    };
    let text = new_text(text::of(t, &app, &case, samba, &chosen))?;
    let shown: Option<TextHash> = fields.raw("shown").parse().ok();
    let command = command(actor, number, &chosen, &text);
    let fits = freeze(&case.process, &app.bodies, &app.calendar, case.now, command.clone()).is_ok();
    if shown.is_none() && fits {
        let form = page.form().with("valid_until", chosen.valid_until.to_string());
        let form = form.with("shown", command.text.hash.to_string());
        let step = preview(&app, &case, &chosen, &text);
        return show(&view(page, form, &case, step));
    }
    let as_shown = shown == Some(command.text.hash);
    let (bodies, calendar) = (app.bodies.clone(), app.calendar.clone());
    let decide = move |process: &Process, now| {
        // A rule's no comes first: then there was nothing to show.
        let events = freeze(process, &bodies, &calendar, now, command.clone())?;
        if as_shown { Ok(events) } else { Err(Refusal::TextChanged) }
    };
    match app.act(actor, process, Action::AskSambaConsent, vec![text], decide).await? {
        Outcome::Refused(refusal) => {
            let form = fields.back_refused(explain(&refusal, &case));
            let step = choosing(t, &app, &case);
            show_again(&view(page, form, &case, step))
        }
        Outcome::Done(_) => app.receipt_in(actor, process, receipt(t, &case)).await,
    }
}

fn command(actor: Actor, case: CaseNo, chosen: &Chosen, text: &NewText) -> FreezeSambaConsent {
    let Chosen { bodies, parties, valid_until } = chosen.clone();
    FreezeSambaConsent { case, bodies, parties, valid_until, text: frozen(text), by: actor.person }
}

fn receipt(t: &Texts, case: &Case) -> Receipt {
    Receipt::new(t.get("samba-asked-done"))
        .happened(t.get("samba-asked-happened"))
        .told(t.with("samba-asked-told", &[("people", &listed(t, &signers(case)))]))
        .next_at(t.get("place-samba"), address(case, ""))
}

/// Those who are asked: the same as for the consent of Lots.
fn signers(case: &Case) -> Vec<String> {
    let all = case.process.signatories(case.now.today(), false, &[]).unwrap_or_default();
    all.iter().map(|signatory| case.name(signatory.person).to_owned()).collect()
}

fn chosen(app: &App, fields: &mut Fields) -> Option<Chosen> {
    let codes: Vec<(String, BodyId)> =
        app.bodies.bodies().iter().map(|body| (body.code.clone(), body.id)).collect();
    let codes: Vec<(&str, BodyId)> = codes.iter().map(|(code, id)| (code.as_str(), *id)).collect();
    let bodies = fields.choices("bodies", &codes);
    let codes: Vec<(String, PartyId)> =
        app.bodies.parties().iter().map(|party| (party.code.clone(), party.id)).collect();
    let codes: Vec<(&str, PartyId)> = codes.iter().map(|(code, id)| (code.as_str(), *id)).collect();
    let parties = fields.choices("parties", &codes);
    for (name, none) in [("bodies", bodies.is_empty()), ("parties", parties.is_empty())] {
        if none && !fields.has_faults() {
            fields.fault_with(name, "fault-choice-missing");
        }
    }
    let valid_until = fields.date("valid_until")?;
    (!fields.has_faults()).then_some(Chosen { bodies, parties, valid_until })
}

fn choosing(t: &Texts, app: &App, case: &Case) -> Step {
    let party = |party: &domain::samba::bodies::Party| {
        let units: Vec<String> = case
            .process
            .participating_units(case.now.today())
            .into_iter()
            .filter(|unit| app.bodies.party_of(*unit, &app.organisation) == Some(party.id))
            .map(|unit| case.unit(unit).into_owned())
            .collect();
        let seats: Vec<String> = app
            .bodies
            .bodies()
            .iter()
            .filter_map(|body| body.place(party.id).map(|place| format!("{}: {}", body.name, place.title)))
            .collect();
        let seats = t.with("samba-party-seats", &[("seats", &seats.join(", "))]);
        let near = match units.as_slice() {
            [] => String::new(),
            units => t.with("samba-party-units", &[("units", &units.join(", "))]),
        };
        Choice::new(&party.code, &party.name).explained(format!("{seats} {near}").trim().to_owned())
    };
    Step::Choosing {
        bodies: app.bodies.bodies().iter().map(|body| body_choice(t, body)).collect(),
        parties: app.bodies.parties().iter().map(party).collect(),
        latest: latest_end(&case.process, &app.calendar, case.now.today()).to_string(),
    }
}

fn body_choice(t: &Texts, body: &Body) -> Choice {
    Choice::new(&body.code, &body.name).explained(text::about(t, body))
}

fn preview(app: &App, case: &Case, chosen: &Chosen, text: &NewText) -> Step {
    let bodies = chosen.bodies.iter().filter_map(|body| app.bodies.body(*body)).map(|body| body.code.clone());
    let parties = chosen.parties.iter().filter_map(|party| app.bodies.party(*party));
    let parties = parties.map(|party| party.code.clone());
    Step::Shown {
        text: text.body.clone(),
        hash: frozen(text).hash.to_string(),
        bodies: bodies.collect(),
        parties: parties.collect(),
        signers: signers(case),
    }
}

fn standing(t: &Texts, case: &Case, consent: Option<&SambaConsent>) -> (Option<String>, String) {
    let Some(consent) = consent else { return (None, t.get("samba-consent-none")) };
    let today = case.now.today();
    let words = if !consent.refused_by.is_empty() {
        "samba-consent-refused"
    } else if !consent.active {
        "samba-consent-waits"
    } else if case.process.bodies_admitted(consent.case, today).is_empty() {
        "samba-consent-over"
    } else {
        "samba-consent-holds"
    };
    let text = case.text(consent.text.text).to_owned();
    (Some(text), t.with(words, &[("date", &t.date(consent.valid_until))]))
}

fn view(page: Page, form: FormView, case: &Case, step: Step) -> ConsentPage {
    ConsentPage {
        t: page.t,
        form,
        id: case.id,
        child: case.name(case.process.child()).to_owned(),
        step,
        page: page.work().marked_if(case.process.is_protected()),
    }
}
