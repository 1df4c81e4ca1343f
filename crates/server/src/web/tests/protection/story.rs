//! Who names people, and who reads beside those who write?

use domain::{PersonId, UnitId};
use jiff::civil::date;
use store::{Person, Role, SeatId, SeatRow};
use uuid::Uuid;

use super::super::{
    client::{Client, Reply},
    family::story::{ELIN, Story},
    world::{BUP, COUNSELLOR, SCHOOL, Someone},
};

/// Looks after the inbox of child psychiatry.
pub const SECRETARY: Someone = someone(7);
/// Works with the counsellor.
pub const COLLEAGUE: Someone = someone(8);
pub const HEAD_OF_BUP: Someone = someone(9);
pub const HEAD_OF_SCHOOL: Someone = someone(10);

const fn someone(number: u128) -> Someone {
    Someone { person: PersonId(Uuid::from_u128(number)), seat: SeatId(Uuid::from_u128(0x50 + number)) }
}

/// The units' people around a family.
pub async fn staffed(story: Story) -> Story {
    let all: [(Someone, &str, Role, UnitId, bool); 4] = [
        (SECRETARY, "Eva Sten", Role::Staff, BUP, true),
        (COLLEAGUE, "Ida Norén", Role::Staff, SCHOOL, false),
        (HEAD_OF_BUP, "Bo Alm", Role::Manager, BUP, false),
        (HEAD_OF_SCHOOL, "Mia Dal", Role::Manager, SCHOOL, false),
    ];
    let store = &story.world.app.store;
    for (who, name, role, unit, inbox) in all {
        let (id, name) = (who.person, name.to_owned());
        let (born, personal_id, phone, email, address) = (None, None, None, None, None);
        let person = Person { id, name, born, personal_id, phone, email, address, protected: false };
        store.put_person(person).await.unwrap();
        let (valid_from, valid_to) = (date(2026, 1, 1), None);
        let seat = SeatRow {
            id: who.seat,
            person: id,
            role,
            unit: Some(unit),
            inbox,
            valid_from,
            valid_to,
            place: None,
        };
        store.put_seat(seat).await.unwrap();
    }
    story
}

pub fn at(story: &Story, rest: &str) -> String {
    format!("/processes/{}{rest}", story.id)
}

/// The counsellor switches the mark on for the child.
pub async fn protect(story: &Story) -> Reply {
    let child = ELIN.person.to_string();
    let fields = [("act", "protect"), ("who", child.as_str()), ("grade", "protected_registration")];
    story.as_(COUNSELLOR).await.post(&at(story, "/protection"), &fields).await
}

/// Every manager is asked, and answers with one name.
pub async fn name(story: &Story, manager: Someone, person: Someone) -> Reply {
    let mut client: Client = story.as_(manager).await;
    let person = person.person.to_string();
    client.post(&format!("/named-users/{}", story.id), &[("person", &person)]).await
}

pub async fn ask(story: &Story) -> Reply {
    story.as_(COUNSELLOR).await.post(&at(story, "/protection/questions"), &[]).await
}
