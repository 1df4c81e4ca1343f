//! What is asked, how far has it come, and what can be done now?

use askama::Template;
use axum::extract::State;
use domain::{
    CaseQuestionNo, DeidentifiedId,
    form::{Document, Entry},
    samba::deidentified::{Item, Reply, Stage},
};
use policy::DeidentifiedGround;

use super::{desk::Desk, words};
use crate::web::{
    actor::CurrentActor,
    app::App,
    document::{self, DrawnDocument},
    error::Answer,
    page::{Page, show},
    path::Path,
    samba::cases::{block::Block, drawing::said, words::outcome_word},
    texts::Texts,
};

#[derive(Template)]
#[template(path = "samba/deidentified/overview.html")]
struct OverviewPage {
    t: &'static Texts,
    page: Page,
    state: String,
    recognised: bool,
    todo: Block,
    blocks: Vec<Block>,
    description: Option<DrawnDocument>,
}

/// `GET /samba/deidentified/{description}`
pub async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(id): Path<DeidentifiedId>,
) -> Answer {
    let desk = Desk::open(&app, page.t, actor, id).await?;
    let mut blocks = vec![about(&desk), questions(&desk)];
    if desk.alike.is_some() {
        blocks.push(alike(&desk));
    }
    blocks.extend(desk.state.items.iter().map(|one| item(&desk, one)));
    show(&OverviewPage {
        state: words::state(&desk),
        recognised: desk.state.is_recognised(),
        todo: ways(&desk),
        blocks,
        description: drawn(&desk),
        t: page.t,
        page: page.work(),
    })
}

fn drawn(desk: &Desk) -> Option<DrawnDocument> {
    let document = Document::parse(&desk.state.description.document).ok()?;
    Some(document::draw(desk.t, &document, |_| true))
}

/// Who wrote it, for those who may know; why it came back; and when it is gone.
fn about(desk: &Desk) -> Block {
    let (t, state) = (desk.t, &desk.state);
    let mut block = Block::new("about", t.get("deidentified-about"));
    if let Some(writer) = &desk.writer {
        block = block.fact(t.get("deidentified-written-by"), writer.clone());
    }
    block = block.fact(t.get("deidentified-written-on"), t.date(state.written_on));
    if let Stage::Returned { reason } = &state.stage {
        block = block.fact(t.get("deidentified-returned-because"), reason.clone());
    }
    if let Some(day) = state.follow_up_on {
        block = block.fact(t.get("deidentified-follow-up-on"), t.date(day));
    }
    if let Some((text, day)) = &state.followed_up {
        block = block.lines(t.get("deidentified-followed-up"), vec![t.date(*day), text.clone()]);
    }
    block.fact(t.get("deidentified-gone-on"), t.date(state.gone_on()))
}

/// How many are like it, beside which always stands that the text is about somebody all the same (DID-7).
pub fn alike(desk: &Desk) -> Block {
    let t = desk.t;
    let block = Block::new("alike", t.get("deidentified-alike"));
    let Some(alike) = desk.alike else { return block };
    let block = block
        .fact(t.get("deidentified-alike-how-many"), t.get(&format!("deidentified-alike-{}", alike.key())));
    let block = if alike.points_out() {
        block.fact(t.get("deidentified-alike-few"), t.get("deidentified-alike-few-words"))
    } else {
        block
    };
    block.fact(t.get("deidentified-still"), t.get("deidentified-still-personal-data"))
}

/// The description again, above the form of an act.
pub fn told(desk: &Desk) -> Block {
    let t = desk.t;
    let block = Block::new("told", t.get("deidentified-description"));
    let Ok(document) = Document::parse(&desk.state.description.document) else { return block };
    let fields = document.sections.iter().flat_map(|section| &section.fields);
    fields.fold(block, |block, field| block.lines(field.label.clone(), lines(t, &field.entry)))
}

fn lines(t: &Texts, entry: &Entry) -> Vec<String> {
    match entry {
        Entry::List(items) => items.clone(),
        Entry::Choices(chosen) => chosen.iter().map(|one| one.label.clone()).collect(),
        Entry::Text(_)
        | Entry::Choice(_)
        | Entry::Date(_)
        | Entry::Time(_)
        | Entry::Flag(_)
        | Entry::Table { .. } => vec![document::words(t, entry)],
    }
}

fn questions(desk: &Desk) -> Block {
    let t = desk.t;
    let block = Block::new("questions", t.get("deidentified-questions"));
    desk.state.questions().fold(block, |block, (number, question)| {
        block.lines(
            t.with("cases-question", &[("number", &number.0)]),
            vec![question.to_owned(), reply(desk, number)],
        )
    })
}

fn reply(desk: &Desk, number: CaseQuestionNo) -> String {
    let (key, body, words) = match desk.state.reply(number) {
        Some((body, Reply::Answered(words))) => ("cases-answered", body, words),
        Some((body, Reply::NotAnswerable(words))) => ("cases-not-answerable", body, words),
        Some((_, Reply::LiftedOn)) | None => return desk.t.get("cases-question-open"),
    };
    desk.t.with(key, &[("body", &desk.body_name(body)), ("words", words)])
}

/// It on the agenda of a meeting, and what was come to.
pub fn item(desk: &Desk, item: &Item) -> Block {
    let t = desk.t;
    let title =
        t.with("cases-meeting-of", &[("body", &desk.body_name(item.body)), ("date", &t.date(item.on))]);
    let block = Block::new(format!("meeting-{}", item.meeting), title);
    let block = match &item.treated {
        None => block.fact(t.get("cases-state"), t.get("cases-on-the-agenda")),
        Some(treated) => block.fact(
            t.get("cases-outcome"),
            t.with(
                "cases-outcome-on",
                &[
                    ("outcome", &said(t, "outcome", outcome_word(treated.outcome))),
                    ("date", &t.date(treated.on)),
                ],
            ),
        ),
    };
    if desk.is_writer() {
        block
    } else {
        block.link(format!("/body-meetings/{}", item.meeting), t.get("deidentified-to-meeting"))
    }
}

/// What its reader can do now.
fn ways(desk: &Desk) -> Block {
    let (t, state) = (desk.t, &desk.state);
    let block = Block::new("todo", t.get("cases-todo"));
    let offered = |word: &str, path: &str, block: Block| {
        block.link(format!("{}/{path}", desk.address()), t.get(&format!("case-deidentified-{word}-title")))
    };
    let follows_up = state.is_concluded() && state.followed_up.is_none();
    match desk.ground {
        DeidentifiedGround::Writer => {
            let block = if state.items.is_empty() {
                block.link(format!("{}/writing", desk.address()), t.get("deidentified-write-again"))
            } else {
                block
            };
            let block = if follows_up { offered("follow-up", "follow-up", block) } else { block };
            offered("end", "ending", block)
        }
        DeidentifiedGround::Coordinator => {
            let block = match (&state.stage, state.pending()) {
                (Stage::Written, _) => offered("return", "return", offered("approve", "approval", block)),
                (Stage::Approved, Some(item)) => {
                    let block = offered("remove", "removal", block);
                    let block =
                        if item.on <= desk.today { offered("treat", "treatment", block) } else { block };
                    if item.recognised { block } else { offered("recognise", "recognition", block) }
                }
                (Stage::Approved, None) if state.next_body(&desk.bodies).is_some() => {
                    offered("schedule", "agenda", block)
                }
                (Stage::Approved | Stage::Returned { .. } | Stage::Ended(_), _) => block,
            };
            let block = if follows_up { offered("follow-up", "follow-up", block) } else { block };
            offered("end", "ending", block)
        }
        DeidentifiedGround::Member(_) => match state.pending() {
            Some(item) if !item.recognised => offered("recognise", "recognition", block),
            Some(_) | None => block,
        },
    }
}
