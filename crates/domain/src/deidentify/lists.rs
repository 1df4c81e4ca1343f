//! Which words does the scan go by? (`data/deidentify/`)

use std::{
    collections::{HashMap, HashSet},
    sync::LazyLock,
};

use serde::Deserialize;

use super::{fold, rarity::MunicipalitySize, words::Words};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Terms {
    pub endings: HashSet<String>,
    pub diminutives: Vec<String>,
    pub particles: HashSet<String>,
    pub months: Vec<String>,
    pub months_short: HashSet<String>,
    pub weekdays: HashSet<String>,
    pub after_a_day: HashSet<String>,
    pub feast_days: HashSet<String>,
    pub ordinals: Vec<String>,
    pub numbers: Vec<String>,
    pub class_numbers: HashSet<String>,
    pub born: HashSet<String>,
    pub lasting_before: HashSet<String>,
    pub lasting_after: HashSet<String>,
    pub aged: HashSet<String>,
    pub being: HashSet<String>,
    pub old_noun: String,
    pub old_adjective: String,
    pub years_of_what: HashSet<String>,
    pub before_ages: HashSet<String>,
    pub before_a_class: HashSet<String>,
    pub just: HashSet<String>,
    pub persons: HashSet<String>,
    pub siblings: HashSet<String>,
    pub siblings_alone: HashSet<String>,
    pub counting: HashSet<String>,
    pub places_among: HashSet<String>,
    pub children: HashSet<String>,
    pub street_endings: Vec<String>,
    pub street_endings_alone: Vec<String>,
    pub no_streets: HashSet<String>,
    pub in_addresses: HashSet<String>,
    pub institution_endings: Vec<String>,
    pub general_parts: HashSet<String>,
    pub case_words: HashSet<String>,
    pub amounts: HashSet<String>,
    pub web_endings: HashSet<String>,
    pub school_years: HashSet<String>,
    pub weeks: HashSet<String>,
    pub year_words: HashSet<String>,
    pub term_words: HashSet<String>,
    pub months_of_age: HashSet<String>,
    pub general_terms: HashSet<String>,
    pub abbreviations: HashSet<String>,
    pub unit_terms: HashSet<String>,
    pub diagnoses: HashSet<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PlacesFile {
    sizes: Sizes,
    places: Places,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sizes {
    small: Vec<u32>,
    large: Vec<u32>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Places {
    municipalities: Vec<String>,
    regions: Vec<String>,
    localities: Vec<String>,
    with_a_capital_only: HashSet<String>,
}

/// All lists, as they are looked things up in.
pub struct Lists {
    pub terms: Terms,
    pub words: Words,
    pub names: HashSet<String>,
    /// Folded deep: what somebody called the key is called besides.
    pub nicknames: HashMap<String, Vec<String>>,
    pub places: HashSet<String>,
    pub places_with_a_capital: HashSet<String>,
    pub origins: HashSet<String>,
    /// By its first three letters: the words of each entry, the last of which is a beginning.
    pub rare: HashMap<String, Vec<Vec<String>>>,
    sizes: HashMap<u32, MunicipalitySize>,
}

pub static LISTS: LazyLock<Lists> = LazyLock::new(Lists::read);

impl Lists {
    // Compiled in and read by tests: failing in here is a programmer error.
    fn read() -> Lists {
        let terms: Terms = toml::from_str(include_str!("../../../../data/deidentify/terms.toml"))
            .expect("the terms can be read");
        let file: PlacesFile = toml::from_str(include_str!("../../../../data/deidentify/places.toml"))
            .expect("the places can be read");
        let places = file.places;
        let all = places.municipalities.into_iter().chain(places.regions).chain(places.localities);
        let sized = |codes: Vec<u32>, size| codes.into_iter().map(move |code| (code, size));
        Lists {
            terms,
            words: Words::read(include_str!("../../../../data/deidentify/words.txt")),
            names: entries(include_str!("../../../../data/deidentify/names.txt"))
                .flat_map(str::split_whitespace)
                .map(fold::light)
                .collect(),
            nicknames: nicknames(include_str!("../../../../data/deidentify/nicknames.txt")),
            places: all.flat_map(|place| place.split(' ').map(str::to_owned).collect::<Vec<_>>()).collect(),
            places_with_a_capital: places.with_a_capital_only,
            origins: entries(include_str!("../../../../data/deidentify/origins.txt"))
                .flat_map(str::split_whitespace)
                .map(fold::light)
                .collect(),
            rare: rare(include_str!("../../../../data/deidentify/rare.txt")),
            sizes: sized(file.sizes.small, MunicipalitySize::Small)
                .chain(sized(file.sizes.large, MunicipalitySize::Large))
                .collect(),
        }
    }

    pub fn size(&self, municipality: u32) -> Option<MunicipalitySize> {
        self.sizes.get(&municipality).copied()
    }

    /// The number a word stands for.
    pub fn number(&self, word: &str) -> Option<u32> {
        let place = self.terms.numbers.iter().position(|number| number == word)?;
        u32::try_from(place).ok()
    }

    /// Whether a word is in a list, as it stands or with an ending.
    pub fn inflected(&self, list: &HashSet<String>, word: &str) -> bool {
        list.contains(word)
            || word.char_indices().skip(3).any(|(at, _)| {
                let (stem, ending) = word.split_at(at);
                list.contains(stem) && self.terms.endings.contains(ending)
            })
    }
}

/// The lines that say something.
fn entries(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with(['#', '[']))
}

fn nicknames(text: &str) -> HashMap<String, Vec<String>> {
    let mut known: HashMap<String, Vec<String>> = HashMap::new();
    for (nickname, names) in entries(text).filter_map(|line| line.split_once(':')) {
        let nickname = fold::deep(&fold::light(nickname));
        for name in names.split_whitespace().map(|name| fold::deep(&fold::light(name))) {
            known.entry(name.clone()).or_default().push(nickname.clone());
            known.entry(nickname.clone()).or_default().push(name);
        }
    }
    known
}

fn rare(text: &str) -> HashMap<String, Vec<Vec<String>>> {
    let mut known: HashMap<String, Vec<Vec<String>>> = HashMap::new();
    for line in entries(text) {
        let words: Vec<String> =
            line.split([' ', '-']).filter(|word| !word.is_empty()).map(fold::light).collect();
        let begins = words.first().map_or_else(String::new, |word| word.chars().take(3).collect());
        known.entry(begins).or_default().push(words);
    }
    known
}
