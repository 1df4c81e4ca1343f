//! Who is protected and how strongly, from whom are whereabouts hidden, and who is named where? (PID-1, PID-2, PID-4)
//!
//! One form for each act; which one is posted stands in the field `act`.

use super::ask;
use crate::web::{
    actor::CurrentActor,
    app::App,
    case::{Case, Outcome, new_text},
    error::{Answer, WebError},
    form::{Choice, Fields, FormView},
    identity::{Actor, PersonId},
    page::{Page, show, show_again},
    path::Path,
    receipt::Receipt,
    refusal_words::{explain, listed},
    texts::Texts,
};
use askama::Template;
use axum::extract::State;
use domain::{
    Event, Now, Process, ProcessId, Refusal,
    choice::ProtectionGrade,
    lots::protection::{self, HideWhereabouts, ProposeEnd, ProtectIdentity},
};
use policy::{Action, rule};
use store::NewText;

/// The longest reason, in characters.
const REASON_MAX: usize = 1_000;

#[derive(Template)]
#[template(path = "lots/protection/mark.html")]
struct ProtectionPage {
    t: &'static Texts,
    page: Page,
    form: FormView,
    id: ProcessId,
    child: String,
    /// Somebody is protected, here or in the register.
    on: bool,
    people: Vec<Protected>,
    hidden: Vec<String>,
    /// Whether their copies are this reader's to compare.
    compares: bool,
    units: Vec<UnitLine>,
    unasked: bool,
    may_protect: bool,
    who: Vec<Choice>,
    grades: Vec<Choice>,
    guardians: Vec<Choice>,
    /// Those for whom an end can be proposed.
    ends: Vec<Choice>,
}

/// Somebody with the mark.
struct Protected {
    name: String,
    grade: String,
    code: String,
    /// Who has proposed to end it, and why.
    proposed: Option<(String, String)>,
    may_end: bool,
}

struct UnitLine {
    name: String,
    standing: String,
}

type Decide = Box<dyn Fn(&Process, Now) -> Result<Vec<Event>, Refusal> + Send>;

/// What one posted form is to do.
struct Step {
    action: Action,
    texts: Vec<NewText>,
    decide: Decide,
    /// The key of what it says afterwards, and about whom.
    done: &'static str,
    name: String,
}

#[derive(Clone, Copy)]
enum Act {
    Protect,
    Hide,
    ProposeEnd,
    End,
}

const ACTS: [(&str, Act); 4] =
    [("protect", Act::Protect), ("hide", Act::Hide), ("propose-end", Act::ProposeEnd), ("end", Act::End)];

/// `GET /processes/{process}/protection`: for those who lead, and for the second of two persons.
pub async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
) -> Answer {
    let case = open(&app, actor, process).await?;
    let form = page.form();
    show(&view(page, form, actor, &case))
}

/// `POST /processes/{process}/protection`
pub async fn create(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
    mut fields: Fields,
) -> Answer {
    let case = open(&app, actor, process).await?;
    // Not even the no is put on record: it would tell that there is such an identity (PID-10).
    if fields.raw("grade") == ProtectionGrade::AssumedIdentity.word() {
        let form = fields.back_refused(explain(&Refusal::AssumedIdentity, &case));
        return show_again(&view(page, form, actor, &case));
    }
    let Some(step) = step(&mut fields, &case, actor)? else {
        return show_again(&view(page, fields.back(), actor, &case));
    };
    match app.act(actor, process, step.action, step.texts, step.decide).await? {
        Outcome::Refused(refusal) => {
            let form = fields.back_refused(explain(&refusal, &case));
            show_again(&view(page, form, actor, &case))
        }
        Outcome::Done(events) => {
            let t = page.t;
            let key = |part: &str| format!("protection-done-{}{part}", step.done);
            let receipt = Receipt::new(t.with(&key(""), &[("name", &step.name)]))
                .happened(t.with(&key("-what"), &[("name", &step.name)]));
            let reopened = events.iter().any(|event| matches!(event, Event::SummonsReopened { .. }));
            let receipt =
                if reopened { receipt.happened(t.get("protection-done-reopened")) } else { receipt };
            let receipt = receipt
                .next(t.with(&key("-next"), &[("name", &step.name)]))
                .next_at(t.get("place-protection"), format!("/processes/{process}/protection"));
            app.receipt_in(actor, process, receipt).await
        }
    }
}

/// For those who lead and the second of two persons; and for every professional in the process, who may raise the
/// mark and do nothing else here (PID-1).
async fn open(app: &App, actor: Actor, process: ProcessId) -> Result<Case, WebError> {
    Ok(app.case_or(actor, process, Action::CompareSeparateCopy, [Action::Protect]).await?.1)
}

/// `None` when something was wrong with the fields; the faults stand there.
fn step(fields: &mut Fields, case: &Case, actor: Actor) -> Result<Option<Step>, WebError> {
    let by = actor.person;
    let Some(act) = fields.choice("act", &ACTS) else { return Ok(None) };
    let field = match act {
        Act::Protect => "who",
        Act::Hide => "from",
        Act::ProposeEnd | Act::End => "person",
    };
    let around: Vec<(String, PersonId)> = around(case).map(|one| (one.to_string(), one)).collect();
    let around: Vec<(&str, PersonId)> = around.iter().map(|(code, one)| (code.as_str(), *one)).collect();
    let person = fields.choice(field, &around);
    let grades: Vec<(&str, ProtectionGrade)> =
        ProtectionGrade::ALL.iter().map(|grade| (grade.word(), *grade)).collect();
    let grade = matches!(act, Act::Protect).then(|| fields.choice("grade", &grades)).flatten();
    let reason = match act {
        Act::Hide => fields.text("hide-reason", REASON_MAX).map(new_text).transpose()?,
        Act::ProposeEnd => fields.text("end-reason", REASON_MAX).map(new_text).transpose()?,
        Act::Protect | Act::End => None,
    };
    let Some(person) = person.filter(|_| !fields.has_faults()) else { return Ok(None) };
    let name = case.name(person).to_owned();
    let made = |action, done, decide| Step { action, texts: vec![], decide, done, name: name.clone() };
    Ok(match (act, grade, reason) {
        (Act::Protect, Some(grade), _) => {
            let command = ProtectIdentity { person, grade, by };
            let decide = move |process: &Process, now| protection::protect(process, now, command);
            Some(made(Action::Protect, "protect", Box::new(decide)))
        }
        (Act::Hide, _, Some(reason)) => {
            let command = HideWhereabouts { from: person, reason: reason.id, by };
            let decide = move |process: &Process, now| protection::hide_whereabouts(process, now, command);
            Some(Step { texts: vec![reason], ..made(Action::Protect, "hide", Box::new(decide)) })
        }
        (Act::ProposeEnd, _, Some(reason)) => {
            let command = ProposeEnd { person, reason: reason.id, by };
            let decide = move |process: &Process, now| protection::propose_end(process, now, command);
            let step = made(Action::ProposeProtectionEnd, "propose-end", Box::new(decide));
            Some(Step { texts: vec![reason], ..step })
        }
        (Act::End, _, _) => {
            let decide = move |process: &Process, now| protection::end(process, now, person, by);
            Some(made(Action::EndProtection, "end", Box::new(decide)))
        }
        (Act::Protect | Act::Hide | Act::ProposeEnd, _, _) => None,
    })
}

/// The child and those who look after it.
fn around(case: &Case) -> impl Iterator<Item = PersonId> {
    let guardians = case.process.custody.guardians.iter().map(|guardian| guardian.person);
    std::iter::once(case.process.child()).chain(guardians)
}

fn view(page: Page, form: FormView, actor: Actor, case: &Case) -> ProtectionPage {
    let (t, process, today) = (page.t, &case.process, case.now.today());
    let may = |action| rule(actor, action, process, case.now).is_ok();
    let choice = |person: PersonId| Choice::new(person.to_string(), case.name(person));
    let hidden = process.hidden_guardians(today);
    let seen =
        |person: &PersonId| !hidden.contains(person) && !process.protection.people.contains_key(person);
    ProtectionPage {
        form,
        id: case.id,
        child: case.name(process.child()).to_owned(),
        on: process.is_protected(),
        people: people(t, actor, case),
        // Whom the consent names beside the own unit is not every participant's to know (CON-03).
        units: if may(Action::CompareSeparateCopy) { units(t, case) } else { vec![] },
        unasked: process.is_protected() && may(Action::AskForUsers) && !ask::unasked(case).is_empty(),
        may_protect: may(Action::Protect),
        who: around(case).map(choice).collect(),
        grades: ProtectionGrade::ALL.iter().map(|one| grade_choice(t, *one)).collect(),
        guardians: process.guardians(today).filter(seen).map(choice).collect(),
        ends: if may(Action::ProposeProtectionEnd) {
            process.protection.people.keys().copied().map(choice).collect()
        } else {
            vec![]
        },
        compares: rule(actor, Action::CompareSeparateCopy, process, case.now).is_ok(),
        hidden: hidden.iter().map(|person| case.name(*person).to_owned()).collect(),
        t,
        page: page.work().marked_if(process.is_protected()),
    }
}

/// A grade to choose, with what it means.
pub fn grade_choice(t: &Texts, grade: ProtectionGrade) -> Choice {
    let key = grade_key(grade);
    Choice::new(grade.word(), t.get(&key)).explained(t.get(&format!("{key}-hint")))
}

fn grade_key(grade: ProtectionGrade) -> String {
    format!("protection-grade-{}", grade.word().replace('_', "-"))
}

fn people(t: &Texts, actor: Actor, case: &Case) -> Vec<Protected> {
    let protection = &case.process.protection;
    let may_end = rule(actor, Action::EndProtection, &case.process, case.now).is_ok();
    let line = |(person, grade): (&PersonId, &ProtectionGrade)| {
        let proposed = protection.end_proposed.get(person);
        Protected {
            name: case.name(*person).to_owned(),
            grade: t.get(&grade_key(*grade)),
            code: person.to_string(),
            proposed: proposed.map(|(by, why)| (case.name(*by).to_owned(), case.text(*why).to_owned())),
            may_end: may_end && proposed.is_some_and(|(by, _)| *by != actor.person),
        }
    };
    protection.people.iter().map(line).collect()
}

/// Each unit that has a part in this, whether its manager has been asked, and who is named.
fn units(t: &Texts, case: &Case) -> Vec<UnitLine> {
    let protection = &case.process.protection;
    if !case.process.is_protected() {
        return vec![];
    }
    let asked = protection.asked.keys().copied().filter(|unit| !ask::units(case).contains(unit));
    let line = |unit| {
        let named: Vec<String> =
            protection.users_at(unit).map(|person| case.name(person).to_owned()).collect();
        let standing = match (protection.asked.get(&unit), named.as_slice()) {
            (None, _) => t.get("protection-unit-not-asked"),
            (Some(on), []) => t.with("protection-unit-asked", &[("date", &t.date(*on))]),
            (Some(_), named) => t.with("protection-unit-named", &[("names", &listed(t, named))]),
        };
        UnitLine { name: case.unit(unit).into_owned(), standing }
    };
    ask::units(case).into_iter().chain(asked).map(line).collect()
}
