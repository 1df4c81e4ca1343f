//! What does an agreement say, who signs it, and what becomes of it? (S13, 4.5)

use domain::{
    Event, Now, PersonId, Process, Refusal, TextId,
    samba::{
        SambaRefusal,
        agreement::{self, Agreement, EarlyEnd, EndAgreement, SignAgreement},
        choice::EarlyEndKind,
    },
};
use policy::{Action, Seat};

use super::{
    act::{Act, Prose},
    block::Block,
    desk::{Around, Desk},
    draft,
    drawing::{Drawing, TEXT_MAX, choice, said},
};
use crate::web::{
    error::WebError,
    form::{Choice, Fields, FormView},
    form_data::DrawnSection,
    identity::Actor,
    lots::offer::Offer,
};

/// A member signs for one's own party, below everything that is signed. Others read it there.
pub struct Sign;

impl Act for Sign {
    const WORD: &'static str = "sign";
    type Command = ();

    fn look() -> Action {
        Action::ReadSamba
    }

    fn action(actor: Actor) -> Option<Action> {
        match actor.seat {
            Seat::BodyMember { party, .. } => Some(Action::SignAgreement { party }),
            Seat::Family
            | Seat::Staff { .. }
            | Seat::Manager { .. }
            | Seat::Ambassador { .. }
            | Seat::Coordinator
            | Seat::SambaCoordinator
            | Seat::SteeringGroup
            | Seat::Administrator => None,
        }
    }

    fn blocks(desk: &Desk) -> Vec<Block> {
        let Some((number, agreement)) = desk.agreement() else { return vec![] };
        let said = said_in(desk, agreement);
        let way = |rest: &str| format!("{}/agreements/{number}/{rest}", desk.address());
        let standing = standing(desk, agreement);
        let standing = if desk.is_coordinator() && agreement.active {
            let standing = standing.link(way("giving"), desk.t.get("case-give-title"));
            if agreement.is_in_force(desk.today()) {
                standing.link(way("ending"), desk.t.get("case-end-title"))
            } else {
                standing
            }
        } else {
            standing
        };
        vec![said, standing]
    }

    fn drawn(desk: &Desk, _: &FormView) -> Option<Vec<DrawnSection>> {
        let (_, agreement) = desk.agreement()?;
        let Seat::BodyMember { body, party, .. } = desk.actor.seat else { return None };
        (agreement.is_draft()
            && agreement.body == body
            && agreement.missing().any(|missing| missing == party))
        .then(Vec::new)
    }

    fn read(_: &Desk, _: &mut Fields, _: &mut Prose) -> Result<Option<()>, WebError> {
        Ok(Some(()))
    }

    fn decide(process: &Process, around: &Around, now: Now, (): ()) -> Result<Vec<Event>, Refusal> {
        let agreement = around.named.agreement.ok_or(SambaRefusal::NoSuchAgreement)?;
        let Seat::BodyMember { body, party, mandate } = around.actor.seat else {
            return Err(SambaRefusal::NotBound.into());
        };
        let person = around.actor.person;
        agreement::sign(process, now, SignAgreement { agreement, body, party, person, mandate })
    }
}

/// Everything that is signed.
fn said_in(desk: &Desk, agreement: &Agreement) -> Block {
    let (t, terms, text) = (desk.t, &agreement.terms, |id: TextId| desk.case.text(id).to_owned());
    let label = |part: &str| t.get(&format!("case-draft-{part}"));
    let ends = terms.early_ends.iter().map(|end| end_in_words(desk, end)).collect();
    let period = t.with(
        "cases-from-until",
        &[("from", &t.date(terms.valid_from)), ("until", &t.date(terms.valid_until))],
    );
    let follow_up = t.with(
        "cases-form-on",
        &[("form", &said(t, "follow-up", terms.follow_up.word())), ("date", &t.date(terms.follow_up_on))],
    );
    let costs = (!terms.costs.is_empty()).then(|| draft::table(desk, &terms.costs, text));
    let paid = terms.costs.iter().map(|line| {
        let values: [(&str, &dyn crate::web::texts::Spoken); 3] = [
            ("item", &text(line.item)),
            ("payer", &desk.party_name(line.payer)),
            ("invoicing", &text(line.invoicing)),
        ];
        t.with("cases-paid-by", &values)
    });
    Block::new("terms", t.with("cases-agreement-in", &[("body", &desk.body_name(agreement.body))]))
        .fact(label("goals"), text(terms.goals))
        .fact(label("missions"), text(terms.missions))
        .fact(label("leadership"), text(terms.work_leadership))
        .fact(label("support"), text(terms.support))
        .lines(label("family-view"), terms.family_view.map(text).into_iter().collect())
        .fact(label("parties"), desk.party_names(&terms.parties))
        .fact(t.get("cases-valid"), period)
        .lines(label("ends"), ends)
        .fact(t.get("cases-follow-up"), follow_up)
        .lines(t.get("cases-invoicing"), paid.collect())
        .table(costs)
}

fn end_in_words(desk: &Desk, end: &EarlyEnd) -> String {
    let t = desk.t;
    let kind = said(t, "early-end", end.kind.word());
    match (end.notice_days, end.text) {
        (Some(days), _) => t.with("cases-end-days", &[("kind", &kind), ("days", &days)]),
        (None, Some(text)) => t.with("cases-end-words", &[("kind", &kind), ("words", &desk.case.text(text))]),
        (None, None) => kind,
    }
}

/// Who has signed, to whom it was given, and whether it has ended.
fn standing(desk: &Desk, agreement: &Agreement) -> Block {
    let t = desk.t;
    let signed = agreement.terms.parties.iter().map(|party| match agreement.signed.get(party) {
        Some((_, at)) => {
            t.with("cases-party-signed", &[("party", &desk.party_name(*party)), ("date", &t.date(at.date()))])
        }
        None => t.with("cases-party-missing", &[("party", &desk.party_name(*party))]),
    });
    let given = agreement.given_to.iter();
    let given = given
        .map(|(to, on)| t.with("cases-person-on", &[("person", &desk.name(*to)), ("date", &t.date(*on))]));
    let ended = agreement.ended.map(|(why, reason, on)| {
        let reason = reason.map(|reason| desk.case.text(reason)).unwrap_or_default();
        t.with(
            "cases-ended-early",
            &[("date", &t.date(on)), ("why", &said(t, "early-end", why.word())), ("reason", &reason)],
        )
    });
    Block::new("standing", t.get("cases-agreement-standing"))
        .fact(t.get("cases-state"), t.get(&format!("cases-agreement-{}", state_word(desk, agreement))))
        .lines(t.get("cases-signatures"), signed.collect())
        .lines(t.get("cases-given"), given.collect())
        .lines(t.get("cases-ended"), ended.into_iter().collect())
}

/// How it stands with an agreement: the last part of its words' keys.
pub fn state_word(desk: &Desk, agreement: &Agreement) -> &'static str {
    match (agreement.dropped, agreement.active, agreement.is_in_force(desk.today())) {
        (true, _, _) => "dropped",
        (false, false, _) => "draft",
        (false, true, true) => "in-force",
        (false, true, false) => "over",
    }
}

/// Before its last day, for what it names itself.
pub struct End;

impl Act for End {
    const WORD: &'static str = "end";
    type Command = (EarlyEndKind, TextId);

    fn drawn(desk: &Desk, _: &FormView) -> Option<Vec<DrawnSection>> {
        let draw = Drawing { t: desk.t, word: Self::WORD };
        let (_, agreement) = desk.agreement().filter(|(_, agreement)| agreement.is_in_force(desk.today()))?;
        Some(draw.plain(vec![draw.radios("why", &ends(desk, agreement)), draw.text("reason")]))
    }

    fn read(
        desk: &Desk,
        fields: &mut Fields,
        prose: &mut Prose,
    ) -> Result<Option<(EarlyEndKind, TextId)>, WebError> {
        let Some((_, agreement)) = desk.agreement() else { return Ok(None) };
        let (why, reason) = (ends(desk, agreement).one(fields, "why"), fields.text("reason", TEXT_MAX));
        let (Some(why), Some(reason)) = (why, reason) else { return Ok(None) };
        Ok(Some((why, prose.put(reason)?)))
    }

    fn decide(
        process: &Process,
        around: &Around,
        now: Now,
        (why, reason): (EarlyEndKind, TextId),
    ) -> Result<Vec<Event>, Refusal> {
        let agreement = around.named.agreement.ok_or(SambaRefusal::NoSuchAgreement)?;
        let by = around.actor.person;
        agreement::end(process, now, EndAgreement { agreement, why, reason, by })
    }
}

fn ends(desk: &Desk, agreement: &Agreement) -> Offer<EarlyEndKind> {
    Offer::new(
        agreement
            .terms
            .early_ends
            .iter()
            .map(|end| (Choice::new(end.kind.word(), end_in_words(desk, end)), end.kind)),
    )
}

/// The family is given the part on responsibility.
pub struct Give;

impl Act for Give {
    const WORD: &'static str = "give";
    type Command = PersonId;

    fn drawn(desk: &Desk, _: &FormView) -> Option<Vec<DrawnSection>> {
        let draw = Drawing { t: desk.t, word: Self::WORD };
        let (_, agreement) = desk.agreement().filter(|(_, agreement)| agreement.active)?;
        let offer = not_given(desk, agreement);
        (!offer.is_empty()).then(|| draw.plain(vec![draw.radios("to", &offer)]))
    }

    fn read(desk: &Desk, fields: &mut Fields, _: &mut Prose) -> Result<Option<PersonId>, WebError> {
        Ok(desk.agreement().and_then(|(_, agreement)| not_given(desk, agreement).one(fields, "to")))
    }

    fn decide(process: &Process, around: &Around, now: Now, to: PersonId) -> Result<Vec<Event>, Refusal> {
        let agreement = around.named.agreement.ok_or(SambaRefusal::NoSuchAgreement)?;
        agreement::give(process, now, agreement, to, around.actor.person)
    }
}

fn not_given(desk: &Desk, agreement: &Agreement) -> Offer<PersonId> {
    let family = desk.case.process.family(desk.today()).into_iter();
    let family = family.filter(|person| !agreement.given_to.contains_key(person));
    Offer::new(family.map(|person| (choice(person, desk.name(person)), person)))
}
