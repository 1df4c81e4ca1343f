//! What has somebody begun to fill in, and has anybody else changed it meanwhile?

use crate::{
    Error, Store, access,
    door::{asked, ruled, view},
    engine::{Result, Row, Tx, V, statements},
    view::View,
};
use domain::{
    ids::{PersonId, ProcessId},
    now::Now,
};
use jiff::Timestamp;
use policy::{Action, Actor};

statements! {
    GET = "SELECT body, revision, editor, edited_us FROM draft \
           WHERE process_id = $1 AND form = $2 AND subject = $3";
    FIRST = "INSERT INTO draft (process_id, form, subject, body, revision, editor, edited_us) \
             VALUES ($1, $2, $3, $4, 1, $5, $6) ON CONFLICT (process_id, form, subject) DO NOTHING";
    NEXT = "UPDATE draft SET body = $1, revision = revision + 1, editor = $2, edited_us = $3 \
            WHERE process_id = $4 AND form = $5 AND subject = $6 AND revision = $7";
    REMOVE = "DELETE FROM draft WHERE process_id = $1 AND form = $2 AND subject = $3";
}

/// Which draft: the form, and what in the process it is about (a meeting, a unit; empty for the whole).
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct DraftKey {
    pub process: ProcessId,
    pub form: String,
    pub subject: String,
}

/// A form as somebody left it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The values as JSON. They have not been checked yet.
    pub body: String,
    /// Counts from 1. Whoever saves says which revision the change was made to.
    pub revision: u32,
    pub editor: PersonId,
    pub edited: Timestamp,
}

/// What became of a saved draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Saved {
    Stored {
        revision: u32,
    },
    /// Somebody saved in between. Nothing is stored and nothing lost: the page shows both, to choose from.
    Stale {
        yours: String,
        /// `None` if the draft has been handed in or thrown away.
        theirs: Option<Draft>,
    },
}

impl Store {
    /// Opens a process and, if there is one, the draft of a form in it.
    ///
    /// # Errors
    /// As [`Store::read`]. `action` is the act that the form is for, so whoever may not do it sees no draft.
    pub async fn read_draft(
        &self,
        key: DraftKey,
        actor: Actor,
        action: Action,
        now: Now,
    ) -> Result<(View, Option<Draft>), Error> {
        let (asked, folds) = (asked(key.process, actor, action, now), self.folds.clone());
        let look = move |tx: &mut Tx| match ruled(tx, &folds, key.process, actor, action, now)? {
            Ok((folded, ground)) => {
                let seen = (view(tx, key.process, actor, now, folded, ground)?, get(tx, &key)?);
                Ok((Ok(seen), asked.granted(ground)?))
            }
            Err(denial) => Ok((Err(denial), asked.denied(denial)?)),
        };
        self.db.witness(look, access::put).await?.map_err(Error::Denied)
    }

    /// Saves the draft of a form as the successor of revision `base` (0: there was none).
    ///
    /// # Errors
    /// [`Error::Denied`] for whoever may not do the act that the form is for.
    pub async fn save_draft(
        &self,
        key: DraftKey,
        base: u32,
        body: String,
        actor: Actor,
        action: Action,
        now: Now,
    ) -> Result<Saved, Error> {
        let (asked, folds) = (asked(key.process, actor, action, now), self.folds.clone());
        let act = move |tx: &mut Tx| match ruled(tx, &folds, key.process, actor, action, now)? {
            Ok((_, ground)) => {
                access::put(tx, &asked.granted(ground)?)?;
                Ok(Ok(save(tx, &key, base, &body, actor.person, now)?))
            }
            Err(denial) => {
                access::put(tx, &asked.denied(denial)?)?;
                Ok(Err(denial))
            }
        };
        self.db.write(act).await?.map_err(Error::Denied)
    }
}

pub(crate) fn get(tx: &mut Tx, key: &DraftKey) -> Result<Option<Draft>> {
    tx.one(&GET, &[V::Id(key.process.0), V::Text(&key.form), V::Text(&key.subject)], draft)
}

/// Saves `body` as the successor of revision `base` (0: there was none).
///
/// **Invariant:** what another has saved is never overwritten unseen.
pub(crate) fn save(
    tx: &mut Tx,
    key: &DraftKey,
    base: u32,
    body: &str,
    editor: PersonId,
    now: Now,
) -> Result<Saved> {
    let (process, form, subject) = (V::Id(key.process.0), V::Text(&key.form), V::Text(&key.subject));
    let (editor, at) = (V::Id(editor.0), V::instant(now.instant));
    let stored = if base == 0 {
        tx.exec(&FIRST, &[process, form, subject, V::Text(body), editor, at])?
    } else {
        tx.exec(&NEXT, &[V::Text(body), editor, at, process, form, subject, V::Int(base.into())])?
    };
    if stored == 1 {
        return Ok(Saved::Stored { revision: base + 1 });
    }
    match get(tx, key)? {
        // The same button pressed twice, or two people of one mind.
        Some(theirs) if theirs.body == body => Ok(Saved::Stored { revision: theirs.revision }),
        theirs => Ok(Saved::Stale { yours: body.to_owned(), theirs }),
    }
}

/// The draft has become something else, or nothing.
pub(crate) fn remove(tx: &mut Tx, key: &DraftKey) -> Result<()> {
    tx.exec(&REMOVE, &[V::Id(key.process.0), V::Text(&key.form), V::Text(&key.subject)])?;
    Ok(())
}

fn draft(row: &Row) -> Result<Draft> {
    Ok(Draft {
        body: row.text(0)?,
        revision: row.number(1)?,
        editor: PersonId(row.id(2)?),
        edited: row.instant(3)?,
    })
}
