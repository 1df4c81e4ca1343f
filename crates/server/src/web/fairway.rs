//! Where in the fairway is the process? The signature picture, drawn from inert values.
//!
//! A chart of the channel for the eye, and the same stations as an ordered list in words: the list is what is
//! read, printed and translated, the chart is hidden from those who listen. Narrow screens get the list with one
//! gate of buoys per station. Red cans stand to port and green cones to starboard, as when coming in from sea.

mod chart;
#[cfg(test)]
mod tests;

use std::{
    collections::HashMap,
    fmt,
    sync::{Arc, LazyLock, Mutex, PoisonError},
};

use askama::Template;

use self::chart::Chart;
use super::texts::Texts;

/// The process as a channel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fairway {
    /// In the order they are passed; at most one is [`Standing::Here`].
    pub stations: Vec<Station>,
    /// The way out to the coordinator, the council and Samba, where there is one (T18).
    pub arm: Option<Arm>,
}

/// A pair of buoys to pass.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Station {
    /// Names the station in the markup: `summons`.
    pub key: &'static str,
    pub label: String,
    pub standing: Standing,
    /// When it was passed, or the earliest and latest dates of what lies ahead.
    pub dates: Option<String>,
}

/// Where a station lies from the ship.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Standing {
    Passed,
    Here,
    Ahead,
    /// No ship is under way: the chart tells about the channel in general.
    Charted,
}

/// The side channel: quiet until a process takes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arm {
    /// The coordinator, and the bodies in the order of the way.
    pub stops: Vec<String>,
    /// What the arm is for, or how far the process has come in it.
    pub words: String,
    /// The process is out in the arm.
    pub taken: bool,
    /// The stop at which its case lies now.
    pub here: Option<usize>,
}

/// The picture with its list, ready to be put into a page: `{{ fairway }}`.
#[derive(Template)]
#[template(path = "fairway.html")]
pub struct FairwayPicture {
    t: &'static Texts,
    fairway: Fairway,
    /// Drawn once for all processes that look the same.
    chart: DrawnChart,
    heading: String,
}

/// The picture is drawn by a template that escapes its values itself.
impl askama::filters::HtmlSafe for FairwayPicture {}

impl Fairway {
    /// Draws the picture; `heading` names it for those who listen.
    pub fn draw(self, t: &'static Texts, heading: String) -> FairwayPicture {
        let chart = drawn(&self);
        FairwayPicture { t, chart, heading, fairway: self }
    }
}

/// All that the chart shows: neither names nor dates, so there are few of them.
#[derive(PartialEq, Eq, Hash)]
struct Looks {
    standings: Vec<Standing>,
    arm: Option<(Vec<String>, bool, Option<usize>)>,
}

/// Markup from the chart's own template, which escapes its values.
#[derive(Clone)]
struct DrawnChart(Arc<str>);

impl askama::filters::HtmlSafe for DrawnChart {}

impl fmt::Display for DrawnChart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The chart of processes that look like this one, drawn by the first that does.
fn drawn(fairway: &Fairway) -> DrawnChart {
    static DRAWN: LazyLock<Mutex<HashMap<Looks, DrawnChart>>> = LazyLock::new(Mutex::default);
    let looks = Looks {
        standings: fairway.stations.iter().map(|station| station.standing).collect(),
        arm: fairway.arm.as_ref().map(|arm| (arm.stops.clone(), arm.taken, arm.here)),
    };
    let mut drawn = DRAWN.lock().unwrap_or_else(PoisonError::into_inner);
    let chart = drawn.entry(looks).or_insert_with(|| {
        // Numbers and labels are all there is to write: it cannot fail.
        DrawnChart(Chart::of(fairway).render().unwrap_or_default().into())
    });
    chart.clone()
}

impl Arm {
    /// The stops, and whether the case lies there.
    fn marked(&self) -> impl Iterator<Item = (&str, bool)> {
        self.stops.iter().enumerate().map(|(place, stop)| (stop.as_str(), self.here == Some(place)))
    }
}

impl Station {
    pub fn class(&self) -> &'static str {
        match self.standing {
            Standing::Passed => "station-passed",
            Standing::Here => "station-here",
            Standing::Ahead => "station-ahead",
            Standing::Charted => "station-charted",
        }
    }

    /// The text that says where the station lies.
    pub fn standing_key(&self) -> Option<&'static str> {
        match self.standing {
            Standing::Passed => Some("fairway-passed"),
            Standing::Here => Some("fairway-here"),
            Standing::Ahead => Some("fairway-ahead"),
            Standing::Charted => None,
        }
    }

    pub fn is_here(&self) -> bool {
        self.standing == Standing::Here
    }
}
