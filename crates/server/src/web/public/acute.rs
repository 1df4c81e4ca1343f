//! Where does one turn when it is urgent (PRI-19)?

use askama::Template;

use crate::web::{
    error::Answer,
    page::{Page, show},
    texts::Texts,
};

#[derive(Template)]
#[template(path = "public/acute.html")]
struct AcutePage {
    t: &'static Texts,
    page: Page,
}

/// `GET /acute`
pub async fn read(page: Page) -> Answer {
    show(&AcutePage { t: page.t, page })
}
