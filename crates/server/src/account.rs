//! How does a person get an account where there is no other identity?
//!
//! From the command line of the server, by whoever runs it: a person, one seat from today, and a password made
//! here and shown once. Another kind of identity replaces this.

use domain::{PersonId, UnitId};
use store::{Account, Person, Role, SeatId, SeatRow, Store};
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
}

/// Why there is no account now.
#[derive(Debug, thiserror::Error)]
pub enum AccountFault {
    #[error("a {0} sits in a unit: say which with --unit")]
    UnitMissing(&'static str),
    #[error("a {0} sits in no unit")]
    UnitNotWanted(&'static str),
    #[error("there is an account with that name already")]
    NameTaken,
    #[error("no randomness: {0}")]
    Randomness(#[from] getrandom::Error),
    #[error(transparent)]
    Hash(#[from] password::HashFault),
    #[error("the database: {0}")]
    Store(#[from] store::Error),
}

/// Registers the person, the seat and the account; answers the password, which is kept nowhere.
pub async fn open(store: &Store, clock: &Clock, newcomer: Newcomer) -> Result<String, AccountFault> {
    let Newcomer { username, name, role, unit, inbox } = newcomer;
    match (role.is_in_unit(), unit) {
        (true, None) => return Err(AccountFault::UnitMissing(role.word())),
        (false, Some(_)) => return Err(AccountFault::UnitNotWanted(role.word())),
        (true, Some(_)) | (false, None) => {}
    }
    if store.account(&username).await?.is_some() {
        return Err(AccountFault::NameTaken);
    }
    let (password, now) = (new_password()?, clock.now());
    let id = PersonId(random_id()?);
    let (born, personal_id, phone, email, address) = (None, None, None, None, None);
    store.put_person(Person { id, name, born, personal_id, phone, email, address, protected: false }).await?;
    let seat = SeatId(random_id()?);
    let valid_from = now.today();
    store.put_seat(SeatRow { id: seat, person: id, role, unit, inbox, valid_from, valid_to: None }).await?;
    let password_hash = password::hash(&password)?;
    store.put_account(Account { username, person: id, password_hash }, now).await?;
    Ok(password)
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
