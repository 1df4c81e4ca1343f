//! Does a text point somebody out, as far as the cases that its writer knows and the scan can tell? (DESK-4)

use domain::{
    deidentify::{FindingKind, Known},
    samba::need::{Found, LookedThrough, NotYet},
};

use crate::web::{app::App, error::WebError, form::Fields, identity::Actor, texts::Texts};

/// What the scan has found, for the page.
#[derive(Default)]
pub struct Findings {
    /// What must go, and why.
    pub blocks: Vec<String>,
    pub held: Vec<Held>,
}

/// Words that a human has to look at.
pub struct Held {
    pub code: String,
    pub words: String,
    pub why: String,
}

/// The field in which somebody ticks what points out nobody.
const CLEARED: &str = "cleared";

/// Looks a text through. What is wrong with it is noted at its field, or at the ticks.
pub async fn look(
    app: &App,
    t: &Texts,
    actor: Actor,
    fields: &mut Fields,
    (field, text): (&str, String),
) -> Result<Result<LookedThrough, Findings>, WebError> {
    let cleared: Vec<String> = fields.all(CLEARED).map(str::to_owned).collect();
    let NotYet { blocks, held } = match LookedThrough::new(&known(app, actor).await?, text, &cleared) {
        Ok(looked) => return Ok(Ok(looked)),
        Err(not_yet) => not_yet,
    };
    if !blocks.is_empty() {
        let mut words: Vec<&str> = blocks.iter().map(|found| found.words.as_str()).collect();
        words.dedup();
        let message = t.with("needs-fault-blocks", &[("words", &words.join(", "))]);
        fields.fault(field, message);
    }
    if held.iter().any(|found| !cleared.contains(&found.code())) {
        fields.fault_with(CLEARED, "needs-fault-held");
    }
    let block =
        |found: &Found| t.with("needs-found", &[("words", &found.words), ("why", &why(t, found.kind))]);
    Ok(Err(Findings {
        blocks: blocks.iter().map(block).collect(),
        held: held.into_iter().map(|found| drawn(t, found)).collect(),
    }))
}

fn drawn(t: &Texts, found: Found) -> Held {
    Held {
        code: found.code(),
        words: t.with("needs-held", &[("words", &found.words)]),
        why: why(t, found.kind),
    }
}

fn why(t: &Texts, kind: FindingKind) -> String {
    t.get(&format!("deidentify-{}", kind.key()))
}

/// Whoever stands in the cases that the coordinator may know of, as far as they may be known, and every unit.
async fn known(app: &App, actor: Actor) -> Result<Known, WebError> {
    let mut known = Known::default();
    for seen in app.visible(actor).await? {
        for person in seen.people() {
            known.names.push(person.name.clone());
            known.dates.extend(person.born);
            known.personal_ids.extend(person.personal_id.clone());
            known.phones.extend(person.phone.clone());
            known.emails.extend(person.email.clone());
        }
    }
    Ok(known.with_units_of(&app.organisation))
}
