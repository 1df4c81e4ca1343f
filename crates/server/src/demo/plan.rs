//! What do the plan and the follow-up of a play say?

use domain::{
    Process, TextId,
    choice::CommitmentState,
    form::{Filled, FormRole, Row, Value, Values},
    lots::{meeting::Meeting, plan::Commitment},
    party::LeadPrincipal,
};
use jiff::civil::DateTime;

use super::{
    forms::{self, said},
    play::{Play, PlayFault},
    story::Tale,
};

/// The plan as it reads after a meeting.
pub fn plan(
    play: &Play,
    tale: &Tale,
    meeting: &Meeting,
    next: Option<(DateTime, &str)>,
) -> Result<Filled, PlayFault> {
    let (stage, process) = (&play.stage, play.process()?);
    let story = &stage.story;
    let version = process.plan.all_versions.len() + 1;
    let child = play.family.child.name.as_str();
    let values = Values::default()
        .with("acute_information", forms::acute(play))
        .with("version", version.to_string())
        .with("status", story.word(if tale.obstacle.is_some() { "status-attempted" } else { "status-draft" }))
        .with("meeting_ref", story.word(meeting.kind.word()))
        .with("date", meeting.start.date())
        .with("child", child)
        .with("guardians", guardians(play))
        .with("participants", participants(play, meeting))
        .with("lots", lots(play, process))
        .with("lead_principal", lead(play, process))
        .with(
            "lead_unit",
            process.plan.lead.map(|(_, unit)| stage.unit_name(unit).to_owned()).unwrap_or_default(),
        )
        .with("child_voice", said(&tale.child_voice, story.word("child-voice")))
        .with("family_story", tale.family_story.clone())
        .with("current_situation.works_well", Value::List(tale.works_well.clone()))
        .with("current_situation.works_less_well", Value::List(tale.works_less_well.clone()))
        .with("needs", needs(play, process))
        .with("goals", goals(play, process))
        .with("commitments", commitments(play, process))
        .with("family_does", Value::List(tale.family_does.clone()))
        .with("others_do", others(play, tale))
        .with("between_meetings", story.word("between-meetings"))
        .with("next_meeting", next_rows(play, process, next))
        .with("information_to_child.person", play.name(play.guardian()).to_owned())
        .with("information_to_child.date", play.today())
        .with("information_to_child.how", story.word("child-told-how"));
    forms::check(play, FormRole::Plan, values)
}

/// How it has gone since the last meeting.
pub fn follow_up(play: &Play, tale: &Tale, meeting: &Meeting, closing: bool) -> Result<Filled, PlayFault> {
    let process = play.process()?;
    let story = &play.stage.story;
    let mut values = Values::default()
        .with("meeting_kind", story.word(meeting.kind.word()))
        .with("date", meeting.start.date())
        .with("sip_version", process.plan.all_versions.len().to_string())
        .with("since_last_time", said(&tale.since_last_time, story.word("since-last-time")))
        .with("commitments", results(play, process))
        .with("close", closing);
    if closing {
        values = values
            .with("closing_reason", Value::Choices(vec!["goals_reached".to_owned()]))
            .with("reentry_information", said(&tale.way_back, story.word("way-back")))
            .with("reentry_information.who", contact(play, process));
    }
    forms::check(play, FormRole::FollowUp, values)
}

/// Whom to turn to after the end: the unit of the Lots.
pub fn contact(play: &Play, process: &Process) -> String {
    let unit = process.plan.lots.map_or(process.opening.unit, |lots| lots.unit);
    let organisation = &play.stage.organisation;
    organisation.unit(unit).map(|unit| format!("{}, {}", unit.name, unit.inbox)).unwrap_or_default()
}

fn row<const N: usize>(cells: [(&str, String); N]) -> Row {
    let filled = cells.into_iter().filter(|(_, words)| !words.trim().is_empty());
    filled.map(|(column, words)| (column.to_owned(), words.into())).collect()
}

fn guardians(play: &Play) -> Vec<Row> {
    let story = &play.stage.story;
    let all = play.family.guardians.iter();
    all.map(|one| {
        let legal = story.word(if one.legal { "yes" } else { "no" }).to_owned();
        row([("name", one.name.clone()), ("is_legal_guardian", legal)])
    })
    .collect()
}

fn participants(play: &Play, meeting: &Meeting) -> Vec<Row> {
    let story = &play.stage.story;
    let all = forms::present(play, meeting).into_iter();
    all.map(|one| {
        let present = story.word(one.presence).to_owned();
        row([("name", one.name), ("role", one.role), ("unit", one.unit), ("present", present)])
    })
    .collect()
}

fn lots(play: &Play, process: &Process) -> Vec<Row> {
    let chosen = process.plan.lots.filter(|lots| lots.is_chosen());
    let row = chosen.map(|lots| {
        row([
            ("name", play.stage.name(lots.person).to_owned()),
            ("unit", play.stage.unit_name(lots.unit).to_owned()),
            ("phone", play.stage.phone(lots.person).to_owned()),
        ])
    });
    row.into_iter().collect()
}

fn lead(play: &Play, process: &Process) -> String {
    let key = match process.plan.lead {
        Some((LeadPrincipal::Municipality, _)) => "lead-municipality",
        Some((LeadPrincipal::Region, _)) => "lead-region",
        None => return String::new(),
    };
    play.stage.story.word(key).to_owned()
}

fn needs(play: &Play, process: &Process) -> Vec<Row> {
    let all = process.plan.open_needs();
    all.map(|(number, need)| {
        row([
            ("number", number.to_string()),
            ("text", play.written(need.text).to_owned()),
            ("view", play.stage.story.word(need.view.word()).to_owned()),
        ])
    })
    .collect()
}

fn goals(play: &Play, process: &Process) -> Vec<Row> {
    let all = process.plan.goal_numbers();
    all.map(|(number, goal)| {
        row([
            ("number", number.to_string()),
            ("text", play.written(goal.text).to_owned()),
            ("horizon", play.stage.story.word(goal.horizon.word()).to_owned()),
            ("need", goal.need.map(|need| need.to_string()).unwrap_or_default()),
        ])
    })
    .collect()
}

fn commitments(play: &Play, process: &Process) -> Vec<Row> {
    let word = |key: &str| play.stage.story.word(key).to_owned();
    let text = |id: TextId| play.written(id).to_owned();
    let all = process.plan.lines();
    all.map(|(_, line)| {
        row([
            ("unit", play.stage.unit_name(line.unit).to_owned()),
            ("kind", word(line.kind.word())),
            ("what", text(line.text)),
            ("for_goal", line.goal.map(|goal| goal.to_string()).unwrap_or_default()),
            ("legal_form", word(line.legal_form.word())),
            ("responsible", text(line.responsible)),
            ("start", line.start.to_string()),
            ("frequency", text(line.frequency)),
            ("expected_end", line.expected_end.to_string()),
            ("state", word(line.state.word())),
            ("confirmed_by", line.confirmed_by.map(|by| play.stage.name(by).to_owned()).unwrap_or_default()),
        ])
    })
    .collect()
}

fn results(play: &Play, process: &Process) -> Vec<Row> {
    let word = |key: &str| play.stage.story.word(key).to_owned();
    let running =
        |line: &Commitment| !matches!(line.state, CommitmentState::Stopped | CommitmentState::NotPossible);
    let all = process.plan.lines().filter(|(_, line)| running(line));
    all.map(|(_, line)| {
        let told = line.follow_ups.last();
        row([
            ("unit", play.stage.unit_name(line.unit).to_owned()),
            ("what", play.written(line.text).to_owned()),
            ("state", word(line.state.word())),
            ("result", told.map(|(_, result, _)| play.written(*result).to_owned()).unwrap_or_default()),
            ("verdict", told.map(|(.., verdict)| word(verdict.word())).unwrap_or_default()),
        ])
    })
    .collect()
}

fn others(play: &Play, tale: &Tale) -> Vec<Row> {
    if tale.others.is_empty() {
        let none = play.stage.story.word("others-none").to_owned();
        let nobody = play.stage.story.word("others-nobody").to_owned();
        return vec![row([("what", none), ("actor", nobody)])];
    }
    tale.others.iter().map(|(actor, what)| row([("what", what.clone()), ("actor", actor.clone())])).collect()
}

fn next_rows(play: &Play, process: &Process, next: Option<(DateTime, &str)>) -> Vec<Row> {
    let row = next.map(|(start, place)| {
        row([
            ("date", start.date().to_string()),
            ("time", start.strftime("%H.%M").to_string()),
            ("place", place.to_owned()),
            ("convenor", play.stage.name(process.lead()).to_owned()),
        ])
    });
    row.into_iter().collect()
}
