//! When can the next meeting be held, with whom, and how do the family want it? (T7, PRI-22)

use askama::Template;
use axum::extract::State;
use domain::{
    ProcessId, UnitId,
    choice::{MeetingKind, Reply},
    lots::{
        booking::{self, BookMeeting},
        options::MeetingOption,
    },
};
use jiff::civil::Date;
use policy::Action;
use serde::Deserialize;
use store::NewText;

use crate::web::{
    actor::CurrentActor,
    app::App,
    calendar_words,
    case::{Case, Outcome, new_text},
    error::{Answer, WebError},
    form::{Choice, Fields, FormView, LINE_MAX},
    lots::{
        meetings::{self, REASON_MAX},
        offer, wishes,
    },
    page::{Page, show, show_again},
    path::{Asked, Path},
    receipt::Receipt,
    refusal_words::explain,
    texts::Texts,
};

#[derive(Template)]
#[template(path = "lots/meetings/booking.html")]
struct BookingPage {
    t: &'static Texts,
    page: Page,
    form: FormView,
    back: String,
    child: String,
    kind: String,
    /// The meeting that is booked already; then no other can be.
    booked: Option<(String, String)>,
    /// No unit has been called yet, so there is nothing to count from.
    nothing_sent: bool,
    wishes: Vec<(String, String)>,
    options: Vec<OptionLine>,
    units: Vec<UnitLine>,
    waiting: Vec<String>,
    unit_choices: Vec<Choice>,
    chairs: Vec<Choice>,
    window: Option<(String, String)>,
    today: String,
    protected: bool,
    /// Guardians who are met apart (PID-7).
    apart: Vec<String>,
}

/// One lawful way of holding the meeting.
struct OptionLine {
    from: String,
    units: String,
    later: String,
    href: String,
}

/// A unit that has received the summons, and what follows for the day of the meeting.
struct UnitLine {
    name: String,
    received: String,
    earliest: String,
    reply: String,
    days: Vec<String>,
}

/// Which of the lawful ways is to be filled in beforehand, counted from 1.
#[derive(Deserialize)]
pub struct Chosen {
    option: Option<usize>,
}

/// `GET /processes/{process}/meetings/new`
pub async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
    Asked(chosen): Asked<Chosen>,
) -> Answer {
    let case = app.case(actor, process, Action::BookMeeting).await?;
    let options = options(&case);
    let wanted = chosen.option.and_then(|number| options.get(number.checked_sub(1)?)).or(options.last());
    let mut form = page.form().with("chair", case.process.lead().to_string());
    if let Some(option) = wanted {
        form = form.with("date", option.from.to_string());
        form = option.units.iter().fold(form, |form, unit| form.with("units", unit.to_string()));
    }
    show(&view(&app, page, &case, form))
}

/// `POST /processes/{process}/meetings/new`
pub async fn create(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
    mut fields: Fields,
) -> Answer {
    let case = app.case(actor, process, Action::BookMeeting).await?;
    let Some(booking) = Booking::read(page.t, &case, &mut fields)? else {
        return show_again(&view(&app, page, &case, fields.back()));
    };
    let (calendar, command) = (case.calendar.clone(), booking.command);
    let decide = move |process: &_, now| booking::book(process, &calendar, now, command.clone());
    match app.act(actor, process, Action::BookMeeting, booking.texts, decide).await? {
        Outcome::Refused(refusal) => {
            let refused = fields.back_refused(explain(&refusal, &case));
            show_again(&view(&app, page, &case, refused))
        }
        Outcome::Done(_) => app.receipt_in(actor, process, receipt(page.t, &case, &booking.told)).await,
    }
}

/// A booking as it was typed, with the texts it brings along.
pub struct Booking {
    pub command: BookMeeting,
    pub texts: Vec<NewText>,
    pub told: Told,
}

/// What the receipt tells of a booking.
pub struct Told {
    pub when: String,
    pub place: String,
    pub units: Vec<String>,
}

impl Booking {
    /// `None` when something was wrong with the fields; the faults stand there.
    pub fn read(t: &Texts, case: &Case, fields: &mut Fields) -> Result<Option<Self>, WebError> {
        // A unit that has left since the page was read is the rules' to say no to.
        let units = offer::units(case, offer::consented_once(case)).many(fields, "units");
        let chair = offer::professionals(t, case).one(fields, "chair");
        let (date, start, end) = (fields.date("date"), fields.time("start"), fields.time("end"));
        let place = fields.text("place", LINE_MAX);
        let reason = fields.text_if_any("outside", REASON_MAX);
        if fields.has_faults() {
            return Ok(None);
        }
        let (Some((chair, _)), Some(date), Some(start), Some(end), Some(place)) =
            (chair, date, start, end, place)
        else {
            return Ok(None);
        };
        let start = date.to_datetime(start);
        let told = Told {
            when: t.date_time(start),
            place: place.clone(),
            units: units.iter().map(|unit| case.unit(*unit).into_owned()).collect(),
        };
        let place = new_text(place)?;
        let reason = reason.map(new_text).transpose()?;
        let command = BookMeeting {
            start,
            end,
            place: place.id,
            chair,
            units,
            fits_family: fields.ticked("fits"),
            outside_window: reason.as_ref().map(|reason| reason.id),
        };
        Ok(Some(Self { command, texts: [place].into_iter().chain(reason).collect(), told }))
    }
}

/// The units to choose among, with those that were chosen although they cannot be: what was typed comes back.
pub fn unit_choices(case: &Case, form: &FormView, free: &[UnitId]) -> Vec<Choice> {
    let chosen = |unit: &UnitId| !free.contains(unit) && form.chosen("units", &unit.to_string());
    offer::units(case, free.iter().copied().chain(offer::consented_once(case).into_iter().filter(chosen)))
        .choices()
}

fn receipt(t: &Texts, case: &Case, told: &Told) -> Receipt {
    let kind = meetings::kind(t, next_kind(case));
    let receipt = Receipt::new(t.with("booking-done", &[("kind", &kind)]))
        .happened(t.with("booking-done-when", &[("when", &told.when), ("place", &told.place)]))
        .told(t.get("booking-done-family"));
    let receipt = told
        .units
        .iter()
        .fold(receipt, |receipt, unit| receipt.told(t.with("booking-done-unit", &[("unit", unit)])));
    let meeting = case.process.meetings.iter().count() + 1;
    receipt
        .next_at(t.get("booking-done-next"), format!("/processes/{}/meetings/{meeting}", case.id))
        .next_at(t.get("to-process"), format!("/processes/{}", case.id))
}

fn options(case: &Case) -> Vec<MeetingOption> {
    case.process.meeting_options(&case.organisation, &case.calendar, case.now.today())
}

/// Which meeting of the model is the next one.
pub fn next_kind(case: &Case) -> MeetingKind {
    booking::next_kind(&case.process)
}

fn view(app: &App, page: Page, case: &Case, form: FormView) -> BookingPage {
    let t = page.t;
    let today = case.now.today();
    let units = case.process.callable_units(today);
    let (received, waiting): (Vec<UnitId>, Vec<UnitId>) =
        units.iter().partition(|unit| case.process.first_day_for(**unit, &case.calendar, today).is_some());
    BookingPage {
        unit_choices: unit_choices(case, &form, &received),
        form,
        back: format!("/processes/{}", case.id),
        child: case.name(case.process.child()).to_owned(),
        kind: meetings::kind(t, next_kind(case)),
        booked: case.process.meetings.ahead().next().map(|(number, meeting)| {
            (t.date_time(meeting.start), format!("/processes/{}/meetings/{number}", case.id))
        }),
        nothing_sent: units.is_empty(),
        wishes: wishes::of_the_family(t, &app.forms, case),
        options: options(case)
            .iter()
            .enumerate()
            .map(|(at, option)| option_line(t, case, at, option))
            .collect(),
        units: received.iter().map(|unit| unit_line(t, case, *unit)).collect(),
        waiting: waiting.iter().map(|unit| case.unit(*unit).into_owned()).collect(),
        chairs: offer::professionals(t, case).choices(),
        window: window(t, case),
        today: today.to_string(),
        protected: case.process.is_protected(),
        apart: apart(case),
        page: page.work().marked_if(case.process.is_protected()),
        t,
    }
}

/// Those from whom whereabouts are hidden: no joint meeting is proposed to them.
fn apart(case: &Case) -> Vec<String> {
    let hidden = case.process.hidden_guardians(case.now.today());
    hidden.into_iter().map(|person| case.name(person).to_owned()).collect()
}

fn option_line(t: &Texts, case: &Case, at: usize, option: &MeetingOption) -> OptionLine {
    let names = |units: &[UnitId]| {
        units.iter().map(|unit| case.unit(*unit).into_owned()).collect::<Vec<_>>().join(", ")
    };
    OptionLine {
        from: t.date(option.from),
        units: names(&option.units),
        later: names(&option.later),
        href: format!("/processes/{}/meetings/new?option={}#booking", case.id, at + 1),
    }
}

fn unit_line(t: &Texts, case: &Case, unit: UnitId) -> UnitLine {
    let delivery = case.process.deliveries.of(unit);
    let from = delivery.and_then(|delivery| delivery.clock_from);
    let in_process = case.process.meetings.is_in_process(unit);
    let counted = from.filter(|_| !in_process).map(|from| case.calendar.earliest_reasoning(from));
    UnitLine {
        name: case.unit(unit).into_owned(),
        received: from.map(|from| t.date(from)).unwrap_or_default(),
        earliest: match &counted {
            Some(reasoning) => t.date(reasoning.result),
            None => t.get("booking-no-notice"),
        },
        reply: reply(t, case, delivery.and_then(|delivery| delivery.reply.as_ref())),
        days: counted.map(|reasoning| calendar_words::days(t, &reasoning)).unwrap_or_default(),
    }
}

fn reply(t: &Texts, case: &Case, reply: Option<&Reply>) -> String {
    match reply {
        None => t.get("booking-reply-none"),
        Some(Reply::Coming { person }) => t.with("booking-reply-coming", &[("person", &case.name(*person))]),
        Some(Reply::Substitute { name }) => {
            t.with("booking-reply-substitute", &[("person", &case.text(*name))])
        }
        Some(Reply::Prevented { proposals }) => {
            let times: Vec<String> = proposals.iter().map(|time| t.date_time(*time)).collect();
            t.with("booking-reply-prevented", &[("times", &times.join("; "))])
        }
    }
}

/// The days between which the second meeting should lie (TIME-7).
fn window(t: &Texts, case: &Case) -> Option<(String, String)> {
    let initial: Date = case.process.meetings.initial_held_on()?;
    let (from, to) = case.calendar.window(initial);
    (next_kind(case) == MeetingKind::Second).then(|| (t.date(from), t.date(to)))
}
