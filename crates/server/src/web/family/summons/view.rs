//! What does the page of the summons show, and what can its reader do there?

use askama::Template;
use domain::{
    PersonId, SummonsNo,
    choice::{ScopeLine, TextHash},
    form::{Binding, Document, Entry},
    lots::summons::{Summons, SummonsStatus},
    party::InformationKind,
};
use sha2::{Digest as _, Sha256};

use super::code;
use crate::web::{
    app::App,
    case::Case,
    family::{
        frame::{self, Frame, in_a_row},
        frozen::{self, Frozen},
        voice::{Voice, first_name},
    },
    form::FormView,
    page::Page,
};

#[derive(Template)]
#[template(path = "family/summons.html")]
pub struct SummonsPage {
    t: Voice,
    page: Page,
    frame: Frame,
    form: FormView,
    /// Nothing while nobody has written one.
    summons: Option<Shown>,
}

/// A frozen summons, as its reader sees it.
struct Shown {
    number: SummonsNo,
    /// Of the text on this page.
    hash: TextHash,
    code: String,
    /// The same, told to the child.
    for_child: Option<String>,
    note: Frozen,
    scope: Vec<Scope>,
    valid_until: String,
    signatories: Vec<SignatoryLine>,
    mine: Mine,
    /// The answer is asked for on this page.
    can_sign: bool,
    can_refuse: bool,
    /// What a no leads to.
    no_means: String,
}

/// Who may know what.
struct Scope {
    unit: String,
    /// The consent has been taken back for it: what was signed stands below, and holds no more.
    left: bool,
    kinds: String,
    question: Option<String>,
}

struct SignatoryLine {
    name: String,
    /// The day it was signed, if it is.
    signed: Option<String>,
    required: bool,
}

/// What the reader has said.
enum Mine {
    Waiting,
    Signed {
        on: String,
    },
    Refused,
    /// The reader's signature is not asked for.
    NotAsked,
    Reopened,
}

pub fn view(app: &App, page: Page, me: PersonId, case: &Case, form: FormView) -> SummonsPage {
    let t = Voice::of(page.t, case);
    let last = case.process.summonses.last();
    SummonsPage {
        t,
        frame: Frame::of(case),
        form,
        summons: last.map(|(number, summons)| shown(app, t, me, case, number, summons)),
        page: frame::page(page, case),
    }
}

fn shown(app: &App, t: Voice, me: PersonId, case: &Case, number: SummonsNo, summons: &Summons) -> Shown {
    let text = case.text(summons.text.text);
    let hash = TextHash(Sha256::digest(text.as_bytes()).into());
    let mine = mine(t, me, summons);
    // A young adult can take it up again by signing alone (CON-25).
    let open = case.process.ending.closed.is_none() && case.process.ending.discontinued.is_none();
    Shown {
        number,
        hash,
        code: code(hash),
        for_child: for_child(app, text),
        note: frozen::draw_to_sign(t, case, &app.forms, summons.text.text),
        scope: summons.scope.iter().map(|line| scope(t, case, line)).collect(),
        valid_until: t.date(summons.valid_until),
        signatories: summons
            .signatories
            .iter()
            .map(|signatory| SignatoryLine {
                name: first_name(case.name(signatory.person)),
                signed: summons.signatures.get(&signatory.person).map(|signed| t.date(signed.on.date())),
                required: signatory.required,
            })
            .collect(),
        can_sign: open && matches!(mine, Mine::Waiting | Mine::Refused),
        can_refuse: open
            && summons.status == SummonsStatus::AwaitingSignature
            && (matches!(mine, Mine::Waiting) || (matches!(mine, Mine::NotAsked) && t.is_child())),
        no_means: no_means(t, me, summons),
        mine,
    }
}

/// A no whose owner must sign stops the summons; a younger child's must be answered first (CON-18).
fn no_means(t: Voice, me: PersonId, summons: &Summons) -> String {
    let required = summons.signatory(me).is_some_and(|signatory| signatory.required);
    if required { t.get("family-summons-no-stops") } else { t.get("family-summons-no-is-answered") }
}

fn mine(t: Voice, me: PersonId, summons: &Summons) -> Mine {
    if summons.status == SummonsStatus::Reopened {
        return Mine::Reopened;
    }
    if let Some(signed) = summons.signatures.get(&me) {
        return Mine::Signed { on: t.date(signed.on.date()) };
    }
    if summons.refusals.contains(&me) {
        return Mine::Refused;
    }
    if summons.signatory(me).is_some() { Mine::Waiting } else { Mine::NotAsked }
}

fn scope(t: Voice, case: &Case, line: &ScopeLine) -> Scope {
    let kinds = line.kinds.iter().map(|kind| kind_words(t, *kind)).collect();
    let question = line.question.map(|question| case.text(question).to_owned());
    Scope {
        unit: case.unit(line.unit).into_owned(),
        left: case.process.has_left(line.unit),
        kinds: in_a_row(t, kinds),
        question: question.filter(|question| !question.is_empty()),
    }
}

/// A kind of information, in words.
pub fn kind_words(t: Voice, kind: InformationKind) -> String {
    t.get(match kind {
        InformationKind::Health => "family-kind-health",
        InformationKind::School => "family-kind-school",
        InformationKind::SocialSituation => "family-kind-social-situation",
        InformationKind::Family => "family-kind-family",
        InformationKind::Economy => "family-kind-economy",
        InformationKind::Other => "family-kind-other",
    })
}

/// What the summons says to the child, in the words that were written for the child (T3, CON-28).
fn for_child(app: &App, text: &str) -> Option<String> {
    let document = Document::parse(text).ok()?;
    let form = app.forms.by_id(&document.form)?;
    let field = form.bound(Binding::ChildSummary)?;
    match &document.field(&field.id)?.entry {
        Entry::Text(words) => Some(words.clone()),
        Entry::List(_)
        | Entry::Choice(_)
        | Entry::Choices(_)
        | Entry::Date(_)
        | Entry::Time(_)
        | Entry::Flag(_)
        | Entry::Table { .. } => None,
    }
}
