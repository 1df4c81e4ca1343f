//! What is on the agenda of a meeting of a body, who was there, and what was written? (BOD-4 to BOD-8)

use askama::Template;
use axum::extract::State;
use domain::{
    BodyMeetingId, PartyId, PersonId,
    samba::{
        bodies::Body,
        meeting::{BodyMeeting, Part, Status, Step, Wording},
    },
};
use store::StoredMeeting;

use super::{
    address, body,
    cases::list::{Line, on_agenda},
    deidentified, words,
};
use crate::web::{
    actor::CurrentActor,
    app::App,
    error::{Answer, WebError},
    form::{Choice, FormView},
    identity::{Actor, Seat},
    page::{Page, show},
    path::Path,
    texts::Texts,
};

#[derive(Template)]
#[template(path = "samba/meeting.html")]
pub struct MeetingPage {
    t: &'static Texts,
    page: Page,
    form: FormView,
    here: String,
    back: &'static str,
    body: String,
    title: String,
    when: String,
    place: String,
    status: (String, &'static str),
    /// Which fixed day it is held for, where it was before, why it was called off.
    notes: Vec<String>,
    may: May,
    parties: Vec<PartyLine>,
    secretary: Option<String>,
    steps: Vec<StepLine>,
    secretaries: Vec<Choice>,
    parts: Vec<PartLine>,
    /// Those that the gate admits, and no word of others.
    cases: Vec<Line>,
    deidentified: Vec<deidentified::Line>,
}

/// What there is to do now, for whoever convenes.
#[derive(Default)]
struct May {
    convene: bool,
    move_it: bool,
    hold: bool,
    write: bool,
    correct: bool,
}

/// Who sits in the body for a party.
struct PartyLine {
    name: String,
    title: String,
    people: Vec<(String, Option<String>)>,
}

/// One of the three steps before the cases.
struct StepLine {
    word: &'static str,
    name: String,
    done: bool,
    /// It is the one to do now.
    now: bool,
}

/// A part of the minutes.
struct PartLine {
    word: String,
    name: String,
    text: String,
    /// Who corrected it last, when and why.
    corrected: Option<String>,
    /// What stood there before.
    earlier: Vec<(String, String)>,
}

/// `GET /body-meetings/{meeting}`
pub async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(id): Path<BodyMeetingId>,
) -> Answer {
    let form = page.form();
    show(&view(&app, page, form, actor, id).await?)
}

pub async fn view(
    app: &App,
    page: Page,
    form: FormView,
    actor: Actor,
    id: BodyMeetingId,
) -> Result<MeetingPage, WebError> {
    let stored = app.store.body_meeting(actor, id, app.clock.now()).await?;
    let StoredMeeting { meeting, .. } = &stored;
    let (t, body) = (page.t, body(app, meeting.body)?);
    let convenes = matches!(actor.seat, Seat::SambaCoordinator);
    let mut parts = vec![];
    for part in words::parts(body) {
        parts.push(part_line(app, t, body, meeting, &part).await?);
    }
    let name =
        |person: PersonId| stored.seated.iter().find(|one| one.person == person).map(|one| one.name.clone());
    let present = meeting.attendance.iter().filter(|one| one.present);
    let secretaries =
        present.map(|one| Choice::new(one.person.to_string(), name(one.person).unwrap_or_default()));
    Ok(MeetingPage {
        form,
        here: address(id),
        back: if convenes { "/bodies" } else { "/body-meetings" },
        body: body.name.clone(),
        title: words::title(t, body, meeting),
        when: t.date_time(meeting.at),
        place: meeting.place.clone(),
        status: words::status(t, meeting),
        notes: notes(t, meeting),
        may: if convenes { may(app, meeting) } else { May::default() },
        parties: body.members.iter().map(|place| party(app, t, &stored, place.party, &place.title)).collect(),
        secretary: meeting.secretary.and_then(name),
        steps: steps(t, meeting),
        secretaries: secretaries.collect(),
        parts,
        cases: on_agenda(app, t, actor, id).await?,
        deidentified: deidentified::on_agenda(app, t, actor, id).await?,
        t,
        page: page.work(),
    })
}

fn notes(t: &Texts, meeting: &BodyMeeting) -> Vec<String> {
    let mut notes = vec![];
    match meeting.slot {
        Some(slot) if slot != meeting.at.date() => {
            notes.push(t.with("bodies-for-the-day", &[("date", &t.date(slot))]));
        }
        Some(_) => {}
        None => notes.push(t.get("bodies-beyond")),
    }
    for moved in &meeting.moved {
        let from = t.date_time(moved.from);
        let (place, reason) = (&moved.place, &moved.reason);
        notes.push(t.with("bodies-moved", &[("from", &from), ("place", place), ("reason", reason)]));
    }
    if let Status::Cancelled { reason } = &meeting.status {
        notes.push(t.with("bodies-cancelled", &[("reason", reason)]));
    }
    notes
}

fn may(app: &App, meeting: &BodyMeeting) -> May {
    let begun = !meeting.attendance.is_empty();
    let has_come = meeting.at.date() <= app.clock.now().today();
    match meeting.status {
        Status::Planned => May {
            convene: !has_come || meeting.at.date() == app.clock.now().today(),
            move_it: true,
            write: true,
            ..May::default()
        },
        Status::Convened => May { move_it: !begun, hold: has_come, write: true, ..May::default() },
        Status::Final => May { correct: true, ..May::default() },
        Status::Cancelled { .. } => May::default(),
    }
}

fn party(app: &App, t: &Texts, stored: &StoredMeeting, party: PartyId, title: &str) -> PartyLine {
    let attendance = &stored.meeting.attendance;
    let was_there = |person| {
        let found = attendance.iter().find(|one| one.person == person)?;
        Some(t.get(if found.present { "bodies-present" } else { "bodies-absent" }))
    };
    let seated = stored.seated.iter().filter(|one| one.party == party);
    PartyLine {
        name: app.bodies.party(party).map(|party| party.name.clone()).unwrap_or_default(),
        title: title.to_owned(),
        people: seated.map(|one| (one.name.clone(), was_there(one.person))).collect(),
    }
}

fn steps(t: &Texts, meeting: &BodyMeeting) -> Vec<StepLine> {
    let holds = meeting.status == Status::Convened && !meeting.attendance.is_empty();
    let step = |step: Step| StepLine {
        word: step.word(),
        name: words::step_name(t, step),
        done: meeting.done.contains(&step),
        now: holds && meeting.next_step() == Some(step),
    };
    Step::ALL.into_iter().map(step).collect()
}

async fn part_line(
    app: &App,
    t: &Texts,
    body: &Body,
    meeting: &BodyMeeting,
    part: &Part,
) -> Result<PartLine, WebError> {
    let mut earlier = vec![];
    for wording in meeting.earlier(part).iter().rev() {
        earlier.push((wording.text.clone(), written(app, t, wording).await?));
    }
    let last = meeting.minutes.get(part).and_then(|wordings| wordings.last());
    let corrected = match last {
        Some(last) if last.reason.is_some() => Some(written(app, t, last).await?),
        Some(_) | None => None,
    };
    Ok(PartLine {
        word: words::part_word(part).to_owned(),
        name: words::part_name(t, body, part),
        text: meeting.text(part).to_owned(),
        corrected,
        earlier,
    })
}

/// Who wrote it, when, and why it was corrected if it was.
async fn written(app: &App, t: &Texts, wording: &Wording) -> Result<String, WebError> {
    let name = app.store.person(wording.by).await?.map(|person| person.name).unwrap_or_default();
    let date = t.date(app.clock.local(wording.at).date());
    Ok(match &wording.reason {
        Some(reason) => t.with("bodies-corrected", &[("name", &name), ("date", &date), ("reason", reason)]),
        None => t.with("bodies-by", &[("name", &name), ("date", &date)]),
    })
}
