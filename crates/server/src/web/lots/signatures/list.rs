//! The signatures on the summons in hand, one line a signatory.

use crate::web::{
    actor::CurrentActor,
    app::App,
    case::Case,
    error::Answer,
    page::{Page, show},
    path::Path,
    texts::Texts,
};
use askama::Template;
use axum::extract::State;
use domain::{
    ProcessId,
    choice::{Signatory, SignatureMethod},
    lots::summons::{Summons, SummonsStatus},
    party::Capacity,
};
use policy::{Action, rule};

#[derive(Template)]
#[template(path = "lots/signatures/list.html")]
struct SignaturesPage {
    t: &'static Texts,
    page: Page,
    id: ProcessId,
    child: String,
    summons: Option<InHand>,
    unanswered: bool,
    sends: bool,
    records_grounds: bool,
}

/// The summons that is signed, or was signed last.
struct InHand {
    number: u32,
    standing: String,
    hash: String,
    complete: bool,
    lines: Vec<Line>,
}

struct Line {
    name: String,
    capacity: String,
    state: String,
    how: String,
    /// Where to register it, while it is missing.
    href: Option<String>,
}

/// `GET /processes/{process}/signatures`
pub async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
) -> Answer {
    let case = app.case(actor, process, Action::RegisterSignature).await?;
    let t = page.t;
    let child = case.process.child();
    let summons = case.process.summonses.last().map(|(number, summons)| InHand {
        number: number.0,
        standing: t.get(match summons.status {
            SummonsStatus::AwaitingSignature => "signatures-awaiting",
            SummonsStatus::Active => "signatures-complete",
            SummonsStatus::Reopened => "signatures-reopened",
        }),
        hash: summons.text.hash.to_string(),
        complete: summons.status == SummonsStatus::Active,
        lines: summons.signatories.iter().map(|signatory| line(t, &case, summons, *signatory)).collect(),
    });
    let may = |action| rule(actor, action, &case.process, case.now).is_ok();
    show(&SignaturesPage {
        sends: may(Action::Dispatch),
        records_grounds: may(Action::RecordGround),
        id: process,
        child: case.name(child).to_owned(),
        summons,
        unanswered: case.process.childs_no_waits_for_answer(),
        t,
        page: page.work().marked_if(case.process.is_protected()),
    })
}

fn line(t: &Texts, case: &Case, summons: &Summons, signatory: Signatory) -> Line {
    let signed = summons.signatures.get(&signatory.person);
    let refused = summons.refusals.contains(&signatory.person);
    let needed = case.process.missing_signatures(summons, case.now.today()).contains(&signatory.person);
    let state = match (signed, refused) {
        (Some(signature), _) => t.with("signatures-signed", &[("when", &t.date_time(signature.on))]),
        (None, true) => t.get("signatures-refused"),
        (None, false) if needed => t.get("signatures-missing"),
        (None, false) => t.get("signatures-offered"),
    };
    let open = signed.is_none() && summons.status != SummonsStatus::Reopened;
    Line {
        name: case.name(signatory.person).to_owned(),
        capacity: t.get(capacity_key(signatory.capacity)),
        state,
        how: signed.map(|signature| how(t, case, signature.method)).unwrap_or_default(),
        href: open.then(|| format!("/processes/{}/signatures/{}", case.id, signatory.person)),
    }
}

pub fn capacity_key(capacity: Capacity) -> &'static str {
    match capacity {
        Capacity::Guardian => "capacity-guardian",
        Capacity::Child => "capacity-child",
        Capacity::YoungAdult => "capacity-young-adult",
    }
}

fn how(t: &Texts, case: &Case, method: SignatureMethod) -> String {
    match method {
        SignatureMethod::Screen => t.get("signatures-on-screen"),
        SignatureMethod::Witnessed { helper } => {
            t.with("signatures-witnessed", &[("name", &case.name(helper))])
        }
        SignatureMethod::Paper { signed_on, kept_at, registered_by, .. } => t.with(
            "signatures-on-paper",
            &[
                ("date", &t.date(signed_on)),
                ("place", &case.text(kept_at)),
                ("name", &case.name(registered_by)),
            ],
        ),
    }
}
