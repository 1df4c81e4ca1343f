//! What does each refusal say to whoever met it: what, why, and what can be done instead?
//!
//! The words lie in `refusal-reasons.ftl` under `refused-KEY-what` and `refused-KEY-why`; the table of keys, rules
//! and ways on is in `told.rs`. A family gets the same words and its own way on.

mod samba;
pub mod told;

use domain::{Refusal, UnitId, calendar::Calendar, organisation::Organisation, party::Receiver};
use jiff::civil::Date;
use policy::Ground;
use std::collections::BTreeMap;

use super::{
    calendar_words,
    case::Case,
    refusal::Explained,
    texts::{Spoken, Texts},
};
use told::{Told, Way, told};

/// The refusal in words, for somebody who has the process before them.
pub fn explain(refusal: &Refusal, case: &Case) -> Explained {
    let t = Texts::swedish();
    let told = told(refusal);
    let words =
        Words::of(refusal, t, |unit| case.unit(unit).into_owned(), |person| case.name(person).to_owned());
    let explained = words.explained(t, &told).because(reasoning(refusal, case));
    let explained = explained.marked_if(case.process.is_protected());
    // Those who may know one thing only are led back to it.
    let home = match case.ground {
        Ground::Child | Ground::Guardian => ("way-family", format!("/family/processes/{}", case.id)),
        Ground::GuardianApart => ("way-family", format!("/family/processes/{}/apart", case.id)),
        Ground::Manager(_) => ("way-named-users", "/named-users".to_owned()),
        Ground::SambaContact | Ground::SambaCoordinator | Ground::BodyMember(..) => {
            ("way-samba", format!("/samba/cases/{}", case.id))
        }
        Ground::Initiator
        | Ground::Lots
        | Ground::Chair
        | Ground::Participant(_)
        | Ground::Inbox(_)
        | Ground::SecondReader(_)
        | Ground::DisclosedTo(_)
        | Ground::TookPart(_) => {
            return told.ways.iter().fold(explained, |explained, way| with_way(explained, t, *way, case));
        }
    };
    explained.instead_at(t.get(home.0), home.1)
}

/// The refusal in words when there is no process yet, or none that the asker may see.
pub fn explain_opening(refusal: &Refusal, organisation: &Organisation) -> Explained {
    let t = Texts::swedish();
    let told = told(refusal);
    let name = |unit| organisation.unit(unit).map_or_else(String::new, |unit| unit.name.clone());
    let explained = Words::of(refusal, t, name, |_| String::new()).explained(t, &told);
    told.ways.iter().fold(explained, |explained, way| {
        if way.path.starts_with('/') {
            explained.instead_at(t.get(way.key), way.path)
        } else {
            explained.instead(t.get(way.key))
        }
    })
}

/// Where a way on leads in this process. A way to a meeting leads to the next one, if any is booked.
fn with_way(explained: Explained, t: &Texts, way: Way, case: &Case) -> Explained {
    let words = t.get(way.key);
    match way.path {
        told::NEXT_MEETING => match case.process.meetings.ahead().next() {
            Some((meeting, _)) => {
                explained.instead_at(words, format!("/processes/{}/meetings/{meeting}", case.id))
            }
            None => explained.instead(words),
        },
        told::HERE => explained.instead(words),
        "" => explained.instead_at(words, format!("/processes/{}", case.id)),
        path if path.starts_with('/') => explained.instead_at(words, path),
        path => explained.instead_at(words, format!("/processes/{}/{path}", case.id)),
    }
}

/// What a refusal carries, in words.
#[derive(Default)]
struct Words {
    values: Vec<(&'static str, String)>,
}

impl Words {
    fn of(
        refusal: &Refusal,
        t: &Texts,
        unit_name: impl Fn(UnitId) -> String,
        person_name: impl Fn(domain::PersonId) -> String,
    ) -> Words {
        let carried = told::carried(refusal);
        let mut words = Words::default();
        if let Some(unit) = carried.unit {
            words.put("unit", unit_name(unit));
        }
        if !carried.people.is_empty() {
            let names: Vec<String> = carried.people.iter().map(|person| person_name(*person)).collect();
            words.put("people", listed(t, &names));
        }
        match carried.receiver {
            Some(Receiver::Family { person }) => words.put("receiver", person_name(person)),
            Some(Receiver::Unit { unit }) => words.put("receiver", unit_name(unit)),
            None => {}
        }
        for (name, date) in carried.dates {
            words.put(name, t.date(date));
        }
        if let Some(item) = carried.item {
            words.put("item", item.to_string());
        }
        words
    }

    fn put(&mut self, name: &'static str, words: String) {
        self.values.push((name, words));
    }

    fn explained(&self, t: &Texts, told: &Told) -> Explained {
        let values: Vec<(&str, &dyn Spoken)> =
            self.values.iter().map(|(name, words)| (*name, words as &dyn Spoken)).collect();
        let key = told.key;
        Explained::new(
            told,
            t.with(&format!("refused-{key}-what"), &values),
            t.with(&format!("refused-{key}-why"), &values),
        )
    }
}

/// "Maja, Elin och Per"; names come out as they are.
pub fn listed(t: &Texts, names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => t.with("listed-and", &[("most", &most.join(", ")), ("last", last)]),
    }
}

/// How the earliest date was counted, unit by unit and day by day; empty for other refusals.
fn reasoning(refusal: &Refusal, case: &Case) -> Vec<String> {
    if !matches!(refusal, Refusal::TooEarly { .. }) {
        return vec![];
    }
    let t = Texts::swedish();
    let mut received: BTreeMap<Date, Vec<String>> = BTreeMap::new();
    for (unit, delivery) in case.process.deliveries.iter() {
        if let Some(from) = delivery.clock_from.filter(|_| case.process.admits(unit, case.now.today())) {
            received.entry(from).or_default().push(case.unit(unit).into_owned());
        }
    }
    received.iter().flat_map(|(from, units)| counted(t, &case.calendar, *from, &listed(t, units))).collect()
}

fn counted(t: &Texts, calendar: &Calendar, from: Date, units: &str) -> Vec<String> {
    let reasoning = calendar.earliest_reasoning(from);
    let mut lines = vec![t.with(
        "calendar-unit",
        &[("unit", &units), ("received", &t.date(from)), ("earliest", &t.date(reasoning.result))],
    )];
    lines.extend(calendar_words::days(t, &reasoning));
    lines
}

#[cfg(test)]
mod tests;
