//! One version of the plan: my copy of it, or the text that waits for what I think. (T9, REL-1)

use askama::Template;
use axum::extract::State;
use domain::{
    PersonId, PlanVersion, ProcessId,
    choice::{PlanKind, PlanStatus},
    lots::{
        plan::{ReleasedCopy, Version},
        release::{AnswerPlan, answer_plan},
    },
    party::Receiver,
};
use policy::Action;

use crate::web::{
    actor::CurrentActor,
    app::App,
    case::{Case, Outcome, new_text},
    error::{Answer, WebError},
    family::{
        frame::{self, Frame, home},
        frozen::{self, Frozen},
        refusal_words::explain,
        voice::{Voice, first_name},
    },
    form::{Choice, Fields, FormView},
    page::{Page, show, show_again},
    path::Path,
    receipt::Receipt,
};

/// The longest dissent, in characters.
const DISSENT_MAX: usize = 2_000;

#[derive(Template)]
#[template(path = "family/plan_version.html")]
struct VersionPage {
    t: Voice,
    page: Page,
    frame: Frame,
    form: FormView,
    number: u32,
    note: Frozen,
    written: String,
    /// The day I was given it; nothing while it waits for answers.
    given: Option<String>,
    /// What stood in the way of a plan.
    obstacle: Option<String>,
    lots_plan: bool,
    answers: Vec<AnswerLine>,
    mine: Option<String>,
    can_answer: bool,
    choices: Vec<Choice>,
    back: String,
}

struct AnswerLine {
    name: String,
    words: String,
}

/// `GET /family/processes/{process}/plan/versions/{version}`
pub async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path((process, version)): Path<(ProcessId, PlanVersion)>,
) -> Answer {
    let case = app.case(actor, process, Action::ReadWorkingPlan).await?;
    let form = page.form();
    show(&view(&app, page, actor.person, &case, version, form)?)
}

/// `POST /family/processes/{process}/plan/versions/{version}`: I accept the text, or say what is wrong.
pub async fn create(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path((process, version)): Path<(ProcessId, PlanVersion)>,
    mut fields: Fields,
) -> Answer {
    let case = app.case(actor, process, Action::ReadWorkingPlan).await?;
    let (t, by) = (Voice::of(page.t, &case), actor.person);
    let good = fields.choice("answer", &[("good", true), ("not", false)]);
    let dissent = match good {
        Some(false) => fields.text("dissent", DISSENT_MAX),
        Some(true) | None => None,
    };
    let Some(good) = good.filter(|_| !fields.has_faults()) else {
        return show_again(&view(&app, page, by, &case, version, fields.back())?);
    };
    let text = dissent.map(new_text).transpose()?;
    let command = AnswerPlan { version, by, dissent: text.as_ref().map(|text| text.id) };
    let texts: Vec<store::NewText> = text.into_iter().collect();
    let decide = move |process: &domain::Process, now| answer_plan(process, now, command);
    match app.act(actor, process, Action::AnswerPlan { person: by }, texts, decide).await? {
        Outcome::Done(_) => app.receipt_in(actor, process, receipt(t, &case, version, good)).await,
        Outcome::Refused(refusal) => {
            let form = fields.back_refused(explain(t, &refusal, &case));
            show_again(&view(&app, page, by, &case, version, form)?)
        }
    }
}

fn receipt(t: Voice, case: &Case, version: PlanVersion, good: bool) -> Receipt {
    let lead = frame::person_and_unit(t, case, case.process.lead());
    let (title, means) = if good {
        ("family-plan-accepted", "family-plan-accepted-means")
    } else {
        ("family-plan-dissented", "family-plan-dissented-means")
    };
    Receipt::new(t.get(title))
        .happened(t.get(means))
        .told(t.with("family-plan-answer-told", &[("lead", &lead)]))
        .next(t.get("family-plan-answer-next"))
        .next_at(t.get("family-plan-answer-again"), format!("{}/plan/versions/{version}", home(case.id)))
        .next_at(t.with("family-back", &[("child", &frame::child(case))]), home(case.id))
}

/// A version of which I have no copy although it has been released is no page of mine.
fn view(
    app: &App,
    page: Page,
    me: PersonId,
    case: &Case,
    number: PlanVersion,
    form: FormView,
) -> Result<VersionPage, WebError> {
    let t = Voice::of(page.t, case);
    let version = case.process.plan.version(number).ok_or(WebError::NotFound)?;
    let copy = my_copy(me, case, number);
    if copy.is_none() && version.released.is_some() {
        return Err(WebError::NotFound);
    }
    let note = match copy {
        Some(copy) => frozen::draw(t, case, &app.forms, copy.text.text),
        None => frozen::draw_beforehand(t, case, &app.forms, number, me).ok_or(WebError::NotFound)?,
    };
    Ok(VersionPage {
        number: number.0,
        note,
        written: t.date(version.written_on),
        given: copy.map(|copy| t.date(copy.on)),
        obstacle: (version.status == PlanStatus::Attempted)
            .then(|| version.obstacle.map(|obstacle| case.text(obstacle)).unwrap_or_default().to_owned()),
        lots_plan: version.kind == PlanKind::LotsPlan,
        answers: answers(t, me, case, version),
        mine: version.answers.get(&me).map(|dissent| answer_words(t, case, *dissent)),
        can_answer: version.released.is_none() && !frame::is_over(case),
        choices: vec![
            Choice::new("good", t.get("family-plan-good")).explained(t.get("family-plan-good-hint")),
            Choice::new("not", t.get("family-plan-not-good")).explained(t.get("family-plan-not-good-hint")),
        ],
        back: format!("{}/plan", home(case.id)),
        t,
        frame: Frame::of(case),
        form,
        page: frame::page(page, case),
    })
}

fn my_copy(me: PersonId, case: &Case, version: PlanVersion) -> Option<&ReleasedCopy> {
    let receiver = Receiver::Family { person: me };
    case.process.plan.copies.iter().find(|copy| copy.receiver == receiver && copy.version == version)
}

/// What the others in the family have said.
fn answers(t: Voice, me: PersonId, case: &Case, version: &Version) -> Vec<AnswerLine> {
    let others = version.answers.iter().filter(|(person, _)| **person != me);
    let line = |(person, dissent): (&PersonId, &Option<domain::TextId>)| AnswerLine {
        name: first_name(case.name(*person)),
        words: answer_words(t, case, *dissent),
    };
    others.map(line).collect()
}

fn answer_words(t: Voice, case: &Case, dissent: Option<domain::TextId>) -> String {
    match dissent {
        None => t.get("family-plan-says-good"),
        Some(text) => t.with("family-plan-says", &[("words", &case.text(text))]),
    }
}
