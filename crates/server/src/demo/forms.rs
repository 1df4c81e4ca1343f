//! What stands in the forms of the demo? The same blanks as on the pages, filled in from the story.

use domain::{
    PersonId, Process,
    choice::TextHash,
    form::{Binding, Filled, Form, FormRole, Offered, Row, Value, Values},
    party::CustodyForm,
};
use jiff::civil::Date;
use sha2::{Digest as _, Sha256};

use super::{
    people::{RelativeEntry, person_id},
    play::{Play, PlayFault},
    story::Tale,
};

/// Checks a form that has been filled in for a play.
pub fn check(play: &Play, role: FormRole, values: Values) -> Result<Filled, PlayFault> {
    let form = play.stage.forms.blank(role, play.family.everybody().any(|one| one.protected));
    let process = play.process()?;
    let units = process.circle.approved().chain([process.opening.unit]);
    let family = play.family.everybody().map(|one| (person_id(&one.key), one.name.as_str()));
    let initiator = process.opening.initiator;
    let offered = Offered::default()
        .units(units.map(|unit| (unit, play.stage.unit_name(unit))))
        .people(family.chain([(initiator, play.stage.name(initiator))]));
    form.check(&values, &offered).map_err(|faults| PlayFault::Form {
        process: play.key.clone(),
        form: form.id.clone(),
        faults: faults
            .iter()
            .map(|fault| format!("{} {:?}", fault.input(), fault.problem))
            .collect::<Vec<_>>()
            .join(", "),
    })
}

/// The note of the pre-meeting (T2).
pub fn pre_meeting(play: &Play, tale: &Tale) -> Result<Filled, PlayFault> {
    let story = &play.stage.story;
    let values = common(play, tale)
        .with("not_to_be_raised", said(&tale.not_to_be_raised, story.word("nothing-to-avoid")))
        .with("interpreter", interpreter(play))
        .with("place_and_time_wishes", said(&tale.wishes, story.word("wishes")))
        .with("called_units", circle(play)?);
    check(play, FormRole::PreMeeting, values)
}

/// The summons, to be signed (T3).
pub fn summons(play: &Play, tale: &Tale, valid_until: Date) -> Result<Filled, PlayFault> {
    let story = &play.stage.story;
    let initiator = play.staff(&tale.initiator)?;
    let process = play.process()?;
    let units: Vec<String> =
        process.circle.approved().chain([process.opening.unit]).map(|unit| unit.to_string()).collect();
    let form = play.stage.forms.form(FormRole::Summons);
    let values = common(play, tale)
        .with("acute_information", acute(play))
        .with("child.name", play.family.child.name.clone())
        .with("child.personal_id", personal_id(play))
        .with("child.address", play.family.child.address.clone().unwrap_or_default())
        .with("child.phone", play.family.child.phone.clone().unwrap_or_default())
        .with("school_or_preschool", play.family.school.clone())
        .with("guardian", guardians(play))
        .with("custody_form", story.word(custody_key(play.family.custody)))
        .with("initiator.name", initiator.name.clone())
        .with("initiator.role", initiator.who.clone())
        .with("initiator.unit", play.stage.unit_name(process.opening.unit))
        .with("initiator.phone", initiator.phone.clone())
        .with("initiator.email", initiator.email.clone())
        .with("called_units", circle(play)?)
        .with("questions", Value::List(questions(tale)))
        .with("not_to_be_raised", tale.not_to_be_raised.clone())
        .with("child_summary", said(&tale.child_summary, story.word("child-summary")))
        .with("interpreter", interpreter(play))
        .with("chair", initiator.name.clone())
        .with("consent.scope", Value::Choices(units))
        .with("consent.information_kinds", kinds(play, tale)?)
        .with("consent.exclusions", said(&tale.exclusions, story.word("no-exclusions")))
        .with("consent.valid_until", valid_until)
        .with("consent.information_given", all_points(form));
    check(play, FormRole::Summons, values)
}

/// The hash of the purpose as it stands in the summons (TIME-5).
pub fn purpose(summons: &Filled) -> TextHash {
    let purpose = match summons.value(Binding::Purpose) {
        Some(Value::Text(purpose)) => purpose.as_str(),
        Some(_) | None => "",
    };
    TextHash(Sha256::digest(purpose.as_bytes()).into())
}

/// The list of those in the room: the name, the role, the unit and the key of each.
pub fn attendance(
    play: &Play,
    meeting: &domain::lots::meeting::Meeting,
    secretary: &str,
) -> Result<Filled, PlayFault> {
    let story = &play.stage.story;
    let rows: Vec<Row> = present(play, meeting)
        .into_iter()
        .map(|who| {
            Row::from([
                ("attendee".to_owned(), who.key.into()),
                ("name".to_owned(), who.name.into()),
                ("role".to_owned(), who.role.into()),
                ("unit".to_owned(), who.unit.into()),
                ("present".to_owned(), Value::Choices(vec![who.presence.to_owned()])),
                ("covered_by_consent".to_owned(), story.word("yes").into()),
                ("knows_purpose".to_owned(), true.into()),
            ])
        })
        .map(|row| row.into_iter().filter(|(_, cell): &(String, Value)| !cell.is_empty()).collect())
        .collect();
    let time = format!("{}–{}", meeting.start.strftime("%H.%M"), meeting.end.strftime("%H.%M"));
    let values = Values::default()
        .with("process", play.family.child.name.clone())
        .with("meeting_kind", story.word(meeting.kind.word()))
        .with("date", meeting.start.date())
        .with("time", time)
        .with("place", play.written(meeting.place).to_owned())
        .with("chair", play.name(meeting.chair).to_owned())
        .with("secretary", secretary)
        .with("rows", rows);
    check(play, FormRole::Attendance, values)
}

/// One in the room.
pub struct Present {
    pub key: String,
    pub name: String,
    pub role: String,
    pub unit: String,
    pub presence: &'static str,
}

/// Who is in the room: the family, the initiator, and one from each called unit.
pub fn present(play: &Play, meeting: &domain::lots::meeting::Meeting) -> Vec<Present> {
    let Ok(process) = play.process() else { return vec![] };
    let together =
        process.family(play.today()).into_iter().filter(|person| !process.hides_whereabouts_from(*person));
    let family = together.filter_map(|person| {
        let one = play.family.everybody().find(|one| person_id(&one.key) == person)?;
        let child = person == process.child();
        Some(Present {
            key: format!("family:{person}"),
            name: one.name.clone(),
            role: one.who.clone(),
            unit: String::new(),
            presence: if child { "part" } else { "whole" },
        })
    });
    let called = meeting.units.iter().filter_map(|unit| {
        let person = process.deliveries.of(*unit)?.participants.iter().next()?;
        Some((*person, *unit))
    });
    let staff = [(process.opening.initiator, process.opening.unit)].into_iter().chain(called);
    let staff = staff.map(|(person, unit)| Present {
        key: format!("unit:{unit}:1"),
        name: play.stage.name(person).to_owned(),
        role: play.stage.who(person).to_owned(),
        unit: play.stage.unit_name(unit).to_owned(),
        presence: "whole",
    });
    family.chain(staff).collect()
}

/// What pre-meeting and summons have in common.
fn common(play: &Play, tale: &Tale) -> Values {
    let story = &play.stage.story;
    let with = Value::Choices(vec![play.guardian().to_string(), play.child().to_string()]);
    let participation = tale.participation.map_or("part_of_meeting", participation_word);
    let goals = if tale.goals.is_empty() { vec![story.word("goal").to_owned()] } else { tale.goals.clone() };
    Values::default()
        .with("background_short", tale.background.clone())
        .with("strengths", tale.strengths.clone())
        .with("purpose", said(&tale.purpose, story.word("purpose")))
        .with("goals", Value::List(goals))
        .with("formulated_with", with)
        .with("child_participation.form", Value::Choices(vec![participation.to_owned()]))
        .with("child_participation.adaptations", tale.adaptations.clone())
}

fn participation_word(participation: domain::party::Participation) -> &'static str {
    use domain::party::Participation::*;
    match participation {
        WholeMeeting => "whole_meeting",
        PartOfMeeting => "part_of_meeting",
        Remote => "remote",
        LetterOrPicture => "letter_or_picture",
        ThroughRepresentative => "through_representative",
        DoesNotWantTo => "does_not_want_to",
    }
}

fn custody_key(custody: CustodyForm) -> &'static str {
    match custody {
        CustodyForm::Joint => "custody-joint",
        CustodyForm::Sole => "custody-sole",
        CustodyForm::SpeciallyAppointed => "custody-specially-appointed",
        CustodyForm::Temporary => "custody-temporary",
    }
}

fn questions(tale: &Tale) -> Vec<String> {
    if tale.questions.is_empty() {
        return tale.called.iter().map(|called| called.question.clone()).collect();
    }
    tale.questions.clone()
}

fn circle(play: &Play) -> Result<Vec<Row>, PlayFault> {
    let process = play.process()?;
    let yes = play.stage.story.word("yes");
    let row = |unit, question| {
        Row::from([
            ("unit".to_owned(), play.stage.unit_name(unit).into()),
            ("question".to_owned(), play.written(question).into()),
            ("family_approved".to_owned(), yes.into()),
        ])
    };
    let approved = process.circle.approved();
    Ok(approved.filter_map(|unit| Some(row(unit, process.circle.get(unit)?.question))).collect())
}

fn kinds(play: &Play, tale: &Tale) -> Result<Vec<Row>, PlayFault> {
    let row = |unit: domain::UnitId, kinds: Vec<&'static str>| {
        let kinds = kinds.into_iter().map(str::to_owned).collect();
        Row::from([
            ("unit".to_owned(), Value::Choices(vec![unit.to_string()])),
            ("kinds".to_owned(), Value::Choices(kinds)),
        ])
    };
    let mut rows = vec![row(play.process()?.opening.unit, vec!["school", "social_situation"])];
    for called in &tale.called {
        rows.push(row(play.unit(&called.by)?, called.kinds.iter().map(|kind| kind_word(*kind)).collect()));
    }
    Ok(rows)
}

fn kind_word(kind: domain::party::InformationKind) -> &'static str {
    use domain::party::InformationKind::*;
    match kind {
        Health => "health",
        School => "school",
        SocialSituation => "social_situation",
        Family => "family",
        Economy => "economy",
        Other => "other",
    }
}

fn all_points(form: &Form) -> Value {
    use domain::form::Kind;
    match form.bound(Binding::ConsentInformationGiven).map(|field| &field.kind) {
        Some(Kind::Checklist { options }) => {
            Value::Choices(options.iter().map(|option| option.id.clone()).collect())
        }
        Some(_) | None => Value::Choices(vec![]),
    }
}

fn guardians(play: &Play) -> Vec<Row> {
    let story = &play.stage.story;
    let row = |one: &RelativeEntry| {
        let legal = story.word(if one.legal { "yes" } else { "no" });
        let cells: [(&str, Value); 6] = [
            ("key", person_id(&one.key).to_string().into()),
            ("name", one.name.clone().into()),
            ("is_legal_guardian", legal.into()),
            ("contact", one.phone.clone().filter(|_| !one.protected).unwrap_or_default().into()),
            ("speaks", one.speaks.clone().unwrap_or_default().into()),
            ("needs_interpreter", one.needs_interpreter.into()),
        ];
        let filled = cells.into_iter().filter(|(_, cell)| !cell.is_empty());
        filled.map(|(column, cell)| (column.to_owned(), cell)).collect::<Row>()
    };
    play.family.guardians.iter().map(row).collect()
}

pub fn acute(play: &Play) -> Vec<Row> {
    let contacts = play.stage.organisation.acute_contacts().iter();
    contacts
        .map(|contact| {
            Row::from([
                ("name".to_owned(), contact.name.as_str().into()),
                ("phone".to_owned(), contact.phone.as_str().into()),
                ("when".to_owned(), contact.when.as_str().into()),
            ])
        })
        .collect()
}

fn personal_id(play: &Play) -> String {
    // As it is shown to all but the family: the last four digits.
    let born = play.family.child.born(play.stage.clock.now().today());
    format!("{}-****", born.strftime("%Y%m%d"))
}

fn interpreter(play: &Play) -> String {
    let needs = play.family.everybody().find(|one| one.needs_interpreter);
    let language = needs.and_then(|one| one.speaks.clone());
    language.unwrap_or_else(|| play.stage.story.word("no-interpreter").to_owned())
}

pub fn said(told: &str, otherwise: &str) -> String {
    if told.trim().is_empty() { otherwise.to_owned() } else { told.to_owned() }
}

/// Who signs first, and who later: the first guardian, then the rest.
pub fn signing_order(process: &Process) -> Vec<PersonId> {
    let Some((_, summons)) = process.summonses.awaiting() else { return vec![] };
    summons.signatories.iter().map(|signatory| signatory.person).collect()
}
