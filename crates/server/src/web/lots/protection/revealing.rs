//! Which words in a text tell where somebody is? (PID-2, PID-3)
//!
//! An automatic look for what is known: units, towns, staff, places, register data, and numbers that look like a
//! phone or a postal code. It finds no more than it knows, which is why a second person compares as well (PID-6).

use std::collections::BTreeMap;

use domain::PersonId;

use crate::web::case::{Case, unit_of_type};
use crate::web::texts::Texts;

/// What is shorter than this is part of too many other words.
const WORD_MIN: usize = 4;
/// A postal code has five digits, and no phone number has fewer.
const DIGITS_MIN: usize = 5;

/// What is known to tell where somebody is, with what can stand there instead.
pub struct Revealing {
    /// In small letters; nothing to put there for what is only to be left out.
    known: BTreeMap<String, Option<String>>,
}

impl Revealing {
    /// All that this process and the organisation know.
    pub fn of(t: &Texts, case: &Case) -> Revealing {
        let mut known = BTreeMap::new();
        for unit in case.organisation.units() {
            known.insert(unit.name.to_lowercase(), Some(unit_of_type(t, unit)));
            known.insert(unit.inbox.to_lowercase(), None);
        }
        let towns = case.organisation.municipalities().flat_map(|one| [&one.name, &one.short_name]);
        let places = case.process.meetings.iter().map(|(_, meeting)| case.text(meeting.place));
        let family = family_names(case);
        let people = case.people().flat_map(|person| {
            let staff = !family.contains(&person.id);
            let name = staff.then(|| person.name.clone());
            let last = staff.then(|| person.name.split_whitespace().last().map(str::to_owned)).flatten();
            let last = last.filter(|last| !family_words(case, &family, last));
            let reached = [&person.phone, &person.email, &person.address, &person.personal_id];
            [name, last].into_iter().flatten().chain(reached.into_iter().flatten().cloned())
        });
        let words = towns.cloned().chain(places.map(str::to_owned)).chain(people);
        for word in words.map(|word| word.trim().to_lowercase()) {
            if word.chars().count() >= WORD_MIN {
                known.entry(word).or_insert(None);
            }
        }
        Revealing { known }
    }

    #[cfg(test)]
    fn made(known: &[(&str, Option<&str>)]) -> Revealing {
        let known = known.iter().map(|(word, instead)| (word.to_lowercase(), instead.map(str::to_owned)));
        Revealing { known: known.collect() }
    }

    /// Everything in the text that tells, as it stands there; nothing when it is clean.
    pub fn found(&self, text: &str) -> Vec<String> {
        let small = text.to_lowercase();
        let mut found: Vec<String> =
            self.known.keys().filter(|word| places(&small, word).next().is_some()).cloned().collect();
        found.extend(numbers(text));
        found.extend(text.split_whitespace().filter(|word| word.contains('@')).map(str::to_owned));
        found.dedup();
        found
    }

    /// What is left of a text for somebody who may not learn where anybody is: units by their kind, and no line
    /// that still tells.
    pub fn reduced(&self, lines: &[String]) -> Vec<String> {
        let kinds = lines.iter().map(|line| self.by_kind(line));
        kinds.filter(|line| self.found(line).is_empty()).collect()
    }

    fn by_kind(&self, line: &str) -> String {
        // The longest first: a name can stand within another.
        let mut units: Vec<(&String, &String)> =
            self.known.iter().filter_map(|(word, kind)| Some((word, kind.as_ref()?))).collect();
        units.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
        units.into_iter().fold(line.to_owned(), |line, (word, kind)| {
            let small = line.to_lowercase();
            // Small letters of Swedish are as long as capital ones; where they are not, nothing is replaced.
            if small.len() != line.len() {
                return line;
            }
            let mut ends = places(&small, word).map(|at| (at, at + word.len())).collect::<Vec<_>>();
            ends.reverse();
            ends.into_iter().fold(line, |mut line, (start, end)| {
                line.replace_range(start..end, kind);
                line
            })
        })
    }
}

/// Where a word begins in a text. What follows may be more of it: "Kristianstads", "Osbyvägen".
fn places<'a>(small: &'a str, word: &'a str) -> impl Iterator<Item = usize> + 'a {
    small.match_indices(word).map(|(at, _)| at).filter(|at| {
        let before = small.get(..*at).and_then(|before| before.chars().next_back());
        !before.is_some_and(char::is_alphanumeric)
    })
}

/// Numbers that look like a phone, a postal code or a personal number. A date is none of them.
fn numbers(text: &str) -> Vec<String> {
    let joins = |sign: char| sign.is_ascii_digit() || matches!(sign, ' ' | '-' | '+' | '\u{a0}');
    let runs = text.split(|sign: char| !joins(sign)).map(str::trim);
    let alike = |run: &&str| run.chars().filter(char::is_ascii_digit).count() >= DIGITS_MIN;
    let told = runs.filter(alike).filter(|run| !run.split(' ').all(is_harmless));
    told.map(str::to_owned).collect()
}

/// A date as the program writes it, or a number that is too short to reach anybody.
fn is_harmless(word: &str) -> bool {
    let date = word.len() == 10 && word.parse::<jiff::civil::Date>().is_ok();
    let year = word.len() == 4 && (word.starts_with("19") || word.starts_with("20"));
    date || year || (word.len() <= 2 && word.chars().all(|sign| sign.is_ascii_digit()))
}

fn family_names(case: &Case) -> Vec<PersonId> {
    let guardians = case.process.custody.guardians.iter().map(|guardian| guardian.person);
    std::iter::once(case.process.child()).chain(guardians).collect()
}

/// Whether somebody in the family bears this name too.
fn family_words(case: &Case, family: &[PersonId], name: &str) -> bool {
    family.iter().any(|person| case.name(*person).split_whitespace().any(|word| word == name))
}

#[cfg(test)]
mod tests;
