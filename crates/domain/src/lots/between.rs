//! How do the others learn what changes between two meetings? (T11, PRI-09)

use crate::{Event, Refusal, ids::*, now::Now, party::*, process::Process};

#[derive(Debug, Clone)]
pub struct TellChange {
    pub by: PersonId,
    pub text: TextId,
    /// Everyone who is told. Leaving somebody out is refused: the model wants all to know.
    pub receivers: Vec<Receiver>,
    /// As for a summons (PID-9).
    pub whereabouts_checked: bool,
}

pub fn tell(process: &Process, now: Now, command: TellChange) -> Result<Vec<Event>, Refusal> {
    process.must_be_running(now)?;
    let TellChange { by, text, receivers, whereabouts_checked } = command;
    process.whereabouts_must_be_checked(whereabouts_checked)?;
    let on = now.today();
    let due = process.told_at_once(on);
    if let Some(receiver) = due.iter().find(|receiver| !receivers.contains(receiver)) {
        return Err(Refusal::ReceiverForgotten { receiver: *receiver });
    }
    if let Some(Receiver::Unit { unit }) = receivers.iter().find(|receiver| !due.contains(receiver)) {
        return Err(Refusal::ConsentNotActive { unit: *unit });
    }
    let change = ChangeNo(process.changes.len() as u32 + 1);
    Ok(vec![Event::ChangeTold { change, by, text, receivers: due, on }])
}

/// Somebody has read of a change.
pub fn read(process: &Process, number: ChangeNo, receiver: Receiver) -> Result<Vec<Event>, Refusal> {
    match index(number.0).and_then(|index| process.changes.get(index)) {
        None => Err(Refusal::NoSuchLine),
        Some(change) if !change.receivers.contains(&receiver) => Err(Refusal::NoSuchLine),
        Some(change) if change.read_by.contains(&receiver) => Ok(vec![]),
        Some(_) => Ok(vec![Event::ChangeRead { change: number, receiver }]),
    }
}
