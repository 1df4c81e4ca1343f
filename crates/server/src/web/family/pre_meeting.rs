//! What did we agree on at the pre-meeting, and what do I think of it? (T2, PRI-22)

use askama::Template;
use axum::extract::State;
use domain::{
    ProcessId,
    choice::PreMeetingHeld,
    lots::opening::{CommentPreMeeting, comment_pre_meeting},
};
use policy::Action;

use super::{
    frame::{self, Frame, home},
    frozen::{self, Frozen},
    refusal_words::explain,
    voice::{Voice, first_name},
};
use crate::web::{
    actor::CurrentActor,
    app::App,
    case::{Case, Outcome, new_text},
    error::{Answer, WebError},
    form::{Fields, FormView},
    page::{Page, show, show_again},
    path::Path,
    receipt::Receipt,
};

/// The longest comment, in characters.
const COMMENT_MAX: usize = 2_000;

#[derive(Template)]
#[template(path = "family/pre_meeting.html")]
struct PreMeetingPage {
    t: Voice,
    page: Page,
    frame: Frame,
    form: FormView,
    held: Option<String>,
    note: Frozen,
    comments: Vec<Comment>,
}

struct Comment {
    by: String,
    words: String,
}

/// `GET /family/processes/{process}/pre-meeting`
pub async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
) -> Answer {
    let case = app.case(actor, process, Action::ReadPreMeeting).await?;
    let form = page.form();
    show(&view(&app, page, &case, form)?)
}

/// `POST /family/processes/{process}/pre-meeting`: what I think, and when and where it suits me.
pub async fn comment(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
    mut fields: Fields,
) -> Answer {
    let case = app.case(actor, process, Action::ReadPreMeeting).await?;
    let t = Voice::of(page.t, &case);
    let comment = fields.text_if_any("comment", COMMENT_MAX);
    let wish = fields.text_if_any("wish", COMMENT_MAX);
    if comment.is_none() && wish.is_none() && !fields.has_faults() {
        fields.fault("comment", t.get("family-pre-meeting-nothing"));
    }
    if fields.has_faults() {
        return show_again(&view(&app, page, &case, fields.back())?);
    }
    let wish = wish.map(|wish| t.with("family-pre-meeting-wish-is", &[("wish", &wish)]));
    let texts = comment.into_iter().chain(wish).map(new_text).collect::<Result<Vec<_>, _>>()?;
    let commands: Vec<CommentPreMeeting> =
        texts.iter().map(|text| CommentPreMeeting { by: actor.person, comment: text.id }).collect();
    let decide = move |process: &domain::Process, now| {
        let events = commands.iter().map(|command| comment_pre_meeting(process, now, *command));
        Ok(events.collect::<Result<Vec<_>, _>>()?.concat())
    };
    match app.act(actor, process, Action::CommentPreMeeting, texts, decide).await? {
        Outcome::Done(_) => app.receipt_in(actor, process, receipt(t, &case)).await,
        Outcome::Refused(refusal) => {
            show_again(&view(&app, page, &case, fields.back_refused(explain(t, &refusal, &case)))?)
        }
    }
}

fn receipt(t: Voice, case: &Case) -> Receipt {
    let lead = frame::person_and_unit(t, case, case.process.lead());
    Receipt::new(t.get("family-pre-meeting-done"))
        .happened(t.get("family-pre-meeting-done-means"))
        .told(t.with("family-pre-meeting-told", &[("lead", &lead)]))
        .next_at(t.get("family-pre-meeting-again"), format!("{}/pre-meeting", home(case.id)))
        .next_at(t.with("family-back", &[("child", &frame::child(case))]), home(case.id))
}

/// Before there is a note there is nothing at this address.
fn view(app: &App, page: Page, case: &Case, form: FormView) -> Result<PreMeetingPage, WebError> {
    let t = Voice::of(page.t, case);
    let pre_meeting = case.process.pre_meeting.as_ref().ok_or(WebError::NotFound)?;
    let comments = pre_meeting
        .comments
        .iter()
        .map(|(by, words)| Comment { by: first_name(case.name(*by)), words: case.text(*words).to_owned() });
    Ok(PreMeetingPage {
        t,
        frame: Frame::of(case),
        form,
        held: match pre_meeting.held {
            PreMeetingHeld::Yes { on } => Some(t.date(on)),
            PreMeetingHeld::Waived { .. } => None,
        },
        note: frozen::draw(t, case, &app.forms, pre_meeting.note.text),
        comments: comments.collect(),
        page: frame::page(page, case),
    })
}
