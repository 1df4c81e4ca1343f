//! How far has the case come, who has it now, and what came back? For those who take part. (S14, PRI-16)

use askama::Template;
use axum::extract::State;
use domain::{
    CaseNo, ProcessId,
    choice::Signatory,
    samba::case::Case as SambaCase,
    waiting::{Owner, TaskKind},
};
use policy::{Action, Actor, Seat, rule};

use super::{
    address, is_caseworker,
    told::{self, AgreementLines, Fact, QuestionLine, dashed},
    wording,
};
use crate::web::{
    actor::CurrentActor,
    app::App,
    case::Case,
    error::Answer,
    page::{Link, Page, show},
    path::Path,
    texts::Texts,
    work::tasks,
};

#[derive(Template)]
#[template(path = "lots/samba/overview.html")]
struct OverviewPage {
    t: &'static Texts,
    page: Page,
    id: ProcessId,
    child: String,
    /// Nothing while nobody has made contact.
    shown: Option<Shown>,
}

struct Shown {
    state: String,
    means: String,
    facts: Vec<Fact>,
    waiting: Vec<String>,
    links: Vec<Link>,
    questions: Vec<QuestionLine>,
    answers: Vec<AnswerLine>,
    agreements: Vec<AgreementLines>,
    way_back: Vec<Fact>,
}

/// What somebody has answered to the consent in hand.
struct AnswerLine {
    name: String,
    standing: String,
    /// Where to register it, while it is missing.
    href: Option<String>,
}

/// `GET /processes/{process}/samba`
pub async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
) -> Answer {
    let case = app.case(actor, process, Action::ReadSamba).await?;
    let t = page.t;
    show(&OverviewPage {
        id: process,
        child: case.name(case.process.child()).to_owned(),
        shown: shown(t, &app, actor, &case),
        t,
        page: page.work().marked_if(case.process.is_protected()),
    })
}

fn shown(t: &Texts, app: &App, actor: Actor, case: &Case) -> Option<Shown> {
    let (number, samba) = case.process.samba.last_case()?;
    let (state, body) = wording::state(case.process.samba_state(number, case.now.today())?);
    let body = body.map(|body| app.body_name(body)).unwrap_or_default();
    let words = |key: &str| t.get(&format!("samba-{key}"));
    Some(Shown {
        state: t.with(&format!("samba-step-{state}"), &[("body", &body)]),
        means: t.get(&format!("samba-step-{state}-means")),
        facts: facts(t, case, samba),
        waiting: waiting(t, case),
        links: links(t, actor, case, samba).into_iter().chain(apart(t, app, actor, case, number)).collect(),
        questions: told::questions(&words, app, case, samba),
        answers: answers(t, actor, case),
        agreements: told::agreements(&words, t, app, case, number, true),
        way_back: told::way_back(&words, t, case, samba),
    })
}

fn facts(t: &Texts, case: &Case, samba: &SambaCase) -> Vec<Fact> {
    let fact = |key: &str, value: String| Fact { label: t.get(key), value };
    let contacted = format!("{}, {}", case.name(samba.contacted_by), t.date(samba.contacted_on));
    let mut facts = vec![fact("samba-contacted-by", contacted)];
    if let Some((applies, reason)) = samba.routine {
        let applies = t.get(if applies { "samba-routine-applies" } else { "samba-routine-not" });
        facts.push(fact("samba-routine", format!("{applies} {}", case.text(reason))));
    }
    if let Some(assessment) = &samba.assessment {
        let tried = t.get(&format!("samba-tried-{}", assessment.tried.word()));
        facts.push(fact("samba-assessed-plan", tried));
        let reasons = assessment.shortfalls.iter();
        let reasons: Vec<String> =
            reasons.map(|one| t.get(&format!("samba-shortfall-{}", dashed(one.word())))).collect();
        facts.push(fact("samba-assessed-why", reasons.join("\n")));
        facts.push(fact("samba-assessed-words", case.text(assessment.why).to_owned()));
    }
    if let Some(caseworker) = samba.caseworker {
        facts.push(fact("samba-caseworker", case.name(caseworker).to_owned()));
    }
    facts
}

/// What waits for whom on the way beyond Lots.
fn waiting(t: &Texts, case: &Case) -> Vec<String> {
    let all = case.process.tasks(&case.calendar, case.now.today());
    let here = |kind| {
        matches!(
            kind,
            TaskKind::DescribeSamba
                | TaskKind::AskSambaConsent
                | TaskKind::AnswerSambaConsent
                | TaskKind::FollowUpSamba
                | TaskKind::TellOfFollowUp
        )
    };
    let lines = all.iter().filter(|task| here(task.kind)).map(|task| {
        let what = tasks::line(t, case, task).what;
        match task.owner {
            Owner::Person(person) => format!("{}: {what}", case.name(person)),
            Owner::Inbox(_) | Owner::Unit(_) | Owner::NamedUsers(_) | Owner::Manager(_) => what,
        }
    });
    lines.collect()
}

/// What the reader can go on to.
fn links(t: &Texts, actor: Actor, case: &Case, samba: &SambaCase) -> Vec<Link> {
    let mine = is_caseworker(samba, actor.person);
    let follows = samba.is_open()
        && samba.returned.is_some()
        && rule(actor, Action::FollowUpSamba, &case.process, case.now).is_ok();
    let described = samba.description.is_some();
    let all = [
        ("/description", "samba-to-description", mine || described),
        ("/consent", "samba-to-consent", mine && described || case.process.samba.consents().next().is_some()),
        ("/follow-up", "samba-to-follow-up", follows),
    ];
    let shown = all.into_iter().filter(|(_, _, meant)| *meant);
    shown.map(|(path, key, _)| Link { href: address(case, path), words: t.get(key), here: false }).collect()
}

/// When somebody has said no, the caseworker can ask without telling about whom (CON-22). The way is the same from every
/// process, so nothing tells from which a question comes (DID-5).
fn apart(t: &Texts, app: &App, actor: Actor, case: &Case, number: CaseNo) -> Option<Link> {
    let Seat::Staff { unit, .. } = actor.seat else { return None };
    let writes = app.bodies.party_of(unit, &app.organisation).is_some();
    let no_consent = case.process.samba_consent_is_refused(number) || case.process.is_protected();
    let link =
        || Link { href: "/samba/deidentified".to_owned(), words: t.get("deidentified-offer"), here: false };
    (writes && no_consent).then(link)
}

/// Who has said what to the text that waits, or that was signed last.
fn answers(t: &Texts, actor: Actor, case: &Case) -> Vec<AnswerLine> {
    let Some((_, consent)) = case.process.samba.consents().next_back() else { return vec![] };
    let mine = case.process.samba.case(consent.case).is_some_and(|samba| is_caseworker(samba, actor.person));
    let line = |signatory: &Signatory| {
        let signed = consent.signatures.get(&signatory.person);
        let refused = consent.refused_by.contains(&signatory.person);
        let standing = match signed {
            Some((_, at)) => t.with("samba-answer-yes", &[("date", &t.date(at.date()))]),
            None if refused => t.get("samba-answer-no"),
            None if signatory.required => t.get("samba-answer-missing"),
            None => t.get("samba-answer-offered"),
        };
        let open = mine && consent.awaits_signature() && signed.is_none();
        AnswerLine {
            name: case.name(signatory.person).to_owned(),
            standing,
            href: open.then(|| address(case, &format!("/answers/{}", signatory.person))),
        }
    };
    consent.signatories.iter().map(line).collect()
}
