//! Which of several findings in one place is told?

use std::collections::BTreeMap;

use super::Finding;

/// In order and not overlapping. What blocks goes before what is held, and of two of a kind the longer; of what is
/// covered in part, the rest is told.
pub fn settle(text: &str, mut found: Vec<Finding>) -> Vec<Finding> {
    found.sort_by_key(|finding| {
        (finding.kind.verdict(), std::cmp::Reverse(finding.range.len()), finding.range.start, finding.kind)
    });
    let mut kept: BTreeMap<usize, Finding> = BTreeMap::new();
    for finding in found {
        if let Some(free) = free(text, &kept, finding) {
            kept.insert(free.range.start, free);
        }
    }
    kept.into_values().collect()
}

/// The first part of a finding that nothing kept covers.
fn free(text: &str, kept: &BTreeMap<usize, Finding>, mut finding: Finding) -> Option<Finding> {
    loop {
        if let Some((_, before)) = kept.range(..=finding.range.start).next_back()
            && before.range.end > finding.range.start
        {
            finding.range.start = before.range.end;
        }
        if finding.range.start >= finding.range.end {
            return None;
        }
        if let Some((start, _)) = kept.range(finding.range.start..finding.range.end).next() {
            let (first, rest) = (finding.range.start..*start, *start..finding.range.end);
            if says_something(&text[first.clone()]) {
                finding.range = trimmed(text, first);
                return Some(finding);
            }
            finding.range = rest;
            continue;
        }
        finding.range = trimmed(text, finding.range);
        return says_something(&text[finding.range.clone()]).then_some(finding);
    }
}

fn says_something(part: &str) -> bool {
    part.chars().any(char::is_alphanumeric)
}

fn trimmed(text: &str, range: std::ops::Range<usize>) -> std::ops::Range<usize> {
    let part = &text[range.clone()];
    let start = range.start + (part.len() - part.trim_start().len());
    start..start + part.trim().len()
}
