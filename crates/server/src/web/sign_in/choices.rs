//! Whom can one be in the demo?

use store::{Role, SeatId, SeatedPerson};

use crate::web::{actor::seat_words, app::App, error::WebError, texts::Texts};

/// More people than this are not a choice but a phone book.
const CHOICES_MAX: u32 = 200;

/// The people of one family or one unit.
pub struct Group {
    pub name: String,
    pub choices: Vec<Choice>,
}

/// A person in a seat.
pub struct Choice {
    pub code: String,
    pub name: String,
    pub who: String,
    pub about: String,
}

/// Everyone with a seat today, those with a note first.
pub async fn seats(app: &App) -> Result<Vec<SeatedPerson>, WebError> {
    let Some(world) = &app.demo else { return Ok(vec![]) };
    let mut seats = app.store.seats_on(app.clock.now().today(), CHOICES_MAX).await?;
    seats.sort_by_key(|seated| world.place(seated.seat.id));
    Ok(seats)
}

/// Families, and those who work, in groups.
pub async fn groups(app: &App, t: &'static Texts) -> Result<(Vec<Group>, Vec<Group>), WebError> {
    let (families, staff): (Vec<_>, Vec<_>) =
        seats(app).await?.into_iter().partition(|seated| seated.seat.role == Role::Family);
    Ok((grouped(app, t, families), grouped(app, t, staff)))
}

pub fn code(seat: SeatId) -> String {
    seat.0.simple().to_string()
}

fn grouped(app: &App, t: &Texts, seats: Vec<SeatedPerson>) -> Vec<Group> {
    let mut groups: Vec<Group> = vec![];
    for SeatedPerson { seat, name } in seats {
        let note = app.demo.as_ref().and_then(|world| world.note(seat.id));
        let words = seat_words(t, app, &seat);
        let group = note.map_or_else(
            || seat.unit.map_or_else(|| words.clone(), |unit| app.unit_name(unit)),
            |note| note.group.clone(),
        );
        let choice = Choice {
            code: code(seat.id),
            name,
            who: note.map(|note| note.who.clone()).filter(|who| !who.is_empty()).unwrap_or(words),
            about: note.map(|note| note.about.clone()).unwrap_or_default(),
        };
        match groups.iter_mut().find(|known| known.name == group) {
            Some(known) => known.choices.push(choice),
            None => groups.push(Group { name: group, choices: vec![choice] }),
        }
    }
    groups
}
