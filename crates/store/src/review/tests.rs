//! Is the draw fair, and does a review stand where nobody can bend it? (AC-12)

mod drawing;
mod reviewing;

use domain::calendar::Calendar;

fn calendar() -> Calendar {
    Calendar::parse(include_str!("../../../../data/calendar.toml")).unwrap()
}
