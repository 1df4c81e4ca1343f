//! What is done in a scenario when a case goes beyond Lots.

use crate::{
    acts::Decided,
    world::{World, hash},
};
use domain::{
    AgreementNo, BodyId, BodyMeetingId, CaseNo, CaseQuestionNo, Now, PartyId, PersonId, SambaConsentNo,
    choice::SignatureMethod,
    samba::{
        Mandate,
        agenda::{self, Reflect, Schedule, Treat},
        agreement::{self, DraftAgreement, EarlyEnd, EndAgreement, SignAgreement, Terms},
        bodies::Bodies,
        case::CaseState,
        choice::*,
        consent::{self, FreezeSambaConsent, RevokeSambaConsent, SignSambaConsent},
        contact::{self, Assess, Describe},
        cost::{CostLine, Ore, Percent, Split},
        outcome::Outcome,
        returning::{self, FollowUpCase, NotifyFamily, Return},
        state::Lies,
        treatment::{QuestionReply, Reply},
    },
};
use jiff::civil::Date;
use std::sync::LazyLock;
use uuid::Uuid;

pub static BODIES: LazyLock<Bodies> = LazyLock::new(Bodies::default);

/// Every meeting of a body is told by its day.
pub fn meeting(day: &str) -> BodyMeetingId {
    let digits: u128 = day.replace('-', "").parse().expect("a day");
    BodyMeetingId(Uuid::from_u128(digits))
}

pub fn body(code: &str) -> BodyId {
    BODIES.bodies().iter().find(|body| body.code == code).expect("a body").id
}

pub fn party(code: &str) -> PartyId {
    BODIES.parties().iter().find(|party| party.code == code).expect("a party").id
}

fn parties(list: &str) -> Vec<PartyId> {
    match list {
        "all" => BODIES.parties().iter().map(|party| party.id).collect(),
        list => list.split(',').map(party).collect(),
    }
}

fn code(party: PartyId) -> String {
    BODIES.party(party).expect("a party").code.clone()
}

fn codes(all: impl IntoIterator<Item = PartyId>) -> String {
    all.into_iter().map(code).collect::<Vec<_>>().join(",")
}

fn outcome(word: &str) -> Outcome {
    serde_json::from_value(serde_json::Value::String(word.to_owned())).expect("an outcome")
}

fn day(text: &str) -> Date {
    text.parse().expect("a day")
}

/// `60.00` is 6000 hundredths.
fn percent(text: &str) -> Percent {
    Percent(text.replace('.', "").parse().expect("a share"))
}

impl World {
    fn case(&self) -> CaseNo {
        self.process().samba.last_case().map_or(CaseNo(1), |(number, _)| number)
    }

    pub fn decide_samba(&mut self, now: Now, who: &str, words: &[&str]) -> Option<Decided> {
        let (by, process) = (self.person(who), self.process());
        let case = process.samba.last_case().map_or(CaseNo(1), |(number, _)| number);
        Some(match words {
            ["contacts-samba"] => contact::contact(&process, &self.organisation, now, by),
            ["sorts", to] => contact::sort(&process, now, case, Sorting::from_word(to)?, by),
            ["chooses-the-routine"] => contact::choose_routine(&process, now, case, true, self.text(), by),
            ["assesses", tried, shortfalls, count] => {
                let shortfalls = shortfalls.split(',').filter_map(Shortfall::from_word).collect();
                let questions = (0..count.parse().ok()?).map(|_: u32| self.text()).collect();
                let (tried, why) = (PlanTried::from_word(tried)?, self.text());
                contact::assess(&process, now, Assess { case, tried, shortfalls, why, questions, by })
            }
            ["orders-the-description", unit] => {
                contact::order_description(&process, now, case, self.person(unit), by)
            }
            ["describes"] => {
                contact::describe(&process, now, Describe { case, text: self.form(), plan: None, by })
            }
            ["asks-for-consent", bodies, named] => {
                let bodies = bodies.split(',').map(body).collect();
                let (parties, valid_until, text) = (parties(named), self.ends, self.form());
                let command = FreezeSambaConsent { case, bodies, parties, valid_until, text, by };
                consent::freeze(&process, &BODIES, &self.calendar, now, command)
            }
            ["signs-for-samba", number] => {
                let consent = SambaConsentNo(number.parse().ok()?);
                let (method, shown) = (SignatureMethod::Screen, hash());
                consent::sign(&process, now, SignSambaConsent { consent, person: by, method, shown, by })
            }
            ["says-no-to-samba", number] => {
                consent::refuse(&process, now, SambaConsentNo(number.parse().ok()?), by, by)
            }
            ["takes-back-samba"] => self.takes_back(now, by, None, None),
            ["takes-back-samba", "body", code] => self.takes_back(now, by, Some(body(code)), None),
            ["takes-back-samba", "party", code] => self.takes_back(now, by, None, Some(party(code))),
            ["gives-the-agreement", whom] => {
                agreement::give(&process, now, AgreementNo(1), self.person(whom), by)
            }
            ["ends-the-agreement", why] => {
                let (agreement, why, reason) = (AgreementNo(1), EarlyEndKind::from_word(why)?, self.text());
                agreement::end(&process, now, EndAgreement { agreement, why, reason, by })
            }
            _ => return self.decide_in_body(now, who, words),
        })
    }

    fn takes_back(&self, now: Now, by: PersonId, body: Option<BodyId>, party: Option<PartyId>) -> Decided {
        let (case, signatory, told_to) = (self.case(), by, by);
        let command = RevokeSambaConsent { case, signatory, body, party, told_to };
        consent::revoke(&self.process(), now, command)
    }

    fn decide_in_body(&mut self, now: Now, who: &str, words: &[&str]) -> Option<Decided> {
        let (by, process) = (self.person(who), self.process());
        let case = process.samba.last_case().map_or(CaseNo(1), |(number, _)| number);
        Some(match words {
            ["schedules", code, on] => {
                let (body, meeting, on) = (body(code), meeting(on), day(on));
                agenda::schedule(&process, &BODIES, now, Schedule { case, body, meeting, on, by })
            }
            ["treats", on, word, options @ ..] => self.treats(now, by, on, word, options),
            ["reflects", on, word, "answering"] => {
                let replies = self.replies(|text| Reply::Answered { text });
                let (meeting, outcome, note) = (meeting(on), outcome(word), self.text());
                agenda::reflect(&process, &BODIES, now, Reflect { case, meeting, outcome, note, replies, by })
            }
            ["finishes-minutes", on] => agenda::finish_minutes(&process, now, case, meeting(on), by),
            ["drafts", named, options @ ..] => {
                let terms = self.terms(&parties(named), options);
                agreement::draft(&process, &BODIES, now, DraftAgreement { case, terms, by })
            }
            ["signs-the-agreement", number, code, mandate] => {
                let (agreement, mandate) = (AgreementNo(number.parse().ok()?), Mandate::from_word(mandate)?);
                let (body, party) = (body(who), party(code));
                let command = SignAgreement { agreement, body, party, person: by, mandate };
                agreement::sign(&process, now, command)
            }
            ["returns", to, on] => {
                let (to, on) = (ReturnTo::from_word(to)?, day(on));
                let (_, _, follow_up, follow_up_on) = self.agreement?;
                let command = Return { case, to, on, follow_up, follow_up_on, by };
                returning::give_back(&process, now, command)
            }
            ["follows-up", form, options @ ..] => {
                let within_own_powers = options.contains(&"within-own-powers");
                let (form, result) = (FollowUpForm::from_word(form)?, self.text());
                let reason = within_own_powers.then(|| self.text());
                let command = FollowUpCase { case, form, result, reason, within_own_powers, by };
                returning::follow_up(&process, now, command)
            }
            ["tells", whom, options @ ..] => {
                let child_text = options.contains(&"in-own-words").then(|| self.text());
                let person = self.person(whom);
                returning::notify(&process, now, NotifyFamily { case, person, child_text, by })
            }
            ["closes-the-case", end] => returning::close(&process, now, case, CaseEnd::from_word(end)?, by),
            _ => return None,
        })
    }

    fn treats(&self, now: Now, by: PersonId, on: &str, word: &str, options: &[&str]) -> Decided {
        let replies = match options {
            ["answering"] => self.replies(|text| Reply::Answered { text }),
            ["lifting"] => self.replies(|_| Reply::LiftedOn),
            _ => vec![],
        };
        let owed_by = match options {
            ["owed-by", unit] => Some(self.person(unit)),
            _ => None,
        };
        let command = Treat {
            case: self.case(),
            meeting: meeting(on),
            attending: parties("all"),
            outcome: outcome(word),
            note: self.text(),
            replies,
            owed_by,
            owed_on: None,
            by,
        };
        agenda::treat(&self.process(), &BODIES, &self.calendar, now, command)
    }

    fn replies(&self, reply: impl Fn(domain::TextId) -> Reply) -> Vec<QuestionReply> {
        let process = self.process();
        let Some((_, case)) = process.samba.last_case() else { return vec![] };
        let open: Vec<CaseQuestionNo> = case.open_questions().map(|(number, _)| number).collect();
        open.into_iter().map(|question| QuestionReply { question, reply: reply(self.text()) }).collect()
    }

    /// 84 000.00 kr a month, between the first two parties, when there are costs.
    fn terms(&self, parties: &[PartyId], options: &[&str]) -> Terms {
        let (valid_from, valid_until, follow_up, follow_up_on) = self.agreement.expect("an agreement's days");
        let shares = options.iter().position(|option| *option == "with-costs").map(|at| options[at + 1]);
        let costs = shares.map(|shares| CostLine {
            item: self.text(),
            period: Period::Monthly,
            amount: Ore(8_400_000),
            split: Split::Percent {
                shares: parties.iter().copied().zip(shares.split('/').map(percent)).collect(),
            },
            payer: parties[0],
            invoicing: self.text(),
            ceiling: None,
        });
        let early_end =
            EarlyEnd { kind: EarlyEndKind::DecisionMade, text: Some(self.text()), notice_days: None };
        let withdrawn = EarlyEnd { kind: EarlyEndKind::ConsentWithdrawn, text: None, notice_days: None };
        let early_ends =
            if options.contains(&"without-an-early-end") { vec![] } else { vec![early_end, withdrawn] };
        let without = options.contains(&"without-a-follow-up");
        Terms {
            goals: self.text(),
            missions: self.text(),
            work_leadership: self.text(),
            support: self.text(),
            family_view: None,
            parties: parties.to_vec(),
            valid_from,
            valid_until,
            early_ends,
            follow_up,
            // A day outside the time of the agreement is none.
            follow_up_on: if without { Date::MAX } else { follow_up_on },
            costs: costs.into_iter().collect(),
        }
    }

    /// The value of a question about Samba.
    pub fn look_at_samba(&self, on: Date, words: &[&str]) -> Option<String> {
        let process = self.process();
        let last = process.samba.last_case();
        Some(match words {
            ["case?"] => match last.and_then(|(number, _)| process.samba_state(number, on)) {
                None => "none".to_owned(),
                Some(state) => state_word(state),
            },
            ["arm?"] => match process.samba_lies(on) {
                None => "free".to_owned(),
                Some(Lies::WithCoordinator) => "coordinator".to_owned(),
                Some(Lies::In(body)) => BODIES.body(body)?.code.clone(),
                Some(Lies::Back) => "back".to_owned(),
            },
            ["owed?"] => last?.1.last_item()?.owed()?.1.to_string(),
            ["left?", at] => {
                let treated = last?.1.item(meeting(at))?.treated.as_ref();
                treated.map_or_else(|| "none".to_owned(), |treated| codes(treated.left.iter().copied()))
            }
            ["admitted?", code] => {
                let admitted = process.parties_admitted(last?.0, body(code), on);
                if admitted.is_empty() { "nobody".to_owned() } else { codes(admitted) }
            }
            ["parts?", number] => {
                sums(process.samba.agreement(AgreementNo(number.parse().ok()?))?, CostLine::parts)
            }
            ["in-a-year?", number] => {
                sums(process.samba.agreement(AgreementNo(number.parse().ok()?))?, CostLine::yearly)
            }
            ["slots?", code, from, to] => {
                let body = BODIES.body(body(code))?;
                let slots = body.slots(day(from), day(to), &self.calendar);
                let short = |date: &Date| date.strftime("%m-%d").to_string();
                let told = slots.iter().map(|slot| {
                    let instead: Vec<_> = slot.proposals.iter().map(short).collect();
                    if instead.is_empty() {
                        short(&slot.on)
                    } else {
                        format!("{}={}", short(&slot.on), instead.join("/"))
                    }
                });
                told.collect::<Vec<_>>().join(" ")
            }
            _ => return None,
        })
    }
}

fn sums(agreement: &agreement::Agreement, parts: fn(&CostLine) -> Vec<(PartyId, Ore)>) -> String {
    let all = agreement.terms.costs.iter().flat_map(parts);
    let kronor = all.map(|(_, ore)| format!("{}.{:02}", ore.0 / 100, ore.0 % 100));
    kronor.collect::<Vec<_>>().join(" ")
}

fn state_word(state: CaseState) -> String {
    let code = |body: BodyId| BODIES.body(body).expect("a body").code.clone();
    match state {
        CaseState::Contact => "contact".to_owned(),
        CaseState::AdviceOnly => "advice_only".to_owned(),
        CaseState::Assessment => "assessment".to_owned(),
        CaseState::ReturnedToLotsUnstarted => "returned_to_lots_unstarted".to_owned(),
        CaseState::DescriptionPending => "description_pending".to_owned(),
        CaseState::Ready => "ready".to_owned(),
        CaseState::Scheduled(body) => format!("scheduled {}", code(body)),
        CaseState::Held(body) => format!("held {}", code(body)),
        CaseState::Reflecting(body) => format!("reflecting {}", code(body)),
        CaseState::AgreementDraft => "agreement_draft".to_owned(),
        CaseState::AgreementActive => "agreement_active".to_owned(),
        CaseState::AgreementEnded => "agreement_ended".to_owned(),
        CaseState::Executing => "executing".to_owned(),
        CaseState::FollowUp => "follow_up".to_owned(),
        CaseState::Closed => "closed".to_owned(),
        CaseState::Withdrawn => "withdrawn".to_owned(),
    }
}
