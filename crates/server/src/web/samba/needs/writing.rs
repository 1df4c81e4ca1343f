//! What was seen in the cases, or what came of it, in words that point out nobody? (DESK-4, DESK-5)

use askama::Template;
use axum::extract::State;
use domain::{
    DevelopmentNeedId,
    samba::need::{NeedAct, NeedArea},
};
use store::StoredNeed;

use super::{
    super::TEXT_MAX,
    found::{self, Findings},
    known, words,
};
use crate::web::{
    actor::CurrentActor,
    app::App,
    case::random_uuid,
    error::Answer,
    form::{Choice, Fields, FormView},
    page::{Page, go, show, show_again},
    path::Path,
    texts::Texts,
};

#[derive(Template)]
#[template(path = "samba/need_writing.html")]
struct WritingPage {
    t: &'static Texts,
    page: Page,
    form: FormView,
    areas: Vec<Choice>,
    /// What was noted, where it is about what came of it.
    noted: Option<String>,
    findings: Findings,
}

/// `GET /samba/needs/new`
pub async fn read(State(app): State<App>, page: Page) -> Answer {
    let form = page.form().with("day", app.clock.now().today().to_string());
    show(&view(page, form, None, Findings::default()))
}

/// `POST /samba/needs/new`
pub async fn create(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    mut fields: Fields,
) -> Answer {
    let areas: Vec<(&str, NeedArea)> = NeedArea::ALL.iter().map(|area| (area.word(), *area)).collect();
    let (day, area) = (fields.date("day"), fields.choice("area", &areas));
    let text = match fields.text("text", TEXT_MAX) {
        None => Err(Findings::default()),
        Some(text) => found::look(&app, page.t, actor, &mut fields, ("text", text)).await?,
    };
    let (day, area, text) = match (day, area, text) {
        (Some(day), Some(area), Ok(text)) => (day, area, text),
        (_, _, text) => {
            let findings = text.err().unwrap_or_default();
            return show_again(&view(page, fields.back(), None, findings));
        }
    };
    let id = DevelopmentNeedId(random_uuid()?);
    let act = NeedAct::Note { day, area, text };
    match app.store.change_development_need(actor, id, act, app.clock.now()).await? {
        Ok(()) => Ok(go("/samba/needs")),
        Err(refusal) => {
            let form = words::refused(page.t, fields, refusal);
            show_again(&view(page, form, None, Findings::default()))
        }
    }
}

/// `GET /samba/needs/{need}/outcome`
pub async fn read_outcome(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(id): Path<DevelopmentNeedId>,
) -> Answer {
    let need = known(&app, actor, id).await?;
    let form = page.form().with("day", app.clock.now().today().to_string());
    show(&view(page, form, Some(need), Findings::default()))
}

/// `POST /samba/needs/{need}/outcome`
pub async fn conclude(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(id): Path<DevelopmentNeedId>,
    mut fields: Fields,
) -> Answer {
    let need = known(&app, actor, id).await?;
    let day = fields.date("day");
    let text = match fields.text("text", TEXT_MAX) {
        None => Err(Findings::default()),
        Some(text) => found::look(&app, page.t, actor, &mut fields, ("text", text)).await?,
    };
    let (day, text) = match (day, text) {
        (Some(day), Ok(text)) => (day, text),
        (_, text) => {
            let findings = text.err().unwrap_or_default();
            return show_again(&view(page, fields.back(), Some(need), findings));
        }
    };
    let act = NeedAct::Conclude { day, text };
    match app.store.change_development_need(actor, id, act, app.clock.now()).await? {
        Ok(()) => Ok(go("/samba/needs")),
        Err(refusal) => {
            let form = words::refused(page.t, fields, refusal);
            show_again(&view(page, form, Some(need), Findings::default()))
        }
    }
}

fn view(page: Page, form: FormView, need: Option<StoredNeed>, findings: Findings) -> WritingPage {
    let t = page.t;
    let area = |area: &NeedArea| Choice::new(area.word(), words::area(t, *area));
    WritingPage {
        form,
        areas: NeedArea::ALL.iter().map(area).collect(),
        noted: need.map(|need| need.need.text),
        findings,
        t,
        page: page.work(),
    }
}
