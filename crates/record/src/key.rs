//! Who signs, and how are keys written down?

#[cfg(test)]
mod tests;

use base64::{Engine as _, prelude::BASE64_STANDARD};
use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};
use sha2::{Digest, Sha256};
use std::fmt;

const SECRET_BEGINS: &str = "PRIVATE+KEY+";
/// Longer names than this help nobody.
const NAME_BYTES_MAX: usize = 256;

/// What signatures of a key mean. The same key for another purpose has another id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum KeyKind {
    /// Of the text of a note, by the one who keeps the log.
    Log,
    /// Of a checkpoint and the time at which it was seen, by a witness (`cosignature/v1`).
    Witness,
}

impl KeyKind {
    const ALL: [KeyKind; 2] = [KeyKind::Log, KeyKind::Witness];

    /// The byte that C2SP `signed-note` assigns.
    fn byte(self) -> u8 {
        match self {
            KeyKind::Log => 0x01,
            KeyKind::Witness => 0x04,
        }
    }
}

/// Why something is not a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum KeyFault {
    #[error("a key's name is neither empty nor long, and holds no space and no plus")]
    Name,
    #[error("not written as a key is")]
    Form,
    #[error("a kind of key that is not known here")]
    Kind,
    #[error("the id is not that of the name and the key: a character is wrong somewhere")]
    Id,
}

/// Signs. It is shown by [`SecretKey::written`] alone, never by `Debug`.
#[derive(Clone)]
pub struct SecretKey {
    key: SigningKey,
    public: PublicKey,
}

impl SecretKey {
    /// The key of these 32 random bytes.
    ///
    /// # Errors
    /// [`KeyFault::Name`]
    pub fn from_seed(name: &str, kind: KeyKind, seed: &[u8; 32]) -> Result<SecretKey, KeyFault> {
        let key = SigningKey::from_bytes(seed);
        let public = PublicKey::new(name, kind, key.verifying_key())?;
        Ok(SecretKey { key, public })
    }

    /// Reads what [`SecretKey::written`] has written.
    pub fn parse(text: &str) -> Result<SecretKey, KeyFault> {
        let rest = text.strip_prefix(SECRET_BEGINS).ok_or(KeyFault::Form)?;
        let Parts { name, id, kind, bytes: seed } = Parts::read(rest)?;
        let key = SecretKey::from_seed(name, kind, &seed)?;
        if key.public.id == id { Ok(key) } else { Err(KeyFault::Id) }
    }

    /// `PRIVATE+KEY+name+id+base64`: whoever reads it can sign in this name.
    pub fn written(&self) -> String {
        format!("{SECRET_BEGINS}{}", self.public.written_with(self.key.as_bytes()))
    }

    /// What others verify with.
    pub fn public(&self) -> &PublicKey {
        &self.public
    }

    pub(crate) fn sign(&self, message: &[u8]) -> [u8; 64] {
        self.key.sign(message).to_bytes()
    }
}

impl fmt::Debug for SecretKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SecretKey").field("public", &self.public).finish_non_exhaustive()
    }
}

/// Verifies. `Display` and [`PublicKey::parse`] know it as a `vkey`: `name+id+base64`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicKey {
    name: String,
    id: [u8; 4],
    kind: KeyKind,
    key: VerifyingKey,
}

impl PublicKey {
    fn new(name: &str, kind: KeyKind, key: VerifyingKey) -> Result<PublicKey, KeyFault> {
        if !is_name(name) {
            return Err(KeyFault::Name);
        }
        let mut hash = Sha256::new();
        hash.update(name);
        hash.update([b'\n', kind.byte()]);
        hash.update(key.as_bytes());
        let hash: [u8; 32] = hash.finalize().into();
        let [a, b, c, d, ..] = hash;
        Ok(PublicKey { name: name.to_owned(), id: [a, b, c, d], kind, key })
    }

    /// Reads a `vkey`.
    pub fn parse(text: &str) -> Result<PublicKey, KeyFault> {
        let Parts { name, id, kind, bytes } = Parts::read(text)?;
        let key = VerifyingKey::from_bytes(&bytes).map_err(|_| KeyFault::Form)?;
        let key = PublicKey::new(name, kind, key)?;
        if key.id == id { Ok(key) } else { Err(KeyFault::Id) }
    }

    pub fn name(&self) -> &str {
        &self.name
    }

    /// The first bytes of a hash: enough to tell keys apart, not to trust one.
    pub fn id(&self) -> [u8; 4] {
        self.id
    }

    pub fn kind(&self) -> KeyKind {
        self.kind
    }

    pub(crate) fn verifies(&self, message: &[u8], signature: &[u8; 64]) -> bool {
        // Strict: no second signature of the same message can be made from the first, and no weak key counts.
        self.key.verify_strict(message, &Signature::from_bytes(signature)).is_ok()
    }

    fn written_with(&self, bytes: &[u8; 32]) -> String {
        let mut coded = vec![self.kind.byte()];
        coded.extend_from_slice(bytes);
        format!("{}+{:08x}+{}", self.name, u32::from_be_bytes(self.id), BASE64_STANDARD.encode(coded))
    }
}

impl fmt::Display for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.written_with(self.key.as_bytes()))
    }
}

/// Whether C2SP `signed-note` lets a key have this name.
pub(crate) fn is_name(name: &str) -> bool {
    let bad = |letter: char| letter.is_whitespace() || letter.is_control() || letter == '+';
    !name.is_empty() && name.len() <= NAME_BYTES_MAX && !name.contains(bad)
}

/// `name+id+base64(kind and 32 bytes)`
struct Parts<'a> {
    name: &'a str,
    id: [u8; 4],
    kind: KeyKind,
    bytes: [u8; 32],
}

impl Parts<'_> {
    fn read(text: &str) -> Result<Parts<'_>, KeyFault> {
        // Base64 may hold a plus of its own.
        let mut parts = text.splitn(3, '+');
        let (Some(name), Some(id), Some(coded)) = (parts.next(), parts.next(), parts.next()) else {
            return Err(KeyFault::Form);
        };
        let plain = |letter: u8| letter.is_ascii_digit() || (b'a'..=b'f').contains(&letter);
        if id.len() != 8 || !id.bytes().all(plain) {
            return Err(KeyFault::Form);
        }
        let id = u32::from_str_radix(id, 16).map_err(|_| KeyFault::Form)?.to_be_bytes();
        let coded = BASE64_STANDARD.decode(coded).map_err(|_| KeyFault::Form)?;
        let (byte, bytes) = coded.split_first().ok_or(KeyFault::Form)?;
        let kind = KeyKind::ALL.into_iter().find(|kind| kind.byte() == *byte).ok_or(KeyFault::Kind)?;
        Ok(Parts { name, id, kind, bytes: bytes.try_into().map_err(|_| KeyFault::Form)? })
    }
}
