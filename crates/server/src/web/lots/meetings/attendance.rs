//! Who is here, and does the consent cover everybody? (3.5.3, form 5.0)

use askama::Template;
use axum::extract::State;
use domain::{
    MeetingNo, PersonId, ProcessId, TextId, UnitId,
    choice::Attendee,
    form::{Form, FormRole, Values},
    lots::{
        meeting::Meeting,
        room::{self, AcceptGuest, RecordAttendance},
    },
};
use policy::Action;

use crate::web::{
    actor::CurrentActor,
    app::App,
    case::{Case, Outcome},
    error::{Answer, WebError},
    form::{Choice, Fields, FormView},
    form_data::Drawn,
    lots::{
        drafting::{self, BASE, Desk, Kept, Versions},
        meetings, offer,
        papers::{
            self,
            attendance::{self as list, Listed},
        },
        saved::{Note, Saved, back},
    },
    page::{Page, show, show_again},
    path::{Asked, Path},
    refusal_words::explain,
    texts::Texts,
};

#[derive(Template)]
#[template(path = "lots/meetings/attendance.html")]
struct AttendancePage {
    t: &'static Texts,
    page: Page,
    form: FormView,
    saved: Option<String>,
    room: String,
    drawn: Drawn,
    guests: Vec<Guest>,
    family: Vec<Choice>,
    more: Vec<Choice>,
    complete: bool,
    versions: Option<Versions>,
}

/// Somebody in the room whom the consent does not cover, and whom the family has not yet accepted.
struct Guest {
    name: String,
    text: TextId,
}

/// `GET /processes/{process}/meetings/{meeting}/attendance`
pub async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path((process, number)): Path<(ProcessId, MeetingNo)>,
    Asked(saved): Asked<Saved>,
) -> Answer {
    let key = list::key(process, number, &app.forms);
    let desk = Desk::open(&app, actor, key, Action::RunMeeting).await?;
    let sheet = Sheet::new(&app, &desk.case, number)?;
    let values = sheet.values(page.t, &desk);
    let form = sheet.fill(page.t, page.form(), &values).with(BASE, desk.revision().to_string());
    let saved = saved.words(page.t);
    show(&AttendancePage { saved, ..sheet.view(page, form, &values) })
}

/// `POST /processes/{process}/meetings/{meeting}/attendance`: keeps the list, says that it is complete, or adds a
/// row to it.
pub async fn update(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path((process, number)): Path<(ProcessId, MeetingNo)>,
    mut fields: Fields,
) -> Answer {
    let key = list::key(process, number, &app.forms);
    let Desk { case, .. } = Desk::open(&app, actor, key.clone(), Action::RunMeeting).await?;
    let sheet = Sheet::new(&app, &case, number)?;
    let act = Act::read(fields.raw("act"));
    let posted = sheet.form.read(fields.every());
    let posted = match act {
        Act::Add(unit) => list::with_row(sheet.form, &posted, unit),
        Act::Keep | Act::Complete => list::without_empty(sheet.form, &case, sheet.meeting, &posted),
    };
    let blank = list::blank(page.t, sheet.form, &case, number, sheet.meeting, &posted);
    let values = blank.complete(&posted);
    if act == Act::Complete {
        blank.check(page.t, &mut fields, &values);
    }
    if fields.has_faults() {
        let form = blank.again(page.form(), fields.back(), &values, &[BASE]);
        return show_again(&sheet.view(page, form, &values));
    }
    let own = papers::own(sheet.form, &values);
    let base = drafting::base(&fields);
    let revision = match drafting::keep(&app, actor, key, Action::RunMeeting, base, &own).await? {
        Kept::Saved { revision } => revision,
        Kept::Conflict(conflict) => {
            let versions = Some(conflict.versions(page.t, &case, &blank, &own));
            let form = blank.again(page.form(), fields.back(), &values, &[]);
            let form = form.with(BASE, conflict.revision.to_string());
            return show_again(&AttendancePage { versions, ..sheet.view(page, form, &values) });
        }
    };
    let Listed { rows, texts, secretary } = list::listed(sheet.form, &case, sheet.meeting, &values)?;
    let complete = act == Act::Complete;
    let command = RecordAttendance { meeting: number, rows, secretary, complete };
    let decide = move |process: &_, now| room::record_attendance(process, now, command.clone());
    if let Outcome::Refused(refusal) = app.act(actor, process, Action::RunMeeting, texts, decide).await? {
        // The draft is saved: what was typed is there, though the list is not on record.
        let form = blank.again(page.form(), fields.back_refused(explain(&refusal, &case)), &values, &[]);
        let form = form.with(BASE, revision.to_string());
        return show_again(&sheet.view(page, form, &values));
    }
    let room = meetings::address(process, number);
    Ok(match act {
        Act::Complete => back(&room, Note::Complete, "present"),
        Act::Keep | Act::Add(_) => back(&format!("{room}/attendance"), Note::Attendance, "list"),
    })
}

/// What the list was posted for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Act {
    Keep,
    Complete,
    /// One more from a unit, or one more guest.
    Add(Option<UnitId>),
}

impl Act {
    fn read(word: &str) -> Act {
        match word.split_once(':') {
            Some(("add", "guest")) => Act::Add(None),
            Some(("add", unit)) => Act::Add(unit.parse().ok()),
            _ if word == "complete" => Act::Complete,
            _ => Act::Keep,
        }
    }
}

/// The list of one meeting.
struct Sheet<'a> {
    case: &'a Case,
    number: MeetingNo,
    meeting: &'a Meeting,
    form: &'a Form,
}

impl<'a> Sheet<'a> {
    fn new(app: &'a App, case: &'a Case, number: MeetingNo) -> Result<Self, WebError> {
        let meeting = case.process.meetings.get(number).filter(|meeting| meeting.is_ahead());
        let meeting = meeting.ok_or(WebError::NotFound)?;
        Ok(Self { case, number, meeting, form: case.blank(&app.forms, FormRole::Attendance) })
    }

    fn values(&self, t: &Texts, desk: &Desk) -> Values {
        desk.values().unwrap_or_else(|| list::first_values(t, self.form, self.case, self.meeting))
    }

    fn fill(&self, t: &Texts, form: FormView, values: &Values) -> FormView {
        list::blank(t, self.form, self.case, self.number, self.meeting, values).fill(form, values)
    }

    fn view(&self, page: Page, form: FormView, values: &Values) -> AttendancePage {
        let (t, case) = (page.t, self.case);
        let own = case.process.opening.unit;
        let units = [own].into_iter().chain(self.meeting.units.iter().copied());
        let more = units.map(|unit| {
            let words = t.with("attendance-add-unit", &[("unit", &case.unit(unit))]);
            Choice::new(format!("add:{unit}"), words)
        });
        AttendancePage {
            form,
            saved: None,
            room: meetings::address(case.id, self.number),
            drawn: list::blank(t, self.form, case, self.number, self.meeting, values).draw(t, values),
            guests: guests(case, self.meeting),
            family: offer::people(case, present_family(self.meeting)).choices(),
            more: more.chain([Choice::new("add:guest", t.get("attendance-add-guest"))]).collect(),
            complete: self.meeting.attendance_complete,
            versions: None,
            page: page.work().marked_if(case.process.is_protected()),
            t,
        }
    }
}

fn present_family(meeting: &Meeting) -> Vec<PersonId> {
    let there = meeting.attendance.iter().filter(|row| row.presence.is_there());
    there
        .filter_map(|row| match row.attendee {
            Attendee::Family { person } => Some(person),
            Attendee::Unit { .. } | Attendee::Guest { .. } => None,
        })
        .collect()
}

fn guests(case: &Case, meeting: &Meeting) -> Vec<Guest> {
    let today = case.now.today();
    let uncovered = meeting.attendance.iter().filter(|row| row.presence.is_there());
    let uncovered = uncovered.filter_map(|row| match row.attendee {
        Attendee::Family { .. } => None,
        Attendee::Unit { unit, .. } if case.process.admits(unit, today) => None,
        Attendee::Unit { name, .. } | Attendee::Guest { name } => Some(name),
    });
    let waiting = uncovered.filter(|name| !meeting.guests_accepted.contains(name));
    waiting.map(|text| Guest { name: case.text(text).to_owned(), text }).collect()
}

/// `POST /processes/{process}/meetings/{meeting}/guests`: the family has said yes to somebody in the room.
pub async fn accept_guest(
    State(app): State<App>,
    CurrentActor(actor): CurrentActor,
    Path((process, meeting)): Path<(ProcessId, MeetingNo)>,
    mut fields: Fields,
) -> Answer {
    let case = app.case(actor, process, Action::RunMeeting).await?;
    let room = case.process.meetings.get(meeting).ok_or(WebError::NotFound)?;
    let waiting = guests(&case, room);
    let guest = waiting.iter().find(|guest| guest.text.to_string() == fields.raw("guest"));
    let guest = guest.ok_or(WebError::NotFound)?.text;
    let Some(by) = offer::people(&case, present_family(room)).one(&mut fields, "by") else {
        return Err(WebError::Malformed("nobody in the family said yes"));
    };
    let command = AcceptGuest { meeting, guest, by };
    let decide = move |process: &_, now| room::accept_guest(process, now, command);
    match app.act(actor, process, Action::RunMeeting, vec![], decide).await? {
        Outcome::Refused(refusal) => Err(WebError::Refused(Box::new(explain(&refusal, &case)))),
        Outcome::Done(_) => {
            Ok(back(&format!("{}/attendance", meetings::address(process, meeting)), Note::Guest, "list"))
        }
    }
}
