//! Which requests are measured?
//!
//! `farled synthetic` prints them, a line each; other lines are passed over:
//!
//! ```text
//! GET process-page 5d0e... /processes/8c1f...
//! POST need-recorded 5d0e... /processes/8c1f.../needs words=...&by=...
//! ```
//!
//! The method, what the figure is called, the seat as the demo's sign-in page offers it, the address, and for a
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
    seat: String,
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

    /// Every seat somebody asks from, once.
    pub fn seats(&self) -> Vec<&str> {
        let mut seats: Vec<&str> = self.lines.iter().map(|line| line.seat.as_str()).collect();
        seats.sort_unstable();
        seats.dedup();
        seats
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
                let session =
                    sessions.get(&line.seat).ok_or_else(|| format!("nobody signed in as {}", line.seat))?;
                Ok(Request::new(&line.path, line.form.as_deref(), session))
            })
            .collect()
    }
}

impl Line {
    fn read(line: &str) -> Option<Self> {
        let words: Vec<&str> = line.split_whitespace().collect();
        let (measure, seat, path, form) = match words.as_slice() {
            ["GET", measure, seat, path] => (measure, seat, path, None),
            ["POST", measure, seat, path] => (measure, seat, path, Some(String::new())),
            ["POST", measure, seat, path, form] => (measure, seat, path, Some((*form).to_owned())),
            _ => return None,
        };
        let [measure, seat, path] = [measure, seat, path].map(|word| (*word).to_owned());
        Some(Self { measure, seat, path, form })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requests_are_read_and_other_lines_passed_over() {
        let plan = Plan::read("making the world\nGET page 1 /a\nPOST act 2 /b x=1\nGET page 3 /c\n").unwrap();
        assert_eq!(plan.measures(), ["page", "act"]);
        assert_eq!(plan.seats(), ["1", "2", "3"]);
        assert_eq!(plan.lines[1].form.as_deref(), Some("x=1"));
    }

    #[test]
    fn a_world_without_requests_is_an_error() {
        assert!(Plan::read("made\n").is_err());
    }
}
