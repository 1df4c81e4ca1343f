//! What happens out of the ordinary? A no, a withdrawal, a change, a unit called late.

use domain::{
    CommitmentNo,
    choice::{Channel, CommitmentState},
    lots::{between, closing, commitment, delivery, revocation, signature},
    party::Custody,
};
use jiff::ToSpan as _;
use policy::Action;

use super::{
    afterwards, life, meetings,
    people::person_id,
    play::{Play, PlayFault},
    story::{Called, Tale, Twist},
};

/// Plays one turn of the story.
pub async fn turn(play: &mut Play, tale: &Tale, twist: &Twist) -> Result<(), PlayFault> {
    let today = play.stage.clock.now().today();
    play.on(today.saturating_sub(ago(twist).days()));
    match twist {
        Twist::Refuse { who, .. } => refuse(play, who).await,
        Twist::StartEarly { line, .. } => start_early(play, CommitmentNo(*line)).await,
        Twist::TellChange { by, text, .. } => tell(play, by, text).await,
        Twist::Revoke { who, units, told_to, .. } => revoke(play, who, units, told_to).await,
        Twist::CallLate { called, .. } => call_late(play, tale, called).await,
        Twist::Pause { who, .. } => {
            let family = Play::relative(person_id(who));
            let pause = move |process: &_, _: &_, now| closing::pause(process, now, family.person);
            play.act(family, Action::Pause, pause).await.map(|_| ())
        }
        Twist::Ask { text, units, .. } => ask(play, text, units).await,
        Twist::Agree { who, .. } => afterwards::agree(play, Play::relative(person_id(who))).await,
        Twist::WriteWayBack { .. } => afterwards::write_way_back(play, tale).await,
    }
}

fn ago(twist: &Twist) -> i64 {
    match twist {
        Twist::Refuse { ago, .. }
        | Twist::StartEarly { ago, .. }
        | Twist::TellChange { ago, .. }
        | Twist::Revoke { ago, .. }
        | Twist::CallLate { ago, .. }
        | Twist::Pause { ago, .. }
        | Twist::Ask { ago, .. }
        | Twist::Agree { ago, .. }
        | Twist::WriteWayBack { ago } => *ago,
    }
}

async fn refuse(play: &mut Play, who: &str) -> Result<(), PlayFault> {
    let person = person_id(who);
    let last = play.process()?.summonses.last().map(|(summons, _)| summons);
    let summons = last.ok_or_else(|| PlayFault::NotBegun(play.key.clone()))?;
    let no = signature::RefuseSignature { summons, person };
    play.act(Play::relative(person), Action::Sign { person }, move |process, _, now| {
        signature::refuse(process, now, no)
    })
    .await?;
    Ok(())
}

async fn start_early(play: &mut Play, line: CommitmentNo) -> Result<(), PlayFault> {
    let by = play.process()?.plan.line(line).map(|line| line.by);
    let by = by.ok_or_else(|| PlayFault::NotBegun(play.key.clone()))?;
    let actor = play.actor(play.stage.key(by))?;
    meetings::move_to(play, actor, line, CommitmentState::Started).await
}

async fn tell(play: &mut Play, by: &str, text: &str) -> Result<(), PlayFault> {
    let actor = play.actor(by)?;
    let receivers = play.process()?.told_at_once(play.today());
    let change =
        between::TellChange { by: actor.person, text: play.text(text), receivers, whereabouts_checked: true };
    play.act(actor, Action::TellChange, move |process, _, now| between::tell(process, now, change.clone()))
        .await?;
    Ok(())
}

async fn revoke(play: &mut Play, who: &str, units: &[String], told_to: &str) -> Result<(), PlayFault> {
    let signatory = person_id(who);
    let units = units.iter().map(|key| play.unit(key)).collect::<Result<Vec<_>, _>>()?;
    // Told to a professional, who records it at once; or done by oneself.
    let actor = if told_to.is_empty() { Play::relative(signatory) } else { play.actor(told_to)? };
    let command = revocation::RevokeConsent { signatory, units, told_to: actor.person };
    play.act(actor, Action::RevokeConsent { signatory }, move |process, _, now| {
        revocation::revoke(process, now, command.clone())
    })
    .await?;
    Ok(())
}

/// A unit is called when the others have been already: a new version of the consent, signed by all, and the
/// summons to the new one. The days of the others do not start again.
async fn call_late(play: &mut Play, tale: &Tale, called: &Called) -> Result<(), PlayFault> {
    let initiator = play.actor(&tale.initiator)?;
    let unit = life::propose(play, &tale.initiator, &called.by, &called.question).await?;
    life::approve(play, unit).await?;
    let checked_how = play.word("custody-checked");
    let custody: Custody = play.family.custody(play.today(), checked_how);
    play.act(initiator, Action::RecordGround, move |process, _, now| {
        signature::record_ground(process, now, signature::RecordGround::Custody(custody.clone()))
    })
    .await?;
    let mut widened = tale.clone();
    widened.called.push(called.clone());
    life::freeze(play, &widened).await?;
    for day in [0, 1] {
        life::sign(play, &widened, day).await?;
    }
    let dispatch = delivery::Dispatch { units: vec![(unit, Channel::FunctionInbox)] };
    play.act(initiator, Action::Dispatch, move |process, _, now| {
        delivery::dispatch(process, now, dispatch.clone())
    })
    .await?;
    life::answer(play, called).await
}

async fn ask(play: &mut Play, text: &str, units: &[String]) -> Result<(), PlayFault> {
    let units = units.iter().map(|key| play.unit(key)).collect::<Result<Vec<_>, _>>()?;
    let question = commitment::AskQuestion { text: play.text(text), by_unit: None, units };
    let family = Play::relative(play.guardian());
    play.act(family, Action::AskQuestion, move |process, _, now| {
        commitment::ask(process, now, question.clone())
    })
    .await?;
    Ok(())
}
