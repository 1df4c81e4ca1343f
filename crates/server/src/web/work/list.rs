//! What waits for me? One page that answers, received summonses first (PRI-21).

use crate::web::{
    actor::CurrentActor,
    app::App,
    case::{Case, Seen},
    error::Answer,
    lots::meetings,
    page::{Page, show},
    samba::deidentified,
    texts::Texts,
    work::tasks::{self, TaskLine, days_between, days_left},
};
use askama::Template;
use axum::extract::State;
use domain::{
    UnitId,
    waiting::{Owner, Task, TaskKind},
};
use policy::{Action, Actor, Ground, Seat};

#[derive(Template)]
#[template(path = "work/list.html")]
struct WorkPage {
    t: &'static Texts,
    page: Page,
    /// Summonses that have come in and wait for somebody to take them on.
    received: Vec<TaskLine>,
    mine: Vec<TaskLine>,
    /// What others in my processes are waiting for.
    processes: Vec<ProcessLine>,
    ended: Vec<String>,
    /// What the reader asks the bodies without telling about whom.
    deidentified: Vec<deidentified::Line>,
}

/// A process in a list.
pub struct ProcessLine {
    pub href: String,
    pub child: String,
    pub state: String,
    /// Nothing where the state is not the reader's to know.
    pub state_word: Option<&'static str>,
    pub role: String,
    pub next: String,
    pub protected: bool,
}

/// `GET /work`
pub async fn read(State(app): State<App>, page: Page, CurrentActor(actor): CurrentActor) -> Answer {
    let t = page.t;
    let (cases, ended) = app.visible_and_ended(actor).await?;
    let (mut received, mut mine) = (vec![], vec![]);
    for case in &cases {
        let tasks = case.process.tasks(&app.calendar, case.now.today());
        for task in tasks.iter().filter(|task| is_mine(actor, case, task)) {
            let line = tasks::line(t, case, task);
            let first = matches!(task.kind, TaskKind::NameParticipants | TaskKind::ReplyToSummons);
            if first { received.push((task.due, line)) } else { mine.push((task.due, line)) }
        }
    }
    let sorted = |mut lines: Vec<(Option<jiff::civil::Date>, TaskLine)>| {
        lines.sort_by_key(|(due, _)| (due.is_none(), *due));
        lines.into_iter().map(|(_, line)| line).collect()
    };
    let deidentified = deidentified::of_writer(&app, t, actor).await?;
    let protected = cases.iter().any(|case| case.process.is_protected());
    show(&WorkPage {
        t,
        received: sorted(received),
        mine: sorted(mine),
        processes: cases.iter().map(|case| process_line(&app, t, case)).collect(),
        ended: ended.into_iter().map(|on| t.with("work-ended", &[("date", &t.date(on))])).collect(),
        deidentified,
        page: page.work().marked_if(protected),
    })
}

/// Whether a task waits for this person in this seat.
pub fn is_mine(actor: Actor, case: &Case, task: &Task) -> bool {
    match (task.owner, actor.seat) {
        (Owner::Person(person), _) => person == actor.person,
        (Owner::Inbox(unit), Seat::Staff { unit: own, inbox }) => inbox && own == unit,
        (Owner::Unit(unit), Seat::Staff { unit: own, .. }) => own == unit && takes_part(case, unit, actor),
        (Owner::NamedUsers(unit), Seat::Staff { unit: own, .. }) => {
            own == unit && case.process.is_named_user(unit, actor.person)
        }
        (Owner::Manager(unit), Seat::Manager { unit: own }) => own == unit,
        (Owner::Inbox(_) | Owner::Unit(_) | Owner::NamedUsers(_) | Owner::Manager(_), _) => false,
    }
}

fn takes_part(case: &Case, unit: UnitId, actor: Actor) -> bool {
    case.process.deliveries.takes_part(unit, actor.person)
}

pub fn process_line(app: &App, t: &Texts, case: &Seen) -> ProcessLine {
    let whole = case.action == Action::ReadProcess;
    let received = received(app, t, case).filter(|_| !whole);
    let state = case.process.state(case.now.today());
    // Of where things are a narrow tie tells nothing (PID-4, PID-6).
    let narrow = matches!(
        case.ground,
        Ground::GuardianApart
            | Ground::Manager(_)
            | Ground::SecondReader(_)
            | Ground::DisclosedTo(_)
            | Ground::SambaContact
            | Ground::SambaCoordinator
            | Ground::BodyMember(..)
    );
    let received = received.or_else(|| narrow.then(String::new));
    let meetings = case.process.meetings.ahead().filter(|(_, meeting)| meetings::is_open(case, meeting));
    let next = meetings.map(|(_, meeting)| meeting.start).min();
    ProcessLine {
        href: opens_at(case.action, case),
        child: case.name(case.process.child()).to_owned(),
        state_word: received.is_none().then(|| state.word()),
        state: received.unwrap_or_else(|| t.get(&format!("state-{}", state.word().replace('_', "-")))),
        role: role(t, case.ground),
        next: match next {
            _ if !whole => String::new(),
            Some(start) => t.date_time(start),
            None => t.get("processes-no-next"),
        },
        protected: case.process.is_protected(),
    }
}

/// All that a summons tells an inbox of where things are: when it came, and the days left to answer it.
fn received(app: &App, t: &Texts, case: &Case) -> Option<String> {
    let Ground::Inbox(unit) = case.ground else { return None };
    let received = case.process.deliveries.of(unit).and_then(|delivery| delivery.received);
    let Some((on, _)) = received else { return Some(t.get("inbox-not-received")) };
    let words = t.with("processes-received", &[("date", &t.date(on))]);
    let due = case.process.earliest_for(unit, &app.calendar);
    Some(match due.filter(|_| case.process.meetings.held_count() == 0) {
        Some(due) => format!("{words} {}", days_left(t, days_between(case.now.today(), due))),
        None => words,
    })
}

/// The page that is open to whoever may do this at most with the process: an inbox has the summons, and of what ended with the 18th
/// birthday only the hand-over is left (CON-25).
pub fn opens_at(action: Action, case: &Case) -> String {
    let ended = case.process.discontinued(case.now.today()).is_some();
    match case.ground {
        Ground::Inbox(_) => format!("/inbox/{}", case.id),
        Ground::GuardianApart => format!("/family/processes/{}/apart", case.id),
        Ground::SecondReader(_) => format!("/processes/{}/separate-copies", case.id),
        Ground::Manager(_) => format!("/named-users/{}", case.id),
        Ground::DisclosedTo(_) => format!("/disclosed/{}", case.id),
        Ground::SambaContact | Ground::SambaCoordinator | Ground::BodyMember(..) => {
            format!("/samba/cases/{}", case.id)
        }
        // The consent has run out: only what renews it is left to those who lead (T16).
        Ground::Initiator | Ground::Lots if action == Action::ReadSummons => {
            format!("/processes/{}/summons", case.id)
        }
        Ground::Initiator if ended => format!("/processes/{}/hand-over", case.id),
        Ground::Child
        | Ground::Guardian
        | Ground::Initiator
        | Ground::Lots
        | Ground::Chair
        | Ground::Participant(_)
        | Ground::TookPart(_) => format!("/processes/{}", case.id),
    }
}

/// In which role somebody stands in a process.
pub fn role(t: &Texts, ground: Ground) -> String {
    t.get(match ground {
        Ground::Child => "role-child",
        Ground::Guardian | Ground::GuardianApart => "role-guardian",
        Ground::Initiator => "role-initiator",
        Ground::Lots => "role-lots",
        Ground::Chair => "role-chair",
        Ground::Participant(_) => "role-participant",
        Ground::Inbox(_) => "role-inbox",
        Ground::SecondReader(_) => "role-second-reader",
        Ground::Manager(_) => "role-manager",
        Ground::DisclosedTo(_) => "role-disclosed-to",
        Ground::SambaContact => "role-samba-contact",
        Ground::SambaCoordinator => "role-samba-coordinator",
        Ground::BodyMember(..) => "role-body-member",
        Ground::TookPart(_) => "role-took-part",
    })
}
