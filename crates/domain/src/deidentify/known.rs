//! Where does something that the case knows stand in a text?

use super::{
    Finding, FindingKind, fold,
    index::{Index, Likeness},
    lists::LISTS,
    page::{Page, Shape, Token},
    words::Rank,
};

/// How many letters a name spelt out letter by letter is looked for in.
const SPELT_MAX: usize = 16;

pub fn find(page: &Page, index: &Index, found: &mut Vec<Finding>) {
    for at in 0..page.tokens.len() {
        let token = &page.tokens[at];
        if !token.is_word() {
            continue;
        }
        if let Some(kind) = word(index, token) {
            found.push(page.finding(at, at, kind));
        }
        broken(page, index, at, found);
        initials(page, index, at, found);
    }
    spelt_out(page, index, found);
    phrases(page, index, found);
}

/// What a single word is to the case. An ordinary word in lower case a human decides about; one that everybody uses
/// all the time is only ever a name when it is exactly that.
fn word(index: &Index, token: &Token) -> Option<FindingKind> {
    let only_begins = token.begins && token.shape != Shape::Lower;
    if token.rank > Rank::Unknown && (token.is_lower() || only_begins) {
        return ordinary_word(index, token);
    }
    match index.likeness(&token.deep)? {
        Likeness::Same(entry) if token.is_lower() && entry.is_general => Some(FindingKind::MaybeKnown),
        Likeness::Same(entry) => Some(entry.kind),
        Likeness::Misspelt(_) if token.is_lower() => Some(FindingKind::MaybeKnown),
        Likeness::Misspelt(entry) => Some(entry.kind),
        Likeness::Guessed => Some(FindingKind::MaybeKnown),
    }
}

fn ordinary_word(index: &Index, token: &Token) -> Option<FindingKind> {
    let exactly = index.holds(&token.deep).filter(|_| index.holds_ordinary(&token.light));
    if let Some(entry) = exactly {
        return Some(if token.is_lower() { FindingKind::MaybeKnown } else { entry.kind });
    }
    let is_like = index.holds_ordinary(&token.light)
        || matches!(index.nearly(&token.deep), Some(Likeness::Misspelt(_)));
    (token.rank == Rank::Ordinary && is_like).then_some(FindingKind::MaybeKnown)
}

/// A word taken apart: "El-liot", "Elli ot".
fn broken(page: &Page, index: &Index, at: usize, found: &mut Vec<Finding>) {
    let mut joined = page.tokens[at].deep.clone();
    let mut all_ordinary = page.tokens[at].rank > Rank::Unknown;
    for last in at + 1..at + 4 {
        let Some(token) = page.get(last).filter(|_| joins(page.gap(last))) else { return };
        joined.push_str(&token.deep);
        all_ordinary &= token.rank > Rank::Unknown;
        let gaps = || (at + 1..=last).map(|between| page.gap(between));
        let by_spaces = gaps().all(|gap| gap.trim().is_empty());
        let by_a_space = gaps().any(|gap| gap.trim().is_empty());
        let bare = joined.strip_suffix('s').unwrap_or(&joined);
        let exact = index.holds(&joined).or_else(|| index.holds(bare));
        if joined.chars().count() < 4 || by_spaces && all_ordinary {
            continue;
        }
        if let Some(entry) = exact {
            found.push(page.finding(at, last, entry.kind));
        } else if !by_a_space && index.inflected(&joined).is_some() {
            found.push(page.finding(at, last, FindingKind::MaybeKnown));
        }
    }
}

/// Whether two pieces may be one word: hardly anything between them, and no end of a clause.
fn joins(gap: &str) -> bool {
    gap.chars().count() <= 3
        && gap.chars().all(|letter| letter.is_whitespace() || "-‐‑–_*/|~.'’+=·".contains(letter))
        && gap != ". "
}

/// "E l l i o t", "E.L.L.I.O.T".
fn spelt_out(page: &Page, index: &Index, found: &mut Vec<Finding>) {
    let mut at = 0;
    while at < page.tokens.len() {
        let mut end = at;
        while page.get(end).is_some_and(Token::is_single_letter) && (end == at || page.gap(end).len() <= 4) {
            end += 1;
        }
        for first in at..end {
            let mut joined = String::new();
            for last in first..end.min(first + SPELT_MAX) {
                joined.push_str(&page.tokens[last].deep);
                if last > first + 1
                    && let Some(entry) = index.holds(&joined)
                {
                    found.push(page.finding(first, last, entry.kind));
                }
            }
        }
        at = end.max(at + 1);
    }
}

/// Letters that stand for a name: "E.L.", "EL", "Elliot L.".
fn initials(page: &Page, index: &Index, at: usize, found: &mut Vec<Finding>) {
    let token = &page.tokens[at];
    if token.shape == Shape::Capitals && token.length <= 3 && index.initials.contains(&token.deep) {
        let is_term = LISTS.terms.general_terms.contains(&token.light);
        let kind = if is_term { FindingKind::MaybeInitials } else { FindingKind::KnownInitials };
        found.push(page.finding(at, at, kind));
    }
    let continues = at > 0 && page.tokens[at - 1].is_single_letter() && between_initials(page.gap(at));
    if !token.is_single_letter() || continues {
        return;
    }
    let mut last = at;
    let mut letters = token.deep.clone();
    while page.get(last + 1).is_some_and(|next| goes_on_with(page, token, next))
        && between_initials(page.gap(last + 1))
    {
        last += 1;
        letters.push_str(&page.tokens[last].deep);
    }
    found.extend(judged_initials(page, index, (at, last), &letters).map(|kind| page.finding(at, last, kind)));
}

fn judged_initials(
    page: &Page,
    index: &Index,
    (at, last): (usize, usize),
    letters: &str,
) -> Option<FindingKind> {
    let token = &page.tokens[at];
    if last > at {
        let written =
            fold::light(&page.text[token.range.start..page.tokens[last].range.end]).replace(' ', "");
        if LISTS.terms.abbreviations.contains(&written) {
            return None;
        }
        let are_small = (at..=last).all(|index| page.tokens[index].is_lower());
        let words = (at..=last).all(|index| page.tokens[index].rank > Rank::Unknown);
        if index.initials.contains(letters) && !(are_small && words) {
            return Some(FindingKind::KnownInitials);
        }
        return (!are_small).then_some(FindingKind::MaybeInitials);
    }
    let glued =
        page.gap(at).is_empty() && at > 0 || page.get(at + 1).is_some() && page.gap(at + 1).is_empty();
    let is_word = token.begins && token.rank > Rank::Unknown;
    let after_name =
        at > 0 && page.gap(at).trim().is_empty() && index.holds(&page.tokens[at - 1].deep).is_some();
    if token.is_lower() || glued || is_word && !after_name {
        return None;
    }
    let is_known = after_name && index.initials.iter().any(|known| known.ends_with(letters));
    Some(if is_known { FindingKind::KnownInitials } else { FindingKind::MaybeInitials })
}

/// A small "i" after capitals is a word again.
fn goes_on_with(page: &Page, first: &Token, next: &Token) -> bool {
    let is_word = next.is_lower() && !first.is_lower() && next.rank > Rank::Unknown;
    let pointed = page.text[next.range.end..].starts_with('.');
    next.is_single_letter() && (!is_word || pointed)
}

fn between_initials(gap: &str) -> bool {
    matches!(gap, "." | ". " | " " | "-" | ".-" | "/" | "")
}

/// Names of several words, each of which says nothing: "familj- och ungdomshälsan".
fn phrases(page: &Page, index: &Index, found: &mut Vec<Finding>) {
    let mut begins: std::collections::HashMap<&str, Vec<&[String]>> = std::collections::HashMap::new();
    for row in &index.phrases {
        for start in 0..row.len() - 1 {
            let first = row[start].as_str();
            begins.entry(first.get(..3).unwrap_or(first)).or_default().push(&row[start..]);
        }
    }
    for (at, token) in page.tokens.iter().enumerate() {
        let beginning = token.deep.get(..3).unwrap_or(&token.deep);
        let rows = begins.get(beginning).into_iter().flatten();
        if let Some(last) = rows.filter_map(|row| row_ends(page, at, row)).max() {
            let capital =
                (at..=last).any(|index| !page.tokens[index].is_lower() && !page.tokens[index].begins);
            let kind = if capital { FindingKind::KnownUnit } else { FindingKind::MaybeKnown };
            found.push(page.finding(at, last, kind));
        }
    }
}

/// Where the words of a row end, if at least two of them stand here.
fn row_ends(page: &Page, at: usize, row: &[String]) -> Option<usize> {
    let mut last = at;
    if !alike(&page.tokens[at].deep, &row[0]) {
        return None;
    }
    for word in &row[1..] {
        let is_between = |index: &usize| {
            page.get(*index).is_some_and(|token| LISTS.terms.particles.contains(&token.light))
        };
        let Some(next) = (last + 1..last + 4).find(|index| !is_between(index)) else { break };
        if !page.get(next).is_some_and(|token| page.goes_on(next) && alike(&token.deep, word)) {
            break;
        }
        last = next;
    }
    (last > at).then_some(last)
}

/// The same word but for an ending.
fn alike(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    long.strip_prefix(short).is_some_and(|rest| rest.is_empty() || LISTS.terms.endings.contains(rest))
}
