//! What do the pages of an opening show?

use askama::Template;
use domain::{choice::ProtectionGrade, party::CustodyForm};

use super::people::{Block, Known, UNPROTECTED};
use crate::web::{
    app::App,
    form::{Choice, FormView},
    lots::protection::grade_choice,
    page::Page,
    texts::Texts,
};

/// The forms of custody by their words in the form.
pub const CUSTODY_FORMS: &[(&str, CustodyForm)] = &[
    ("joint", CustodyForm::Joint),
    ("sole", CustodyForm::Sole),
    ("specially-appointed", CustodyForm::SpeciallyAppointed),
    ("temporary", CustodyForm::Temporary),
];

/// The first questions.
#[derive(Template)]
#[template(path = "lots/preparation/opening/first.html")]
pub struct FirstPage {
    t: &'static Texts,
    page: Page,
    form: FormView,
    wish: Option<String>,
    danger: Vec<Choice>,
    harm: Vec<Choice>,
}

impl FirstPage {
    pub fn new(page: Page, form: FormView, wish: Option<String>) -> FirstPage {
        let t = page.t;
        FirstPage { t, form, wish, danger: yes_or_no(t), harm: yes_or_no(t), page: page.work() }
    }
}

/// A guardian may harm: this tool is the wrong one.
#[derive(Template)]
#[template(path = "lots/preparation/opening/stop.html")]
pub struct StopPage {
    t: &'static Texts,
    page: Page,
    rule: &'static str,
}

impl StopPage {
    pub fn new(page: Page) -> StopPage {
        StopPage { t: page.t, page: page.work(), rule: "CON-19" }
    }
}

/// The child, its guardians, custody.
#[derive(Template)]
#[template(path = "lots/preparation/opening/child.html")]
pub struct ChildPage {
    t: &'static Texts,
    page: Page,
    form: FormView,
    wish: Option<String>,
    guardians: Vec<GuardianFields>,
    custody_forms: Vec<Choice>,
    placed: Vec<Choice>,
    grades: Vec<Choice>,
    today: String,
}

/// The names of the fields about one person around the child.
struct GuardianFields {
    legend: String,
    name: String,
    number: String,
    phone: String,
    email: String,
    legal: String,
    grade: String,
    optional: bool,
}

impl ChildPage {
    pub fn new(page: Page, form: FormView, app: &App, known: &[Known], wish: Option<String>) -> ChildPage {
        let t = page.t;
        let custody_forms = CUSTODY_FORMS.iter().map(|(word, _)| {
            Choice::new(*word, t.get(&format!("custody-{word}")))
                .explained(t.get(&format!("custody-{word}-hint")))
        });
        let protected = known.iter().any(|known| known.person.protected);
        ChildPage {
            form,
            wish,
            guardians: Block::guardians()
                .enumerate()
                .map(|(index, block)| fields(t, index, &block))
                .collect(),
            custody_forms: custody_forms.collect(),
            placed: yes_or_no(t),
            grades: grades(t),
            today: app.clock.now().today().to_string(),
            t,
            page: page.work().marked_if(protected),
        }
    }
}

fn fields(t: &Texts, index: usize, block: &Block) -> GuardianFields {
    let named = |name: &str| format!("{}{name}", block.prefix);
    GuardianFields {
        legend: t.with("opening-guardian", &[("number", &(index + 1))]),
        name: named("name"),
        number: named("number"),
        phone: named("phone"),
        email: named("email"),
        legal: named("legal"),
        grade: named("grade"),
        optional: index > 0,
    }
}

/// Not protected, or how strongly.
fn grades(t: &Texts) -> Vec<Choice> {
    let none = Choice::new(UNPROTECTED, t.get("opening-not-protected"));
    std::iter::once(none).chain(ProtectionGrade::ALL.iter().map(|grade| grade_choice(t, *grade))).collect()
}

fn yes_or_no(t: &Texts) -> Vec<Choice> {
    vec![Choice::new("no", t.get("answer-no")), Choice::new("yes", t.get("answer-yes"))]
}
