//! Are guesses counted, and no more kept of them than needed?

use std::net::IpAddr;

use jiff::{SignedDuration, Timestamp};

use super::{Attempts, GUESSERS_MAX, GUESSES_PER_ACCOUNT_MAX, GUESSES_PER_ADDRESS_MAX, Guesser};

fn account(name: &str) -> Guesser {
    Guesser::Account(name.to_owned())
}

fn address(text: &str) -> Guesser {
    Guesser::at(text.parse::<IpAddr>().unwrap())
}

fn after(minutes: i64) -> Timestamp {
    Timestamp::UNIX_EPOCH + SignedDuration::from_mins(minutes)
}

#[test]
fn one_network_of_ipv6_is_one_guesser() {
    assert_eq!(address("2001:db8:1:2::1"), address("2001:db8:1:2:ffff::9"));
    assert_ne!(address("2001:db8:1:2::1"), address("2001:db8:1:3::1"));
    assert_eq!(address("::ffff:192.0.2.7"), address("192.0.2.7"));
    assert_ne!(address("192.0.2.7"), address("192.0.2.8"));
}

#[test]
fn who_is_turned_away_leaves_nothing_under_another_name() {
    let attempts = Attempts::default();
    let from = address("192.0.2.7");
    for guess in 0..GUESSES_PER_ADDRESS_MAX {
        attempts.count(&[account(&guess.to_string()), from.clone()], after(0)).unwrap();
    }
    let before = attempts.lock().len();
    for guess in 0..20 {
        attempts.count(&[account(&format!("new {guess}")), from.clone()], after(1)).unwrap_err();
    }
    assert_eq!(attempts.lock().len(), before);
}

#[test]
fn being_turned_away_is_news_once() {
    let attempts = Attempts::default();
    for _ in 0..GUESSES_PER_ACCOUNT_MAX {
        attempts.count(&[account("a")], after(0)).unwrap();
    }
    assert!(attempts.count(&[account("a")], after(1)).unwrap_err().first);
    assert!(!attempts.count(&[account("a")], after(2)).unwrap_err().first);
    for _ in 0..GUESSES_PER_ACCOUNT_MAX {
        attempts.count(&[account("a")], after(20)).unwrap();
    }
    assert!(attempts.count(&[account("a")], after(21)).unwrap_err().first);
}

#[test]
fn in_a_flood_the_eldest_are_forgotten() {
    let attempts = Attempts::default();
    for guesser in 0..GUESSERS_MAX {
        let minute = i64::from(guesser >= GUESSERS_MAX / 2);
        attempts.count(&[account(&guesser.to_string())], after(minute)).unwrap();
    }
    attempts.count(&[account("one more")], after(2)).unwrap();
    let known = attempts.lock();
    assert_eq!(known.len(), GUESSERS_MAX - GUESSERS_MAX / 10 + 1);
    let young =
        (GUESSERS_MAX / 2..GUESSERS_MAX).all(|guesser| known.contains_key(&account(&guesser.to_string())));
    assert!(young && known.contains_key(&account("one more")));
}
