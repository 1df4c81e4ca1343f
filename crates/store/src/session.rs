//! Who is signed in, in which seat, and until when?

mod token;

pub use token::{NotAToken, Token};

use crate::{
    Error, Store,
    access::{self, Outcome},
    engine::{Fault, Flight, Key, Result, Tx, V, statements},
    keys,
    ruling::Asked,
    seat::{self, SeatId, SeatRow, SeatedPerson},
};
use domain::{ids::PersonId, now::Now};
use jiff::{SignedDuration, Timestamp};
use policy::Actor;
use uuid::Uuid;

/// How exactly the last request is remembered. The error is on the strict side.
const SEEN_STEP: SignedDuration = SignedDuration::from_mins(1);

statements! {
    PUT = "INSERT INTO session (session_id, token_hash, person_id, seat_id, device, created_us, seen_us) \
           VALUES ($1, $2, $3, $4, $5, $6, $7)";
    BY_TOKEN = "SELECT session_id, seat_id, device, created_us, seen_us FROM session WHERE token_hash = $1";
    OF_PERSON = "SELECT session_id, seat_id, device, created_us, seen_us FROM session \
                 WHERE person_id = $1 ORDER BY created_us, session_id";
    SEEN = "UPDATE session SET seen_us = $1 WHERE session_id = $2 AND seen_us < $3";
    END_BY_TOKEN = "DELETE FROM session WHERE token_hash = $1";
    END_OWN = "DELETE FROM session WHERE session_id = $1 AND person_id = $2";
    END_ALL_OF = "DELETE FROM session WHERE person_id = $1";
    END_IN_SEAT = "DELETE FROM session WHERE seat_id = $1";
    END_EXPIRED = "DELETE FROM session WHERE created_us <= $1 OR seen_us <= $2";
}

/// How long one may stay signed in (AU-4). An installation can make it shorter, never longer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SessionLimits {
    /// Without a request for this long, one must sign in again.
    idle: SignedDuration,
    /// However busy: this long after signing in, one must do it again.
    length: SignedDuration,
}

impl Default for SessionLimits {
    fn default() -> SessionLimits {
        SessionLimits { idle: SignedDuration::from_mins(30), length: SignedDuration::from_hours(10) }
    }
}

impl SessionLimits {
    /// These limits, where they are not longer than the default ones.
    pub fn at_most(idle_minutes: u32, length_hours: u32) -> SessionLimits {
        let most = SessionLimits::default();
        SessionLimits {
            idle: most.idle.min(SignedDuration::from_mins(idle_minutes.into())),
            length: most.length.min(SignedDuration::from_hours(length_hours.into())),
        }
    }

    /// A clock that has been set back ends sessions rather than lengthening them.
    fn admit(self, session: &Session, now: Now) -> bool {
        let since = |instant: Timestamp| now.instant.duration_since(instant);
        let (age, silence) = (since(session.created), since(session.seen));
        age < self.length && silence < self.idle && silence > -SEEN_STEP
    }
}

/// Names a session to its owner without being the key to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct SessionId(pub Uuid);

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    pub id: SessionId,
    pub seat: SeatId,
    /// Roughly what was used to sign in: "Firefox, Windows".
    pub device: String,
    pub created: Timestamp,
    /// The last request, to the minute.
    pub seen: Timestamp,
}

/// Somebody who has signed in and still may.
#[derive(Clone, PartialEq, Eq)]
pub struct SignedIn {
    pub session: SessionId,
    pub actor: Actor,
    pub seat: SeatRow,
    pub name: String,
}

impl Store {
    /// Signs a person in to a seat. The browser gets a token it has never had; the session it had before
    /// (`former`) ends. `device` is shown to the person among the own sessions.
    ///
    /// `None` if the seat is another's or not valid today.
    pub async fn sign_in(
        &self,
        person: PersonId,
        seat: SeatId,
        device: String,
        former: Option<Token>,
        now: Now,
    ) -> Result<Option<Token>, Error> {
        let (token, id) = (Token::random()?, keys::opaque()?);
        let (hash, limits) = (token.hash(), self.sessions);
        let sign_in = move |tx: &mut Tx| {
            if let Some(former) = &former {
                end(tx, former)?;
            }
            end_expired(tx, limits, now)?;
            let seat = seat::get(tx, seat)?.map(|seated| seated.seat);
            let Some(seat) = seat.filter(|seat| seat.person == person && seat.is_valid(now.today())) else {
                return Ok(false);
            };
            let (at, owner) = (V::instant(now.instant), V::Id(person.0));
            let values = [V::Id(id), V::Blob(&hash), owner, V::Id(seat.id.0), V::Text(&device), at, at];
            tx.exec(&PUT, &values)?;
            let asked = Asked { actor: seat.into(), action: "sign_in", process: None, now };
            access::put(tx, &asked.access(Outcome::Granted)?)?;
            Ok(true)
        };
        Ok(self.db.write(sign_in).await?.then_some(token))
    }

    /// Whom the token speaks for: nobody if it is unknown, has expired, or the seat has ended.
    pub async fn signed_in(&self, token: &Token, now: Now) -> Result<Option<SignedIn>, Error> {
        let (hash, moment) = (token.hash(), self.db.moment());
        let found = self.db.read(move |tx| {
            let Some(session) = tx.one(&BY_TOKEN, &[V::Blob(&hash)], session)? else { return Ok(None) };
            Ok(seat::get(tx, session.seat)?.map(|seated| (session, seated)))
        });
        let Some((session, SeatedPerson { seat, name })) = found.await? else { return Ok(None) };
        if !self.sessions.admit(&session, now) || !seat.is_valid(now.today()) {
            return Ok(None);
        }
        if let Some(flight) = Flight::current() {
            let keys = [Key::Session(session.id.0), Key::Seat(seat.id.0), Key::Person(seat.person.0)];
            flight.is_in_session(&keys, moment);
        }
        if now.instant.duration_since(session.seen) >= SEEN_STEP {
            let seen = V::instant(now.instant);
            self.db.write(move |tx| tx.note(&SEEN, &[seen, V::Id(session.id.0), seen])).await?;
        }
        Ok(Some(SignedIn { session: session.id, actor: seat.into(), seat, name }))
    }

    pub async fn sign_out(&self, token: &Token) -> Result<(), Error> {
        let token = token.clone();
        Ok(self.db.write(move |tx| end(tx, &token)).await?)
    }

    /// One's own sessions, the eldest first.
    pub async fn sessions_of(&self, person: PersonId, now: Now) -> Result<Vec<Session>, Error> {
        let mut sessions = self.db.read(move |tx| tx.rows(&OF_PERSON, &[V::Id(person.0)], session)).await?;
        sessions.retain(|session| self.sessions.admit(session, now));
        Ok(sessions)
    }

    /// Ends one of one's own sessions. False if there is no such session of that person.
    pub async fn end_session(&self, person: PersonId, id: SessionId) -> Result<bool, Error> {
        let end = move |tx: &mut Tx| {
            tx.changes(Key::Session(id.0));
            tx.exec(&END_OWN, &[V::Id(id.0), V::Id(person.0)])
        };
        Ok(self.db.write(end).await? > 0)
    }
}

fn end(tx: &mut Tx, token: &Token) -> Result<()> {
    let hash = token.hash();
    if let Some(session) = tx.one(&BY_TOKEN, &[V::Blob(&hash)], session)? {
        tx.changes(Key::Session(session.id.0));
        tx.exec(&END_BY_TOKEN, &[V::Blob(&hash)])?;
    }
    Ok(())
}

pub(crate) fn end_in_seat(tx: &mut Tx, seat: SeatId) -> Result<()> {
    tx.changes(Key::Seat(seat.0));
    tx.exec(&END_IN_SEAT, &[V::Id(seat.0)])?;
    Ok(())
}

pub(crate) fn end_all_of(tx: &mut Tx, person: PersonId) -> Result<()> {
    tx.changes(Key::Person(person.0));
    tx.exec(&END_ALL_OF, &[V::Id(person.0)])?;
    Ok(())
}

/// Rows of sessions that can never be used again are not kept.
fn end_expired(tx: &mut Tx, limits: SessionLimits, now: Now) -> Result<()> {
    let before = |age: SignedDuration| {
        now.instant.checked_sub(age).map_err(|_| Fault::Unreadable("the clock is out of range"))
    };
    tx.exec(&END_EXPIRED, &[V::instant(before(limits.length)?), V::instant(before(limits.idle)?)])?;
    Ok(())
}

fn session(row: &crate::engine::Row) -> Result<Session> {
    Ok(Session {
        id: SessionId(row.id(0)?),
        seat: SeatId(row.id(1)?),
        device: row.text(2)?,
        created: row.instant(3)?,
        seen: row.instant(4)?,
    })
}
