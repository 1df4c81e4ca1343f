//! Who is Lots: proposed, accepted by the person, accepted by the family? (T8, Q11)

use askama::Template;
use axum::extract::State;
use domain::{
    MeetingNo, PersonId, ProcessId,
    choice::Attendee,
    lots::{
        aloud::{self, HearLotsAccepted},
        meeting::Meeting,
        plan::Lots,
        room::{self, AcceptLots, ProposeLots},
    },
};
use policy::{Action, Actor};

use crate::web::{
    actor::CurrentActor,
    app::App,
    case::{Case, Outcome},
    error::{Answer, WebError},
    form::{Choice, Fields, FormView},
    lots::{
        offer::{self, in_unit},
        saved::{Note, Saved, back},
    },
    page::{Page, show, show_again},
    path::{Asked, Path},
    refusal_words::explain,
    texts::Texts,
};

#[derive(Template)]
#[template(path = "lots/meetings/choice.html")]
struct ChoicePage {
    t: &'static Texts,
    page: Page,
    form: FormView,
    saved: Option<String>,
    child: String,
    process: String,
    chosen: Option<String>,
    proposed: Option<Proposed>,
    proposes: bool,
    people: Vec<Choice>,
    leaves: bool,
    own: String,
}

/// Somebody asked to be Lots, and whose yes is still waited for.
struct Proposed {
    name: String,
    person_said_yes: bool,
    family_said_yes: bool,
    /// The reader is the one who was asked.
    own: bool,
    /// Those in the room whose yes can be written down by whoever leads the meeting.
    heard: Vec<Choice>,
}

fn address(process: ProcessId) -> String {
    format!("/processes/{process}/lots")
}

/// `GET /processes/{process}/lots`
pub async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
    Asked(saved): Asked<Saved>,
) -> Answer {
    let case = app.case(actor, process, Action::ReadProcess).await?;
    let (form, words) = (page.form(), saved.words(page.t));
    show(&view(page, actor, &case, form, words))
}

/// `POST /processes/{process}/lots`: proposes somebody.
pub async fn propose(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
    mut fields: Fields,
) -> Answer {
    let case = app.case(actor, process, Action::ProposeLots).await?;
    let Some((person, unit)) = offer::professionals(page.t, &case).one(&mut fields, "person") else {
        return show_again(&view(page, actor, &case, fields.back(), None));
    };
    let decide = move |process: &_, now| room::propose_lots(process, now, ProposeLots { person, unit });
    match app.act(actor, process, Action::ProposeLots, vec![], decide).await? {
        Outcome::Refused(refusal) => {
            let form = fields.back_refused(explain(&refusal, &case));
            show_again(&view(page, actor, &case, form, None))
        }
        Outcome::Done(_) => Ok(back(&address(process), Note::Proposed, "proposed")),
    }
}

/// `POST /processes/{process}/lots/acceptance`: one's own yes, or one that was heard in the room.
pub async fn accept(
    State(app): State<App>,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
    fields: Fields,
) -> Answer {
    let case = app.case(actor, process, Action::ReadProcess).await?;
    let by: PersonId = fields.raw("by").parse().map_err(|_| WebError::Malformed("nobody said yes"))?;
    let person = waiting(&case).ok_or(WebError::NotFound)?.person;
    let accept = AcceptLots { person, by };
    let outcome = if by == actor.person {
        let decide = move |process: &_, now| room::accept_lots(process, now, accept);
        app.act(actor, process, Action::AcceptLots, vec![], decide).await?
    } else {
        let (meeting, _) = under_way(&case).ok_or(WebError::NotFound)?;
        let command = HearLotsAccepted { meeting, accept };
        let decide = move |process: &_, now| aloud::hear_lots_accepted(process, now, command);
        app.act(actor, process, Action::RunMeeting, vec![], decide).await?
    };
    match outcome {
        Outcome::Refused(refusal) => Err(WebError::Refused(Box::new(explain(&refusal, &case)))),
        Outcome::Done(_) => Ok(back(&address(process), Note::Accepted, "proposed")),
    }
}

/// Whose yes, or whose family's yes, is waited for.
fn waiting(case: &Case) -> Option<Lots> {
    case.process.plan.proposed_lots()
}

/// The meeting that goes on now.
fn under_way(case: &Case) -> Option<(MeetingNo, &Meeting)> {
    case.process.meetings.ahead().find(|(_, meeting)| meeting.start.date() <= case.now.today())
}

fn view(page: Page, actor: Actor, case: &Case, form: FormView, saved: Option<String>) -> ChoicePage {
    let t = page.t;
    let may = |action| policy::rule(actor, action, &case.process, case.now).is_ok();
    let plan = &case.process.plan;
    let chosen = plan.lots.filter(|lots| lots.is_chosen());
    ChoicePage {
        saved,
        child: case.name(case.process.child()).to_owned(),
        process: format!("/processes/{}", case.id),
        chosen: chosen.map(|lots| in_unit(t, case, lots.person, lots.unit)),
        proposed: waiting(case).map(|lots| Proposed {
            name: in_unit(t, case, lots.person, lots.unit),
            person_said_yes: lots.accepted_by_person,
            family_said_yes: lots.accepted_by_family.is_some(),
            own: lots.person == actor.person,
            heard: if may(Action::RunMeeting) { heard(case, lots, actor) } else { vec![] },
        }),
        proposes: may(Action::ProposeLots),
        people: offer::professionals(t, case).choices(),
        leaves: may(Action::LeaveAsLots),
        own: actor.person.to_string(),
        form,
        page: page.work().marked_if(case.process.is_protected()),
        t,
    }
}

/// Those in the room whose yes is still waited for; one's own is said by oneself.
fn heard(case: &Case, lots: Lots, actor: Actor) -> Vec<Choice> {
    let Some((_, meeting)) = under_way(case) else { return vec![] };
    let family = meeting.attendance.iter().filter(|row| row.presence.is_there());
    let family = family.filter_map(|row| match row.attendee {
        Attendee::Family { person } if lots.accepted_by_family.is_none() => Some(person),
        Attendee::Family { .. } | Attendee::Unit { .. } | Attendee::Guest { .. } => None,
    });
    let deciding = family.filter(|person| case.process.is_family(*person, case.now.today()));
    let own = (!lots.accepted_by_person && lots.person != actor.person).then_some(lots.person);
    offer::people(case, deciding.chain(own)).choices()
}
