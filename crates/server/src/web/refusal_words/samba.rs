//! Which words, which rule and which ways on belong to a refusal on the way through Samba?

use super::told::{CHOOSE_LISTED, HERE_DATE, PLAN, PROCESS, Told, Way};
use domain::samba::SambaRefusal as S;

const SAMBA: Way = Way { key: "way-samba", path: "samba" };
const WITHOUT_NAME: Way = Way { key: "way-without-name", path: "deidentified" };
const HERE_AGAIN: Way = Way { key: "way-here-again", path: super::told::HERE };

#[expect(clippy::too_many_lines, reason = "a list of every refusal, so that a new one is thought of")]
pub fn told(refusal: &S) -> Told {
    let (key, rule, ways): (_, _, &'static [Way]) = match refusal {
        S::AlreadyThere => ("samba-already-there", "S1", &[SAMBA]),
        S::NoSuchCase => ("samba-no-such-case", "S1", &[PROCESS]),
        S::CaseEnded => ("samba-case-ended", "S16", &[SAMBA]),
        S::IdentityProtected => ("samba-protected", "PID-4", &[WITHOUT_NAME]),
        S::LotsNotTried => ("samba-lots-not-tried", "S3", &[PLAN]),
        S::NotAssessed => ("samba-not-assessed", "S5", &[HERE_AGAIN]),
        S::RoutineNotChosen => ("samba-routine-not-chosen", "S4", &[HERE_AGAIN]),
        S::ShortfallMissing => ("samba-shortfall-missing", "S5", &[HERE_AGAIN]),
        S::QuestionsMissing => ("samba-questions-missing", "PRI-16", &[HERE_AGAIN]),
        S::TooManyQuestions { .. } => ("samba-too-many-questions", "S5", &[HERE_AGAIN]),
        S::CaseworkerOnly => ("samba-caseworker-only", "CON-22", &[SAMBA]),
        S::NotAmongThose => ("samba-not-among-those", "PRI-15", &[CHOOSE_LISTED]),
        S::DescriptionMissing => ("samba-description-missing", "S9", &[SAMBA]),
        S::DescriptionNotOrdered => ("samba-description-not-ordered", "S6", &[SAMBA]),
        S::NoSuchBody => ("samba-no-such-body", "4.8", &[CHOOSE_LISTED]),
        S::NoBodyNamed => ("samba-no-body-named", "CON-21", &[HERE_AGAIN]),
        S::NoPartyNamed => ("samba-no-party-named", "CON-21", &[HERE_AGAIN]),
        S::PartyNotInBody { .. } => ("samba-party-not-in-body", "CON-21", &[CHOOSE_LISTED]),
        S::ConsentRefused => ("samba-consent-refused", "S8", &[WITHOUT_NAME]),
        S::BodyNotConsented { .. } => ("samba-body-not-consented", "CON-21", &[SAMBA]),
        S::PartyNotConsented { .. } => ("samba-party-not-consented", "CON-23", &[SAMBA]),
        S::NotLifted => ("samba-not-lifted", "S11", &[SAMBA]),
        S::MinutesMissing => ("samba-minutes-missing", "S11", &[SAMBA]),
        S::AlreadyScheduled => ("samba-already-scheduled", "S9", &[SAMBA]),
        S::NotScheduled => ("samba-not-scheduled", "S10", &[SAMBA]),
        S::AlreadyTreated => ("samba-already-treated", "S10", &[SAMBA]),
        S::NotTreated => ("samba-not-treated", "S10", &[SAMBA]),
        S::OutcomeNotForBody => ("samba-outcome-not-for-body", "4.4", &[HERE_AGAIN]),
        S::NobodyPresent => ("samba-nobody-present", "CON-23", &[HERE_AGAIN]),
        S::NobodyOwesAnswer => ("samba-nobody-owes-answer", "S10", &[HERE_AGAIN]),
        S::NoSuchQuestion => ("samba-no-such-question", "PRI-16", &[HERE_AGAIN]),
        S::QuestionUnanswered { .. } => ("samba-question-unanswered", "PRI-16", &[HERE_AGAIN]),
        S::NothingLifted => ("samba-nothing-lifted", "S11", &[HERE_AGAIN]),
        S::NotReflecting => ("samba-not-reflecting", "S10", &[SAMBA]),
        S::MinutesFinal => ("samba-minutes-final", "4.6", &[SAMBA]),
        S::MinutesNotFinal => ("samba-minutes-not-final", "4.6", &[SAMBA]),
        S::NoAgreementReached => ("samba-no-agreement-reached", "S13", &[SAMBA]),
        S::NoSuchAgreement => ("samba-no-such-agreement", "S13", &[SAMBA]),
        S::TooFewParties => ("samba-too-few-parties", "4.5", &[HERE_AGAIN]),
        S::EarlyEndMissing => ("samba-early-end-missing", "4.5", &[HERE_AGAIN]),
        S::PeriodDoesNotFit => ("samba-period-does-not-fit", "4.5", &[HERE_DATE]),
        S::FollowUpMissing => ("samba-follow-up-missing", "4.5", &[HERE_DATE]),
        S::CostsNotHere => ("samba-costs-not-here", "4.4", &[HERE_AGAIN]),
        S::CostsMissing => ("samba-costs-missing", "4.5", &[HERE_AGAIN]),
        S::Split { .. } => ("samba-split", "4.5", &[HERE_AGAIN]),
        S::CostOfOthers { .. } => ("samba-cost-of-others", "4.5", &[HERE_AGAIN]),
        S::NotBound => ("samba-not-bound", "4.5", &[SAMBA]),
        S::NoMandate => ("samba-no-mandate", "4.5", &[SAMBA]),
        S::NotADraft => ("samba-not-a-draft", "S13", &[SAMBA]),
        S::NotInForce => ("samba-not-in-force", "S13", &[SAMBA]),
        S::NotAnEarlyEnd => ("samba-not-an-early-end", "4.5", &[HERE_AGAIN]),
        S::NotConcluded => ("samba-not-concluded", "S14", &[SAMBA]),
        S::AgreementNotInForce => ("samba-agreement-not-in-force", "S13", &[SAMBA]),
        S::NotReturned => ("samba-not-returned", "S14", &[SAMBA]),
        S::OwnPowersOnly => ("samba-own-powers-only", "4.7", &[HERE_AGAIN]),
        S::FamilyNotTold { .. } => ("samba-family-not-told", "4.7", &[SAMBA]),
        S::NotFollowedUp => ("samba-not-followed-up", "S15", &[SAMBA]),
        S::AgreementInForce => ("samba-agreement-in-force", "S16", &[SAMBA]),
        S::CannotEndSo => ("samba-cannot-end-so", "S16", &[HERE_AGAIN]),
    };
    Told { key, rule, ways }
}
