//! Where is the process, in words and in the picture? The domain's course made ready to be drawn.

use super::{
    case::Case,
    fairway::{Arm, Fairway, FairwayPicture, Standing, Station},
    texts::Texts,
};
use domain::{calendar::Calendar, course};

/// The fairway of one process.
pub fn picture(t: &'static Texts, case: &Case, calendar: &Calendar) -> FairwayPicture {
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
    Fairway { stations: stations.collect(), arm: arm(t, case) }.draw(t, t.get("fairway-heading"))
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

/// The way out to the coordinator, where the area has one.
fn arm(t: &Texts, case: &Case) -> Option<Arm> {
    let units = case.process.receiving_units(case.now.today());
    if !case.organisation.samba_enabled(units) {
        return None;
    }
    let stops = ["fairway-coordinator", "fairway-council", "fairway-samba"];
    let taken = case.process.ending.samba.is_some();
    let words = if taken { "fairway-arm-taken" } else { "fairway-arm-open" };
    Some(Arm { stops: stops.iter().map(|key| t.get(key)).collect(), words: t.get(words), taken })
}
