//! What does a no say to a family: what did not work, why, and what now?
//!
//! The same refusals as for those who work here, in the family's own words (`family-refused-KEY-what`). What a
//! family never meets falls back on one sentence and the way to somebody who can help.

use domain::Refusal;

use super::{
    frame::{child, home, person_and_unit},
    voice::Voice,
};
use crate::web::{
    case::Case,
    refusal::Explained,
    refusal_words::told::{carried, told},
    texts::Spoken,
};

/// The refusal in words, with the way on.
pub fn explain(t: Voice, refusal: &Refusal, case: &Case) -> Explained {
    let told = told(refusal);
    let known = t.has(&format!("family-refused-{}-what", told.key));
    let key = if known { told.key } else { "other" };
    let unit = carried(refusal).unit.map(|unit| case.unit(unit).into_owned()).unwrap_or_default();
    let lead = person_and_unit(t, case, case.process.lead());
    let values: [(&str, &dyn Spoken); 3] = [("unit", &unit), ("child", &child(case)), ("lead", &lead)];
    let (words, path) = way(key);
    Explained::new(
        &told,
        t.with(&format!("family-refused-{key}-what"), &values),
        t.with(&format!("family-refused-{key}-why"), &values),
    )
    .instead_at(t.with(words, &values), format!("{}{path}", home(case.id)))
}

/// The words of the way on, and the page it leads to.
fn way(key: &str) -> (&'static str, &'static str) {
    match key {
        "unknown-unit" | "unit-already-proposed" | "unit-not-proposed" | "unit-takes-part-already" => {
            ("family-way-units", "/units")
        }
        "text-changed" | "summons-reopened" => ("family-way-summons", "/summons"),
        "revoke-instead" | "nothing-to-revoke" => ("family-way-stop", "/stop"),
        "process-paused" => ("family-way-resume", "/stop"),
        "no-such-version" | "already-released" | "no-such-line" => ("family-way-plan", "/plan"),
        _ => ("family-way-home", ""),
    }
}
