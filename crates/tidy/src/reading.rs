//! Can the one it is written for read it?
//!
//! LIX is the Swedish measure: words per sentence, plus the share of words longer than six letters in per cent.
//! Under 30 is easy; 40 is an ordinary newspaper.

use std::collections::BTreeMap;

use crate::{fluent, tree};

const FAMILY_LIX_MAX: f64 = 30.0;
const WORK_LIX_MAX: f64 = 40.0;
const LONG_LETTERS: usize = 7;
/// No sentence to a family is longer than this, and the mean is kept by the LIX.
const FAMILY_SENTENCE_WORDS_MAX: usize = 20;
/// With fewer words than this a single heading decides the figure, and it says nothing.
const WORDS_MIN: usize = 80;

#[derive(Debug, Default, Clone, Copy)]
struct Reading {
    words: usize,
    long: usize,
    sentences: usize,
}

impl Reading {
    /// Adds a text that begins and ends by itself: a heading without a full stop is a sentence too.
    fn add(&mut self, text: &str) {
        for sentence in sentences(text) {
            let lengths: Vec<usize> = words(sentence).map(|word| word.chars().count()).collect();
            self.sentences += 1;
            self.words += lengths.len();
            self.long += lengths.iter().filter(|length| **length >= LONG_LETTERS).count();
        }
    }

    #[expect(clippy::cast_precision_loss, reason = "counts of words in a text file")]
    fn lix(self) -> f64 {
        let (words, long, sentences) = (self.words as f64, self.long as f64, self.sentences as f64);
        words / sentences.max(1.0) + 100.0 * long / words.max(1.0)
    }
}

fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(['.', '!', '?', ':'])
        .map(str::trim)
        .filter(|sentence| words(sentence).next().is_some())
}

fn words(sentence: &str) -> impl Iterator<Item = &str> {
    sentence
        .split(|character: char| character.is_whitespace() || character == '–' || character == '/')
        .map(|word| word.trim_matches(|character: char| !character.is_alphanumeric()))
        .filter(|word| !word.is_empty())
}

fn by_file() -> BTreeMap<String, Reading> {
    let mut readings: BTreeMap<String, Reading> = BTreeMap::new();
    for message in fluent::messages("sv") {
        readings.entry(message.file).or_default().add(&fluent::spoken(&message.value));
    }
    readings
}

#[test]
fn every_file_is_as_easy_as_its_reader_needs() {
    let mut faults = vec![];
    for (file, reading) in by_file() {
        let max = if file.starts_with("family") { FAMILY_LIX_MAX } else { WORK_LIX_MAX };
        if reading.words >= WORDS_MIN && reading.lix() > max {
            faults.push(format!("{file}: LIX {:.1}, at most {max}", reading.lix()));
        }
    }
    tree::none("too hard to read: shorter sentences, shorter words", &faults);
}

#[test]
fn all_that_families_read_is_easy_together() {
    let mut all = Reading::default();
    for message in fluent::messages("sv").into_iter().filter(|message| message.file.starts_with("family")) {
        all.add(&fluent::spoken(&message.value));
    }
    let pages = tree::files("crates/server/src/web/family", &[".html"]).len();
    assert!(pages == 0 || all.words >= WORDS_MIN, "{} words for {pages} family pages", all.words);
    assert!(all.words == 0 || all.lix() <= FAMILY_LIX_MAX, "LIX {:.1}", all.lix());
}

#[test]
fn no_sentence_to_a_family_is_long() {
    let mut faults = vec![];
    for message in fluent::messages("sv").into_iter().filter(|message| message.file.starts_with("family")) {
        let spoken = fluent::spoken(&message.value);
        for sentence in sentences(&spoken) {
            let count = words(sentence).count();
            if count > FAMILY_SENTENCE_WORDS_MAX {
                faults.push(format!("{} {}: {count} words: {sentence}", message.file, message.key));
            }
        }
    }
    tree::none("say it in two sentences", &faults);
}

/// Words that are never said about a child to its family.
#[test]
fn no_child_is_called_a_case() {
    const NEVER: &[&str] = &["ärende", "ärendet", "ärenden", "ärendets", "objekt", "objektet"];
    let mut faults = vec![];
    for message in fluent::messages("sv").into_iter().filter(|message| message.file.starts_with("family")) {
        let spoken = fluent::spoken(&message.value).to_lowercase();
        if words(&spoken).any(|word| NEVER.contains(&word)) {
            faults.push(format!("{} {}", message.file, message.key));
        }
    }
    tree::none("a child is not a case", &faults);
}

#[test]
fn the_measure_is_the_one_it_is_called() {
    let mut reading = Reading::default();
    reading.add("Vi ses på tisdag. Socialtjänsten kommer också.");
    // Seven words in two sentences; one word has more than six letters.
    assert!((reading.lix() - (7.0 / 2.0 + 100.0 / 7.0)).abs() < 0.001, "{reading:?}");
}
