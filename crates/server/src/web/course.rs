//! Where is the process, in words and in the picture? The domain's course made ready to be drawn.

use super::{
    case::Case,
    fairway::{Arm, Fairway, FairwayPicture, Standing, Station},
    texts::Texts,
};
use domain::{
    calendar::Calendar,
    course,
    samba::{
        bodies::{Bodies, Body},
        state::Lies,
    },
};
use policy::Ground;

/// The fairway of one process.
pub fn picture(t: &'static Texts, case: &Case, calendar: &Calendar, bodies: &Bodies) -> FairwayPicture {
    let stations = case.process.course(calendar).into_iter().map(|station| Station {
        key: station.key.word(),
        label: t.get(&format!("course-{}", station.key.word().replace('_', "-"))),
        standing: match station.standing {
            course::Standing::Passed => Standing::Passed,
            course::Standing::Here => Standing::Here,
            course::Standing::Ahead => Standing::Ahead,
        },
        dates: dates(t, station.days),
    });
    Fairway { stations: stations.collect(), arm: arm(t, case, bodies) }.draw(t, t.get("fairway-heading"))
}

fn dates(t: &Texts, days: course::Days) -> Option<String> {
    match days {
        course::Days::Unknown => None,
        course::Days::Was(on) => Some(t.date(on)),
        course::Days::Booked(on) => Some(t.with("fairway-booked", &[("date", &t.date(on))])),
        course::Days::Between { earliest, latest: None } => {
            Some(t.with("fairway-earliest", &[("date", &t.date(earliest))]))
        }
        course::Days::Between { earliest, latest: Some(latest) } => {
            Some(t.with("fairway-between", &[("from", &t.date(earliest)), ("to", &t.date(latest))]))
        }
    }
}

/// The way out to the coordinator and the bodies, where the area has one, and where the case lies in it now. Whoever reads
/// separate copies alone learns no more than that there is such a way (PID-6).
fn arm(t: &Texts, case: &Case, bodies: &Bodies) -> Option<Arm> {
    let (process, today) = (&case.process, case.now.today());
    if !case.organisation.samba_enabled(process.receiving_units(today)) {
        return None;
    }
    let way: Vec<&Body> = bodies.way().collect();
    let stops = std::iter::once(t.get("fairway-coordinator")).chain(way.iter().map(|body| body.name.clone()));
    let lies = process.samba_lies(today).filter(|_| case.ground != Ground::GuardianApart);
    let (here, words) = match lies {
        Some(Lies::WithCoordinator) => (Some(0), t.get("fairway-arm-coordinator")),
        Some(Lies::In(body)) => {
            let place = way.iter().position(|one| one.id == body);
            let name = place.map_or("", |place| way[place].name.as_str());
            (place.map(|place| place + 1), t.with("fairway-arm-body", &[("body", &name)]))
        }
        Some(Lies::Back) => (None, t.get("fairway-arm-back")),
        None => (None, t.get("fairway-arm-open")),
    };
    Some(Arm { stops: stops.collect(), words, taken: lies.is_some(), here })
}
