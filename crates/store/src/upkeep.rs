//! Can what is derived be derived again?

use crate::{Error, Store, project};

impl Store {
    /// Throws the projections away and derives them again from the events. Nothing changes by it.
    pub async fn rebuild(&self) -> Result<(), Error> {
        Ok(self.db.write(project::rebuild).await?)
    }
}
