//! How is a statement declared, so that all of them can be listed and tried on both engines?

/// A statement known by name.
pub(crate) struct Sql {
    /// Unique among all statements: the key of PostgreSQL's cache of prepared statements.
    pub(crate) name: &'static str,
    /// With parameters `$1`, `$2` … that first appear in that order: SQLite numbers them as they come.
    pub(crate) text: &'static str,
}

/// Declares the statements of a module, and the list of them that `crate::statements` gathers for the tests.
macro_rules! statements {
    ($($name:ident = $text:expr;)+) => {
        $(static $name: $crate::engine::Sql = $crate::engine::Sql {
            name: concat!(module_path!(), "::", stringify!($name)),
            text: $text,
        };)+
        #[cfg(test)]
        pub(crate) static STATEMENTS: &[&$crate::engine::Sql] = &[$(&$name),+];
    };
}
pub(crate) use statements;
