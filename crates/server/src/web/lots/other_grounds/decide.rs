//! What does one person decide: which of the unit's own lines, for whom, on which law, why, and until when? (AC-10)

use askama::Template;
use axum::extract::State;
use domain::{
    CommitmentNo, PersonId, ProcessId, UnitId,
    choice::LegalBasis,
    lots::other_ground::{self, DecideOtherGround, MONTHS_MAX},
};
use jiff::ToSpan as _;
use policy::Action;
use store::Role;

use super::{address, open};
use crate::web::{
    actor::CurrentActor,
    app::App,
    case::{Case, Outcome, new_text},
    error::{Answer, WebError},
    form::{Choice, Fields, FormView},
    lots::{
        offer::{Offer, dashed},
        plans::ENTRY_MAX,
    },
    page::{Page, show, show_again},
    path::Path,
    receipt::Receipt,
    refusal_words::explain,
    texts::Texts,
};

#[derive(Template)]
#[template(path = "lots/other_grounds/decide.html")]
struct DecidePage {
    t: &'static Texts,
    page: Page,
    form: FormView,
    back: String,
    to: String,
    lines: Vec<Choice>,
    readers: Vec<Choice>,
    bases: Vec<Choice>,
    latest: String,
}

/// `GET /processes/{process}/other-grounds/to/{unit}`
pub async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path((process, to)): Path<(ProcessId, UnitId)>,
) -> Answer {
    let (case, unit) = open(&app, actor, process).await?;
    let readers = readers(&app, &case, to).await?;
    let form = page.form();
    show(&view(page, &case, unit, to, &readers, form)?)
}

/// `POST /processes/{process}/other-grounds/to/{unit}`
pub async fn create(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path((process, to)): Path<(ProcessId, UnitId)>,
    mut fields: Fields,
) -> Answer {
    let (case, unit) = open(&app, actor, process).await?;
    let (t, readers) = (page.t, readers(&app, &case, to).await?);
    let lines = own_lines(&case, unit).many(&mut fields, "line");
    if lines.is_empty() {
        fields.fault_with("line", "fault-choice-missing");
    }
    let reader = readers.one(&mut fields, "reader");
    let basis = bases(t).one(&mut fields, "basis");
    let reason = fields.text("reason", ENTRY_MAX);
    let kept = fields.text_if_any("kept", ENTRY_MAX);
    let until = fields.date("until");
    let (Some(reader), Some(basis), Some(reason), Some(until), false) =
        (reader, basis, reason, until, fields.has_faults())
    else {
        return show_again(&view(page, &case, unit, to, &readers, fields.back())?);
    };
    let (reason, kept) = (new_text(reason)?, kept.map(new_text).transpose()?);
    let command = DecideOtherGround {
        from: unit,
        to,
        reader,
        basis,
        lines,
        reason: reason.id,
        kept_from_family: kept.as_ref().map(|text| text.id),
        until,
        by: actor.person,
    };
    let texts: Vec<_> = std::iter::once(reason).chain(kept).collect();
    let organisation = app.organisation.clone();
    let decide = move |process: &_, now| other_ground::decide(process, &organisation, now, command.clone());
    match app.act(actor, process, Action::DecideOtherGround { unit }, texts, decide).await? {
        Outcome::Refused(refusal) => {
            let form = fields.back_refused(explain(&refusal, &case));
            show_again(&view(page, &case, unit, to, &readers, form)?)
        }
        Outcome::Done(_) => {
            let receipt = Receipt::new(t.get("other-ground-done"))
                .happened(t.get("other-ground-happened"))
                .next(t.get("other-ground-next"))
                .next_at(t.get("other-grounds-title"), address(process));
            app.receipt_in(actor, process, receipt).await
        }
    }
}

/// Those who work at the receiving unit. One of them is named: a whole unit reads nothing.
async fn readers(app: &App, case: &Case, to: UnitId) -> Result<Offer<PersonId>, WebError> {
    let today = case.now.today();
    let seated = app.store.seats_in(to, today).await?.into_iter();
    let working =
        seated.filter(|one| one.seat.role == Role::Staff && !case.process.is_family(one.seat.person, today));
    Ok(Offer::new(working.map(|one| {
        let person = one.seat.person;
        (Choice::new(person.to_string(), one.name), person)
    })))
}

fn own_lines(case: &Case, unit: UnitId) -> Offer<CommitmentNo> {
    let own = case.process.plan.lines().filter(|(_, line)| line.unit == unit);
    Offer::new(own.map(|(number, line)| (Choice::new(number.to_string(), case.text(line.text)), number)))
}

fn bases(t: &Texts) -> Offer<LegalBasis> {
    Offer::new(LegalBasis::ALL.iter().map(|basis| {
        let key = format!("basis-{}", dashed(basis.word()));
        (Choice::new(basis.word(), t.get(&key)).explained(t.get(&format!("{key}-means"))), *basis)
    }))
}

fn view(
    page: Page,
    case: &Case,
    unit: UnitId,
    to: UnitId,
    readers: &Offer<PersonId>,
    form: FormView,
) -> Result<DecidePage, WebError> {
    let t = page.t;
    let known = case.organisation.unit(to).filter(|_| to != unit).ok_or(WebError::NotFound)?;
    Ok(DecidePage {
        form,
        back: address(case.id),
        to: known.name.clone(),
        lines: own_lines(case, unit).choices(),
        readers: readers.choices(),
        bases: bases(t).choices(),
        latest: t.date(case.now.today().saturating_add(MONTHS_MAX.months())),
        page: page.work().marked_if(case.process.is_protected()),
        t,
    })
}
