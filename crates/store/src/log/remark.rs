//! What does the log say about itself?
//!
//! A remark is a leaf like any other, in words that hold no personal data and that are kept as they were written.

#[cfg(test)]
mod tests;

use super::before::Before;
use record::{Hash, remark_leaf};
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Remark {
    /// All leaves before were sealed at this moment, and a checkpoint signed. The last of every batch.
    Sealed { at_us: i64 },
    /// The clock shows an earlier moment than at the last seal (AD-7).
    ClockSetBack { from_us: i64, to_us: i64 },
    /// What had been written before there was a log.
    Before(Before),
    /// The rows of these leaves are gone, and that is as it should be (AD-2).
    Disposed(Leaves),
}

impl Remark {
    pub(crate) fn kind(&self) -> &'static str {
        match self {
            Remark::Sealed { .. } => "sealed",
            Remark::ClockSetBack { .. } => "clock_set_back",
            Remark::Before(_) => "before",
            Remark::Disposed(_) => "disposed",
        }
    }

    pub(crate) fn body(&self) -> String {
        match self {
            Remark::Sealed { at_us } => at_us.to_string(),
            Remark::ClockSetBack { from_us, to_us } => format!("{from_us} {to_us}"),
            Remark::Before(before) => before.written(),
            Remark::Disposed(leaves) => leaves.written(),
        }
    }

    pub(crate) fn leaf(&self) -> Hash {
        remark_leaf(self.kind(), &self.body())
    }

    /// `None` for what this program would not have written.
    pub(crate) fn read(kind: &str, body: &str) -> Option<Remark> {
        let remark = match kind {
            "sealed" => Remark::Sealed { at_us: body.parse().ok()? },
            "clock_set_back" => {
                let (from, to) = body.split_once(' ')?;
                Remark::ClockSetBack { from_us: from.parse().ok()?, to_us: to.parse().ok()? }
            }
            "before" => Remark::Before(Before::read(body)?),
            "disposed" => Remark::Disposed(Leaves::read(body)?),
            _ => return None,
        };
        (remark.body() == body).then_some(remark)
    }
}

/// Numbers of leaves; those that follow one another take no more room than one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Leaves {
    /// The first of each run, and the one after its last.
    runs: BTreeMap<u64, u64>,
}

impl Leaves {
    /// Puts in a leaf that is greater than all that are there.
    pub(crate) fn push(&mut self, leaf: u64) {
        match self.runs.last_entry() {
            Some(mut run) if *run.get() == leaf => *run.get_mut() += 1,
            _ => drop(self.runs.insert(leaf, leaf + 1)),
        }
    }

    /// Takes these out. `Err` with the first that is not there.
    pub(crate) fn take(&mut self, leaves: &Leaves) -> Result<(), u64> {
        for (first, end) in &leaves.runs {
            let run = self.runs.range(..=first).next_back().map(|(begin, until)| (*begin, *until));
            let Some((begin, until)) = run.filter(|(_, until)| until > first) else { return Err(*first) };
            if until < *end {
                return Err(until);
            }
            self.runs.remove(&begin);
            self.runs.extend([(begin, *first), (*end, until)].into_iter().filter(|(begin, end)| begin < end));
        }
        Ok(())
    }

    pub(crate) fn first(&self) -> Option<u64> {
        self.runs.first_key_value().map(|(first, _)| *first)
    }

    pub(crate) fn count(&self) -> u64 {
        self.runs.iter().map(|(first, end)| end - first).sum()
    }

    /// `3 7-9`
    fn written(&self) -> String {
        let run = |(first, end): (&u64, &u64)| match end - first {
            1 => first.to_string(),
            _ => format!("{first}-{}", end - 1),
        };
        self.runs.iter().map(run).collect::<Vec<_>>().join(" ")
    }

    fn read(text: &str) -> Option<Leaves> {
        let mut runs = BTreeMap::new();
        let mut end = None;
        for run in text.split(' ') {
            let (first, last) = run.split_once('-').unwrap_or((run, run));
            let (first, last): (u64, u64) = (first.parse().ok()?, last.parse().ok()?);
            // Runs that touch would be one.
            if end.is_some_and(|end| first <= end) || last < first {
                return None;
            }
            let after = last.checked_add(1)?;
            runs.insert(first, after);
            end = Some(after);
        }
        Some(Leaves { runs })
    }
}
