//! Does the case belong here, and what has to be answered? (S1 to S6)

use super::{
    SambaRefusal,
    choice::{PlanTried, Shortfall, Sorting},
};
use crate::{
    Event, Refusal,
    choice::{FormText, PlanStatus, SambaRoute},
    event::samba::SambaEvent,
    ids::*,
    now::Now,
    organisation::Organisation,
    process::Process,
};

/// So many questions can be put (4.9).
pub const QUESTIONS_MAX: usize = 5;

/// Lots is not enough: the coordinator is contacted, by somebody who takes part or by the family. Only where there is
/// an escalation (T18, S1).
pub fn contact(
    process: &Process,
    organisation: &Organisation,
    now: Now,
    by: PersonId,
) -> Result<Vec<Event>, Refusal> {
    process.must_be_open(now)?;
    if process.is_adult(now.today()) {
        return Err(Refusal::OutsideTargetGroup);
    }
    if !organisation.samba_enabled(process.receiving_units(now.today())) {
        return Err(Refusal::NoEscalationHere);
    }
    // The bodies are many people: whom nobody may find is taken up without a name (PID-4).
    if process.is_protected() {
        return Err(SambaRefusal::IdentityProtected.into());
    }
    if process.samba.open_case().is_some() {
        return Err(SambaRefusal::AlreadyThere.into());
    }
    Ok(vec![Event::SambaContacted { route: SambaRoute::NewConsent, by, on: now.today() }])
}

impl Process {
    /// A plan has been made, or tried and not brought about: what the bodies ask for (S3).
    pub fn lots_has_been_tried(&self) -> bool {
        self.plan
            .all_versions
            .iter()
            .any(|version| version.released.is_some() || version.status == PlanStatus::Attempted)
    }

    /// An open case, in a process that is open, about somebody whom the bodies may know.
    pub(crate) fn samba_case(&self, number: CaseNo, now: Now) -> Result<&super::case::Case, Refusal> {
        let case = self.samba.case(number).ok_or(SambaRefusal::NoSuchCase)?;
        if !case.is_open() {
            return Err(SambaRefusal::CaseEnded.into());
        }
        if self.is_protected() {
            return Err(SambaRefusal::IdentityProtected.into());
        }
        if self.is_over(now.today()) || self.is_adult(now.today()) {
            return Err(Refusal::ProcessDiscontinued);
        }
        Ok(case)
    }
}

/// Advice is always there; an assessment asks for a plan that has been tried (S2, S3).
pub fn sort(
    process: &Process,
    now: Now,
    number: CaseNo,
    to: Sorting,
    by: PersonId,
) -> Result<Vec<Event>, Refusal> {
    let case = process.samba_case(number, now)?;
    if !case.items.is_empty() || case.description.is_some() {
        return Err(SambaRefusal::AlreadyScheduled.into());
    }
    if to == Sorting::Assessment && !process.lots_has_been_tried() {
        return Err(SambaRefusal::LotsNotTried.into());
    }
    if case.sorting == Some(to) {
        return Ok(vec![]);
    }
    Ok(vec![Event::Samba(SambaEvent::SambaSorted { case: number, to, by, on: now.today() })])
}

/// Whether the supplementary routine applies, with the reason (S4).
pub fn choose_routine(
    process: &Process,
    now: Now,
    number: CaseNo,
    applies: bool,
    reason: TextId,
    by: PersonId,
) -> Result<Vec<Event>, Refusal> {
    let case = process.samba_case(number, now)?;
    if case.sorting != Some(Sorting::Assessment) {
        return Err(SambaRefusal::NotAssessed.into());
    }
    if !case.items.is_empty() {
        return Err(SambaRefusal::AlreadyScheduled.into());
    }
    let chosen = SambaEvent::SambaRoutineChosen { case: number, applies, reason, by, on: now.today() };
    Ok(vec![Event::Samba(chosen)])
}

#[derive(Debug, Clone)]
pub struct Assess {
    pub case: CaseNo,
    pub tried: PlanTried,
    pub shortfalls: Vec<Shortfall>,
    pub why: TextId,
    /// Added to those that stand there.
    pub questions: Vec<TextId>,
    pub by: PersonId,
}

/// The three questions (S5). A question that has been put is never taken away (PRI-16).
pub fn assess(process: &Process, now: Now, command: Assess) -> Result<Vec<Event>, Refusal> {
    let Assess { case: number, tried, shortfalls, why, questions, by } = command;
    let case = process.samba_case(number, now)?;
    if case.sorting != Some(Sorting::Assessment) {
        return Err(SambaRefusal::NotAssessed.into());
    }
    if case.items.iter().any(|item| item.is_pending()) || case.conclusion().is_some() {
        return Err(SambaRefusal::AlreadyScheduled.into());
    }
    if shortfalls.is_empty() {
        return Err(SambaRefusal::ShortfallMissing.into());
    }
    match case.questions.len() + questions.len() {
        0 => return Err(SambaRefusal::QuestionsMissing.into()),
        all if all > QUESTIONS_MAX => {
            return Err(SambaRefusal::TooManyQuestions { most: QUESTIONS_MAX }.into());
        }
        _ => {}
    }
    let on = now.today();
    let assessed = SambaEvent::SambaAssessed { case: number, tried, shortfalls, why, questions, by, on };
    Ok(vec![Event::Samba(assessed)])
}

/// Somebody who takes part is asked to describe it and to ask for consent: never the coordinator (S6, CON-22, PRI-15).
pub fn order_description(
    process: &Process,
    now: Now,
    number: CaseNo,
    from: PersonId,
    by: PersonId,
) -> Result<Vec<Event>, Refusal> {
    let case = process.samba_case(number, now)?;
    if case.assessment.is_none() {
        return Err(SambaRefusal::NotAssessed.into());
    }
    match case.routine {
        Some((true, _)) => {}
        Some((false, _)) | None => return Err(SambaRefusal::RoutineNotChosen.into()),
    }
    if from == by || !process.may_be_caseworker(from, now) {
        return Err(SambaRefusal::NotAmongThose.into());
    }
    if case.caseworker == Some(from) {
        return Ok(vec![]);
    }
    Ok(vec![Event::Samba(SambaEvent::SambaDescriptionOrdered { case: number, from, by, on: now.today() })])
}

impl Process {
    /// Whoever takes part for a unit that the consent of Lots covers today.
    pub fn may_be_caseworker(&self, person: PersonId, now: Now) -> bool {
        self.unit_of(person).is_some_and(|unit| self.participating_units(now.today()).contains(&unit))
    }

    /// Those who can be asked to describe it.
    pub fn possible_caseworkers(&self, now: Now) -> Vec<PersonId> {
        let named = self.participating_units(now.today());
        let named = named.into_iter().flat_map(|unit| self.deliveries.participants_of(unit));
        let mut all: Vec<PersonId> = std::iter::once(self.opening.initiator).chain(named).collect();
        all.retain(|person| self.may_be_caseworker(*person, now));
        all.sort_unstable();
        all.dedup();
        all
    }
}

#[derive(Debug, Clone, Copy)]
pub struct Describe {
    pub case: CaseNo,
    pub text: FormText,
    pub plan: Option<PlanVersion>,
    pub by: PersonId,
}

/// Written by the caseworker who was asked, and again if a body wants to know more (4.9).
pub fn describe(process: &Process, now: Now, command: Describe) -> Result<Vec<Event>, Refusal> {
    let Describe { case: number, text, plan, by } = command;
    let case = process.samba_case(number, now)?;
    match case.caseworker {
        None => return Err(SambaRefusal::DescriptionNotOrdered.into()),
        Some(caseworker) if caseworker != by => return Err(SambaRefusal::CaseworkerOnly.into()),
        Some(_) => {}
    }
    if case.items.iter().any(|item| item.treated.is_some() && item.is_pending())
        || case.conclusion().is_some()
    {
        return Err(SambaRefusal::AlreadyTreated.into());
    }
    if plan.is_some_and(|version| process.plan.version(version).is_none()) {
        return Err(Refusal::NoSuchVersion);
    }
    Ok(vec![Event::Samba(SambaEvent::SambaDescribed { case: number, text, plan, by, on: now.today() })])
}
