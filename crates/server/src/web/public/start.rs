//! What is Farled, for whom, and what happens?

use askama::Template;
use policy::Seat;

use crate::web::{
    actor::Recognised,
    error::Answer,
    fairway::{Fairway, FairwayPicture, Standing, Station},
    page::{Page, go, show},
    texts::Texts,
};

/// The stations of every process, in order; the texts `station-KEY` and `station-KEY-what` tell about each.
const STATIONS: [&str; 7] =
    ["preparation", "summons", "initial-meeting", "assessment", "second-meeting", "follow-up", "closing"];

#[derive(Template)]
#[template(path = "public/start.html")]
struct StartPage {
    t: &'static Texts,
    page: Page,
    fairway: FairwayPicture,
}

/// `GET /`: whoever is signed in comes home to what waits; everybody else learns what this is.
pub async fn read(page: Page, who: Option<Recognised>) -> Answer {
    if let Some(home) = who.and_then(|who| home(who.signed_in.actor.seat)) {
        return Ok(go(home));
    }
    let t = page.t;
    let station = |key: &'static str| Station {
        key,
        label: t.get(&format!("station-{key}")),
        standing: Standing::Charted,
        dates: Some(t.get(&format!("station-{key}-what"))),
    };
    let fairway = Fairway { stations: STATIONS.map(station).into(), arm: None };
    show(&StartPage { t, fairway: fairway.draw(t, t.get("start-how-title")), page })
}

/// The page a seat begins at; seats without one begin here.
fn home(seat: Seat) -> Option<&'static str> {
    match seat {
        Seat::Family => Some("/family"),
        Seat::Staff { .. } => Some("/work"),
        Seat::Manager { .. } => Some("/named-users"),
        Seat::SambaCoordinator => Some("/bodies"),
        Seat::BodyMember { .. } => Some("/body-meetings"),
        Seat::Ambassador { .. } | Seat::Coordinator | Seat::SteeringGroup | Seat::Administrator => None,
    }
}
