//! What has been asked of the bodies of the demo world without telling about whom?
//!
//! One question in every state, whenever the demo starts.

use std::{collections::BTreeSet, sync::Arc};

use domain::{
    BodyMeetingId, CaseQuestionNo, DeidentifiedId, Now,
    deidentify::Rarity,
    form::{FormLibrary, FormRole, Offered, Value, Values},
    organisation::Organisation,
    samba::{
        bodies::{Bodies, Body},
        deidentified::{Check, DeidentifiedAct, Looking, Reply, Writing},
        meeting::Status,
        outcome::Outcome,
    },
};
use jiff::{
    ToSpan as _,
    civil::{Date, time},
};
use policy::{Actor, Seat};
use serde::Deserialize;
use store::{DeidentifiedRules, Store};

use super::{
    fill::FillFault,
    people::{DemoPeople, RoleWord, fixed_id, person_id},
    play::PlayFault,
};
use crate::{
    clock::Clock,
    web::{case::unit_of_type, texts::Texts},
};

/// Written so long before it is taken up, or before the demo's day.
const BEFORE_DAYS: i64 = 6;
/// How it has gone is told so long after.
const FOLLOW_UP_DAYS: i64 = 42;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Story {
    returned: String,
    answer: String,
    followed_up: String,
    tales: Vec<Tale>,
}

/// How far one has come.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Until {
    Written,
    Returned,
    Approved,
    Scheduled,
    Recognised,
    Answered,
    Lifted,
    FollowedUp,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Tale {
    key: String,
    writer: String,
    until: Until,
    age: String,
    unit_types: Vec<String>,
    shortfalls: Vec<String>,
    situation: String,
    tried: String,
    child_view: String,
    family_view: String,
    questions: Vec<String>,
}

/// Asks everything. The bodies have met already.
pub async fn ask(
    store: &Store,
    people: &DemoPeople,
    organisation: &Organisation,
    clock: &Clock,
) -> Result<(), FillFault> {
    let story: Story = toml::from_str(include_str!("../../../../data/demo-deidentified.toml"))?;
    let is_coordinator = |role| role == RoleWord::SambaCoordinator;
    let coordinator = people.staff.iter().find(|one| one.seats.iter().any(|seat| is_coordinator(seat.role)));
    let Some(coordinator) = coordinator else { return Ok(()) };
    let coordinator = Actor { person: person_id(&coordinator.key), seat: Seat::SambaCoordinator };
    let rules = DeidentifiedRules {
        bodies: Arc::new(Bodies::default()),
        organisation: Arc::new(organisation.clone()),
    };
    let forms = FormLibrary::default();
    for tale in &story.tales {
        let asking =
            Asking { store, people, clock, rules: &rules, forms: &forms, coordinator, story: &story };
        asking.tell(tale).await?;
    }
    Ok(())
}

struct Asking<'a> {
    store: &'a Store,
    people: &'a DemoPeople,
    clock: &'a Clock,
    rules: &'a DeidentifiedRules,
    forms: &'a FormLibrary,
    coordinator: Actor,
    story: &'a Story,
}

impl Asking<'_> {
    async fn tell(&self, tale: &Tale) -> Result<(), FillFault> {
        let (id, writer) = (DeidentifiedId(fixed_id("deidentified", &tale.key)), self.writer(&tale.writer)?);
        let Some(body) = self.rules.bodies.first() else { return Ok(()) };
        let (meeting, on) = self.meeting(body, tale.until).await?;
        let today = self.clock.now().today();
        let written = on.min(today).saturating_sub(BEFORE_DAYS.days());
        let act = DeidentifiedAct::Write(self.writing(tale, writer)?);
        let (looking, rules) = (Looking::default(), self.rules.clone());
        let first = self.store.write_deidentified(writer, id, act, &looking, rules, self.on(written));
        first.await?.map_err(|refusal| PlayFault::Bodies(format!("{}: {refusal:?}", tale.key)))?;
        match tale.until {
            Until::Written => return Ok(()),
            Until::Returned => {
                let reason = self.story.returned.clone();
                return self.act(self.coordinator, id, DeidentifiedAct::Return { reason }, written).await;
            }
            Until::Approved
            | Until::Scheduled
            | Until::Recognised
            | Until::Answered
            | Until::Lifted
            | Until::FollowedUp => {}
        }
        let checked: BTreeSet<Check> = Check::ALL.iter().copied().collect();
        let approval = DeidentifiedAct::Approve { checked, alike: Rarity::FewerThanFive };
        self.act(self.coordinator, id, approval, written).await?;
        if tale.until >= Until::Scheduled {
            let act = DeidentifiedAct::Schedule { body: body.id, meeting, on };
            self.act(self.coordinator, id, act, written).await?;
        }
        if tale.until == Until::Recognised {
            self.act(self.coordinator, id, DeidentifiedAct::Recognise { meeting }, today).await?;
        }
        if tale.until >= Until::Answered {
            self.act(self.coordinator, id, self.treatment(tale, (meeting, on)), on).await?;
        }
        if tale.until == Until::FollowedUp {
            let text = self.story.followed_up.clone();
            self.act(writer, id, DeidentifiedAct::FollowUp { text }, today).await?;
        }
        Ok(())
    }

    fn treatment(&self, tale: &Tale, (meeting, on): (BodyMeetingId, Date)) -> DeidentifiedAct {
        let lifts = tale.until == Until::Lifted;
        let (outcome, reply) = if lifts {
            (Outcome::LiftedOn, Reply::LiftedOn)
        } else {
            (Outcome::Advice, Reply::Answered(self.story.answer.clone()))
        };
        let replies = (1..).map(CaseQuestionNo).zip(tale.questions.iter().map(|_| reply.clone()));
        let follow_up_on = (!lifts).then(|| on.saturating_add(FOLLOW_UP_DAYS.days()));
        DeidentifiedAct::Treat { meeting, outcome, replies: replies.collect(), follow_up_on }
    }

    /// The next meeting that is convened, or the last that has been.
    async fn meeting(&self, body: &Body, until: Until) -> Result<(BodyMeetingId, Date), FillFault> {
        let now = self.clock.now();
        let from = now.today().saturating_sub(6.months());
        let calendar = self.store.body_calendar(self.coordinator, body, from, now).await?;
        let meetings =
            calendar.meetings.iter().map(|(id, meeting)| (*id, meeting.at.date(), &meeting.status));
        let (ahead, behind): (Vec<_>, Vec<_>) = meetings.partition(|(_, on, _)| *on > now.today());
        let found = if until >= Until::Answered {
            behind.iter().rfind(|(_, _, status)| **status == Status::Final)
        } else {
            ahead.iter().find(|(_, _, status)| **status == Status::Convened)
        };
        let (id, on, _) = found.ok_or_else(|| PlayFault::Bodies("the body does not meet".to_owned()))?;
        Ok((*id, *on))
    }

    fn writer(&self, key: &str) -> Result<Actor, FillFault> {
        let found = self.people.staff.iter().find(|member| member.key == key);
        let unit = found.and_then(|member| {
            member.seats.iter().find(|seat| seat.role == RoleWord::Staff).and_then(|seat| seat.unit)
        });
        let unit = unit.ok_or_else(|| PlayFault::Nobody(key.to_owned()))?;
        Ok(Actor { person: person_id(key), seat: Seat::Staff { unit, inbox: true } })
    }

    fn writing(&self, tale: &Tale, writer: Actor) -> Result<Writing, FillFault> {
        let Seat::Staff { unit, .. } = writer.seat else {
            return Err(PlayFault::Nobody(tale.writer.clone()).into());
        };
        let form = self.forms.form(FormRole::DeidentifiedDescription);
        let t = Texts::swedish();
        let chosen = |all: &[String]| Value::Choices(all.to_vec());
        let one = |word: &str| Value::Choices(vec![word.to_owned()]);
        let unit_type =
            self.rules.organisation.unit(unit).map(|unit| unit_of_type(t, unit)).unwrap_or_default();
        let values = Values::default()
            .with("case.route", t.get("deidentified-route"))
            .with("case.unit_type", unit_type)
            .with("case.consent", one("refused"))
            .with("age_band", one(&tale.age))
            .with("unit_types", chosen(&tale.unit_types))
            .with("lots.meetings", one("two"))
            .with("lots.since", one("a_year"))
            .with("lots.chosen", one("yes"))
            .with("lots.plan", one("attempted"))
            .with("lots.shortfalls", chosen(&tale.shortfalls))
            .with("situation", tale.situation.clone())
            .with("tried", tale.tried.clone())
            .with("questions", Value::List(tale.questions.clone()))
            .with("child_view", tale.child_view.clone())
            .with("family_view", tale.family_view.clone());
        let filled = form.check(&values, &Offered::default());
        let filled = filled.map_err(|faults| PlayFault::Bodies(format!("{}: {faults:?}", tale.key)))?;
        let writing = Writing::of(form, &filled, unit, 0);
        Ok(writing.ok_or_else(|| PlayFault::Bodies(tale.key.clone()))?)
    }

    async fn act(
        &self,
        actor: Actor,
        id: DeidentifiedId,
        act: DeidentifiedAct,
        day: Date,
    ) -> Result<(), FillFault> {
        let (looking, rules) = (Looking::default(), self.rules.clone());
        let done = self.store.change_deidentified(actor, id, act, &looking, rules, self.on(day));
        done.await?.map_err(|refusal| PlayFault::Bodies(format!("{refusal:?}")))?;
        Ok(())
    }

    fn on(&self, day: Date) -> Now {
        self.clock.at(day.to_datetime(time(15, 30, 0, 0)))
    }
}
