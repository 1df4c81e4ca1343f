//! Around whom are the tables drawn? One family, its units, and a process that can be taken to any situation.

use crate::{Actor, Seat};
use domain::{
    BodyId, BodyMeetingId, CaseNo, CommitmentNo, Event, MeetingNo, Now, OtherGroundNo, PartyId, PersonId,
    PlanVersion, Process, SambaConsentNo, SummonsNo, TextId, UnitId,
    choice::*,
    event::{other_ground::OtherGroundEvent, protection::ProtectionEvent, samba::SambaEvent},
    party::*,
    process::ChildFacts,
    samba::Mandate,
};
use jiff::civil::{Date, DateTime, date, time};
use uuid::Uuid;

pub const CHILD: PersonId = person(1);
pub const MOTHER: PersonId = person(2);
pub const FATHER: PersonId = person(3);
pub const COUNSELLOR: PersonId = person(4);
pub const SOCIAL_WORKER: PersonId = person(5);
pub const PSYCHOLOGIST: PersonId = person(6);
pub const SECOND_READER: PersonId = person(7);
pub const READER: PersonId = person(8);
pub const STRANGER: PersonId = person(9);

pub const SCHOOL_HEALTH: UnitId = UnitId(10);
pub const SOCIAL_SERVICES: UnitId = UnitId(20);
pub const BUP: UnitId = UnitId(30);
pub const ELSEWHERE: UnitId = UnitId(90);

pub const COUNCIL: BodyId = BodyId(1);
pub const SAMBA: BodyId = BodyId(2);
pub const CARE: PartyId = PartyId(2);

/// The child turns 18 on this day.
pub const EIGHTEEN: Date = date(2031, 3, 1);
pub const OPENED: Date = date(2026, 8, 31);
pub const ENDS: Date = date(2027, 8, 1);

const fn person(number: u128) -> PersonId {
    PersonId(Uuid::from_u128(number))
}

pub fn text() -> TextId {
    TextId(Uuid::from_u128(77))
}

pub fn form() -> FormText {
    FormText { text: text(), hash: TextHash([7; 32]) }
}

pub fn at(day: Date) -> Now {
    let local = day.to_datetime(time(9, 0, 0, 0));
    // The policy looks at the day only.
    Now { instant: jiff::Timestamp::UNIX_EPOCH, local }
}

/// Every persona that is asked about: its name, person and seat.
pub fn personas() -> Vec<(&'static str, Actor)> {
    let staff = |person, unit, inbox| Actor { person, seat: Seat::Staff { unit, inbox } };
    let seated = |seat| Actor { person: STRANGER, seat };
    vec![
        ("child", Actor { person: CHILD, seat: Seat::Family }),
        ("mother", Actor { person: MOTHER, seat: Seat::Family }),
        ("father", Actor { person: FATHER, seat: Seat::Family }),
        ("relative", Actor { person: STRANGER, seat: Seat::Family }),
        ("initiator", staff(COUNSELLOR, SCHOOL_HEALTH, false)),
        ("initiator's colleague", staff(STRANGER, SCHOOL_HEALTH, true)),
        ("second reader", staff(SECOND_READER, SCHOOL_HEALTH, false)),
        ("lots", staff(SOCIAL_WORKER, SOCIAL_SERVICES, false)),
        ("participant", staff(PSYCHOLOGIST, BUP, false)),
        ("called unit's inbox", staff(STRANGER, BUP, true)),
        ("called unit's colleague", staff(STRANGER, BUP, false)),
        ("other unit", staff(STRANGER, ELSEWHERE, true)),
        ("reader on another ground", staff(READER, ELSEWHERE, false)),
        ("own seat elsewhere", staff(PSYCHOLOGIST, ELSEWHERE, false)),
        ("manager", seated(Seat::Manager { unit: BUP })),
        ("ambassador", seated(Seat::Ambassador { unit: BUP })),
        ("coordinator", seated(Seat::Coordinator)),
        ("samba coordinator", seated(Seat::SambaCoordinator)),
        (
            "council member",
            seated(Seat::BodyMember { body: COUNCIL, party: CARE, mandate: Mandate::Responsibility }),
        ),
        ("samba member", seated(Seat::BodyMember { body: SAMBA, party: CARE, mandate: Mandate::Costs })),
        ("steering group", seated(Seat::SteeringGroup)),
        ("administrator", seated(Seat::Administrator)),
    ]
}

pub fn fold(events: &[Event]) -> Process {
    let facts = ChildFacts { born: date(2013, 3, 1), protected: false };
    Process::replay(facts, events).expect("a process begins with its opening")
}

/// Only planned: units proposed, nobody has signed.
pub fn draft() -> Vec<Event> {
    let guardian = |person| Guardian { person, legal: true };
    let custody = Custody {
        form: CustodyForm::Joint,
        guardians: vec![guardian(MOTHER), guardian(FATHER)],
        checked_on: OPENED,
        checked_how: text(),
        placed: false,
    };
    let mut events = vec![Event::ProcessOpened {
        child: CHILD,
        initiator: COUNSELLOR,
        unit: SCHOOL_HEALTH,
        custody,
        previous: None,
        request: None,
        on: OPENED,
    }];
    for unit in [SOCIAL_SERVICES, BUP] {
        events.push(Event::UnitProposed { unit, by: COUNSELLOR, question: text() });
        events.push(Event::UnitApproved { unit, by: MOTHER });
    }
    events
}

/// The summons is frozen and one guardian has signed.
pub fn awaiting_signature() -> Vec<Event> {
    let line = |unit| ScopeLine { unit, kinds: vec![InformationKind::Health], question: Some(text()) };
    let signatory = |person, capacity, required| Signatory { person, capacity, required };
    let mut events = draft();
    events.push(Event::SummonsFrozen {
        summons: SummonsNo(1),
        text: form(),
        scope: [SCHOOL_HEALTH, SOCIAL_SERVICES, BUP].map(line).into(),
        required: vec![
            signatory(MOTHER, Capacity::Guardian, true),
            signatory(FATHER, Capacity::Guardian, true),
            signatory(CHILD, Capacity::Child, false),
        ],
        valid_until: ENDS,
        earlier_plan: false,
        purpose: None,
    });
    events.push(signed(MOTHER));
    events
}

fn signed(person: PersonId) -> Event {
    let (capacity, method) = (Capacity::Guardian, SignatureMethod::Screen);
    Event::SummonsSigned { summons: SummonsNo(1), person, capacity, method, on: moment(4) }
}

fn moment(day: i8) -> DateTime {
    date(2026, 9, day).to_datetime(time(14, 10, 0, 0))
}

/// Signed by all, sent, received; both units have named somebody.
pub fn sent() -> Vec<Event> {
    let mut events = awaiting_signature();
    events.push(signed(FATHER));
    events.push(Event::ConsentActivated { summons: SummonsNo(1) });
    for (unit, person) in [(SOCIAL_SERVICES, SOCIAL_WORKER), (BUP, PSYCHOLOGIST)] {
        let channel = Channel::FunctionInbox;
        let at = moment(4);
        events.push(Event::SummonsDispatched {
            summons: SummonsNo(1),
            unit,
            channel,
            at,
            question_changed: true,
        });
        events.push(Event::SummonsReceived { unit, on: at.date(), how: ReceiptHow::Inbox });
        events.push(Event::ParticipantNamed { unit, person });
    }
    events
}

/// The first meeting is held, the Lots chosen, and the plan written but not released.
pub fn held() -> Vec<Event> {
    let meeting = MeetingNo(1);
    let on = date(2026, 9, 29);
    let mut events = sent();
    events.push(Event::MeetingBooked {
        meeting,
        kind: MeetingKind::Initial,
        start: on.to_datetime(time(13, 0, 0, 0)),
        end: time(14, 30, 0, 0),
        place: text(),
        chair: COUNSELLOR,
        units: vec![SOCIAL_SERVICES, BUP],
        outside_window: None,
    });
    events.push(Event::LotsProposed { person: SOCIAL_WORKER, unit: SOCIAL_SERVICES });
    events.push(Event::LotsAccepted { person: SOCIAL_WORKER, by: SOCIAL_WORKER });
    events.push(Event::LotsAccepted { person: SOCIAL_WORKER, by: MOTHER });
    events.push(Event::MeetingHeld {
        meeting,
        on,
        attendance: form(),
        follow_up: None,
        closing: None,
        without_next: None,
    });
    events.push(Event::PlanWritten {
        version: PlanVersion(1),
        meeting,
        text: form(),
        kind: PlanKind::Sip,
        status: PlanStatus::Draft,
        obstacle: None,
        on,
    });
    events
}

/// The consent has been given anew without social services, at which the Lots works.
pub fn renewed_without_the_lots() -> Vec<Event> {
    given_anew(&[SCHOOL_HEALTH, BUP], date(2027, 7, 20), date(2028, 7, 1))
}

/// The consent has been given anew for all, and lives when the child turns 18.
pub fn renewed_until_grown_up() -> Vec<Event> {
    given_anew(&[SCHOOL_HEALTH, SOCIAL_SERVICES, BUP], date(2030, 9, 2), date(2031, 6, 30))
}

fn given_anew(units: &[UnitId], on: Date, valid_until: Date) -> Vec<Event> {
    let mut events = held();
    let kinds = vec![InformationKind::Health];
    let line = |unit: &UnitId| ScopeLine { unit: *unit, kinds: kinds.clone(), question: Some(text()) };
    let on = on.to_datetime(time(9, 15, 0, 0));
    let (summons, capacity, method) = (SummonsNo(2), Capacity::Guardian, SignatureMethod::Screen);
    events.push(Event::SummonsFrozen {
        summons,
        text: form(),
        scope: units.iter().map(line).collect(),
        required: [MOTHER, FATHER].map(|person| Signatory { person, capacity, required: true }).into(),
        valid_until,
        earlier_plan: false,
        purpose: None,
    });
    for person in [MOTHER, FATHER] {
        events.push(Event::SummonsSigned { summons, person, capacity, method, on });
    }
    events.push(Event::ConsentActivated { summons });
    events
}

/// The father has taken his consent back for BUP.
pub fn partly_revoked() -> Vec<Event> {
    let mut events = held();
    let at = date(2026, 10, 12).to_datetime(time(9, 15, 0, 0));
    events.push(Event::ConsentRevoked { signatory: FATHER, unit: BUP, told_to: FATHER, at });
    events
}

pub fn closed() -> Vec<Event> {
    let mut events = held();
    events.push(Event::ProcessClosed { reason: ClosingReason::GoalsReached, on: date(2026, 10, 20) });
    events
}

pub fn paused() -> Vec<Event> {
    let mut events = held();
    events.push(Event::ProcessPaused { reason: PauseReason::FamilyAsks, on: date(2026, 10, 14) });
    events
}

pub fn discontinued() -> Vec<Event> {
    let mut events = held();
    let at = date(2026, 10, 14).to_datetime(time(9, 15, 0, 0));
    for unit in [SCHOOL_HEALTH, SOCIAL_SERVICES, BUP] {
        events.push(Event::ConsentRevoked { signatory: MOTHER, unit, told_to: MOTHER, at });
    }
    let reason = DiscontinuedReason::ConsentWithdrawn;
    events.push(Event::ProcessDiscontinued { reason, on: at.date() });
    events
}

fn named(unit: UnitId, person: PersonId) -> [Event; 2] {
    let (by, on) = (STRANGER, date(2026, 10, 1));
    let asked = ProtectionEvent::UsersAsked { unit, by: COUNSELLOR, on };
    [asked, ProtectionEvent::UserNamed { unit, person, by, on }].map(Event::Protection)
}

/// The mother's identity is protected. The managers of social services and of the own unit have named somebody;
/// BUP's has been asked.
pub fn protected() -> Vec<Event> {
    let mut events = held();
    let (by, on) = (COUNSELLOR, date(2026, 9, 30));
    let grade = ProtectionGrade::ProtectedRegistration;
    events.push(Event::Protection(ProtectionEvent::IdentityProtected { person: MOTHER, grade, by, on }));
    events.extend(named(SOCIAL_SERVICES, SOCIAL_WORKER));
    events.extend(named(SCHOOL_HEALTH, SECOND_READER));
    events.push(Event::Protection(ProtectionEvent::UsersAsked { unit: BUP, by, on }));
    events
}

/// And the father must not learn where she is.
pub fn whereabouts_hidden() -> Vec<Event> {
    let mut events = protected();
    let (from, reason, by, on) = (FATHER, text(), COUNSELLOR, date(2026, 9, 30));
    events.push(Event::Protection(ProtectionEvent::WhereaboutsHidden { from, reason, by, on }));
    events
}

/// Social services have disclosed a line of theirs to one person elsewhere, on another ground than consent.
pub fn disclosed() -> Vec<Event> {
    let mut events = held();
    let on = date(2026, 10, 1);
    events.push(Event::OtherGround(OtherGroundEvent::OtherGroundDecided {
        ground: OtherGroundNo(1),
        from: SOCIAL_SERVICES,
        to: ELSEWHERE,
        reader: READER,
        basis: LegalBasis::SocialServicesToChild,
        lines: vec![CommitmentNo(1)],
        reason: text(),
        kept_from_family: None,
        until: date(2026, 12, 31),
        by: SOCIAL_WORKER,
        on,
    }));
    let (ground, by) = (OtherGroundNo(1), STRANGER);
    events.push(Event::OtherGround(OtherGroundEvent::OtherGroundConfirmed { ground, by, on }));
    events
}

/// Somebody has turned to the Samba coordinator, who learns nothing of the child by it.
pub fn samba_contacted() -> Vec<Event> {
    let mut events = held();
    let (route, on) = (SambaRoute::NewConsent, date(2026, 10, 1));
    events.push(Event::SambaContacted { route, by: SOCIAL_WORKER, on });
    events
}

/// With a consent for the council, and on its agenda.
pub fn samba_identified() -> Vec<Event> {
    let mut events = samba_contacted();
    let (case, consent, on) = (CaseNo(1), SambaConsentNo(1), date(2026, 10, 5));
    let required =
        [MOTHER, FATHER].map(|person| Signatory { person, capacity: Capacity::Guardian, required: true });
    let frozen = SambaEvent::SambaConsentFrozen {
        consent,
        case,
        bodies: vec![COUNCIL],
        parties: vec![CARE],
        required: required.into(),
        valid_until: ENDS,
        text: form(),
        by: SOCIAL_WORKER,
        on,
    };
    let meeting = BodyMeetingId(Uuid::from_u128(70));
    let scheduled =
        SambaEvent::SambaScheduled { case, body: COUNCIL, meeting, on: date(2026, 10, 22), by: STRANGER };
    let all = [frozen, SambaEvent::SambaConsentActivated { consent }, scheduled];
    events.extend(all.map(Event::Samba));
    events
}

/// The mother has taken the consent back.
pub fn samba_withdrawn() -> Vec<Event> {
    let mut events = samba_identified();
    let case = CaseNo(1);
    let at = date(2026, 10, 14).at(9, 0, 0, 0);
    let (signatory, told_to) = (MOTHER, MOTHER);
    let revoked = SambaEvent::SambaConsentRevoked { case, signatory, body: None, party: None, told_to, at };
    let withdrawn = SambaEvent::SambaWithdrawn { case, on: at.date() };
    events.extend([revoked, withdrawn].map(Event::Samba));
    events
}
