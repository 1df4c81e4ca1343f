//! Who are the child and those around it, as they are typed when a process is opened?

use domain::{PersonId, choice::ProtectionGrade, party::Guardian, personal_id::PersonalId};
use jiff::civil::Date;
use store::{FamilyRequest, Person, Role, SeatId, SeatRow};

use crate::web::{
    app::App,
    case::{Case, random_uuid},
    error::WebError,
    form::{Fields, FormView, LINE_MAX},
};

/// How many people around a child can be named at once: two guardians, and somebody else it lives with.
pub const GUARDIANS_MAX: usize = 3;
/// What stands for no protection in the field.
pub const UNPROTECTED: &str = "none";
/// Whom the register protects without saying how strongly.
const UNMARKED: ProtectionGrade = ProtectionGrade::SecrecyMarking;
const PHONE_MAX: usize = 40;
const EMAIL_MAX: usize = 120;

/// Somebody the register knows already.
pub struct Known {
    pub person: Person,
    pub legal: bool,
    /// How strongly an earlier process protected the person.
    pub grade: Option<ProtectionGrade>,
    /// Whether the family itself has asked whoever opens, so that they may read how to reach it. What stands in the
    /// register may have been written in a process that is nothing to them (AC-13).
    pub asked: bool,
}

/// The fields about one person: their names begin with `prefix`.
pub struct Block {
    pub prefix: String,
    /// Its place among the known.
    index: usize,
    required: bool,
    child: bool,
}

/// A person as typed, with what the register knew.
pub struct Typed {
    pub person: Person,
    pub name: String,
    pub legal: bool,
    /// How strongly the register protects the person, where it does.
    grade: ProtectionGrade,
    valid_from: Date,
}

impl Block {
    pub const CHILD: Block = Block { prefix: String::new(), index: 0, required: true, child: true };

    pub fn guardians() -> impl Iterator<Item = Block> {
        (1..=GUARDIANS_MAX).map(|index| Block {
            prefix: format!("guardian-{index}-"),
            index,
            required: index == 1,
            child: false,
        })
    }

    fn field(&self, name: &str) -> String {
        if self.child { format!("child-{name}") } else { format!("{}{name}", self.prefix) }
    }
}

/// Fills in those who are known.
pub fn fill(form: FormView, known: &[Known]) -> FormView {
    let blocks = std::iter::once(Block::CHILD).chain(Block::guardians());
    blocks.zip(known).fold(form, |form, (block, Known { person, legal, grade, asked })| {
        let told = |way: &Option<String>| way.clone().filter(|_| *asked).unwrap_or_default();
        let number = person.personal_id.as_deref().and_then(|number| number.parse::<PersonalId>().ok());
        let form = form
            .with(&block.field("name"), person.name.clone())
            .with(&block.field("number"), number.map_or_else(String::new, |number| number.whole()))
            .with(&block.field("phone"), told(&person.phone))
            .with(&block.field("email"), told(&person.email));
        let form = if *legal { form.with(&block.field("legal"), "yes") } else { form };
        let grade = if person.protected { grade.unwrap_or(UNMARKED).word() } else { UNPROTECTED };
        form.with(&block.field("grade"), grade)
    })
}

/// One person as typed; `None` for an empty block, or when something was wrong with it. `others` are those who stand
/// in the form before: whoever stands there twice is one person, whether the register knows of them or not. Otherwise
/// the refusal of a child who is its own guardian would tell which of the two it is (AC-13).
pub async fn read(
    app: &App,
    known: &[Known],
    fields: &mut Fields,
    block: &Block,
    others: &[&Typed],
) -> Result<Option<Typed>, WebError> {
    let (name_field, number_field) = (block.field("name"), block.field("number"));
    let empty = fields.raw(&name_field).trim().is_empty() && fields.raw(&number_field).trim().is_empty();
    if empty && !block.required {
        return Ok(None);
    }
    let name = fields.text(&name_field, LINE_MAX);
    let number = read_number(fields, &number_field, block.child);
    let phone = if block.child { None } else { fields.text_if_any(&block.field("phone"), PHONE_MAX) };
    let email = if block.child { None } else { fields.text_if_any(&block.field("email"), EMAIL_MAX) };
    let Some(name) = name else { return Ok(None) };
    let mut person = match known.get(block.index).filter(|known| known.is_meant(number, &name)) {
        Some(Known { person, asked: true, .. }) => {
            let (phone, email) = (phone.or(person.phone.clone()), email.or(person.email.clone()));
            Person { name: name.clone(), phone, email, ..person.clone() }
        }
        // What was not shown is not written over by what was typed instead.
        Some(Known { person, asked: false, .. }) => {
            let (phone, email) = (person.phone.clone().or(phone), person.email.clone().or(email));
            Person { phone, email, ..person.clone() }
        }
        None => match twice(others, number, &name).or(registered(app, number, &name).await?) {
            // What another process keeps is not written over by somebody to whom that process is nothing (AC-13).
            Some(found) => Person { phone: found.phone.or(phone), email: found.email.or(email), ..found },
            None => Person { phone, email, ..newcomer(&name)? },
        },
    };
    if let Some(number) = number {
        person.born = person.born.or(number.born());
        person.personal_id = person.personal_id.or(Some(number.digits()));
    }
    let chosen = chosen_grade(fields, &block.field("grade"));
    person.protected |= chosen.is_some();
    let legal = fields.ticked(&block.field("legal"));
    let grade = chosen.unwrap_or(UNMARKED);
    Ok(Some(Typed { person, name, legal, grade, valid_from: app.clock.now().today() }))
}

/// How strongly somebody is protected, as it was chosen; nothing for somebody who is not.
fn chosen_grade(fields: &mut Fields, name: &str) -> Option<ProtectionGrade> {
    let grades = ProtectionGrade::ALL.iter().map(|grade| (grade.word(), Some(*grade)));
    let choices: Vec<_> = std::iter::once((UNPROTECTED, None)).chain(grades).collect();
    fields.choice_if_any(name, &choices).flatten()
}

/// A child's number is needed, because its age decides who signs; others' only tells namesakes apart.
fn read_number(fields: &mut Fields, name: &str, needed: bool) -> Option<PersonalId> {
    let text = if needed { fields.text(name, LINE_MAX) } else { fields.text_if_any(name, LINE_MAX) }?;
    match text.parse::<PersonalId>() {
        Ok(number) if needed && number.born().is_none() => {
            fields.fault_with(name, "opening-number-without-birthday");
            None
        }
        Ok(number) => Some(number),
        Err(fault) => {
            fields.fault_with(name, &format!("fault-{}", fault.key()));
            None
        }
    }
}

/// Who stands in the same form already, with this number and this name.
fn twice(others: &[&Typed], number: Option<PersonalId>, name: &str) -> Option<Person> {
    let digits = number?.digits();
    let mut people = others.iter().map(|typed| &typed.person);
    people.find(|one| one.personal_id.as_ref() == Some(&digits) && one.name == name).cloned()
}

/// The registered person with this number and this name, to the letter. A number with another name tells nothing:
/// neither that somebody is registered under it, nor who, nor how the name is written there (AC-13).
async fn registered(app: &App, number: Option<PersonalId>, name: &str) -> Result<Option<Person>, WebError> {
    let Some(number) = number else { return Ok(None) };
    let found = app.store.people_by_personal_id(number.digits()).await?;
    Ok(found.into_iter().find(|person| person.name == name))
}

/// Names differ by more than capitals and spaces.
fn alike(one: &str, other: &str) -> bool {
    let plain = |name: &str| name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    plain(one) == plain(other)
}

impl Known {
    /// Whether what was typed is still about this person. The block may have been written over: somebody else
    /// must not come to stand under the rights of whoever stood there before (CON-13).
    fn is_meant(&self, number: Option<PersonalId>, name: &str) -> bool {
        match (number.map(|number| number.digits()), &self.person.personal_id) {
            (Some(typed), Some(known)) => typed == *known,
            (Some(_) | None, _) => alike(&self.person.name, name),
        }
    }
}

fn newcomer(name: &str) -> Result<Person, WebError> {
    Ok(Person {
        id: PersonId(random_uuid()?),
        name: name.to_owned(),
        born: None,
        personal_id: None,
        phone: None,
        email: None,
        address: None,
        protected: false,
    })
}

/// The child that a request is about, and those who look after it.
pub async fn of_request(app: &App, request: &FamilyRequest) -> Result<Vec<Known>, WebError> {
    let mut known = vec![];
    let child = app.store.person(request.child).await?;
    known.extend(child.map(|person| Known { person, legal: false, grade: None, asked: true }));
    for guardian in app.store.guardians_of(request.child).await?.into_iter().take(GUARDIANS_MAX) {
        let person = app.store.person(guardian.person).await?;
        let legal = guardian.legal;
        known.extend(person.map(|person| Known { person, legal, grade: None, asked: true }));
    }
    Ok(known)
}

/// Those whom an earlier process was about.
pub fn of_process(case: &Case) -> Vec<Known> {
    let custody = &case.process.custody;
    let guardians = custody.guardians.iter().map(|guardian| (guardian.person, guardian.legal));
    let everyone = std::iter::once((case.process.child(), false)).chain(guardians.take(GUARDIANS_MAX));
    everyone
        .filter_map(|(person, legal)| {
            Some(Known {
                person: case.person(person)?.clone(),
                legal,
                grade: case.process.protection.people.get(&person).copied(),
                asked: false,
            })
        })
        .collect()
}

impl Typed {
    pub fn id(&self) -> PersonId {
        self.person.id
    }

    /// The mark, if it is on.
    pub fn protection(&self) -> Option<(PersonId, ProtectionGrade)> {
        self.person.protected.then_some((self.person.id, self.grade))
    }

    pub fn born(&self) -> Option<Date> {
        self.person.born
    }

    pub fn guardian(&self) -> Guardian {
        Guardian { person: self.person.id, legal: self.legal }
    }

    /// A seat as family, unless there is one: without it nobody can read or sign what concerns them.
    pub async fn seat(&self, app: &App) -> Result<Option<SeatRow>, WebError> {
        let seats = app.store.seats_of(self.person.id).await?;
        if seats.iter().any(|seat| seat.role == Role::Family && seat.is_valid(self.valid_from)) {
            return Ok(None);
        }
        Ok(Some(SeatRow {
            id: SeatId(random_uuid()?),
            person: self.person.id,
            role: Role::Family,
            unit: None,
            inbox: false,
            valid_from: self.valid_from,
            valid_to: None,
            place: None,
        }))
    }
}
