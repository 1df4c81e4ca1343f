//! How do the papers of the room become one act? (T8, T12 to T14)

use domain::{
    ProcessId,
    form::{Filled, Values},
    lots::{
        readiness,
        sitting::{self, HoldMeeting, Next},
    },
};
use policy::{Action, Actor};
use store::{Brought, NewText};

use super::{FilledPapers, Papers, Written};
use crate::web::{
    app::App,
    case::{Outcome, frozen, new_text},
    error::WebError,
    form::Fields,
    lots::{
        meetings::{REASON_MAX, agenda::family_speaks_at, booking::Booking},
        papers::{self, NextMeeting, follow_up::Onwards},
    },
    texts::Texts,
};

/// What was typed on the closing page itself.
pub struct Typed {
    others_answered: bool,
    obstacle: Option<String>,
    onwards: Onwards,
    booking: Option<Booking>,
    whereabouts_checked: bool,
}

/// What became of it.
pub enum Held {
    /// One of the papers is not rightly filled in.
    Unfinished,
    Answered(Outcome),
}

impl Typed {
    /// `None` when something was wrong with the fields; the faults stand there.
    pub fn read(
        app: &App,
        t: &Texts,
        written: &Written,
        fields: &mut Fields,
    ) -> Result<Option<Self>, WebError> {
        let onwards = written.onwards(app);
        let booking = match &onwards {
            Onwards::NextMeeting => Booking::read(t, &written.case, fields)?,
            Onwards::NoNextMeeting { .. } | Onwards::Closing { .. } => None,
        };
        let obstacle = fields.text_if_any("obstacle", REASON_MAX);
        let whereabouts_checked = fields.ticked("whereabouts-checked");
        let others_answered = written.others(app) || fields.ticked("no-others");
        let lacks_booking = onwards == Onwards::NextMeeting && booking.is_none();
        if fields.has_faults() || lacks_booking {
            return Ok(None);
        }
        Ok(Some(Self { others_answered, obstacle, onwards, booking, whereabouts_checked }))
    }

    /// What the receipt tells.
    pub fn told(&self) -> Vec<String> {
        let booked =
            self.booking.iter().map(|booking| format!("{}, {}", booking.told.when, booking.told.place));
        booked.collect()
    }

    /// Freezes the papers and closes the meeting, all in one act.
    pub async fn hold(
        self,
        app: &App,
        actor: Actor,
        process: ProcessId,
        t: &Texts,
        written: &Written,
    ) -> Result<Held, WebError> {
        let next = self
            .booking
            .as_ref()
            .map(|booking| NextMeeting::of(&written.case, &booking.command, &booking.told.place));
        let papers = written.papers(app, t, next)?;
        let Some(filled) = freeze(app, written, &papers) else {
            return self.turned_down(app, actor, process, written).await;
        };
        let mut texts: Vec<NewText> = vec![];
        let mut keep = |filled: &Filled| -> Result<_, WebError> {
            let text = new_text(filled.canonical())?;
            let form = frozen(&text);
            texts.push(text);
            Ok(form)
        };
        let attendance = keep(&filled.attendance)?;
        let follow_up = filled.follow_up.as_ref().map(&mut keep).transpose()?;
        let plan = keep(&filled.plan)?;
        let obstacle = self.obstacle.as_deref().map(new_text).transpose()?;
        let next = self.next_of(&mut texts)?;
        let meeting = written.meeting()?;
        let command = HoldMeeting {
            meeting: written.number,
            attendance,
            follow_up,
            plan,
            others_answered: self.others_answered,
            obstacle: obstacle.as_ref().map(|text| text.id),
            family_speaks_at: family_speaks_at(app.forms.manual().agenda(meeting.kind)),
            next,
            whereabouts_checked: self.whereabouts_checked,
        };
        texts.extend(obstacle);
        // Nothing of what was noted in the room stays beside what was frozen.
        let drafts = vec![
            papers::plan_key(process, &app.forms),
            papers::attendance::key(process, written.number, &app.forms),
            papers::follow_up::key(process, written.number, &app.forms),
        ];
        let brought = Brought { texts, drafts, ..Brought::default() };
        let (organisation, calendar) = (written.case.organisation.clone(), written.case.calendar.clone());
        let decide = move |process: &domain::Process, now| {
            sitting::hold(process, &organisation, &calendar, now, command.clone())
        };
        let outcome = app.act(actor, process, Action::HoldMeeting, brought, decide).await?;
        Ok(Held::Answered(outcome))
    }

    /// A paper is not rightly filled in, so the meeting stays open. What the rules miss in the room is told before
    /// what a paper lacks, and the no is on record.
    async fn turned_down(
        &self,
        app: &App,
        actor: Actor,
        process: ProcessId,
        written: &Written,
    ) -> Result<Held, WebError> {
        let answered = written.answered(app, self.others_answered, self.obstacle.is_some())?;
        let organisation = written.case.organisation.clone();
        let decide = move |process: &domain::Process, now| {
            let missing = readiness::missing(process, &organisation, now, &answered)?;
            missing.into_iter().next().map_or(Ok(vec![]), Err)
        };
        Ok(match app.act(actor, process, Action::HoldMeeting, vec![], decide).await? {
            Outcome::Done(_) => Held::Unfinished,
            refused @ Outcome::Refused(_) => Held::Answered(refused),
        })
    }

    /// How the meeting ends.
    fn next_of(&self, texts: &mut Vec<NewText>) -> Result<Next, WebError> {
        match (&self.onwards, &self.booking) {
            (Onwards::Closing { reason, .. }, _) => Ok(Next::Closing(*reason)),
            (Onwards::NoNextMeeting { reason }, _) => {
                let text = new_text(reason)?;
                let reason = text.id;
                texts.push(text);
                Ok(Next::None { reason })
            }
            (Onwards::NextMeeting, Some(booking)) => {
                texts.extend(booking.texts.iter().cloned());
                Ok(Next::Meeting(booking.command.clone()))
            }
            (Onwards::NextMeeting, None) => Err(WebError::Malformed("no next meeting")),
        }
    }
}

/// The papers as documents; nothing when one of them is not rightly filled in.
fn freeze(app: &App, written: &Written, papers: &Papers<'_>) -> Option<FilledPapers> {
    let filled = |blank: &crate::web::form_data::Blank<'_>, values: &Values| blank.checked(values).ok();
    let follow_up = match &papers.follow_up {
        Some(blank) => Some(filled(blank, &written.follow_up)?),
        None => None,
    };
    Some(FilledPapers {
        attendance: filled(&papers.attendance, &written.attendance)?,
        follow_up,
        plan: filled(&papers.plan, &written.plan_values(app))?,
    })
}
