//! In which order does this meeting go, and what has been done? (3.5.6, PRI-05)

use axum::extract::State;
use domain::{
    MeetingNo, ProcessId,
    form::{Agenda, AgendaStep, MeetingManual, Speaker, StepBinding},
    lots::{
        meeting::Meeting,
        room::{self, TickAgenda},
    },
};
use policy::Action;

use crate::web::{
    actor::CurrentActor,
    app::App,
    case::{Case, Outcome},
    error::{Answer, WebError},
    form::Fields,
    lots::{
        meetings::{self, room as room_page},
        saved::{Note, back},
    },
    page::Page,
    path::Path,
    refusal_words::explain,
    texts::Texts,
};

/// One item of the agenda, as it stands on the projector.
pub struct Step {
    pub number: u8,
    pub title: String,
    pub help: String,
    pub speaker: String,
    pub minutes: u32,
    pub done: bool,
    /// The first that is not done.
    pub now: bool,
    /// Where what belongs to the item is written.
    pub place: Option<(String, String)>,
}

/// The agenda of a meeting, item by item.
pub fn steps(
    t: &Texts,
    case: &Case,
    manual: &MeetingManual,
    number: MeetingNo,
    meeting: &Meeting,
) -> Vec<Step> {
    let agenda = manual.agenda(meeting.kind);
    let done = |item: u8| meeting.agenda_done.contains(&item);
    let items = (1u8..).zip(&agenda.steps);
    let now = items.clone().map(|(item, _)| item).find(|item| !done(*item));
    items
        .map(|(item, step)| Step {
            number: item,
            title: step.title.clone(),
            help: step.help.clone(),
            speaker: speaker(t, step.speaks_first),
            minutes: step.minutes,
            done: done(item),
            now: now == Some(item),
            place: place(t, case, number, meeting, step),
        })
        .collect()
}

/// The item at which the family speaks; nothing after it before it is done (PRI-05).
pub fn family_speaks_at(agenda: &Agenda) -> u8 {
    // Every agenda has the item: the manual is refused at start without it.
    agenda.item(StepBinding::FamilyStory).unwrap_or(1)
}

fn speaker(t: &Texts, speaker: Speaker) -> String {
    t.get(match speaker {
        Speaker::Chair => "agenda-speaks-chair",
        Speaker::Family => "agenda-speaks-family",
        Speaker::NewActors => "agenda-speaks-new-actors",
        Speaker::Units => "agenda-speaks-units",
        Speaker::Lots => "agenda-speaks-lots",
    })
}

/// The page where the item's own work is done.
fn place(
    t: &Texts,
    case: &Case,
    number: MeetingNo,
    meeting: &Meeting,
    step: &AgendaStep,
) -> Option<(String, String)> {
    let (process, room) = (format!("/processes/{}", case.id), meetings::address(case.id, number));
    let initial = meeting.kind == domain::choice::MeetingKind::Initial;
    let (href, key) = match step.binding? {
        StepBinding::ConsentAndSecrecy => (format!("{room}/attendance"), "agenda-to-attendance"),
        StepBinding::FamilyStory if initial => (format!("{process}/plan/text"), "agenda-to-story"),
        StepBinding::FamilyStory | StepBinding::NewActors | StepBinding::AssessmentResults => {
            (format!("{room}/follow-up"), "agenda-to-follow-up")
        }
        StepBinding::ChooseLots => (format!("{process}/lots"), "agenda-to-lots"),
        StepBinding::Plan => (format!("{process}/plan"), "agenda-to-plan"),
        StepBinding::LeadPrincipal => (format!("{process}/plan#lead"), "agenda-to-lead"),
        StepBinding::InformChild => (format!("{room}/child"), "agenda-to-child"),
        StepBinding::ClosingDecision | StepBinding::WayBack => {
            (format!("{room}/follow-up"), "agenda-to-closing")
        }
        StepBinding::NextMeeting => (format!("{room}/close"), "agenda-to-close"),
    };
    Some((href, t.get(key)))
}

/// `POST /processes/{process}/meetings/{meeting}/agenda`
pub async fn tick(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path((process, meeting)): Path<(ProcessId, MeetingNo)>,
    fields: Fields,
) -> Answer {
    let case = app.case(actor, process, Action::RunMeeting).await?;
    let kind = case.process.meetings.get(meeting).ok_or(WebError::NotFound)?.kind;
    let agenda = app.forms.manual().agenda(kind);
    let item = fields.raw("item").parse().map_err(|_| WebError::Malformed("no item"))?;
    let command = TickAgenda {
        meeting,
        item,
        family_speaks_at: family_speaks_at(agenda),
        items: u8::try_from(agenda.steps.len()).unwrap_or(u8::MAX),
    };
    let decide = move |process: &_, now| room::tick_agenda(process, now, command);
    match app.act(actor, process, Action::RunMeeting, vec![], decide).await? {
        Outcome::Refused(refusal) => {
            let form = fields.back_refused(explain(&refusal, &case));
            room_page::again(&app, page, actor, (process, meeting), form).await
        }
        Outcome::Done(_) => Ok(back(&meetings::address(process, meeting), Note::Agenda, "agenda")),
    }
}
