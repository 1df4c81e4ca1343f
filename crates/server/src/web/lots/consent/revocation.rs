//! A withdrawal that somebody was told of: look at what follows (GET), then record it (POST), at once.
//!
//! No reason is asked for and none is stored (CON-07). Whoever records it may lose the right to see the
//! process by it, so the receipt stands by itself.

use crate::web::{
    actor::CurrentActor,
    app::App,
    case::{Case, Outcome},
    error::Answer,
    form::{Choice, Fields, FormView},
    identity::Actor,
    lots::offer,
    page::{Page, show, show_again},
    path::Path,
    receipt::Receipt,
    refusal_words::explain,
    texts::Texts,
};
use askama::Template;
use axum::extract::State;
use domain::{
    Event, PersonId, ProcessId, UnitId,
    lots::revocation::{self, RevokeConsent, RevokeKind},
    party::InformationKind,
};
use policy::Action;

#[derive(Template)]
#[template(path = "lots/consent/revocation.html")]
struct RevocationPage {
    t: &'static Texts,
    page: Page,
    form: FormView,
    id: ProcessId,
    child: String,
    people: Vec<Choice>,
    units: Vec<Choice>,
    kinds: Vec<Choice>,
    extents: Vec<Choice>,
    follows: Vec<String>,
}

/// What is taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Extent {
    All,
    Units,
    Kind,
}

/// `GET /processes/{process}/consent-revocation`
pub async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
) -> Answer {
    let case = app.case(actor, process, Action::ReadProcess).await?;
    let form = page.form();
    show(&view(page, form, &case))
}

/// `POST /processes/{process}/consent-revocation`
pub async fn create(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
    mut fields: Fields,
) -> Answer {
    let case = app.case(actor, process, Action::ReadProcess).await?;
    let t = page.t;
    let Some((signatory, taken)) = taken_back(&mut fields, t, &case) else {
        return show_again(&view(page, fields.back(), &case));
    };
    match record(&app, actor, &case, signatory, taken).await? {
        Outcome::Refused(refusal) => {
            let explained = explain(&refusal, &case);
            show_again(&view(page, fields.back_refused(explained), &case))
        }
        Outcome::Done(events) => app.receipt_in(actor, process, receipt(t, &case, signatory, &events)).await,
    }
}

/// What was ticked: units, or one kind of information to one unit.
enum Taken {
    Units(Vec<UnitId>),
    Kind(UnitId, InformationKind),
}

fn taken_back(fields: &mut Fields, t: &Texts, case: &Case) -> Option<(PersonId, Taken)> {
    let today = case.now.today();
    let people: Vec<(String, PersonId)> =
        case.process.family(today).into_iter().map(|person| (person.to_string(), person)).collect();
    let people: Vec<(&str, PersonId)> =
        people.iter().map(|(code, person)| (code.as_str(), *person)).collect();
    let signatory = fields.choice("signatory", &people);
    let extent =
        fields.choice("extent", &[("all", Extent::All), ("units", Extent::Units), ("kind", Extent::Kind)]);
    let units = case.process.consented_units(today);
    // Taking back once more what has been taken back is not an error (CON-07).
    let chosen = offer::units(case, offer::consented_once(case)).many(fields, "units");
    let kinds: Vec<(&str, InformationKind)> =
        InformationKind::ALL.iter().map(|kind| (super::grid::kind_key(*kind), *kind)).collect();
    let kind = fields.choice_if_any("kind", &kinds);
    let taken = match (extent?, chosen.as_slice(), kind) {
        (Extent::All, _, _) => Taken::Units(units),
        (Extent::Units, [], _) => {
            fields.fault("units", t.get("revocation-units-missing"));
            return None;
        }
        (Extent::Units, units, _) => Taken::Units(units.to_vec()),
        (Extent::Kind, [unit], Some(kind)) => Taken::Kind(*unit, kind),
        (Extent::Kind, [_], None) => {
            fields.fault("kind", t.get("revocation-kind-missing"));
            return None;
        }
        (Extent::Kind, _, _) => {
            fields.fault("units", t.get("revocation-one-unit"));
            return None;
        }
    };
    signatory.filter(|_| !fields.has_faults()).map(|signatory| (signatory, taken))
}

async fn record(
    app: &App,
    actor: Actor,
    case: &Case,
    signatory: PersonId,
    taken: Taken,
) -> Result<Outcome, crate::web::error::WebError> {
    let action = Action::RevokeConsent { signatory };
    let told_to = actor.person;
    app.act(actor, case.id, action, vec![], move |process, now| match &taken {
        Taken::Units(units) => {
            revocation::revoke(process, now, RevokeConsent { signatory, units: units.clone(), told_to })
        }
        Taken::Kind(unit, kind) => {
            revocation::revoke_kind(process, now, RevokeKind { signatory, unit: *unit, kind: *kind, told_to })
        }
    })
    .await
}

fn receipt(t: &Texts, case: &Case, signatory: PersonId, events: &[Event]) -> Receipt {
    let receipt = Receipt::new(t.get("revocation-done")).happened(
        t.with("revocation-by", &[("name", &case.name(signatory)), ("when", &t.date_time(case.now.local))]),
    );
    let ended = events.iter().any(|event| matches!(event, Event::ProcessDiscontinued { .. }));
    let mut units: Vec<UnitId> = vec![];
    for event in events {
        if let Event::ConsentRevoked { unit, .. } = event {
            units.push(*unit);
        }
    }
    let receipt = units.iter().fold(receipt, |receipt, unit| {
        receipt.happened(t.with("revocation-unit-left", &[("unit", &case.unit(*unit))]))
    });
    let receipt = events.iter().fold(receipt, |receipt, event| {
        if let Event::InformationKindRevoked { unit, kind, .. } = event {
            let kind = t.get(super::grid::kind_key(*kind));
            return receipt
                .happened(t.with("revocation-kind-left", &[("unit", &case.unit(*unit)), ("kind", &kind)]));
        }
        receipt
    });
    let receipt = if events.is_empty() { receipt.happened(t.get("revocation-nothing-new")) } else { receipt };
    if ended {
        receipt.happened(t.get("revocation-ended")).told(t.get("revocation-told-ended"))
    } else {
        receipt.next_at(t.get("revocation-next"), "/work")
    }
}

fn view(page: Page, form: FormView, case: &Case) -> RevocationPage {
    let (t, today) = (page.t, case.now.today());
    let person = |person: PersonId| Choice::new(person.to_string(), case.name(person));
    let unit = |unit: UnitId| Choice::new(unit.to_string(), case.unit(unit));
    let kind = |kind: &InformationKind| {
        let key = super::grid::kind_key(*kind);
        Choice::new(key, t.get(key))
    };
    let extent = |code: &str| {
        Choice::new(code, t.get(&format!("revocation-{code}")))
            .explained(t.get(&format!("revocation-{code}-hint")))
    };
    let follows = ["meetings", "lines", "copies", "work"];
    RevocationPage {
        form,
        id: case.id,
        child: case.name(case.process.child()).to_owned(),
        people: case.process.family(today).into_iter().map(person).collect(),
        units: case.process.consented_units(today).into_iter().map(unit).collect(),
        kinds: InformationKind::ALL.iter().map(kind).collect(),
        extents: ["all", "units", "kind"].into_iter().map(extent).collect(),
        follows: follows.iter().map(|what| t.get(&format!("revocation-follows-{what}"))).collect(),
        t,
        page: page.work().marked_if(case.process.is_protected()),
    }
}
