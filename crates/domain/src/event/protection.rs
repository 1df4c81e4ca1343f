//! What can have happened around a protected identity, and to what one guardian must not read? (PID-1 to PID-10,
//! AC-7, AC-8)
//!
//! Stored beside the events of `event.rs` and under the same rules: a variant is never renamed, removed or given a
//! new meaning, and holds ids, dates and choices only.

use crate::{choice::*, ids::*};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum ProtectionEvent {
    /// The mark is switched on for the child or somebody who looks after it (PID-1).
    IdentityProtected {
        person: PersonId,
        grade: ProtectionGrade,
        by: PersonId,
        on: Date,
    },
    /// A guardian may know of the process, but not where anybody is (PID-2).
    WhereaboutsHidden {
        from: PersonId,
        reason: TextId,
        by: PersonId,
        on: Date,
    },
    /// The first of the two persons that it takes to switch the mark off (PID-1).
    ProtectionEndProposed {
        person: PersonId,
        reason: TextId,
        by: PersonId,
        on: Date,
    },
    /// The second.
    ProtectionEnded {
        person: PersonId,
        by: PersonId,
        on: Date,
    },
    /// The unit's manager is asked to name those who may handle it (PID-4).
    UsersAsked {
        unit: UnitId,
        by: PersonId,
        on: Date,
    },
    UserNamed {
        unit: UnitId,
        person: PersonId,
        by: PersonId,
        on: Date,
    },
    UserRemoved {
        unit: UnitId,
        person: PersonId,
        by: PersonId,
        on: Date,
    },
    /// What a guardian from whom whereabouts are hidden is to read instead (PID-6).
    SeparateCopyDrafted {
        copy: SeparateCopyNo,
        receiver: PersonId,
        subject: SeparateSubject,
        text: FormText,
        by: PersonId,
        on: Date,
    },
    /// A second person has compared it with the whole text. From now on the receiver can read it.
    SeparateCopyApproved {
        copy: SeparateCopyNo,
        by: PersonId,
        on: Date,
    },
    /// One guardian must not read this (OSL 12:3). Nothing shows that something is missing (AC-7).
    ItemWithheld {
        item: PlanItem,
        from: PersonId,
        reason: TextId,
        by: PersonId,
        on: Date,
    },
    ItemShown {
        item: PlanItem,
        to: PersonId,
        by: PersonId,
        on: Date,
    },
    /// The third person of whom a passage tells has agreed that it is passed on, word for word (CON-20).
    ThirdPersonAgreed {
        passage: TextHash,
        how: TextId,
        by: PersonId,
        on: Date,
    },
}

/// What a separate copy stands in for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "of")]
pub enum SeparateSubject {
    Summons {
        summons: SummonsNo,
    },
    Plan {
        version: PlanVersion,
    },
    /// Something told to this guardian alone: a time, a change, the way back.
    Message,
}

/// One thing in the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "is")]
pub enum PlanItem {
    Need { need: NeedNo },
    Goal { goal: GoalNo },
    Line { commitment: CommitmentNo },
    Question { question: QuestionNo },
}
