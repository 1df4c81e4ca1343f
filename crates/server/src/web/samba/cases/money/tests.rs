//! Is money read as it was written, to the öre?

use domain::samba::cost::{Ore, Percent};

use super::{kronor, ore, percent, share};

/// 4.5: what is written is what is stored, or nothing is.
#[test]
fn amounts_are_whole_ore() {
    for (written, read) in [
        ("84 000,00", Some(8_400_000)),
        ("84\u{a0}000,00", Some(8_400_000)),
        ("84000", Some(8_400_000)),
        ("0,05", Some(5)),
        ("12.50", Some(1_250)),
        ("12,5", None),
        ("12,505", None),
        ("-1", None),
        ("1e3", None),
        ("", None),
        (",50", None),
        ("18446744073709551616", None),
        ("10 000 000 000,01", None),
    ] {
        assert_eq!(ore(written), read.map(Ore), "{written}");
    }
}

#[test]
fn shares_are_whole_hundredths_of_a_percent() {
    assert_eq!(percent("60,00"), Some(Percent(6_000)));
    assert_eq!(percent("33,33"), Some(Percent(3_333)));
    assert_eq!(percent("100"), Some(Percent::WHOLE));
    assert_eq!(percent("100,01"), None);
    assert_eq!(percent("33,333"), None);
}

#[test]
fn money_is_written_as_people_write_it() {
    assert_eq!(kronor(Ore(5_040_000)), "50\u{a0}400,00");
    assert_eq!(kronor(Ore(7)), "0,07");
    assert_eq!(kronor(Ore(100_000_099)), "1\u{a0}000\u{a0}000,99");
    assert_eq!(share(Percent(6_000)), "60,00\u{a0}%");
}
