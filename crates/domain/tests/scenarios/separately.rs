//! What is done in a scenario while an identity is protected.

use crate::{
    acts::{Decided, summons},
    world::World,
};
use domain::{
    Now, SeparateCopyNo,
    choice::*,
    event::protection::SeparateSubject,
    lots::{
        delivery::{self, Dispatch},
        opening::{self, OpenProcess},
        protection::{self, HideWhereabouts, NameUser},
        separate::{self, ApproveSeparateCopy, DraftSeparateCopy},
        signature::{self, SignSummons},
    },
};

/// The hash of the separate copy.
const SEPARATE: TextHash = TextHash([3; 32]);

impl World {
    /// `None` for words that are not about protection.
    pub fn decide_protected(&mut self, now: Now, who: &str, words: &[&str]) -> Option<Decided> {
        Some(match *words {
            ["opens", "with", grade] => {
                let grade = ProtectionGrade::from_word(grade).expect("a grade");
                let people = ["child", "mother"].map(|one| (self.person(one), grade));
                let command = OpenProcess { protected: people.to_vec(), ..self.opening(now) };
                opening::open(&self.organisation, now, command)
            }
            ["opens", "though-a-guardian-may-harm"] => {
                let command = OpenProcess { guardian_may_harm: true, ..self.opening(now) };
                opening::open(&self.organisation, now, command)
            }
            ["hides-whereabouts-from", from] => {
                let (from, by) = (self.person(from), self.person(who));
                let command = HideWhereabouts { from, reason: self.text(), by };
                protection::hide_whereabouts(&self.process(), now, command)
            }
            ["asks-the-manager-of", unit] => {
                protection::ask_for_users(&self.process(), now, self.unit(unit), self.person(who))
            }
            ["names", person, "at", unit] => {
                let (unit, person, by) = (self.unit(unit), self.person(person), self.person(who));
                protection::name_user(&self.process(), now, NameUser { unit, person, by })
            }
            ["writes-a-separate-copy", text] => self.writes(now, who, text == "without-places"),
            ["approves-the-copy"] => {
                let copy = self.process().protection.separate_copies().count() as u32;
                let copy = SeparateCopyNo(copy);
                let command = ApproveSeparateCopy { copy, by: self.person(who), shown: SEPARATE };
                separate::approve(&self.process(), now, command)
            }
            ["signs-the-copy-of", number] => {
                let (person, method) = (self.person(who), SignatureMethod::Screen);
                let summons = summons(number);
                let command = SignSummons { summons, person, method, shown: SEPARATE, by: person };
                signature::sign(&self.process(), now, command)
            }
            ["sends", units] => {
                let units = self.units_in(units).into_iter().map(|unit| (unit, Channel::FunctionInbox));
                delivery::dispatch(&self.process(), now, Dispatch { units: units.collect() })
            }
            _ => return None,
        })
    }

    fn writes(&self, now: Now, who: &str, clean: bool) -> Decided {
        let summons = self.process().summonses.last().map(|(number, _)| number).expect("a summons");
        let command = DraftSeparateCopy {
            receiver: self.person("father"),
            subject: SeparateSubject::Summons { summons },
            text: FormText { text: self.text(), hash: SEPARATE },
            by: self.person(who),
            clean,
        };
        separate::draft(&self.process(), now, command)
    }
}
