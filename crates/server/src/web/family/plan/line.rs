//! Has this helped? The family rates the effect, from 1 to 5. It never grades anybody's assessment. (PRI-11)

use askama::Template;
use axum::extract::State;
use domain::{
    PersonId, Process, ProcessId, Refusal, TextId,
    lots::{commitment::rate as decide_rating, plan::Commitment},
};
use policy::Action;

use super::overview::{PromiseLine, promise};
use crate::web::{
    actor::CurrentActor,
    app::App,
    case::{Case, Outcome},
    error::{Answer, WebError},
    family::{
        frame::{self, Frame, home},
        refusal_words::explain,
        voice::Voice,
    },
    form::{Choice, Fields, FormView},
    page::{Page, show, show_again},
    path::Path,
    receipt::Receipt,
};

const RATINGS: [(&str, u8); 5] = [("1", 1), ("2", 2), ("3", 3), ("4", 4), ("5", 5)];

#[derive(Template)]
#[template(path = "family/plan_line.html")]
struct LinePage {
    t: Voice,
    page: Page,
    frame: Frame,
    form: FormView,
    unit: String,
    line: PromiseLine,
    choices: Vec<Choice>,
    back: String,
}

/// `GET /family/processes/{process}/plan/lines/{line}`
pub async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path((process, line)): Path<(ProcessId, TextId)>,
) -> Answer {
    let case = app.case(actor, process, Action::ReadWorkingPlan).await?;
    let rating = found(&case, line).ok().and_then(|line| line.ratings.get(&actor.person));
    let form = page.form().with("effect", rating.map(u8::to_string).unwrap_or_default());
    show(&view(page, actor.person, &case, line, form)?)
}

/// `POST /family/processes/{process}/plan/lines/{line}`
pub async fn rate(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path((process, line)): Path<(ProcessId, TextId)>,
    mut fields: Fields,
) -> Answer {
    let case = app.case(actor, process, Action::ReadWorkingPlan).await?;
    let (t, by) = (Voice::of(page.t, &case), actor.person);
    let Some(effect) = fields.choice("effect", &RATINGS) else {
        return show_again(&view(page, by, &case, line, fields.back())?);
    };
    found(&case, line)?;
    let decide = move |process: &Process, now| {
        let all = process.plan.lines().find(|(_, known)| known.text == line);
        let (number, _) = all.ok_or(Refusal::NoSuchLine)?;
        decide_rating(process, now, number, by, effect)
    };
    match app.act(actor, process, Action::RateLine, vec![], decide).await? {
        Outcome::Done(_) => {
            let words = t.get(&format!("family-rating-{effect}"));
            let receipt = Receipt::new(t.get("family-rating-done"))
                .happened(t.with("family-plan-you-think", &[("rating", &words)]))
                .told(t.get("family-rating-told"))
                .next(t.get("family-rating-next"))
                .next_at(t.get("family-way-plan"), format!("{}/plan", home(case.id)));
            app.receipt_in(actor, process, receipt).await
        }
        Outcome::Refused(refusal) => {
            let form = fields.back_refused(explain(t, &refusal, &case));
            show_again(&view(page, by, &case, line, form)?)
        }
    }
}

/// The line with this text, among those that the reader may know of.
fn found(case: &Case, text: TextId) -> Result<&Commitment, WebError> {
    case.process.plan.commitments.iter().find(|line| line.text == text).ok_or(WebError::NotFound)
}

fn view(page: Page, me: PersonId, case: &Case, text: TextId, form: FormView) -> Result<LinePage, WebError> {
    let t = Voice::of(page.t, case);
    let line = found(case, text)?;
    let choice = |(code, _): &(&str, u8)| Choice::new(*code, t.get(&format!("family-rating-{code}")));
    Ok(LinePage {
        unit: case.unit(line.unit).into_owned(),
        line: promise(t, me, case, line),
        choices: RATINGS.iter().map(choice).collect(),
        back: format!("{}/plan", home(case.id)),
        t,
        frame: Frame::of(case),
        form,
        page: frame::page(page, case),
    })
}
