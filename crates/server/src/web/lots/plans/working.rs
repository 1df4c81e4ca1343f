//! Where does the plan stand, and what is there to do with it? The page of those who work on it together.

use askama::Template;
use axum::extract::State;
use domain::{
    ProcessId,
    choice::PlanStatus,
    form::FormRole,
    lots::{commitment, sitting::lead_principal},
};
use policy::{Action, Actor};

use super::plan_view::PlanView;
use crate::web::{
    actor::CurrentActor,
    app::App,
    case::{Case, Outcome},
    error::Answer,
    form::{Choice, Fields, FormView},
    lots::{
        drafting::Desk,
        offer::{self, Offer},
        papers, plans,
        saved::{Note, Saved, back},
    },
    page::{Page, show, show_again},
    path::{Asked, Path},
    refusal_words::explain,
    texts::Texts,
};

#[derive(Template)]
#[template(path = "lots/plans/working.html")]
struct WorkingPage {
    t: &'static Texts,
    page: Page,
    form: FormView,
    saved: Option<String>,
    process: String,
    child: String,
    plan: PlanView,
    written: Vec<(String, String)>,
    versions: Vec<VersionLine>,
    /// Two or more versions: the last two can be compared.
    compare: Option<String>,
    writes: bool,
    runs: bool,
    own_lines: bool,
    leads: Vec<Choice>,
    meeting: Option<String>,
}

/// A version that a meeting has written.
struct VersionLine {
    href: String,
    words: String,
    released: bool,
    standing: String,
    release: Option<String>,
}

/// `GET /processes/{process}/plan`
pub async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
    Asked(saved): Asked<Saved>,
) -> Answer {
    let desk = open(&app, actor, process).await?;
    let form = page.form();
    let words = saved.words(page.t);
    show(&WorkingPage { saved: words, ..view(&app, page, actor, &desk, form) })
}

/// `POST /processes/{process}/plan/lead`: exactly one principal has the overall responsibility (SoL 10:8).
pub async fn lead(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
    mut fields: Fields,
) -> Answer {
    let desk = open(&app, actor, process).await?;
    let Some(unit) = leads(&desk.case).one(&mut fields, "lead") else {
        return show_again(&view(&app, page, actor, &desk, fields.back()));
    };
    let organisation = desk.case.organisation.clone();
    let decide = move |process: &_, now| commitment::name_lead(process, &organisation, now, unit);
    match app.act(actor, process, Action::RunMeeting, vec![], decide).await? {
        Outcome::Refused(refusal) => {
            let form = fields.back_refused(explain(&refusal, &desk.case));
            show_again(&view(&app, page, actor, &desk, form))
        }
        Outcome::Done(_) => Ok(back(&plans::address(process), Note::Lead, "lead")),
    }
}

async fn open(app: &App, actor: Actor, process: ProcessId) -> Result<Desk, crate::web::error::WebError> {
    Desk::open(app, actor, papers::plan_key(process, &app.forms), Action::ReadWorkingPlan).await
}

/// The units that can keep the plan together: those of a municipality or the region.
fn leads(case: &Case) -> Offer<domain::UnitId> {
    let units = case.process.receiving_units(case.now.today()).into_iter();
    let fitting = units.filter(|unit| lead_principal(&case.organisation, *unit).is_some());
    offer::units(case, fitting)
}

fn view(app: &App, page: Page, actor: Actor, desk: &Desk, form: FormView) -> WorkingPage {
    let (t, case) = (page.t, &desk.case);
    let may = |action| policy::rule(actor, action, &case.process, case.now).is_ok();
    let blank_form = app.forms.form(FormRole::Plan);
    let values = desk.values().unwrap_or_else(|| papers::unfinished(blank_form, case));
    let standing = papers::Standing::working(case, None);
    let blank = papers::plan_blank(t, blank_form, case, &standing);
    let own = blank.written_fields().filter(|field| values.get(&field.id).is_some());
    let written = own.map(|field| (field.label.clone(), blank.in_words(t, field, &values)));
    let lead = case.process.plan.lead.map(|(_, unit)| unit.to_string()).unwrap_or_default();
    let form = if form.value("lead").is_empty() { form.with("lead", lead) } else { form };
    let count = case.process.plan.versions().count();
    WorkingPage {
        form: form.to(format!("{}/lead", plans::address(case.id))),
        saved: None,
        process: format!("/processes/{}", case.id),
        child: case.name(case.process.child()).to_owned(),
        plan: PlanView::of(t, case),
        written: written.collect(),
        versions: versions(t, case, may(Action::ReleasePlan)),
        compare: (count > 1)
            .then(|| format!("{}/comparison?a={}&b={count}", plans::address(case.id), count - 1)),
        writes: may(Action::WriteNeedsAndGoals),
        runs: may(Action::RunMeeting),
        own_lines: may(Action::ReadOwnLines),
        leads: leads(case).choices(),
        meeting: case.process.meetings.ahead().next().map(|(number, _)| number.to_string()),
        page: page.work().marked_if(case.process.is_protected()),
        t,
    }
}

fn versions(t: &Texts, case: &Case, releases: bool) -> Vec<VersionLine> {
    let all = case.process.plan.versions().rev();
    let line = |(number, version): (domain::PlanVersion, &domain::lots::plan::Version)| {
        let href = format!("{}/versions/{number}", plans::address(case.id));
        let key = match version.status {
            PlanStatus::Draft => "version-line",
            PlanStatus::Attempted => "version-line-attempted",
        };
        let waits = version.released.is_none() && releases;
        VersionLine {
            words: t.with(key, &[("version", &number.0), ("date", &t.date(version.written_on))]),
            released: version.released.is_some(),
            standing: match version.released {
                Some(on) => t.with("version-released", &[("date", &t.date(on))]),
                None => {
                    let due = case.calendar.release_due(version.written_on);
                    t.with("version-not-released", &[("date", &t.date(due))])
                }
            },
            release: waits.then(|| format!("{href}/release")),
            href,
        }
    };
    all.map(line).collect()
}
