//! Where do numbers stand that belong to one person: personal numbers, phones, cases, postcodes?

use super::{
    Finding, FindingKind,
    index::{Index, last_ten},
    lists::LISTS,
    page::{Page, Shape},
    words::Rank,
};

/// How many pieces a number is written in at most.
const PIECES_MAX: usize = 8;

/// A number that goes over several tokens.
struct Run {
    first: usize,
    last: usize,
    digits: String,
    /// How long each piece is.
    pieces: Vec<usize>,
}

pub fn find(page: &Page, index: &Index, found: &mut Vec<Finding>) {
    for at in 0..page.tokens.len() {
        if !page.is_number(at) {
            continue;
        }
        let runs = runs(page, at);
        found.extend(
            runs.iter().filter_map(|run| {
                personal_id(index, run).map(|kind| page.finding(run.first, run.last, kind))
            }),
        );
        found.extend(runs.iter().rev().find(|run| is_phone(page, index, run)).map(|run| phone(page, run)));
        found.extend(postcode(page, &runs));
        found.extend(case_number(page, at));
        found.extend(rest(page, index, at));
    }
}

/// The number that begins here, with one piece, with two, and so on.
fn runs(page: &Page, at: usize) -> Vec<Run> {
    let mut runs: Vec<Run> = vec![];
    for last in at..at + PIECES_MAX {
        let joined = last == at || page.get(last).is_some() && joins(page.gap(last));
        let Some(token) = page.get(last).filter(|token| token.shape == Shape::Number && joined) else {
            break;
        };
        let before = runs.last();
        let digits = format!("{}{}", before.map_or("", |run| &run.digits), token.light);
        let mut pieces = before.map_or(vec![], |run| run.pieces.clone());
        pieces.push(token.length);
        runs.push(Run { first: at, last, digits, pieces });
    }
    runs
}

fn joins(gap: &str) -> bool {
    gap.chars().count() <= 3
        && gap.chars().all(|letter| letter.is_whitespace() && letter != '\n' || "-‐‑–+./()".contains(letter))
}

/// Twelve digits or ten, in one piece or in the usual ones.
fn personal_id(index: &Index, run: &Run) -> Option<FindingKind> {
    if last_ten(&run.digits).is_some_and(|id| index.personal_ids.contains(&id)) && run.digits.len() <= 12 {
        return Some(FindingKind::PersonalId);
    }
    let ten = match run.digits.len() {
        10 => run.digits.as_str(),
        12 if ["18", "19", "20"].iter().any(|century| run.digits.starts_with(century)) => &run.digits[2..],
        _ => return None,
    };
    let number = |from: usize| ten.get(from..from + 2)?.parse::<u32>().ok();
    let (month, day) = (number(2)?, number(4)?);
    let is_day = |day| (1..=31).contains(&day);
    let has_a_date = (1..=12).contains(&month) && is_day(day)
        || month <= 12 && (day == 60 || day > 60 && is_day(day - 60));
    if !has_a_date || !ten.is_ascii() {
        return None;
    }
    let usual = matches!(
        run.pieces.as_slice(),
        [10 | 12]
            | [6 | 8, 4]
            | [4 | 2, 2, 2, 4]
            | [2, 6, 4]
            | [4, 4, 4]
            | [2, 2, 2, 2, 2]
            | [6, 2, 2]
            | [8, 2, 2]
    );
    if luhn(ten) { Some(FindingKind::PersonalId) } else { usual.then_some(FindingKind::MaybePersonalId) }
}

/// Whether the last digit is the check digit of those before: each other is doubled, and digits are added up.
fn luhn(digits: &str) -> bool {
    let sum: u32 = digits
        .bytes()
        .enumerate()
        .map(|(place, digit)| u32::from(digit - b'0') * if place % 2 == 0 { 2 } else { 1 })
        .map(|product| product / 10 + product % 10)
        .sum();
    sum.is_multiple_of(10)
}

/// From a nought or the country on; or, without an area, in pieces of two and three; or the end of a known one.
fn is_phone(page: &Page, index: &Index, run: &Run) -> bool {
    let length = run.digits.len();
    let known = (5..=14).contains(&length)
        && index.phones.iter().any(|phone| {
            phone.ends_with(run.digits.trim_start_matches('0')) || run.digits.ends_with(phone.as_str())
        });
    let plus = page.gap(run.first).ends_with('+');
    let abroad = plus || run.digits.starts_with("00");
    let amount = LISTS.terms.amounts.contains(page.word(run.last + 1));
    let domestic = run.digits.starts_with('0') && (8..=11).contains(&length) && run.pieces[0] != 1;
    let local = run.pieces.len() > 2
        && (6..=8).contains(&length)
        && (2..=3).contains(&run.pieces[0])
        && run.pieces[1..].iter().all(|piece| *piece == 2)
        && !page.text[page.tokens[run.first].range.start..page.tokens[run.last].range.end]
            .contains(['/', '.']);
    known || abroad && (8..=15).contains(&length) || domestic && !amount || local && !amount
}

fn phone(page: &Page, run: &Run) -> Finding {
    page.finding(run.first, run.last, FindingKind::Phone)
}

/// "291 31", and "29131" before a place.
fn postcode(page: &Page, runs: &[Run]) -> Option<Finding> {
    let run =
        runs.iter().find(|run| run.digits.len() == 5 && matches!(run.pieces.as_slice(), [5] | [3, 2]))?;
    let next = page.get(run.last + 1);
    let by_a_place = next
        .is_some_and(|token| token.is_word() && (!token.is_lower() || LISTS.places.contains(&token.light)));
    let spaced = run.pieces.len() == 2 && page.gap(run.last).trim().is_empty();
    let goes_on = runs.len() > run.pieces.len();
    let amount = LISTS.terms.amounts.contains(page.word(run.last + 1));
    let is_code = !run.digits.starts_with('0')
        && !amount
        && !goes_on
        && (spaced || run.pieces.len() == 1 && by_a_place);
    is_code.then(|| page.finding(run.first, run.last, FindingKind::Postcode))
}

/// "dnr 2026/123", "mål nr T 123-26", "2026/123".
fn case_number(page: &Page, at: usize) -> Option<Finding> {
    let mut last = at;
    while page.is_number(last + 1) && matches!(page.gap(last + 1), "/" | "-" | ":" | "." | "–") {
        last += 1;
    }
    let named = (1..=4).find(|back| {
        let word = page.word_before(at, *back);
        !word.is_empty() && LISTS.terms.case_words.contains(word)
    });
    let straight = named.is_some_and(|back| {
        (at - back + 1..=at).all(|between| page.gap(between).trim_matches([' ', '.', ':', '#']).is_empty())
            && (at - back + 1..at).all(|between| {
                page.get(between).is_some_and(|token| token.rank == Rank::Unknown && token.length <= 4)
            })
    });
    if straight && (last > at || page.tokens[at].length > 2) {
        return Some(page.finding(at - named.unwrap_or(0), last, FindingKind::CaseNumber));
    }
    let year = page.number(at).filter(|year| (1990..2100).contains(year) && page.tokens[at].length == 4)?;
    let slash = last > at && matches!(page.gap(at + 1), "/" | "-") && last == at + 1;
    let number = slash.then(|| page.tokens[at + 1].light.parse::<u32>().ok()).flatten()?;
    let is_year = number == (year + 1) % 100 || number == year + 1;
    let is_month = page.tokens[at + 1].length == 2 && (1..=12).contains(&number);
    (!is_year && !is_month).then(|| page.finding(at, last, FindingKind::CaseNumber))
}

/// Long numbers of no kind, the last four digits of a personal number, and letters and digits mixed.
fn rest(page: &Page, index: &Index, at: usize) -> Option<Finding> {
    let token = &page.tokens[at];
    let ends_an_id =
        token.length == 4 && index.personal_ids.iter().any(|id| id.ends_with(token.light.as_str()));
    if ends_an_id {
        return Some(page.finding(at, at, FindingKind::MaybePersonalId));
    }
    let is_unit = |index: usize| {
        let token = &page.tokens[index];
        token.is_lower()
            && (token.rank > Rank::Unknown || LISTS.terms.amounts.contains(&token.light) || token.length == 1)
            || LISTS.terms.general_terms.contains(&token.light)
    };
    let glued_before = at > 0 && page.gap(at).is_empty() && !page.tokens[at - 1].is_lower();
    let glued_after = page.get(at + 1).is_some_and(|next| next.is_word())
        && page.gap(at + 1).is_empty()
        && !is_unit(at + 1);
    let glued_word = at > 0 && page.gap(at).is_empty() && page.tokens[at - 1].is_word() && !is_unit(at - 1);
    if glued_before || glued_after || glued_word {
        let first = if at > 0 && page.gap(at).is_empty() { at - 1 } else { at };
        let last = if glued_after { at + 1 } else { at };
        return Some(page.finding(first, last, FindingKind::UnknownCode));
    }
    let amount = LISTS.terms.amounts.contains(page.word(at + 1)) && token.length <= 7;
    (token.length > 4 && !amount).then(|| page.finding(at, at, FindingKind::LongNumber))
}
