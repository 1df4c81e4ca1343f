//! DID-7: does the answer tell how rare a pattern is, and nothing more?

use super::*;

fn pattern(areas: &[&str], unit_types: &[&str]) -> Pattern {
    let codes = |codes: &[&str]| codes.iter().map(|code| (*code).to_owned()).collect();
    Pattern {
        age_band: AgeBand::From13To15,
        areas: codes(areas),
        unit_types: codes(unit_types),
        size: MunicipalitySize::Large,
    }
}

fn counted(count: u32) -> Rarity {
    rarity(
        &pattern(&["absence"], &["bup"]),
        &[(pattern(&["absence"], &["bup"]), count)].into_iter().collect(),
    )
}

#[test]
fn the_child_itself_is_not_another() {
    let bands = [0, 1, 5, 6, 10, 11, 30, 31, u32::MAX].map(counted);
    use Rarity::{FewerThanFive, FiveToNine, TenToTwentyNine, ThirtyOrMore};
    assert_eq!(
        bands,
        [
            FewerThanFive,
            FewerThanFive,
            FewerThanFive,
            FiveToNine,
            FiveToNine,
            TenToTwentyNine,
            TenToTwentyNine,
            ThirtyOrMore,
            ThirtyOrMore
        ]
    );
}

#[test]
fn whoever_has_all_that_is_described_shares_it_and_nobody_else() {
    let described = pattern(&["absence"], &["bup"]);
    let counts = |other: Pattern| [(other, 20)].into_iter().collect::<Counts>();
    assert_eq!(
        rarity(&described, &counts(pattern(&["absence", "sleep"], &["bup", "school"]))),
        Rarity::TenToTwentyNine
    );
    for other in [
        pattern(&["sleep"], &["bup"]),
        pattern(&["absence"], &["school"]),
        Pattern { age_band: AgeBand::From16To17, ..described.clone() },
        Pattern { size: MunicipalitySize::Small, ..described.clone() },
    ] {
        assert_eq!(rarity(&described, &counts(other)), Rarity::FewerThanFive);
    }
    assert!(Rarity::FewerThanFive.points_out() && !Rarity::FiveToNine.points_out());
}

/// To say more makes a pattern rarer, never more common.
#[test]
fn naming_more_never_makes_it_more_common() {
    let counts: Counts = [
        (pattern(&["absence"], &["bup"]), 9),
        (pattern(&["absence", "sleep"], &["bup"]), 7),
        (pattern(&["absence", "sleep"], &["bup", "school"]), 20),
    ]
    .into_iter()
    .collect();
    let told = [
        pattern(&[], &[]),
        pattern(&["absence"], &[]),
        pattern(&["absence", "sleep"], &["bup"]),
        pattern(&["absence", "sleep"], &["bup", "school"]),
        pattern(&["absence", "sleep"], &["bup", "school", "police"]),
    ]
    .map(|described| rarity(&described, &counts));
    assert!(told.is_sorted_by(|one, next| one >= next), "{told:?}");
}

#[test]
fn every_age_under_18_has_its_band() {
    for band in AgeBand::ALL {
        let (first, last) = band.ages();
        assert!((first..=last).all(|age| AgeBand::of(age) == Some(*band)));
    }
    assert_eq!(AgeBand::of(18), None);
}
