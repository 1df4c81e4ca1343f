//! What is done in a scenario, before and between the meetings.

use crate::world::{World, hash};
use domain::{
    Event, Now, PersonId, Refusal, SummonsNo, UnitId,
    choice::*,
    lots::{
        booking::{self, BookMeeting, RebookMeeting},
        circle::{self, AnswerUnit, ProposeUnit},
        commitment, delivery,
        delivery::{Dispatch, NameParticipant, RegisterReceipt},
        opening::{self, OpenProcess, RecordPreMeeting},
        revocation::{self, RevokeConsent},
        signature::{self, RecordGround, RefuseSignature, SignSummons},
        summons::{self, FreezeSummons},
    },
    party::*,
};
use jiff::civil::{Date, time};

pub type Decided = Result<Vec<Event>, Refusal>;

impl World {
    pub fn decide(&mut self, now: Now, who: &str, what: &str) -> Decided {
        let words: Vec<&str> = what.split_whitespace().collect();
        match words.as_slice() {
            ["opens"] => opening::open(&self.organisation, now, self.opening(now)),
            ["proposes", units] => self.proposes(now, who, units),
            ["approves", units] => self.answers(now, who, units, circle::approve),
            ["strikes", units] => self.answers(now, who, units, circle::strike),
            ["pre-meeting"] => self.pre_meeting(now, who),
            ["freezes", units] => self.freezes(now, who, units, false),
            ["freezes", units, "alone"] => self.freezes(now, who, units, true),
            ["signs", number] => self.signs(now, who, number),
            ["refuses-to-sign", number] => {
                let command = RefuseSignature { summons: summons(number), person: self.person(who) };
                signature::refuse(&self.process(), now, command)
            }
            ["sends-on-paper", units] => {
                let units = self.units_in(units).into_iter().map(|unit| (unit, Channel::Paper)).collect();
                delivery::dispatch(&self.process(), now, Dispatch { units })
            }
            ["receives"] => self.receives(now, who),
            ["books", day, units] => self.books(now, who, day, units, None),
            ["books", day, units, "because-the-family-wishes"] => {
                self.books(now, who, day, units, Some(self.text()))
            }
            ["rebooks", day, "absent", unit] => self.rebooks(now, day, &[self.unit(unit)]),
            ["links-a-board-decision", "of", day] => {
                let decided_on = date(day);
                let measure = BoardMeasure::PsychiatricCare;
                let ground = RecordGround::BoardDecision { measure, decided_on, note: self.text() };
                signature::record_ground(&self.process(), now, ground)
            }
            ["revokes", unit, "told", told] => {
                let command = RevokeConsent {
                    signatory: self.person(who),
                    units: vec![self.unit(unit)],
                    told_to: self.person(told),
                };
                revocation::revoke(&self.process(), now, command)
            }
            ["starts-early"] => self.starts_early(now, who),
            _ => match self.decide_protected(now, who, &words) {
                Some(decided) => decided,
                None => match self.decide_samba(now, who, &words) {
                    Some(decided) => decided,
                    None => self.decide_meeting(now, who, &words),
                },
            },
        }
    }

    pub fn opening(&self, now: Now) -> OpenProcess {
        let guardian = |name| Guardian { person: self.person(name), legal: true };
        let guardians = match self.custody {
            CustodyForm::Joint => vec![guardian("mother"), guardian("father")],
            CustodyForm::Sole | CustodyForm::SpeciallyAppointed | CustodyForm::Temporary => {
                vec![guardian("mother")]
            }
        };
        let custody = Custody {
            form: self.custody,
            guardians,
            checked_on: now.today(),
            checked_how: self.text(),
            placed: false,
        };
        OpenProcess {
            child: self.person("child"),
            born: self.born,
            initiator: self.person("initiator"),
            unit: self.own(),
            custody,
            family_agrees: true,
            danger_now: false,
            guardian_may_harm: false,
            protected: vec![],
            previous: None,
            request: None,
        }
    }

    fn proposes(&mut self, now: Now, who: &str, units: &str) -> Decided {
        let mut all = vec![];
        for unit in self.units_in(units) {
            let command = ProposeUnit { unit, by: self.person(who), question: self.question(unit) };
            all.extend(circle::propose(&self.process(), &self.organisation, now, command)?);
        }
        Ok(all)
    }

    fn answers(
        &mut self,
        now: Now,
        who: &str,
        units: &str,
        answer: impl Fn(&domain::Process, Now, AnswerUnit) -> Decided,
    ) -> Decided {
        let mut all = vec![];
        for unit in self.units_in(units) {
            all.extend(answer(&self.process(), now, AnswerUnit { unit, by: self.person(who) })?);
        }
        Ok(all)
    }

    fn pre_meeting(&self, now: Now, who: &str) -> Decided {
        let command = RecordPreMeeting {
            held: PreMeetingHeld::Yes { on: now.today() },
            waiver_allowed: false,
            note: self.form(),
            participation: Participation::PartOfMeeting,
            formulated_with: vec![self.person(who)],
        };
        opening::record_pre_meeting(&self.process(), now, command)
    }

    fn freezes(&mut self, now: Now, who: &str, units: &str, child_alone: bool) -> Decided {
        self.checks_custody(now)?;
        self.freezes_unchecked(now, who, units, child_alone)
    }

    fn checks_custody(&mut self, now: Now) -> Result<(), Refusal> {
        // Custody is looked up anew for each summons (CON-13).
        let process = self.process();
        let custody = Custody { checked_on: now.today(), ..process.custody.clone() };
        let checked = signature::record_ground(&process, now, RecordGround::Custody(custody))?;
        self.events.extend(checked);
        Ok(())
    }

    pub fn freezes_unchecked(&self, now: Now, who: &str, units: &str, child_alone: bool) -> Decided {
        let process = self.process();
        let kinds = vec![InformationKind::Health, InformationKind::School, InformationKind::SocialSituation];
        let line =
            |unit: UnitId| ScopeLine { unit, kinds: kinds.clone(), question: Some(self.question(unit)) };
        let command = FreezeSummons {
            text: self.form(),
            scope: self.units_in(units).into_iter().map(line).collect(),
            own_kinds: kinds.clone(),
            valid_until: self.ends,
            formulated_with: vec![self.person(who)],
            informed: true,
            child_summary_ready: true,
            child_alone,
            earlier_plan: false,
            purpose: hash(),
            whereabouts_checked: true,
        };
        summons::freeze(&process, &self.calendar, now, command)
    }

    fn signs(&self, now: Now, who: &str, number: &str) -> Decided {
        let person = self.person(who);
        let (method, shown) = (SignatureMethod::Screen, hash());
        let command = SignSummons { summons: summons(number), person, method, shown, by: person };
        signature::sign(&self.process(), now, command)
    }

    /// The day of the line is the day the unit stamped; the unit names somebody at the same time.
    fn receives(&mut self, now: Now, who: &str) -> Decided {
        let unit = self.unit(who);
        let command = RegisterReceipt { unit, on: now.today(), how: ReceiptHow::StampedPaper };
        let mut events = delivery::register_receipt(&self.process(), now, command)?;
        let command = NameParticipant { unit, person: self.person(who) };
        events.extend(delivery::name_participant(&self.process(), now, command)?);
        Ok(events)
    }

    pub fn booking(&self, chair: PersonId, day: Date, units: Vec<UnitId>) -> BookMeeting {
        BookMeeting {
            start: day.to_datetime(time(13, 0, 0, 0)),
            end: time(14, 30, 0, 0),
            place: self.text(),
            chair,
            units,
            fits_family: true,
            outside_window: None,
        }
    }

    fn books(
        &self,
        now: Now,
        who: &str,
        day: &str,
        units: &str,
        outside_window: Option<domain::TextId>,
    ) -> Decided {
        let booking = self.booking(self.person(who), date(day), self.units_in(units));
        booking::book(&self.process(), &self.calendar, now, BookMeeting { outside_window, ..booking })
    }

    fn rebooks(&self, now: Now, day: &str, absent: &[UnitId]) -> Decided {
        let process = self.process();
        let (meeting, _) = process.meetings.ahead().next().expect("a meeting is booked");
        let command = RebookMeeting {
            meeting,
            start: date(day).to_datetime(time(13, 0, 0, 0)),
            end: time(14, 30, 0, 0),
            place: self.text(),
            cause: RebookCause::PrincipalAbsent,
            absent_without_notice: absent.to_vec(),
            fits_family: true,
            outside_window: None,
        };
        booking::rebook(&process, &self.calendar, now, command)
    }

    fn starts_early(&self, now: Now, who: &str) -> Decided {
        let process = self.process();
        let unit = self.unit(who);
        let (number, _) = process.plan.lines().find(|(_, line)| line.unit == unit).expect("a line");
        let command = commitment::MoveCommitment {
            commitment: number,
            to: CommitmentState::Started,
            reason: None,
            instead: None,
            by: self.person(who),
        };
        commitment::move_to(&process, now, command)
    }
}

pub fn date(day: &str) -> Date {
    day.parse().expect("a date")
}

pub fn summons(number: &str) -> SummonsNo {
    SummonsNo(number.parse().expect("a number"))
}
