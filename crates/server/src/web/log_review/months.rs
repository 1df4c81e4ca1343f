//! Which months are there to go through, and how have the reviews gone?

use askama::Template;
use axum::extract::State;
use store::{Decision, Figures, Month};

use super::{code, parse, words};
use crate::web::{
    actor::CurrentActor,
    app::App,
    error::{Answer, WebError},
    form::{Fields, FormView},
    identity::Seat,
    page::{Page, go, show},
    texts::Texts,
};

#[derive(Template)]
#[template(path = "log_review/months.html")]
struct MonthsPage {
    t: &'static Texts,
    page: Page,
    form: FormView,
    unit: String,
    lines: Vec<MonthLine>,
}

struct MonthLine {
    code: String,
    words: String,
    /// `None` until its looks have been drawn.
    drawn: Option<Drawn>,
}

struct Drawn {
    href: String,
    looks: u32,
    drawn: u32,
    in_order: u32,
    explained: u32,
    deviations: u32,
    left: u32,
}

/// `GET /log-review`
pub async fn read(State(app): State<App>, page: Page, CurrentActor(actor): CurrentActor) -> Answer {
    let Seat::Manager { unit } = actor.seat else { return Err(WebError::NotFound) };
    let figures = app.store.own_review_figures(actor, app.clock.now()).await?;
    let months = months(&app).await?;
    let t = page.t;
    let lines = months.into_iter().map(|month| MonthLine {
        code: code(month),
        words: words(t, month),
        drawn: figures.get(&month).map(|figures| drawn(month, figures)),
    });
    show(&MonthsPage {
        unit: app.unit_name(unit),
        lines: lines.collect(),
        t,
        form: page.form(),
        page: page.work(),
    })
}

/// `POST /log-review`: a month that has been drawn stays as it is.
pub async fn draw(State(app): State<App>, CurrentActor(actor): CurrentActor, fields: Fields) -> Answer {
    let month = parse(fields.raw("month"))?;
    if !months(&app).await?.contains(&month) {
        return Err(WebError::NotFound);
    }
    let (calendar, zone) = (app.calendar.clone(), app.clock.zone());
    app.store.draw_review(actor, month, calendar, zone, app.clock.now()).await?;
    Ok(go(&format!("/log-review/{}", code(month))))
}

/// The months that are over, from the log's first on, drawn or not; the newest first.
async fn months(app: &App) -> Result<Vec<Month>, WebError> {
    let Some(first) = app.store.first_month(app.clock.zone()).await? else { return Ok(vec![]) };
    let this = Month::of(app.clock.now().today());
    let back = std::iter::successors(Some(this.before()), |month| Some(month.before()));
    Ok(back.take_while(|month| *month >= first).collect())
}

fn drawn(month: Month, figures: &Figures) -> Drawn {
    let decided = |decision| figures.decided.get(&decision).copied().unwrap_or_default();
    Drawn {
        href: format!("/log-review/{}", code(month)),
        looks: figures.looks,
        drawn: figures.drawn.unwrap_or_default(),
        in_order: decided(Decision::InOrder),
        explained: decided(Decision::Explained),
        deviations: decided(Decision::Deviation),
        left: figures.undecided(),
    }
}
