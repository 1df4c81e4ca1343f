//! Does the program say of every history what the naive telling of it says? (CON-04 to CON-12, CON-16, CON-17,
//! CON-24, CON-25)

mod acts;
pub mod beginnings;
mod compare;
mod every_short;
mod random_long;

use crate::{
    naive::{Answer, Did, Told, day_after},
    world::World,
};
use domain::Process;
use jiff::{
    ToSpan,
    civil::{Date, DateTime, time},
};

/// A history under way, told twice: by the program and by the list of what was done.
#[derive(Clone)]
pub struct History<'a> {
    pub world: &'a World,
    pub process: Process,
    pub told: Told,
    pub now: DateTime,
}

impl History<'_> {
    pub fn today(&self) -> Date {
        self.now.date()
    }

    /// Does it, and demands that the same came of it in both tellings. The time of day moves on, so that nothing is
    /// done in the same moment as something else.
    pub fn does(&mut self, did: Did) -> Answer {
        let expected = self.told.answer(self.today(), &did);
        let decided = self.decide(&did);
        let came = match &decided {
            Err(_) => Answer::Refused,
            Ok(events) if events.is_empty() => Answer::Nothing,
            Ok(_) => Answer::Done,
        };
        assert_eq!(
            came,
            expected,
            "program (left) and telling (right) of {did:?} on {}: {:?}\n{}",
            self.now,
            decided.map(|events| events.len()),
            self.so_far()
        );
        if came == Answer::Done {
            decided.unwrap_or_default().iter().for_each(|event| self.process.evolve(event));
            self.told.does(self.today(), self.without_what_is_not_theirs(did));
            self.now = self.now.saturating_add(1.minute());
        }
        came
    }

    /// What somebody takes back that is the child's alone is as if it had not been said (CON-17).
    fn without_what_is_not_theirs(&self, did: Did) -> Did {
        let Did::Withdrew { who, units } = did else { return did };
        Did::Withdrew { who, units: self.told.day(self.today()).theirs(who, &units) }
    }

    /// A morning, later or the same one.
    pub fn waits_until(&mut self, day: Date) {
        if day > self.today() {
            self.now = day.to_datetime(time(8, 0, 0, 0));
        }
    }

    /// The next day on which something happens by itself.
    pub fn next_turn(&self) -> Option<Date> {
        self.turns().into_iter().filter(|day| *day > self.today()).min()
    }

    /// The first days of what time brings: birthdays, ends of papers, rests that have lasted too long.
    pub fn turns(&self) -> Vec<Date> {
        let told = &self.told;
        let ends =
            told.papers.iter().filter(|paper| paper.given.is_some()).map(|paper| day_after(paper.until));
        let birthdays = [15, 18].map(|years| domain::now::birthday(told.born, years));
        let ends: Vec<Date> = ends.chain(birthdays).chain([day_after(told.handed_over())]).collect();
        let days = ends.iter().copied().chain([self.today()]);
        let rests = days.filter_map(|day| told.rests(day)).map(|(_, since)| since);
        let rested = rests.map(|since| since.saturating_add(90.days())).collect::<Vec<_>>();
        let mut days: Vec<Date> = ends.into_iter().chain(rested).collect();
        days.sort();
        days.dedup();
        days
    }

    pub fn so_far(&self) -> String {
        let names = |text: String| {
            let people =
                ["child", "mother", "father"].map(|name| (format!("{:?}", self.world.person(name)), name));
            let units = self.world.units.iter().map(|(name, unit)| (format!("{unit:?}"), name.as_str()));
            people.into_iter().chain(units).fold(text, |text, (id, name)| text.replace(&id, name))
        };
        let lines = self.told.acts.iter().map(|act| names(format!("{} {:?}\n", act.on, act.did)));
        std::iter::once(format!("born {}\n", self.told.born)).chain(lines).collect()
    }
}

impl History<'_> {
    /// As long as a consent may last.
    pub fn latest(&self) -> Date {
        let year = self.today().saturating_add(1.year());
        if self.told.born.saturating_add(18.years()) <= self.today() {
            year.min(self.told.handed_over())
        } else {
            year
        }
    }

    /// The called units that are in and that the newest paper names.
    pub fn sendable(&self) -> Vec<domain::UnitId> {
        let Some(paper) = self.told.papers.iter().rfind(|paper| paper.given.is_some()) else { return vec![] };
        let day = self.told.day(self.today());
        let is_in = |unit: &domain::UnitId| day.is_in(*unit) && paper.names(*unit);
        self.told.called.iter().copied().filter(is_in).collect()
    }
}
