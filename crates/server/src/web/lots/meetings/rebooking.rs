//! What when a meeting cannot be held as booked? Another time, or none. (T8x)

use askama::Template;
use axum::extract::State;
use domain::{
    MeetingNo, ProcessId,
    choice::{MeetingKind, RebookCause},
    lots::{
        booking::{self, CancelMeeting, RebookMeeting},
        meeting::Meeting,
    },
};
use policy::Action;

use crate::web::{
    actor::CurrentActor,
    app::App,
    case::{Case, Outcome, new_text},
    error::{Answer, WebError},
    form::{Choice, Fields, FormView, LINE_MAX},
    lots::{
        meetings::{self, REASON_MAX},
        offer::{self, Offer},
    },
    page::{Page, show, show_again},
    path::Path,
    receipt::Receipt,
    refusal_words::explain,
    texts::Texts,
};

#[derive(Template)]
#[template(path = "lots/meetings/rebooking.html")]
struct RebookingPage {
    t: &'static Texts,
    page: Page,
    form: FormView,
    meeting: String,
    child: String,
    kind: String,
    when: String,
    place: String,
    causes: Vec<Choice>,
    units: Vec<Choice>,
    today: String,
    /// Between which days a second meeting is to lie.
    window: Option<(String, String)>,
}

#[derive(Template)]
#[template(path = "lots/meetings/cancellation.html")]
struct CancellationPage {
    t: &'static Texts,
    page: Page,
    form: FormView,
    meeting: String,
    child: String,
    kind: String,
    when: String,
}

/// The meeting, if it is still ahead.
fn ahead(case: &Case, meeting: MeetingNo) -> Result<&Meeting, WebError> {
    case.process.meetings.get(meeting).filter(|meeting| meeting.is_ahead()).ok_or(WebError::NotFound)
}

fn causes(t: &Texts) -> Offer<RebookCause> {
    Offer::of(RebookCause::ALL, RebookCause::word, |word| t.get(&format!("rebook-cause-{word}")))
}

/// `GET /processes/{process}/meetings/{meeting}/rebooking`
pub async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path((process, meeting)): Path<(ProcessId, MeetingNo)>,
) -> Answer {
    let case = app.case(actor, process, Action::BookMeeting).await?;
    let booked = ahead(&case, meeting)?;
    let time = |time: jiff::civil::Time| time.strftime("%H:%M").to_string();
    let form = page.form().with("start", time(booked.start.time())).with("end", time(booked.end));
    let form = form.with("place", case.text(booked.place));
    show(&view(page, &case, meeting, form)?)
}

/// `POST /processes/{process}/meetings/{meeting}/rebooking`
pub async fn update(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path((process, meeting)): Path<(ProcessId, MeetingNo)>,
    mut fields: Fields,
) -> Answer {
    let case = app.case(actor, process, Action::BookMeeting).await?;
    let (t, units) = (page.t, ahead(&case, meeting)?.units.clone());
    let cause = causes(t).one(&mut fields, "cause");
    let absent = offer::units(&case, units.iter().copied()).many(&mut fields, "absent");
    let (date, start, end) = (fields.date("date"), fields.time("start"), fields.time("end"));
    let place = fields.text("place", LINE_MAX);
    let reason = fields.text_if_any("outside", REASON_MAX);
    let fits_family = fields.ticked("fits");
    let (false, Some(cause), Some(date), Some(start), Some(end), Some(place)) =
        (fields.has_faults(), cause, date, start, end, place)
    else {
        return show_again(&view(page, &case, meeting, fields.back())?);
    };
    let start = date.to_datetime(start);
    let when = t.with("booking-done-when", &[("when", &t.date_time(start)), ("place", &place)]);
    let place = new_text(place)?;
    let reason = reason.map(new_text).transpose()?;
    let command = RebookMeeting {
        meeting,
        start,
        end,
        place: place.id,
        cause,
        absent_without_notice: absent.clone(),
        fits_family,
        outside_window: reason.as_ref().map(|reason| reason.id),
    };
    let calendar = case.calendar.clone();
    let decide = move |process: &_, now| booking::rebook(process, &calendar, now, command.clone());
    let texts: Vec<_> = [place].into_iter().chain(reason).collect();
    if let Outcome::Refused(refusal) = app.act(actor, process, Action::BookMeeting, texts, decide).await? {
        let form = fields.back_refused(explain(&refusal, &case));
        return show_again(&view(page, &case, meeting, form)?);
    }
    let mut receipt = Receipt::new(t.get("rebooking-done")).happened(when);
    if !absent.is_empty() {
        receipt = receipt.happened(t.get("rebooking-deviation"));
    }
    let receipt = units
        .iter()
        .fold(receipt.told(t.get("booking-done-family")), |receipt, unit| {
            receipt.told(t.with("booking-done-unit", &[("unit", &case.unit(*unit))]))
        })
        .next_at(t.get("booking-done-next"), meetings::address(process, meeting));
    app.receipt_in(actor, process, receipt).await
}

fn view(page: Page, case: &Case, number: MeetingNo, form: FormView) -> Result<RebookingPage, WebError> {
    let (t, meeting) = (page.t, ahead(case, number)?);
    let initial = case.process.meetings.initial_held_on().filter(|_| meeting.kind == MeetingKind::Second);
    Ok(RebookingPage {
        form,
        meeting: meetings::address(case.id, number),
        child: case.name(case.process.child()).to_owned(),
        kind: meetings::kind(t, meeting.kind),
        when: t.date_time(meeting.start),
        place: case.text(meeting.place).to_owned(),
        causes: causes(t).choices(),
        units: offer::units(case, meeting.units.iter().copied()).choices(),
        today: case.now.today().to_string(),
        window: initial
            .map(|initial| case.calendar.window(initial))
            .map(|(from, to)| (t.date(from), t.date(to))),
        page: page.work().marked_if(case.process.is_protected()),
        t,
    })
}

/// `GET /processes/{process}/meetings/{meeting}/cancellation`
pub async fn read_cancellation(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path((process, meeting)): Path<(ProcessId, MeetingNo)>,
) -> Answer {
    let case = app.case(actor, process, Action::BookMeeting).await?;
    let form = page.form();
    show(&cancellation(page, &case, meeting, form)?)
}

/// `POST /processes/{process}/meetings/{meeting}/cancellation`
pub async fn cancel(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path((process, meeting)): Path<(ProcessId, MeetingNo)>,
    mut fields: Fields,
) -> Answer {
    let case = app.case(actor, process, Action::BookMeeting).await?;
    let (t, units) = (page.t, ahead(&case, meeting)?.units.clone());
    let Some(reason) = fields.text("reason", REASON_MAX) else {
        return show_again(&cancellation(page, &case, meeting, fields.back())?);
    };
    let reason = new_text(reason)?;
    let command = CancelMeeting { meeting, reason: reason.id };
    let decide = move |process: &_, now| booking::cancel(process, now, command);
    if let Outcome::Refused(refusal) =
        app.act(actor, process, Action::BookMeeting, vec![reason], decide).await?
    {
        let form = fields.back_refused(explain(&refusal, &case));
        return show_again(&cancellation(page, &case, meeting, form)?);
    }
    let receipt = units
        .iter()
        .fold(Receipt::new(t.get("cancellation-done")), |receipt, unit| {
            receipt.told(t.with("cancellation-done-unit", &[("unit", &case.unit(*unit))]))
        })
        .told(t.get("cancellation-done-family"))
        .next_at(t.get("cancellation-done-next"), format!("/processes/{process}/meetings/new"));
    app.receipt_in(actor, process, receipt).await
}

fn cancellation(
    page: Page,
    case: &Case,
    number: MeetingNo,
    form: FormView,
) -> Result<CancellationPage, WebError> {
    let (t, meeting) = (page.t, ahead(case, number)?);
    Ok(CancellationPage {
        form,
        meeting: meetings::address(case.id, number),
        child: case.name(case.process.child()).to_owned(),
        kind: meetings::kind(t, meeting.kind),
        when: t.date_time(meeting.start),
        page: page.work().marked_if(case.process.is_protected()),
        t,
    })
}
