//! What does nobody answer for yet? A question is all that one unit can put to another. (PRI-02, PRI-03)

use askama::Template;
use axum::extract::State;
use domain::{
    ProcessId, QuestionNo,
    lots::commitment::{self, AnswerQuestion, AskQuestion},
};
use policy::{Action, Actor, Seat};

use super::{ENTRY_MAX, own_unit};
use crate::web::{
    actor::CurrentActor,
    app::App,
    case::{Case, Outcome, new_text},
    error::{Answer, WebError},
    form::{Choice, Fields, FormView},
    lots::{
        offer::{self, Offer},
        plans,
        saved::{Note, back},
    },
    page::{Page, show, show_again},
    path::Path,
    refusal_words::explain,
    texts::Texts,
};

#[derive(Template)]
#[template(path = "lots/plans/question.html")]
struct AskPage {
    t: &'static Texts,
    page: Page,
    form: FormView,
    back: String,
    units: Vec<Choice>,
}

#[derive(Template)]
#[template(path = "lots/plans/answer.html")]
struct AnswerPage {
    t: &'static Texts,
    page: Page,
    form: FormView,
    process: String,
    question: String,
    unit: String,
}

/// Units that a question can concern: those that take part. Another one has to be called first, which is the
/// family's to decide (PRI-04).
fn units(case: &Case) -> Offer<domain::UnitId> {
    offer::units(case, case.process.receiving_units(case.now.today()))
}

/// Back to the plan for those who work on it together, to one's own lines for others.
fn home(actor: Actor, case: &Case) -> String {
    match policy::rule(actor, Action::ReadWorkingPlan, &case.process, case.now) {
        Ok(_) => plans::address(case.id),
        Err(_) => format!("/processes/{}/lines", case.id),
    }
}

/// `GET /processes/{process}/questions`
pub async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
) -> Answer {
    let case = app.case(actor, process, Action::AskQuestion).await?;
    let form = page.form();
    show(&view(page, actor, &case, form))
}

/// `POST /processes/{process}/questions`
pub async fn create(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
    mut fields: Fields,
) -> Answer {
    let case = app.case(actor, process, Action::AskQuestion).await?;
    let text = fields.text("text", ENTRY_MAX);
    let concerned = units(&case).many(&mut fields, "units");
    let (false, Some(text)) = (fields.has_faults(), text) else {
        return show_again(&view(page, actor, &case, fields.back()));
    };
    let text = new_text(text)?;
    let by_unit = match actor.seat {
        Seat::Staff { unit, .. } => Some(unit),
        Seat::Family
        | Seat::Manager { .. }
        | Seat::Ambassador { .. }
        | Seat::Coordinator
        | Seat::SambaCoordinator
        | Seat::BodyMember { .. }
        | Seat::SteeringGroup
        | Seat::Administrator => None,
    };
    let command = AskQuestion { text: text.id, by_unit, units: concerned };
    let decide = move |process: &_, now| commitment::ask(process, now, command.clone());
    match app.act(actor, process, Action::AskQuestion, vec![text], decide).await? {
        Outcome::Refused(refusal) => {
            show_again(&view(page, actor, &case, fields.back_refused(explain(&refusal, &case))))
        }
        Outcome::Done(_) => Ok(back(&home(actor, &case), Note::Question, "main")),
    }
}

/// `GET /processes/{process}/questions/{question}`
pub async fn read_one(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path((process, question)): Path<(ProcessId, QuestionNo)>,
) -> Answer {
    let case = app.case(actor, process, Action::AnswerQuestion { unit: own_unit(actor)? }).await?;
    let form = page.form();
    show(&answer_view(page, actor, &case, question, form)?)
}

/// `POST /processes/{process}/questions/{question}`
pub async fn answer(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path((process, question)): Path<(ProcessId, QuestionNo)>,
    mut fields: Fields,
) -> Answer {
    let unit = own_unit(actor)?;
    let action = Action::AnswerQuestion { unit };
    let case = app.case(actor, process, action).await?;
    let Some(text) = fields.text("answer", ENTRY_MAX) else {
        return show_again(&answer_view(page, actor, &case, question, fields.back())?);
    };
    let text = new_text(text)?;
    let command = AnswerQuestion { question, by_unit: unit, by: actor.person, answer: text.id };
    let decide = move |process: &_, now| commitment::answer(process, now, command);
    match app.act(actor, process, action, vec![text], decide).await? {
        Outcome::Refused(refusal) => {
            let form = fields.back_refused(explain(&refusal, &case));
            show_again(&answer_view(page, actor, &case, question, form)?)
        }
        Outcome::Done(_) => Ok(back(&format!("/processes/{process}/lines"), Note::Answer, "asked")),
    }
}

fn view(page: Page, actor: Actor, case: &Case, form: FormView) -> AskPage {
    AskPage {
        t: page.t,
        form,
        back: home(actor, case),
        units: units(case).choices(),
        page: page.work().marked_if(case.process.is_protected()),
    }
}

/// A question that does not concern the unit is not there for it.
fn answer_view(
    page: Page,
    actor: Actor,
    case: &Case,
    number: QuestionNo,
    form: FormView,
) -> Result<AnswerPage, WebError> {
    let unit = own_unit(actor)?;
    let mut all = case.process.plan.question_numbers();
    let asked = all.find(|(known, question)| *known == number && question.units.contains(&unit));
    let (_, question) = asked.ok_or(WebError::NotFound)?;
    Ok(AnswerPage {
        t: page.t,
        form,
        process: format!("/processes/{}", case.id),
        question: case.text(question.text).to_owned(),
        unit: case.unit(unit).into_owned(),
        page: page.work().marked_if(case.process.is_protected()),
    })
}
