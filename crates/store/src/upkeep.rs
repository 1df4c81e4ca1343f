//! Is the store still as it was written, and can what is derived be derived again?

use crate::{
    Error, Store,
    chain::{self, Found, Tampering},
    content, project,
};
use domain::ids::ProcessId;

impl Store {
    /// Walks the chain of every process and compares every text with its hash. Empty if all is as written.
    pub async fn verify(&self) -> Result<Vec<Tampering>, Error> {
        let (mut all, mut last) = (Vec::new(), None);
        loop {
            // A hundred processes at a time, so that no snapshot is held for long.
            let (found, next) = self.db.read(move |tx| some_after(tx, last)).await?;
            all.extend(found);
            match next {
                Some(process) => last = Some(process),
                None => return Ok(all),
            }
        }
    }

    /// Throws the projections away and derives them again from the events. Nothing changes by it.
    pub async fn rebuild(&self) -> Result<(), Error> {
        Ok(self.db.write(project::rebuild).await?)
    }
}

fn some_after(
    tx: &mut crate::engine::Tx,
    last: Option<ProcessId>,
) -> crate::engine::Result<(Vec<Tampering>, Option<ProcessId>)> {
    let processes = chain::processes_after(tx, last)?;
    let mut all = Vec::new();
    for process in &processes {
        let texts = content::altered(tx, *process)?.into_iter().map(Found::Text);
        let found = chain::verify(tx, *process)?.into_iter().chain(texts);
        all.extend(found.map(|found| Tampering { process: *process, found }));
    }
    Ok((all, processes.last().copied()))
}
