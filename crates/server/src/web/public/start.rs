//! What is Farled, for whom, and what happens?

use askama::Template;

use crate::web::{
    error::Answer,
    page::{Page, show},
    texts::Texts,
};

#[derive(Template)]
#[template(path = "public/start.html")]
struct StartPage {
    t: &'static Texts,
    page: Page,
}

/// `GET /`
pub async fn read(page: Page) -> Answer {
    show(&StartPage { t: page.t, page })
}
