//! What does the family's page beyond Lots show, and what can its reader do there?

use askama::Template;
use domain::{
    CaseNo, PersonId, SambaConsentNo,
    choice::TextHash,
    samba::{case::Case as SambaCase, consent::SambaConsent},
};
use sha2::{Digest as _, Sha256};

use super::stop;
use crate::web::{
    app::App,
    case::Case,
    family::{
        frame::{self, Frame, home},
        frozen::{self, Frozen},
        voice::{Voice, first_name},
    },
    form::{Choice, FormView},
    lots::samba::{
        told::{self, AgreementLines, Fact, QuestionLine},
        wording,
    },
    page::Page,
};

#[derive(Template)]
#[template(path = "family/samba.html")]
pub struct SambaPage {
    t: Voice,
    page: Page,
    frame: Frame,
    form: FormView,
    /// Nothing while nobody has made contact.
    shown: Option<Shown>,
    contact: String,
    stop: String,
}

struct Shown {
    state: String,
    over: bool,
    asked: Option<Asked>,
    /// What the caseworker has written, and who that is.
    description: Option<(String, Frozen)>,
    stops: Vec<Choice>,
    questions: Vec<QuestionLine>,
    agreements: Vec<AgreementLines>,
    way_back: Vec<Fact>,
    /// What the child was told of a decision, in words of its own.
    for_child: Option<String>,
}

/// The text that was frozen last, as its reader sees it.
struct Asked {
    number: SambaConsentNo,
    hash: TextHash,
    text: String,
    until: String,
    bodies: Vec<BodyLine>,
    signatories: Vec<String>,
    mine: String,
    can_say_yes: bool,
    can_say_no: bool,
    no_means: String,
}

/// A body, what it is, and who sits there.
struct BodyLine {
    name: String,
    about: String,
    seats: Vec<String>,
}

pub fn view(app: &App, page: Page, me: PersonId, case: &Case, form: FormView) -> SambaPage {
    let t = Voice::of(page.t, case);
    let last = case.process.samba.last_case();
    SambaPage {
        t,
        frame: Frame::of(case),
        form,
        shown: last.and_then(|(number, samba)| shown(app, t, me, case, number, samba)),
        contact: format!("{}/samba-contact", home(case.id)),
        stop: format!("{}/samba/stop", home(case.id)),
        page: frame::page(page, case),
    }
}

fn shown(app: &App, t: Voice, me: PersonId, case: &Case, number: CaseNo, samba: &SambaCase) -> Option<Shown> {
    let (state, body) = wording::state(case.process.samba_state(number, case.now.today())?);
    let body = body.map(|body| app.body_name(body)).unwrap_or_default();
    let words = |key: &str| t.get(&format!("family-samba-{key}"));
    let locked = case.process.samba.consents().rev().find(|(_, consent)| consent.case == number);
    let for_child = samba.follow_ups.last().and_then(|last| last.child_text);
    Some(Shown {
        state: t.with(&format!("family-samba-state-{state}"), &[("body", &body)]),
        over: !samba.is_open(),
        asked: locked.map(|(number, consent)| asked(app, t, me, case, number, consent)),
        description: samba.description.map(|description| {
            let written = t.with("family-samba-described", &[("name", &case.name(description.by))]);
            (written, frozen::draw(t, case, &app.forms, description.text.text))
        }),
        stops: stop::choices(t, app, case, me),
        questions: told::questions(&words, app, case, samba),
        agreements: told::agreements(&words, t.texts(), app, case, number, false),
        way_back: told::way_back(&words, t.texts(), case, samba),
        for_child: for_child.filter(|_| t.is_child()).map(|text| case.text(text).to_owned()),
    })
}

fn asked(
    app: &App,
    t: Voice,
    me: PersonId,
    case: &Case,
    number: SambaConsentNo,
    consent: &SambaConsent,
) -> Asked {
    let text = case.text(consent.text.text).to_owned();
    let open = case.process.samba.case(consent.case).is_some_and(|samba| samba.is_open());
    let waits = open && consent.awaits_signature();
    let signed = consent.signatures.contains_key(&me);
    let asked = consent.signatory(me).is_some();
    Asked {
        number,
        hash: TextHash(Sha256::digest(text.as_bytes()).into()),
        text,
        until: t.date(consent.valid_until),
        bodies: bodies(app, t, consent),
        signatories: signatories(t, case, consent),
        mine: mine(t, me, consent),
        can_say_yes: waits && asked && !signed,
        can_say_no: waits && !signed && (asked || t.is_child()),
        no_means: t.get("family-samba-no-stops"),
    }
}

fn bodies(app: &App, t: Voice, consent: &SambaConsent) -> Vec<BodyLine> {
    let named = consent.bodies.iter().filter_map(|body| app.bodies.body(*body));
    let line = |body: &domain::samba::bodies::Body| BodyLine {
        name: body.name.clone(),
        about: crate::web::lots::samba::about(t.texts(), body),
        seats: consent
            .parties
            .iter()
            .filter(|party| body.place(**party).is_some())
            .map(|party| app.seat_name(*party, body.id))
            .collect(),
    };
    named.map(line).collect()
}

fn signatories(t: Voice, case: &Case, consent: &SambaConsent) -> Vec<String> {
    let line = |signatory: &domain::choice::Signatory| {
        let name = first_name(case.name(signatory.person));
        match consent.signatures.get(&signatory.person) {
            Some((_, at)) => {
                let date = t.date(at.date());
                t.with("family-samba-said-yes", &[("name", &name), ("date", &date)])
            }
            None if consent.refused_by.contains(&signatory.person) => {
                t.with("family-samba-said-no", &[("name", &name)])
            }
            None if signatory.required => t.with("family-samba-no-answer-yet", &[("name", &name)]),
            None => t.with("family-samba-may-answer", &[("name", &name)]),
        }
    };
    consent.signatories.iter().map(line).collect()
}

/// What the reader has said.
fn mine(t: Voice, me: PersonId, consent: &SambaConsent) -> String {
    t.get(if consent.signatures.contains_key(&me) {
        "family-samba-mine-yes"
    } else if consent.refused_by.contains(&me) {
        "family-samba-mine-no"
    } else if !consent.refused_by.is_empty() {
        "family-samba-somebody-said-no"
    } else if consent.signatory(me).is_some() && !consent.active {
        "family-samba-mine-waits"
    } else {
        "family-samba-mine-not-asked"
    })
}
