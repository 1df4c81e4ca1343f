//! What makes a record one that nobody can rewrite unseen?
//!
//! A Merkle tree (RFC 9162), signed statements of how large it is (C2SP `signed-note` and `tlog-checkpoint`), and
//! the signatures of witnesses beside them (C2SP `tlog-cosignature`). Pure: no I/O, clock or randomness, so that
//! the program, a witness and a verifier without a database can share it.

mod addition;
mod checkpoint;
mod key;
mod leaf;
mod note;
mod proof;
mod tile;
mod tree;

pub use addition::{ADDITION_BYTES_MAX, Addition, AdditionFault, Objection};
pub use checkpoint::{Checkpoint, CheckpointFault, Cosigned};
pub use key::{KeyFault, KeyKind, PublicKey, SecretKey};
pub use leaf::{Id, Ruling, Salt, remark_leaf, stored};
pub use note::{NOTE_BYTES_MAX, Note, NoteFault, NoteSignature, SIGNATURES_MAX};
pub use proof::{Prover, is_consistent, is_included};
pub use tile::{TILE_WIDTH, Tile, Tiler, entries_path};
pub use tree::{EMPTY_ROOT, Edge, Hash, leaf_hash, node_hash};
