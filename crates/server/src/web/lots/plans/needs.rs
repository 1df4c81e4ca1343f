//! What is needed, and what do we want to reach? (SoL 10:8 item 1)

use askama::Template;
use axum::extract::State;
use domain::{
    NeedNo, ProcessId,
    choice::{Horizon, View},
    lots::commitment::{self, RecordGoal, RecordNeed},
    party::InformationKind,
};
use policy::Action;

use super::ENTRY_MAX;
use crate::web::{
    actor::CurrentActor,
    app::App,
    case::{Case, Outcome, new_text},
    error::{Answer, WebError},
    form::{Choice, Fields, FormView},
    lots::{
        consent::grid::kind_key,
        offer::Offer,
        plans,
        saved::{Note, back},
    },
    page::{Page, show, show_again},
    path::Path,
    refusal_words::explain,
    texts::Texts,
};

#[derive(Template)]
#[template(path = "lots/plans/need.html")]
struct NeedPage {
    t: &'static Texts,
    page: Page,
    form: FormView,
    process: String,
    views: Vec<Choice>,
    kinds: Vec<Choice>,
}

#[derive(Template)]
#[template(path = "lots/plans/need_out.html")]
struct NeedOutPage {
    t: &'static Texts,
    page: Page,
    form: FormView,
    process: String,
    need: String,
}

#[derive(Template)]
#[template(path = "lots/plans/goal.html")]
struct GoalPage {
    t: &'static Texts,
    page: Page,
    form: FormView,
    process: String,
    horizons: Vec<Choice>,
    needs: Vec<Choice>,
}

fn views(t: &Texts) -> Offer<View> {
    Offer::of(View::ALL, View::word, |word| t.get(&format!("need-view-{word}")))
}

fn kinds(t: &Texts) -> Offer<InformationKind> {
    let choice = |kind: InformationKind| Choice::new(kind_key(kind), t.get(kind_key(kind)));
    Offer::new(InformationKind::ALL.map(|kind| (choice(kind), kind)))
}

fn horizons(t: &Texts) -> Offer<Horizon> {
    Offer::of(Horizon::ALL, Horizon::word, |word| t.get(&format!("horizon-{word}")))
}

fn needs(case: &Case) -> Offer<NeedNo> {
    let open = case.process.plan.open_needs();
    Offer::new(open.map(|(number, need)| (Choice::new(number.to_string(), case.text(need.text)), number)))
}

/// `GET /processes/{process}/needs`
pub async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
) -> Answer {
    let case = app.case(actor, process, Action::WriteNeedsAndGoals).await?;
    let form = page.form().with("view", View::Family.word());
    show(&need_view(page, &case, form))
}

/// `POST /processes/{process}/needs`
pub async fn create(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
    mut fields: Fields,
) -> Answer {
    let case = app.case(actor, process, Action::WriteNeedsAndGoals).await?;
    let text = fields.text("text", ENTRY_MAX);
    let view = views(page.t).one(&mut fields, "view");
    let kind = kinds(page.t).one(&mut fields, "kind");
    let (Some(text), Some(view), Some(kind)) = (text, view, kind) else {
        return show_again(&need_view(page, &case, fields.back()));
    };
    let text = new_text(text)?;
    let command = RecordNeed { text: text.id, view, kind };
    let decide = move |process: &_, now| commitment::record_need(process, now, command);
    match app.act(actor, process, Action::WriteNeedsAndGoals, vec![text], decide).await? {
        Outcome::Refused(refusal) => {
            show_again(&need_view(page, &case, fields.back_refused(explain(&refusal, &case))))
        }
        Outcome::Done(_) => Ok(back(&plans::address(process), Note::Need, "contents")),
    }
}

/// `GET /processes/{process}/needs/{need}`
pub async fn read_one(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path((process, need)): Path<(ProcessId, NeedNo)>,
) -> Answer {
    let case = app.case(actor, process, Action::WriteNeedsAndGoals).await?;
    let known = case.process.plan.open_needs().find(|(number, _)| *number == need);
    let (_, known) = known.ok_or(WebError::NotFound)?;
    show(&NeedOutPage {
        t: page.t,
        form: page.form(),
        process: format!("/processes/{process}"),
        need: case.text(known.text).to_owned(),
        page: page.work().marked_if(case.process.is_protected()),
    })
}

/// `POST /processes/{process}/needs/{need}`
pub async fn withdraw(
    State(app): State<App>,
    CurrentActor(actor): CurrentActor,
    Path((process, need)): Path<(ProcessId, NeedNo)>,
    _: Fields,
) -> Answer {
    let case = app.case(actor, process, Action::WriteNeedsAndGoals).await?;
    let decide = move |process: &_, now| commitment::withdraw_need(process, now, need);
    match app.act(actor, process, Action::WriteNeedsAndGoals, vec![], decide).await? {
        Outcome::Refused(refusal) => Err(WebError::Refused(Box::new(explain(&refusal, &case)))),
        Outcome::Done(_) => Ok(back(&plans::address(process), Note::NeedWithdrawn, "contents")),
    }
}

/// `GET /processes/{process}/goals`
pub async fn read_goals(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
) -> Answer {
    let case = app.case(actor, process, Action::WriteNeedsAndGoals).await?;
    let form = page.form();
    show(&goal_view(page, &case, form))
}

/// `POST /processes/{process}/goals`
pub async fn create_goal(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
    mut fields: Fields,
) -> Answer {
    let case = app.case(actor, process, Action::WriteNeedsAndGoals).await?;
    let text = fields.text("text", ENTRY_MAX);
    let horizon = horizons(page.t).one(&mut fields, "horizon");
    let need = needs(&case).one_if_any(&mut fields, "need");
    let (false, Some(text), Some(horizon)) = (fields.has_faults(), text, horizon) else {
        return show_again(&goal_view(page, &case, fields.back()));
    };
    let text = new_text(text)?;
    let command = RecordGoal { text: text.id, horizon, need };
    let decide = move |process: &_, now| commitment::record_goal(process, now, command);
    match app.act(actor, process, Action::WriteNeedsAndGoals, vec![text], decide).await? {
        Outcome::Refused(refusal) => {
            show_again(&goal_view(page, &case, fields.back_refused(explain(&refusal, &case))))
        }
        Outcome::Done(_) => Ok(back(&plans::address(process), Note::Goal, "contents")),
    }
}

fn need_view(page: Page, case: &Case, form: FormView) -> NeedPage {
    let t = page.t;
    NeedPage {
        form,
        process: format!("/processes/{}", case.id),
        views: views(t).choices(),
        kinds: kinds(t).choices(),
        page: page.work().marked_if(case.process.is_protected()),
        t,
    }
}

fn goal_view(page: Page, case: &Case, form: FormView) -> GoalPage {
    let t = page.t;
    GoalPage {
        form,
        process: format!("/processes/{}", case.id),
        horizons: horizons(t).choices(),
        needs: needs(case).choices(),
        page: page.work().marked_if(case.process.is_protected()),
        t,
    }
}
