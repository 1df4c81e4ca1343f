//! What does the consent say, in words that the family reads and signs? (CON-05, CON-21, CON-28)

use domain::samba::{bodies::Body, case::Case as SambaCase};

use super::Chosen;
use crate::web::{app::App, case::Case, family::first_name, texts::Texts};

/// The whole text, paragraph by paragraph.
pub fn of(t: &Texts, app: &App, case: &Case, samba: &SambaCase, chosen: &Chosen) -> String {
    let child = first_name(case.name(case.process.child()));
    let mut parts = vec![
        t.with("family-samba-text-title", &[("child", &child)]),
        t.with("family-samba-text-why", &[("child", &child)]),
    ];
    for body in chosen.bodies.iter().filter_map(|body| app.bodies.body(*body)) {
        parts.push(format!("{}\n{}", body.name, about(t, body)));
        let seats: Vec<String> = chosen
            .parties
            .iter()
            .filter(|party| body.place(**party).is_some())
            .map(|party| format!("- {}", app.seat_name(*party, body.id)))
            .collect();
        parts.push(format!("{}\n{}", t.get("family-samba-text-who"), seats.join("\n")));
    }
    parts.push(t.get("family-samba-text-only"));
    let mut told = vec![];
    if let Some(description) = samba.description {
        let by = case.name(description.by);
        told.push(t.with("family-samba-text-description", &[("name", &by)]));
        told.extend(description.plan.map(|plan| t.with("family-samba-text-plan", &[("number", &plan.0)])));
    }
    told.extend(samba.questions.iter().map(|question| format!("- {}", case.text(question.text))));
    parts.push(format!("{}\n{}", t.get("family-samba-text-what"), told.join("\n")));
    parts.push(t.with("family-samba-text-until", &[("date", &t.date(chosen.valid_until))]));
    parts.extend(
        [
            "family-samba-text-voluntary",
            "family-samba-text-take-back",
            "family-samba-text-no",
            "family-samba-text-nothing-else",
        ]
        .map(|key| t.get(key)),
    );
    parts.join("\n\n")
}

/// What a body is, in plain words. One that another municipality has made says what stands in its data.
pub fn about(t: &Texts, body: &Body) -> String {
    let key = format!("family-samba-body-{}", body.code);
    if t.has(&key) { t.get(&key) } else { t.get("family-samba-body") }
}
