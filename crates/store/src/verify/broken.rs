//! Where is the record not as it was written, in plain words?

use crate::AccessId;
use domain::ids::{ProcessId, TextId};

/// A place that is not as it was written. Leaves are counted from 0.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Broken {
    #[error("leaf {leaf} of the log is missing")]
    LeafMissing { leaf: u64 },
    #[error("leaf {leaf} of the log cannot be read")]
    LeafUnreadable { leaf: u64 },
    #[error("leaf {leaf} of the log belongs to a row of access and to a remark, or to neither")]
    LeafOfNothing { leaf: u64 },
    #[error("the row of access {} (leaf {leaf}) is gone, and no remark says that it was disposed of", .access.0)]
    RowGone { leaf: u64, access: AccessId },
    #[error("the row of access {} is not the one that leaf {leaf} was made of", .access.0)]
    RowAltered { leaf: u64, access: AccessId },
    #[error("the events and texts that act {} (leaf {leaf}) stored are not those that are there now", .access.0)]
    StoredAltered { leaf: u64, access: AccessId },
    #[error("the remark of leaf {leaf} is not the one the leaf was made of")]
    RemarkAltered { leaf: u64 },
    #[error("a remark of leaf {leaf} stands beside the log: there is no such leaf")]
    RemarkOutside { leaf: i64 },
    #[error("the log says that the row of leaf {leaf} was disposed of, but it is there")]
    NotDisposed { leaf: u64 },
    #[error("time goes back at leaf {leaf}, and no remark says that the clock was set back")]
    TimeGoesBack { leaf: u64 },
    #[error("the checkpoint over the first {size} leaves is gone")]
    CheckpointGone { size: u64 },
    #[error("the checkpoint over the first {size} leaves was not made when the log was sealed")]
    CheckpointOutside { size: u64 },
    #[error("the checkpoint over the first {size} leaves cannot be read")]
    CheckpointUnreadable { size: u64 },
    #[error("the first {size} leaves are not those that were signed")]
    CheckpointOfOther { size: u64 },
    #[error("the signature of the checkpoint over the first {size} leaves is not true")]
    CheckpointForged { size: u64 },
    #[error("leaf {leaf} and those after it lie under no checkpoint")]
    Unsigned { leaf: u64 },
    #[error(
        "a checkpoint kept elsewhere is over {kept} leaves, but there are only {found}: an old copy, or the end was cut off"
    )]
    Shorter { kept: u64, found: u64 },
    #[error(
        "a checkpoint kept elsewhere has another root over the first {size} leaves: the log was rewritten, or there are two"
    )]
    OtherThanKept { size: u64 },
    #[error("the row of access {} waits to be sealed with another leaf than its own", .access.0)]
    WaitingAltered { access: AccessId },
    #[error("the row of access {} stands in the log, or waits for it, more than once", .access.0)]
    InTwice { access: AccessId },
    #[error("the row of access {} should have been sealed long ago", .access.0)]
    WaitsTooLong { access: AccessId },
    #[error("the row of access {} is not in the log", .access.0)]
    RowOutside { access: AccessId },
    #[error("what had been written before the log was begun is not what it was then")]
    BeforeAltered,
    #[error("event {version} of process {} was changed, or stands where another was removed or put in", .process.0)]
    Event { process: ProcessId, version: i64 },
    #[error("event {version} of process {} can be told apart from no known one", .process.0)]
    EventUnreadable { process: ProcessId, version: i64 },
    #[error("event {version} of process {} was stored by no act that is on record", .process.0)]
    EventWithoutAct { process: ProcessId, version: i64 },
    #[error("text {} of process {} is not what was stored", .text.0, .process.0)]
    Text { process: ProcessId, text: TextId },
    #[error("text {} of process {} was stored by no act that is on record", .text.0, .process.0)]
    TextWithoutAct { process: ProcessId, text: TextId },
    #[error("what is told of the reviews of the log is not what was drawn and decided")]
    ReviewAltered,
    #[error("a meeting of a body, or its cadence, is not as it was written")]
    BodiesAltered,
    #[error("a description without identity is not as it was written")]
    DeidentifiedAltered,
    #[error("something that the parties should develop is not as it was written")]
    NeedsAltered,
    #[error("a row of process {} cannot be read", .0.0)]
    ProcessUnreadable(ProcessId),
    #[error("a process, or a row of access, has an id that is none")]
    IdUnreadable,
}
