//! What does the program write in a case description by itself, so that nobody types it twice?

use domain::{
    PlanVersion,
    choice::PlanStatus,
    form::{Binding, Form, Value, Values},
    personal_id::PersonalId,
    samba::case::Case as SambaCase,
};

use crate::web::{
    case::Case,
    form_data::{Blank, text},
    lots::samba::told::dashed,
    texts::Texts,
};

/// The version of the plan that goes with it: beside the form, because it is a fact of the case.
pub const PLAN: &str = "plan";

/// The versions that can go with a description: those that are released, and those that were tried in vain.
pub fn plans(case: &Case) -> Vec<PlanVersion> {
    let fits = |version: &domain::lots::plan::Version| {
        version.released.is_some() || version.status == PlanStatus::Attempted
    };
    case.process.plan.versions().filter(|(_, version)| fits(version)).map(|(number, _)| number).collect()
}

/// The blank with what is known of this case. `values` tells which plan goes with it.
pub fn blank<'a>(t: &Texts, form: &'a Form, case: &Case, samba: &SambaCase, values: &Values) -> Blank<'a> {
    Blank::new(form).system(system(t, form, case, samba, values.text(PLAN)))
}

fn system(t: &Texts, form: &Form, case: &Case, samba: &SambaCase, plan: &str) -> Values {
    let process = &case.process;
    let number = case.person(process.child()).and_then(|child| child.personal_id.as_deref());
    let masked = number.and_then(|number| number.parse::<PersonalId>().ok()).map(|number| number.masked());
    let bound = [
        (Binding::ChildName, text(case.name(process.child()))),
        (Binding::ChildPersonalId, text(masked.unwrap_or_default())),
        (Binding::OpenQuestions, one_a_line(case, samba.questions.iter().map(|question| question.text))),
    ];
    let mut values = Values::default();
    for (binding, value) in bound {
        if let Some(field) = form.bound(binding) {
            values.set(&field.id, value);
        }
    }
    let attachment = match plan {
        "" => t.get("samba-no-plan"),
        plan => t.with("samba-plan-version", &[("number", &plan)]),
    };
    lots(t, case, samba, values)
        .with("case.route", t.get("samba-route-identified"))
        .with("child.birth_year", process.facts.born.year().to_string())
        .with("case.caseworker", caseworker(case, samba))
        .with("case.consent", t.get(consent(case, samba)))
        .with("case.attachment", attachment)
}

/// How far Lots has come, and what the coordinator has made of it.
fn lots(t: &Texts, case: &Case, samba: &SambaCase, values: Values) -> Values {
    let process = &case.process;
    let held = process.meetings.held_meetings().filter_map(|(_, meeting)| meeting.held.as_ref());
    let held: Vec<String> = held.map(|held| t.date(held.on)).collect();
    let held = if held.is_empty() { vec![t.get("samba-no-meeting")] } else { held };
    let chosen = process.plan.lots_person().map(|person| case.name(person).to_owned());
    let goals = process.plan.open_needs().map(|(_, need)| need.text);
    let goals = goals.chain(process.plan.goal_numbers().map(|(_, goal)| goal.text));
    let mut values = values
        .with("lots.meetings", Value::List(held))
        .with("lots.chosen", chosen.unwrap_or_else(|| t.get("samba-no-lots")))
        .with("needs_and_goals", one_a_line(case, goals));
    if let Some(assessment) = &samba.assessment {
        let reasons = assessment.shortfalls.iter();
        let reasons = reasons.map(|one| t.get(&format!("samba-shortfall-{}", dashed(one.word()))));
        values = values
            .with("lots.plan", t.get(&format!("samba-tried-{}", assessment.tried.word())))
            .with("lots.shortfalls", Value::List(reasons.collect()))
            .with("lots.why", case.text(assessment.why));
    }
    values
}

fn caseworker(case: &Case, samba: &SambaCase) -> String {
    let Some(person) = samba.caseworker else { return String::new() };
    let unit = case.process.unit_of(person).map(|unit| case.unit(unit)).unwrap_or_default();
    format!("{}, {unit}", case.name(person))
}

/// What is known of the consent on the day of writing.
fn consent(case: &Case, samba: &SambaCase) -> &'static str {
    let number = case.process.samba.last_case().map(|(number, _)| number);
    let admitted = number.is_some_and(|number| {
        samba.is_open() && !case.process.bodies_admitted(number, case.now.today()).is_empty()
    });
    if admitted { "samba-consent-there" } else { "samba-consent-asked-next" }
}

/// Texts as items of a list, each in one line.
fn one_a_line(case: &Case, texts: impl IntoIterator<Item = domain::TextId>) -> Value {
    let lines =
        texts.into_iter().map(|text| case.text(text).split_whitespace().collect::<Vec<_>>().join(" "));
    Value::List(lines.filter(|line| !line.is_empty()).collect())
}
