//! Which combinations are there?

use crate::{Action, Actor, Facts, Kin, SambaTie, Seat, matrix};
use domain::{PartyId, PersonId, UnitId, party::Receiver, samba::Mandate};

pub const ME: PersonId = matrix::PSYCHOLOGIST;
pub const MINE: UnitId = matrix::BUP;
pub const SOMEBODY_ELSE: PersonId = matrix::MOTHER;
pub const ANOTHER: UnitId = matrix::SOCIAL_SERVICES;
pub const OURS: PartyId = matrix::CARE;
pub const THEIRS: PartyId = PartyId(9);

/// Every act, and those that concern somebody or some unit once for oneself and once for another.
///
/// **Invariant:** every word of the tables is among them (checked here).
pub fn acts() -> Vec<Action> {
    use Action::*;
    let mut all = vec![];
    for person in [ME, SOMEBODY_ELSE] {
        let receiver = Receiver::Family { person };
        all.extend([
            ReadCopy { receiver },
            ReadChange { receiver },
            ReadSeparateCopies { person },
            Sign { person },
            RevokeConsent { signatory: person },
            AnswerPlan { person },
            AnswerSambaConsent { person },
            RevokeSambaConsent { signatory: person },
        ]);
    }
    for unit in [MINE, ANOTHER] {
        let receiver = Receiver::Unit { unit };
        all.extend([
            ReadCopy { receiver },
            ReadChange { receiver },
            ReadNamedUsers { unit },
            RegisterReceipt { unit },
            NameParticipant { unit },
            Reply { unit },
            WriteOwnLine { unit },
            AnswerQuestion { unit },
            FileCopy { unit },
            NameUser { unit },
            DecideOtherGround { unit },
            ConfirmOtherGround { unit },
            EndOtherGround { unit },
        ]);
    }
    all.extend([OURS, THEIRS].map(|party| SignAgreement { party }));
    let concerns_nobody = |action: &Action| all.iter().all(|other| other.word() != action.word());
    let plain: Vec<Action> = matrix::acts().into_iter().filter(concerns_nobody).collect();
    all.extend(plain);
    all
}

/// Everything that can be known of somebody in each seat.
pub fn askers() -> impl Iterator<Item = (Facts, Actor)> {
    let actor = |seat| Actor { person: ME, seat };
    let staff = [false, true].map(|inbox| actor(Seat::Staff { unit: MINE, inbox }));
    let others = [
        Seat::Manager { unit: MINE },
        Seat::Ambassador { unit: MINE },
        Seat::Coordinator,
        Seat::SteeringGroup,
        Seat::Administrator,
    ];
    let at_units = staff.into_iter().flat_map(move |actor| at_a_unit().map(move |facts| (facts, actor)));
    let in_family = in_the_family().map(move |facts| (facts, actor(Seat::Family)));
    // In these seats nothing but the first facts can be true; they are tried with all of them all the same.
    let few = |facts: &Facts| !facts.chairs && !facts.took_part && !facts.earlier_plan && !facts.ran_out;
    let elsewhere = others.into_iter().flat_map(move |seat| {
        at_a_unit().filter(few).flat_map(move |facts| {
            [false, true].map(|users_asked| (Facts { users_asked, ..facts }, actor(seat)))
        })
    });
    in_samba().chain(in_family).chain(at_units).chain(elsewhere)
}

/// Whoever works with Samba, with everything that can be true there and much that cannot.
fn in_samba() -> impl Iterator<Item = (Facts, Actor)> {
    let member = Seat::BodyMember { body: matrix::COUNCIL, party: OURS, mandate: Mandate::Costs };
    let few = |facts: &Facts| {
        !facts.chairs && !facts.took_part && !facts.earlier_plan && !facts.ran_out && !facts.left
    };
    let ties = [SambaTie::None, SambaTie::Contacted, SambaTie::Consented];
    [Seat::SambaCoordinator, member].into_iter().flat_map(move |seat| {
        at_a_unit().filter(few).flat_map(move |facts| {
            ties.into_iter().flat_map(move |samba| {
                [false, true].map(|involved| (Facts { samba, involved, ..facts }, Actor { person: ME, seat }))
            })
        })
    })
}

fn at_a_unit() -> impl Iterator<Item = Facts> {
    (0_u32..1 << 18).map(|bits| {
        let bit = |place: u32| bits & (1 << place) != 0;
        Facts {
            kin: Kin::None,
            whereabouts_hidden: false,
            home: bit(0),
            initiator: bit(1),
            lots: bit(2),
            led_until_it_ran_out: bit(3),
            chairs: bit(4),
            admitted: bit(5),
            ran_out: bit(6),
            left: bit(7),
            called: bit(8),
            participant: bit(9),
            took_part: bit(10),
            left_before_the_end: bit(11),
            earlier_plan: bit(12),
            disclosed_to: bit(13),
            protected: bit(14),
            named_user: bit(15),
            users_asked: false,
            samba: SambaTie::None,
            involved: false,
            discontinued: bit(16),
            young_adult_may_take_it_up: bit(17),
        }
    })
}

fn in_the_family() -> impl Iterator<Item = Facts> {
    [Kin::None, Kin::Child, Kin::Guardian].into_iter().flat_map(|kin| {
        at_a_unit().filter(|facts| !facts.chairs && !facts.took_part && !facts.earlier_plan).flat_map(
            move |facts| [false, true].map(|whereabouts_hidden| Facts { kin, whereabouts_hidden, ..facts }),
        )
    })
}

#[test]
fn every_act_is_tried() {
    for action in matrix::acts() {
        assert!(acts().iter().any(|tried| tried.word() == action.word()), "{}", action.word());
    }
}
