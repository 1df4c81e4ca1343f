//! What does the browser hold that proves who it is?

use crate::{engine::Result, keys};
use sha2::{Digest, Sha256};
use std::{fmt, str::FromStr};

/// 256 random bits. They are sent to the browser once and stored nowhere: the database holds their SHA-256,
/// so a copy of it opens no session.
#[derive(Clone, PartialEq, Eq)]
pub struct Token([u8; 32]);

impl Token {
    pub(super) fn random() -> Result<Token> {
        Ok(Token(keys::random()?))
    }

    pub(super) fn hash(&self) -> [u8; 32] {
        Sha256::digest(self.0).into()
    }

    /// The value of the cookie: 64 hexadecimal digits. It must go nowhere else.
    pub fn reveal(&self) -> String {
        self.0.iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(..)")
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not 64 hexadecimal digits")]
pub struct NotAToken;

impl FromStr for Token {
    type Err = NotAToken;

    fn from_str(text: &str) -> Result<Token, NotAToken> {
        let (pairs, rest) = text.as_bytes().as_chunks::<2>();
        if pairs.len() != 32 || !rest.is_empty() {
            return Err(NotAToken);
        }
        let mut bytes = [0; 32];
        for (byte, [high, low]) in bytes.iter_mut().zip(pairs) {
            *byte = digit(*high)? << 4 | digit(*low)?;
        }
        Ok(Token(bytes))
    }
}

fn digit(character: u8) -> Result<u8, NotAToken> {
    let digit = char::from(character).to_digit(16).ok_or(NotAToken)?;
    u8::try_from(digit).map_err(|_| NotAToken)
}
