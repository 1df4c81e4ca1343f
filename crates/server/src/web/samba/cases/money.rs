//! How are kronor and percent written and read? Whole öre and hundredths of a percent, never a fraction of either.

#[cfg(test)]
mod tests;

use domain::samba::cost::{AMOUNT_MAX, Ore, Percent};

/// Between groups of three figures, and before the unit: it does not break a line.
const HARD_SPACE: char = '\u{a0}';

/// "84 000,00" or "84000".
pub fn ore(text: &str) -> Option<Ore> {
    hundredths(text).filter(|ore| *ore <= AMOUNT_MAX.0).map(Ore)
}

/// "60,00" or "60".
pub fn percent(text: &str) -> Option<Percent> {
    hundredths(text)
        .and_then(|share| u32::try_from(share).ok())
        .filter(|share| *share <= Percent::WHOLE.0)
        .map(Percent)
}

/// "84 000,00"
pub fn kronor(Ore(ore): Ore) -> String {
    let (whole, rest) = ((ore / 100).to_string(), ore % 100);
    let mut grouped = String::new();
    for (place, figure) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            grouped.push(HARD_SPACE);
        }
        grouped.push(figure);
    }
    format!("{grouped},{rest:02}")
}

/// "60,00 %"
pub fn share(Percent(share): Percent) -> String {
    format!("{},{:02}{HARD_SPACE}%", share / 100, share % 100)
}

/// A number with no decimals or two; a comma or a point before them, spaces anywhere between figures.
fn hundredths(text: &str) -> Option<u64> {
    let text: String = text.trim().chars().filter(|c| !c.is_whitespace()).collect();
    let (whole, decimals) = text.split_once([',', '.']).unwrap_or((&text, "00"));
    let figures = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !figures(whole) || !figures(decimals) || decimals.len() != 2 {
        return None;
    }
    let whole: u64 = whole.parse().ok()?;
    whole.checked_mul(100)?.checked_add(decimals.parse().ok()?)
}
