//! Where is this process, and what can I do in it? The page of one process for those who work in it.

use crate::web::{
    actor::CurrentActor,
    app::App,
    case::Case,
    course,
    error::Answer,
    fairway::FairwayPicture,
    identity::Actor,
    log_review::reference,
    lots::meetings,
    page::{Page, go, show},
    path::Path,
    texts::Texts,
    work::{
        list::{is_mine, opens_at, role},
        tasks::{self, TaskLine},
    },
};
use askama::Template;
use axum::extract::State;
use domain::{
    ProcessId,
    choice::Reply,
    lots::{circle::UnitStatus, state::State as ProcessState},
    party::Receiver,
    waiting::Task,
};
use policy::{Action, rule};

#[derive(Template)]
#[template(path = "work/process.html")]
struct ProcessPage {
    t: &'static Texts,
    page: Page,
    child: String,
    state: String,
    state_means: String,
    role: String,
    flags: Vec<String>,
    fairway: FairwayPicture,
    waiting: Vec<TaskLine>,
    for_others: Vec<String>,
    next: Option<NextMeeting>,
    lots: Option<String>,
    lead: String,
    units: Vec<UnitLine>,
    family: Vec<String>,
    places: Vec<Place>,
    reference: String,
}

struct NextMeeting {
    when: String,
    place: String,
    href: String,
}

/// A unit around the child, and how far it has come.
struct UnitLine {
    name: String,
    standing: String,
    people: String,
    received: Option<String>,
}

/// Something that can be read or done here.
struct Place {
    href: String,
    words: String,
    about: String,
}

/// What somebody may do at least for whom this page is closed and another is open.
const ELSEWHERE: [Action; 2] = [Action::ReadSummons, Action::CompareSeparateCopy];

/// `GET /processes/{process}`: to whom the page is closed the one that is open is shown instead, as in the list.
pub async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
) -> Answer {
    let (action, case) = app.glance_or(actor, process, Action::ReadProcess, ELSEWHERE).await?;
    if action != Action::ReadProcess {
        return Ok(go(&opens_at(action, &case)));
    }
    show(&view(&app, page.work().marked_if(case.process.is_protected()), actor, &case))
}

fn view(app: &App, page: Page, actor: Actor, case: &Case) -> ProcessPage {
    let (t, today) = (page.t, case.now.today());
    let state = case.process.state(today);
    let word = state.word().replace('_', "-");
    let tasks = case.process.tasks(&app.calendar, today);
    let (own, others): (Vec<&Task>, Vec<&Task>) = tasks.iter().partition(|task| is_mine(actor, case, task));
    // What waits for others tells of units that are only proposed (CON-03) and of a child's no.
    let prepares = rule(actor, Action::ReadPreMeeting, &case.process, case.now).is_ok();
    let shown = others.iter().filter(|_| prepares);
    let mut for_others: Vec<String> = shown.map(|task| tasks::line(t, case, task).what).collect();
    for_others.dedup();
    ProcessPage {
        child: case.name(case.process.child()).to_owned(),
        state: t.get(&format!("state-{word}")),
        state_means: t.get(&format!("state-{word}-means")),
        role: role(t, case.ground),
        flags: flags(t, case),
        fairway: course::picture(t, case, &app.calendar, &app.bodies),
        waiting: own.into_iter().map(|task| tasks::line(t, case, task)).collect(),
        for_others,
        next: next_meeting(t, case),
        lots: case.process.plan.lots_person().map(|person| person_with_unit(case, person)),
        lead: person_with_unit(case, case.process.opening.initiator),
        units: units(t, case, state),
        family: case.process.family(today).into_iter().map(|person| case.name(person).to_owned()).collect(),
        places: places(t, actor, case),
        reference: reference(case.id),
        t,
        page,
    }
}

fn person_with_unit(case: &Case, person: domain::PersonId) -> String {
    let unit = case.process.unit_of(person).map(|unit| case.unit(unit)).unwrap_or_default();
    format!("{}, {unit}", case.name(person))
}

fn flags(t: &Texts, case: &Case) -> Vec<String> {
    let flags = case.process.flags(case.now.today());
    let all = [
        (flags.escalated, "flag-escalated"),
        (flags.young_adult_soon, "flag-young-adult-soon"),
        (flags.restricted_disclosure, "flag-restricted"),
        (case.process.decisive_matters_blocked(), "flag-decisive-blocked"),
    ];
    all.into_iter().filter(|(raised, _)| *raised).map(|(_, key)| t.get(key)).collect()
}

fn next_meeting(t: &Texts, case: &Case) -> Option<NextMeeting> {
    let (number, meeting) =
        case.process.meetings.ahead().find(|(_, meeting)| meetings::is_open(case, meeting))?;
    Some(NextMeeting {
        when: t.date_time(meeting.start),
        place: case.text(meeting.place).to_owned(),
        href: format!("/processes/{}/meetings/{number}", case.id),
    })
}

/// The units, as far as whoever looks may know of them: proposed ones only before the summons, when
/// only family and lead are here (CON-03).
fn units(t: &Texts, case: &Case, state: ProcessState) -> Vec<UnitLine> {
    let (process, today) = (&case.process, case.now.today());
    let preparing = state < ProcessState::Summoned;
    let planned =
        process.circle.iter().filter(|(unit, _)| preparing && process.deliveries.of(*unit).is_none());
    let planned = planned.map(|(unit, entry)| UnitLine {
        name: case.unit(unit).into_owned(),
        standing: t.get(match entry.status {
            UnitStatus::Proposed => "unit-proposed",
            UnitStatus::ApprovedByFamily(_) => "unit-approved",
            UnitStatus::Struck => "unit-struck",
        }),
        people: String::new(),
        received: None,
    });
    let called = process.deliveries.iter().map(|(unit, delivery)| {
        let people: Vec<&str> = delivery.participants.iter().map(|person| case.name(*person)).collect();
        let standing = if !process.admits(unit, today) {
            "unit-left"
        } else {
            match &delivery.reply {
                None if delivery.received.is_none() => "unit-sent",
                None => "unit-received",
                Some(Reply::Coming { .. }) => "unit-coming",
                Some(Reply::Substitute { .. }) => "unit-substitute",
                Some(Reply::Prevented { .. }) => "unit-prevented",
            }
        };
        UnitLine {
            name: case.unit(unit).into_owned(),
            standing: t.get(standing),
            people: people.join(", "),
            received: delivery.received.map(|(on, _)| t.date(on)),
        }
    });
    planned.chain(called).collect()
}

/// What can be read and done, as the policy has it: nothing is shown that would be turned down.
fn places(t: &Texts, actor: Actor, case: &Case) -> Vec<Place> {
    let unit = case.process.unit_of(actor.person).unwrap_or(case.process.opening.unit);
    let own_copy = Action::ReadCopy { receiver: Receiver::Unit { unit } };
    let all = [
        ("units", Action::ProposeUnit),
        ("pre-meeting", Action::ReadPreMeeting),
        ("summons", Action::ReadSummons),
        ("signatures", Action::RegisterSignature),
        ("dispatch", Action::Dispatch),
        ("deliveries", Action::ReadPreMeeting),
        ("consent", Action::ReadPreMeeting),
        ("meetings/new", Action::BookMeeting),
        ("lots", Action::ProposeLots),
        ("plan", Action::ReadWorkingPlan),
        ("lines", Action::ReadOwnLines),
        ("earlier-plan", Action::ReadEarlierPlan),
        ("copies", own_copy),
        ("changes", Action::ReadProcess),
        ("withheld", Action::WithholdItem),
        ("third-persons", Action::RecordThirdPersonsWord),
        ("other-grounds", Action::DecideOtherGround { unit }),
        ("closing", Action::WriteClosing),
        ("hand-over", Action::HandOver),
        ("consent-revocation", Action::ReadProcess),
        ("protection", Action::Protect),
        ("separate-copies", Action::CompareSeparateCopy),
        ("pause", Action::Pause),
        ("samba-contact", Action::ContactSamba),
        ("samba", Action::ReadSamba),
    ];
    let today = case.now.today();
    let adult = case.process.is_adult(today) || case.process.flags(today).young_adult_soon;
    let hidden = !case.process.hidden_guardians(today).is_empty();
    let again = case.process.opening.previous.is_some();
    let in_samba = case.process.samba.last_case().is_some();
    let meant = all.into_iter().filter(|(path, _)| match *path {
        "hand-over" => adult,
        "earlier-plan" => again,
        "separate-copies" => hidden,
        "samba" => in_samba,
        "samba-contact" => case.process.samba.open_case().is_none(),
        _ => true,
    });
    let allowed = meant.filter(|(_, action)| rule(actor, *action, &case.process, case.now).is_ok());
    let made = allowed.map(|(path, _)| {
        let key = path.replace('/', "-");
        Place {
            href: format!("/processes/{}/{path}", case.id),
            words: t.get(&format!("place-{key}")),
            about: t.get(&format!("place-{key}-about")),
        }
    });
    made.collect()
}
