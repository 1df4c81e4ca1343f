//! Whom shall we ask to begin, and with what?

use askama::Template;
use axum::extract::State;
use domain::{
    PersonId, RequestId, UnitId,
    organisation::{AcuteContact, PrincipalCode},
};
use policy::{Actor, Seat};
use serde::Deserialize;
use store::NewRequest;

use crate::web::{
    actor::CurrentActor,
    app::App,
    case::random_uuid,
    error::{Answer, WebError},
    family::voice::Voice,
    form::{Choice, Fields, FormView},
    page::{Page, show, show_again},
    path::Asked,
    receipt::Receipt,
};

/// The longest wish, in characters.
const WISH_MAX: usize = 2_000;

#[derive(Template)]
#[template(path = "family/request.html")]
struct AskPage {
    t: Voice,
    page: Page,
    form: FormView,
    acute: Vec<AcuteContact>,
    /// First one says where one lives; then whom there is to ask.
    municipalities: Vec<Place>,
    /// Nothing until a municipality is chosen.
    chosen: Option<Chosen>,
}

struct Place {
    href: String,
    name: String,
}

struct Chosen {
    municipality: String,
    code: PrincipalCode,
    units: Vec<Choice>,
    children: Vec<Choice>,
}

#[derive(Deserialize)]
pub struct Where {
    municipality: Option<u32>,
}

/// `GET /requests/new`
pub async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Asked(asked): Asked<Where>,
) -> Answer {
    let children = children(&app, actor).await?;
    let form = page.form();
    show(&view(&app, page, form, asked.municipality.map(PrincipalCode), &children))
}

/// `POST /requests/new`
pub async fn create(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    mut fields: Fields,
) -> Answer {
    let children = children(&app, actor).await?;
    let municipality = fields.raw("municipality").parse().ok().map(PrincipalCode);
    let codes: Vec<(String, PersonId)> =
        children.iter().map(|(child, _)| (child.to_string(), *child)).collect();
    let codes: Vec<(&str, PersonId)> = codes.iter().map(|(code, child)| (code.as_str(), *child)).collect();
    let child = fields.choice("child", &codes);
    let units = units(&app, municipality);
    let codes: Vec<(String, UnitId)> = units.iter().map(|(unit, _)| (unit.to_string(), *unit)).collect();
    let codes: Vec<(&str, UnitId)> = codes.iter().map(|(code, unit)| (code.as_str(), *unit)).collect();
    let unit = fields.choice("unit", &codes);
    let wish = fields.text("wish", WISH_MAX);
    let (Some(child), Some(unit), Some(wish)) = (child, unit, wish) else {
        return show_again(&view(&app, page, fields.back(), municipality, &children));
    };
    let id = RequestId(random_uuid()?);
    app.store.ask_for_process(actor, NewRequest { id, child, unit, wish }, app.clock.now()).await?;
    let (t, name) = (page.t, app.unit_name(unit));
    let receipt = Receipt::new(t.get("family-request-sent"))
        .happened(t.get("family-request-sent-means"))
        .told(t.with("family-request-told", &[("unit", &name)]))
        .next(t.with("family-request-next", &[("unit", &name)]))
        .next_at(t.get("family-request-see"), format!("/requests/{id}"));
    app.receipt(actor, receipt).await
}

/// For whom this person may ask: oneself as a child, and children one has custody of. Name beside id.
async fn children(app: &App, actor: Actor) -> Result<Vec<(PersonId, String)>, WebError> {
    if actor.seat != Seat::Family {
        return Err(WebError::NotFound);
    }
    let mut ids = vec![];
    let today = app.clock.now().today();
    let myself = app.store.person(actor.person).await?;
    if myself.and_then(|person| person.born).is_some_and(|born| domain::now::age(born, today) < 18) {
        ids.push(actor.person);
    }
    for child in app.store.children_of(actor.person).await? {
        let guardians = app.store.guardians_of(child).await?;
        if guardians.iter().any(|guardian| guardian.legal && guardian.person == actor.person) {
            ids.push(child);
        }
    }
    let mut children = vec![];
    for id in ids {
        let name = app.store.person(id).await?.map(|person| person.name).unwrap_or_default();
        children.push((id, name));
    }
    Ok(children)
}

/// The units that children in a municipality can meet, by name.
fn units(app: &App, municipality: Option<PrincipalCode>) -> Vec<(UnitId, String)> {
    let Some(code) = municipality else { return vec![] };
    let here = app.organisation.units_of(code).filter(|unit| unit.unit_type.bound);
    let mut units: Vec<(UnitId, String)> = here.map(|unit| (unit.id, unit.name.clone())).collect();
    units.sort_by(|(_, one), (_, other)| one.cmp(other));
    units
}

fn view(
    app: &App,
    page: Page,
    form: FormView,
    municipality: Option<PrincipalCode>,
    children: &[(PersonId, String)],
) -> AskPage {
    let places = app.organisation.municipalities().map(|place| Place {
        href: format!("/requests/new?municipality={}", place.code),
        name: place.name.clone(),
    });
    let chosen = municipality.and_then(|code| app.organisation.principal(code)).map(|place| Chosen {
        municipality: place.name.clone(),
        code: place.code,
        units: units(app, Some(place.code))
            .into_iter()
            .map(|(unit, name)| Choice::new(unit.to_string(), name))
            .collect(),
        children: children.iter().map(|(child, name)| Choice::new(child.to_string(), name)).collect(),
    });
    AskPage {
        t: Voice::to_anyone(page.t),
        form,
        acute: app.organisation.acute_contacts().to_vec(),
        municipalities: places.collect(),
        chosen,
        page: page.family(),
    }
}
