//! What stands around every page about one process: whose it is, the way back, and the way to say stop.

use domain::{PersonId, ProcessId};

use super::voice::{Voice, first_name};
use crate::web::{case::Case, page::Page};

/// The frame of a page about one process: `family/frame.html` is drawn from it.
#[derive(Clone)]
pub struct Frame {
    /// The child's first name.
    pub child: String,
    /// The process's own page.
    pub home: String,
    pub looked: String,
    /// Where to say stop; nothing once everything has ended.
    pub stop: Option<String>,
}

impl Frame {
    pub fn of(case: &Case) -> Frame {
        let home = home(case.id);
        let ended = is_over(case);
        Frame {
            child: child(case),
            looked: format!("{home}/looked"),
            stop: (!ended).then(|| format!("{home}/stop")),
            home,
        }
    }
}

/// The address of a process's page.
pub fn home(process: ProcessId) -> String {
    format!("/family/processes/{process}")
}

/// The child's first name.
pub fn child(case: &Case) -> String {
    first_name(case.name(case.process.child()))
}

/// Closed or discontinued: everything can be read, and nothing is done any more.
pub fn is_over(case: &Case) -> bool {
    let today = case.now.today();
    case.process.ending.closed.is_some() || case.process.discontinued(today).is_some()
}

/// The page for whoever reads this case, with the mark of a protected identity where it belongs.
pub fn page(page: Page, case: &Case) -> Page {
    page.family().marked_if(case.process.is_protected())
}

/// A person with the unit that he or she comes from: "Maria Berg, Habiliteringen".
pub fn person_and_unit(t: Voice, case: &Case, person: PersonId) -> String {
    let name = case.name(person);
    match case.process.unit_of(person) {
        Some(unit) => t.with("family-person-from-unit", &[("name", &name), ("unit", &case.unit(unit))]),
        None => name.to_owned(),
    }
}

/// "a", "a och b", "a, b och c".
pub fn in_a_row(t: Voice, mut words: Vec<String>) -> String {
    let Some(last) = words.pop() else { return String::new() };
    if words.is_empty() {
        return last;
    }
    t.with("family-list-and", &[("first", &words.join(", ")), ("last", &last)])
}
