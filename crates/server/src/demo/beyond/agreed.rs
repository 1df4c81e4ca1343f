//! What do the parties of the demo world agree on, and how does it come back to Lots?

use domain::{
    AgreementNo, BodyId,
    samba::{
        agreement::{self, DraftAgreement, EarlyEnd, EndAgreement, SignAgreement, Terms},
        choice::{EarlyEndKind, FollowUpForm, Period, ReturnTo},
        cost::{CostLine, Ore, Percent, Split},
        outcome::Outcome,
        returning::{self, FollowUpCase, Return},
    },
};
use jiff::ToSpan as _;
use policy::{Action, Seat};

use super::{
    super::{bodies::beyond_the_fixed_days, play::PlayFault},
    Reached, body, contact,
    way::{AVF, CASE, COUNCIL, OF, SAMBA, Way},
};

const AGREEMENT: AgreementNo = AgreementNo(1);
/// Those that hold are told of while this is less than a month: so the coordinator sees that they end.
const LEFT_DAYS: i64 = 25;

/// Drafted in the council, or in Samba after it was lifted there; signed, and ended before its time.
pub async fn come_to_terms(way: &mut Way<'_>) -> Result<(), PlayFault> {
    let shares = way.reached == Reached::Shared;
    if shares {
        let on = beyond_the_fixed_days(way.demo_day(), &way.play.stage.calendar);
        body::schedule(way, SAMBA, on).await?;
        way.play.on(on);
        body::treat(way, SAMBA, on, Outcome::CostDistribution).await?;
        body::finish(way, SAMBA, on).await?;
    }
    let body = if shares { SAMBA } else { COUNCIL };
    way.ago(13);
    draft(way, shares).await?;
    if way.reached == Reached::Draft {
        return Ok(());
    }
    way.ago(12);
    for party in [AVF, OF] {
        sign(way, body, party).await?;
    }
    match way.reached {
        Reached::Ended => end(way).await,
        Reached::Contact
        | Reached::Advice
        | Reached::LotsFirst
        | Reached::Assessment
        | Reached::DescriptionPending
        | Reached::Ready
        | Reached::Withdrawn
        | Reached::Scheduled
        | Reached::Held
        | Reached::Reflecting
        | Reached::Shared
        | Reached::Draft
        | Reached::Active
        | Reached::Executing
        | Reached::FollowUp
        | Reached::Closed => Ok(()),
    }
}

async fn draft(way: &mut Way<'_>, shares: bool) -> Result<(), PlayFault> {
    let today = way.play.today();
    let until = way.demo_day().saturating_add(LEFT_DAYS.days());
    let costs = if shares { costs(way) } else { vec![] };
    let terms = Terms {
        goals: way.text("goals"),
        missions: way.text("missions"),
        work_leadership: way.text("leadership"),
        support: way.text("support"),
        family_view: Some(way.text("family_view")),
        parties: vec![AVF, OF],
        valid_from: today,
        valid_until: until,
        early_ends: vec![
            EarlyEnd { kind: EarlyEndKind::GoalReached, text: None, notice_days: None },
            EarlyEnd { kind: EarlyEndKind::NoticeGiven, text: None, notice_days: Some(30) },
        ],
        follow_up: FollowUpForm::LotsJoint,
        follow_up_on: until,
        costs,
    };
    let (by, bodies) = (Way::coordinator().person, way.bodies.clone());
    way.coordinates(Action::RunSamba, move |process, _, now| {
        agreement::draft(process, &bodies, now, DraftAgreement { case: CASE, terms: terms.clone(), by })
    })
    .await
}

/// One cost that is shared, and OF's own duty beside it.
fn costs(way: &mut Way<'_>) -> Vec<CostLine> {
    let shares = vec![(AVF, Percent(6_000)), (OF, Percent(4_000))];
    let shared = CostLine {
        item: way.text("cost"),
        period: Period::Monthly,
        amount: Ore(8_400_000),
        split: Split::Percent { shares },
        payer: AVF,
        invoicing: way.text("invoicing"),
        ceiling: Some(Ore(9_000_000)),
    };
    let own = CostLine {
        item: way.text("own"),
        period: Period::Monthly,
        amount: Ore(1_250_000),
        split: Split::OwnDuty { party: OF },
        payer: OF,
        invoicing: way.text("own_invoicing"),
        ceiling: None,
    };
    vec![shared, own]
}

async fn sign(way: &mut Way<'_>, body: BodyId, party: domain::PartyId) -> Result<(), PlayFault> {
    let actor = Way::member(body, party);
    let Seat::BodyMember { mandate, .. } = actor.seat else { return Ok(()) };
    let sign = SignAgreement { agreement: AGREEMENT, body, party, person: actor.person, mandate };
    way.play
        .act(actor, Action::SignAgreement { party }, move |process, _, now| {
            agreement::sign(process, now, sign)
        })
        .await
        .map(drop)
}

async fn end(way: &mut Way<'_>) -> Result<(), PlayFault> {
    way.ago(5);
    let (reason, by) = (way.text("ended"), Way::coordinator().person);
    let end = EndAgreement { agreement: AGREEMENT, why: EarlyEndKind::GoalReached, reason, by };
    way.coordinates(Action::RunSamba, move |process, _, now| agreement::end(process, now, end)).await
}

/// Back to Lots, followed up there, and closed.
pub async fn go_back(way: &mut Way<'_>) -> Result<(), PlayFault> {
    way.ago(10);
    let (by, on) = (Way::coordinator().person, way.play.today());
    let follow_up_on = way.demo_day().saturating_add(LEFT_DAYS.days());
    let back =
        Return { case: CASE, to: ReturnTo::Lots, on, follow_up: FollowUpForm::LotsJoint, follow_up_on, by };
    way.coordinates(Action::RunSamba, move |process, _, now| returning::give_back(process, now, back))
        .await?;
    if way.reached < Reached::FollowUp {
        return Ok(());
    }
    way.ago(4);
    let follow_up = FollowUpCase {
        case: CASE,
        form: FollowUpForm::LotsJoint,
        result: way.text("result"),
        reason: None,
        within_own_powers: false,
        by,
    };
    way.coordinates(Action::FollowUpSamba, move |process, _, now| {
        returning::follow_up(process, now, follow_up)
    })
    .await?;
    if way.reached < Reached::Closed {
        return Ok(());
    }
    way.ago(2);
    let (reason, by) = (way.text("ended"), Way::coordinator().person);
    let end = EndAgreement { agreement: AGREEMENT, why: EarlyEndKind::GoalReached, reason, by };
    way.coordinates(Action::RunSamba, move |process, _, now| agreement::end(process, now, end)).await?;
    contact::close(way, CASE).await
}
