//! What does the plan say to those who work on it? (3.5.2, form 7.0) What a receiver gets of it is made at the
//! release.

use domain::{
    MeetingNo, PlanVersion,
    choice::{Attendee, PlanKind},
    form::{Binding, Form, Values},
    lots::plan::Commitment,
};

use super::system::{NextMeeting, SystemFields};
use crate::web::{
    case::Case,
    form_data::Blank,
    lots::{
        meetings,
        offer::{dashed, in_unit},
        plans::plan_view::{self, goal_text, kind_of_plan},
    },
    texts::Texts,
};

/// Where the plan stands while its text is made.
#[derive(Debug, Clone)]
pub struct Standing {
    pub version: PlanVersion,
    pub kind: PlanKind,
    /// The meeting that writes it.
    pub meeting: Option<MeetingNo>,
    pub next: Option<NextMeeting>,
}

impl Standing {
    /// The working text of the version to come.
    pub fn working(case: &Case, meeting: Option<MeetingNo>) -> Self {
        let last = case.process.plan.versions().count();
        Self {
            version: PlanVersion(u32::try_from(last).unwrap_or(u32::MAX - 1) + 1),
            kind: kind_of_plan(case),
            meeting,
            next: NextMeeting::booked(case),
        }
    }
}

/// The plan's blank with everything in it that the program gathers.
pub fn plan_blank<'a>(t: &Texts, form: &'a Form, case: &Case, standing: &Standing) -> Blank<'a> {
    let fields = SystemFields::new(form);
    let fields = about(t, fields, case, standing);
    let fields = responsible(t, fields, case);
    let fields = needs_and_goals(t, fields, case);
    let fields = fields.bound_rows(Binding::Commitments, lines(t, case));
    let fields = fields.bound_rows(Binding::OpenQuestions, questions(t, case));
    let fields = accepted(t, fields, case, standing);
    Blank::new(form).system(fields.values())
}

/// The values of the plan's own fields before anybody writes the version to come: those of the last one.
pub fn unfinished(form: &Form, case: &Case) -> Values {
    let last = case.process.plan.versions().next_back();
    let document =
        last.and_then(|(_, version)| domain::form::Document::parse(case.text(version.text.text)).ok());
    document.map(|document| super::own(form, &document.values())).unwrap_or_default()
}

fn about<'a>(t: &Texts, fields: SystemFields<'a>, case: &Case, standing: &Standing) -> SystemFields<'a> {
    let (process, today) = (&case.process, case.now.today());
    let meeting = standing.meeting.and_then(|number| Some((number, process.meetings.get(number)?)));
    let acute = case.organisation.acute_contacts().iter().map(|contact| {
        vec![("name", contact.name.clone()), ("phone", contact.phone.clone()), ("when", contact.when.clone())]
    });
    let guardians = process.custody.guardians.iter().filter(|_| !process.is_adult(today));
    let guardians = guardians.map(|guardian| {
        let legal = t.get(if guardian.legal { "document-yes" } else { "document-no" });
        vec![("name", case.name(guardian.person).to_owned()), ("is_legal_guardian", legal)]
    });
    let reference = match meeting {
        Some((number, meeting)) => {
            t.with("attendance-meeting", &[("kind", &meetings::kind(t, meeting.kind)), ("number", &number.0)])
        }
        None => t.get("plan-no-meeting"),
    };
    let date = meeting.map_or(today, |(_, meeting)| meeting.start.date());
    let kind = t.get(&format!("plan-kind-{}", dashed(standing.kind.word())));
    let status = t.with("plan-status", &[("kind", &kind), ("status", &t.get("plan-status-draft"))]);
    fields
        .bound_rows(Binding::AcuteInformation, acute.collect())
        .text("version", standing.version.to_string())
        .text("status", status)
        .text("meeting_ref", reference)
        .text("date", t.date(date))
        .bound(Binding::ChildName, case.name(process.child()))
        .rows("guardians", guardians.collect())
        .bound_rows(Binding::Participants, participants(t, case, standing.meeting))
}

/// Those on the attendance list of the meeting that writes the plan.
fn participants(t: &Texts, case: &Case, meeting: Option<MeetingNo>) -> Vec<Vec<(&'static str, String)>> {
    let process = &case.process;
    let Some(meeting) = meeting.and_then(|number| process.meetings.get(number)) else { return vec![] };
    let row = |row: &domain::choice::AttendanceRow| {
        let presence = t.get(&format!("presence-{}", dashed(row.presence.word())));
        let (name, role, unit) = match row.attendee {
            Attendee::Family { person } if person == process.child() => {
                (case.name(person), t.get("attendance-role-child"), "".into())
            }
            Attendee::Family { person } => (case.name(person), t.get("attendance-role-guardian"), "".into()),
            Attendee::Unit { unit, name } => {
                (case.text(name), t.get("attendance-role-unit"), case.unit(unit))
            }
            Attendee::Guest { name } => (case.text(name), t.get("attendance-role-guest"), "".into()),
        };
        vec![("name", name.to_owned()), ("role", role), ("unit", unit.into_owned()), ("present", presence)]
    };
    meeting.attendance.iter().map(row).collect()
}

fn responsible<'a>(t: &Texts, fields: SystemFields<'a>, case: &Case) -> SystemFields<'a> {
    let plan = &case.process.plan;
    let lots = plan.lots.filter(|lots| lots.is_chosen()).map(|lots| {
        let phone = case.person(lots.person).and_then(|person| person.phone.clone()).unwrap_or_default();
        vec![
            ("name", case.name(lots.person).to_owned()),
            ("unit", case.unit(lots.unit).into_owned()),
            ("phone", phone),
        ]
    });
    let fields = fields.bound_rows(Binding::Lots, lots.into_iter().collect());
    match plan.lead {
        Some((principal, unit)) => {
            let name = match principal {
                domain::party::LeadPrincipal::Municipality => "lead-municipality",
                domain::party::LeadPrincipal::Region => "lead-region",
            };
            fields.bound(Binding::LeadPrincipal, t.get(name)).text("lead_unit", case.unit(unit))
        }
        None => fields,
    }
}

fn needs_and_goals<'a>(t: &Texts, fields: SystemFields<'a>, case: &Case) -> SystemFields<'a> {
    let plan = &case.process.plan;
    let open: Vec<_> = plan.open_needs().collect();
    let unanswered = case.process.needs_without_commitment(case.now.today());
    let needs = open.iter().map(|(number, need)| {
        let answered = !unanswered.contains(number);
        vec![
            ("number", number.to_string()),
            ("text", case.text(need.text).to_owned()),
            ("view", t.get(&format!("need-view-{}", need.view.word()))),
            ("commitments", t.get(if answered { "need-answered" } else { "need-unanswered" })),
        ]
    });
    let is_open = |need| open.iter().any(|(known, _)| *known == need);
    let goals = plan.goal_numbers().filter(|(_, goal)| goal.need.is_none_or(is_open));
    let goals = goals.map(|(number, goal)| {
        vec![
            ("number", number.to_string()),
            ("text", case.text(goal.text).to_owned()),
            ("horizon", t.get(&format!("horizon-{}", goal.horizon.word()))),
            ("need", goal.need.map(|need| need.to_string()).unwrap_or_default()),
        ]
    });
    fields.bound_rows(Binding::Needs, needs.collect()).bound_rows(Binding::Goals, goals.collect())
}

fn lines(t: &Texts, case: &Case) -> Vec<Vec<(&'static str, String)>> {
    let lines = case.process.plan.lines();
    lines.map(|(number, line)| row(t, case, &plan_view::line(t, case, number, line), line)).collect()
}

fn row(t: &Texts, case: &Case, drawn: &plan_view::Line, line: &Commitment) -> Vec<(&'static str, String)> {
    let visibility: Vec<_> = line.visible_to.iter().map(|unit| case.unit(*unit)).collect();
    // A unit that has left is still named with what it had said, marked as outside (CON-10).
    let state = if drawn.outside { t.get("plan-line-outside") } else { drawn.state.clone() };
    let confirmed = line.confirmed_by.map(|person| case.name(person).to_owned());
    vec![
        ("unit", case.unit(line.unit).into_owned()),
        ("kind", drawn.kind.clone()),
        ("what", drawn.text.clone()),
        ("for_goal", line.goal.and_then(|goal| goal_text(case, goal)).unwrap_or_default()),
        ("legal_form", drawn.decision.clone().unwrap_or_default()),
        ("responsible", drawn.responsible.clone()),
        ("start", t.date(line.start)),
        ("frequency", case.text(line.frequency).to_owned()),
        ("expected_end", t.date(line.expected_end)),
        ("state", state),
        ("confirmed_by", confirmed.unwrap_or_default()),
        ("visibility", visibility.join(", ")),
    ]
}

fn questions(t: &Texts, case: &Case) -> Vec<Vec<(&'static str, String)>> {
    let questions = plan_view::PlanView::of(t, case).questions.into_iter();
    let row = |question: plan_view::QuestionLine| {
        let answers: Vec<String> =
            question.answers.iter().map(|(unit, answer)| format!("{unit}: {answer}")).collect();
        vec![
            ("number", question.number.to_string()),
            ("text", question.text),
            ("units", question.units),
            ("asked_by", question.asked_by),
            ("answer", answers.join("\n")),
        ]
    };
    questions.map(row).collect()
}

fn accepted<'a>(t: &Texts, fields: SystemFields<'a>, case: &Case, standing: &Standing) -> SystemFields<'a> {
    let version = case.process.plan.version(standing.version);
    let answers = version.into_iter().flat_map(|version| &version.answers);
    let (dissent, agreed): (Vec<_>, Vec<_>) = answers.partition(|(_, dissent)| dissent.is_some());
    let dissent = dissent.into_iter().filter_map(|(person, text)| {
        Some(vec![("party", case.name(*person).to_owned()), ("text", case.text((*text)?).to_owned())])
    });
    let family = agreed.into_iter().map(|(person, _)| vec![("party", case.name(*person).to_owned())]);
    let confirmed = case
        .process
        .coordinated_lines(case.now.today())
        .filter_map(|(_, line)| Some(in_unit(t, case, line.confirmed_by?, line.unit)));
    let mut units: Vec<String> = confirmed.collect();
    units.sort();
    units.dedup();
    let acknowledged = family.chain(units.into_iter().map(|name| vec![("party", name)]));
    let next = standing.next.as_ref().map(|next| next.row(t));
    fields
        .bound_rows(Binding::NextMeeting, next.into_iter().collect())
        .bound_rows(Binding::Dissent, dissent.collect())
        .rows("acknowledged_by", acknowledged.collect())
}
