//! What is done in a scenario in the room and after it: the meeting, the plan, the copies, the closing.

use crate::{
    acts::{Decided, date},
    world::World,
};
use domain::{
    Event, MeetingNo, Now, PlanVersion, TextId, UnitId,
    choice::*,
    lots::{
        closing::{self, GiveWayBack},
        commitment::{self, FollowUpCommitment, OfferCommitment, RecordNeed, ReportAssessment},
        release::{self, AnswerPlan, Copy, ReleasePlan},
        room::{self, AcceptLots, PlanChildInformation, ProposeLots, RecordAttendance, TickAgenda},
        sitting::{self, HoldMeeting, Next},
    },
    party::*,
};

/// The agenda item at which the family speaks, and how many there are.
const FAMILY_SPEAKS_AT: u8 = 2;
const ITEMS: u8 = 8;

impl World {
    pub fn decide_meeting(&mut self, now: Now, who: &str, words: &[&str]) -> Decided {
        match words {
            ["attendance", "absent", unit] => self.attendance(now, Some(unit)),
            ["attendance"] => self.attendance(now, None),
            ["family-speaks"] => self.ticks(now, FAMILY_SPEAKS_AT),
            ["next-item"] => self.ticks(now, FAMILY_SPEAKS_AT + 1),
            ["is-chosen-as-lots"] => self.chooses_lots(now, who),
            ["leads-the-plan"] => {
                commitment::name_lead(&self.process(), &self.organisation, now, self.unit(who))
            }
            ["says-a-need"] => {
                let text = self.text();
                let need = RecordNeed { text, view: View::Family, kind: InformationKind::School };
                commitment::record_need(&self.process(), now, need)
            }
            ["offers", kind] => self.offers(now, who, CommitmentKind::from_word(kind).expect("a kind")),
            ["offers-without-confirming", kind] => {
                self.offers_only(now, who, CommitmentKind::from_word(kind).expect("a kind"))
            }
            ["reports"] => self.reports(now, who),
            ["child-will-be-told"] => {
                let meeting = self.meeting_ahead();
                let command = PlanChildInformation { meeting, person: self.text(), on: now.today() };
                room::plan_child_information(&self.process(), now, command)
            }
            ["holds", "next", day, units] => {
                let booking = self.booking(self.person(who), date(day), self.units_in(units));
                self.holds(now, Next::Meeting(booking))
            }
            ["holds-without-a-plan", "next", day, units] => {
                let booking = self.booking(self.person(who), date(day), self.units_in(units));
                self.holds_with(now, Next::Meeting(booking), Some(self.text()))
            }
            ["offers-for", unit] => self.offers_at(now, self.unit(unit), who, CommitmentKind::Intervention),
            ["holds", "closing"] => self.holds(now, Next::Closing(ClosingReason::GoalsReached)),
            ["accepts-the-plan"] => {
                let command =
                    AnswerPlan { version: self.last_version(), by: self.person(who), dissent: None };
                release::answer_plan(&self.process(), now, command)
            }
            ["releases"] => self.releases(now),
            ["agrees-to-close"] => closing::agree(&self.process(), now, self.person(who)),
            ["writes-the-way-back"] => {
                closing::write_way_back(&self.process(), now, self.text(), self.text())
            }
            ["gives-the-way-back", "to-all-but-the-child"] => self.gives_way_back(now, false),
            ["gives-the-way-back", "to-the-child"] => self.gives_way_back(now, true),
            ["invites-feedback"] => closing::invite_feedback(&self.process(), now),
            ["files-its-copies"] => self.files(now, who),
            ["closes"] => closing::close(&self.process(), now),
            _ => panic!("no such act: {words:?}"),
        }
    }

    fn meeting_ahead(&self) -> MeetingNo {
        self.process().meetings.ahead().next().map(|(number, _)| number).expect("a meeting is booked")
    }

    fn last_version(&self) -> PlanVersion {
        self.process().plan.versions().next_back().map(|(version, _)| version).expect("a plan")
    }

    fn ticks(&self, now: Now, item: u8) -> Decided {
        let meeting = self.meeting_ahead();
        let command = TickAgenda { meeting, item, family_speaks_at: FAMILY_SPEAKS_AT, items: ITEMS };
        room::tick_agenda(&self.process(), now, command)
    }

    /// Everyone who is called is in the room, but one unit that did not come, without a word.
    fn attendance(&self, now: Now, absent: Option<&str>) -> Decided {
        let process = self.process();
        let meeting = self.meeting_ahead();
        let absent = absent.map(|name| self.unit(name));
        let called = process.meetings.get(meeting).map(|booked| booked.units.clone()).unwrap_or_default();
        let row = |attendee, presence| AttendanceRow { attendee, presence, knows_purpose: true };
        let family = process.family(now.today()).into_iter();
        let family = family.map(|person| row(Attendee::Family { person }, Presence::Whole));
        let units = called.into_iter().map(|unit| {
            let here = absent != Some(unit);
            let presence = if here { Presence::Whole } else { Presence::AbsentWithoutNotice };
            row(Attendee::Unit { unit, name: self.text() }, presence)
        });
        let rows = family.chain(units).collect();
        let command = RecordAttendance { meeting, rows, secretary: self.text(), complete: true };
        room::record_attendance(&process, now, command)
    }

    fn chooses_lots(&mut self, now: Now, who: &str) -> Decided {
        let (person, unit) = (self.person(who), self.unit(who));
        let mut process = self.process();
        let mut all = room::propose_lots(&process, now, ProposeLots { person, unit })?;
        all.iter().for_each(|event| process.evolve(event));
        for by in [person, self.person("mother")] {
            let accepted = room::accept_lots(&process, now, AcceptLots { person, by })?;
            accepted.iter().for_each(|event| process.evolve(event));
            all.extend(accepted);
        }
        Ok(all)
    }

    /// Offered by the unit and confirmed by it.
    fn offers(&self, now: Now, who: &str, kind: CommitmentKind) -> Decided {
        let mut process = self.process();
        let mut all = self.offers_only(now, who, kind)?;
        all.iter().for_each(|event| process.evolve(event));
        let number = process.plan.lines().last().map(|(number, _)| number).expect("the line");
        all.extend(commitment::confirm(&process, now, number, self.person(who))?);
        Ok(all)
    }

    fn offers_only(&self, now: Now, who: &str, kind: CommitmentKind) -> Decided {
        let unit = if who == "initiator" { self.own() } else { self.unit(who) };
        self.offers_at(now, unit, who, kind)
    }

    fn offers_at(&self, now: Now, unit: UnitId, who: &str, kind: CommitmentKind) -> Decided {
        let by = self.person(who);
        let command = OfferCommitment {
            unit,
            by,
            kind,
            text: self.text(),
            goal: None,
            responsible: self.text(),
            legal_form: LegalForm::None,
            start: now.today(),
            frequency: self.text(),
            expected_end: now.today().saturating_add(jiff::ToSpan::days(100i64)),
            visible_to: vec![],
            decisive: false,
            by_board: None,
        };
        commitment::offer(&self.process(), now, command)
    }

    /// What the assessment showed, and what became of each of the unit's lines.
    fn reports(&self, now: Now, who: &str) -> Decided {
        let process = self.process();
        let (unit, by, meeting) = (self.unit(who), self.person(who), self.meeting_ahead());
        let outcome = AssessmentOutcome::Done;
        let command = ReportAssessment { unit, meeting, outcome, text: self.text(), instead: None, by };
        let mut all = commitment::report_assessment(&process, now, command)?;
        for commitment in process.plan.lines_of(unit) {
            let verdict = Verdict::Continue;
            let command = FollowUpCommitment { commitment, meeting, result: self.text(), verdict, by };
            all.extend(commitment::follow_up(&process, now, command)?);
        }
        Ok(all)
    }

    fn holds(&self, now: Now, next: Next) -> Decided {
        self.holds_with(now, next, None)
    }

    /// With something that stood in the way of a plan, or nothing.
    fn holds_with(&self, now: Now, next: Next, obstacle: Option<TextId>) -> Decided {
        let process = self.process();
        let meeting = self.meeting_ahead();
        let first = process.meetings.held_count() == 0;
        let command = HoldMeeting {
            meeting,
            attendance: self.form(),
            follow_up: (!first).then(|| self.form()),
            plan: self.form(),
            others_answered: true,
            obstacle,
            family_speaks_at: FAMILY_SPEAKS_AT,
            next,
            whereabouts_checked: true,
        };
        sitting::hold(&process, &self.organisation, &self.calendar, now, command)
    }

    fn releases(&self, now: Now) -> Decided {
        let process = self.process();
        let receivers = process.receivers(now.today());
        let copies = receivers.into_iter().map(|receiver| Copy { receiver, text: self.form() }).collect();
        release::release(
            &process,
            now,
            ReleasePlan { version: self.last_version(), copies, whereabouts_checked: true },
        )
    }

    fn gives_way_back(&self, now: Now, to_child: bool) -> Decided {
        let process = self.process();
        let child = Receiver::Family { person: process.child() };
        let receivers = process.receivers(now.today()).into_iter();
        let by = self.person("initiator");
        let mut all: Vec<Event> = vec![];
        for receiver in receivers.filter(|receiver| (*receiver == child) == to_child) {
            all.extend(closing::give_way_back(&process, now, GiveWayBack { receiver, by })?);
        }
        Ok(all)
    }

    fn files(&self, now: Now, who: &str) -> Decided {
        let process = self.process();
        let unit = self.unit(who);
        let mut all = vec![];
        let copies =
            process.plan.copy_numbers().filter(|(_, copy)| copy.receiver == (Receiver::Unit { unit }));
        for (number, _) in copies {
            all.extend(release::file_copy(&process, number, unit, self.person(who))?);
        }
        let _ = now;
        Ok(all)
    }
}
