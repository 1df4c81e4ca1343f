//! Who tells the child what was decided, and when? (PRI-14, SoL 3:3)

use askama::Template;
use axum::extract::State;
use domain::{
    MeetingNo, ProcessId,
    lots::room::{self, PlanChildInformation},
};
use policy::Action;

use crate::web::{
    actor::CurrentActor,
    app::App,
    case::{Case, Outcome, new_text},
    error::{Answer, WebError},
    form::{Fields, FormView},
    lots::{
        meetings,
        saved::{Note, back},
    },
    page::{Page, show, show_again},
    path::Path,
    refusal_words::explain,
    texts::Texts,
};

const NAME_MAX: usize = 120;

#[derive(Template)]
#[template(path = "lots/meetings/child.html")]
struct ChildPage {
    t: &'static Texts,
    page: Page,
    form: FormView,
    room: String,
    child: String,
    planned: Option<String>,
    told: bool,
    /// The meeting lasts, so that it can be planned.
    plans: bool,
    today: String,
}

/// `GET /processes/{process}/meetings/{meeting}/child`
pub async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path((process, number)): Path<(ProcessId, MeetingNo)>,
) -> Answer {
    let case = app.case(actor, process, Action::InformChild).await?;
    let form = page.form();
    let planned = case.process.meetings.get(number).and_then(|meeting| meeting.child_information);
    let form = match planned {
        Some((person, on)) => form.with("person", case.text(person)).with("date", on.to_string()),
        None => form,
    };
    show(&view(page, &case, number, form)?)
}

/// `POST /processes/{process}/meetings/{meeting}/child`: who and when.
pub async fn plan(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path((process, meeting)): Path<(ProcessId, MeetingNo)>,
    mut fields: Fields,
) -> Answer {
    let case = app.case(actor, process, Action::RunMeeting).await?;
    let (person, on) = (fields.text("person", NAME_MAX), fields.date("date"));
    let (Some(person), Some(on)) = (person, on) else {
        return show_again(&view(page, &case, meeting, fields.back())?);
    };
    let person = new_text(person)?;
    let command = PlanChildInformation { meeting, person: person.id, on };
    let decide = move |process: &_, now| room::plan_child_information(process, now, command);
    match app.act(actor, process, Action::RunMeeting, vec![person], decide).await? {
        Outcome::Refused(refusal) => {
            let form = fields.back_refused(explain(&refusal, &case));
            show_again(&view(page, &case, meeting, form)?)
        }
        Outcome::Done(_) => Ok(back(&meetings::address(process, meeting), Note::Child, "child")),
    }
}

/// `POST /processes/{process}/meetings/{meeting}/child/told`: the child has been told.
pub async fn tell(
    State(app): State<App>,
    CurrentActor(actor): CurrentActor,
    Path((process, meeting)): Path<(ProcessId, MeetingNo)>,
    _: Fields,
) -> Answer {
    let case = app.case(actor, process, Action::InformChild).await?;
    let by = actor.person;
    let decide = move |process: &_, now| room::inform_child(process, now, meeting, by);
    match app.act(actor, process, Action::InformChild, vec![], decide).await? {
        Outcome::Refused(refusal) => Err(WebError::Refused(Box::new(explain(&refusal, &case)))),
        Outcome::Done(_) => Ok(back(&meetings::address(process, meeting), Note::Told, "child")),
    }
}

fn view(page: Page, case: &Case, number: MeetingNo, form: FormView) -> Result<ChildPage, WebError> {
    let t = page.t;
    let meeting = case.process.meetings.get(number).ok_or(WebError::NotFound)?;
    Ok(ChildPage {
        room: meetings::address(case.id, number),
        child: case.name(case.process.child()).to_owned(),
        planned: meeting.child_information.map(|(person, on)| {
            t.with("room-child-by", &[("person", &case.text(person)), ("date", &t.date(on))])
        }),
        told: meeting.child_informed,
        plans: meeting.is_ahead(),
        today: case.now.today().to_string(),
        form,
        page: page.work().marked_if(case.process.is_protected()),
        t,
    })
}
