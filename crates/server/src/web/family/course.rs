//! Where is the process in the fairway, said to its family?

use domain::course;

use super::voice::{Voice, key};
use crate::web::{
    case::Case,
    fairway::{Fairway, FairwayPicture, Standing, Station},
};

/// The fairway of one process, with the stations in plain words.
pub fn picture(t: Voice, case: &Case) -> FairwayPicture {
    let stations = case.process.course(&case.calendar).into_iter().map(|station| Station {
        key: station.key.word(),
        label: t.get(&format!("family-station-{}", key(station.key.word()))),
        standing: match station.standing {
            course::Standing::Passed => Standing::Passed,
            course::Standing::Here => Standing::Here,
            course::Standing::Ahead => Standing::Ahead,
        },
        dates: dates(t, station.days),
    });
    let fairway = Fairway { stations: stations.collect(), arm: None };
    fairway.draw(t.texts(), t.get("family-where-title"))
}

fn dates(t: Voice, days: course::Days) -> Option<String> {
    Some(match days {
        course::Days::Unknown => return None,
        course::Days::Was(on) => t.date(on),
        course::Days::Booked(on) => t.with("family-station-booked", &[("date", &t.date(on))]),
        course::Days::Between { earliest, latest: None } => {
            t.with("family-station-earliest", &[("date", &t.date(earliest))])
        }
        course::Days::Between { earliest, latest: Some(latest) } => {
            t.with("family-station-between", &[("from", &t.date(earliest)), ("to", &t.date(latest))])
        }
    })
}
