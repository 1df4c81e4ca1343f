//! How is one act on a description shown and done? The page with its form, what was typed, the scan, the decision.

use std::collections::BTreeSet;

use axum::extract::State;
use domain::{
    DeidentifiedId,
    samba::deidentified::{DeidentifiedAct, DeidentifiedRefusal, Found, Looking},
};

use super::{
    desk::{Desk, rules},
    known, looked, words,
};
use crate::web::{
    actor::CurrentActor,
    app::App,
    error::{Answer, WebError},
    form::{Fields, FormView},
    form_data::DrawnSection,
    identity::{Actor, Seat},
    page::{Page, show, show_again},
    path::Path,
    receipt::Receipt,
    samba::cases::{act::ActPage, block::Block},
};

/// One act. Its words lie under `case-WORD-title`, `-lead`, `-submit` and `-done`.
pub trait Act: 'static {
    const WORD: &'static str;

    /// What stands above the form.
    fn blocks(_: &Desk) -> Vec<Block> {
        vec![]
    }

    /// The fields; nothing when there is nothing to do now.
    fn drawn(desk: &Desk) -> Option<Vec<DrawnSection>>;

    /// What was typed; nothing when there are faults.
    fn read(desk: &Desk, fields: &mut Fields) -> Option<DeidentifiedAct>;
}

/// `GET` of an act.
pub async fn read<A: Act>(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(id): Path<DeidentifiedId>,
) -> Answer {
    let desk = Desk::open(&app, page.t, actor, id).await?;
    let form = page.form();
    show(&view::<A>(page, form, &desk, &BTreeSet::new()))
}

/// `POST` of an act.
pub async fn update<A: Act>(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(id): Path<DeidentifiedId>,
    mut fields: Fields,
) -> Answer {
    let desk = Desk::open(&app, page.t, actor, id).await?;
    let act = A::read(&desk, &mut fields);
    let Some(act) = act.filter(|_| !fields.has_faults()) else {
        return show_again(&view::<A>(page, fields.back(), &desk, &BTreeSet::new()));
    };
    let looking = looking(&app, actor, &fields).await?;
    let now = app.clock.now();
    let done = app.store.change_deidentified(actor, id, act, &looking, rules(&app), now).await?;
    match done {
        Ok(()) => {
            let (t, word) = (page.t, A::WORD);
            let receipt = Receipt::new(t.get(&format!("case-{word}-done")));
            // What has ended is gone, so nothing leads there.
            let receipt = if app.store.deidentified(actor, id, now).await.is_ok() {
                receipt.next_at(t.get("deidentified-to-it"), desk.address())
            } else {
                receipt
            };
            let receipt = receipt.next_at(t.get("deidentified-to-list"), "/samba/deidentified");
            app.receipt(actor, receipt).await
        }
        Err(refusal) => {
            let found = found(&refusal);
            looked::note(page.t, &mut fields, &found);
            let form = fields.back_refused(words::explained(page.t, &refusal));
            show_again(&view::<A>(page, form, &desk, &found))
        }
    }
}

/// What the texts are looked through with: for whoever works with families, all that those families would be known by.
pub async fn looking(app: &App, actor: Actor, fields: &Fields) -> Result<Looking, WebError> {
    let known = match actor.seat {
        Seat::Staff { .. } => known::known_to(app, actor).await?,
        Seat::Family
        | Seat::Manager { .. }
        | Seat::Ambassador { .. }
        | Seat::Coordinator
        | Seat::SambaCoordinator
        | Seat::BodyMember { .. }
        | Seat::SteeringGroup
        | Seat::Administrator => domain::deidentify::Known::default(),
    };
    Ok(Looking { known, confirmed: looked::confirmed(fields) })
}

/// What the scan found, if that is why.
pub fn found(refusal: &DeidentifiedRefusal) -> BTreeSet<Found> {
    if let DeidentifiedRefusal::GivesAway(found) | DeidentifiedRefusal::NotLookedAt(found) = refusal {
        found.clone()
    } else {
        BTreeSet::new()
    }
}

fn view<A: Act>(page: Page, form: FormView, desk: &Desk, found: &BTreeSet<Found>) -> ActPage {
    let (t, word) = (page.t, A::WORD);
    let words = |part: &str| t.get(&format!("case-{word}-{part}"));
    let sections = A::drawn(desk).map(|mut sections| {
        let label = |name: &str| {
            let mut fields = sections.iter().flat_map(|section| &section.fields);
            fields.find(|field| field.name == name).map_or_else(String::new, |field| field.label.clone())
        };
        let held = looked::drawn(t, found, label);
        sections.extend(held);
        sections
    });
    ActPage {
        address: desk.address(),
        whose: t.get("deidentified-one"),
        title: words("title"),
        lead: words("lead"),
        submit: words("submit"),
        not_now: t.get("deidentified-not-now"),
        back: t.get("deidentified-to-it"),
        blocks: A::blocks(desk),
        sections,
        foreseen: None,
        form,
        t,
        page: page.work(),
    }
}
