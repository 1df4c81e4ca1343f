//! What is done and what remains before a process can be closed? (T15)

use crate::web::{
    case::Case,
    form::FormView,
    lots::{
        offer::dashed,
        papers::follow_up::{Onwards, onwards},
        release::{copy::receiver_name, receiver_code},
    },
    page::Page,
    texts::Texts,
};
use askama::Template;
use domain::{
    ProcessId,
    form::{Document, FormLibrary, FormRole},
    lots::state::State as ProcessState,
};

/// The page of the closing.
#[derive(Template)]
#[template(path = "lots/closing/steps.html")]
pub struct ClosingPage {
    t: &'static Texts,
    page: Page,
    form: FormView,
    id: ProcessId,
    child: String,
    /// Why it is closed, if a meeting has decided it.
    decided: Option<String>,
    closed: Option<String>,
    checks: Vec<Check>,
    way_back: Option<(String, String)>,
    given: Vec<Giving>,
    feedback_invited: bool,
    ready: bool,
}

/// One thing on the list of what must be done.
struct Check {
    words: String,
    done: bool,
    /// Where it is done, when that is somewhere else than on this page.
    href: Option<String>,
}

/// Somebody who is to have the way back.
struct Giving {
    /// As the form carries it.
    code: String,
    name: String,
    given: bool,
}

pub fn view(forms: &FormLibrary, page: Page, form: FormView, case: &Case) -> ClosingPage {
    let (t, ending, today) = (page.t, &case.process.ending, case.now.today());
    let way_back =
        ending.way_back.map(|(text, contact)| (case.text(text).to_owned(), case.text(contact).to_owned()));
    let form = match way_back.as_ref().or(from_the_meeting(forms, case).as_ref()) {
        // What was typed stands before what is stored; another form of this page types nothing here.
        Some((text, contact)) if form.faults.is_empty() && form.value("way-back").is_empty() => {
            form.with("way-back", text.as_str()).with("contact", contact.as_str())
        }
        Some(_) | None => form,
    };
    let given = case.process.receivers(today).into_iter().map(|receiver| Giving {
        code: receiver_code(receiver),
        name: receiver_name(case, receiver),
        given: ending.way_back_given.contains(&receiver),
    });
    let checks = checks(t, case);
    ClosingPage {
        form,
        id: case.id,
        child: case.name(case.process.child()).to_owned(),
        decided: ending.closing.map(|reason| t.get(&format!("closing-because-{}", dashed(reason.word())))),
        closed: ending.closed.map(|(_, on)| t.date(on)),
        ready: case.process.state(today) == ProcessState::Closing && checks.iter().all(|check| check.done),
        checks,
        way_back,
        given: given.collect(),
        feedback_invited: ending.feedback_invited,
        t,
        page: page.work().marked_if(case.process.is_protected()),
    }
}

/// The way back as it was written in the room. The Lots looks it through before it becomes the one that everybody
/// is given (PRI-18).
fn from_the_meeting(forms: &FormLibrary, case: &Case) -> Option<(String, String)> {
    let (_, meeting) = case.process.meetings.held_meetings().next_back()?;
    let follow_up = meeting.held?.follow_up?;
    let values = Document::parse(case.text(follow_up.text)).ok()?.values();
    match onwards(case.blank(forms, FormRole::FollowUp), &values) {
        Onwards::Closing { way_back, contact, .. } => Some((way_back, contact)),
        Onwards::NoNextMeeting { .. } | Onwards::NextMeeting => None,
    }
}

/// The list of T15, in the order it is done.
fn checks(t: &Texts, case: &Case) -> Vec<Check> {
    let (process, ending, today) = (&case.process, &case.process.ending, case.now.today());
    let check = |key: &str, done: bool| Check { words: t.get(key), done, href: None };
    let agreed = ending.agreed_by.iter().any(|person| process.is_family(*person, today));
    let mut checks = vec![
        check("closing-check-agreed", agreed),
        check("closing-check-written", ending.way_back.is_some()),
    ];
    checks.extend(process.receivers(today).into_iter().map(|receiver| Check {
        words: t.with("closing-check-given", &[("name", &receiver_name(case, receiver))]),
        done: ending.way_back_given.contains(&receiver),
        href: None,
    }));
    checks.push(check("closing-check-feedback", ending.feedback_invited));
    let last = process.plan.versions().next_back();
    checks.extend(last.map(|(number, version)| Check {
        words: t.get("closing-check-released"),
        done: version.released.is_some(),
        href: Some(format!("/processes/{}/plan/versions/{number}/release", case.id)),
    }));
    let unfiled = process.units_with_unfiled_copies(today);
    checks.extend(process.participating_units(today).into_iter().map(|unit| Check {
        words: t.with("closing-check-filed", &[("unit", &case.unit(unit))]),
        done: !unfiled.contains(&unit),
        href: None,
    }));
    checks
}
