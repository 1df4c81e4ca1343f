//! What are meetings, their parts and refusals called?

use domain::samba::{
    bodies::Body,
    cadence::{Cadence, CadenceFault, Rhythm, Slot},
    meeting::{BodyMeeting, MeetingRefusal, Part, Status, Step},
};

use crate::web::{calendar_words, refusal::Explained, texts::Texts};

/// The word of a part in addresses: `purpose`, `other`, or a standing item's own code.
pub fn part_word(part: &Part) -> &str {
    match part {
        Part::Purpose => "purpose",
        Part::Other => "other",
        Part::Standing(code) => code,
    }
}

/// All parts of the minutes of a body, in the order of the agenda.
pub fn parts(body: &Body) -> Vec<Part> {
    let standing = body.standing_items.iter().map(|item| Part::Standing(item.code.clone()));
    [Part::Purpose].into_iter().chain(standing).chain([Part::Other]).collect()
}

pub fn part_name(t: &Texts, body: &Body, part: &Part) -> String {
    match part {
        Part::Purpose => t.get("bodies-part-purpose"),
        Part::Other => t.get("bodies-part-other"),
        Part::Standing(code) => {
            let item = body.standing_items.iter().find(|item| item.code == *code);
            item.map_or_else(|| code.clone(), |item| item.name.clone())
        }
    }
}

/// "Samarbetsrådet tors 28 jan 2027"
pub fn title(t: &Texts, body: &Body, meeting: &BodyMeeting) -> String {
    t.with("bodies-meeting-title", &[("body", &body.name), ("date", &t.date(meeting.at.date()))])
}

/// What state it is in, and the class of its mark.
pub fn status(t: &Texts, meeting: &BodyMeeting) -> (String, &'static str) {
    let (key, class) = match meeting.status {
        Status::Planned => ("bodies-status-planned", "mark-open"),
        Status::Convened if meeting.attendance.is_empty() => ("bodies-status-convened", "mark-green"),
        Status::Convened => ("bodies-status-held", "mark-open"),
        Status::Cancelled { .. } => ("bodies-status-cancelled", "mark-red"),
        Status::Final => ("bodies-status-final", "mark-green"),
    };
    (t.get(key), class)
}

/// "Varannan vecka, på torsdagar, från tors 14 jan 2027"
pub fn cadence(t: &Texts, cadence: Cadence) -> String {
    let (key, every) = match cadence.rhythm() {
        Rhythm::Weeks(weeks) => ("bodies-cadence-weeks", weeks),
        Rhythm::Months(months) => ("bodies-cadence-months", months),
    };
    t.with(key, &[("every", &every), ("date", &t.date(cadence.from()))])
}

/// Why nobody meets on a fixed day: "tors 6 maj 2027 är Kristi himmelsfärdsdag".
pub fn falls_on(t: &Texts, slot: &Slot) -> Option<String> {
    let why = slot.falls_on.as_ref()?;
    Some(t.with("bodies-falls-on", &[("date", &t.date(slot.on)), ("why", &calendar_words::reason(t, why))]))
}

pub fn cadence_fault(t: &Texts, fault: CadenceFault) -> String {
    t.get(match fault {
        CadenceFault::Weeks => "bodies-cadence-fault-weeks",
        CadenceFault::Months => "bodies-cadence-fault-months",
        CadenceFault::FifthWeekday(_) => "bodies-cadence-fault-fifth",
        CadenceFault::NotAhead => "bodies-cadence-fault-ahead",
    })
}

/// A refusal with its rule, and what can be done instead.
pub fn explained(t: &Texts, body: &Body, refusal: &MeetingRefusal) -> Explained {
    let (reason, rule) = told(refusal);
    let about = if let MeetingRefusal::StepBefore(step) = refusal {
        step_name(t, *step)
    } else if let MeetingRefusal::PartMissing(part) = refusal {
        part_name(t, body, part)
    } else {
        String::new()
    };
    let key = format!("bodies-refused-{reason}");
    Explained {
        what: t.with(&key, &[("about", &about)]),
        why: t.get(&format!("{key}-why")),
        reasoning: vec![],
        instead: vec![],
        rule,
        reason,
        protected: false,
    }
}

pub fn step_name(t: &Texts, step: Step) -> String {
    t.get(&format!("bodies-step-{}", step.word()))
}

fn told(refusal: &MeetingRefusal) -> (&'static str, &'static str) {
    use MeetingRefusal as R;
    match refusal {
        R::DayBehind => ("day-behind", "BOD-4"),
        R::NotAWorkingDay => ("no-working-day", "BOD-1"),
        R::NoFixedDay => ("no-fixed-day", "BOD-1"),
        R::NotADayOfTheSlot => ("not-proposed", "BOD-1"),
        R::SlotTaken => ("slot-taken", "BOD-1"),
        R::DayAhead => ("day-ahead", "BOD-6"),
        R::AlreadyConvened => ("already-convened", "BOD-4"),
        R::NotConvened => ("not-convened", "BOD-4"),
        R::Cancelled => ("cancelled", "BOD-5"),
        R::HasBegun => ("has-begun", "BOD-5"),
        R::StepBefore(_) => ("step-before", "BOD-7"),
        R::SecretaryIsElected => ("secretary-elected", "BOD-6"),
        R::AttendanceMissing => ("attendance-missing", "BOD-6"),
        R::NobodyPresent => ("nobody-present", "BOD-6"),
        R::NotAMember => ("not-a-member", "BOD-6"),
        R::SecretaryNotPresent => ("secretary-not-present", "BOD-6"),
        R::UnknownPart => ("unknown-part", "BOD-8"),
        R::PartMissing(_) => ("part-missing", "BOD-8"),
        R::Final => ("final", "BOD-8"),
        R::NotFinal => ("not-final", "BOD-8"),
        R::Unchanged => ("unchanged", "BOD-8"),
        R::ReasonMissing => ("reason-missing", "BOD-5"),
        R::TextMissing => ("text-missing", "BOD-8"),
    }
}
