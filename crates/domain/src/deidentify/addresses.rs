//! Where does a text say where somebody is or can be reached?

use super::{
    Finding, FindingKind,
    lists::LISTS,
    page::{Page, Shape, Token},
    words::Rank,
};

pub fn find(page: &Page, found: &mut Vec<Finding>) {
    mails_and_handles(page, found);
    for at in 0..page.tokens.len() {
        let token = &page.tokens[at];
        if !token.is_word() {
            continue;
        }
        found.extend(web(page, at));
        found.extend(street(page, at));
        found.extend(institution(token).map(|kind| page.finding(at, at, kind)));
        found.extend(is_place(token).then(|| page.finding(at, at, FindingKind::Locality)));
    }
}

/// Whatever stands around an @, up to the next space.
fn mails_and_handles(page: &Page, found: &mut Vec<Finding>) {
    let ends = |letter: char| letter.is_whitespace() || "<>(),;\"”".contains(letter);
    let mut done = 0;
    for (sign, _) in page.text.match_indices('@') {
        if sign < done {
            continue;
        }
        let before = &page.text[done..sign];
        let start = before
            .char_indices()
            .rev()
            .find(|(_, letter)| ends(*letter))
            .map_or(done, |(at, letter)| done + at + letter.len_utf8());
        let end = page.text[sign..].find(ends).map_or(page.text.len(), |length| sign + length);
        let end = start + page.text[start..end].trim_end_matches(['.', '!', '?', ':']).len();
        if page.text[start..end].chars().any(char::is_alphanumeric) {
            found.push(Finding { range: start..end, kind: FindingKind::Email });
        }
        done = end.max(sign + 1);
    }
    for (at, token) in page.tokens.iter().enumerate() {
        let spelt = token.light == "snabel" && page.word(at + 1) == "a"
            || token.light == "at" && page.gap(at).ends_with(['(', '[']);
        if spelt {
            let last =
                (at + 1..at + 5).take_while(|index| page.goes_on(*index) || page.gap(*index) == ".").last();
            found.push(page.finding(at.saturating_sub(1), last.unwrap_or(at), FindingKind::Email));
        }
    }
}

/// "www.example.org", "example.org", "https://…".
fn web(page: &Page, at: usize) -> Option<Finding> {
    let token = &page.tokens[at];
    let begins = matches!(token.light.as_str(), "http" | "https" | "www");
    let ends = token.is_lower()
        && LISTS.terms.web_endings.contains(&token.light)
        && at > 0
        && page.gap(at) == "."
        && page.tokens[at - 1].is_word()
        && page.tokens[at - 1].length > 1
        && !page.text[token.range.end..].starts_with(" ")
        || token.light == "se"
            && at > 0
            && page.gap(at) == "."
            && page.tokens[at - 1].rank == Rank::Unknown
            && page.tokens[at - 1].length > 2;
    if !begins && !ends {
        return None;
    }
    let from = if begins { at } else { at - 1 };
    let start = page.tokens[from].range.start;
    let length = page.text[start..].find(|letter: char| letter.is_whitespace() || ",)\"”".contains(letter));
    let end = length.map_or(page.text.len(), |length| start + length);
    let written = page.text[start..end].trim_end_matches(['.', ':', '!', '?']);
    Some(Finding { range: start..start + written.len(), kind: FindingKind::WebAddress })
}

fn ends_with_one(word: &str, endings: &[String]) -> bool {
    endings
        .iter()
        .any(|ending| word.strip_suffix(ending.as_str()).is_some_and(|stem| stem.chars().count() > 1))
}

/// "Storgatan 4 B", "lgh 1203"; "storgatan" alone is looked at.
fn street(page: &Page, at: usize) -> Option<Finding> {
    let token = &page.tokens[at];
    let numbered =
        page.is_number(at + 1) && page.gap(at + 1).trim_matches([' ', '.', ':', '\u{a0}']).is_empty();
    let measured =
        LISTS.terms.amounts.contains(page.word(at + 2)) || LISTS.terms.year_words.contains(page.word(at + 2));
    let listed = LISTS.terms.in_addresses.contains(&token.light);
    let is_street = ends_with_one(&token.light, &LISTS.terms.street_endings)
        && !LISTS.terms.no_streets.contains(&token.light);
    if numbered && !measured && (listed || is_street) {
        let mut last = at + 1;
        if page.get(last + 1).is_some_and(Token::is_single_letter) && page.gap(last + 1).len() < 2 {
            let is_word = page.tokens[last + 1].is_lower() && page.gap(last + 1) == " ";
            last += usize::from(!is_word);
        }
        return Some(page.finding(at, last, FindingKind::StreetAddress));
    }
    let alone = ends_with_one(&token.light, &LISTS.terms.street_endings_alone) && token.rank == Rank::Unknown;
    (alone && !LISTS.terms.no_streets.contains(&token.light))
        .then(|| page.finding(at, at, FindingKind::UnknownName))
}

/// "Kullenskolan", "kullenskolan"; not "grundskolan".
fn institution(token: &Token) -> Option<FindingKind> {
    let stems =
        LISTS.terms.institution_endings.iter().filter_map(|ending| token.light.strip_suffix(ending.as_str()));
    let stem = stems.min_by_key(|stem| stem.len()).filter(|stem| stem.chars().count() > 1)?;
    let bare = stem.strip_suffix('s').unwrap_or(stem);
    let general = [stem, bare].iter().any(|part| LISTS.terms.general_parts.contains(*part))
        || token.rank > Rank::Unknown;
    if general {
        return None;
    }
    let ordinary = [stem, bare].iter().any(|part| LISTS.words.rank(part) > Rank::Unknown);
    let is_capital = matches!(token.shape, Shape::Capital | Shape::Capitals) && !token.begins;
    Some(if is_capital || !ordinary { FindingKind::Institution } else { FindingKind::UnknownName })
}

/// A municipality or locality, with the ending of who lives there.
fn is_place(token: &Token) -> bool {
    let lists = [&LISTS.places];
    let found = lists.iter().any(|list| {
        list.contains(&token.light)
            || token.light.char_indices().skip(3).any(|(at, _)| {
                let (stem, ending) = token.light.split_at(at);
                list.contains(stem)
                    && (ending == "s"
                        || ending.starts_with("bo")
                        || matches!(ending, "are" | "aren" | "arna" | "trakten"))
            })
    });
    let with_a_capital = || {
        let bare = token.light.strip_suffix('s').unwrap_or(&token.light);
        LISTS.places_with_a_capital.contains(&token.light) || LISTS.places_with_a_capital.contains(bare)
    };
    found && (!token.is_lower() || token.rank == Rank::Unknown && !with_a_capital())
}
