//! Who runs this, and how accessible is it?

use askama::Template;

use crate::web::{
    error::Answer,
    page::{Page, show},
    texts::Texts,
};

#[derive(Template)]
#[template(path = "public/about.html")]
struct AboutPage {
    t: &'static Texts,
    page: Page,
}

/// `GET /about`
pub async fn read(page: Page) -> Answer {
    show(&AboutPage { t: page.t, page })
}
