//! What is still missing, and how does the meeting end? (T8, T12, T13, T14)

mod hold;

use askama::Template;
use axum::extract::State;
use domain::{
    MeetingNo, ProcessId,
    choice::MeetingKind,
    form::{Binding, Filled, FormRole},
    lots::{
        meeting::Meeting,
        readiness::{self, Readiness},
    },
};
use policy::{Action, Actor};

use crate::web::{
    actor::CurrentActor,
    app::App,
    case::{Case, Outcome},
    error::{Answer, WebError},
    form::{Choice, Fields, FormView},
    form_data::Blank,
    lots::{
        meetings::{self, agenda::family_speaks_at, booking::unit_choices},
        offer,
        papers::{
            self, NextMeeting,
            follow_up::{self as follow_up_paper, Onwards},
        },
    },
    page::{Page, show, show_again},
    path::Path,
    receipt::Receipt,
    refusal_words::explain,
    texts::Texts,
};
use hold::Typed;

#[derive(Template)]
#[template(path = "lots/meetings/close.html")]
struct ClosePage {
    t: &'static Texts,
    page: Page,
    form: FormView,
    room: String,
    process: String,
    kind: String,
    missing: Vec<Missing>,
    /// What the plan's own form still lacks.
    plan_faults: Vec<String>,
    follow_up_faults: Vec<String>,
    attendance_faults: Vec<String>,
    first_meeting: bool,
    books_next: bool,
    closing: Option<String>,
    without_next: Option<String>,
    asks_others: bool,
    units: Vec<Choice>,
    chairs: Vec<Choice>,
    window: (String, String),
    today: String,
}

/// Something that is missing, with the page where it is put right.
struct Missing {
    words: String,
    ways: Vec<(String, String)>,
}

/// Everything that has been written in the room.
pub struct Written {
    case: Case,
    number: MeetingNo,
    attendance: domain::form::Values,
    plan: domain::form::Values,
    follow_up: domain::form::Values,
}

impl Written {
    async fn read(app: &App, actor: Actor, process: ProcessId, number: MeetingNo) -> Result<Self, WebError> {
        let action = Action::HoldMeeting;
        let (_, attendance) =
            app.draft(actor, papers::attendance::key(process, number, &app.forms), action).await?;
        let (_, follow_up) =
            app.draft(actor, follow_up_paper::key(process, number, &app.forms), action).await?;
        let (case, plan) = app.draft(actor, papers::plan_key(process, &app.forms), action).await?;
        let form = app.forms.form(FormRole::Plan);
        let plan = match &plan {
            Some(_) => papers::written(plan.as_ref()),
            None => papers::unfinished(form, &case),
        };
        let (attendance, follow_up) =
            (papers::written(attendance.as_ref()), papers::written(follow_up.as_ref()));
        let written = Self { case, number, attendance, plan, follow_up };
        written.meeting()?;
        Ok(written)
    }

    /// The meeting, still open and on its day.
    fn meeting(&self) -> Result<&Meeting, WebError> {
        let meeting = self.case.process.meetings.get(self.number).filter(|meeting| meeting.is_ahead());
        meeting.ok_or(WebError::NotFound)
    }

    fn onwards(&self, app: &App) -> Onwards {
        match self.meeting() {
            Ok(meeting) if meeting.kind != MeetingKind::Initial => {
                follow_up_paper::onwards(app.forms.form(FormRole::FollowUp), &self.follow_up)
            }
            Ok(_) | Err(_) => Onwards::NextMeeting,
        }
    }

    /// Whether "measures by others" holds anything (SoL 10:8 item 3).
    fn others(&self, app: &App) -> bool {
        let form = app.forms.form(FormRole::Plan);
        form.bound(Binding::OthersDo).is_some_and(|field| !self.plan.rows(&field.id).is_empty())
    }

    /// What the room has answered so far, beside what stands in the process.
    fn answered(&self, app: &App, others_answered: bool, attempted: bool) -> Result<Readiness, WebError> {
        let meeting = self.meeting()?;
        Ok(Readiness {
            meeting: self.number,
            family_speaks_at: family_speaks_at(app.forms.manual().agenda(meeting.kind)),
            others_answered,
            attempted,
            followed_up: meeting.kind == MeetingKind::Initial || !self.follow_up.is_empty(),
            closing: matches!(self.onwards(app), Onwards::Closing { .. }),
        })
    }

    /// The three papers as they would be frozen now, with the next meeting as it was typed.
    fn papers<'a>(&self, app: &'a App, t: &Texts, next: Option<NextMeeting>) -> Result<Papers<'a>, WebError> {
        let (case, meeting) = (&self.case, self.meeting()?);
        let attendance = case.blank(&app.forms, FormRole::Attendance);
        let follow_up = app.forms.form(FormRole::FollowUp);
        let mut standing = papers::Standing::working(case, Some(self.number));
        standing.next = next.clone();
        let plan = app.forms.form(FormRole::Plan);
        Ok(Papers {
            attendance: papers::attendance::blank(
                t,
                attendance,
                case,
                self.number,
                meeting,
                &self.attendance,
            ),
            follow_up: (meeting.kind != MeetingKind::Initial)
                .then(|| follow_up_paper::blank(t, follow_up, case, self.number, meeting, next.as_ref())),
            plan: papers::plan_blank(t, plan, case, &standing),
        })
    }

    fn plan_values(&self, app: &App) -> domain::form::Values {
        papers::with_child_information(app.forms.form(FormRole::Plan), &self.case, self.number, &self.plan)
    }
}

/// The blanks of the room.
pub struct Papers<'a> {
    attendance: Blank<'a>,
    follow_up: Option<Blank<'a>>,
    plan: Blank<'a>,
}

/// The papers, rightly filled in.
pub struct FilledPapers {
    pub attendance: Filled,
    pub follow_up: Option<Filled>,
    pub plan: Filled,
}

/// `GET /processes/{process}/meetings/{meeting}/close`
pub async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path((process, number)): Path<(ProcessId, MeetingNo)>,
) -> Answer {
    let written = Written::read(&app, actor, process, number).await?;
    let meeting = written.meeting()?;
    let form = page.form().with("chair", written.case.process.lead().to_string());
    let form = form.with("place", written.case.text(meeting.place));
    let form = meeting.units.iter().fold(form, |form, unit| form.with("units", unit.to_string()));
    show(&view(&app, page, &written, form)?)
}

/// `POST /processes/{process}/meetings/{meeting}/close`
pub async fn update(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path((process, number)): Path<(ProcessId, MeetingNo)>,
    mut fields: Fields,
) -> Answer {
    let written = Written::read(&app, actor, process, number).await?;
    let Some(typed) = Typed::read(&app, page.t, &written, &mut fields)? else {
        return show_again(&view(&app, page, &written, fields.back())?);
    };
    let told = typed.told();
    match typed.hold(&app, actor, process, page.t, &written).await? {
        hold::Held::Unfinished => {
            fields.fault("missing", page.t.get("close-papers-unfinished"));
            show_again(&view(&app, page, &written, fields.back())?)
        }
        hold::Held::Answered(Outcome::Refused(refusal)) => {
            let form = fields.back_refused(explain(&refusal, &written.case));
            show_again(&view(&app, page, &written, form)?)
        }
        hold::Held::Answered(Outcome::Done(_)) => {
            app.receipt_in(actor, process, receipt(page.t, &written, told)).await
        }
    }
}

fn receipt(t: &Texts, written: &Written, told: Vec<String>) -> Receipt {
    let case = &written.case;
    let version = case.process.plan.versions().count() + 1;
    let due = written.meeting().map(|meeting| case.calendar.release_due(meeting.start.date()));
    let receipt =
        Receipt::new(t.get("close-done")).happened(t.with("close-done-version", &[("version", &version)]));
    let receipt = told.into_iter().fold(receipt, Receipt::happened);
    let receipt = match due {
        Ok(due) => receipt.next(t.with("close-done-due", &[("date", &t.date(due))])),
        Err(_) => receipt,
    };
    receipt
        .next_at(
            t.get("close-done-release"),
            format!("/processes/{}/plan/versions/{version}/release", case.id),
        )
        .next_at(t.get("to-process"), format!("/processes/{}", case.id))
}

/// What the rules still miss, as the room has answered so far.
fn missing(app: &App, written: &Written, form: &FormView) -> Result<Vec<Missing>, WebError> {
    let attempted = !form.value("obstacle").trim().is_empty();
    // What can be answered on this page is not said to be missing before it is sent.
    let answered = written.answered(app, true, attempted)?;
    let case = &written.case;
    let all = match readiness::missing(&case.process, &case.organisation, case.now, &answered) {
        Ok(all) => all,
        Err(refusal) => vec![refusal],
    };
    let in_words = all.iter().map(|refusal| {
        let explained = explain(refusal, case);
        let ways = explained.instead.into_iter().filter_map(|way| Some((way.href?, way.words)));
        Missing { words: explained.what, ways: ways.collect() }
    });
    Ok(in_words.collect())
}

fn view(app: &App, page: Page, written: &Written, form: FormView) -> Result<ClosePage, WebError> {
    let (t, case, meeting) = (page.t, &written.case, written.meeting()?);
    let papers = written.papers(app, t, None)?;
    let follow_up = papers.follow_up.as_ref();
    let onwards = written.onwards(app);
    let initial = case.process.meetings.initial_held_on().unwrap_or(meeting.start.date());
    let (from, to) = case.calendar.window(initial);
    Ok(ClosePage {
        room: meetings::address(case.id, written.number),
        process: format!("/processes/{}", case.id),
        kind: meetings::kind(t, meeting.kind),
        missing: missing(app, written, &form)?,
        plan_faults: papers.plan.unfinished(t, &written.plan_values(app)),
        attendance_faults: papers.attendance.unfinished(t, &written.attendance),
        follow_up_faults: follow_up.map(|blank| blank.unfinished(t, &written.follow_up)).unwrap_or_default(),
        first_meeting: meeting.kind == MeetingKind::Initial,
        books_next: onwards == Onwards::NextMeeting,
        closing: match &onwards {
            Onwards::Closing { reason, .. } => {
                Some(t.get(&format!("closing-reason-{}", offer::dashed(reason.word()))))
            }
            Onwards::NextMeeting | Onwards::NoNextMeeting { .. } => None,
        },
        without_next: match &onwards {
            Onwards::NoNextMeeting { reason } => Some(reason.clone()),
            Onwards::NextMeeting | Onwards::Closing { .. } => None,
        },
        asks_others: !written.others(app),
        units: unit_choices(case, &form, &case.process.callable_units(case.now.today())),
        chairs: offer::professionals(t, case).choices(),
        window: (t.date(from), t.date(to)),
        today: case.now.today().to_string(),
        form,
        page: page.work().marked_if(case.process.is_protected()),
        t,
    })
}
