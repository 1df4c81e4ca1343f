//! How has it gone since last time, line by line? (3.5.4, form 6.0)

use domain::{
    MeetingNo, ProcessId,
    choice::{ClosingReason, CommitmentState, LegalForm},
    form::{Binding, Form, FormLibrary, FormRole, Values},
    lots::meeting::Meeting,
};
use store::DraftKey;

use super::system::{NextMeeting, SystemFields};
use crate::web::{
    case::Case,
    form_data::Blank,
    lots::{meetings, offer::dashed, plans::plan_view},
    texts::Texts,
};

pub fn key(process: ProcessId, meeting: MeetingNo, forms: &FormLibrary) -> DraftKey {
    let form = forms.form(FormRole::FollowUp).id.clone();
    DraftKey { process, form, subject: meeting.to_string() }
}

/// The follow-up of one meeting, with what each unit has told and what the family thinks.
pub fn blank<'a>(
    t: &Texts,
    form: &'a Form,
    case: &Case,
    number: MeetingNo,
    meeting: &Meeting,
    next: Option<&NextMeeting>,
) -> Blank<'a> {
    let kind =
        t.with("attendance-meeting", &[("kind", &meetings::kind(t, meeting.kind)), ("number", &number.0)]);
    let last = case.process.plan.versions().next_back().map(|(version, _)| version.to_string());
    let fields = SystemFields::new(form)
        .text("meeting_kind", kind)
        .text("date", t.date(meeting.start.date()))
        .text("sip_version", t.with("follow-up-version", &[("version", &last.unwrap_or_default())]))
        .bound_rows(Binding::AssessmentResults, assessments(t, case, number))
        .bound_rows(Binding::CommitmentResults, results(t, case, number))
        .bound_rows(Binding::GoalResults, goals(t, case))
        .bound_rows(Binding::DecidedInterventions, decided(t, case))
        .bound_rows(Binding::NextMeeting, next.map(|next| next.row(t)).into_iter().collect());
    Blank::new(form).system(fields.values())
}

type Rows = Vec<Vec<(&'static str, String)>>;

/// What each unit has told of its assessment at this meeting.
fn assessments(t: &Texts, case: &Case, meeting: MeetingNo) -> Rows {
    let told = case.process.plan.assessments.iter().filter(|report| report.meeting == meeting);
    let row = |report: &domain::lots::plan::Assessment| {
        vec![
            ("unit", case.unit(report.unit).into_owned()),
            ("outcome", t.get(&format!("assessment-outcome-{}", dashed(report.outcome.word())))),
            ("result", case.text(report.text).to_owned()),
            ("instead", report.instead.map(|text| case.text(text).to_owned()).unwrap_or_default()),
        ]
    };
    told.map(row).collect()
}

/// Each line that is part of the coordination, with its result at this meeting.
fn results(t: &Texts, case: &Case, meeting: MeetingNo) -> Rows {
    let lines = case.process.coordinated_lines(case.now.today());
    let row = |(number, line): (_, &domain::lots::plan::Commitment)| {
        let drawn = plan_view::line(t, case, number, line);
        let told = line.follow_ups.iter().rfind(|(at, ..)| *at == meeting);
        let effects: Vec<String> = line.ratings.values().map(u8::to_string).collect();
        vec![
            ("unit", case.unit(line.unit).into_owned()),
            ("what", drawn.text),
            ("state", drawn.state),
            ("result", told.map(|(_, text, _)| case.text(*text).to_owned()).unwrap_or_default()),
            ("effect_family", effects.join(", ")),
            (
                "verdict",
                told.map(|(.., verdict)| t.get(&format!("verdict-{}", verdict.word()))).unwrap_or_default(),
            ),
        ]
    };
    lines.map(row).collect()
}

fn goals(t: &Texts, case: &Case) -> Rows {
    let row = |(number, goal): (domain::GoalNo, &domain::lots::plan::Goal)| {
        let outcome = goal.outcome.map(|outcome| t.get(&format!("goal-outcome-{}", dashed(outcome.word()))));
        vec![
            ("number", number.to_string()),
            ("text", case.text(goal.text).to_owned()),
            ("outcome", outcome.unwrap_or_default()),
        ]
    };
    case.process.plan.goal_numbers().map(row).collect()
}

/// Lines with a decision behind them that run or are about to.
fn decided(t: &Texts, case: &Case) -> Rows {
    let lines = case.process.coordinated_lines(case.now.today()).filter(|(_, line)| {
        line.legal_form != LegalForm::None
            && matches!(line.state, CommitmentState::Planned | CommitmentState::Started)
    });
    let row = |(_, line): (_, &domain::lots::plan::Commitment)| {
        vec![
            ("unit", case.unit(line.unit).into_owned()),
            ("what", case.text(line.text).to_owned()),
            ("legal_form", t.get(&format!("legal-form-{}", line.legal_form.word()))),
            ("start", t.date(line.start)),
        ]
    };
    lines.map(row).collect()
}

/// How the follow-up says that the meeting ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Onwards {
    /// Nothing is said, so a next meeting is booked.
    NextMeeting,
    NoNextMeeting {
        reason: String,
    },
    Closing {
        reason: ClosingReason,
        way_back: String,
        contact: String,
    },
}

/// What has been written under "how do we go on" (T14).
pub fn onwards(form: &Form, values: &Values) -> Onwards {
    let id = |binding| form.bound(binding).map_or("", |field| field.id.as_str());
    let reason = values.choice(id(Binding::ClosingReason)).and_then(ClosingReason::from_word);
    if let (true, Some(reason)) = (values.is_ticked(id(Binding::Closing)), reason) {
        return Onwards::Closing {
            reason,
            way_back: values.text(id(Binding::WayBack)).to_owned(),
            contact: values.text(id(Binding::WayBackContact)).to_owned(),
        };
    }
    match values.text(id(Binding::NoNextMeetingReason)) {
        "" => Onwards::NextMeeting,
        reason => Onwards::NoNextMeeting { reason: reason.to_owned() },
    }
}
