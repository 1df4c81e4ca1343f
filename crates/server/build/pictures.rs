//! Which pictures does a style sheet carry inside itself?
//!
//! The design system draws its marks as `url("data:image/svg+xml...")`. The content security policy lets
//! pictures come from our own addresses only, so each becomes a file of its own.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

/// A picture begins so, after either kind of quotation mark, and ends with the same mark.
const WRITTEN: [(&str, &str); 2] = [("url(\"data:image/svg+xml", "\")"), ("url('data:image/svg+xml", "')")];

/// Replaces every picture inside `css` by a reference to a file, and gives the files back.
pub fn take_out(css: &mut Vec<u8>) -> Result<Vec<(String, Vec<u8>)>, String> {
    let mut text = String::from_utf8(std::mem::take(css)).map_err(|error| error.to_string())?;
    let mut pictures = vec![];
    for (opening, closing) in WRITTEN {
        text = without(&text, opening, closing, &mut pictures)?;
    }
    *css = text.into_bytes();
    Ok(pictures)
}

fn without(
    text: &str,
    opening: &str,
    closing: &str,
    pictures: &mut Vec<(String, Vec<u8>)>,
) -> Result<String, String> {
    let mut rest = text;
    let mut without = String::with_capacity(text.len());
    while let Some((before, after)) = rest.split_once(opening) {
        let (data, after) = after.split_once(closing).ok_or("a picture without an end")?;
        let (_, escaped) = data.split_once(',').ok_or("a picture without content")?;
        let picture = unescaped(escaped)?;
        let name = format!("mark-{}.svg", number(&picture));
        without.push_str(before);
        let _ = write!(without, "url(\"{name}\")");
        pictures.push((name, picture));
        rest = after;
    }
    without.push_str(rest);
    Ok(without)
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
