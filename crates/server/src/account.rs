//! How does a person get an account where there is no other identity?
//!
//! From the command line of the server, by whoever runs it: a person, one seat from today, and a password made
//! here and shown once. A child or a guardian whom a professional has registered is found by personal number.
//! Another kind of identity replaces this.

use domain::{PersonId, UnitId, personal_id::PersonalId};
use jiff::ToSpan as _;
use store::{Account, Person, Place, Role, SeatId, SeatRow, Store};
use uuid::{Builder, Uuid};

use crate::{clock::Clock, web::password};

/// Whom the account is for.
#[derive(Debug, Clone)]
pub struct Newcomer {
    pub username: String,
    pub name: String,
    pub role: Role,
    /// For seats in a unit, and for those alone.
    pub unit: Option<UnitId>,
    pub inbox: bool,
    /// For members of a body, and for those alone.
    pub place: Option<Place>,
    /// Of somebody who is registered already: a child, a guardian.
    pub number: Option<PersonalId>,
}

/// Why there is no account now.
#[derive(Debug, thiserror::Error)]
pub enum AccountFault {
    #[error("a {0} sits in a unit: say which with --unit")]
    UnitMissing(&'static str),
    #[error("a {0} sits in no unit")]
    UnitNotWanted(&'static str),
    #[error("a member of a body sits there for a party: say --body, --party and --mandate")]
    PlaceMissing,
    #[error("a {0} sits in no body")]
    PlaceNotWanted(&'static str),
    #[error("there is an account with that name already")]
    NameTaken,
    #[error("nobody is registered with that name and personal number")]
    NotRegistered,
    #[error("there is no account with that name")]
    NoAccount,
    #[error("the calendar does not reach that far")]
    Date(#[from] jiff::Error),
    #[error("no randomness: {0}")]
    Randomness(#[from] getrandom::Error),
    #[error(transparent)]
    Hash(#[from] password::HashFault),
    #[error("the database: {0}")]
    Store(#[from] store::Error),
}

/// Registers the person, the seat and the account; answers the password, which is kept nowhere.
pub async fn open(store: &Store, clock: &Clock, newcomer: Newcomer) -> Result<String, AccountFault> {
    let Newcomer { username, name, role, unit, inbox, place, number } = newcomer;
    match (role.is_in_unit(), unit) {
        (true, None) => return Err(AccountFault::UnitMissing(role.word())),
        (false, Some(_)) => return Err(AccountFault::UnitNotWanted(role.word())),
        (true, Some(_)) | (false, None) => {}
    }
    match (role == Role::BodyMember, place) {
        (true, None) => return Err(AccountFault::PlaceMissing),
        (false, Some(_)) => return Err(AccountFault::PlaceNotWanted(role.word())),
        (true, Some(_)) | (false, None) => {}
    }
    if store.account(&username).await?.is_some() {
        return Err(AccountFault::NameTaken);
    }
    let (password, now) = (new_password()?, clock.now());
    let registered = match number {
        Some(number) => Some(registered(store, number, &name).await?),
        None => None,
    };
    let newcomer = match registered {
        Some(_) => None,
        None => Some(stranger(name)?),
    };
    let Some(person) = registered.or(newcomer.as_ref().map(|person| person.id)) else {
        return Err(AccountFault::NotRegistered);
    };
    let today = now.today();
    let seats = store.seats_of(person).await?;
    let is_there = |seat: &SeatRow| seat.role == role && seat.unit == unit && seat.place == place;
    let seated = seats.iter().any(|seat| is_there(seat) && seat.is_valid(today));
    let (valid_from, valid_to) = (today, None);
    let seat = SeatRow { id: SeatId(random_id()?), person, role, unit, inbox, valid_from, valid_to, place };
    let account = Account { username, person, password_hash: password::hash(&password)? };
    store.enrol(newcomer, Some(seat).filter(|_| !seated), account, now).await?;
    Ok(password)
}

/// Gives whoever has the account a new password, which is kept nowhere. Every session ends.
pub async fn renew(store: &Store, clock: &Clock, username: &str) -> Result<String, AccountFault> {
    let account = store.account(username).await?.ok_or(AccountFault::NoAccount)?;
    let password = new_password()?;
    let password_hash = password::hash(&password)?;
    store.put_account(Account { password_hash, ..account }, clock.now()).await?;
    Ok(password)
}

/// The assignment has ended: every seat of the person's ends with yesterday, and every session now (AU-4).
/// Answers how many seats there were.
pub async fn leave(store: &Store, clock: &Clock, username: &str) -> Result<usize, AccountFault> {
    let account = store.account(username).await?.ok_or(AccountFault::NoAccount)?;
    let (now, today) = (clock.now(), clock.now().today());
    let yesterday = today.checked_sub(1.day())?;
    let seats = store.seats_of(account.person).await?;
    let open: Vec<_> = seats.iter().filter(|seat| seat.is_valid(today)).collect();
    for seat in &open {
        store.end_seat(seat.id, yesterday, now).await?;
    }
    Ok(open.len())
}

async fn registered(store: &Store, number: PersonalId, name: &str) -> Result<PersonId, AccountFault> {
    let plain = |name: &str| name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let found = store.people_by_personal_id(number.digits()).await?.into_iter();
    let mut alike = found.filter(|person| plain(&person.name) == plain(name));
    alike.next().map(|person| person.id).ok_or(AccountFault::NotRegistered)
}

fn stranger(name: String) -> Result<Person, AccountFault> {
    let id = PersonId(random_id()?);
    let (born, personal_id, phone, email, address) = (None, None, None, None, None);
    Ok(Person { id, name, born, personal_id, phone, email, address, protected: false })
}

/// Twenty letters and digits that are hard to mistake for one another, in groups of five: 100 bits.
fn new_password() -> Result<String, getrandom::Error> {
    const LETTERS: &[u8; 32] = b"abcdefghjkmnpqrstuvwxyz023456789";
    let mut bytes = [0; 20];
    getrandom::fill(&mut bytes)?;
    let letters: Vec<char> = bytes.iter().map(|byte| char::from(LETTERS[usize::from(byte % 32)])).collect();
    Ok(letters.chunks(5).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join("-"))
}

fn random_id() -> Result<Uuid, getrandom::Error> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes)?;
    Ok(Builder::from_random_bytes(bytes).into_uuid())
}
