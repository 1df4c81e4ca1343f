//! Which fields do the rules need, whatever a blank calls them?

use serde::{Deserialize, Serialize};

/// What the program uses a form for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FormRole {
    /// The note of the pre-meeting (T2). Our own form.
    PreMeeting,
    /// Invitation and consent in one (T3).
    #[doc(alias = "kallelse")]
    Summons,
    /// The coordinated individual plan (T8, T12).
    #[doc(alias = "SIP")]
    Plan,
    #[doc(alias = "närvarolista")]
    Attendance,
    #[doc(alias = "uppföljning")]
    FollowUp,
    /// What the bodies beyond Lots are to know of a child whom they may know (4.9). Our own form.
    #[doc(alias = "ärendebeskrivning")]
    CaseDescription,
    /// The same about a child whom nobody there may know (4.9, DID-1). Our own form.
    #[doc(alias = "avidentifierad ärendebeskrivning")]
    #[serde(rename = "case_description_deidentified")]
    DeidentifiedDescription,
}

macro_rules! bindings {
    ($($(#[$doc:meta])* $name:ident = $word:literal [$($kind:literal),+];)*) => {
        /// A field that a rule reads. A blank says which of its fields is meant with `binding = "…"`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Binding { $($(#[$doc])* #[serde(rename = $word)] $name),* }

        impl Binding {
            /// The word in form files.
            pub fn word(self) -> &'static str {
                match self { $(Binding::$name => $word),* }
            }

            /// The words of the kinds that a field with this binding may have.
            pub(super) fn kinds(self) -> &'static [&'static str] {
                match self { $(Binding::$name => &[$($kind),+]),* }
            }
        }
    };
}

bindings! {
    ChildName = "child_name" ["system"];
    ChildPersonalId = "child_personal_id" ["system"];
    Guardians = "guardians" ["rows"];
    /// Drives whose signatures are required (CON-13).
    CustodyForm = "custody_form" ["system"];
    Initiator = "initiator" ["system"];
    /// The circle that the family has approved (PRI-04).
    CalledUnits = "called_units" ["system"];
    Purpose = "purpose" ["text", "long_text"];
    Goals = "goals" ["list", "long_text", "system"];
    /// Purpose and goals are formulated together (PRI-06).
    FormulatedWith = "formulated_with" ["people"];
    NotToBeRaised = "not_to_be_raised" ["text", "long_text"];
    /// How the child takes part (PRI-14).
    Participation = "participation" ["choice"];
    Interpreter = "interpreter" ["text", "long_text", "choice"];
    /// Place and time as the family wishes (PRI-22).
    PlaceAndTimeWishes = "place_and_time_wishes" ["text", "long_text"];
    /// What the child gets to read or hear (T3).
    ChildSummary = "child_summary" ["text", "long_text"];
    /// Consent is per unit (CON-04).
    ConsentScope = "consent_scope" ["units"];
    /// Consent states the kinds of information (CON-05).
    ConsentKinds = "consent_kinds" ["rows"];
    ConsentExclusions = "consent_exclusions" ["text", "long_text"];
    /// Consent ends (CON-05, TIME-10).
    ConsentValidUntil = "consent_valid_until" ["date"];
    /// The child signs alone, without guardians (CON-17).
    ChildAlone = "child_alone" ["checkbox"];
    /// The units may read the last plan of the process that this one takes up again (T19).
    EarlierPlan = "earlier_plan" ["checkbox"];
    ConsentInformationGiven = "consent_information_given" ["checklist"];
    Signatures = "signatures" ["system"];
    /// Where to turn in danger (PRI-19).
    AcuteInformation = "acute_information" ["system"];
    Participants = "participants" ["system"];
    /// The person who is Lots.
    Lots = "lots" ["system"];
    /// Legal item 4 (SoL 10:8, HSL 16:4).
    LeadPrincipal = "lead_principal" ["system"];
    /// The child's own words (PRI-14).
    ChildVoice = "child_voice" ["text", "long_text"];
    ChildVoiceMissing = "child_voice_missing" ["text", "long_text"];
    FamilyStory = "family_story" ["text", "long_text"];
    Needs = "needs" ["system"];
    /// Legal items 1 and 2: what is needed and what each principal answers for.
    Commitments = "commitments" ["system"];
    /// Legal item 3: measures by somebody other than municipality or region.
    OthersDo = "others_do" ["rows"];
    OpenQuestions = "open_questions" ["system"];
    NextMeeting = "next_meeting" ["system"];
    Dissent = "dissent" ["system"];
    InformationToChildBy = "information_to_child_by" ["text", "person"];
    InformationToChildOn = "information_to_child_on" ["date"];
    Chair = "chair" ["system"];
    Secretary = "secretary" ["text", "person"];
    /// Who was there, and how.
    AttendanceRows = "attendance_rows" ["rows"];
    /// The family speaks first (PRI-05).
    SinceLastTime = "since_last_time" ["text", "long_text"];
    CommitmentResults = "commitment_results" ["system"];
    GoalResults = "goal_results" ["system"];
    AssessmentResults = "assessment_results" ["system"];
    DecidedInterventions = "decided_interventions" ["system"];
    Closing = "closing" ["checkbox"];
    ClosingReason = "closing_reason" ["choice"];
    /// The way back when it gets difficult again (PRI-18).
    WayBack = "way_back" ["text", "long_text"];
    WayBackContact = "way_back_contact" ["text", "long_text"];
    /// The only age that is told of somebody whom nobody may know (DID-2).
    AgeBand = "age_band" ["choice"];
    /// Types instead of names (DID-2).
    UnitTypes = "unit_types" ["choices"];
    /// Why Lots was not enough (S5).
    Shortfalls = "shortfalls" ["choices"];
    /// What a body is asked; put to the body and to no unit (S5).
    Questions = "questions" ["list"];
    NoNextMeetingReason = "no_next_meeting_reason" ["text", "long_text"];
}

impl FormRole {
    pub const ALL: [FormRole; 7] = [
        FormRole::PreMeeting,
        FormRole::Summons,
        FormRole::Plan,
        FormRole::Attendance,
        FormRole::FollowUp,
        FormRole::CaseDescription,
        FormRole::DeidentifiedDescription,
    ];
}
