//! Who gets which copy of the plan? (T9, REL-1, CON-08, CON-09)

use crate::{
    Event, Refusal, choice::*, event::protection::SeparateSubject, ids::*, lots::plan::Commitment, now::Now,
    party::*, process::Process,
};

#[derive(Debug, Clone, Copy)]
pub struct AnswerPlan {
    pub version: PlanVersion,
    pub by: PersonId,
    /// `None`: accepts the text. Otherwise what the person does not agree with.
    pub dissent: Option<TextId>,
}

/// The family accepts the text, or its dissent is written down (T9).
pub fn answer_plan(process: &Process, now: Now, command: AnswerPlan) -> Result<Vec<Event>, Refusal> {
    process.must_be_open(now)?;
    let AnswerPlan { version, by, dissent } = command;
    if !process.is_family(by, now.today()) {
        return Err(Refusal::OnlyFamilyDecides);
    }
    match process.plan.version(version) {
        None => Err(Refusal::NoSuchVersion),
        Some(written) if written.released.is_some() => Err(Refusal::AlreadyReleased),
        Some(_) => Ok(vec![Event::PlanAnswered { version, by, dissent, heard_by: None }]),
    }
}

/// One frozen copy for one receiver. Its text is made by the edge from `seen_by`.
#[derive(Debug, Clone, Copy)]
pub struct Copy {
    pub receiver: Receiver,
    pub text: FormText,
}

#[derive(Debug, Clone)]
pub struct ReleasePlan {
    pub version: PlanVersion,
    pub copies: Vec<Copy>,
    /// As for a summons (PID-9).
    pub whereabouts_checked: bool,
}

/// Releases a version: a frozen copy to everyone in the family and to each consented unit (T9).
pub fn release(process: &Process, now: Now, command: ReleasePlan) -> Result<Vec<Event>, Refusal> {
    process.must_be_running(now)?;
    let on = now.today();
    let ReleasePlan { version, copies, whereabouts_checked } = command;
    process.whereabouts_must_be_checked(whereabouts_checked)?;
    let Some(written) = process.plan.version(version) else { return Err(Refusal::NoSuchVersion) };
    if written.released.is_some() {
        return Err(Refusal::AlreadyReleased);
    }
    if PlanVersion(process.plan.all_versions.len() as u32) != version {
        return Err(Refusal::NoSuchVersion);
    }
    if let Some((_, line)) = process.coordinated_lines(on).find(|(_, line)| line.confirmed_by.is_none()) {
        return Err(Refusal::LineNotConfirmed { unit: line.unit });
    }
    let silent =
        process.family_that_answers(on).into_iter().find(|person| !written.answers.contains_key(person));
    if let Some(person) = silent {
        return Err(Refusal::FamilyHasNotAnsweredPlan { person });
    }
    let due = process.receivers(on);
    if let Some(copy) = copies.iter().find(|copy| !due.contains(&copy.receiver)) {
        return Err(match copy.receiver {
            Receiver::Unit { unit } => Refusal::ConsentNotActive { unit },
            Receiver::Family { .. } => Refusal::NotASignatory,
        });
    }
    if let Some(receiver) = due.iter().find(|receiver| !copies.iter().any(|copy| copy.receiver == **receiver))
    {
        return Err(Refusal::ReceiverForgotten { receiver: *receiver });
    }
    separate_copies_must_be_there(process, version, &copies)?;
    let first = process.plan.copies.len() as u32 + 1;
    let numbered = copies.into_iter().zip(first..).map(|(copy, number)| Event::CopyReleased {
        copy: CopyNo(number),
        receiver: copy.receiver,
        version,
        text: copy.text,
        on,
    });
    Ok(std::iter::once(Event::PlanReleased { version, on }).chain(numbered).collect())
}

/// A guardian from whom whereabouts are hidden is given the text that two persons have compared, and no other
/// (PID-6).
fn separate_copies_must_be_there(
    process: &Process,
    version: PlanVersion,
    copies: &[Copy],
) -> Result<(), Refusal> {
    for copy in copies {
        let Receiver::Family { person } = copy.receiver else { continue };
        match process.text_for(person, SeparateSubject::Plan { version }, copy.text) {
            Some(text) if text.hash == copy.text.hash => {}
            Some(_) | None => return Err(Refusal::SeparateCopyMissing { person }),
        }
    }
    Ok(())
}

/// A unit has put its copy into its own record system (T15, 5.10).
pub fn file_copy(
    process: &Process,
    number: CopyNo,
    unit: UnitId,
    by: PersonId,
) -> Result<Vec<Event>, Refusal> {
    match process.plan.copy_numbers().find(|(copy, _)| *copy == number) {
        Some((_, copy)) if copy.receiver != (Receiver::Unit { unit }) => Err(Refusal::NoSuchCopy),
        Some((_, copy)) if copy.filed_by.is_some() => Ok(vec![]),
        Some(_) => Ok(vec![Event::CopyFiled { copy: number, by }]),
        None => Err(Refusal::NoSuchCopy),
    }
}

impl Process {
    /// Whose answer to a plan is waited for: those whose signature the consent needed.
    pub fn family_that_answers(&self, on: jiff::civil::Date) -> Vec<PersonId> {
        let Some((_, summons)) = self.summonses.last_active() else { return vec![] };
        let required = summons.signatories.iter().filter(|signatory| signatory.required);
        required.map(|signatory| signatory.person).filter(|person| self.is_family(*person, on)).collect()
    }

    /// Whether a line of the plan is shown to a receiver: to the family always, to its own unit
    /// always, to another unit if the line is meant for it (3.5.2 `visibility`).
    pub fn line_is_for(&self, line: &Commitment, receiver: Receiver) -> bool {
        match receiver {
            Receiver::Family { person } => !self.is_withheld(line.text, person),
            Receiver::Unit { unit } => {
                line.unit == unit || line.visible_to.is_empty() || line.visible_to.contains(&unit)
            }
        }
    }

    /// Whether information of a kind may go to a receiver today (CON-05, CON-09).
    pub fn kind_is_for(&self, kind: InformationKind, receiver: Receiver, on: jiff::civil::Date) -> bool {
        match receiver {
            Receiver::Family { .. } => true,
            Receiver::Unit { unit } => self.kinds_for(unit, on).contains(&kind),
        }
    }

    /// The newest copy of the plan that was released to a receiver.
    pub fn newest_plan_copy(&self, receiver: Receiver) -> Option<CopyNo> {
        let plans = self.plan.copy_numbers().rev();
        plans.filter(|(_, copy)| copy.receiver == receiver).map(|(number, _)| number).next()
    }
}
