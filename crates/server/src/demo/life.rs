//! How does a process go from the first worry to a booked meeting? Played as the story tells it.

use domain::{
    PersonId, TextId, UnitId,
    choice::{Channel, PreMeetingHeld, ReceiptHow, Reply, ScopeLine, SignatureMethod},
    event::protection::SeparateSubject,
    lots::{booking, circle, delivery, opening, protection, signature, summons},
    party::{InformationKind, Participation},
};
use jiff::{
    ToSpan as _,
    civil::{Date, DateTime, time},
};
use policy::Action;

use super::{
    apart, beyond, forms, meetings,
    people::person_id,
    play::{Play, PlayFault, process_id},
    schedule::Schedule,
    story::{Called, Milestone, Proposal, Tale, Way},
    twists,
};

/// What the initiator's own unit discloses.
pub const OWN_KINDS: [InformationKind; 2] = [InformationKind::School, InformationKind::SocialSituation];
/// Consents are given for so many days unless the story tells otherwise.
const CONSENT_DAYS: i64 = 360;

/// Plays a process as far as the story has come.
///
/// # Errors
/// When somebody says no: a rule, the policy, a form or the store.
pub async fn live(play: &mut Play, tale: &Tale) -> Result<(), PlayFault> {
    let today = play.stage.clock.now().today();
    let anchored = today.saturating_sub(tale.ago.days());
    let days = Schedule::ending(tale.anchor.unwrap_or(tale.until), anchored, &play.stage.calendar);
    let reached = |step: Milestone| tale.until >= step;
    play.on(days.day(Milestone::Opened));
    open(play, tale).await?;
    circle(play, tale).await?;
    apart::hide(play, tale).await?;
    if reached(Milestone::PreMeeting) {
        play.on(days.day(Milestone::PreMeeting));
        pre_meeting(play, tale).await?;
    }
    if reached(Milestone::Frozen) {
        play.on(days.day(Milestone::Frozen));
        freeze(play, tale).await?;
        apart::copy_summons(play, tale).await?;
        sign(play, tale, 0).await?;
    }
    if reached(Milestone::Signed) {
        play.on(days.day(Milestone::Signed));
        sign(play, tale, 1).await?;
    }
    if reached(Milestone::Sent) {
        send(play, tale).await?;
    }
    if reached(Milestone::Received) {
        play.on(days.day(Milestone::Received));
        receive(play, tale).await?;
    }
    if reached(Milestone::Booked) {
        play.on(days.day(Milestone::Booked));
        book(play, days.day(Milestone::Initial)).await?;
    }
    meetings::hold_all(play, tale, &days).await?;
    for twist in &tale.then {
        twists::turn(play, tale, twist).await?;
    }
    beyond::take(play, tale).await?;
    Ok(())
}

async fn open(play: &mut Play, tale: &Tale) -> Result<(), PlayFault> {
    let actor = play.actor(&tale.initiator)?;
    let unit = play.unit(&tale.initiator)?;
    let checked_how = play.word("custody-checked");
    let command = opening::OpenProcess {
        child: play.child(),
        born: play.family.child.born(play.stage.clock.now().today()),
        initiator: actor.person,
        unit,
        custody: play.family.custody(play.today(), checked_how),
        family_agrees: true,
        danger_now: false,
        guardian_may_harm: false,
        protected: play.family.protected(),
        previous: tale.previous.as_deref().map(process_id),
        request: tale.from_request.then(|| super::fill::request_id(&tale.family)),
    };
    play.open(actor, move |stage, now| opening::open(&stage.organisation, now, command.clone())).await
}

/// The units that somebody has thought of, with the family's answers.
async fn circle(play: &mut Play, tale: &Tale) -> Result<(), PlayFault> {
    for called in &tale.called {
        let unit = propose(play, &tale.initiator, &called.by, &called.question).await?;
        approve(play, unit).await?;
    }
    for Proposal { unit, question } in &tale.struck {
        let unit = propose(play, &tale.initiator, unit, question).await?;
        let answer = circle::AnswerUnit { unit, by: play.guardian() };
        let family = Play::relative(answer.by);
        play.act(family, Action::DecideUnit, move |process, _, now| circle::strike(process, now, answer))
            .await?;
    }
    for Proposal { unit, question } in &tale.unanswered {
        propose(play, &tale.initiator, unit, question).await?;
    }
    Ok(())
}

pub async fn propose(
    play: &mut Play,
    initiator: &str,
    key: &str,
    question: &str,
) -> Result<domain::UnitId, PlayFault> {
    let (actor, unit) = (play.actor(initiator)?, play.unit(key)?);
    let command = circle::ProposeUnit { unit, by: actor.person, question: play.text(question) };
    play.act(actor, Action::ProposeUnit, move |process, stage, now| {
        circle::propose(process, &stage.organisation, now, command)
    })
    .await?;
    Ok(unit)
}

pub async fn approve(play: &mut Play, unit: domain::UnitId) -> Result<(), PlayFault> {
    let answer = circle::AnswerUnit { unit, by: play.guardian() };
    let family = Play::relative(answer.by);
    play.act(family, Action::DecideUnit, move |process, _, now| circle::approve(process, now, answer))
        .await?;
    Ok(())
}

async fn pre_meeting(play: &mut Play, tale: &Tale) -> Result<(), PlayFault> {
    let actor = play.actor(&tale.initiator)?;
    let filled = forms::pre_meeting(play, tale)?;
    let command = opening::RecordPreMeeting {
        held: PreMeetingHeld::Yes { on: play.today() },
        waiver_allowed: false,
        note: play.frozen(&filled),
        participation: tale.participation.unwrap_or(Participation::PartOfMeeting),
        formulated_with: vec![play.guardian(), play.child()],
    };
    play.act(actor, Action::RecordPreMeeting, move |process, _, now| {
        opening::record_pre_meeting(process, now, command.clone())
    })
    .await?;
    if tale.authority.is_empty() {
        return Ok(());
    }
    let who = tale.authority.iter().map(|key| person_id(key)).collect();
    let ground = play.word("authority");
    let stated = signature::RecordGround::Authority { who, ground, by: actor.person };
    play.act(actor, Action::RecordGround, move |process, _, now| {
        signature::record_ground(process, now, stated.clone())
    })
    .await?;
    Ok(())
}

/// The questions already put to the units, as the circle knows them.
fn scope(play: &Play, tale: &Tale) -> Result<Vec<ScopeLine>, PlayFault> {
    let process = play.process()?;
    let line = |called: &Called| -> Result<ScopeLine, PlayFault> {
        let unit = play.unit(&called.by)?;
        let question: Option<TextId> = process.circle.get(unit).map(|entry| entry.question);
        Ok(ScopeLine { unit, kinds: called.kinds.clone(), question })
    };
    tale.called.iter().map(line).collect()
}

/// Freezes the summons as the story tells it now.
pub async fn freeze(play: &mut Play, tale: &Tale) -> Result<(), PlayFault> {
    let actor = play.actor(&tale.initiator)?;
    let today = play.stage.clock.now().today();
    let told = tale.consent_ends_in.map(|days| today.saturating_add(days.days()));
    let valid_until = told.unwrap_or_else(|| play.today().saturating_add(CONSENT_DAYS.days()));
    let filled = forms::summons(play, tale, valid_until)?;
    let command = summons::FreezeSummons {
        text: play.frozen(&filled),
        scope: scope(play, tale)?,
        own_kinds: OWN_KINDS.to_vec(),
        valid_until,
        formulated_with: vec![play.guardian(), play.child()],
        informed: true,
        child_summary_ready: true,
        child_alone: false,
        earlier_plan: tale.previous.is_some(),
        purpose: forms::purpose(&filled),
        whereabouts_checked: true,
    };
    play.act(actor, Action::WriteSummons, move |process, stage, now| {
        summons::freeze(process, &stage.calendar, now, command.clone())
    })
    .await?;
    Ok(())
}

/// The frozen summons is signed: on the first day by one, on the next by the rest. Every other guardian signs
/// on paper that the initiator registers.
pub async fn sign(play: &mut Play, tale: &Tale, day: usize) -> Result<(), PlayFault> {
    let signing = forms::signing_order(play.process()?);
    let today: Vec<(usize, PersonId)> =
        signing.into_iter().enumerate().filter(|(place, _)| (*place > 0) == (day > 0)).collect();
    for (place, person) in today {
        let unsigned = tale.unsigned.iter().any(|key| person_id(key) == person);
        // A small child has no seat of its own, and signs nothing.
        if !unsigned {
            // Whoever reads a separate copy signs it on one's own page.
            let apart = play.process()?.hides_whereabouts_from(person);
            let on_paper = place % 2 == 1 && person != play.child() && !apart;
            sign_one(play, tale, person, on_paper).await?;
        }
    }
    Ok(())
}

async fn sign_one(play: &mut Play, tale: &Tale, person: PersonId, on_paper: bool) -> Result<(), PlayFault> {
    let (number, shown) = match play.process()?.summonses.last() {
        Some((number, summons)) => {
            let subject = SeparateSubject::Summons { summons: number };
            let shown = play.process()?.text_for(person, subject, summons.text);
            (number, shown.unwrap_or(summons.text).hash)
        }
        None => return Err(PlayFault::NotBegun(play.key.clone())),
    };
    let (actor, action, method) = if on_paper {
        let initiator = play.actor(&tale.initiator)?;
        let kept_at = play.word("paper-kept-at");
        let method = SignatureMethod::Paper {
            signed_on: play.today(),
            kept_at,
            scan: None,
            registered_by: initiator.person,
        };
        (initiator, Action::RegisterSignature, method)
    } else {
        (Play::relative(person), Action::Sign { person }, SignatureMethod::Screen)
    };
    let command = signature::SignSummons { summons: number, person, method, shown, by: actor.person };
    play.act(actor, action, move |process, _, now| signature::sign(process, now, command)).await?;
    Ok(())
}

/// Sends the summons to every unit that the story calls; who has received it by inbox says who takes part.
pub async fn send(play: &mut Play, tale: &Tale) -> Result<(), PlayFault> {
    let initiator = play.actor(&tale.initiator)?;
    let mut units = vec![];
    for called in &tale.called {
        let channel = match called.way {
            Way::Inbox => Channel::FunctionInbox,
            Way::Paper => Channel::Paper,
        };
        units.push((play.unit(&called.by)?, channel));
    }
    if play.process()?.is_protected() {
        name_users(play, tale).await?;
    }
    let command = delivery::Dispatch { units };
    play.act(initiator, Action::Dispatch, move |process, _, now| {
        delivery::dispatch(process, now, command.clone())
    })
    .await?;
    Ok(())
}

/// While an identity is protected, each unit's manager says who may handle it, before anything is sent (PID-4).
async fn name_users(play: &mut Play, tale: &Tale) -> Result<(), PlayFault> {
    let own = (play.unit(&tale.initiator)?, tale.second_reader.clone());
    let called = tale.called.iter().map(|called| Ok((play.unit(&called.by)?, Some(called.by.clone()))));
    let called = called.collect::<Result<Vec<_>, PlayFault>>()?;
    for (unit, key) in called.into_iter().chain([own]) {
        let Some(key) = key else { continue };
        name_user(play, tale, unit, &key).await?;
    }
    Ok(())
}

/// The manager of one unit is asked and names somebody.
pub async fn name_user(play: &mut Play, tale: &Tale, unit: UnitId, key: &str) -> Result<(), PlayFault> {
    let initiator = play.actor(&tale.initiator)?;
    play.act(initiator, Action::AskForUsers, move |process, _, now| {
        protection::ask_for_users(process, now, unit, initiator.person)
    })
    .await?;
    let manager = play.manager(unit)?;
    let command = protection::NameUser { unit, person: person_id(key), by: manager.person };
    play.act(manager, Action::NameUser { unit }, move |process, _, now| {
        protection::name_user(process, now, command)
    })
    .await?;
    Ok(())
}

async fn receive(play: &mut Play, tale: &Tale) -> Result<(), PlayFault> {
    for called in &tale.called {
        if called.way == Way::Paper && !tale.unregistered {
            let (actor, unit) = (play.actor(&tale.initiator)?, play.unit(&called.by)?);
            let receipt = delivery::RegisterReceipt { unit, on: play.today(), how: ReceiptHow::StampedPaper };
            play.act(actor, Action::RegisterReceipt { unit }, move |process, _, now| {
                delivery::register_receipt(process, now, receipt)
            })
            .await?;
        }
        answer(play, called).await?;
    }
    Ok(())
}

/// The unit says who takes part, and that person says yes.
pub async fn answer(play: &mut Play, called: &Called) -> Result<(), PlayFault> {
    let unit = play.unit(&called.by)?;
    let received = play.process()?.deliveries.of(unit).is_some_and(|delivery| delivery.received.is_some());
    if called.silent || !received {
        return Ok(());
    }
    let person = play.actor(&called.by)?;
    let inbox = if play.process()?.is_protected() { person } else { play.inbox(unit, &called.by)? };
    let named = delivery::NameParticipant { unit, person: person.person };
    play.act(inbox, Action::NameParticipant { unit }, move |process, _, now| {
        delivery::name_participant(process, now, named)
    })
    .await?;
    let reply = delivery::GiveReply { unit, reply: Reply::Coming { person: person.person } };
    play.act(person, Action::Reply { unit }, move |process, _, now| {
        delivery::reply(process, now, reply.clone())
    })
    .await?;
    Ok(())
}

async fn book(play: &mut Play, on: Date) -> Result<(), PlayFault> {
    let place = play.word("place");
    let process = play.process()?;
    let command = booking::BookMeeting {
        start: meeting_start(on),
        end: meeting_end(),
        place,
        chair: process.opening.initiator,
        units: process.callable_units(play.today()),
        fits_family: true,
        outside_window: None,
    };
    let initiator = play.lead()?;
    play.act(initiator, Action::BookMeeting, move |process, stage, now| {
        booking::book(process, &stage.calendar, now, command.clone())
    })
    .await?;
    Ok(())
}

pub fn meeting_start(on: Date) -> DateTime {
    on.to_datetime(time(14, 10, 0, 0))
}

pub fn meeting_end() -> jiff::civil::Time {
    time(15, 30, 0, 0)
}
