//! What if a line says what another unit is to do? It can be put to that unit as a question. (PRI-02)

use domain::{
    UnitId,
    lots::{
        commitment::{self, AskQuestion},
        wording,
    },
};
use policy::{Action, Actor};

use crate::web::{
    app::App,
    case::{Case, Outcome, new_text},
    error::WebError,
    form::Fields,
    texts::Texts,
};

/// What was written for somebody else.
pub struct Directive {
    pub sentence: String,
    /// "BUP Kristianstad", or what such units are called when none takes part.
    pub unit: String,
    /// Whom it can be put to; nobody when the unit has to be called first, which is the family's to decide.
    pub takes_part: Vec<UnitId>,
}

/// The first sentence in the line's text that another unit would have to write.
pub fn find(case: &Case, author: UnitId, text: &str) -> Option<Directive> {
    let author = &case.organisation.unit(author)?.unit_type;
    let found = wording::directive(text, &case.organisation, author)?;
    let is_such =
        |unit: &UnitId| case.organisation.unit(*unit).is_some_and(|unit| *unit.unit_type == *found.of);
    let takes_part: Vec<_> =
        case.process.receiving_units(case.now.today()).into_iter().filter(is_such).collect();
    let unit = match takes_part.first() {
        Some(unit) => case.unit(*unit).into_owned(),
        None => found.of.spoken.first().cloned().unwrap_or_default(),
    };
    Some(Directive { sentence: found.sentence.to_owned(), unit, takes_part })
}

/// Puts the sentence to the unit as a question, and takes it out of the line.
///
/// # Errors
/// As [`App::act`].
pub async fn ask(
    app: &App,
    actor: Actor,
    case: &Case,
    by_unit: UnitId,
    directive: Directive,
    fields: &mut Fields,
) -> Result<Outcome, WebError> {
    let text = new_text(directive.sentence.clone())?;
    let command = AskQuestion { text: text.id, by_unit: Some(by_unit), units: directive.takes_part };
    let decide = move |process: &_, now| commitment::ask(process, now, command.clone());
    let outcome = app.act(actor, case.id, Action::AskQuestion, vec![text], decide).await?;
    if let Outcome::Done(_) = outcome {
        let rest = fields.raw("text").replace("\r\n", "\n").replacen(&directive.sentence, "", 1);
        fields.set("text", rest.trim());
    }
    Ok(outcome)
}

/// The words at the field.
pub fn words(t: &Texts, directive: &Directive) -> String {
    t.with("line-directive", &[("unit", &directive.unit)])
}
