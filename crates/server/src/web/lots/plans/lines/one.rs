//! How does a line of one's own go on: confirmed, started, done, or not possible? (T10, PRI-08, PRI-10, T12)

use askama::Template;
use axum::extract::State;
use domain::{
    CommitmentNo, ProcessId,
    choice::{CommitmentState, Verdict},
    lots::commitment::{self, FollowUpCommitment, MoveCommitment},
};
use policy::{Action, Actor};

use super::follow_up_meeting;
use crate::web::{
    actor::CurrentActor,
    app::App,
    case::{Case, Outcome, new_text},
    error::{Answer, WebError},
    form::{Choice, Fields, FormView},
    lots::{
        offer::Offer,
        plans::{ENTRY_MAX, own_unit, plan_view},
        saved::{Note, back},
    },
    page::{Page, show, show_again},
    path::Path,
    refusal_words::explain,
    texts::Texts,
};

#[derive(Template)]
#[template(path = "lots/plans/lines/one.html")]
struct LinePage {
    t: &'static Texts,
    page: Page,
    form: FormView,
    process: String,
    address: String,
    line: plan_view::Line,
    follow_ups: Vec<String>,
    states: Vec<Choice>,
    verdicts: Vec<Choice>,
    follows_up: bool,
}

fn states(t: &Texts, now: CommitmentState) -> Offer<CommitmentState> {
    use CommitmentState::*;
    let onward: &[CommitmentState] = match now {
        Offered => &[Planned, Started, Done, Stopped, NotPossible],
        Planned => &[Started, Done, Stopped, NotPossible],
        Started => &[Done, Stopped, NotPossible],
        Done | Stopped | NotPossible => &[],
    };
    Offer::of(onward, CommitmentState::word, |word| t.get(&format!("line-state-{word}")))
}

fn verdicts(t: &Texts) -> Offer<Verdict> {
    Offer::of(Verdict::ALL, Verdict::word, |word| t.get(&format!("verdict-{word}")))
}

/// The line, if it is the actor's own unit's. Another unit's line is not there at all.
async fn open(app: &App, actor: Actor, process: ProcessId, line: CommitmentNo) -> Result<Case, WebError> {
    let case = app.case(actor, process, Action::ReadOwnLines).await?;
    let unit = own_unit(actor)?;
    let own = case.process.plan.line(line).is_some_and(|known| known.unit == unit);
    if own { Ok(case) } else { Err(WebError::NotFound) }
}

/// `GET /processes/{process}/lines/{line}`
pub async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path((process, number)): Path<(ProcessId, CommitmentNo)>,
) -> Answer {
    let case = open(&app, actor, process, number).await?;
    let form = page.form();
    show(&view(page, &case, number, form, true)?)
}

/// `POST /processes/{process}/lines/{line}/confirmation`
pub async fn confirm(
    State(app): State<App>,
    CurrentActor(actor): CurrentActor,
    Path((process, number)): Path<(ProcessId, CommitmentNo)>,
    _: Fields,
) -> Answer {
    let case = open(&app, actor, process, number).await?;
    let action = Action::WriteOwnLine { unit: own_unit(actor)? };
    let by = actor.person;
    let decide = move |process: &_, now| commitment::confirm(process, now, number, by);
    match app.act(actor, process, action, vec![], decide).await? {
        Outcome::Refused(refusal) => Err(WebError::Refused(Box::new(explain(&refusal, &case)))),
        Outcome::Done(_) => Ok(back(&format!("/processes/{process}/lines"), Note::Confirmed, "own")),
    }
}

/// `POST /processes/{process}/lines/{line}/state`
pub async fn move_to(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path((process, number)): Path<(ProcessId, CommitmentNo)>,
    mut fields: Fields,
) -> Answer {
    let case = open(&app, actor, process, number).await?;
    let action = Action::WriteOwnLine { unit: own_unit(actor)? };
    let now_state = case.process.plan.line(number).ok_or(WebError::NotFound)?.state;
    let to = states(page.t, now_state).one(&mut fields, "state");
    let reason = fields.text_if_any("reason", ENTRY_MAX);
    let instead = fields.text_if_any("instead", ENTRY_MAX);
    let (false, Some(to)) = (fields.has_faults(), to) else {
        return show_again(&view(page, &case, number, fields.back(), true)?);
    };
    let (reason, instead) = (reason.map(new_text).transpose()?, instead.map(new_text).transpose()?);
    let command = MoveCommitment {
        commitment: number,
        to,
        reason: reason.as_ref().map(|text| text.id),
        instead: instead.as_ref().map(|text| text.id),
        by: actor.person,
    };
    let texts: Vec<_> = reason.into_iter().chain(instead).collect();
    let decide = move |process: &_, now| commitment::move_to(process, now, command);
    match app.act(actor, process, action, texts, decide).await? {
        Outcome::Refused(refusal) => {
            let form = fields.back_refused(explain(&refusal, &case));
            show_again(&view(page, &case, number, form, true)?)
        }
        Outcome::Done(_) => Ok(back(&format!("/processes/{process}/lines"), Note::Line, "own")),
    }
}

/// `POST /processes/{process}/lines/{line}/follow-up`
pub async fn follow_up(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path((process, number)): Path<(ProcessId, CommitmentNo)>,
    mut fields: Fields,
) -> Answer {
    let case = open(&app, actor, process, number).await?;
    let action = Action::WriteOwnLine { unit: own_unit(actor)? };
    let (meeting, _) = follow_up_meeting(&case).ok_or(WebError::NotFound)?;
    let result = fields.text("result", ENTRY_MAX);
    let verdict = verdicts(page.t).one(&mut fields, "verdict");
    let (Some(result), Some(verdict)) = (result, verdict) else {
        return show_again(&view(page, &case, number, fields.back(), false)?);
    };
    let result = new_text(result)?;
    let by = actor.person;
    let command = FollowUpCommitment { commitment: number, meeting, result: result.id, verdict, by };
    let decide = move |process: &_, now| commitment::follow_up(process, now, command);
    match app.act(actor, process, action, vec![result], decide).await? {
        Outcome::Refused(refusal) => {
            let form = fields.back_refused(explain(&refusal, &case));
            show_again(&view(page, &case, number, form, false)?)
        }
        Outcome::Done(_) => Ok(back(&format!("/processes/{process}/lines"), Note::FollowedUp, "own")),
    }
}

fn view(
    page: Page,
    case: &Case,
    number: CommitmentNo,
    form: FormView,
    at_state: bool,
) -> Result<LinePage, WebError> {
    let t = page.t;
    let line = case.process.plan.line(number).ok_or(WebError::NotFound)?;
    let follow_ups = line.follow_ups.iter().map(|(meeting, text, verdict)| {
        let verdict = t.get(&format!("verdict-{}", verdict.word()));
        t.with(
            "line-followed-up",
            &[("meeting", &meeting.0), ("result", &case.text(*text)), ("verdict", &verdict)],
        )
    });
    let address = super::address(case.id, number);
    let part = if at_state { "state" } else { "follow-up" };
    Ok(LinePage {
        form: form.to(format!("{address}/{part}")),
        process: format!("/processes/{}", case.id),
        address,
        line: plan_view::line(t, case, number, line),
        follow_ups: follow_ups.collect(),
        states: states(t, line.state).choices(),
        verdicts: verdicts(t).choices(),
        follows_up: follow_up_meeting(case).is_some()
            && !case.process.line_is_outside(line, case.now.today()),
        page: page.work().marked_if(case.process.is_protected()),
        t,
    })
}
