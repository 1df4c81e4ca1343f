//! Which meetings of a body lie ahead, so that a case can be put on their agenda?

use domain::{BodyId, BodyMeetingId, samba::bodies::Body};
use jiff::{ToSpan as _, civil::Date};
use uuid::Uuid;

use crate::web::{app::App, error::WebError, identity::Actor};

/// So far ahead a case can be put on an agenda.
const DAYS_AHEAD: i64 = 200;

/// A meeting that is to come.
#[derive(Debug, Clone, Copy)]
pub struct Ahead {
    pub meeting: BodyMeetingId,
    pub on: Date,
}

/// The fixed days of a body that lie ahead; where one is no working day, those that are proposed instead.
pub async fn ahead(app: &App, _: Actor, body: &Body) -> Result<Vec<Ahead>, WebError> {
    let today = app.clock.now().today();
    let slots = body.slots(today, today.saturating_add(DAYS_AHEAD.days()), &app.calendar);
    let days = slots.iter().flat_map(|slot| slot.days().to_vec());
    Ok(days.filter(|day| *day >= today).map(|on| Ahead { meeting: on_day(body.id, on), on }).collect())
}

/// The meeting of a body on a day: one and the same however often it is asked for.
fn on_day(body: BodyId, on: Date) -> BodyMeetingId {
    let (year, month, day) = (on.year().unsigned_abs(), on.month().unsigned_abs(), on.day().unsigned_abs());
    let day = u128::from(year) * 10_000 + u128::from(month) * 100 + u128::from(day);
    BodyMeetingId(Uuid::from_u128(u128::from(body.0) << 32 | day))
}
