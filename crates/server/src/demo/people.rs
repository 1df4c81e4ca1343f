//! Who lives and works in the demo world? Fictional people, read from `data/demo-people.toml`.
//!
//! Ages are counted back from the demo's day, so that a child of 13 is 13 whenever the demo starts. Ids are
//! made from the keys in the file, so that the demo's story can name its people.

mod check;
#[cfg(test)]
mod tests;

use domain::{
    BodyId, PartyId, PersonId, TextId, UnitId,
    choice::ProtectionGrade,
    organisation::{Organisation, PrincipalCode},
    party::{Custody, CustodyForm, Guardian},
    personal_id::PersonalId,
    samba::Mandate,
};
use jiff::{Span, civil::Date};
use serde::Deserialize;
use sha2::{Digest, Sha256};
use store::{Person, Place, Role, SeatId, SeatRow};
use uuid::Uuid;

use super::beyond;
pub use check::PeopleFault;

/// Seats in the demo began this long ago.
const SEATED_SINCE_YEARS: i64 = 2;

/// Everybody in the demo world.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DemoPeople {
    pub staff: Vec<StaffEntry>,
    pub families: Vec<FamilyEntry>,
}

/// Somebody who works.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StaffEntry {
    pub key: String,
    pub name: String,
    /// Their trade: "kurator".
    pub who: String,
    pub phone: String,
    pub email: String,
    pub seats: Vec<SeatEntry>,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SeatEntry {
    pub role: RoleWord,
    pub unit: Option<UnitId>,
    /// Looks after the unit's function inbox.
    #[serde(default)]
    pub inbox: bool,
    /// Where a member of a body sits.
    pub place: Option<PlaceEntry>,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlaceEntry {
    pub body: BodyId,
    pub party: PartyId,
    pub mandate: Mandate,
}

/// The seats one can work in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RoleWord {
    Staff,
    Manager,
    Ambassador,
    Coordinator,
    SambaCoordinator,
    BodyMember,
    SteeringGroup,
    Administrator,
}

/// A child and those around it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FamilyEntry {
    pub key: String,
    /// How the family is called where one chooses whom to be.
    pub name: String,
    pub municipality: PrincipalCode,
    pub custody: CustodyForm,
    /// Placed outside the home under LVU.
    #[serde(default)]
    pub placed: bool,
    /// School or preschool, with class or group.
    pub school: String,
    /// Their situation, in a sentence.
    pub about: String,
    pub child: RelativeEntry,
    pub guardians: Vec<RelativeEntry>,
}

/// The child, a guardian, or somebody else who looks after the child.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RelativeEntry {
    pub key: String,
    pub name: String,
    /// "barnet", "mamma", "moster och vårdnadshavare".
    pub who: String,
    /// Years, months and days on the demo's day.
    pub age: [u16; 3],
    pub phone: Option<String>,
    pub address: Option<String>,
    /// A legal guardian; not read for the child.
    #[serde(default = "yes")]
    pub legal: bool,
    #[serde(default)]
    pub protected: bool,
    /// Has a coordination number instead of a personal number.
    #[serde(default)]
    pub coordination_number: bool,
    /// Languages, when it is not Swedish alone.
    pub speaks: Option<String>,
    #[serde(default)]
    pub needs_interpreter: bool,
    /// Small children do not sign in themselves.
    #[serde(default = "yes")]
    pub signs_in: bool,
}

/// That somebody looks after a child.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Guardianship {
    pub child: PersonId,
    pub guardian: PersonId,
    pub legal: bool,
}

/// The id of the person with a key.
pub fn person_id(key: &str) -> PersonId {
    PersonId(fixed_id("person", key))
}

impl DemoPeople {
    /// Reads and checks a file of people.
    ///
    /// # Errors
    /// The first fault found, with the key of the person or family it concerns.
    pub fn parse(text: &str, organisation: &Organisation) -> Result<DemoPeople, PeopleFault> {
        let people: DemoPeople =
            toml::from_str(text).map_err(|error| PeopleFault::Unreadable(error.to_string()))?;
        check::check(&people, organisation)?;
        Ok(people)
    }

    /// The people that are shipped with the program.
    ///
    /// # Errors
    /// When they do not fit the organisation, which another agreement area may have replaced.
    pub fn shipped(organisation: &Organisation) -> Result<DemoPeople, PeopleFault> {
        let mut people = DemoPeople::parse(include_str!("../../../../data/demo-people.toml"), organisation)?;
        people
            .families
            .extend(beyond::families().map_err(|error| PeopleFault::Unreadable(error.to_string()))?);
        Ok(people)
    }

    /// The register of persons on the demo's day.
    pub fn people(&self, today: Date) -> Vec<Person> {
        let staff = self.staff.iter().map(StaffEntry::person);
        let relatives = self.families.iter().flat_map(FamilyEntry::everybody).zip(0..);
        staff.chain(relatives.map(|(relative, number)| relative.person(today, number))).collect()
    }

    /// Who looks after whom.
    pub fn guardianships(&self) -> Vec<Guardianship> {
        let of_family = |family: &FamilyEntry| -> Vec<Guardianship> {
            let child = person_id(&family.child.key);
            let one = |guardian: &RelativeEntry| Guardianship {
                child,
                guardian: person_id(&guardian.key),
                legal: guardian.legal,
            };
            family.guardians.iter().map(one).collect()
        };
        self.families.iter().flat_map(of_family).collect()
    }

    /// Everybody's seats on the demo's day.
    pub fn seats(&self, today: Date) -> Vec<SeatRow> {
        let since = today.saturating_sub(Span::new().years(SEATED_SINCE_YEARS));
        let mut seats = vec![];
        for member in &self.staff {
            seats.extend(member.seats.iter().map(|entry| entry.row(&member.key, since)));
        }
        for relative in self.families.iter().flat_map(FamilyEntry::everybody) {
            seats.extend(relative.signs_in.then(|| row(&relative.key, Role::Family, None, false, since)));
        }
        seats
    }

    pub fn family(&self, key: &str) -> Option<&FamilyEntry> {
        self.families.iter().find(|family| family.key == key)
    }
}

impl FamilyEntry {
    /// The child first.
    pub fn everybody(&self) -> impl Iterator<Item = &RelativeEntry> {
        std::iter::once(&self.child).chain(&self.guardians)
    }

    /// Those whose identity is protected, as it is told when a process is opened.
    pub fn protected(&self) -> Vec<(PersonId, ProtectionGrade)> {
        let protected = self.everybody().filter(|relative| relative.protected);
        protected.map(|one| (person_id(&one.key), ProtectionGrade::ProtectedRegistration)).collect()
    }

    /// Custody as it is recorded when a process is opened.
    pub fn custody(&self, checked_on: Date, checked_how: TextId) -> Custody {
        let guardian = |entry: &RelativeEntry| Guardian { person: person_id(&entry.key), legal: entry.legal };
        Custody {
            form: self.custody,
            guardians: self.guardians.iter().map(guardian).collect(),
            checked_on,
            checked_how,
            placed: self.placed,
        }
    }
}

impl StaffEntry {
    pub fn person(&self) -> Person {
        Person {
            id: person_id(&self.key),
            name: self.name.clone(),
            born: None,
            personal_id: None,
            phone: Some(self.phone.clone()),
            email: Some(self.email.clone()),
            address: None,
            protected: false,
        }
    }
}

impl RelativeEntry {
    /// The date of birth that gives the age on the demo's day.
    pub fn born(&self, today: Date) -> Date {
        let [years, months, days] = self.age.map(i64::from);
        today.saturating_sub(Span::new().years(years).months(months).days(days))
    }

    /// The register's entry; `number` makes the fictional personal number a different one.
    pub fn person(&self, today: Date, number: u16) -> Person {
        let born = self.born(today);
        let personal_id = if self.coordination_number {
            PersonalId::fictional_coordination(born, number)
        } else {
            PersonalId::fictional(born, number)
        };
        Person {
            id: person_id(&self.key),
            name: self.name.clone(),
            born: Some(born),
            personal_id: Some(personal_id.digits()),
            phone: self.phone.clone(),
            email: None,
            address: self.address.clone(),
            protected: self.protected,
        }
    }
}

impl SeatEntry {
    fn row(&self, key: &str, since: Date) -> SeatRow {
        let seat = row(key, self.role.role(), self.unit, self.inbox, since);
        let Some(PlaceEntry { body, party, mandate }) = self.place else { return seat };
        let id = SeatId(fixed_id("seat", &format!("{key} {} {body} {party}", seat.role.word())));
        SeatRow { id, place: Some(Place { body, party, mandate }), ..seat }
    }
}

impl RoleWord {
    pub fn role(self) -> Role {
        match self {
            RoleWord::Staff => Role::Staff,
            RoleWord::Manager => Role::Manager,
            RoleWord::Ambassador => Role::Ambassador,
            RoleWord::Coordinator => Role::Coordinator,
            RoleWord::SambaCoordinator => Role::SambaCoordinator,
            RoleWord::BodyMember => Role::BodyMember,
            RoleWord::SteeringGroup => Role::SteeringGroup,
            RoleWord::Administrator => Role::Administrator,
        }
    }
}

fn row(key: &str, role: Role, unit: Option<UnitId>, inbox: bool, valid_from: Date) -> SeatRow {
    let place = unit.map(|unit| unit.to_string()).unwrap_or_default();
    let id = SeatId(fixed_id("seat", &format!("{key} {} {place}", role.word())));
    SeatRow { id, person: person_id(key), role, unit, inbox, valid_from, valid_to: None, place: None }
}

/// A fixed id for a name: the first half of its hash.
pub fn fixed_id(kind: &str, name: &str) -> Uuid {
    let hash = Sha256::digest(format!("farled demo {kind} {name}"));
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&hash[..16]);
    uuid::Builder::from_custom_bytes(bytes).into_uuid()
}

fn yes() -> bool {
    true
}
