//! Which statements are there? All of them, so that a test can prepare every one on both engines.

use crate::engine::Sql;

/// **Invariant:** every module that declares statements is listed (a test counts the declarations).
pub(crate) static ALL: &[&[&Sql]] = &[
    crate::access::STATEMENTS,
    crate::account::STATEMENTS,
    crate::bodies::STATEMENTS,
    crate::bodies::read::STATEMENTS,
    crate::chain::STATEMENTS,
    crate::content::STATEMENTS,
    crate::deidentified::STATEMENTS,
    crate::deidentified::read::STATEMENTS,
    crate::desk::STATEMENTS,
    crate::desk::needs::STATEMENTS,
    crate::draft::STATEMENTS,
    crate::fold::STATEMENTS,
    crate::log::STATEMENTS,
    crate::log::before::STATEMENTS,
    crate::log::sealer::STATEMENTS,
    crate::log::witnessed::STATEMENTS,
    crate::looked::STATEMENTS,
    crate::people::STATEMENTS,
    crate::project::STATEMENTS,
    crate::receipt::STATEMENTS,
    crate::request::STATEMENTS,
    crate::review::STATEMENTS,
    crate::review::figures::STATEMENTS,
    crate::seat::STATEMENTS,
    crate::session::STATEMENTS,
    crate::verify::bodies::STATEMENTS,
    crate::verify::deidentified::STATEMENTS,
    crate::verify::needs::STATEMENTS,
    crate::verify::process::STATEMENTS,
    crate::verify::log::STATEMENTS,
    crate::verify::rest::STATEMENTS,
    crate::verify::review::STATEMENTS,
];
