//! Which units are there, and what does each say about itself (PRI-12)?

use askama::Template;
use axum::extract::{Query, State};
use domain::{
    UnitId,
    organisation::{Organisation, PrincipalCode, SecrecyStrength, Unit},
};
use serde::Deserialize;

use crate::web::{
    app::App,
    error::{Answer, WebError},
    form::{Choice, FormView},
    page::{Page, show},
    path::Path,
    texts::Texts,
};

#[derive(Deserialize)]
pub struct Asked {
    municipality: Option<String>,
}

#[derive(Template)]
#[template(path = "public/units.html")]
struct UnitsPage {
    t: &'static Texts,
    page: Page,
    form: FormView,
    municipalities: Vec<Choice>,
    groups: Vec<Group>,
    count: usize,
}

/// The units of one administration.
struct Group {
    name: String,
    units: Vec<Row>,
}

struct Row {
    href: String,
    name: String,
    kind: String,
}

#[derive(Template)]
#[template(path = "public/unit.html")]
struct UnitPage {
    t: &'static Texts,
    page: Page,
    unit: Unit,
    /// The names of the municipalities whose children come here.
    serves: Vec<String>,
}

/// `GET /units`: all of them, or those a child in one municipality can meet.
pub async fn index(State(app): State<App>, page: Page, Query(asked): Query<Asked>) -> Answer {
    let organisation = &app.organisation;
    let municipality = asked.municipality.as_deref().and_then(|code| code.parse().ok()).map(PrincipalCode);
    let units: Vec<&Unit> = match municipality {
        Some(code) => organisation.units_of(code).collect(),
        None => organisation.units().iter().collect(),
    };
    let form =
        page.form().with("municipality", municipality.map(|code| code.to_string()).unwrap_or_default());
    let municipalities = organisation
        .municipalities()
        .map(|municipality| Choice::new(municipality.code.to_string(), municipality.short_name.clone()))
        .collect();
    let count = units.len();
    show(&UnitsPage { t: page.t, form, municipalities, groups: grouped(units), count, page })
}

/// `GET /units/{unit}`
pub async fn read(State(app): State<App>, page: Page, Path(unit): Path<String>) -> Answer {
    let id = unit.parse().map(UnitId).map_err(|_| WebError::NotFound)?;
    let unit = app.organisation.unit(id).ok_or(WebError::NotFound)?.clone();
    let serves = served(&app.organisation, &unit);
    show(&UnitPage { t: page.t, serves, unit, page })
}

fn grouped(units: Vec<&Unit>) -> Vec<Group> {
    let mut groups: Vec<Group> = vec![];
    for unit in units {
        let row = Row {
            href: format!("/units/{}", unit.id),
            name: unit.name.clone(),
            kind: unit.unit_type.name.clone(),
        };
        let name = format!("{}, {}", unit.principal().short_name, unit.administration.name);
        match groups.iter_mut().find(|group| group.name == name) {
            Some(group) => group.units.push(row),
            None => groups.push(Group { name, units: vec![row] }),
        }
    }
    groups
}

fn served(organisation: &Organisation, unit: &Unit) -> Vec<String> {
    let name = |code: &PrincipalCode| organisation.principal(*code).map(|served| served.short_name.clone());
    unit.serves.iter().filter_map(name).collect()
}

impl UnitPage {
    /// The text that says how well a unit's secrecy rule protects.
    fn secrecy_key(&self) -> &'static str {
        match self.unit.unit_type.secrecy.strength {
            SecrecyStrength::Strong => "unit-secrecy-strong",
            SecrecyStrength::Weaker => "unit-secrecy-weaker",
            SecrecyStrength::VeryWeak => "unit-secrecy-very-weak",
            SecrecyStrength::DutyOfSilence => "unit-secrecy-duty-of-silence",
            SecrecyStrength::OwnRule => "unit-secrecy-own-rule",
        }
    }
}
