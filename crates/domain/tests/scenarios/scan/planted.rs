//! DID-3: is whatever the case knows found, in any writing and at any place, and does no text break the scan?

use std::ops::Range;
use std::time::Instant;

use domain::deidentify::{Finding, Known, Verdict, scan};
use proptest::prelude::*;

use super::marked::cases;

const NAMES: &[&str] = &[
    "Elliot Lindqvist",
    "Anna-Karin Öberg",
    "Mohammed Al-Hassan",
    "Björn Wärnström",
    "Vilja Åkesson",
    "Liv Sandell",
    "José Müller",
    "Per Ek",
    "Zoë Brånemark",
    "Åsa Hjälmarsson",
    "Kristoffer Grönqvist",
    "My Lööf",
];

/// What a case may know, all of it at once.
fn known() -> Known {
    let list = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
    Known {
        names: list(NAMES),
        nicknames: list(&["Lillis", "Kricke"]),
        units: list(&[
            "Skolstödet i Kristianstad",
            "Enheten för familj- och ungdomshälsa",
            "Vuxenlotsen Tegelbruket",
        ]),
        schools: list(&["Kullenskolan", "Förskolan Strandskatan", "Helgeås gymnasium"]),
        places: list(&["Ånnarp", "Gökottevägen", "Yxlösa"]),
        employers: list(&["Nyboms mekaniska", "Fröjdhs"]),
        phones: list(&["0701740612", "040-628 04 11"]),
        emails: list(&["elliot.l@example.org", "familjen@example.com"]),
        personal_ids: list(&["20100514-9802", "201206199837"]),
        dates: vec!["2010-05-14".parse().unwrap()],
        ages: vec![4, 7, 9],
    }
}

/// The single words by which something known is recognised.
fn words() -> Vec<String> {
    let names = NAMES.iter().flat_map(|name| name.split([' ', '-'])).filter(|part| *part != "Al");
    let others = [
        "Lillis",
        "Kricke",
        "Tegelbruket",
        "Kullenskolan",
        "Strandskatan",
        "Ånnarp",
        "Gökottevägen",
        "Yxlösa",
        "Nyboms",
        "Fröjdhs",
        "Kullens",
    ];
    names.chain(others).map(str::to_owned).collect()
}

fn without_marks(word: &str) -> String {
    let plain = |letter: char| match letter {
        'å' | 'ä' => 'a',
        'ö' => 'o',
        'Å' | 'Ä' => 'A',
        'Ö' => 'O',
        'é' | 'ë' => 'e',
        'ü' => 'u',
        other => other,
    };
    word.chars().map(plain).collect()
}

fn apart(word: &str, between: &str) -> String {
    word.chars().map(String::from).collect::<Vec<_>>().join(between)
}

/// One word in one of its writings; which ones there are depends on its length.
fn writing(word: &str, way: u8, at: usize) -> String {
    let long = word.chars().count() > 3;
    let middle = 2 + at % (word.chars().count().saturating_sub(3).max(1));
    let cut = word.char_indices().nth(middle).map_or(word.len(), |(index, _)| index);
    let in_two = |between: &str| format!("{}{between}{}", &word[..cut], &word[cut..]);
    match way {
        0 => word.to_lowercase(),
        1 => word.to_uppercase(),
        2 => format!("{word}s"),
        3 => format!("{}s", word.to_lowercase()),
        4 => format!("{word}'s"),
        5 => format!("{word}:s"),
        6 => without_marks(word),
        7 => without_marks(&word.to_lowercase()),
        8 if long => apart(word, " "),
        9 if long => apart(&word.to_lowercase(), "."),
        10 if long => in_two("-"),
        11 if long => in_two("\u{ad}"),
        12 if long => in_two("-\n"),
        13 if long => format!("{word}arna"),
        14 if long => format!("{}-gruppen", word.to_lowercase()),
        15 if long => in_two("_"),
        16 => word.replace('ö', "o\u{308}").replace('å', "a\u{30a}"),
        _ => word.to_owned(),
    }
}

/// What has a form of its own, or is known in more than one word.
const NUMBERS: &[&str] = &[
    "0701740612",
    "070-174 06 12",
    "070-1740612",
    "070 174 06 12",
    "070/174 06 12",
    "070.174.06.12",
    "0701 740 612",
    "+46701740612",
    "+46 70 174 06 12",
    "+46 (0)70-174 06 12",
    "0046701740612",
    "174 06 12",
    "1740612",
    "040-6280411",
    "040 628 04 11",
    "(040) 628 04 11",
    "6280411",
    "elliot.l@example.org",
    "ELLIOT.L@EXAMPLE.ORG",
    "familjen@example.com",
    "20100514-9802",
    "201005149802",
    "100514-9802",
    "1005149802",
    "100514 9802",
    "20100514 9802",
    "100514+9802",
    "2010 05 14 9802",
    "10-05-14-9802",
    "201206199837",
    "2010-05-14",
    "20100514",
    "100514",
    "14 maj",
    "14 maj 2010",
    "14:e maj",
    "14/5",
    "14/5-10",
    "14/5 2010",
    "14.5.2010",
    "den fjortonde maj",
    "fjortonde maj 2010",
    "den 14 maj",
    "14 maj -10",
    "Född i maj 2010",
    "född 2010",
    "fredag 14 maj",
    "syskonen 4, 7 och 9 år",
    "tre syskon",
    "syskon på 4, 7 och 9",
    "elliot lindqvist",
    "E.L.",
    "E L",
    "e.l.",
    "Elliot L",
    "familj- och ungdomshälsa",
    "Skolstödet",
    "nyboms mekaniska",
    "Kullens",
    "kullenskolans",
];

const AROUND: &[&str] = &[
    "Pappan orkar inte längre",
    "hon sover dåligt",
    "Vi vet inte vem som ansvarar",
    "det har varit så i höst",
    "Skolan väntar på vården",
    "ingen har svarat",
    "mamma är trött",
    "möte hölls och alla var där",
];

#[track_caller]
fn is_found(known: &Known, before: &str, planted: &str, after: &str) {
    let text = format!("{before}{planted}{after}");
    let range = before.len()..before.len() + planted.len();
    let found = scan(known, &text);
    are_sound(&text, &found);
    assert!(found.iter().any(|finding| meets(finding, &range)), "{planted:?} in {text:?}: {found:?}");
}

fn meets(finding: &Finding, range: &Range<usize>) -> bool {
    finding.range.start < range.end && range.start < finding.range.end
}

/// In order, apart, something in each, and between characters.
#[track_caller]
fn are_sound(text: &str, found: &[Finding]) {
    for finding in found {
        assert!(
            text.get(finding.range.clone()).is_some_and(|words| !words.is_empty()),
            "{finding:?} of {text:?}"
        );
    }
    for pair in found.windows(2) {
        assert!(pair[0].range.end <= pair[1].range.start, "{pair:?} of {text:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, ..ProptestConfig::default() })]

    /// DID-3: a known word in any writing, between any two sentences.
    #[test]
    fn a_known_word_is_found_however_it_is_written(
        which in 0_usize..100, way in 0_u8..18, at in 0_usize..12, before in 0_usize..8, after in 0_usize..8,
        opens in prop::sample::select(vec![" ", ". ", ", ", " (", "\n", ": ", " \"", " – ", "/"]),
        closes in prop::sample::select(vec![" ", ". ", ", ", ") ", "\n", ": ", "\" ", " – ", "! "]),
    ) {
        let words = words();
        let planted = writing(&words[which % words.len()], way, at);
        is_found(&known(), &format!("{}{opens}", AROUND[before]), &planted, &format!("{closes}{}", AROUND[after]));
    }

    /// DID-1, DID-3: what has a form of its own, between any two sentences.
    #[test]
    fn numbers_dates_and_the_like_are_found(
        which in 0_usize..200, before in 0_usize..8, after in 0_usize..8,
        opens in prop::sample::select(vec![" ", ". ", ", ", " (", "\n", ": ", " – "]),
        closes in prop::sample::select(vec![" ", ". ", ", ", ") ", "\n", ": ", " – "]),
    ) {
        is_found(&known(), &format!("{}{opens}", AROUND[before]), NUMBERS[which % NUMBERS.len()], &format!("{closes}{}", AROUND[after]));
    }

    #[test]
    fn no_text_breaks_the_scan(text in "\\PC{0,200}") {
        are_sound(&text, &scan(&known(), &text));
    }

    #[test]
    fn no_text_of_what_is_looked_for_breaks_the_scan(
        text in "([0-9]{1,12}|[- +/.:,()@'\"”\n]|år|åring|syskon|maj|den|född|dnr|[a-zåäöA-ZÅÄÖéü]{1,9}|\u{308}|\u{ad}){0,60}"
    ) {
        are_sound(&text, &scan(&known(), &text));
    }
}

/// Every name of the corpus alone, as it stands and in small letters: blocked, or held if it is an ordinary word.
#[test]
fn every_name_of_the_corpus_is_found_alone() {
    for case in cases("seen") {
        for name in case.known.names.iter().flat_map(|name| name.split([' ', '-'])) {
            // The "Al" of a surname is nobody's own.
            if name == "Al" {
                continue;
            }
            let found = scan(&case.known, name);
            assert!(found.first().is_some_and(|first| first.kind.verdict() == Verdict::Blocks), "{name}");
            assert!(!scan(&case.known, &name.to_lowercase()).is_empty(), "{name}");
        }
    }
}

/// `cargo test -p domain --release --test scenarios speed -- --ignored --nocapture`
#[test]
#[ignore = "a measurement: only of worth in release, on a machine with nothing else to do"]
fn speed() {
    let texts: Vec<String> =
        cases("seen").iter().flat_map(|case| &case.descriptions).map(|one| one.text.clone()).collect();
    let text: String = texts.join("\n").chars().cycle().take(20_000).collect();
    let mut known = known();
    let more = cases("seen").into_iter().flat_map(|case| case.known.names);
    known.names.extend(more.take(50 - NAMES.len()));
    assert_eq!((known.names.len(), text.chars().count()), (50, 20_000));
    scan(&known, "reads the lists");
    let mut times: Vec<f64> = (0..51)
        .map(|_| {
            let begun = Instant::now();
            std::hint::black_box(scan(&known, std::hint::black_box(&text)));
            begun.elapsed().as_secs_f64() * 1000.0
        })
        .collect();
    times.sort_by(f64::total_cmp);
    println!("20 000 characters, 50 names: {:.2} ms median, {:.2} ms worst of 51", times[25], times[50]);
    assert!(times[25] < 20.0);
}
