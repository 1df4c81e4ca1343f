//! Which passages are about somebody else than the child, and which of them have been agreed to? (CON-20)

use askama::Template;
use axum::extract::State;
use domain::{
    ProcessId,
    choice::TextHash,
    form::Document,
    lots::protection,
    third_person::{About, Passage, is_marked, passages},
};
use policy::Action;
use std::collections::BTreeMap;

use crate::web::{
    actor::CurrentActor,
    app::App,
    case::{Case, Outcome, new_text},
    error::{Answer, WebError},
    form::{Fields, FormView},
    lots::{plans::ENTRY_MAX, release::copy::PlanCopy},
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
        get("/processes/{process}/third-persons", Staff, "what is said about others (CON-20)", read),
        post(
            "/processes/{process}/third-persons",
            Staff,
            "somebody has agreed to a passage (CON-20)",
            create,
        ),
    ]
}

/// A text for those who write, its marks drawn: `{{ marked }}`.
#[derive(Template)]
#[template(path = "lots/third_persons/marked.html")]
pub struct Marked<'a> {
    t: &'static Texts,
    parts: Vec<Passage<'a>>,
}

/// The text is drawn by a template that escapes its values itself.
impl askama::filters::HtmlSafe for Marked<'_> {}

/// A text with what is marked in it told by words and not by colour alone.
pub fn marked<'a>(t: &'static Texts, text: &'a str) -> Marked<'a> {
    Marked { t, parts: passages(text) }
}

#[derive(Template)]
#[template(path = "lots/third_persons.html")]
struct ThirdPersonsPage {
    t: &'static Texts,
    page: Page,
    form: FormView,
    address: String,
    process: String,
    child: String,
    waiting: Vec<MarkedLine>,
    agreed: Vec<String>,
    unclear: Vec<String>,
}

struct MarkedLine {
    hash: String,
    words: String,
}

/// `GET /processes/{process}/third-persons`
async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
) -> Answer {
    let case = app.case(actor, process, Action::RecordThirdPersonsWord).await?;
    let form = page.form();
    show(&view(page, &case, form))
}

/// `POST /processes/{process}/third-persons`
async fn create(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
    mut fields: Fields,
) -> Answer {
    let case = app.case(actor, process, Action::RecordThirdPersonsWord).await?;
    let t = page.t;
    let passage: TextHash = fields.raw("passage").parse().map_err(|_| WebError::NotFound)?;
    let is_there =
        all(&case).iter().any(|(hash, found)| *hash == passage && found.about == About::ThirdPerson);
    if !is_there {
        return Err(WebError::NotFound);
    }
    let Some(how) = fields.text("how", ENTRY_MAX) else {
        return show_again(&view(page, &case, fields.back()));
    };
    let (how, by) = (new_text(how)?, actor.person);
    let words = how.id;
    let decide = move |process: &_, now| protection::third_person_agreed(process, now, passage, words, by);
    match app.act(actor, process, Action::RecordThirdPersonsWord, vec![how], decide).await? {
        Outcome::Refused(refusal) => {
            let form = fields.back_refused(explain(&refusal, &case));
            show_again(&view(page, &case, form))
        }
        Outcome::Done(_) => {
            let receipt = Receipt::new(t.get("third-persons-done"))
                .happened(t.get("third-persons-happened"))
                .next_at(t.get("third-persons-title"), address(process));
            app.receipt_in(actor, process, receipt).await
        }
    }
}

fn address(process: ProcessId) -> String {
    format!("/processes/{process}/third-persons")
}

/// Every passage of the process's texts that is marked, once each.
fn all(case: &Case) -> BTreeMap<TextHash, Found> {
    let mut found = BTreeMap::new();
    // A copy of the plan was taken apart when it was given: nothing is marked in it, and its brackets are its layout's.
    let is_copy = |text: &&str| PlanCopy::parse(text).is_ok();
    for text in case.every_text().filter(|text| is_marked(text) && !is_copy(text)) {
        let document = Document::parse(text).ok();
        let own = document.as_ref().map_or_else(|| vec![text], Document::words);
        for passage in own.into_iter().flat_map(passages).filter(|passage| passage.about != About::Child) {
            let words = passage.words.to_owned();
            found.insert(passage.hash(), Found { words, about: passage.about });
        }
    }
    found
}

struct Found {
    words: String,
    about: About,
}

fn view(page: Page, case: &Case, form: FormView) -> ThirdPersonsPage {
    let t = page.t;
    let agreed_passages = &case.process.protection.agreed_passages;
    let (mut waiting, mut agreed, mut unclear) = (vec![], vec![], vec![]);
    for (hash, found) in all(case) {
        match found.about {
            About::Unclear => unclear.push(found.words),
            About::Child => {}
            About::ThirdPerson if agreed_passages.contains(&hash) => agreed.push(found.words),
            About::ThirdPerson => waiting.push(MarkedLine { hash: hash.to_string(), words: found.words }),
        }
    }
    ThirdPersonsPage {
        form,
        address: address(case.id),
        process: format!("/processes/{}", case.id),
        child: case.name(case.process.child()).to_owned(),
        waiting,
        agreed,
        unclear,
        page: page.work().marked_if(case.process.is_protected()),
        t,
    }
}
