//! Why did the store not do what it was asked?

use crate::engine::Fault;

#[derive(Debug, Clone, thiserror::Error)]
pub enum Error {
    /// Something below the rules: for the operator, not for the person at the page.
    #[error(transparent)]
    Fault(#[from] Fault),
}
