//! What is Farled, for whom, and what happens?

use askama::Template;

use crate::web::{
    error::Answer,
    fairway::{Fairway, FairwayPicture, Standing, Station},
    page::{Page, show},
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

/// `GET /`
pub async fn read(page: Page) -> Answer {
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
