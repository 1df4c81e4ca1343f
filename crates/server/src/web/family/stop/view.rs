//! Which ways to say stop are open, and what would each lead to?

use askama::Template;
use domain::{
    PersonId, UnitId,
    choice::PauseReason,
    lots::revocation::{RevokeConsent, revoke},
    party::InformationKind,
};
use serde_json::Value;

use super::{Way, told};
use crate::web::{
    case::Case,
    family::{
        frame::{self, Frame, child, home},
        summons::kind_words,
        voice::Voice,
    },
    form::{Choice, FormView},
    page::Page,
};

#[derive(Template)]
#[template(path = "family/stop.html")]
pub struct StopPage {
    t: Voice,
    page: Page,
    frame: Frame,
    form: FormView,
    open: Option<Way>,
    over: bool,
    rest: Rest,
    units: Vec<UnitToStop>,
    kinds: Vec<Choice>,
    /// What ending everything does.
    end: Vec<String>,
    circle: String,
}

/// Whether there can be a break.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rest {
    Possible,
    /// The family has asked for one and can end it.
    Asked,
    /// It rests for another reason, which the family cannot take away alone.
    Otherwise,
}

/// A unit that can be left out, and what that leads to.
struct UnitToStop {
    code: String,
    name: String,
    happens: Vec<String>,
    chosen: bool,
}

/// A kind of information that a unit may have today.
pub struct KindToStop {
    pub choice: Choice,
    pub unit: UnitId,
    pub kind: InformationKind,
}

pub fn view(page: Page, me: PersonId, case: &Case, form: FormView, open: Option<Way>) -> StopPage {
    let t = Voice::of(page.t, case);
    StopPage {
        t,
        frame: Frame::of(case),
        open,
        over: frame::is_over(case),
        rest: rest(case),
        units: offered_units(case).into_iter().map(|unit| unit_to_stop(t, me, case, unit, &form)).collect(),
        kinds: offered_kinds(t, case).into_iter().map(|kind| kind.choice).collect(),
        end: vec![t.get("family-stop-ends"), t.with("family-stop-ends-all", &[("child", &child(case))])],
        circle: format!("{}/units", home(case.id)),
        form,
        page: frame::page(page, case),
    }
}

fn rest(case: &Case) -> Rest {
    let asked = case.process.ending.rests.contains_key(&PauseReason::FamilyAsks);
    match case.process.paused(case.now.today()) {
        // What the family has asked for it can end, whatever else keeps it resting (T16).
        Some(_) if asked => Rest::Asked,
        Some(_) => Rest::Otherwise,
        None => Rest::Possible,
    }
}

/// The units that the consent lets take part today.
pub fn offered_units(case: &Case) -> Vec<UnitId> {
    if frame::is_over(case) { vec![] } else { case.process.consented_units(case.now.today()) }
}

fn unit_to_stop(t: Voice, me: PersonId, case: &Case, unit: UnitId, form: &FormView) -> UnitToStop {
    let command = RevokeConsent { signatory: me, units: vec![unit], told_to: me };
    let events = revoke(&case.process, case.now, command).unwrap_or_default();
    let code = unit.to_string();
    UnitToStop {
        name: case.unit(unit).into_owned(),
        happens: told::happens(t, case, &events),
        chosen: form.chosen("units", &code),
        code,
    }
}

/// Every kind of information that some unit may have today.
pub fn offered_kinds(t: Voice, case: &Case) -> Vec<KindToStop> {
    let today = case.now.today();
    let of_unit = |unit: UnitId| {
        case.process.kinds_for(unit, today).into_iter().map(move |kind| KindToStop {
            choice: Choice::new(
                format!("{unit}-{}", word(kind)),
                t.with(
                    "family-stop-kind-of-unit",
                    &[("unit", &case.unit(unit)), ("kind", &kind_words(t, kind))],
                ),
            ),
            unit,
            kind,
        })
    };
    offered_units(case).into_iter().flat_map(of_unit).collect()
}

/// The stable word of a kind, as it is stored.
fn word(kind: InformationKind) -> String {
    match serde_json::to_value(kind) {
        Ok(Value::String(word)) => word,
        Ok(Value::Null | Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_)) | Err(_) => {
            String::new()
        }
    }
}
