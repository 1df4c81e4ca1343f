//! In which capacities may a person act?

use crate::{
    Error, Store,
    engine::{Fault, Result, Row, Tx, V, statements},
};
use domain::{
    ids::{BodyId, PartyId, PersonId, UnitId},
    now::Now,
    samba::Mandate,
};
use jiff::civil::Date;
use policy::{Actor, Seat};
use uuid::Uuid;

statements! {
    PUT = "INSERT INTO seat (seat_id, person_id, role, unit_id, inbox, valid_from, valid_to, body_id, party_id, \
                             mandate) \
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    GET = "SELECT s.seat_id, s.person_id, s.role, s.unit_id, s.inbox, s.valid_from, s.valid_to, s.body_id, \
                  s.party_id, s.mandate, p.name \
           FROM seat s JOIN person p ON p.person_id = s.person_id WHERE s.seat_id = $1";
    OF_PERSON = "SELECT seat_id, person_id, role, unit_id, inbox, valid_from, valid_to, body_id, party_id, mandate \
                 FROM seat WHERE person_id = $1 ORDER BY valid_from, seat_id";
    OF_UNIT = "SELECT s.seat_id, s.person_id, s.role, s.unit_id, s.inbox, s.valid_from, s.valid_to, s.body_id, \
                      s.party_id, s.mandate, p.name \
               FROM seat s JOIN person p ON p.person_id = s.person_id \
               WHERE s.unit_id = $1 AND s.valid_from <= $2 AND (s.valid_to IS NULL OR s.valid_to >= $3) \
               ORDER BY s.seat_id";
    ALL_SEATS = "SELECT s.seat_id, s.person_id, s.role, s.unit_id, s.inbox, s.valid_from, s.valid_to, s.body_id, \
                        s.party_id, s.mandate, p.name \
                 FROM seat s JOIN person p ON p.person_id = s.person_id \
                 WHERE s.valid_from <= $1 AND (s.valid_to IS NULL OR s.valid_to >= $2) \
                 ORDER BY s.seat_id LIMIT $3";
    END = "UPDATE seat SET valid_to = $1 WHERE seat_id = $2";
}

const WHOLE: &str = "a seat in a unit names it, one in a body names its place there, and no other seat does";

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct SeatId(pub Uuid);

/// What a seat is for. Which acts it allows is the policy's affair.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// Child or guardian.
    Family,
    Staff,
    /// Enhetschef.
    Manager,
    /// Lotsambassadör.
    Ambassador,
    /// Lotssamordnare.
    Coordinator,
    /// Sambasamordnare.
    SambaCoordinator,
    /// Ledamot eller ersättare i Samarbetsrådet eller Samba.
    BodyMember,
    /// Styrgrupp.
    SteeringGroup,
    Administrator,
}

impl Role {
    pub const ALL: [Role; 9] = [
        Role::Family,
        Role::Staff,
        Role::Manager,
        Role::Ambassador,
        Role::Coordinator,
        Role::SambaCoordinator,
        Role::BodyMember,
        Role::SteeringGroup,
        Role::Administrator,
    ];

    /// The stored word, also the key of its name in the language files.
    pub fn word(self) -> &'static str {
        match self {
            Role::Family => "family",
            Role::Staff => "staff",
            Role::Manager => "manager",
            Role::Ambassador => "ambassador",
            Role::Coordinator => "coordinator",
            Role::SambaCoordinator => "samba_coordinator",
            Role::BodyMember => "body_member",
            Role::SteeringGroup => "steering_group",
            Role::Administrator => "administrator",
        }
    }

    pub fn from_word(word: &str) -> Option<Role> {
        Role::ALL.into_iter().find(|role| role.word() == word)
    }

    /// Whether the seat is in a unit.
    pub fn is_in_unit(self) -> bool {
        match self {
            Role::Staff | Role::Manager | Role::Ambassador => true,
            Role::Family
            | Role::Coordinator
            | Role::SambaCoordinator
            | Role::BodyMember
            | Role::SteeringGroup
            | Role::Administrator => false,
        }
    }
}

/// A person's place, from one day to another.
///
/// **Invariant:** the seat names a unit exactly when its role is in one, and a place in a body exactly when its role is
/// that of a member; nothing else is stored or read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SeatRow {
    pub id: SeatId,
    pub person: PersonId,
    pub role: Role,
    pub unit: Option<UnitId>,
    /// Looks after the unit's function inbox, where summonses arrive.
    pub inbox: bool,
    pub valid_from: Date,
    /// The last day, if it is known.
    pub valid_to: Option<Date>,
    pub place: Option<Place>,
}

/// Where a member sits, and for what he or she may sign there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    pub body: BodyId,
    pub party: PartyId,
    pub mandate: Mandate,
}

impl SeatRow {
    fn is_whole(&self) -> bool {
        self.role.is_in_unit() == self.unit.is_some()
            && (self.role == Role::BodyMember) == self.place.is_some()
    }

    pub fn is_valid(&self, today: Date) -> bool {
        self.valid_from <= today && self.valid_to.is_none_or(|last| today <= last)
    }
}

/// How the policy sees the seat.
impl From<SeatRow> for Actor {
    fn from(row: SeatRow) -> Actor {
        if let (Role::BodyMember, Some(Place { body, party, mandate })) = (row.role, row.place) {
            return Actor { person: row.person, seat: Seat::BodyMember { body, party, mandate } };
        }
        let seat = match (row.role, row.unit) {
            (Role::Staff, Some(unit)) => Seat::Staff { unit, inbox: row.inbox },
            (Role::Manager, Some(unit)) => Seat::Manager { unit },
            (Role::Ambassador, Some(unit)) => Seat::Ambassador { unit },
            (Role::Coordinator, _) => Seat::Coordinator,
            (Role::SambaCoordinator, _) => Seat::SambaCoordinator,
            (Role::SteeringGroup, _) => Seat::SteeringGroup,
            (Role::Administrator, _) => Seat::Administrator,
            // The weakest seat, for what cannot be stored: a seat in a unit or a body that names none.
            (Role::Family | Role::Staff | Role::Manager | Role::Ambassador | Role::BodyMember, _) => {
                Seat::Family
            }
        };
        Actor { person: row.person, seat }
    }
}

/// A seat and the name of who sits there.
#[derive(Clone, PartialEq, Eq)]
pub struct SeatedPerson {
    pub seat: SeatRow,
    pub name: String,
}

impl Store {
    /// Gives a person a seat. The seat's id is the caller's to make.
    pub async fn put_seat(&self, seat: SeatRow) -> Result<(), Error> {
        Ok(self.db.write(move |tx| put(tx, &seat)).await?)
    }

    pub async fn seats_of(&self, person: PersonId) -> Result<Vec<SeatRow>, Error> {
        Ok(self.db.read(move |tx| tx.rows(&OF_PERSON, &[V::Id(person.0)], seat)).await?)
    }

    /// Everyone with a seat in the unit on that day.
    pub async fn seats_in(&self, unit: UnitId, today: Date) -> Result<Vec<SeatedPerson>, Error> {
        let today = today.to_string();
        let values = move |tx: &mut Tx| {
            tx.rows(&OF_UNIT, &[V::Int(unit.0.into()), V::Text(&today), V::Text(&today)], seated)
        };
        Ok(self.db.read(values).await?)
    }

    /// At most `limit` seats that are valid on that day: what the demo offers to choose among.
    pub async fn seats_on(&self, today: Date, limit: u32) -> Result<Vec<SeatedPerson>, Error> {
        let today = today.to_string();
        let values = move |tx: &mut Tx| {
            tx.rows(&ALL_SEATS, &[V::Text(&today), V::Text(&today), V::Int(limit.into())], seated)
        };
        Ok(self.db.read(values).await?)
    }

    /// Lets a seat end with `last_day`; if that day has passed, its sessions end with it (AU-4).
    pub async fn end_seat(&self, id: SeatId, last_day: Date, now: Now) -> Result<(), Error> {
        let end = move |tx: &mut Tx| {
            let last = last_day.to_string();
            tx.exec(&END, &[V::Text(&last), V::Id(id.0)])?;
            if last_day < now.today() {
                crate::session::end_in_seat(tx, id)?;
            }
            Ok(())
        };
        Ok(self.db.write(end).await?)
    }
}

pub(crate) fn put(tx: &mut Tx, seat: &SeatRow) -> Result<()> {
    if !seat.is_whole() {
        return Err(Fault::Unreadable(WHOLE));
    }
    let from = seat.valid_from.to_string();
    let to = seat.valid_to.map(|last| last.to_string());
    tx.exec(
        &PUT,
        &[
            V::Id(seat.id.0),
            V::Id(seat.person.0),
            V::Text(seat.role.word()),
            V::OptInt(seat.unit.map(|unit| unit.0.into())),
            V::flag(seat.inbox),
            V::Text(&from),
            V::OptText(to.as_deref()),
            V::OptInt(seat.place.map(|place| place.body.0.into())),
            V::OptInt(seat.place.map(|place| place.party.0.into())),
            V::OptText(seat.place.map(|place| place.mandate.word())),
        ],
    )?;
    Ok(())
}

pub(crate) fn get(tx: &mut Tx, id: SeatId) -> Result<Option<SeatedPerson>> {
    tx.one(&GET, &[V::Id(id.0)], seated)
}

fn seated(row: &Row) -> Result<SeatedPerson> {
    Ok(SeatedPerson { seat: seat(row)?, name: row.text(10)? })
}

fn seat(row: &Row) -> Result<SeatRow> {
    let seat = SeatRow {
        id: SeatId(row.id(0)?),
        person: PersonId(row.id(1)?),
        role: Role::from_word(row.str(2)?).ok_or(Fault::Unreadable("unknown role"))?,
        unit: row.opt_number(3)?.map(UnitId),
        inbox: row.flag(4)?,
        valid_from: row.date(5)?,
        valid_to: row.opt_date(6)?,
        place: place(row)?,
    };
    if seat.is_whole() { Ok(seat) } else { Err(Fault::Unreadable(WHOLE)) }
}

fn place(row: &Row) -> Result<Option<Place>> {
    let (Some(body), Some(party)) = (row.opt_number(7)?, row.opt_number(8)?) else { return Ok(None) };
    let mandate = row.opt_str(9)?.and_then(Mandate::from_word);
    let mandate = mandate.ok_or(Fault::Unreadable("unknown mandate"))?;
    Ok(Some(Place { body: BodyId(body), party: PartyId(party), mandate }))
}
