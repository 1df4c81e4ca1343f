//! From which of my seats do I want to act?
//!
//! What one may do depends on the seat, so changing it is signing in anew: the old session ends with it.

use askama::Template;
use axum::{extract::State, http::HeaderMap};
use store::{SeatId, SeatRow};

use super::{
    actor::{self, Recognised, seat_words},
    app::App,
    error::{Answer, WebError},
    form::{Choice, Fields, FormView},
    page::{Page, go, show, show_again},
    texts::Texts,
};

#[derive(Template)]
#[template(path = "seats.html")]
struct SeatsPage {
    t: &'static Texts,
    page: Page,
    form: FormView,
    choices: Vec<Choice>,
}

/// `GET /seats`
pub async fn read(State(app): State<App>, page: Page, recognised: Recognised) -> Answer {
    let seats = own_seats(&app, &recognised).await?;
    let form = page.form().with("seat", code(recognised.signed_in.seat.id));
    show(&seats_page(&app, page, form, &seats))
}

/// `POST /seats`
pub async fn create(
    State(app): State<App>,
    page: Page,
    recognised: Recognised,
    headers: HeaderMap,
    mut fields: Fields,
) -> Answer {
    let seats = own_seats(&app, &recognised).await?;
    let codes: Vec<String> = seats.iter().map(|seat| code(seat.id)).collect();
    let choices: Vec<(&str, SeatId)> =
        codes.iter().map(String::as_str).zip(seats.iter().map(|seat| seat.id)).collect();
    let Some(seat) = fields.choice("seat", &choices) else {
        return show_again(&seats_page(&app, page, fields.back(), &seats));
    };
    let person = recognised.signed_in.actor.person;
    let (device, now) = (actor::device(&headers), app.clock.now());
    let token = app.store.sign_in(person, seat, device, Some(recognised.token), now).await?;
    let mut response = go("/");
    actor::open(&mut response, &token.ok_or(WebError::NotFound)?)?;
    Ok(response)
}

async fn own_seats(app: &App, recognised: &Recognised) -> Result<Vec<SeatRow>, store::Error> {
    let mut seats = app.store.seats_of(recognised.signed_in.actor.person).await?;
    seats.retain(|seat| seat.is_valid(app.clock.now().today()));
    Ok(seats)
}

fn seats_page(app: &App, page: Page, form: FormView, seats: &[SeatRow]) -> SeatsPage {
    let t = page.t;
    let choices = seats.iter().map(|seat| Choice::new(code(seat.id), seat_words(t, app, seat))).collect();
    SeatsPage { t, page, form, choices }
}

fn code(seat: SeatId) -> String {
    seat.0.simple().to_string()
}
