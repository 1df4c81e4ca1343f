//! Why is a locked summons opened again? Its signatures fall with it. (T4r)

use askama::Template;
use axum::extract::State;
use domain::{
    ProcessId,
    choice::ReopenReason,
    lots::summons::{ReopenSummons, reopen as decide},
};
use policy::Action;

use super::address;
use crate::web::{
    actor::CurrentActor,
    app::App,
    case::{Case, Outcome},
    error::Answer,
    form::{Choice, Fields, FormView},
    lots::offer::Offer,
    page::{Page, show, show_again},
    path::Path,
    receipt::Receipt,
    refusal_words::explain,
    texts::Texts,
};

#[derive(Template)]
#[template(path = "lots/preparation/summons/reopening.html")]
struct ReopeningPage {
    t: &'static Texts,
    page: Page,
    form: FormView,
    id: ProcessId,
    child: String,
    signed: Vec<String>,
    reasons: Vec<Choice>,
}

/// `GET /processes/{process}/summons/reopening`
pub async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
) -> Answer {
    let case = app.case(actor, process, Action::WriteSummons).await?;
    let form = page.form();
    show(&view(page, &case, form))
}

/// `POST /processes/{process}/summons/reopening`
pub async fn reopen(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
    mut fields: Fields,
) -> Answer {
    let case = app.case(actor, process, Action::WriteSummons).await?;
    let Some(reason) = reasons(page.t).one(&mut fields, "reason") else {
        return show_again(&view(page, &case, fields.back()));
    };
    let act = move |process: &_, now| decide(process, now, ReopenSummons { reason });
    match app.act(actor, process, Action::WriteSummons, vec![], act).await? {
        Outcome::Refused(refusal) => {
            let form = fields.back_refused(explain(&refusal, &case));
            show_again(&view(page, &case, form))
        }
        Outcome::Done(_) => {
            let t = page.t;
            let receipt = Receipt::new(t.get("reopening-done"))
                .happened(t.get("reopening-done-happened"))
                .told(t.get("reopening-done-told"))
                .next_at(t.get("reopening-done-draft"), address(&case, "/draft"))
                .next_at(t.get("reopening-done-units"), format!("/processes/{process}/units"));
            app.receipt_in(actor, process, receipt).await
        }
    }
}

/// What somebody can choose. That an identity is protected since opens a summons by itself (PID-2).
const REASONS: [ReopenReason; 4] = [
    ReopenReason::UnitsChanged,
    ReopenReason::PurposeChanged,
    ReopenReason::ScopeChanged,
    ReopenReason::Mistake,
];

fn reasons(t: &Texts) -> Offer<ReopenReason> {
    Offer::of(&REASONS, ReopenReason::word, |word| t.get(&format!("reopening-{word}")))
}

fn view(page: Page, case: &Case, form: FormView) -> ReopeningPage {
    let t = page.t;
    let last = case.process.summonses.last();
    let signed = last.into_iter().flat_map(|(_, summons)| summons.signatures.keys());
    ReopeningPage {
        form,
        id: case.id,
        child: case.name(case.process.child()).to_owned(),
        signed: signed.map(|person| case.name(*person).to_owned()).collect(),
        reasons: reasons(t).choices(),
        t,
        page: page.work().marked_if(case.process.is_protected()),
    }
}
