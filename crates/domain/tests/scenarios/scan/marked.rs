//! How is a description read in which everything that gives somebody away is marked up?

use std::ops::Range;

use domain::deidentify::Known;

/// A case and its descriptions.
pub struct Case {
    pub file: String,
    pub known: Known,
    pub descriptions: Vec<Description>,
}

/// The text without its marks, and what was marked in it.
pub struct Description {
    pub text: String,
    pub planted: Vec<(String, Range<usize>)>,
}

/// Every case in a folder of the corpus.
pub fn cases(folder: &str) -> Vec<Case> {
    let path = format!("{}/tests/scenarios/scan/corpus/{folder}", env!("CARGO_MANIFEST_DIR"));
    let mut files: Vec<_> = std::fs::read_dir(path).unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    files
        .iter()
        .map(|path| {
            case(path.file_name().unwrap().to_str().unwrap(), &std::fs::read_to_string(path).unwrap())
        })
        .collect()
}

fn case(file: &str, text: &str) -> Case {
    let mut blocks = text.split("\n\n").map(str::trim).filter(|block| !block.is_empty());
    let known = known(blocks.next().unwrap());
    Case { file: file.to_owned(), known, descriptions: blocks.map(description).collect() }
}

fn known(block: &str) -> Known {
    let mut known = Known::default();
    for (key, value) in block.lines().map(|line| line.split_once(": ").unwrap_or_else(|| panic!("{line}"))) {
        let list = match key {
            "name" => &mut known.names,
            "nickname" => &mut known.nicknames,
            "unit" => &mut known.units,
            "school" => &mut known.schools,
            "place" => &mut known.places,
            "phone" => &mut known.phones,
            "email" => &mut known.emails,
            "id" => &mut known.personal_ids,
            "employer" => &mut known.employers,
            "born" | "date" => {
                known.dates.push(value.parse().unwrap());
                continue;
            }
            "age" => {
                known.ages.push(value.parse().unwrap());
                continue;
            }
            _ => panic!("{key} is nothing a case knows"),
        };
        list.push(value.to_owned());
    }
    known
}

fn description(block: &str) -> Description {
    let (mut text, mut planted) = (String::new(), vec![]);
    let mut rest = block;
    while let Some((before, marked)) = rest.split_once('{') {
        text.push_str(before);
        let (inner, after) = marked.split_once('}').unwrap_or_else(|| panic!("not closed: {block}"));
        let (kind, words) = inner.split_once(':').unwrap_or_else(|| panic!("no kind: {inner}"));
        planted.push((kind.to_owned(), text.len()..text.len() + words.len()));
        text.push_str(words);
        rest = after;
    }
    text.push_str(rest);
    Description { text, planted }
}
