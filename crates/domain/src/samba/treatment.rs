//! What does a body reply to a question that was put to it? (PRI-16)

use crate::ids::*;
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionReply {
    pub question: CaseQuestionNo,
    pub reply: Reply,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "reply")]
pub enum Reply {
    Answered {
        text: TextId,
    },
    /// To the next body, which owes it a reply.
    LiftedOn,
    /// It cannot be answered, and why.
    NotAnswerable {
        reason: TextId,
    },
}
