//! Which requests are measured?
//!
//! `farled synthetic` prints them, a line each; other lines are passed over:
//!
//! ```text
//! GET process-page 3 /processes/8c1f...
//! POST need-recorded 3 /processes/8c1f.../needs words=...&by=...
//! ```
//!
//! The method, what the figure is called, the value of `person` with which one signs in, the address, and for a
//! POST the form (URL-encoded, without `form-mark`, which belongs to the session). Several lines of one name are
//! asked in turn. A POST must be one that can be done again and again.

use std::collections::BTreeMap;

use super::load::{Request, Session};

#[derive(Debug, Default)]
pub struct Plan {
    lines: Vec<Line>,
}

#[derive(Debug, PartialEq, Eq)]
struct Line {
    measure: String,
    person: String,
    path: String,
    /// What is posted; `None` for a GET.
    form: Option<String>,
}

impl Plan {
    pub fn read(printed: &str) -> Result<Self, String> {
        let lines: Vec<Line> = printed.lines().filter_map(Line::read).collect();
        if lines.is_empty() {
            return Err("farled synthetic named no request to measure".to_owned());
        }
        Ok(Self { lines })
    }

    /// What is measured, in the order it was first named.
    pub fn measures(&self) -> Vec<&str> {
        let mut measures: Vec<&str> = vec![];
        for line in &self.lines {
            if !measures.contains(&line.measure.as_str()) {
                measures.push(&line.measure);
            }
        }
        measures
    }

    /// Everybody who asks for something, once.
    pub fn persons(&self) -> Vec<&str> {
        let mut persons: Vec<&str> = self.lines.iter().map(|line| line.person.as_str()).collect();
        persons.sort_unstable();
        persons.dedup();
        persons
    }

    /// The requests of one measure, ready to be sent.
    pub fn requests(
        &self,
        measure: &str,
        sessions: &BTreeMap<String, Session>,
    ) -> Result<Vec<Request>, String> {
        let of_measure = self.lines.iter().filter(|line| line.measure == measure);
        of_measure
            .map(|line| {
                let session = sessions
                    .get(&line.person)
                    .ok_or_else(|| format!("nobody signed in as {}", line.person))?;
                Ok(Request::new(&line.path, line.form.as_deref(), session))
            })
            .collect()
    }
}

impl Line {
    fn read(line: &str) -> Option<Self> {
        let words: Vec<&str> = line.split_whitespace().collect();
        let (measure, person, path, form) = match words.as_slice() {
            ["GET", measure, person, path] => (measure, person, path, None),
            ["POST", measure, person, path] => (measure, person, path, Some(String::new())),
            ["POST", measure, person, path, form] => (measure, person, path, Some((*form).to_owned())),
            _ => return None,
        };
        let [measure, person, path] = [measure, person, path].map(|word| (*word).to_owned());
        Some(Self { measure, person, path, form })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requests_are_read_and_other_lines_passed_over() {
        let plan = Plan::read("making the world\nGET page 1 /a\nPOST act 2 /b x=1\nGET page 3 /c\n").unwrap();
        assert_eq!(plan.measures(), ["page", "act"]);
        assert_eq!(plan.persons(), ["1", "2", "3"]);
        assert_eq!(plan.lines[1].form.as_deref(), Some("x=1"));
    }

    #[test]
    fn a_world_without_requests_is_an_error() {
        assert!(Plan::read("made\n").is_err());
    }
}
