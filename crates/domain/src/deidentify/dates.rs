//! Where does a day, a month or a year stand that is too exact?

use super::{
    Finding, FindingKind,
    index::Index,
    lists::LISTS,
    page::{Page, Token},
};

pub fn find(page: &Page, index: &Index, found: &mut Vec<Finding>) {
    for at in 0..page.tokens.len() {
        let finding = if page.is_number(at) {
            by_numbers(page, at)
                .or_else(|| before_a_month(page, at))
                .or_else(|| the_day(page, at))
                .or_else(|| week_or_term(page, at))
                .or_else(|| year(page, at))
        } else {
            month(page, index, at).or_else(|| ordinal(page, at)).or_else(|| feast(page, at))
        };
        found.extend(finding);
    }
}

fn is_day(number: u32) -> bool {
    (1..=31).contains(&number)
}

fn is_month(number: u32) -> bool {
    (1..=12).contains(&number)
}

fn is_year(page: &Page, at: usize) -> bool {
    let length = page.get(at).map_or(0, |token| token.length);
    page.number(at).is_some_and(|year| length == 4 && (1900..2100).contains(&year) || length == 2)
}

/// 2009-05-14, 20090514, 090514, 14/5 -09, 14.5.2009.
fn by_numbers(page: &Page, at: usize) -> Option<Finding> {
    let digits = &page.tokens[at].light;
    let exact = |last| Some(page.finding(at, last, FindingKind::ExactDate));
    let compact = |from: usize| {
        let two = |from: usize| digits.get(from..from + 2).and_then(|two| two.parse().ok());
        two(from).is_some_and(is_month) && two(from + 2).is_some_and(is_day)
    };
    match digits.len() {
        8 if (digits.starts_with("19") || digits.starts_with("20")) && compact(4) => return exact(at),
        6 if compact(2) => return exact(at),
        _ => {}
    }
    let first = page.number(at)?;
    let second = page.number(at + 1)?;
    let gap = page.gap(at + 1);
    let third = page.number(at + 2).filter(|_| page.gap(at + 2).chars().count() <= 3);
    let same = third.is_some() && page.gap(at + 2).trim() == gap.trim();
    let length = digits.len();
    if same
        && "-/.–‑ ".contains(gap)
        && is_year(page, at)
        && is_month(second)
        && third.is_some_and(is_day)
        && page.get(at + 2)?.length <= 2
    {
        let certain = length == 4 || gap == "-" && page.get(at + 1)?.length == 2;
        return if certain { exact(at + 2) } else { None };
    }
    if same
        && matches!(gap, "-" | "." | "/" | "–")
        && is_day(first)
        && is_month(second)
        && is_year(page, at + 2)
    {
        return exact(at + 2);
    }
    let after_den = matches!(page.word_before(at, 1), "den" | "d");
    if gap == "/" && is_day(first) && is_month(second) && length <= 2 && !(first == 24 && second == 7) {
        let with_year = third.is_some()
            && is_year(page, at + 2)
            && page.gap(at + 2).trim_matches([' ', '-', '–', '/', '.', '\'', '’']).is_empty();
        let is_part = first < second && second <= 5 && first <= 3 && !with_year && !after_den;
        let last = if with_year { at + 2 } else { at + 1 };
        return if is_part { Some(page.finding(at, last, FindingKind::MaybeDate)) } else { exact(last) };
    }
    if gap == "-" && length == 4 && is_month(second) && page.get(at + 1)?.length == 2 && first >= 1900 {
        let kind = if is_about_birth(page, at) { FindingKind::BirthYear } else { FindingKind::ExactDate };
        return Some(page.finding(at, at + 1, kind));
    }
    (gap == "." && after_den && is_day(first) && is_month(second))
        .then(|| page.finding(at, at + 1, FindingKind::ExactDate))
}

fn is_month_word(page: &Page, at: usize) -> bool {
    let word = page.word(at);
    LISTS.terms.months.iter().any(|month| word == month || word.strip_suffix('s') == Some(month))
        || LISTS.terms.months_short.contains(word)
}

/// 14 maj, 14:e maj, 14 maj 2009, 14-16 maj.
fn before_a_month(page: &Page, at: usize) -> Option<Finding> {
    page.number(at).filter(|day| is_day(*day))?;
    let mut month = at + 1;
    if matches!(page.word(month), "e" | "de" | "a") && matches!(page.gap(month), ":" | "" | " ") {
        month += 1;
    }
    if page.number(month).is_some_and(is_day) && is_month_word(page, month + 1) {
        month += 1;
    }
    let near = page.gap(month).trim_matches([' ', '.', '-', '–', '/']).is_empty();
    if !near || !is_month_word(page, month) {
        return None;
    }
    let last = if follows_a_year(page, month) { month + 1 } else { month };
    Some(page.finding(at, last, FindingKind::ExactDate))
}

fn follows_a_year(page: &Page, month: usize) -> bool {
    let gap = page.get(month + 1).map_or("", |_| page.gap(month + 1));
    is_year(page, month + 1)
        && (page.get(month + 1).is_some_and(|token| token.length == 4) || gap.contains(['-', '–', '\'', '’']))
        && gap.chars().count() <= 3
}

/// "den 14:e", "den 14".
fn the_day(page: &Page, at: usize) -> Option<Finding> {
    page.number(at).filter(|day| is_day(*day))?;
    let ordinal = matches!(page.word(at + 1), "e" | "de") && page.gap(at + 1) == ":";
    let weekday = LISTS.terms.weekdays.contains(page.word_before(at, 1));
    let after_den = page.word_before(at, 1) == "den" && page.gap(at).trim().is_empty();
    let alone = page.get(at + 1).is_none_or(|_| !page.goes_on(at + 1) || page.gap(at + 1).contains(','))
        || LISTS.terms.after_a_day.contains(page.word(at + 1));
    let is_day = after_den && (ordinal || alone) || weekday && (ordinal || alone) && page.goes_on(at);
    is_day.then(|| page.finding(at - 1, if ordinal { at + 1 } else { at }, FindingKind::ExactDate))
}

/// "v. 36", "ht 25".
fn week_or_term(page: &Page, at: usize) -> Option<Finding> {
    let number = page.number(at)?;
    let word = page.word_before(at, 1);
    let near = at > 0 && page.gap(at).trim_matches([' ', '.', ':', '-']).is_empty();
    let measures = LISTS.terms.amounts.contains(page.word(at + 1));
    let week = LISTS.terms.weeks.contains(word) && (1..=53).contains(&number) && !measures;
    let term = LISTS.terms.term_words.contains(word) && is_year(page, at);
    (near && (week || term)).then(|| page.finding(at - 1, at, FindingKind::MaybeDate))
}

/// 2009, -09, 09:a.
fn year(page: &Page, at: usize) -> Option<Finding> {
    let token = page.get(at)?;
    let number = page.number(at)?;
    if token.length == 4 && (1900..2100).contains(&number) && !LISTS.terms.amounts.contains(page.word(at + 1))
    {
        let kind = if is_about_birth(page, at) { FindingKind::BirthYear } else { FindingKind::MaybeDate };
        return Some(page.finding(at, at, kind));
    }
    let called = token.length == 2
        && matches!(page.word(at + 1), "a" | "an" | "or" | "orna")
        && page.gap(at + 1) == ":";
    let straight = LISTS.terms.born.contains(page.word_before(at, 1));
    let short = token.length == 2 && straight && !LISTS.terms.year_words.contains(page.word(at + 1));
    (called || short).then(|| page.finding(at, if called { at + 1 } else { at }, FindingKind::BirthYear))
}

/// Whether somebody's birth is spoken of just before or after.
fn is_about_birth(page: &Page, at: usize) -> bool {
    let is_born = |index: usize| {
        page.get(index).is_some_and(|token| LISTS.terms.born.contains(&token.light) && token.light.len() > 1)
            || page.word(index) == "f" && index < at
    };
    (at.saturating_sub(5)..at).any(|index| {
        is_born(index) && (index + 1..=at).all(|next| page.goes_on(next) || page.word(index) == "f")
    }) || (at + 1..at + 3).any(|index| is_born(index) && page.goes_on(index))
}

/// "född i maj", "maj 2009", "maj 14", and a month in which something of the case fell.
fn month(page: &Page, index: &Index, at: usize) -> Option<Finding> {
    if !is_month_word(page, at) {
        return None;
    }
    let is_whole = !LISTS.terms.months_short.contains(page.word(at));
    let day_follows =
        page.number(at + 1).is_some_and(is_day) && page.gap(at + 1) == " " && page.get(at + 1)?.length <= 2;
    if follows_a_year(page, at) {
        let kind = if is_about_birth(page, at) { FindingKind::BirthYear } else { FindingKind::MaybeDate };
        return Some(page.finding(at, at + 1, kind));
    }
    if is_whole && is_about_birth(page, at) {
        return Some(page.finding(at, at, FindingKind::BirthYear));
    }
    let measured =
        LISTS.terms.amounts.contains(page.word(at + 2)) || LISTS.terms.year_words.contains(page.word(at + 2));
    let word = page.word(at);
    let of_the_case = LISTS
        .terms
        .months
        .iter()
        .position(|month| word == month)
        .is_some_and(|month| index.months.contains(&month));
    (of_the_case || is_whole && day_follows && !measured)
        .then(|| page.finding(at, if day_follows { at + 1 } else { at }, FindingKind::MaybeDate))
}

/// "den fjortonde maj"; "den fjortonde" alone only when it hardly counts anything else.
fn ordinal(page: &Page, at: usize) -> Option<Finding> {
    let place = LISTS.terms.ordinals.iter().position(|ordinal| ordinal == page.word(at))?;
    if is_month_word(page, at + 1) && page.goes_on(at + 1) {
        let last = if follows_a_year(page, at + 1) { at + 2 } else { at + 1 };
        return Some(page.finding(at, last, FindingKind::ExactDate));
    }
    let after_den = page.word_before(at, 1) == "den";
    (after_den && place >= 10).then(|| page.finding(at, at, FindingKind::MaybeDate))
}

fn feast(page: &Page, at: usize) -> Option<Finding> {
    let is_feast = |token: &Token| LISTS.terms.feast_days.contains(&token.light);
    page.get(at).filter(|token| is_feast(token)).map(|_| page.finding(at, at, FindingKind::MaybeDate))
}
