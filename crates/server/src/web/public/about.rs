//! Who runs this, and how accessible is it?

use askama::Template;
use axum::extract::State;

use crate::web::{
    app::App,
    error::Answer,
    page::{Page, show},
    texts::Texts,
};

#[derive(Template)]
#[template(path = "public/about.html")]
struct AboutPage {
    t: &'static Texts,
    page: Page,
    area: String,
    /// How to reach whoever runs the service, if the operator has said.
    contact: Option<String>,
}

/// `GET /about`
pub async fn read(State(app): State<App>, page: Page) -> Answer {
    let (area, contact) = (app.organisation.name().to_owned(), app.config.contact.clone());
    show(&AboutPage { t: page.t, area, contact, page })
}
