//! What have witnesses said about the log?
//!
//! What stands here is worth nothing to whoever does not know the witnesses' keys: the database holds it so that it is
//! at hand, and whoever verifies looks at each signature again.

#[cfg(test)]
mod tests;

use super::{index, newest, size};
use crate::{
    Error, Store,
    engine::{Fault, Result, Tx, V, statements},
};
use domain::Now;
use record::{Checkpoint, Note, NoteSignature, PublicKey};

statements! {
    COSIGN = "INSERT INTO log_cosignature (size, witness, line) VALUES ($1, $2, $3) \
              ON CONFLICT (size, witness) DO UPDATE SET line = excluded.line";
    COSIGNED = "SELECT s.line, c.note FROM log_cosignature s JOIN log_checkpoint c ON c.size = s.size \
                WHERE s.witness = $1 ORDER BY s.size DESC LIMIT 1";
    LINES = "SELECT line FROM log_cosignature WHERE size = $1 ORDER BY witness";
    REFUSE = "INSERT INTO log_refusal (witness, size, recorded_us, said) VALUES ($1, $2, $3, $4) \
              ON CONFLICT (witness) DO UPDATE SET \
              size = excluded.size, recorded_us = excluded.recorded_us, said = excluded.said";
    REFUSES_NO_MORE = "DELETE FROM log_refusal WHERE witness = $1";
    REFUSALS = "SELECT witness, size, said FROM log_refusal ORDER BY witness";
}

/// A witness has seen another history of the log than the one that is here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// The name of its key, and the id.
    pub witness: String,
    /// How many leaves there were here.
    pub size: u64,
    pub said: String,
}

impl Store {
    /// Keeps what a witness has put under the checkpoint over `size` leaves. Whatever it has refused is over.
    pub async fn keep_cosignature(
        &self,
        leaves: u64,
        witness: &PublicKey,
        line: &NoteSignature,
    ) -> std::result::Result<(), Error> {
        let (witness, line) = (known_as(witness), line.to_string());
        let keep = move |tx: &mut Tx| {
            tx.exec(&COSIGN, &[V::Int(index(leaves)?), V::Text(&witness), V::Text(&line)])?;
            tx.exec(&REFUSES_NO_MORE, &[V::Text(&witness)])?;
            Ok(())
        };
        Ok(self.db.regardless().write(keep).await?)
    }

    /// Keeps that a witness does not recognise the log of `leaves` leaves.
    pub async fn keep_refusal(
        &self,
        leaves: u64,
        witness: &PublicKey,
        said: String,
        now: Now,
    ) -> std::result::Result<(), Error> {
        let (witness, at_us) = (known_as(witness), now.instant.as_microsecond());
        let keep = move |tx: &mut Tx| {
            let leaves = V::Int(index(leaves)?);
            tx.exec(&REFUSE, &[V::Text(&witness), leaves, V::Int(at_us), V::Text(&said)])?;
            Ok(())
        };
        Ok(self.db.regardless().write(keep).await?)
    }

    /// Who refuses, and has not cosigned since.
    pub async fn refusals(&self) -> std::result::Result<Vec<Refusal>, Error> {
        let look = |tx: &mut Tx| {
            tx.rows(&REFUSALS, &[], |row| {
                Ok(Refusal { witness: row.text(0)?, size: size(row.int(1)?)?, said: row.text(2)? })
            })
        };
        Ok(self.db.regardless().read(look).await?)
    }

    /// The newest checkpoint that bears a line of this witness, with that line under it; nothing is verified.
    pub async fn cosigned(&self, witness: &PublicKey) -> std::result::Result<Option<Note>, Error> {
        let witness = known_as(witness);
        let look = move |tx: &mut Tx| {
            let read = |row: &crate::engine::Row| Ok((row.text(0)?, row.text(1)?));
            let found = tx.one(&COSIGNED, &[V::Text(&witness)], read)?;
            found.map(|(line, note)| with_lines(&note, &[line])).transpose()
        };
        Ok(self.db.regardless().read(look).await?)
    }

    /// The newest checkpoint with everything that witnesses have put under it. `None` before the first.
    pub async fn witnessed_checkpoint(&self) -> std::result::Result<Option<Note>, Error> {
        let look = |tx: &mut Tx| {
            let Some(note) = newest(tx)? else { return Ok(None) };
            let unreadable = |_| Fault::Unreadable("the newest checkpoint");
            let text = Note::parse(&note).map_err(|_| Fault::Unreadable("the newest checkpoint"))?;
            let checkpoint = Checkpoint::parse(text.text()).map_err(unreadable)?;
            let lines = tx.rows(&LINES, &[V::Int(index(checkpoint.size)?)], |row| row.text(0))?;
            with_lines(&note, &lines).map(Some)
        };
        Ok(self.db.regardless().read(look).await?)
    }
}

fn with_lines(note: &str, lines: &[String]) -> Result<Note> {
    let mut note = Note::parse(note).map_err(|_| Fault::Unreadable("a checkpoint"))?;
    for line in lines {
        note.put(NoteSignature::parse(line).map_err(|_| Fault::Unreadable("the line of a witness"))?);
    }
    Ok(note)
}

/// As the witness is called in the database: a new key is another witness.
fn known_as(witness: &PublicKey) -> String {
    format!("{}+{:08x}", witness.name(), u32::from_be_bytes(witness.id()))
}
