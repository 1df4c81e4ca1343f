//! How have the reviews of the log gone at each unit? Figures for the controller, who answers for them (AC-12).
//!
//! Numbers alone: who looked at what, and what was decided of whom, is the manager's to know.

use domain::organisation::Organisation;
use std::fmt::Write as _;
use store::{Decision, Store};

use crate::{clock::Clock, open::StartFault};

const COLUMNS: &str = "month\tunit\tlooks\tdrawn\tin order\texplained\tdeviations\tundecided";

/// What stands where nobody has gone through the month.
const NOT_DRAWN: &str = "not drawn";

/// One line a unit and month in which somebody there has looked, drawn or not, the columns parted by tabs and named in the first line.
///
/// # Errors
/// When the database fails.
pub async fn run(store: &Store, organisation: &Organisation, clock: &Clock) -> Result<String, StartFault> {
    let mut told = format!("{COLUMNS}\n");
    for ((unit, month), figures) in store.review_figures(clock.zone(), clock.now()).await? {
        let name = organisation.unit(unit).map_or_else(|| unit.to_string(), |unit| unit.name.clone());
        let decided = |decision| figures.decided.get(&decision).copied().unwrap_or_default();
        let [in_order, explained, deviations] = Decision::ALL.map(decided);
        let month = month.to_string();
        let month = month.get(.."2026-10".len()).unwrap_or(&month);
        // Nothing goes wrong when writing to a string.
        let _ = writeln!(
            told,
            "{month}\t{name}\t{}\t{}\t{in_order}\t{explained}\t{deviations}\t{}",
            figures.looks,
            figures.drawn.map_or_else(|| NOT_DRAWN.to_owned(), |drawn| drawn.to_string()),
            figures.undecided()
        );
    }
    Ok(told)
}
