//! What does `farled workdays` say: how was a date arrived at, day by day?

#[cfg(test)]
mod tests;

use domain::calendar::{Calendar, iso_date};

use crate::web::{calendar_words, texts::Texts};

/// Nobody counts further; without a limit a slip of the pen would fill the screen.
pub const DAYS_MAX: u32 = 1_000;

/// The date of working day number `days` after `date` (TIME-2): its ISO form on the first line, and then a
/// line a day with why it counts or does not.
///
/// # Errors
/// A sentence for whoever typed it, when `date` is no date or `days` is more than [`DAYS_MAX`].
pub fn run(date: &str, days: u32) -> Result<String, String> {
    let texts = Texts::swedish();
    let from = iso_date(date).ok_or_else(|| texts.with("workdays-bad-date", &[("text", &shown(date))]))?;
    if days > DAYS_MAX {
        return Err(texts.with("workdays-too-many", &[("max", &DAYS_MAX.to_string())]));
    }
    let reasoning = Calendar::default().reasoning(from, days);
    let mut lines = vec![reasoning.result.to_string()];
    lines.extend(calendar_words::days(texts, &reasoning));
    Ok(lines.join("\n") + "\n")
}

/// What was typed, short and on one line, to be shown in an error.
fn shown(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_control()).take(40).collect()
}
