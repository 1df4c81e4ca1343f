//! Grounds around a signature: a guardian who is prevented, a mature child, a board's decision, a placed child.
//! (CON-13, CON-14, CON-15, CON-17, CON-31)
//!
//! One form for each ground; which one is posted stands in the field `ground`. Custody is checked anew
//! where the process was opened.

use crate::web::{
    actor::CurrentActor,
    app::App,
    case::{Case, Outcome, new_text},
    error::{Answer, WebError},
    form::{Choice, Fields, FormView},
    identity::{Actor, PersonId, UnitId},
    page::{Page, show, show_again},
    path::Path,
    receipt::Receipt,
    refusal_words::explain,
    texts::Texts,
};
use askama::Template;
use axum::extract::State;
use domain::{
    ProcessId,
    choice::{BoardMeasure, PreventedGround},
    lots::{signature, signature::RecordGround},
    party::Custody,
};
use policy::Action;
use store::NewText;

/// The longest note, in characters.
const NOTE_MAX: usize = 2_000;

#[derive(Template)]
#[template(path = "lots/signatures/grounds.html")]
struct GroundsPage {
    t: &'static Texts,
    page: Page,
    form: FormView,
    id: ProcessId,
    child: String,
    on_record: Vec<String>,
    kinds: Vec<Choice>,
    guardians: Vec<Choice>,
    prevented: Vec<Choice>,
    units: Vec<Choice>,
    measures: Vec<Choice>,
    people: Vec<Choice>,
}

/// `GET /processes/{process}/grounds`
pub async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
) -> Answer {
    let case = app.case(actor, process, Action::RecordGround).await?;
    let form = page.form();
    show(&view(page, form, &case))
}

/// `POST /processes/{process}/grounds`
pub async fn create(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
    mut fields: Fields,
) -> Answer {
    let case = app.case(actor, process, Action::RecordGround).await?;
    let Some((command, text)) = ground(&mut fields, &case, actor)? else {
        return show_again(&view(page, fields.back(), &case));
    };
    let outcome = app
        .act(actor, process, Action::RecordGround, vec![text], move |process, now| {
            signature::record_ground(process, now, command.clone())
        })
        .await?;
    match outcome {
        Outcome::Refused(refusal) => {
            let form = fields.back_refused(explain(&refusal, &case));
            show_again(&view(page, form, &case))
        }
        Outcome::Done(_) => {
            let t = page.t;
            let receipt = Receipt::new(t.get("grounds-recorded"))
                .happened(t.get("grounds-recorded-happened"))
                .next_at(t.get("place-signatures"), format!("/processes/{process}/signatures"));
            app.receipt_in(actor, process, receipt).await
        }
    }
}

#[derive(Clone, Copy)]
enum Kind {
    Custody,
    Prevented,
    Maturity,
    Decision,
    Authority,
}

const KINDS: [(&str, Kind); 5] = [
    ("custody", Kind::Custody),
    ("prevented", Kind::Prevented),
    ("maturity", Kind::Maturity),
    ("decision", Kind::Decision),
    ("authority", Kind::Authority),
];

fn ground(
    fields: &mut Fields,
    case: &Case,
    actor: Actor,
) -> Result<Option<(RecordGround, NewText)>, WebError> {
    let kind = fields.choice("ground", &KINDS);
    let note = fields.text("note", NOTE_MAX);
    let (Some(kind), Some(note)) = (kind, note) else { return Ok(None) };
    let text = new_text(note)?;
    let by = actor.person;
    let command = match kind {
        Kind::Custody => fields.date("checked_on").map(|checked_on| {
            RecordGround::Custody(Custody {
                checked_on,
                checked_how: text.id,
                ..case.process.custody.clone()
            })
        }),
        Kind::Prevented => {
            let guardian = fields.choice("guardian", &borrowed(&guardian_codes(case)));
            let grounds: Vec<(&str, PreventedGround)> =
                PreventedGround::ALL.iter().map(|ground| (ground.word(), *ground)).collect();
            let ground = fields.choice("prevented", &grounds);
            guardian.zip(ground).map(|(guardian, ground)| RecordGround::GuardianPrevented {
                guardian,
                ground,
                note: text.id,
                by,
            })
        }
        Kind::Maturity => fields
            .choice("unit", &borrowed(&unit_codes(case)))
            .map(|unit| RecordGround::Maturity { unit, by, assessment: text.id }),
        Kind::Decision => {
            let measures: Vec<(&str, BoardMeasure)> =
                BoardMeasure::ALL.iter().map(|measure| (measure.word(), *measure)).collect();
            let measure = fields.choice("measure", &measures);
            let decided_on = fields.date("decided_on");
            measure.zip(decided_on).map(|(measure, decided_on)| RecordGround::BoardDecision {
                measure,
                decided_on,
                note: text.id,
            })
        }
        Kind::Authority => {
            let who = fields.choices("who", &borrowed(&guardian_codes(case)));
            Some(RecordGround::Authority { who, ground: text.id, by })
        }
    };
    Ok(command.filter(|_| !fields.has_faults()).map(|command| (command, text)))
}

fn borrowed<T: Clone>(codes: &[(String, T)]) -> Vec<(&str, T)> {
    codes.iter().map(|(code, value)| (code.as_str(), value.clone())).collect()
}

fn guardian_codes(case: &Case) -> Vec<(String, PersonId)> {
    case.process.custody.legal().map(|person| (person.to_string(), person)).collect()
}

/// The initiator's unit and those the family has approved.
fn unit_codes(case: &Case) -> Vec<(String, UnitId)> {
    let units = std::iter::once(case.process.opening.unit).chain(case.process.circle.approved());
    units.map(|unit| (unit.to_string(), unit)).collect()
}

fn view(page: Page, form: FormView, case: &Case) -> GroundsPage {
    let t = page.t;
    let people = guardian_codes(case).into_iter().map(|(code, person)| Choice::new(code, case.name(person)));
    let guardians: Vec<Choice> = people.collect();
    let kind = |(code, _): &(&str, Kind)| {
        let key = format!("grounds-{code}");
        Choice::new(*code, t.get(&key)).explained(t.get(&format!("{key}-hint")))
    };
    let prevented = |ground: &PreventedGround| {
        let word = ground.word().replace('_', "-");
        Choice::new(ground.word(), t.get(&format!("prevented-{word}")))
    };
    let measure = |measure: &BoardMeasure| {
        let word = measure.word().replace('_', "-");
        Choice::new(measure.word(), t.get(&format!("measure-{word}")))
    };
    GroundsPage {
        form,
        id: case.id,
        child: case.name(case.process.child()).to_owned(),
        on_record: on_record(t, case),
        kinds: KINDS.iter().map(kind).collect(),
        people: guardians.clone(),
        guardians,
        prevented: PreventedGround::ALL.iter().map(prevented).collect(),
        units: unit_codes(case).into_iter().map(|(code, unit)| Choice::new(code, case.unit(unit))).collect(),
        measures: BoardMeasure::ALL.iter().map(measure).collect(),
        t,
        page: page.work().marked_if(case.process.is_protected()),
    }
}

/// What has been put on record so far.
fn on_record(t: &Texts, case: &Case) -> Vec<String> {
    let consents = &case.process.consents;
    let custody = &case.process.custody;
    let checked = t.with(
        "grounds-custody-checked",
        &[("date", &t.date(custody.checked_on)), ("how", &case.text(custody.checked_how))],
    );
    let prevented = consents
        .prevented
        .keys()
        .map(|guardian| t.with("grounds-is-prevented", &[("name", &case.name(*guardian))]));
    let assessed = consents.assessments.iter().map(|(unit, text)| {
        t.with("grounds-is-assessed", &[("unit", &case.unit(*unit)), ("text", &case.text(*text))])
    });
    let decided = consents.decisions.iter().map(|decision| {
        t.with(
            "grounds-is-decided",
            &[("date", &t.date(decision.decided_on)), ("text", &case.text(decision.note))],
        )
    });
    let stated = consents
        .stated_authority
        .iter()
        .map(|(_, ground)| t.with("grounds-is-stated", &[("text", &case.text(*ground))]));
    std::iter::once(checked).chain(prevented).chain(assessed).chain(decided).chain(stated).collect()
}
