//! Where does one turn when it is urgent (PRI-19)?

use askama::Template;
use axum::extract::State;

use crate::web::{
    app::App,
    error::Answer,
    page::{Page, show},
    texts::Texts,
};

#[derive(Template)]
#[template(path = "public/acute.html")]
struct AcutePage {
    t: &'static Texts,
    page: Page,
    contacts: Vec<Contact>,
}

struct Contact {
    name: String,
    phone: String,
    /// The number as a telephone dials it.
    dial: String,
    when: String,
}

/// `GET /acute`
pub async fn read(State(app): State<App>, page: Page) -> Answer {
    let contacts = app
        .organisation
        .acute_contacts()
        .iter()
        .map(|contact| Contact {
            name: contact.name.clone(),
            dial: contact.phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect(),
            phone: contact.phone.clone(),
            when: contact.when.clone(),
        })
        .collect();
    show(&AcutePage { t: page.t, contacts, page })
}
