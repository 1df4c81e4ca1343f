//! Where does a text say how old somebody is, in which class, or among how many siblings?

use super::{Finding, FindingKind, index::Index, lists::LISTS, page::Page, rarity::AgeBand, words::Rank};

/// An age that tells a child from others.
const CHILD_AGE_MAX: u32 = 20;
/// How far from a word for siblings their number may stand.
const NEAR: usize = 5;

pub fn find(page: &Page, index: &Index, found: &mut Vec<Finding>) {
    for at in 0..page.tokens.len() {
        found.extend(years(page, index, at));
        found.extend(called_by_age(page, at));
        found.extend(class(page, at));
        found.extend(siblings(page, at));
    }
}

fn is_person(word: &str) -> bool {
    LISTS.terms.persons.contains(word)
}

/// "14 år", "fyllt femton", "16-åring", and not "sedan två år".
fn years(page: &Page, index: &Index, at: usize) -> Option<Finding> {
    let number = page.count(at)?;
    let before = page.word_before(at, 1);
    let next = page.word(at + 1);
    if next.starts_with(&LISTS.terms.old_noun) && page.gap(at + 1).chars().count() <= 1 {
        return Some(page.finding(at, at + 1, age(number)));
    }
    if next.starts_with(&LISTS.terms.old_adjective) && page.gap(at + 1).chars().count() <= 1 {
        let kind = if is_person(page.word(at + 2)) { age(number) } else { FindingKind::MaybeAge };
        return Some(page.finding(at, at + 1, kind));
    }
    let young = LISTS.terms.months_of_age.contains(next) && page.word(at + 2).starts_with("gammal");
    if young {
        return Some(page.finding(at, at + 2, FindingKind::ExactAge));
    }
    if !LISTS.terms.year_words.contains(next) || !page.gap(at + 1).trim().is_empty() {
        return turned(page, index, at, number);
    }
    if is_in_a_band(page, at, number) {
        return None;
    }
    let after = page.word(at + 2);
    let said = LISTS.terms.aged.contains(after) && !LISTS.terms.being.contains(after);
    let goes_on = page.goes_on(at + 2);
    if said && goes_on {
        return Some(page.finding(at, at + 2, age(number)));
    }
    let lasting = LISTS.terms.lasting_before.contains(before) && page.goes_on(at)
        || LISTS.terms.lasting_after.contains(after) && goes_on && after != "i"
        || LISTS.terms.years_of_what.contains(next);
    if lasting {
        return None;
    }
    let is_aged = LISTS.terms.aged.contains(before) || is_person(before) || index.ages.contains(&number);
    Some(page.finding(at, at + 1, if is_aged { age(number) } else { FindingKind::MaybeAge }))
}

fn age(number: u32) -> FindingKind {
    if number > CHILD_AGE_MAX { FindingKind::MaybeAge } else { FindingKind::ExactAge }
}

/// "16-17 år": the band that is to be written.
fn is_in_a_band(page: &Page, at: usize, last: u32) -> bool {
    let dash = at > 0 && matches!(page.gap(at).trim(), "-" | "–" | "‑" | "—");
    let first = at.checked_sub(1).and_then(|before| page.count(before));
    let bands = AgeBand::ALL.iter().map(|band| band.ages());
    dash && bands.into_iter().any(|(from, to)| first == Some(u32::from(from)) && last == u32::from(to))
}

/// "fyllde femton", "är bara 9.", "Kim, 9, bor".
fn turned(page: &Page, index: &Index, at: usize, number: u32) -> Option<Finding> {
    let near = at > 0 && page.gap(at).trim().is_empty() && (1..=CHILD_AGE_MAX).contains(&number);
    let back = 1 + usize::from(LISTS.terms.just.contains(page.word_before(at, 1)));
    let before = page.word_before(at, back);
    if near && before.starts_with("fyll") {
        return Some(page.finding(at, at, age(number)));
    }
    let gap_after = page.get(at + 1).map_or(".", |_| page.gap(at + 1));
    let ends = gap_after.contains([',', '.', ';', '!', '?', '\n', ')', '/']);
    let stands_alone = ends || matches!(page.word(at + 1), "och" | "men");
    let is_said = near && stands_alone && (LISTS.terms.being.contains(before) || is_person(before));
    let inserted = page.gap(at).ends_with([',', '(', ' ']) && page.gap(at).contains([',', '(']) && ends;
    let known = index.ages.contains(&number) && ends;
    let maybe = (2..=CHILD_AGE_MAX).contains(&number) && (is_said || inserted || known);
    maybe.then(|| page.finding(at, at, FindingKind::MaybeAge))
}

/// "fyraåring", "femåriga".
fn called_by_age(page: &Page, at: usize) -> Option<Finding> {
    let word = page.word(at);
    let noun = word.split_once(&LISTS.terms.old_noun);
    let (stem, _) = noun.or_else(|| word.split_once(&LISTS.terms.old_adjective))?;
    let number = LISTS.number(stem)?;
    let names = noun.is_some() || is_person(page.word(at + 1));
    Some(page.finding(at, at, if names { age(number) } else { FindingKind::MaybeAge }))
}

/// "7B", "åk 7", "årskurs 7 b", "i sjuan".
fn class(page: &Page, at: usize) -> Option<Finding> {
    let named = LISTS.terms.school_years.contains(page.word_before(at, 1))
        && page.gap(at).trim_matches([' ', '.']).is_empty();
    let called = LISTS.terms.class_numbers.contains(page.word(at));
    let number = page.number(at).filter(|number| (1..=9).contains(number));
    let in_class = called && LISTS.terms.before_a_class.contains(page.word_before(at, 1));
    if number.is_none() && !in_class {
        return None;
    }
    let letter = page.get(at + 1).filter(|token| token.is_single_letter() && "abcdef".contains(&token.light));
    let gap = page.get(at + 1).map_or("", |_| page.gap(at + 1));
    let lettered = letter.is_some_and(|letter| match gap {
        "" | ":" => true,
        " " | "-" => named || in_class || !letter.is_lower() || page.word_before(at, 1) == "i",
        _ => false,
    });
    if lettered {
        return Some(page.finding(if named { at - 1 } else { at }, at + 1, FindingKind::ClassName));
    }
    (named || in_class).then(|| page.finding(if named { at - 1 } else { at }, at, FindingKind::SchoolYear))
}

fn is_siblings(word: &str) -> bool {
    LISTS.terms.siblings.contains(word)
}

/// "tre syskon", "syskonen 4, 7 och 9 år", "yngst av fyra", "fyra barn".
fn siblings(page: &Page, at: usize) -> Option<Finding> {
    let word = page.word(at);
    if LISTS.terms.places_among.contains(word) && matches!(page.word(at + 1), "av" | "i") {
        let kind =
            if page.count(at + 2).is_some() { FindingKind::Siblings } else { FindingKind::MaybeSiblings };
        return Some(page.finding(at, at + 2.min(page.tokens.len() - 1 - at), kind));
    }
    let crowd =
        LISTS.number(word.split("barns").next().unwrap_or_default()).is_some() && word.contains("barns");
    if crowd {
        return Some(page.finding(at, at, FindingKind::MaybeSiblings));
    }
    if LISTS.terms.children.contains(word)
        && page.count(at.checked_sub(1)?).is_some_and(|count| (2..13).contains(&count))
    {
        return Some(page.finding(at - 1, at, FindingKind::MaybeSiblings));
    }
    if !is_siblings(word) {
        return None;
    }
    let first = counted_before(page, at);
    let last = ages_after(page, at);
    match (first, last) {
        (None, None)
            if matches!(page.word_before(at, 1), "ett" | "en")
                || LISTS.terms.siblings_alone.contains(word) =>
        {
            Some(page.finding(at, at, FindingKind::MaybeSiblings))
        }
        (None, None) => None,
        (first, last) => Some(page.finding(first.unwrap_or(at), last.unwrap_or(at), FindingKind::Siblings)),
    }
}

/// Where a number of siblings begins: "tre yngre syskon".
fn counted_before(page: &Page, at: usize) -> Option<usize> {
    (1..=3).filter_map(|back| at.checked_sub(back)).find(|before| {
        let counts = page.count(*before).is_some_and(|count| (2..20).contains(&count))
            && !page.word(*before).starts_with("ett")
            || LISTS.terms.counting.contains(page.word(*before));
        let straight = (*before + 1..=at).all(|next| page.gap(next).trim().is_empty())
            && (*before + 1..at).all(|next| {
                page.get(next)
                    .is_some_and(|token| token.is_lower() && !LISTS.terms.year_words.contains(&token.light))
            });
        counts && straight
    })
}

/// Where the ages of siblings end: "syskonen, som är 4, 7 och 9 år".
fn ages_after(page: &Page, at: usize) -> Option<usize> {
    let is_age = |index: usize| {
        let next = page.word(index + 1);
        let measures = LISTS.terms.amounts.contains(next) || LISTS.terms.months_of_age.contains(next);
        let lasts = LISTS.terms.lasting_before.contains(page.word_before(index, 1))
            && !LISTS.terms.before_ages.contains(page.word_before(index, 1));
        page.count(index).is_some_and(|age| age <= CHILD_AGE_MAX && age != 1) && !measures && !lasts
    };
    let first = (at + 1..=at + NEAR).take_while(|index| page.goes_on(*index)).find(|index| is_age(*index))?;
    let ends =
        page.get(first + 1).is_none_or(|_| page.gap(first + 1).contains([',', '.', ')', '!', '?', '\n']));
    let certain = ends
        || LISTS.terms.year_words.contains(page.word(first + 1))
        || page.number(first).is_some()
        || first == at + 1;
    let is_noun_after = page.get(first + 1).is_some_and(|token| {
        page.gap(first + 1) == " "
            && token.rank == Rank::Ordinary
            && !LISTS.terms.year_words.contains(&token.light)
    });
    if !certain || is_noun_after {
        return None;
    }
    let mut last = first;
    while page.goes_on(last + 1) {
        let next = page.word(last + 1);
        let is_old = next.starts_with(&LISTS.terms.old_noun) || next.starts_with(&LISTS.terms.old_adjective);
        if page.count(last + 1).is_some() || LISTS.terms.year_words.contains(next) || is_old {
            last += 1;
        } else if matches!(next, "och" | "resp" | "samt") && page.count(last + 2).is_some() {
            last += 2;
        } else {
            break;
        }
    }
    Some(last)
}
