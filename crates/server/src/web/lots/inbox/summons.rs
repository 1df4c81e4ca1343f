//! One received summons: what it asks of us, who of us takes part, and our answer.

use super::list::reply_key;
use crate::web::{
    actor::CurrentActor,
    app::App,
    case::{Case, Outcome, new_text},
    document::{DrawnDocument, draw},
    error::{Answer, WebError},
    form::{Choice, Fields, FormView, LINE_MAX},
    identity::{Actor, PersonId, Seat, UnitId},
    log_review::reference,
    page::{Page, show, show_again},
    path::Path,
    receipt::Receipt,
    refusal_words::explain,
    texts::Texts,
};
use askama::Template;
use axum::extract::State;
use domain::{
    ProcessId,
    choice::Reply,
    form::{Audience, Document},
    lots::delivery::{self, GiveReply, NameParticipant},
};
use jiff::civil::DateTime;
use policy::{Action, rule};
use store::SeatedPerson;

/// How many other times a unit that cannot come may propose.
const PROPOSALS_MAX: usize = 2;

#[derive(Template)]
#[template(path = "lots/inbox/summons.html")]
struct SummonsPage {
    t: &'static Texts,
    page: Page,
    reference: String,
    form: FormView,
    id: ProcessId,
    child: String,
    received: String,
    earliest: Option<String>,
    document: Option<DrawnDocument>,
    people: Vec<Taking>,
    colleagues: Vec<Choice>,
    may_answer: bool,
    reply: String,
    replies: Vec<Choice>,
    takes_part: bool,
}

/// Somebody at our unit who takes part.
struct Taking {
    name: String,
    departure: FormView,
}

/// `GET /inbox/{process}`
pub async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
) -> Answer {
    let unit = unit_of(actor)?;
    let case = app.case(actor, process, Action::ReadSummons).await?;
    let form = page.form();
    show(&view(&app, page, form, actor, unit, &case).await?)
}

/// `POST /inbox/{process}/participants`
pub async fn name(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
    mut fields: Fields,
) -> Answer {
    let unit = unit_of(actor)?;
    let case = app.case(actor, process, Action::ReadSummons).await?;
    let t = page.t;
    let seated = colleagues(&app, &case, unit).await?;
    let offered: Vec<(String, PersonId)> =
        seated.iter().map(|one| (one.seat.person.to_string(), one.seat.person)).collect();
    let offered: Vec<(&str, PersonId)> =
        offered.iter().map(|(code, person)| (code.as_str(), *person)).collect();
    let Some(person) = fields.choice("person", &offered) else {
        return show_again(&view(&app, page, fields.back(), actor, unit, &case).await?);
    };
    let named =
        seated.iter().find(|one| one.seat.person == person).map(|one| one.name.clone()).unwrap_or_default();
    let action = Action::NameParticipant { unit };
    let command = NameParticipant { unit, person };
    let outcome = app
        .act(actor, process, action, vec![], move |process, now| {
            delivery::name_participant(process, now, command)
        })
        .await?;
    match outcome {
        Outcome::Refused(refusal) => {
            let explained = explain(&refusal, &case);
            show_again(&view(&app, page, fields.back_refused(explained), actor, unit, &case).await?)
        }
        Outcome::Done(_) => {
            let receipt = Receipt::new(t.get("inbox-named"))
                .happened(t.with("inbox-named-who", &[("name", &named), ("unit", &case.unit(unit))]))
                .next_at(t.get("inbox-back"), format!("/inbox/{process}"));
            app.receipt_in(actor, process, receipt).await
        }
    }
}

/// `POST /inbox/{process}/participants/{person}/departure`
pub async fn release(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path((process, person)): Path<(ProcessId, PersonId)>,
    fields: Fields,
) -> Answer {
    let unit = unit_of(actor)?;
    let case = app.case(actor, process, Action::ReadSummons).await?;
    let t = page.t;
    let command = NameParticipant { unit, person };
    let action = Action::NameParticipant { unit };
    let outcome = app
        .act(actor, process, action, vec![], move |process, now| {
            delivery::release_participant(process, now, command)
        })
        .await?;
    match outcome {
        Outcome::Refused(refusal) => {
            let form = fields.back_refused(explain(&refusal, &case));
            show_again(&view(&app, page, form, actor, unit, &case).await?)
        }
        Outcome::Done(_) => {
            let receipt = Receipt::new(t.get("inbox-released"))
                .happened(t.with("inbox-released-who", &[("name", &case.name(person))]))
                .next_at(t.get("nav-inbox"), "/inbox");
            app.receipt_in(actor, process, receipt).await
        }
    }
}

/// `POST /inbox/{process}/reply`
pub async fn reply(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
    mut fields: Fields,
) -> Answer {
    let unit = unit_of(actor)?;
    let case = app.case(actor, process, Action::ReadSummons).await?;
    let t = page.t;
    let Some((reply, texts)) = answer(&mut fields, t, actor)? else {
        return show_again(&view(&app, page, fields.back(), actor, unit, &case).await?);
    };
    let key = reply_key(Some(&reply));
    let command = GiveReply { unit, reply };
    let outcome = app
        .act(actor, process, Action::Reply { unit }, texts, move |process, now| {
            delivery::reply(process, now, command.clone())
        })
        .await?;
    match outcome {
        Outcome::Refused(refusal) => {
            let form = fields.back_refused(explain(&refusal, &case));
            show_again(&view(&app, page, form, actor, unit, &case).await?)
        }
        Outcome::Done(_) => {
            let receipt = Receipt::new(t.get("inbox-replied"))
                .happened(t.get(key))
                .told(t.get("inbox-replied-told"))
                .next_at(t.get("nav-work"), "/work");
            app.receipt_in(actor, process, receipt).await
        }
    }
}

type Answered = (Reply, Vec<store::NewText>);

fn answer(fields: &mut Fields, t: &Texts, actor: Actor) -> Result<Option<Answered>, WebError> {
    let kind = fields.choice("reply", &[("coming", 0), ("substitute", 1), ("prevented", 2)]);
    let name = fields.text_if_any("substitute", LINE_MAX);
    let mut proposals: Vec<DateTime> = vec![];
    for number in 1..=PROPOSALS_MAX {
        let date = fields.date_if_any(&format!("date-{number}"));
        let time = fields.time_if_any(&format!("time-{number}"));
        match (date, time) {
            (Some(date), Some(time)) => proposals.push(date.to_datetime(time)),
            (Some(_), None) => fields.fault(&format!("time-{number}"), t.get("fault-time-missing")),
            (None, Some(_)) => fields.fault(&format!("date-{number}"), t.get("fault-date-missing")),
            (None, None) => {}
        }
    }
    if kind == Some(1) && name.is_none() {
        fields.fault("substitute", t.get("inbox-substitute-missing"));
    }
    if fields.has_faults() {
        return Ok(None);
    }
    Ok(match (kind, name) {
        (Some(0), _) => Some((Reply::Coming { person: actor.person }, vec![])),
        (Some(1), Some(name)) => {
            let text = new_text(name)?;
            Some((Reply::Substitute { name: text.id }, vec![text]))
        }
        (Some(_), _) => Some((Reply::Prevented { proposals }, vec![])),
        (None, _) => None,
    })
}

fn unit_of(actor: Actor) -> Result<UnitId, WebError> {
    match actor.seat {
        Seat::Staff { unit, .. } => Ok(unit),
        Seat::Family
        | Seat::Manager { .. }
        | Seat::Ambassador { .. }
        | Seat::Coordinator
        | Seat::SambaCoordinator
        | Seat::BodyMember { .. }
        | Seat::SteeringGroup
        | Seat::Administrator => Err(WebError::NotFound),
    }
}

async fn colleagues(app: &App, case: &Case, unit: UnitId) -> Result<Vec<SeatedPerson>, WebError> {
    let seated = app.store.seats_in(unit, case.now.today()).await?;
    let working = seated.into_iter().filter(|one| one.seat.role == store::Role::Staff);
    // While an identity is protected nobody takes part but whom the manager has named (PID-4).
    let working = working.filter(|one| case.process.may_be_handled_by(unit, one.seat.person));
    Ok(working.filter(|one| !case.process.deliveries.takes_part(unit, one.seat.person)).collect())
}

async fn view(
    app: &App,
    page: Page,
    form: FormView,
    actor: Actor,
    unit: UnitId,
    case: &Case,
) -> Result<SummonsPage, WebError> {
    let t = page.t;
    let delivery = case.process.deliveries.of(unit).ok_or(WebError::NotFound)?;
    let text = case.process.summonses.get(delivery.summons).map(|summons| summons.text.text);
    let document = text.and_then(|text| Document::parse(case.text(text)).ok());
    let kinds = case.process.kinds_for(unit, case.now.today());
    let agreed = &case.process.protection.agreed_passages;
    let copy =
        document.map(|document| document.copy_for(Audience::CalledUnits, Some(&kinds)).passed_on(agreed));
    let choice = |code: &str| {
        Choice::new(code, t.get(&format!("inbox-reply-{code}")))
            .explained(t.get(&format!("inbox-reply-{code}-hint")))
    };
    let departing = page.form();
    let people = delivery.participants.iter().map(|person| Taking {
        name: case.name(*person).to_owned(),
        departure: departing.clone().to(format!("/inbox/{}/participants/{person}/departure", case.id)),
    });
    let named = colleagues(app, case, unit).await?;
    Ok(SummonsPage {
        form,
        reference: reference(case.id),
        id: case.id,
        child: case.name(case.process.child()).to_owned(),
        received: delivery.received.map_or_else(|| t.get("inbox-not-received"), |(on, _)| t.date(on)),
        earliest: case.process.earliest_for(unit, &app.calendar).map(|earliest| t.date(earliest)),
        document: copy.map(|copy| draw(t, &copy, |_| true)),
        people: people.collect(),
        colleagues: named.into_iter().map(|one| Choice::new(one.seat.person.to_string(), one.name)).collect(),
        may_answer: rule(actor, Action::Reply { unit }, &case.process, case.now).is_ok(),
        reply: t.get(reply_key(delivery.reply.as_ref())),
        replies: ["coming", "substitute", "prevented"].into_iter().map(choice).collect(),
        takes_part: case.process.deliveries.takes_part(unit, actor.person),
        t,
        page: page.work().marked_if(case.process.is_protected()),
    })
}
