//! Which looks of a month are there to go through?

use askama::Template;
use axum::extract::State;
use store::Picked;

use super::{LookLine, line, parse, words};
use crate::web::{
    actor::CurrentActor,
    app::App,
    error::{Answer, WebError},
    identity::Seat,
    page::{Page, show},
    path::Path,
    texts::Texts,
};

#[derive(Template)]
#[template(path = "log_review/month.html")]
struct MonthPage {
    t: &'static Texts,
    page: Page,
    unit: String,
    month: String,
    /// How each rule has chosen.
    rules: Vec<String>,
    lines: Vec<(String, LookLine)>,
}

/// `GET /log-review/{month}`: those that wait stand first.
pub async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(code): Path<String>,
) -> Answer {
    let month = parse(&code)?;
    let Seat::Manager { unit } = actor.seat else { return Err(WebError::NotFound) };
    let review = app.store.review(actor, month, app.clock.now()).await?.ok_or(WebError::NotFound)?;
    let t = page.t;
    let mut looks: Vec<_> = review.looks.iter().collect();
    looks.sort_by_key(|look| (look.decided.is_some(), look.access.at));
    let mut lines = Vec::with_capacity(looks.len());
    for look in looks {
        lines.push((
            format!("/log-review/{code}/{}", look.access.id.0.simple()),
            line(&app, t, actor.person, look).await?,
        ));
    }
    let protected = review.looks.iter().any(|look| look.picked == Picked::Protected);
    let rules = Picked::ALL.into_iter().filter_map(|picked| {
        let found = review.found.get(&picked).copied()?;
        let drawn = review.looks.iter().filter(|look| look.picked == picked).count();
        let key = format!("log-review-rule-{}", picked.word().replace('_', "-"));
        Some(t.with(&key, &[("found", &found), ("drawn", &drawn)]))
    });
    let (rules, month) = (rules.collect(), words(t, month));
    show(&MonthPage {
        unit: app.unit_name(unit),
        month,
        rules,
        lines,
        t,
        page: page.work().marked_if(protected),
    })
}
