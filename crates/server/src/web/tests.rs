//! Do the pages keep what they promise? One client, the whole router.

mod assets;
mod bodies;
mod client;
mod deidentified;
mod errors;
mod family;
mod forms;
mod headers;
mod log_review;
mod other_grounds;
mod outside;
mod password;
mod protection;
mod reach;
mod receipts;
mod samba;
mod samba_cases;
mod secrecy;
mod sessions;
mod stories;
mod texts;
mod wording;
pub(crate) mod world;
