//! Does every refusal say what, why and what to do instead?

use super::*;
use domain::{
    BodyId, CaseQuestionNo, PartyId, PersonId, TextId,
    samba::{SambaRefusal, cost::SplitFault},
};
use jiff::civil::date;

/// One of each.
#[expect(clippy::too_many_lines, reason = "a list with one line for each refusal")]
fn all(organisation: &Organisation) -> Vec<Refusal> {
    use Refusal as R;
    let unit = organisation.units()[0].id;
    let person = PersonId(uuid::Uuid::nil());
    let receiver = Receiver::Unit { unit };
    let day = date(2026, 6, 29);
    vec![
        R::ProcessClosed,
        R::ProcessDiscontinued,
        R::ProcessPaused,
        R::DangerNow,
        R::GuardianMayHarm,
        R::OutsideTargetGroup,
        R::CustodyDoesNotFit,
        R::FamilyHasNotAgreed,
        R::UnknownUnit,
        R::UnitNotInAgreement,
        R::UnitTakesPartAlready,
        R::UnitAlreadyProposed,
        R::UnitNotProposed,
        R::OnlyFamilyDecides,
        R::FamilyHasNotAnswered { unit },
        R::NotApprovedByFamily { unit },
        R::NotFormulatedWithFamily,
        R::PreMeetingMissing,
        R::AlreadyAwaitingSignature,
        R::EmptyScope,
        R::KindsMissing { unit },
        R::ConsentPeriod { latest: day },
        R::InformationNotGiven,
        R::ChildSummaryMissing,
        R::CustodyNotRechecked,
        R::ConsentAuthorityNotStated,
        R::NoGuardianCanSign,
        R::TooYoungToSignAlone,
        R::MaturityNotAssessed { unit },
        R::NothingFrozen,
        R::SummonsReopened,
        R::NotASignatory,
        R::TextChanged,
        R::SignsForAnother,
        R::RevokeInstead,
        R::NothingToAnswer,
        R::ChildsRefusalUnanswered,
        R::SignaturesMissing { missing: vec![person] },
        R::NotInScope { unit },
        R::ConsentNotActive { unit },
        R::AlreadyReceived,
        R::ReceivedBeforeSent,
        R::NotReceived { unit },
        R::ProposalsMissing,
        R::LotsMustBeReplacedFirst,
        R::NothingToRevoke,
        R::DateAhead,
        R::DateBehind,
        R::EndsBeforeItStarts,
        R::TooEarly { earliest: day },
        R::OutsideWindow { from: day, to: day },
        R::NothingSent,
        R::MeetingAlreadyBooked,
        R::NotFittedToFamily,
        R::NoSuchMeeting,
        R::MeetingNotYet { on: day },
        R::NoSuchAgendaItem,
        R::FamilySpeaksFirst { item: 5 },
        R::AttendanceIncomplete,
        R::AttendanceMissing { unit },
        R::AttendanceWithoutFamily,
        R::GuestNotAccepted { guest: TextId(uuid::Uuid::nil()) },
        R::FamilyAbsent,
        R::OnlyOnePrincipal,
        R::LotsIsAProfessional,
        R::NotAParticipant,
        R::LotsNotProposed,
        R::LotsNotChosen,
        R::ChildNotInformed,
        R::NextMeetingMissing,
        R::DecisiveMatterBlocked,
        R::NoBoardDecision,
        R::NoSuchLine,
        R::OwnContributionOnly,
        R::LineOutsideCoordination,
        R::LineCannotGoThere,
        R::WhereInsteadMissing,
        R::RatingOutOfRange,
        R::CannotLead { unit },
        R::NeedsMissing,
        R::CommitmentsMissing,
        R::OthersMissing,
        R::LeadPrincipalMissing,
        R::FollowUpMissing,
        R::AssessmentNotReported { unit },
        R::LineNotFollowedUp { unit },
        R::NoSuchVersion,
        R::AlreadyReleased,
        R::HasAnsweredAlready,
        R::LineNotConfirmed { unit },
        R::FamilyHasNotAnsweredPlan { person },
        R::ReceiverForgotten { receiver },
        R::NoSuchCopy,
        R::ChangedMeanwhile,
        R::ClosingNotDecided,
        R::TooEarlyToClose,
        R::WayBackMissing,
        R::WayBackNotGiven { receiver },
        R::FeedbackNotInvited,
        R::PlanNotReleased,
        R::CopyNotFiled { unit },
        R::ConsentRanOut,
        R::NotDecidedHere,
        R::NotOver,
        R::NotSoonAdult,
        R::NoEscalationHere,
    ]
    .into_iter()
    .chain(in_samba().into_iter().map(R::Samba))
    .collect()
}

/// One of each on the way through Samba.
#[expect(clippy::too_many_lines, reason = "a list with one line for each refusal")]
fn in_samba() -> Vec<SambaRefusal> {
    use SambaRefusal as S;
    let (party, person) = (PartyId(1), PersonId(uuid::Uuid::nil()));
    vec![
        S::AlreadyThere,
        S::NoSuchCase,
        S::CaseEnded,
        S::IdentityProtected,
        S::LotsNotTried,
        S::NotAssessed,
        S::RoutineNotChosen,
        S::ShortfallMissing,
        S::QuestionsMissing,
        S::TooManyQuestions { most: 5 },
        S::CaseworkerOnly,
        S::NotAmongThose,
        S::DescriptionMissing,
        S::DescriptionNotOrdered,
        S::NoSuchBody,
        S::NoBodyNamed,
        S::NoPartyNamed,
        S::PartyNotInBody { party },
        S::ConsentRefused,
        S::BodyNotConsented { body: BodyId(1) },
        S::PartyNotConsented { party },
        S::NotLifted,
        S::MinutesMissing,
        S::AlreadyScheduled,
        S::NotScheduled,
        S::AlreadyTreated,
        S::NotTreated,
        S::OutcomeNotForBody,
        S::NobodyPresent,
        S::NobodyOwesAnswer,
        S::NoSuchQuestion,
        S::QuestionUnanswered { question: CaseQuestionNo(1) },
        S::NothingLifted,
        S::NotReflecting,
        S::MinutesFinal,
        S::MinutesNotFinal,
        S::NoAgreementReached,
        S::NoSuchAgreement,
        S::TooFewParties,
        S::EarlyEndMissing,
        S::PeriodDoesNotFit,
        S::FollowUpMissing,
        S::CostsNotHere,
        S::CostsMissing,
        S::Split { line: 1, fault: SplitFault::Amount },
        S::CostOfOthers { line: 1 },
        S::NotBound,
        S::NoMandate,
        S::NotADraft,
        S::NotInForce,
        S::NotAnEarlyEnd,
        S::NotConcluded,
        S::AgreementNotInForce,
        S::NotReturned,
        S::OwnPowersOnly,
        S::FamilyNotTold { person },
        S::NotFollowedUp,
        S::AgreementInForce,
        S::CannotEndSo,
    ]
}

#[test]
fn every_refusal_says_what_why_and_what_instead() {
    let organisation = Organisation::default();
    for refusal in all(&organisation) {
        let explained = explain_opening(&refusal, &organisation);
        let said = [&explained.what, &explained.why]
            .into_iter()
            .chain(explained.instead.iter().map(|way| &way.words));
        for words in said {
            assert!(!words.starts_with('[') && !words.contains('{'), "{refusal:?}: {words}");
        }
        assert!(!explained.instead.is_empty(), "{refusal:?} leads nowhere");
        assert!(!explained.rule.is_empty(), "{refusal:?} names no rule");
    }
}

#[test]
fn no_two_refusals_share_their_words() {
    let organisation = Organisation::default();
    let mut keys: Vec<&str> = all(&organisation).iter().map(|refusal| told(refusal).key).collect();
    let count = keys.len();
    keys.sort_unstable();
    keys.dedup();
    assert_eq!(keys.len(), count);
}

/// TIME-2, TIME-4: the fifteenth working day after Friday 5 June 2026, with Midsummer Eve in between.
#[test]
fn too_early_is_counted_day_by_day() {
    let t = Texts::swedish();
    let lines = counted(t, &Calendar::default(), date(2026, 6, 5), "BUP Kristianstad");
    assert_eq!(
        lines[0],
        "BUP Kristianstad tog emot kallelsen fre 5 juni 2026. Arbetsdag 15 är mån 29 juni 2026."
    );
    assert_eq!(lines[1], "fre 5 juni 2026: dag 0, kallelsen kom fram.");
    assert_eq!(lines[2], "lör 6 juni 2026: räknas inte, nationaldagen.");
    assert!(lines.contains(&"fre 19 juni 2026: räknas inte, midsommarafton.".to_owned()));
    assert_eq!(lines.last().map(String::as_str), Some("mån 29 juni 2026: arbetsdag 15."));
}

#[test]
fn names_are_listed_as_in_speech() {
    let t = Texts::swedish();
    let names = ["Maja", "Elin", "Per"].map(str::to_owned);
    assert_eq!(listed(t, &names[..1]), "Maja");
    assert_eq!(listed(t, &names), "Maja, Elin och Per");
}
