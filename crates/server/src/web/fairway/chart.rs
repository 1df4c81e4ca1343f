//! Where on the paper does each line of the chart go?
//!
//! All lines follow one gentle swell, so that buoys, course and ship always lie on the channel however many
//! stations there are. Units are those of the picture's own grid, about a pixel on a desktop screen.

use std::{f64::consts::TAU, fmt::Write as _};

use askama::Template;

use super::{Fairway, Standing};

/// From one station to the next.
const STEP: f64 = 160.0;
/// The middle of the channel.
const MIDDLE: f64 = 104.0;
/// From the middle of the channel to its edge, where the buoys stand.
const HALF_WIDTH: f64 = 37.0;
const HEIGHT: f64 = 208.0;
const HEIGHT_WITH_ARM: f64 = 262.0;
const ARM_LEVEL: f64 = 214.0;
/// The room of a stop's mark and the air after its name, in letters.
const STOP_CHARS: usize = 4;

/// Everything the template needs to draw the chart.
#[derive(Template)]
#[template(path = "fairway_chart.html")]
pub struct Chart {
    pub width: f64,
    pub height: f64,
    /// The middle of the channel, from edge to edge of the paper.
    pub channel: String,
    /// The part that has been sailed; empty before the start.
    pub wake: String,
    pub depths: Vec<String>,
    pub lands: Vec<String>,
    pub soundings: Vec<Sounding>,
    pub buoys: Vec<Buoys>,
    pub ship: Option<Ship>,
    pub arm: Option<ArmLine>,
}

/// A depth figure on the chart, for the look of it.
pub struct Sounding {
    pub x: f64,
    pub y: f64,
    pub depth: u32,
}

/// A red can to port and a green cone to starboard.
pub struct Buoys {
    pub ahead: bool,
    pub x: f64,
    pub port: f64,
    pub starboard: f64,
}

pub struct Ship {
    pub x: f64,
    pub y: f64,
    /// In degrees, along the channel.
    pub course: f64,
}

/// The side channel and its stops.
pub struct ArmLine {
    pub path: String,
    pub stops: Vec<Stop>,
    pub taken: bool,
}

pub struct Stop {
    /// The case lies here now.
    pub here: bool,
    pub x: f64,
    pub y: f64,
    pub label: String,
}

impl Chart {
    pub fn of(fairway: &Fairway) -> Self {
        let count = fairway.stations.len();
        let width = STEP * number(count.max(1));
        let height = if fairway.arm.is_some() { HEIGHT_WITH_ARM } else { HEIGHT };
        let ship = ship_station(fairway).map(|index| {
            let x = station_x(index);
            Ship { x, y: round(swell(x)), course: round(slope(x).atan().to_degrees()) }
        });
        Self {
            width,
            height,
            channel: line(0.0, width, swell, slope),
            wake: ship.as_ref().map(|ship| line(0.0, ship.x, swell, slope)).unwrap_or_default(),
            depths: [-66.0, -55.0, 54.0, 64.0]
                .into_iter()
                .map(|away| line(0.0, width, |x| swell(x) + away + 3.0 * (x / 90.0 + away).sin(), slope))
                .collect(),
            lands: lands(width, height),
            soundings: soundings(count, height),
            buoys: buoys(fairway),
            ship,
            arm: arm(fairway, width),
        }
    }
}

/// The ship lies at the present station; when all is passed it lies at the last.
fn ship_station(fairway: &Fairway) -> Option<usize> {
    let stations = &fairway.stations;
    stations
        .iter()
        .position(|station| station.standing == Standing::Here)
        .or_else(|| stations.iter().rposition(|station| station.standing == Standing::Passed))
}

fn buoys(fairway: &Fairway) -> Vec<Buoys> {
    let pair = |(index, station): (usize, &super::Station)| {
        let x = station_x(index);
        Buoys {
            ahead: station.standing == Standing::Ahead,
            x,
            port: round(swell(x) - HALF_WIDTH),
            starboard: round(swell(x) + HALF_WIDTH),
        }
    };
    fairway.stations.iter().enumerate().map(pair).collect()
}

/// Two coasts, the nearer one to starboard.
fn lands(width: f64, height: f64) -> Vec<String> {
    let north = |x: f64| 14.0 + 7.0 * (x / 120.0).sin() + 4.0 * (x / 37.0).cos();
    let south = |x: f64| height - 13.0 + 6.0 * (x / 150.0 + 2.0).sin() + 3.0 * (x / 41.0).cos();
    let shore = |coast: &dyn Fn(f64) -> f64, beyond: f64| {
        let mut path = format!("M-4 {beyond}");
        let mut x = -4.0;
        while x < width + 18.0 {
            let _ = write!(path, " L{} {}", round(x), round(coast(x)));
            x += 14.0;
        }
        let _ = write!(path, " L{} {beyond}Z", round(x));
        path
    };
    vec![shore(&north, -4.0), shore(&south, height + 4.0)]
}

/// A few figures between channel and coast, deeper towards the sea.
fn soundings(stations: usize, height: f64) -> Vec<Sounding> {
    (0..stations)
        .flat_map(|index| {
            let x = station_x(index) + STEP / 2.0 - 34.0;
            let depth = u32::try_from(14_usize.saturating_sub(index)).unwrap_or(3).max(3);
            let starboard = if height > HEIGHT { 76.0 } else { 62.0 };
            [
                Sounding { x, y: round(swell(x) - 58.0), depth },
                Sounding { x: x + 47.0, y: round(swell(x) + starboard), depth: depth.saturating_sub(2) },
            ]
        })
        .collect()
}

/// Leaves the channel after the fourth station, where the assessment is, and runs along the coast.
fn arm(fairway: &Fairway, width: f64) -> Option<ArmLine> {
    let arm = fairway.arm.as_ref()?;
    let from = (station_x(fairway.stations.len().min(4).saturating_sub(1)) + STEP * 0.25).min(width);
    let start = round(swell(from));
    let turn = from + 96.0;
    let end = width - 24.0;
    // Each stop has as much of the arm as its name is long.
    let lengths: Vec<usize> = arm.stops.iter().map(|label| label.chars().count() + STOP_CHARS).collect();
    let reach = (end - turn) / number(lengths.iter().sum::<usize>().max(1));
    Some(ArmLine {
        path: format!(
            "M{from} {start} C{} {} {} {ARM_LEVEL} {turn} {ARM_LEVEL} L{end} {ARM_LEVEL}",
            from + 40.0,
            start + 34.0,
            from + 34.0
        ),
        stops: arm
            .stops
            .iter()
            .enumerate()
            .map(|(index, label)| Stop {
                here: arm.here == Some(index),
                x: round(turn + reach * number(lengths.iter().take(index).sum()) + 12.0),
                y: ARM_LEVEL,
                label: label.clone(),
            })
            .collect(),
        taken: arm.taken,
    })
}

fn station_x(index: usize) -> f64 {
    STEP * (number(index) + 0.5)
}

/// The middle of the channel at `x`.
fn swell(x: f64) -> f64 {
    MIDDLE + 13.0 * (x * TAU / 760.0 + 0.7).sin()
}

fn slope(x: f64) -> f64 {
    13.0 * TAU / 760.0 * (x * TAU / 760.0 + 0.7).cos()
}

/// A smooth line through `height`, in pieces that end where stations are.
fn line(from: f64, to: f64, height: impl Fn(f64) -> f64, slope: impl Fn(f64) -> f64) -> String {
    let piece = STEP / 2.0;
    let mut path = format!("M{} {}", round(from), round(height(from)));
    let mut x = from;
    while x < to {
        let next = (x + piece).min(to);
        let third = (next - x) / 3.0;
        let _ = write!(
            path,
            " C{} {} {} {} {} {}",
            round(x + third),
            round(height(x) + slope(x) * third),
            round(next - third),
            round(height(next) - slope(next) * third),
            round(next),
            round(height(next))
        );
        x = next;
    }
    path
}

fn round(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

fn number(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}
