//! Why did the store not do what it was asked?

use crate::engine::Fault;
use domain::Refusal;
use policy::Denial;

#[derive(Debug, Clone, thiserror::Error)]
pub enum Error {
    /// The policy says no. `Hidden` must be answered exactly like what does not exist.
    #[error("denied: {0:?}")]
    Denied(Denial),
    /// A rule of the model says no; the person can act on it.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// Something below the rules: for the operator, not for the person at the page.
    #[error(transparent)]
    Fault(#[from] Fault),
}
