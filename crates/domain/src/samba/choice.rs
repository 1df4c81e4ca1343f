//! Which choices are made on the way through Samba?

use crate::choice::choices;
use serde::{Deserialize, Serialize};

choices! {
    /// What a contact leads to (S2, S3).
    Sorting {
        /// The coordinator is a sounding board, and nothing more is done.
        Advice = "advice",
        Assessment = "assessment",
        /// The coordinator helps to start or take up Lots, which has to be tried first.
        LotsFirst = "lots_first",
    }
    /// Is there a plan? The first of the three questions (S5).
    PlanTried { Exists = "exists", Attempted = "attempted" }
    /// Why the needs have not been met through Lots. The second (S5).
    Shortfall {
        UnclearMission = "unclear_mission", UnitsDisagree = "units_disagree", NobodyAccepts = "nobody_accepts",
        WaitingTime = "waiting_time", NoMandateAtMeetings = "no_mandate_at_meetings",
        UnitsAbsent = "units_absent", ConsentRefusedForUnit = "consent_refused_for_unit",
        FamilyAndUnitsDisagree = "family_and_units_disagree", Resources = "resources", Other = "other",
    }
    /// Where the answer goes (PRI-17).
    ReturnTo { Lots = "lots", Officials = "officials" }
    /// How it is followed up (4.7).
    FollowUpForm {
        LotsJoint = "lots_joint", OfficialsPrepare = "officials_prepare_family_decides",
        OfficialsDecide = "officials_decide_family_notified",
    }
    /// What ends an agreement before its last day (4.5).
    EarlyEndKind {
        GoalReached = "goal_reached", ChildMoves = "child_moves", PlacementEnds = "placement_ends",
        DecisionMade = "decision_changed_by_board_or_court", ConsentWithdrawn = "consent_withdrawn",
        NoticeGiven = "party_gives_notice", Adult = "child_turns_18", Other = "other",
    }
    /// Why a case is done with (S16).
    CaseEnd {
        AdviceGiven = "advice_given", LotsFirst = "lots_first", RoutineDoesNotApply = "routine_does_not_apply",
        NoConsent = "no_consent", Done = "done", Adult = "child_turns_18",
    }
    /// How often a cost comes.
    Period { Once = "once", Monthly = "monthly" }
}
