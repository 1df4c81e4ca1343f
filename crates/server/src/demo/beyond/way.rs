//! Who acts for a case of the demo world, and on which days?

use std::{collections::BTreeMap, sync::Arc};

use domain::{
    BodyId, CaseNo, Event, Now, PartyId, Process, Refusal, TextId,
    samba::{Mandate, bodies::Bodies},
};
use jiff::{ToSpan as _, civil::Date};
use policy::{Action, Actor, Seat};

use super::{
    super::{
        people::person_id,
        play::{Play, PlayFault},
        stage::Stage,
    },
    Reached, words,
};

pub const COUNCIL: BodyId = BodyId(1);
pub const SAMBA: BodyId = BodyId(2);
pub const CASE: CaseNo = CaseNo(1);
/// Those whom the consents of the demo world name: AVF and OF.
pub const AVF: PartyId = PartyId(1);
pub const OF: PartyId = PartyId(2);
/// No council meets more seldom.
const BETWEEN_MEETINGS: i64 = 40;

/// One case as it is being played.
pub struct Way<'a> {
    pub play: &'a mut Play,
    pub reached: Reached,
    pub bodies: Arc<Bodies>,
    words: BTreeMap<String, String>,
}

impl Way<'_> {
    pub fn begun(play: &mut Play, reached: Reached) -> Result<Way<'_>, PlayFault> {
        let words = words().map_err(|fault| PlayFault::Nobody(fault.to_string()))?;
        Ok(Way { play, reached, bodies: Arc::default(), words })
    }

    /// The Samba coordinator.
    pub fn coordinator() -> Actor {
        Actor { person: person_id("samba-samordnare"), seat: Seat::SambaCoordinator }
    }

    /// Who sits in a body for a party.
    pub fn member(body: BodyId, party: PartyId) -> Actor {
        let (place, mandate) =
            if body == COUNCIL { ("rad", Mandate::Responsibility) } else { ("samba", Mandate::Costs) };
        let code = if party == AVF { "avf" } else { "of" };
        let person = person_id(&format!("{place}-{code}"));
        Actor { person, seat: Seat::BodyMember { body, party, mandate } }
    }

    /// So many days before the demo's day, or on the working day before that.
    pub fn ago(&mut self, days: i64) {
        let mut day = self.demo_day().saturating_sub(days.days());
        while !self.play.stage.calendar.is_working_day(day) {
            day = day.saturating_sub(1.day());
        }
        self.play.on(day);
    }

    pub fn demo_day(&self) -> Date {
        self.play.stage.clock.now().today()
    }

    pub fn text(&mut self, key: &str) -> TextId {
        let words = self.words.get(key).cloned().unwrap_or_else(|| key.to_owned());
        self.play.text(&words)
    }

    pub fn written(&self, key: &str) -> String {
        self.words.get(key).cloned().unwrap_or_else(|| key.to_owned())
    }

    /// The last fixed day of the council that lies so long before the demo's day at least.
    pub fn council_day(&self, days_ago: i64) -> Date {
        let latest = self.demo_day().saturating_sub(days_ago.days());
        self.days(latest.saturating_sub(BETWEEN_MEETINGS.days()), latest).last().copied().unwrap_or(latest)
    }

    /// The next fixed day of the council.
    pub fn next_council_day(&self) -> Date {
        // Those that come sooner do not stand in the calendar of the demo world.
        let from = self.demo_day().saturating_add(5.days());
        self.days(from, from.saturating_add(BETWEEN_MEETINGS.days())).first().copied().unwrap_or(from)
    }

    fn days(&self, from: Date, to: Date) -> Vec<Date> {
        let council = self.bodies.body(COUNCIL);
        let slots = council.map(|body| body.slots(from, to, &self.play.stage.calendar)).unwrap_or_default();
        slots.iter().filter_map(|slot| slot.days().first().copied()).collect()
    }

    /// The coordinator does something.
    pub async fn coordinates(
        &mut self,
        action: Action,
        decide: impl Fn(&Process, &Stage, Now) -> Result<Vec<Event>, Refusal> + Send + 'static,
    ) -> Result<(), PlayFault> {
        self.play.act(Way::coordinator(), action, decide).await.map(drop)
    }
}
