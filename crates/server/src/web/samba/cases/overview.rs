//! Where is this case, what has been asked and answered, and what can be done now?
//!
//! Before a consent the coordinator reads who made contact and what has been made of it, and nothing of the child: no
//! name, no age, not even in the title (CON-21).

mod ways;

use askama::Template;
use axum::extract::State;
use domain::{
    form::Document,
    samba::case::{Item, Resolved},
};
use policy::{Action, Ground};

use super::{
    act::whose,
    agreement::state_word,
    block::Block,
    desk::{Desk, Named},
    drawing::said,
    words::{outcome_word, state},
};
use crate::web::{
    actor::CurrentActor,
    app::App,
    document::{self, DrawnDocument},
    error::Answer,
    page::{Page, show},
    path::Path,
    refusal_words::listed,
    texts::Texts,
};

#[derive(Template)]
#[template(path = "samba/cases/overview.html")]
struct OverviewPage {
    t: &'static Texts,
    page: Page,
    title: String,
    state: String,
    unknown: bool,
    todo: Block,
    blocks: Vec<Block>,
    description: Option<DrawnDocument>,
    /// A description that is no form.
    written: Option<String>,
}

/// `GET /samba/cases/{process}`
pub async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(named): Path<Named>,
) -> Answer {
    let others = vec![Action::ReadSambaContact];
    let desk = Desk::open(&app, page.t, actor, named, Action::ReadSamba, others).await?;
    show(&view(page, &desk))
}

fn view(page: Page, desk: &Desk) -> OverviewPage {
    let mut blocks = vec![contact(desk), questions(desk)];
    let mut described = None;
    if desk.knows_the_child() {
        blocks.extend(consent(desk));
        blocks.extend(desk.samba.items.iter().map(|one| item(desk, one)));
        blocks.extend(agreements(desk));
        blocks.extend(way_back(desk));
        let text = desk.samba.description.map(|description| desk.case.text(description.text.text).to_owned());
        described = text.filter(|text| !text.is_empty());
    }
    let document = described.as_deref().and_then(|text| Document::parse(text).ok());
    OverviewPage {
        title: whose(desk),
        state: state(desk),
        unknown: desk.case.ground == Ground::SambaContact,
        todo: ways::all(desk),
        written: described.filter(|_| document.is_none()),
        description: document.map(|document| document::draw(desk.t, &document, |_| true)),
        blocks: blocks.into_iter().filter(|block| !block.facts.is_empty()).collect(),
        t: page.t,
        page: page.work(),
    }
}

/// Who made contact, and what the coordinator has made of it.
fn contact(desk: &Desk) -> Block {
    let (t, samba) = (desk.t, &desk.samba);
    let sorting = samba.sorting.map(|sorting| said(t, "sorting", sorting.word()));
    let routine = samba.routine.map(|(applies, reason)| {
        let key = if applies { "cases-routine-applies" } else { "cases-routine-does-not-apply" };
        t.with(key, &[("reason", &desk.case.text(reason))])
    });
    let assessment = samba.assessment.as_ref();
    let tried = assessment.map(|one| said(t, "tried", one.tried.word()));
    let why = assessment.map(|one| {
        let why: Vec<String> =
            one.shortfalls.iter().map(|shortfall| said(t, "shortfall", shortfall.word())).collect();
        vec![listed(t, &why), desk.case.text(one.why).to_owned()]
    });
    let caseworker = samba.caseworker.map(|person| desk.name(person));
    Block::new("contact", t.get("cases-contact"))
        .fact(t.get("cases-contacted-by"), desk.contact())
        .fact(t.get("cases-contacted-on"), t.date(samba.contacted_on))
        .lines(t.get("cases-sorted"), sorting.into_iter().collect())
        .lines(t.get("cases-routine"), routine.into_iter().collect())
        .lines(t.get("cases-tried"), tried.into_iter().collect())
        .lines(t.get("cases-why"), why.unwrap_or_default())
        .lines(t.get("cases-caseworker"), caseworker.into_iter().collect())
}

/// Every question, and what has been replied.
pub fn questions(desk: &Desk) -> Block {
    let t = desk.t;
    let all = desk.samba.questions().map(|(number, question)| {
        let asked = desk.case.text(question.text).to_owned();
        let lifted = question.lifted_by.iter();
        let lifted = lifted.map(|body| t.with("cases-lifted-by", &[("body", &desk.body_name(*body))]));
        let reply = question.resolved.map(|resolved| replied(desk, resolved));
        let open = question.is_open().then(|| t.get("cases-question-open"));
        let lines = std::iter::once(asked).chain(lifted).chain(reply).chain(open).collect::<Vec<_>>();
        (t.with("cases-question", &[("number", &number.0)]), lines)
    });
    all.fold(Block::new("questions", t.get("cases-questions")), |block, (term, lines)| {
        block.lines(term, lines)
    })
}

fn replied(desk: &Desk, resolved: Resolved) -> String {
    let key = if resolved.answered { "cases-answered" } else { "cases-not-answerable" };
    let words = desk.case.text(resolved.text);
    desk.t.with(key, &[("body", &desk.body_name(resolved.body)), ("words", &words)])
}

/// Which bodies and parties the consent names, and until when.
fn consent(desk: &Desk) -> Option<Block> {
    let (t, today) = (desk.t, desk.today());
    let bodies = desk.case.process.bodies_admitted(desk.number, today);
    let lines: Vec<String> = bodies
        .into_iter()
        .map(|body| {
            let parties: Vec<_> =
                desk.case.process.parties_admitted(desk.number, body, today).into_iter().collect();
            let parties = desk.party_names(&parties);
            t.with("cases-consent-body", &[("body", &desk.body_name(body)), ("parties", &parties)])
        })
        .collect();
    let live = desk.case.process.samba.consents_of(desk.number).filter(|one| one.active);
    let until = live.map(|one| one.valid_until).max().map(|day| t.date(day));
    let description = desk
        .samba
        .description
        .map(|one| t.with("cases-person-on", &[("person", &desk.name(one.by)), ("date", &t.date(one.on))]));
    let block = Block::new("consent", t.get("cases-consent"))
        .lines(t.get("cases-consent-covers"), lines)
        .lines(t.get("cases-consent-until"), until.into_iter().collect())
        .lines(t.get("cases-described-by"), description.into_iter().collect());
    (!block.facts.is_empty()).then_some(block)
}

/// The case at one meeting.
pub fn item(desk: &Desk, item: &Item) -> Block {
    let t = desk.t;
    let title =
        t.with("cases-meeting-of", &[("body", &desk.body_name(item.body)), ("date", &t.date(item.on))]);
    let block = Block::new(format!("meeting-{}", item.meeting), title);
    let Some(treated) = &item.treated else {
        return block.fact(t.get("cases-state"), t.get("cases-on-the-agenda"));
    };
    let outcome = |outcome| said(t, "outcome", outcome_word(outcome));
    let owed = item.owed().map(|(person, day)| {
        t.with("cases-person-until", &[("person", &desk.name(person)), ("date", &t.date(day))])
    });
    let reflected = item.reflected.map(|(came_to, note, on)| {
        vec![
            t.with("cases-outcome-on", &[("outcome", &outcome(came_to)), ("date", &t.date(on))]),
            desk.case.text(note).to_owned(),
        ]
    });
    let corrections = item.corrections.iter().flat_map(|correction| {
        let reason = desk.case.text(correction.reason);
        [
            desk.case.text(correction.note).to_owned(),
            t.with("cases-corrected", &[("date", &t.date(correction.on)), ("reason", &reason)]),
        ]
    });
    let minutes = match item.minutes_final {
        Some(on) => t.with("cases-minutes-final", &[("date", &t.date(on))]),
        None => t.get("cases-minutes-open"),
    };
    let left = (!treated.left.is_empty()).then(|| desk.party_names(&treated.left));
    block
        .fact(t.get("cases-outcome"), outcome(treated.outcome))
        .fact(t.get("cases-note"), desk.case.text(treated.note))
        .fact(t.get("cases-present"), desk.party_names(&treated.present))
        .lines(t.get("cases-left"), left.into_iter().collect())
        .lines(t.get("cases-owed"), owed.into_iter().collect())
        .lines(t.get("cases-reflected"), reflected.unwrap_or_default())
        .fact(t.get("cases-minutes"), minutes)
        .lines(t.get("cases-corrections"), corrections.collect())
}

fn agreements(desk: &Desk) -> Option<Block> {
    let t = desk.t;
    let mut block = Block::new("agreements", t.get("cases-agreements"));
    for (number, agreement) in desk.case.process.samba.agreements_of(desk.number) {
        let state = t.get(&format!("cases-agreement-{}", state_word(desk, agreement)));
        let period = t.with(
            "cases-from-until",
            &[("from", &t.date(agreement.terms.valid_from)), ("until", &t.date(agreement.terms.valid_until))],
        );
        let label = t.with("cases-agreement-number", &[("number", &number.0)]);
        block =
            block.lines(label.clone(), vec![state, period, desk.party_names(&agreement.terms.parties)]).link(
                format!("{}/agreements/{number}", desk.address()),
                t.with("cases-read", &[("what", &label)]),
            );
    }
    (!block.facts.is_empty()).then_some(block)
}

/// Where the answer went, and how it has gone.
fn way_back(desk: &Desk) -> Option<Block> {
    let t = desk.t;
    let returned = desk.samba.returned?;
    let form = |form: domain::samba::choice::FollowUpForm| said(t, "follow-up", form.word());
    let to = said(t, "return", returned.to.word());
    let to = t.with("cases-form-on", &[("form", &to), ("date", &t.date(returned.on))]);
    let next = t.with(
        "cases-form-on",
        &[("form", &form(returned.follow_up)), ("date", &t.date(returned.follow_up_on))],
    );
    let done = desk.samba.follow_ups.iter().flat_map(|one| {
        let head = t.with("cases-form-on", &[("form", &form(one.form)), ("date", &t.date(one.on))]);
        let reason = one.reason.map(|reason| desk.case.text(reason).to_owned());
        let told = one.told.iter().map(|(person, on)| {
            t.with("cases-told", &[("person", &desk.name(*person)), ("date", &t.date(*on))])
        });
        let result = desk.case.text(one.result).to_owned();
        [head, result].into_iter().chain(reason).chain(told).collect::<Vec<_>>()
    });
    Some(
        Block::new("way-back", t.get("cases-way-back"))
            .fact(t.get("cases-returned-to"), to)
            .fact(t.get("cases-follow-up"), next)
            .lines(t.get("cases-followed-up"), done.collect()),
    )
}
