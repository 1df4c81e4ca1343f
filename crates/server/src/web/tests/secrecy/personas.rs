//! Who is there around one process? Everybody with a tie to it, and of all others one of each kind.

use std::collections::BTreeMap;

use domain::{Process, UnitId};
use jiff::civil::Date;
use policy::{Actor, Facts, Seat, Standing};
use store::{SeatId, SeatRow};
use uuid::Uuid;

use super::ground::Ground;

/// Somebody who asks.
pub struct Persona {
    /// What kind of person this is to the process.
    pub kind: String,
    pub session: Session,
    pub tie: Tie,
    /// What their browser brings along; told once they have signed in.
    pub token: Option<String>,
}

/// How somebody comes to be recognised, or not to be.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Session {
    Seat(SeatRow),
    /// Nobody is signed in.
    None,
    /// A token that nobody was given.
    Unknown,
    /// The session has been ended by its owner.
    SignedOut(SeatRow),
    /// The seat has ended while somebody sat there.
    SeatEnded(SeatRow),
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Tie {
    /// The process concerns them.
    Standing,
    /// One thing only can be known of it: that it has ended (CON-11), that somebody is to be named (PID-4), what was
    /// disclosed on another ground (AC-10). For everything else it does not exist.
    Narrow,
    None,
}

impl Persona {
    fn new(kind: String, session: Session, tie: Tie) -> Persona {
        Persona { kind, session, tie, token: None }
    }

    /// Signs in, as far as this persona can.
    pub async fn arrive(&mut self, ground: &Ground) {
        let (store, now) = (&ground.app.store, ground.app.clock.now());
        self.token = match self.session {
            Session::Seat(row) => Some(ground.token(&row).await),
            Session::None => None,
            Session::Unknown => Some("5e".repeat(32)),
            Session::SignedOut(row) => {
                let token = ground.token(&row).await;
                store.sign_out(&token.parse().unwrap()).await.unwrap();
                Some(token)
            }
            Session::SeatEnded(row) => {
                // A seat of its own, so that the others keep theirs.
                let row = SeatRow { id: SeatId(Uuid::from_u128(0x5ea7)), ..row };
                store.put_seat(row).await.unwrap();
                let token = ground.token(&row).await;
                store.end_seat(row.id, now.today().yesterday().unwrap(), now).await.unwrap();
                Some(token)
            }
        };
    }

    /// The seat that they sit in, if they are let in at all.
    pub fn row(&self) -> Option<SeatRow> {
        match self.session {
            Session::Seat(row) => Some(row),
            Session::None | Session::Unknown | Session::SignedOut(_) | Session::SeatEnded(_) => None,
        }
    }

    pub fn seat(&self) -> Option<Seat> {
        self.row().map(|row| Actor::from(row).seat)
    }
}

/// Those who are asked as about this process. `seats` are all that there are.
pub fn around(process: &Process, seats: &[SeatRow], on: Date) -> Vec<Persona> {
    let mut tied = vec![];
    let mut others = BTreeMap::new();
    for row in seats {
        let actor = Actor::from(*row);
        let standing = Standing::of(Facts::of(actor, process, on), actor);
        let grounds: Vec<policy::Ground> = standing.grounds().collect();
        let session = Session::Seat(*row);
        if grounds.is_empty() {
            let kind = kind(*row, process);
            others.entry(kind.clone()).or_insert(Persona::new(kind, session, Tie::None));
        } else {
            let tie = if grounds.iter().all(is_narrow) { Tie::Narrow } else { Tie::Standing };
            tied.push(Persona::new(format!("{grounds:?}"), session, tie));
        }
    }
    let initiator =
        seats.iter().find(|row| tied.iter().any(|persona| persona.session == Session::Seat(**row)));
    let mut faulty = vec![Session::None, Session::Unknown];
    faulty.extend(initiator.into_iter().flat_map(|row| [Session::SignedOut(*row), Session::SeatEnded(*row)]));
    let word = |session: &Session| match session {
        Session::Seat(_) | Session::None => "nobody is signed in",
        Session::Unknown => "an unknown token",
        Session::SignedOut(_) => "signed out",
        Session::SeatEnded(_) => "the seat has ended",
    };
    let faulty =
        faulty.into_iter().map(|session| Persona::new(word(&session).to_owned(), session, Tie::None));
    tied.into_iter().chain(others.into_values()).chain(faulty).collect()
}

fn is_narrow(ground: &policy::Ground) -> bool {
    use policy::Ground::{DisclosedTo, Manager, TookPart};
    matches!(ground, TookPart(_) | Manager(_) | DisclosedTo(_))
}

/// What somebody without a tie is to the process all the same.
fn kind(row: SeatRow, process: &Process) -> String {
    let place = match row.unit {
        None => "",
        Some(unit) if unit == process.opening.unit => "in the initiator's unit",
        Some(unit) if process.has_left(unit) => "in a unit that has left",
        Some(unit) if process.deliveries.of(unit).is_some() => "in a called unit",
        Some(unit) if process.circle.get(unit).is_some() => "in a unit that is thought of",
        Some(_) => "in a unit elsewhere",
    };
    let inbox = if row.inbox { ", at the inbox" } else { "" };
    let custody = process.custody.guardians.iter().find(|guardian| guardian.person == row.person);
    let person = if row.person == process.opening.initiator {
        ", the initiator in another seat"
    } else if is_named(process, row) {
        ", a participant in another seat"
    } else if custody.is_some_and(|guardian| !guardian.legal) {
        ", looks after the child without custody"
    } else if custody.is_some() || row.person == process.child() {
        ", of the family, in another seat or too late"
    } else {
        ""
    };
    format!("{} {place}{inbox}{person}", row.role.word())
}

fn is_named(process: &Process, row: SeatRow) -> bool {
    let units: Vec<UnitId> = process.deliveries.iter().map(|(unit, _)| unit).collect();
    units.into_iter().any(|unit| process.deliveries.has_taken_part(unit, row.person))
}
