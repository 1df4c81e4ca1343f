//! What should come of an act: refused, nothing new, or done?

use super::{
    Act,
    Answer::{self, *},
    Did, Told,
    day::Day,
};
use domain::{PersonId, UnitId, party::InformationKind};
use jiff::{ToSpan, civil::Date};

impl Told {
    pub fn answer(&self, on: Date, did: &Did) -> Answer {
        let day = self.day(on);
        match did {
            Did::Withdrew { who, units } => day.withdrawing(*who, units),
            Did::Struck { who, unit } => day.striking(*who, *unit),
            Did::WithdrewKind { who, unit, kind } => day.withdrawing_a_kind(*who, *unit, *kind),
            Did::Asked { .. }
            | Did::Signed { .. }
            | Did::SaidNo { .. }
            | Did::Answered
            | Did::Prevented { .. }
            | Did::Sent { .. }
            | Did::ChoseLots { .. }
            | Did::Offered { .. }
            | Did::Paused { .. }
            | Did::Resumed
            | Did::Ended { .. }
            | Did::Closed
                if !day.is_open() =>
            {
                Refused
            }
            Did::Asked { names, until, alone } => day.asking(names, *until, *alone),
            Did::Signed { who } => day.signing(*who),
            Did::SaidNo { who } => day.saying_no(*who),
            Did::Answered => done_if(self.papers.iter().any(|paper| paper.said_no.contains(&self.child))),
            Did::Prevented { .. } => Done,
            Did::Sent { units } => day.sending(units),
            Did::ChoseLots { unit } => done_if(day.takes_part(*unit)).unless(self.lots() == Some(*unit)),
            Did::Offered { unit } => done_if(day.runs() && day.takes_part(*unit)),
            Did::Paused { who } => done_if(day.may_stop(*who)).unless(self.break_since().is_some()),
            Did::Resumed => day.going_on(),
            Did::Ended { who } => done_if(day.may_stop(*who)),
            // A guardian has agreed to it, who has no say for somebody who is grown up.
            Did::Closed => {
                let told = day.receivers().iter().all(|receiver| self.has_way_back.contains(receiver));
                done_if(told && !self.grown_up(on))
            }
        }
    }

    /// Some paper still names the unit, and all that do are this person's to take back.
    fn leaves_nothing(&self, who: PersonId, unit: UnitId) -> bool {
        let mut naming = self.papers.iter().filter(|paper| !paper.left_for(unit).is_empty()).peekable();
        naming.peek().is_some() && naming.all(|paper| self.can_take_back(who, paper))
    }

    /// The family has wanted the unit called since it was last left out.
    fn is_wanted(&self, unit: UnitId) -> bool {
        let takes_whole =
            |act: &Act| act.did.takes_back().any(|(_, from, kind)| from == unit && kind.is_none());
        let stays =
            |act: &Act| !act.made_leave(unit) && (!takes_whole(act) || act.after.goes.contains_key(&unit));
        let asks = |act: &Act| matches!(&act.did, Did::Asked { names, .. } if names.iter().any(|(named, _)| *named == unit));
        let wanted = |wanted, act: &Act| (wanted || asks(act)) && stays(act);
        unit != self.own && self.acts.iter().fold(self.called.contains(&unit), wanted)
    }
}

impl Day<'_> {
    /// For one unit at least beside the initiator's, and with an end within a year (CON-04, CON-05).
    fn asking(&self, names: &[(UnitId, Vec<InformationKind>)], until: Date, alone: bool) -> Answer {
        let (told, grown_up) = (self.told, self.told.grown_up(self.on));
        let year = self.on.saturating_add(1.year());
        let latest = if grown_up { year.min(told.handed_over()) } else { year };
        let called = names.iter().any(|(unit, _)| *unit != told.own);
        done_if(called && self.on < until && until <= latest && (!alone || told.mature || grown_up))
    }

    fn signing(&self, who: PersonId) -> Answer {
        let told = self.told;
        let Some(paper) = told.papers.last() else { return Refused };
        let grown_up = told.grown_up(paper.asked_on);
        let offered = who == told.child && (paper.alone || paper.asked_on >= told.turns(12));
        let guardian = told.guardians.contains(&who) && !grown_up && !paper.alone;
        if !(offered || guardian) || (told.grown_up(self.on) && !grown_up) || paper.void {
            return Refused;
        }
        let signed = paper.signed.contains(&who);
        let in_time = self.on <= paper.until || (signed && paper.given.is_some());
        done_if(in_time).unless(signed)
    }

    fn saying_no(&self, who: PersonId) -> Answer {
        let told = self.told;
        let Some(paper) = told.papers.last() else { return Refused };
        let guardian = told.guardians.contains(&who) && !told.grown_up(paper.asked_on) && !paper.alone;
        if who != told.child && !guardian {
            return Refused;
        }
        if paper.said_no.contains(&who) { Nothing } else { done_if(paper.waits()) }
    }

    /// Only what the newest given paper names, once everyone has signed who has to by now and a child's no has got
    /// its answer (CON-01, CON-02, CON-16, CON-18).
    fn sending(&self, units: &[UnitId]) -> Answer {
        let told = self.told;
        let Some(paper) = told.papers.iter().rfind(|paper| paper.given.is_some()) else { return Refused };
        let child_must = self.on >= told.turns(15) && !told.grown_up(self.on);
        let child_signed = !child_must || paper.signed.contains(&told.child);
        let unanswered = paper.said_no.contains(&told.child) && !paper.no_is_answered;
        let names = |unit: &UnitId| *unit != told.own && paper.names(*unit) && self.is_in(*unit);
        let can = self.runs() && child_signed && !unanswered && !units.is_empty() && units.iter().all(names);
        let sent = |unit: &UnitId| {
            let given = paper.given.unwrap_or_default().max(told.last_left(*unit).unwrap_or_default());
            told.acts[given..]
                .iter()
                .any(|act| matches!(&act.did, Did::Sent { units } if units.contains(unit)))
        };
        done_if(can).unless(units.iter().all(sent))
    }

    /// The family goes on after a break, or whoever leads is there again.
    fn going_on(&self) -> Answer {
        let told = self.told;
        if told.break_since().is_some() {
            Done
        } else if told.unled_since().is_some() {
            done_if(told.is_led_on(self.on))
        } else {
            done_if(self.rests.is_none()).unless(true)
        }
    }

    fn withdrawing(&self, who: PersonId, units: &[UnitId]) -> Answer {
        let told = self.told;
        let known = |unit: &UnitId| {
            told.papers.iter().any(|paper| paper.names(*unit) && (paper.given.is_some() || paper.waits()))
        };
        if !self.may_take_back(who) || units.is_empty() || !units.iter().all(known) {
            return Refused;
        }
        if told.closed().is_none() && !self.is_open() {
            return Nothing;
        }
        let theirs = self.theirs(who, units);
        let taken = theirs.iter().any(|unit| self.is_in(*unit) || told.leaves_nothing(who, *unit));
        let waits =
            |unit: &UnitId| told.papers.last().is_some_and(|paper| paper.waits() && paper.names(*unit));
        let called_off =
            told.closed().is_none() && theirs.iter().any(|unit| told.is_wanted(*unit) || waits(unit));
        done_if(!theirs.is_empty()).unless(!taken && !called_off)
    }

    /// Of these units, those that this person can take out: not one that is in by the child's word alone (CON-17).
    pub fn theirs(&self, who: PersonId, units: &[UnitId]) -> Vec<UnitId> {
        let theirs =
            |unit: &&UnitId| !self.is_in(**unit) || self.told.has_to_take_back(who, **unit, None, self.on);
        units.iter().filter(theirs).copied().collect()
    }

    /// Any of the family, as long as it is not called; then it is a withdrawal.
    fn striking(&self, who: PersonId, unit: UnitId) -> Answer {
        let told = self.told;
        let family = who == told.child || self.is_guardian(who);
        if !self.is_open() || !family || unit == told.own {
            return Refused;
        }
        if !told.is_wanted(unit) {
            return Nothing;
        }
        let can = self.may_take_back(who) && told.has_to_take_back(who, unit, None, self.on);
        done_if(!self.is_in(unit) || can)
    }

    fn withdrawing_a_kind(&self, who: PersonId, unit: UnitId, kind: InformationKind) -> Answer {
        if !self.may_take_back(who) || !self.is_in(unit) {
            return Refused;
        }
        if !self.kinds(unit).contains(&kind) {
            return Nothing;
        }
        done_if(self.told.has_to_take_back(who, unit, Some(kind), self.on))
    }
}

fn done_if(can: bool) -> Answer {
    if can { Done } else { Refused }
}

impl Answer {
    /// What is so already changes nothing.
    fn unless(self, already: bool) -> Answer {
        if self == Done && already { Nothing } else { self }
    }
}
