//! Which pages are there? Every route is listed in [`router`]; every page extends `layout.html`.

pub mod actor;
pub mod address;
pub mod app;
pub mod assets;
pub mod calendar_words;
pub mod case;
pub mod course;
pub mod demo;
pub mod document;
pub mod error;
pub mod fairway;
pub mod family;
pub mod flight;
pub mod form;
pub mod form_data;
pub mod identity;
pub mod log_review;
pub mod lots;
pub mod page;
pub mod password;
pub mod path;
pub mod public;
pub mod receipt;
pub mod refusal;
pub mod refusal_words;
pub mod router;
pub mod samba;
pub mod seats;
pub mod security;
pub mod sessions;
pub mod sign_in;
pub mod texts;
pub mod work;

#[cfg(test)]
pub(crate) mod tests;
