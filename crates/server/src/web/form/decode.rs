//! How are the pairs of a posted form written on the wire?

use super::FIELDS_MAX;
use crate::web::error::WebError;

/// `a=1&b=two+words` as pairs; what is not text is refused rather than repaired.
pub fn pairs(bytes: &[u8]) -> Result<Vec<(String, String)>, WebError> {
    let text = std::str::from_utf8(bytes).map_err(|_| WebError::Malformed("not text"))?;
    let pairs: Vec<&str> = text.split('&').filter(|pair| !pair.is_empty()).collect();
    if pairs.len() > FIELDS_MAX {
        return Err(WebError::Malformed("too many fields"));
    }
    pairs
        .into_iter()
        .map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            Ok((decode(name)?, decode(value)?))
        })
        .collect()
}

fn decode(text: &str) -> Result<String, WebError> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'+' => b' ',
            b'%' => {
                let mut digit = || rest.next().and_then(|digit| char::from(digit).to_digit(16));
                match (digit(), digit()) {
                    (Some(high), Some(low)) => u8::try_from(high * 16 + low).unwrap_or_default(),
                    _ => return Err(WebError::Malformed("a broken escape")),
                }
            }
            other => other,
        });
    }
    String::from_utf8(bytes).map_err(|_| WebError::Malformed("not text"))
}
