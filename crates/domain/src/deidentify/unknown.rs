//! What in a text may give somebody away although the case does not know it?

use super::{
    Finding, FindingKind,
    lists::LISTS,
    page::{Page, Shape, Token},
    words::Rank,
};

/// How far a quote goes at most, in bytes: what is longer has lost its end.
const QUOTE_MAX: usize = 600;

pub fn find(page: &Page, found: &mut Vec<Finding>) {
    for (at, token) in page.tokens.iter().enumerate() {
        if !token.is_word() {
            continue;
        }
        let kind = term(page, at).or_else(|| name(token));
        found.extend(kind.map(|kind| page.finding(at, at, kind)));
        found.extend(rare(page, at));
    }
    quotes(page, found);
}

/// Words that have a better one: types of unit, what a diagnosis means, and no origin at all.
fn term(page: &Page, at: usize) -> Option<FindingKind> {
    let token = &page.tokens[at];
    let short = token.length <= 3 && token.rank > Rank::Unknown;
    if short && token.shape != Shape::Capitals {
        return None;
    }
    let may_be_a_word = token.is_lower() && token.rank > Rank::Unknown;
    let is_in = |list| LISTS.inflected(list, &token.light) && !may_be_a_word;
    if is_in(&LISTS.terms.unit_terms) {
        Some(FindingKind::UnitTerm)
    } else if is_in(&LISTS.terms.diagnoses) {
        Some(FindingKind::Diagnosis)
    } else {
        is_in(&LISTS.origins).then_some(FindingKind::Origin)
    }
}

/// A capital, unless it only begins a sentence or everybody knows the word; a common name in lower case.
fn name(token: &Token) -> Option<FindingKind> {
    let bare = token.light.strip_suffix('s').unwrap_or(&token.light);
    let is_common = LISTS.names.contains(&token.light) || LISTS.names.contains(bare);
    let is_general = LISTS.terms.general_terms.contains(&token.light);
    let is_foreign =
        token.light.chars().any(|letter| !letter.is_ascii_lowercase() && !matches!(letter, 'å' | 'ä' | 'ö'));
    if is_foreign {
        return Some(FindingKind::UnknownCode);
    }
    match token.shape {
        _ if token.length < 2 || is_general => None,
        Shape::Number => None,
        Shape::Lower => (is_common && token.rank == Rank::Unknown).then_some(FindingKind::CommonName),
        Shape::Capitals => Some(FindingKind::UnknownCode),
        Shape::Capital => {
            let only_begins = token.begins && token.rank > Rank::Unknown && !is_common;
            (!only_begins).then_some(FindingKind::UnknownName)
        }
    }
}

fn rare(page: &Page, at: usize) -> Option<Finding> {
    let token = &page.tokens[at];
    let begins: String = token.light.chars().take(3).collect();
    let entries = LISTS.rare.get(&begins)?;
    // An ordinary word that only begins like an entry is another word: "sektion" is no "sekt".
    let last_fits = |here: &str, word: &str| {
        here.strip_prefix(word).is_some_and(|rest| {
            token.rank == Rank::Unknown || rest.is_empty() || LISTS.terms.endings.contains(rest)
        })
    };
    let fits = |entry: &&Vec<String>| {
        let last = entry.len() - 1;
        entry.iter().enumerate().all(|(index, word)| {
            let here = page.word(at + index);
            if index == last { last_fits(here, word) } else { here == word }
        })
    };
    entries.iter().find(fits).map(|entry| page.finding(at, at + entry.len() - 1, FindingKind::Rare))
}

/// From one mark to the next. A single mark counts when it stands before a word.
fn quotes(page: &Page, found: &mut Vec<Finding>) {
    let is_mark = |letter: char| "\"”“„»«".contains(letter);
    let mut opened: Option<usize> = None;
    let mut before = ' ';
    for (at, letter) in page.text.char_indices() {
        let single = matches!(letter, '\'' | '’' | '‘');
        let after = page.text[at + letter.len_utf8()..].chars().next().unwrap_or(' ');
        let opens = is_mark(letter) || single && !before.is_alphanumeric() && after.is_alphabetic();
        let closes = is_mark(letter) || single && !after.is_alphanumeric();
        match opened {
            None if opens => opened = Some(at + letter.len_utf8()),
            Some(from) if closes || letter == '\n' || at - from > QUOTE_MAX => {
                found.push(Finding { range: from..at, kind: FindingKind::Quote });
                opened = None;
            }
            None | Some(_) => {}
        }
        before = letter;
    }
    if let Some(from) = opened {
        found.push(Finding { range: from..page.text.len(), kind: FindingKind::Quote });
    }
}
