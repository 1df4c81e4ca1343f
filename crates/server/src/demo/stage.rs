//! What do all plays of one world share? The organisation, the forms, the calendar, the clock and the people.

use std::{collections::HashMap, sync::Arc};

use domain::{PersonId, UnitId, calendar::Calendar, form::FormLibrary, organisation::Organisation};

use store::Person;

use super::{
    people::{RoleWord, StaffEntry, person_id},
    story::Story,
};
use crate::clock::Clock;

pub struct Stage {
    pub organisation: Arc<Organisation>,
    pub calendar: Arc<Calendar>,
    pub forms: FormLibrary,
    pub clock: Clock,
    pub story: Story,
    staff: HashMap<String, StaffEntry>,
    /// The key of each professional.
    keys: HashMap<PersonId, String>,
    inboxes: HashMap<UnitId, String>,
    managers: HashMap<UnitId, String>,
}

impl Stage {
    pub fn new(organisation: Organisation, clock: Clock, story: Story, staff: &[StaffEntry]) -> Stage {
        Stage {
            organisation: Arc::new(organisation),
            calendar: Arc::default(),
            forms: FormLibrary::default(),
            clock,
            story,
            staff: staff.iter().map(|member| (member.key.clone(), member.clone())).collect(),
            inboxes: staff.iter().filter_map(inbox).collect(),
            managers: staff.iter().flat_map(managed).collect(),
            keys: staff.iter().map(|member| (person_id(&member.key), member.key.clone())).collect(),
        }
    }

    pub fn staff(&self, key: &str) -> Option<&StaffEntry> {
        self.staff.get(key)
    }

    /// Everybody who works, as the register of persons has them.
    pub fn professionals(&self) -> impl Iterator<Item = Person> {
        self.staff.values().map(StaffEntry::person)
    }

    /// The key of whoever looks after the inbox of a unit in the first seat.
    pub fn inbox(&self, unit: UnitId) -> Option<&str> {
        self.inboxes.get(&unit).map(String::as_str)
    }

    /// The key of a unit's manager.
    pub fn manager(&self, unit: UnitId) -> Option<&str> {
        self.managers.get(&unit).map(String::as_str)
    }

    /// The key of a professional.
    pub fn key(&self, person: PersonId) -> &str {
        self.keys.get(&person).map_or("", String::as_str)
    }

    pub fn name(&self, person: PersonId) -> &str {
        self.staff(self.key(person)).map_or("", |member| &member.name)
    }

    /// The trade of a professional.
    pub fn who(&self, person: PersonId) -> &str {
        self.staff(self.key(person)).map_or("", |member| &member.who)
    }

    pub fn phone(&self, person: PersonId) -> &str {
        self.staff(self.key(person)).map_or("", |member| &member.phone)
    }

    pub fn unit_name(&self, unit: UnitId) -> &str {
        self.organisation.unit(unit).map_or("", |unit| unit.name.as_str())
    }
}

fn inbox(member: &StaffEntry) -> Option<(UnitId, String)> {
    let seat = member.seats.first().filter(|seat| seat.inbox)?;
    Some((seat.unit?, member.key.clone()))
}

fn managed(member: &StaffEntry) -> impl Iterator<Item = (UnitId, String)> {
    let seats = member.seats.iter().filter(|seat| seat.role == RoleWord::Manager);
    seats.filter_map(|seat| Some((seat.unit?, member.key.clone())))
}
