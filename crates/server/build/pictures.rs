//! Which pictures does a style sheet carry inside itself?
//!
//! The design system draws its marks as `url("data:image/svg+xml...")`. The content security policy lets
//! pictures come from our own addresses only, so each becomes a file of its own.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

const OPENING: &str = "url(\"data:image/svg+xml";
const CLOSING: &str = "\")";

/// Replaces every picture inside `css` by a reference to a file, and gives the files back.
pub fn take_out(css: &mut Vec<u8>) -> Result<Vec<(String, Vec<u8>)>, String> {
    let text = String::from_utf8(std::mem::take(css)).map_err(|error| error.to_string())?;
    let mut rest = text.as_str();
    let mut without = String::with_capacity(text.len());
    let mut pictures: Vec<(String, Vec<u8>)> = vec![];
    while let Some((before, after)) = rest.split_once(OPENING) {
        let (data, after) = after.split_once(CLOSING).ok_or("a picture without an end")?;
        let (_, escaped) = data.split_once(',').ok_or("a picture without content")?;
        let picture = unescaped(escaped)?;
        let name = format!("mark-{}.svg", number(&picture));
        without.push_str(before);
        let _ = write!(without, "url(\"{name}\")");
        pictures.push((name, picture));
        rest = after;
    }
    without.push_str(rest);
    *css = without.into_bytes();
    Ok(pictures)
}

fn unescaped(text: &str) -> Result<Vec<u8>, String> {
    let mut bytes = vec![];
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let mut digit = || rest.next().and_then(|digit| char::from(digit).to_digit(16));
        match (digit(), digit()) {
            (Some(high), Some(low)) => bytes.push(u8::try_from(high * 16 + low).unwrap_or_default()),
            _ => return Err("a picture with a broken escape".to_owned()),
        }
    }
    Ok(bytes)
}

/// Tells pictures apart; the served name gets a hash of its own.
fn number(picture: &[u8]) -> u16 {
    let hash = Sha256::digest(picture);
    u16::from_be_bytes([hash[0], hash[1]])
}
