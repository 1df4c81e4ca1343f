//! What comes after a meeting? Copies in everybody's hands, and in the end the way back.

use domain::{
    PlanVersion,
    lots::{closing, commitment, release},
    party::Receiver,
};
use policy::{Action, Ground};

use super::{
    forms, plan,
    play::{Play, PlayFault},
    story::Tale,
};
use crate::web::lots::release::copy::plan_copy;

/// Lines are confirmed, the family answers, and everybody gets a copy (T9).
pub async fn release(play: &mut Play, tale: &Tale) -> Result<(), PlayFault> {
    let process = play.process()?;
    let version = PlanVersion(u32::try_from(process.plan.all_versions.len()).unwrap_or(u32::MAX));
    let unconfirmed: Vec<_> = process
        .coordinated_lines(play.today())
        .filter(|(_, line)| line.confirmed_by.is_none())
        .map(|(number, line)| (number, line.by, line.unit))
        .collect();
    let (answering, receivers) = (process.family_that_answers(play.today()), process.receivers(play.today()));
    for (line, by, unit) in unconfirmed {
        let actor = play.actor(play.stage.key(by))?;
        let by = actor.person;
        play.act(actor, Action::WriteOwnLine { unit }, move |process, _, now| {
            commitment::confirm(process, now, line, by)
        })
        .await?;
    }
    for person in answering {
        let answer = release::AnswerPlan { version, by: person, dissent: None };
        play.act(Play::relative(person), Action::AnswerPlan { person }, move |process, _, now| {
            release::answer_plan(process, now, answer)
        })
        .await?;
    }
    let case = play.case(Ground::Lots)?;
    let mut copies = vec![];
    for receiver in receivers {
        let copy = plan_copy(&play.stage.forms, &case, version, receiver);
        let copy = copy.ok_or_else(|| PlayFault::NotBegun(play.key.clone()))?;
        copies.push(release::Copy { receiver, text: play.freeze(copy.canonical()) });
    }
    let command = release::ReleasePlan { version, copies, whereabouts_checked: true };
    let lead = play.lead()?;
    play.act(lead, Action::ReleasePlan, move |process, _, now| {
        release::release(process, now, command.clone())
    })
    .await?;
    file(play, tale).await
}

/// The units put their copies into their own records.
async fn file(play: &mut Play, tale: &Tale) -> Result<(), PlayFault> {
    let process = play.process()?;
    let unfiled: Vec<_> = process
        .plan
        .copy_numbers()
        .filter(|(_, copy)| copy.filed_by.is_none())
        .filter_map(|(number, copy)| match copy.receiver {
            Receiver::Unit { unit } => Some((number, unit)),
            Receiver::Family { .. } => None,
        })
        .collect();
    for (copy, unit) in unfiled {
        let called = tale.called.iter().map(|called| &called.by).chain([&tale.initiator]);
        let key = called.into_iter().find(|key| play.unit(key).is_ok_and(|own| own == unit));
        let Some(key) = key.filter(|key| !tale.unfiled.contains(key)) else { continue };
        let actor = play.actor(key)?;
        play.act(actor, Action::FileCopy { unit }, move |process, _, _| {
            release::file_copy(process, copy, unit, actor.person)
        })
        .await?;
    }
    Ok(())
}

/// Everybody has the way back, and the process is closed (T15).
pub async fn close(play: &mut Play, tale: &Tale) -> Result<(), PlayFault> {
    let lead = play.lead()?;
    agree(play, Play::relative(play.guardian())).await?;
    write_way_back(play, tale).await?;
    let receivers = play.process()?.receivers(play.today());
    for receiver in receivers {
        let given = closing::GiveWayBack { receiver, by: lead.person };
        play.act(lead, Action::WriteClosing, move |process, _, now| {
            closing::give_way_back(process, now, given)
        })
        .await?;
    }
    play.act(lead, Action::WriteClosing, |process, _, now| closing::invite_feedback(process, now)).await?;
    play.act(lead, Action::WriteClosing, |process, _, now| closing::close(process, now)).await?;
    Ok(())
}

pub async fn agree(play: &mut Play, who: policy::Actor) -> Result<(), PlayFault> {
    let by = who.person;
    play.act(who, Action::AgreeToClose, move |process, _, now| closing::agree(process, now, by)).await?;
    Ok(())
}

pub async fn write_way_back(play: &mut Play, tale: &Tale) -> Result<(), PlayFault> {
    let lead = play.lead()?;
    let stage = play.stage.clone();
    let contact = plan::contact(play, play.process()?);
    let text = play.text(&forms::said(&tale.way_back, stage.story.word("way-back")));
    let contact = play.text(&contact);
    play.act(lead, Action::WriteClosing, move |process, _, now| {
        closing::write_way_back(process, now, text, contact)
    })
    .await?;
    Ok(())
}
