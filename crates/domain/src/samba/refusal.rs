//! Why was an act on the way through Samba turned down?

use super::cost::SplitFault;
use crate::ids::*;

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SambaRefusal {
    // contact and assessment
    #[error("a case is with the coordinator already")]
    AlreadyThere,
    #[error("no such case")]
    NoSuchCase,
    #[error("the case is done with")]
    CaseEnded,
    #[error("somebody's identity is protected, so the case is taken up without a name")]
    IdentityProtected,
    #[error("Lots has to be tried first")]
    LotsNotTried,
    #[error("not sorted for assessment")]
    NotAssessed,
    #[error("the supplementary routine has not been chosen")]
    RoutineNotChosen,
    #[error("no reason why Lots was not enough")]
    ShortfallMissing,
    #[error("no question")]
    QuestionsMissing,
    #[error("more than {most} questions")]
    TooManyQuestions { most: usize },
    #[error("only the caseworker")]
    CaseworkerOnly,
    #[error("takes no part, so cannot be caseworker")]
    NotAmongThose,
    #[error("the description is missing")]
    DescriptionMissing,
    #[error("the description is not asked for")]
    DescriptionNotOrdered,

    // consent
    #[error("no such body")]
    NoSuchBody,
    #[error("no body is named")]
    NoBodyNamed,
    #[error("no party is named")]
    NoPartyNamed,
    #[error("{party} has no place in that body")]
    PartyNotInBody { party: PartyId },
    #[error("somebody has said no")]
    ConsentRefused,
    #[error("no live consent for the body")]
    BodyNotConsented { body: BodyId },
    #[error("the consent does not name {party}")]
    PartyNotConsented { party: PartyId },

    // bodies
    #[error("the body before has not lifted it on")]
    NotLifted,
    #[error("the minutes of the body before are not final")]
    MinutesMissing,
    #[error("on an agenda already")]
    AlreadyScheduled,
    #[error("not on that agenda")]
    NotScheduled,
    #[error("treated already")]
    AlreadyTreated,
    #[error("not treated yet")]
    NotTreated,
    #[error("that body cannot come to that")]
    OutcomeNotForBody,
    #[error("nobody is there")]
    NobodyPresent,
    #[error("nobody is to answer")]
    NobodyOwesAnswer,
    #[error("no such question, or answered already")]
    NoSuchQuestion,
    #[error("question {question} has no answer")]
    QuestionUnanswered { question: CaseQuestionNo },
    #[error("only what is lifted on is answered by the next body")]
    NothingLifted,
    #[error("the body does not reflect on it")]
    NotReflecting,
    #[error("the minutes are final")]
    MinutesFinal,
    #[error("the minutes are not final")]
    MinutesNotFinal,

    // agreements
    #[error("the body has not come to an agreement")]
    NoAgreementReached,
    #[error("no such agreement")]
    NoSuchAgreement,
    #[error("an agreement binds at least two")]
    TooFewParties,
    #[error("nothing can end it early")]
    EarlyEndMissing,
    #[error("the days do not fit each other")]
    PeriodDoesNotFit,
    #[error("follow-up is missing")]
    FollowUpMissing,
    #[error("the body shares no costs")]
    CostsNotHere,
    #[error("the costs are missing")]
    CostsMissing,
    #[error("cost {line}: {fault}")]
    Split { line: usize, fault: SplitFault },
    #[error("a cost names somebody whom the agreement does not bind")]
    CostOfOthers { line: usize },
    #[error("not bound by it")]
    NotBound,
    #[error("the mandate does not cover it")]
    NoMandate,
    #[error("not a draft")]
    NotADraft,
    #[error("not in force")]
    NotInForce,
    #[error("that does not end it")]
    NotAnEarlyEnd,

    // return
    #[error("no body has come to an end with it")]
    NotConcluded,
    #[error("the agreement is not in force")]
    AgreementNotInForce,
    #[error("not returned yet")]
    NotReturned,
    #[error("professionals decide alone only with a reason, and within their own powers")]
    OwnPowersOnly,
    #[error("{person} has not been told")]
    FamilyNotTold { person: PersonId },
    #[error("not followed up")]
    NotFollowedUp,
    #[error("an agreement is still in force")]
    AgreementInForce,
    #[error("the case cannot end that way")]
    CannotEndSo,
}

impl From<SambaRefusal> for crate::Refusal {
    fn from(refusal: SambaRefusal) -> crate::Refusal {
        crate::Refusal::Samba(refusal)
    }
}
