//! Which signatory has said yes to which unit, for which kinds of information, for what, until when?

use crate::web::{
    actor::CurrentActor,
    app::App,
    case::Case,
    error::Answer,
    page::{Page, show},
    path::Path,
    texts::Texts,
};
use askama::Template;
use axum::extract::State;
use domain::{
    PersonId, ProcessId, SummonsNo, UnitId,
    consent::Grant,
    form::{Binding, Document, Entry},
    lots::summons::Summons,
};
use policy::Action;

#[derive(Template)]
#[template(path = "lots/consent/grid.html")]
struct GridPage {
    t: &'static Texts,
    page: Page,
    id: ProcessId,
    child: String,
    consents: Vec<Consent>,
}

/// One consent that everyone who had to sign has signed.
struct Consent {
    number: SummonsNo,
    purpose: String,
    until: String,
    run_out: bool,
    signatories: Vec<String>,
    rows: Vec<Row>,
}

struct Row {
    unit: String,
    kinds: String,
    /// One cell a signatory, in their order.
    cells: Vec<String>,
    standing: String,
    live: bool,
}

/// `GET /processes/{process}/consent`
pub async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
) -> Answer {
    let case = app.case(actor, process, Action::ReadPreMeeting).await?;
    let t = page.t;
    let grants = case.process.consents.grants().iter().rev();
    let consents = grants.filter_map(|grant| consent(&app, t, &case, grant)).collect();
    let child = case.name(case.process.child()).to_owned();
    let page = page.work().marked_if(case.process.is_protected());
    show(&GridPage { t, page, id: process, child, consents })
}

fn consent(app: &App, t: &Texts, case: &Case, grant: &Grant) -> Option<Consent> {
    let summons = case.process.summonses.get(grant.summons)?;
    let signatories: Vec<PersonId> = summons.signatories.iter().map(|signatory| signatory.person).collect();
    let rows = grant.scope.iter().map(|(unit, kinds)| {
        let kinds: Vec<String> = kinds.iter().map(|kind| t.get(kind_key(*kind))).collect();
        Row {
            unit: case.unit(*unit).into_owned(),
            kinds: if kinds.is_empty() { t.get("consent-no-kinds") } else { kinds.join(", ") },
            cells: signatories.iter().map(|person| cell(t, summons, grant, *unit, *person)).collect(),
            standing: standing(t, case, grant, *unit),
            live: case.process.admits(*unit, case.now.today()),
        }
    });
    Some(Consent {
        number: grant.summons,
        purpose: purpose(app, case, summons),
        until: t.date(grant.valid_until),
        run_out: grant.valid_until < case.now.today(),
        rows: rows.collect(),
        signatories: signatories.iter().map(|person| case.name(*person).to_owned()).collect(),
    })
}

/// The kind of information in words.
pub fn kind_key(kind: domain::party::InformationKind) -> &'static str {
    use domain::party::InformationKind::*;
    match kind {
        Health => "information-health",
        School => "information-school",
        SocialSituation => "information-social-situation",
        Family => "information-family",
        Economy => "information-economy",
        Other => "information-other",
    }
}

fn cell(t: &Texts, summons: &Summons, grant: &Grant, unit: UnitId, person: PersonId) -> String {
    if let Some((by, at)) = grant.revoked.get(&unit)
        && *by == person
    {
        return t.with("consent-taken-back", &[("when", &t.date_time(*at))]);
    }
    match summons.signatures.get(&person) {
        Some(signature) => t.with("consent-signed", &[("when", &t.date(signature.on.date()))]),
        None => t.get("consent-not-signed"),
    }
}

fn standing(t: &Texts, case: &Case, grant: &Grant, unit: UnitId) -> String {
    let today = case.now.today();
    if grant.revoked.contains_key(&unit) {
        return t.get("consent-withdrawn");
    }
    if grant.valid_until < today {
        return t.get("consent-ran-out");
    }
    t.get(if case.process.admits(unit, today) { "consent-lives" } else { "consent-asleep" })
}

/// What the consent is for, as it stood in the signed text.
fn purpose(app: &App, case: &Case, summons: &Summons) -> String {
    let Ok(document) = Document::parse(case.text(summons.text.text)) else { return String::new() };
    let form = app.forms.by_id(&document.form);
    let field = form.and_then(|form| form.bound(Binding::Purpose)).map(|field| field.id.clone());
    let entry = field.and_then(|id| document.field(&id).map(|field| field.entry.clone()));
    match entry {
        Some(Entry::Text(text)) => text,
        Some(Entry::List(lines)) => lines.join("\n"),
        Some(
            Entry::Choice(_)
            | Entry::Choices(_)
            | Entry::Date(_)
            | Entry::Time(_)
            | Entry::Flag(_)
            | Entry::Table { .. },
        )
        | None => String::new(),
    }
}
