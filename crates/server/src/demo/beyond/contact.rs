//! How does a case of the demo world come to the coordinator, and to a consent?

use domain::{
    CaseNo, Process, SambaConsentNo,
    choice::{RebookCause, SignatureMethod},
    lots::booking::{self, RebookMeeting},
    samba::{
        choice::{CaseEnd, PlanTried, Shortfall, Sorting},
        consent::{self, FreezeSambaConsent, RevokeSambaConsent, SignSambaConsent},
        contact::{self, Assess, Describe},
        returning,
    },
};
use jiff::ToSpan as _;
use policy::Action;

use super::{
    super::{
        play::{Play, PlayFault},
        stage::Stage,
    },
    Reached,
    way::{AVF, CASE, COUNCIL, OF, SAMBA, Way},
};

/// So many working days after the demo's day Lots meets again.
const POSTPONED_WORKING_DAYS: u32 = 10;
/// The consents of the demo world are given for so many days.
const CONSENT_DAYS: i64 = 120;

/// The next meeting of Lots waits for what comes of it.
pub async fn postpone(way: &mut Way<'_>) -> Result<(), PlayFault> {
    way.ago(53);
    let today = way.demo_day();
    let process = way.play.process()?;
    let past = process.meetings.ahead().find(|(_, meeting)| meeting.start.date() <= today);
    let past = past.map(|(number, booked)| (number, booked.start.time(), booked.end));
    let Some((meeting, time, end)) = past else { return Ok(()) };
    let day = way.play.stage.calendar.add_working_days(today, POSTPONED_WORKING_DAYS);
    let start = day.to_datetime(time);
    let command = RebookMeeting {
        meeting,
        start,
        end,
        place: way.text("place"),
        cause: RebookCause::Practical,
        absent_without_notice: vec![],
        fits_family: true,
        outside_window: None,
    };
    let lead = way.play.lead()?;
    let decide = move |process: &Process, stage: &Stage, now| {
        booking::rebook(process, &stage.calendar, now, command.clone())
    };
    way.play.act(lead, Action::BookMeeting, decide).await.map(drop)
}

/// Contacted, and sorted.
pub async fn sort(way: &mut Way<'_>) -> Result<(), PlayFault> {
    way.ago(52);
    let lead = way.play.lead()?;
    way.play
        .act(lead, Action::ContactSamba, move |process, stage, now| {
            contact::contact(process, &stage.organisation, now, lead.person)
        })
        .await?;
    let to = match way.reached {
        Reached::Contact => return Ok(()),
        Reached::Advice => Sorting::Advice,
        Reached::LotsFirst => Sorting::LotsFirst,
        Reached::Assessment
        | Reached::DescriptionPending
        | Reached::Ready
        | Reached::Withdrawn
        | Reached::Scheduled
        | Reached::Held
        | Reached::Reflecting
        | Reached::Shared
        | Reached::Draft
        | Reached::Active
        | Reached::Ended
        | Reached::Executing
        | Reached::FollowUp
        | Reached::Closed => Sorting::Assessment,
    };
    way.ago(51);
    let by = Way::coordinator().person;
    way.coordinates(Action::SortSamba, move |process, _, now| contact::sort(process, now, CASE, to, by)).await
}

/// Assessed with two questions, and somebody asked to describe it.
pub async fn order(way: &mut Way<'_>) -> Result<(), PlayFault> {
    way.ago(50);
    let by = Way::coordinator().person;
    let reason = way.text("routine");
    way.coordinates(Action::SortSamba, move |process, _, now| {
        contact::choose_routine(process, now, CASE, true, reason, by)
    })
    .await?;
    let (why, questions) = (way.text("why"), vec![way.text("question_one"), way.text("question_two")]);
    let assess = Assess {
        case: CASE,
        tried: PlanTried::Attempted,
        shortfalls: vec![Shortfall::NobodyAccepts, Shortfall::UnclearMission],
        why,
        questions,
        by,
    };
    way.coordinates(Action::SortSamba, move |process, _, now| contact::assess(process, now, assess.clone()))
        .await?;
    let from = way.play.lead()?.person;
    way.coordinates(Action::SortSamba, move |process, _, now| {
        contact::order_description(process, now, CASE, from, by)
    })
    .await
}

pub async fn describe(way: &mut Way<'_>) -> Result<(), PlayFault> {
    way.ago(48);
    let lead = way.play.lead()?;
    let written = way.written("description");
    let describe = Describe { case: CASE, text: way.play.freeze(written), plan: None, by: lead.person };
    way.play
        .act(lead, Action::DescribeSamba, move |process, _, now| contact::describe(process, now, describe))
        .await
        .map(drop)
}

/// For both bodies, AVF and OF, signed by the guardian.
pub async fn consent(way: &mut Way<'_>) -> Result<(), PlayFault> {
    let lead = way.play.lead()?;
    let written = way.written("consent");
    let text = way.play.freeze(written);
    let freeze = FreezeSambaConsent {
        case: CASE,
        bodies: vec![COUNCIL, SAMBA],
        parties: vec![AVF, OF],
        valid_until: way.demo_day().saturating_add(CONSENT_DAYS.days()),
        text,
        by: lead.person,
    };
    let bodies = way.bodies.clone();
    way.play
        .act(lead, Action::AskSambaConsent, move |process, stage, now| {
            consent::freeze(process, &bodies, &stage.calendar, now, freeze.clone())
        })
        .await?;
    let person = way.play.guardian();
    let sign = SignSambaConsent {
        consent: SambaConsentNo(1),
        person,
        method: SignatureMethod::Screen,
        shown: text.hash,
        by: person,
    };
    way.play
        .act(Play::relative(person), Action::AnswerSambaConsent { person }, move |process, _, now| {
            consent::sign(process, now, sign)
        })
        .await
        .map(drop)
}

pub async fn withdraw(way: &mut Way<'_>) -> Result<(), PlayFault> {
    way.ago(3);
    let signatory = way.play.guardian();
    let revoke = RevokeSambaConsent { case: CASE, signatory, body: None, party: None, told_to: signatory };
    way.play
        .act(Play::relative(signatory), Action::RevokeSambaConsent { signatory }, move |process, _, now| {
            consent::revoke(process, now, revoke)
        })
        .await
        .map(drop)
}

/// Done with: what was agreed has ended, and it has been followed up.
pub async fn close(way: &mut Way<'_>, case: CaseNo) -> Result<(), PlayFault> {
    way.ago(1);
    let by = Way::coordinator().person;
    way.coordinates(Action::SortSamba, move |process, _, now| {
        returning::close(process, now, case, CaseEnd::Done, by)
    })
    .await
}
