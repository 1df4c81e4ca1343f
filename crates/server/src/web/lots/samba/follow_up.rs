//! How was the answer followed up, and has the family been told what professionals decided alone? (S15, 4.7)

use askama::Template;
use axum::extract::State;
use domain::{
    PersonId, ProcessId,
    samba::{
        case::Case as SambaCase,
        choice::FollowUpForm,
        returning::{FollowUpCase, NotifyFamily, follow_up, notify},
    },
};
use policy::Action;

use super::{
    address, last,
    told::{self, Fact, dashed},
};
use crate::web::{
    actor::CurrentActor,
    app::App,
    case::{Case, Outcome, new_text},
    error::Answer,
    form::{Choice, Fields, FormView},
    page::{Page, show, show_again},
    path::Path,
    receipt::Receipt,
    refusal_words::explain,
    texts::Texts,
};

/// The longest result or reason, in characters.
const TEXT_MAX: usize = 2_000;

#[derive(Template)]
#[template(path = "lots/samba/follow_up.html")]
struct FollowUpPage {
    t: &'static Texts,
    page: Page,
    form: FormView,
    id: ProcessId,
    child: String,
    way_back: Vec<Fact>,
    forms: Vec<Choice>,
    /// The family, once professionals have decided alone.
    family: Vec<Member>,
    notifications: String,
}

/// One of the family, and whether he or she has been told.
struct Member {
    code: String,
    name: String,
    is_child: bool,
    told: Option<String>,
}

/// `GET /processes/{process}/samba/follow-up`
pub async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
) -> Answer {
    let case = app.case(actor, process, Action::FollowUpSamba).await?;
    let (_, samba) = last(&case)?;
    let form = page.form();
    show(&view(page, form, &case, samba))
}

/// `POST /processes/{process}/samba/follow-up`
pub async fn create(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
    mut fields: Fields,
) -> Answer {
    let case = app.case(actor, process, Action::FollowUpSamba).await?;
    let (number, samba) = last(&case)?;
    let codes: Vec<(&str, FollowUpForm)> = FollowUpForm::ALL.iter().map(|one| (one.word(), *one)).collect();
    let form = fields.choice("form", &codes);
    let result = fields.text("result", TEXT_MAX);
    let reason = fields.text_if_any("reason", TEXT_MAX);
    let (Some(form), Some(result), false) = (form, result, fields.has_faults()) else {
        return show_again(&view(page, fields.back(), &case, samba));
    };
    let result = new_text(result)?;
    let reason = reason.map(new_text).transpose()?;
    let command = FollowUpCase {
        case: number,
        form,
        result: result.id,
        reason: reason.as_ref().map(|reason| reason.id),
        within_own_powers: fields.ticked("within_own_powers"),
        by: actor.person,
    };
    let texts: Vec<_> = std::iter::once(result).chain(reason).collect();
    let decide = move |process: &_, now| follow_up(process, now, command);
    match app.act(actor, process, Action::FollowUpSamba, texts, decide).await? {
        Outcome::Refused(refusal) => {
            let form = fields.back_refused(explain(&refusal, &case));
            show_again(&view(page, form, &case, samba))
        }
        Outcome::Done(_) => app.receipt_in(actor, process, receipt(page.t, &case, form)).await,
    }
}

/// `POST /processes/{process}/samba/notifications`: one of the family has been told.
pub async fn tell(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
    mut fields: Fields,
) -> Answer {
    let case = app.case(actor, process, Action::FollowUpSamba).await?;
    let (number, samba) = last(&case)?;
    let family = case.process.family(case.now.today());
    let codes: Vec<(String, PersonId)> = family.into_iter().map(|one| (one.to_string(), one)).collect();
    let codes: Vec<(&str, PersonId)> = codes.iter().map(|(code, person)| (code.as_str(), *person)).collect();
    let person = fields.choice("person", &codes);
    let child_text = fields.text_if_any("child_text", TEXT_MAX);
    let back = address(&case, "/follow-up");
    let (Some(person), false) = (person, fields.has_faults()) else {
        return show_again(&view(page, fields.back().to(back), &case, samba));
    };
    let child_text = child_text.filter(|_| person == case.process.child()).map(new_text).transpose()?;
    let command = NotifyFamily {
        case: number,
        person,
        child_text: child_text.as_ref().map(|text| text.id),
        by: actor.person,
    };
    let texts: Vec<_> = child_text.into_iter().collect();
    let decide = move |process: &_, now| notify(process, now, command);
    match app.act(actor, process, Action::FollowUpSamba, texts, decide).await? {
        Outcome::Refused(refusal) => {
            let form = fields.back_refused(explain(&refusal, &case)).to(back);
            show_again(&view(page, form, &case, samba))
        }
        Outcome::Done(_) => {
            let t = page.t;
            let receipt = Receipt::new(t.with("samba-told-done", &[("name", &case.name(person))]))
                .happened(t.get("samba-told-happened"))
                .next_at(t.get("samba-to-follow-up"), back)
                .next_at(t.get("place-samba"), address(&case, ""));
            app.receipt_in(actor, process, receipt).await
        }
    }
}

fn receipt(t: &Texts, case: &Case, form: FollowUpForm) -> Receipt {
    let receipt = Receipt::new(t.get("samba-followed-up-done")).happened(t.get("samba-followed-up-happened"));
    let receipt = if form == FollowUpForm::OfficialsDecide {
        receipt.next_at(t.get("samba-followed-up-tell"), address(case, "/follow-up"))
    } else {
        receipt
    };
    receipt.next_at(t.get("place-samba"), address(case, ""))
}

fn view(page: Page, form: FormView, case: &Case, samba: &SambaCase) -> FollowUpPage {
    let t = page.t;
    let choice = |one: &FollowUpForm| {
        let key = format!("samba-form-{}", dashed(one.word()));
        Choice::new(one.word(), t.get(&key)).explained(t.get(&format!("{key}-hint")))
    };
    FollowUpPage {
        form,
        id: case.id,
        child: case.name(case.process.child()).to_owned(),
        way_back: told::way_back(&|key| t.get(&format!("samba-{key}")), t, case, samba),
        forms: FollowUpForm::ALL.iter().map(choice).collect(),
        family: family(t, case, samba),
        notifications: address(case, "/notifications"),
        t,
        page: page.work().marked_if(case.process.is_protected()),
    }
}

fn family(t: &Texts, case: &Case, samba: &SambaCase) -> Vec<Member> {
    let last = samba.follow_ups.last().filter(|last| last.form == FollowUpForm::OfficialsDecide);
    let Some(last) = last else { return vec![] };
    let member = |person: PersonId| Member {
        code: person.to_string(),
        name: case.name(person).to_owned(),
        is_child: person == case.process.child(),
        told: last.told.iter().find(|(told, _)| *told == person).map(|(_, on)| t.date(*on)),
    };
    case.process.family(case.now.today()).into_iter().map(member).collect()
}
