//! What is important to me, and where do we want to get? In the family's own words. (PRI-14)

use askama::Template;
use axum::extract::State;
use domain::{
    NeedNo, Process, ProcessId, Refusal, TextId,
    choice::{Horizon, View},
    lots::commitment::{RecordGoal, RecordNeed, record_goal, record_need, withdraw_need as withdraw},
    party::InformationKind,
};
use policy::Action;

use crate::web::{
    actor::CurrentActor,
    app::App,
    case::{Case, Outcome, new_text},
    error::{Answer, WebError},
    family::{
        frame::{self, Frame, home},
        refusal_words::explain,
        summons::kind_words,
        voice::{Voice, key},
    },
    form::{Choice, Fields, FormView},
    page::{Page, show, show_again},
    path::Path,
    receipt::Receipt,
};

/// The longest need or goal, in characters.
const WORDS_MAX: usize = 1_000;

/// The kinds in the order they are offered, with the value of each in the form.
const KINDS: [(&str, InformationKind); 6] = [
    ("school", InformationKind::School),
    ("health", InformationKind::Health),
    ("social", InformationKind::SocialSituation),
    ("family", InformationKind::Family),
    ("economy", InformationKind::Economy),
    ("other", InformationKind::Other),
];

const HORIZONS: [(&str, Horizon); 2] = [("short", Horizon::Short), ("long", Horizon::Long)];

#[derive(Template)]
#[template(path = "family/plan_need.html")]
struct NeedPage {
    t: Voice,
    page: Page,
    frame: Frame,
    form: FormView,
    kinds: Vec<Choice>,
    back: String,
}

#[derive(Template)]
#[template(path = "family/plan_goal.html")]
struct GoalPage {
    t: Voice,
    page: Page,
    frame: Frame,
    form: FormView,
    horizons: Vec<Choice>,
    needs: Vec<Choice>,
    back: String,
}

/// `GET /family/processes/{process}/plan/needs/new`
pub async fn read_need(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
) -> Answer {
    let case = app.case(actor, process, Action::ReadWorkingPlan).await?;
    let form = page.form();
    show(&need_page(page, &case, form))
}

/// `POST /family/processes/{process}/plan/needs/new`
pub async fn create_need(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
    mut fields: Fields,
) -> Answer {
    let case = app.case(actor, process, Action::ReadWorkingPlan).await?;
    let t = Voice::of(page.t, &case);
    let (words, kind) = (fields.text("words", WORDS_MAX), fields.choice("kind", &KINDS));
    let (Some(words), Some(kind)) = (words, kind) else {
        return show_again(&need_page(page, &case, fields.back()));
    };
    let text = new_text(words)?;
    let command = RecordNeed { text: text.id, view: View::Family, kind };
    let decide = move |process: &Process, now| record_need(process, now, command);
    match app.act(actor, process, Action::WriteNeedsAndGoals, vec![text], decide).await? {
        Outcome::Done(_) => app.receipt_in(actor, process, receipt(t, &case, "family-need-done")).await,
        Outcome::Refused(refusal) => {
            show_again(&need_page(page, &case, fields.back_refused(explain(t, &refusal, &case))))
        }
    }
}

/// `POST /family/processes/{process}/plan/needs/{need}`: it is no longer what matters.
pub async fn withdraw_need(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path((process, need)): Path<(ProcessId, TextId)>,
    fields: Fields,
) -> Answer {
    let case = app.case(actor, process, Action::ReadWorkingPlan).await?;
    let t = Voice::of(page.t, &case);
    if !case.process.plan.open_needs().any(|(_, known)| known.text == need) {
        return Err(WebError::NotFound);
    }
    let decide = move |process: &Process, now| withdraw(process, now, number_of(process, need)?);
    match app.act(actor, process, Action::WriteNeedsAndGoals, vec![], decide).await? {
        Outcome::Done(_) => app.receipt_in(actor, process, receipt(t, &case, "family-need-withdrawn")).await,
        Outcome::Refused(refusal) => {
            let form = fields.back_refused(explain(t, &refusal, &case));
            show_again(&need_page(page, &case, form.to(format!("{}/plan/needs/new", home(case.id)))))
        }
    }
}

/// `GET /family/processes/{process}/plan/goals/new`
pub async fn read_goal(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
) -> Answer {
    let case = app.case(actor, process, Action::ReadWorkingPlan).await?;
    let form = page.form();
    show(&goal_page(page, &case, form))
}

/// `POST /family/processes/{process}/plan/goals/new`
pub async fn create_goal(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
    mut fields: Fields,
) -> Answer {
    let case = app.case(actor, process, Action::ReadWorkingPlan).await?;
    let t = Voice::of(page.t, &case);
    let offered = needs(&case);
    let codes: Vec<(&str, TextId)> =
        offered.iter().map(|(text, choice)| (choice.code.as_str(), *text)).collect();
    let words = fields.text("words", WORDS_MAX);
    let horizon = fields.choice("horizon", &HORIZONS);
    let need = fields.choice_if_any("need", &codes);
    let (Some(words), Some(horizon), false) = (words, horizon, fields.has_faults()) else {
        return show_again(&goal_page(page, &case, fields.back()));
    };
    let text = new_text(words)?;
    let words = text.id;
    let decide = move |process: &Process, now| {
        let need = need.map(|need| number_of(process, need)).transpose()?;
        record_goal(process, now, RecordGoal { text: words, horizon, need })
    };
    match app.act(actor, process, Action::WriteNeedsAndGoals, vec![text], decide).await? {
        Outcome::Done(_) => app.receipt_in(actor, process, receipt(t, &case, "family-goal-done")).await,
        Outcome::Refused(refusal) => {
            show_again(&goal_page(page, &case, fields.back_refused(explain(t, &refusal, &case))))
        }
    }
}

fn receipt(t: Voice, case: &Case, title: &str) -> Receipt {
    let lead = frame::person_and_unit(t, case, case.process.lead());
    Receipt::new(t.get(title))
        .told(t.with("family-words-told", &[("lead", &lead)]))
        .next(t.get("family-words-next"))
        .next_at(t.get("family-way-plan"), format!("{}/plan", home(case.id)))
        .next_at(t.with("family-back", &[("child", &frame::child(case))]), home(case.id))
}

fn need_page(page: Page, case: &Case, form: FormView) -> NeedPage {
    let t = Voice::of(page.t, case);
    NeedPage {
        kinds: KINDS.iter().map(|(code, kind)| Choice::new(*code, kind_words(t, *kind))).collect(),
        back: format!("{}/plan", home(case.id)),
        t,
        frame: Frame::of(case),
        form,
        page: frame::page(page, case),
    }
}

fn goal_page(page: Page, case: &Case, form: FormView) -> GoalPage {
    let t = Voice::of(page.t, case);
    let horizon = |(code, horizon): &(&str, Horizon)| {
        Choice::new(*code, t.get(&format!("family-horizon-{}", key(horizon.word()))))
    };
    GoalPage {
        horizons: HORIZONS.iter().map(horizon).collect(),
        needs: needs(case).into_iter().map(|(_, choice)| choice).collect(),
        back: format!("{}/plan", home(case.id)),
        t,
        frame: Frame::of(case),
        form,
        page: frame::page(page, case),
    }
}

/// The needs that a goal can belong to. They go by their texts: the numbers that a reader is shown need not be
/// those of the whole process (AC-7).
fn needs(case: &Case) -> Vec<(TextId, Choice)> {
    let open = case.process.plan.open_needs();
    open.map(|(_, need)| (need.text, Choice::new(need.text.to_string(), case.text(need.text)))).collect()
}

fn number_of(process: &Process, text: TextId) -> Result<NeedNo, Refusal> {
    let found = process.plan.open_needs().find(|(_, need)| need.text == text);
    found.map(|(number, _)| number).ok_or(Refusal::NoSuchLine)
}
