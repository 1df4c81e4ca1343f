//! Are right numbers taken, wrong ones refused, and is a number never shown whole by accident?

use jiff::civil::date;
use proptest::prelude::*;

use super::*;

/// Numbers known as made-up ones.
#[test]
fn known_test_numbers_are_right() {
    for text in ["189001019802", "19121212-1212", " 198507099805 "] {
        assert!(text.parse::<PersonalId>().is_ok(), "{text}");
    }
}

#[test]
fn a_coordination_number_has_sixty_added_to_the_day() {
    let id: PersonalId = "197010632391".parse().unwrap();
    assert!(id.is_coordination_number());
    assert_eq!(id.born(), Some(date(1970, 10, 3)));
    let unknown_day = with_check_digit("20130060123");
    assert!(unknown_day.is_coordination_number());
    assert_eq!(unknown_day.born(), None);
}

fn with_check_digit(eleven: &str) -> PersonalId {
    let found = (0..10).find_map(|digit| format!("{eleven}{digit}").parse().ok());
    found.unwrap_or_else(|| panic!("{eleven} with some digit after it"))
}

#[test]
fn each_fault_is_told_apart() {
    for (text, fault) in [
        ("121212-1212", PersonalIdFault::NotTwelveDigits),
        ("1212121212", PersonalIdFault::NotTwelveDigits),
        ("19121212+1212", PersonalIdFault::NotTwelveDigits),
        ("191212-121212", PersonalIdFault::NotTwelveDigits),
        ("19121212-12 12", PersonalIdFault::NotTwelveDigits),
        ("１９121212121", PersonalIdFault::NotTwelveDigits),
        ("", PersonalIdFault::NotTwelveDigits),
        ("191213121212", PersonalIdFault::NoSuchDate),
        ("201302290000", PersonalIdFault::NoSuchDate),
        ("191200121212", PersonalIdFault::NoSuchDate),
        ("191212921212", PersonalIdFault::NoSuchDate),
        ("191212121213", PersonalIdFault::WrongCheckDigit),
    ] {
        assert_eq!(text.parse::<PersonalId>(), Err(fault), "{text}");
    }
}

#[test]
fn only_the_last_four_are_shown_to_others() {
    let id: PersonalId = "191212121212".parse().unwrap();
    assert_eq!(id.whole(), "19121212-1212");
    assert_eq!(id.masked(), "••••••••-1212");
    assert_eq!(format!("{id:?}"), "PersonalId(••••••••-1212)");
    assert_eq!(serde_json::to_string(&id).unwrap(), "\"191212121212\"");
    assert_eq!(serde_json::from_str::<PersonalId>("\"19121212-1212\"").unwrap(), id);
    assert!(serde_json::from_str::<PersonalId>("\"191212121213\"").is_err());
}

proptest! {
    #[test]
    fn a_made_up_person_has_a_right_number_that_nobody_real_has(days in 0_i64..50_000, number in 0_u16..60) {
        let born = date(1900, 1, 1).saturating_add(jiff::Span::new().days(days));
        let id = PersonalId::fictional(born, number);
        prop_assert_eq!(id.digits().parse(), Ok(id));
        prop_assert_eq!(id.whole().parse(), Ok(id));
        prop_assert_eq!(id.born(), Some(born));
        prop_assert!(!id.is_coordination_number());
        let coordination = PersonalId::fictional_coordination(born, number);
        prop_assert_eq!(coordination.digits().parse(), Ok(coordination));
        prop_assert!(coordination.is_coordination_number() && coordination.born() == Some(born));
        prop_assert!(("980".."999z").contains(&&id.digits()[8..11]));
    }

    /// One wrong digit is always found out.
    #[test]
    fn no_single_slip_is_taken_for_right(
        days in 0_i64..50_000, number in 0_u16..20, at in 2_usize..12, other in 1_u8..10
    ) {
        let born = date(1900, 1, 1).saturating_add(jiff::Span::new().days(days));
        let mut digits = PersonalId::fictional(born, number).digits().into_bytes();
        digits[at] = b'0' + (digits[at] - b'0' + other) % 10;
        let slipped = String::from_utf8(digits).unwrap();
        prop_assert!(slipped.parse::<PersonalId>().is_err(), "{}", slipped);
    }

    #[test]
    fn any_text_is_read_without_panic(text in "\\PC{0,20}") {
        let _ = text.parse::<PersonalId>();
    }
}
