//! Are keys in order, and is no two the same?

use super::both::at;
use crate::keys;

#[test]
fn keys_come_in_order_even_when_the_clock_is_set_back() {
    let moments = [at("2026-06-05T10:00"), at("2026-06-05T10:00"), at("2026-06-04T10:00")];
    let keys: Vec<_> =
        (0..30_000).map(|number| keys::timed(moments[number % moments.len()]).unwrap()).collect();
    assert!(keys.is_sorted_by(|one, next| one < next));
    assert!(keys.iter().all(|key| key.get_version_num() == 7));
}
