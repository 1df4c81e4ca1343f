//! For how long does the program know who is asking?
//!
//! A session is a random 256-bit token in a cookie; only its SHA-256 is kept here, so that a copy of what is
//! kept opens nothing. It ends after a time without use, and in any case after a day's work (AU-4).

use std::{
    collections::HashMap,
    fmt::Write as _,
    sync::{Mutex, MutexGuard, PoisonError},
};

use jiff::{SignedDuration, Timestamp};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::identity::{Actor, PersonId};

/// The secret in the cookie, in hexadecimal.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

/// Who is signed in, and since when.
#[derive(Debug, Clone)]
pub struct Session {
    /// Names the session to its owner without giving anything away.
    pub handle: Uuid,
    pub actor: Actor,
    /// The person's name as shown in the page header.
    pub name: String,
    /// The seat in words: "kurator, Almskolan".
    pub seat: String,
    pub opened: Timestamp,
    pub used: Timestamp,
    /// Roughly what was used to sign in: "Firefox, Windows".
    pub device: String,
}

/// All open sessions.
pub struct Sessions {
    idle_max: SignedDuration,
    length_max: SignedDuration,
    open: Mutex<HashMap<[u8; 32], Session>>,
}

impl Token {
    /// A new secret from the operating system's randomness.
    ///
    /// # Errors
    /// If the system has none to give; nobody is signed in then.
    pub fn random() -> Result<Self, getrandom::Error> {
        let mut bytes = [0; 32];
        getrandom::fill(&mut bytes)?;
        Ok(Self(hex(&bytes)))
    }

    /// Reads a token out of a cookie; anything but 64 hexadecimal digits is none.
    pub fn parse(text: &str) -> Option<Self> {
        (text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit())).then(|| Self(text.to_owned()))
    }

    pub fn secret(&self) -> &str {
        &self.0
    }

    /// What the forms of this session carry, so that a form made elsewhere is refused (SE-4).
    pub fn form_mark(&self) -> String {
        hex(&Sha256::digest(format!("form:{}", self.0)))
    }

    fn hash(&self) -> [u8; 32] {
        Sha256::digest(self.0.as_bytes()).into()
    }
}

impl Sessions {
    pub fn new(idle_minutes_max: u32, session_hours_max: u32) -> Self {
        Self {
            idle_max: SignedDuration::from_mins(i64::from(idle_minutes_max)),
            length_max: SignedDuration::from_hours(i64::from(session_hours_max)),
            open: Mutex::default(),
        }
    }

    /// Opens a session with a fresh token: never one that a browser brought along.
    pub fn open(&self, session: Session) -> Result<Token, getrandom::Error> {
        let token = Token::random()?;
        let now = session.opened;
        let mut open = self.lock();
        open.retain(|_, session| self.alive(session, now));
        open.insert(token.hash(), session);
        Ok(token)
    }

    /// The session of this token, if it is still open; finding it counts as use.
    pub fn find(&self, token: &Token, now: Timestamp) -> Option<Session> {
        let mut open = self.lock();
        let key = token.hash();
        let session = open.get_mut(&key)?;
        if !self.alive(session, now) {
            open.remove(&key);
            return None;
        }
        session.used = now;
        Some(session.clone())
    }

    /// A person's open sessions, last used first.
    pub fn of(&self, person: PersonId, now: Timestamp) -> Vec<Session> {
        let mut sessions: Vec<Session> = self
            .lock()
            .values()
            .filter(|session| session.actor.person == person && self.alive(session, now))
            .cloned()
            .collect();
        sessions.sort_by_key(|session| std::cmp::Reverse(session.used));
        sessions
    }

    /// Ends one session of this person. Another's handle ends nothing.
    pub fn end(&self, person: PersonId, handle: Uuid) {
        self.lock().retain(|_, session| session.handle != handle || session.actor.person != person);
    }

    /// Ends all sessions of this person: when an assignment ends (AU-4).
    pub fn end_all(&self, person: PersonId) {
        self.lock().retain(|_, session| session.actor.person != person);
    }

    fn alive(&self, session: &Session, now: Timestamp) -> bool {
        now.duration_since(session.used) < self.idle_max
            && now.duration_since(session.opened) < self.length_max
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<[u8; 32], Session>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
