//! What does somebody in the family need to see about one process, at a glance?

use domain::{PersonId, party::Receiver};

use super::{
    frame::{Frame, child, home},
    status::{self, Status},
    tasks::{self, Task},
    voice::{Voice, key},
};
use crate::web::case::Case;

/// One process as its family sees it.
pub struct Overview {
    pub frame: Frame,
    pub status: Status,
    pub tasks: Vec<Task>,
    pub meeting: Option<NextMeeting>,
    pub helper: Helper,
    /// The newest copy of the plan that I have been given.
    pub plan: Option<PlanLink>,
}

/// The meeting that comes next.
pub struct NextMeeting {
    pub href: String,
    pub kind: String,
    pub date: String,
    /// "14.10 till 15.30"
    pub time: String,
    pub place: String,
}

/// Who helps the family: the Lots, and before there is one whoever took the initiative.
pub struct Helper {
    pub title: String,
    pub about: String,
    pub name: String,
    pub unit: String,
    pub phone: Option<Phone>,
}

/// A number to ring by touching it.
pub struct Phone {
    pub href: String,
    pub words: String,
}

pub struct PlanLink {
    pub href: String,
    pub from: String,
}

pub fn of(t: Voice, case: &Case, me: PersonId) -> Overview {
    Overview {
        frame: Frame::of(case),
        status: status::of(t, case),
        tasks: tasks::of(t, case, me),
        meeting: next_meeting(t, case),
        helper: helper(t, case),
        plan: plan(t, case, me),
    }
}

fn next_meeting(t: Voice, case: &Case) -> Option<NextMeeting> {
    let (number, meeting) = case.process.meetings.ahead().min_by_key(|(_, meeting)| meeting.start)?;
    Some(NextMeeting {
        href: format!("{}/meetings/{number}", home(case.id)),
        kind: t.get(&format!("family-meeting-{}", key(meeting.kind.word()))),
        date: t.date(meeting.start.date()),
        time: t.with(
            "family-from-to",
            &[("start", &t.time(meeting.start.time())), ("end", &t.time(meeting.end))],
        ),
        place: case.text(meeting.place).to_owned(),
    })
}

fn helper(t: Voice, case: &Case) -> Helper {
    let person = case.process.lead();
    let chosen = case.process.plan.lots_person().is_some();
    let (title, about) = if chosen {
        ("family-helper-lots", "family-helper-lots-about")
    } else {
        ("family-helper-initiator", "family-helper-initiator-about")
    };
    Helper {
        title: t.get(title),
        about: t.with(about, &[("child", &child(case))]),
        name: case.name(person).to_owned(),
        unit: case.process.unit_of(person).map(|unit| case.unit(unit).into_owned()).unwrap_or_default(),
        phone: case.person(person).and_then(|person| person.phone.as_deref()).map(phone),
    }
}

fn plan(t: Voice, case: &Case, me: PersonId) -> Option<PlanLink> {
    let number = case.process.newest_plan_copy(Receiver::Family { person: me })?;
    let (_, copy) = case.process.plan.copy_numbers().find(|(copy, _)| *copy == number)?;
    Some(PlanLink { href: format!("{}/plan", home(case.id)), from: t.date(copy.on) })
}

/// A number as it is written, and as a telephone rings it.
pub fn phone(number: &str) -> Phone {
    let digits: String = number.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    Phone { href: format!("tel:{digits}"), words: number.to_owned() }
}
