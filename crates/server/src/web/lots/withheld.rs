//! What must one guardian not read, and why? (AC-7, OSL 12:3)

use askama::Template;
use axum::extract::State;
use domain::{
    PersonId, ProcessId, TextId,
    event::protection::PlanItem,
    lots::protection::{self, Withhold},
};
use policy::Action;

use crate::web::{
    actor::CurrentActor,
    app::App,
    case::{Case, Outcome, new_text},
    error::{Answer, WebError},
    form::{Choice, Fields, FormView},
    lots::{
        offer::{self, Offer},
        plans::ENTRY_MAX,
    },
    page::{Page, show, show_again},
    path::Path,
    receipt::Receipt,
    refusal_words::explain,
    router::{Audience, Route, get, post},
    texts::Texts,
};

/// The addresses of this part, in the order they are used.
pub fn routes() -> Vec<Route> {
    use Audience::Staff;
    vec![
        get("/processes/{process}/withheld", Staff, "what one guardian must not read (AC-7)", read),
        post(
            "/processes/{process}/withheld",
            Staff,
            "withhold one thing from one guardian (OSL 12:3)",
            create,
        ),
        post("/processes/{process}/withheld/shown", Staff, "show it to the guardian again", show_item),
    ]
}

#[derive(Template)]
#[template(path = "lots/withheld.html")]
struct WithheldPage {
    t: &'static Texts,
    page: Page,
    form: FormView,
    address: String,
    plan: String,
    withheld: Vec<WithheldLine>,
    items: Vec<Choice>,
    guardians: Vec<Choice>,
}

struct WithheldLine {
    what: String,
    words: String,
    from: String,
    reason: String,
    item: String,
    person: String,
}

/// `GET /processes/{process}/withheld`
async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
) -> Answer {
    let case = app.case(actor, process, Action::WithholdItem).await?;
    let form = page.form();
    show(&view(page, &case, form))
}

/// `POST /processes/{process}/withheld`
async fn create(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
    mut fields: Fields,
) -> Answer {
    let case = app.case(actor, process, Action::WithholdItem).await?;
    let t = page.t;
    let item = items(t, &case).one(&mut fields, "item");
    let from = guardians(&case).one(&mut fields, "from");
    let reason = fields.text("reason", ENTRY_MAX);
    let (Some(item), Some(from), Some(reason)) = (item, from, reason) else {
        return show_again(&view(page, &case, fields.back()));
    };
    let reason = new_text(reason)?;
    let command = Withhold { item, from, reason: reason.id, by: actor.person };
    let decide = move |process: &_, now| protection::withhold(process, now, command);
    match app.act(actor, process, Action::WithholdItem, vec![reason], decide).await? {
        Outcome::Refused(refusal) => {
            let form = fields.back_refused(explain(&refusal, &case));
            show_again(&view(page, &case, form))
        }
        Outcome::Done(_) => {
            let receipt = Receipt::new(t.get("withheld-done"))
                .happened(t.with("withheld-happened", &[("name", &case.name(from))]))
                .next(t.get("withheld-next"))
                .next_at(t.get("withheld-title"), address(process));
            app.receipt_in(actor, process, receipt).await
        }
    }
}

/// `POST /processes/{process}/withheld/shown`
async fn show_item(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
    mut fields: Fields,
) -> Answer {
    let case = app.case(actor, process, Action::WithholdItem).await?;
    let t = page.t;
    let item = items(t, &case).one(&mut fields, "item").ok_or(WebError::NotFound)?;
    let to = guardians(&case).one(&mut fields, "from").ok_or(WebError::NotFound)?;
    let by = actor.person;
    let decide = move |process: &_, now| protection::show(process, now, item, to, by);
    match app.act(actor, process, Action::WithholdItem, vec![], decide).await? {
        Outcome::Refused(refusal) => Err(WebError::Refused(Box::new(explain(&refusal, &case)))),
        Outcome::Done(_) => {
            let receipt = Receipt::new(t.get("withheld-shown"))
                .happened(t.with("withheld-shown-happened", &[("name", &case.name(to))]))
                .next_at(t.get("withheld-title"), address(process));
            app.receipt_in(actor, process, receipt).await
        }
    }
}

fn address(process: ProcessId) -> String {
    format!("/processes/{process}/withheld")
}

/// Everything in the plan, with the code it goes by in the form.
fn all(t: &Texts, case: &Case) -> Vec<(String, PlanItem, TextId, String)> {
    let plan = &case.process.plan;
    let needs = plan.open_needs().map(|(need, known)| {
        (format!("need-{need}"), PlanItem::Need { need }, known.text, t.get("withheld-need"))
    });
    let goals = plan.goal_numbers().map(|(goal, known)| {
        (format!("goal-{goal}"), PlanItem::Goal { goal }, known.text, t.get("withheld-goal"))
    });
    let lines = plan.lines().map(|(commitment, known)| {
        let what = t.with("withheld-line", &[("unit", &case.unit(known.unit))]);
        (format!("line-{commitment}"), PlanItem::Line { commitment }, known.text, what)
    });
    let questions = plan.question_numbers().map(|(question, known)| {
        let what = t.get("withheld-question");
        (format!("question-{question}"), PlanItem::Question { question }, known.text, what)
    });
    needs.chain(goals).chain(lines).chain(questions).collect()
}

fn items(t: &Texts, case: &Case) -> Offer<PlanItem> {
    let choice = |code, text, what| Choice::new(code, format!("{what}: {}", case.text(text)));
    let all = all(t, case).into_iter();
    Offer::new(all.map(|(code, item, text, what)| (choice(code, text, what), item)))
}

fn guardians(case: &Case) -> Offer<PersonId> {
    offer::people(case, case.process.guardians(case.now.today()))
}

fn view(page: Page, case: &Case, form: FormView) -> WithheldPage {
    let t = page.t;
    let guardians_now: Vec<PersonId> = case.process.guardians(case.now.today()).collect();
    let mut withheld = vec![];
    for (code, _, text, what) in all(t, case) {
        for person in &guardians_now {
            let Some(reason) = case.process.withheld_because(text, *person) else { continue };
            withheld.push(WithheldLine {
                what: what.clone(),
                words: case.text(text).to_owned(),
                from: case.name(*person).to_owned(),
                reason: case.text(reason).to_owned(),
                item: code.clone(),
                person: person.to_string(),
            });
        }
    }
    WithheldPage {
        form,
        address: address(case.id),
        plan: format!("/processes/{}/plan", case.id),
        withheld,
        items: items(t, case).choices(),
        guardians: guardians(case).choices(),
        page: page.work().marked_if(case.process.is_protected()),
        t,
    }
}
