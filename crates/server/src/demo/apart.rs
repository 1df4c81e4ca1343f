//! How is a guardian met from whom whereabouts are hidden? Separate copies, written by one and compared by another.
//! (PID-2, PID-6)

use domain::{
    event::protection::SeparateSubject,
    lots::{
        protection::{self, HideWhereabouts},
        separate::{self, ApproveSeparateCopy, DraftSeparateCopy},
    },
};
use policy::Action;

use super::{
    life,
    people::person_id,
    play::{Play, PlayFault},
    story::Tale,
};

/// Hides whereabouts, and has a second reader named at the initiator's own unit.
pub async fn hide(play: &mut Play, tale: &Tale) -> Result<(), PlayFault> {
    let Some(apart) = &tale.apart else { return Ok(()) };
    let initiator = play.actor(&tale.initiator)?;
    let (from, reason, by) = (person_id(&apart.from), play.text(&apart.reason), initiator.person);
    let command = HideWhereabouts { from, reason, by };
    play.act(initiator, Action::Protect, move |process, _, now| {
        protection::hide_whereabouts(process, now, command)
    })
    .await?;
    let unit = play.unit(&tale.initiator)?;
    match &tale.second_reader {
        Some(key) => life::name_user(play, tale, unit, key).await,
        None => Ok(()),
    }
}

/// The separate copy of the summons: written by the initiator, approved by the second reader.
pub async fn copy_summons(play: &mut Play, tale: &Tale) -> Result<(), PlayFault> {
    let (Some(apart), Some(second)) = (&tale.apart, &tale.second_reader) else { return Ok(()) };
    let last = play.process()?.summonses.last().map(|(summons, _)| summons);
    let summons = last.ok_or_else(|| PlayFault::NotBegun(play.key.clone()))?;
    let (initiator, second) = (play.actor(&tale.initiator)?, play.actor(second)?);
    let text = play.freeze(apart.summons.clone());
    let draft = DraftSeparateCopy {
        receiver: person_id(&apart.from),
        subject: SeparateSubject::Summons { summons },
        text,
        by: initiator.person,
        clean: true,
    };
    play.act(initiator, Action::WriteSeparateCopy, move |process, _, now| {
        separate::draft(process, now, draft)
    })
    .await?;
    let copy = play.process()?.protection.separate_copies().next_back().map(|(copy, _)| copy);
    let copy = copy.ok_or_else(|| PlayFault::NotBegun(play.key.clone()))?;
    let approval = ApproveSeparateCopy { copy, by: second.person, shown: text.hash };
    play.act(second, Action::ApproveSeparateCopy, move |process, _, now| {
        separate::approve(process, now, approval)
    })
    .await?;
    Ok(())
}
