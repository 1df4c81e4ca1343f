//! How is a form kept while it is being written, by one or by two at the same time?
//!
//! Whatever is posted is saved as a draft before anything else happens to it. If somebody else has saved in
//! between, nothing is overwritten: both versions are shown, and the next saving is a choice.

use domain::{
    PersonId, ProcessId,
    form::{Form, Values},
};
use policy::{Action, Actor};
use store::{Draft, DraftKey, Saved};

use crate::web::{app::App, case::Case, error::WebError, form::Fields, form_data::Blank, texts::Texts};

/// The hidden field with the revision that the page was drawn from.
pub const BASE: &str = "base";

/// A form that is being written: the process, what has been written so far, and which revision that is.
pub struct Desk {
    pub case: Case,
    pub draft: Option<Draft>,
}

/// What became of what was posted.
pub enum Kept {
    Saved {
        revision: u32,
    },
    /// Somebody else has saved; the page is shown with both versions.
    Conflict(Conflict),
}

/// The other version.
pub struct Conflict {
    pub editor: PersonId,
    pub values: Values,
    /// Saving upon this revision replaces it knowingly.
    pub revision: u32,
}

/// One field that two people have written differently.
pub struct Difference {
    pub label: String,
    pub yours: String,
    pub theirs: String,
}

/// Both versions in words.
pub struct Versions {
    pub editor: String,
    pub differences: Vec<Difference>,
}

pub fn key(process: ProcessId, form: &Form, subject: &str) -> DraftKey {
    DraftKey { process, form: form.id.clone(), subject: subject.to_owned() }
}

impl Desk {
    /// Opens the draft for whoever may do the act that the form is for.
    ///
    /// # Errors
    /// As [`App::case`].
    pub async fn open(app: &App, actor: Actor, key: DraftKey, action: Action) -> Result<Desk, WebError> {
        let (case, draft) = app.draft(actor, key, action).await?;
        Ok(Desk { case, draft })
    }

    /// The revision to save upon; 0 before the first.
    pub fn revision(&self) -> u32 {
        self.draft.as_ref().map_or(0, |draft| draft.revision)
    }

    /// What has been written; `None` before anything has.
    pub fn values(&self) -> Option<Values> {
        self.draft.as_ref().map(values)
    }
}

/// What a draft holds. One that cannot be read any more counts as empty rather than blocking the page.
fn values(draft: &Draft) -> Values {
    serde_json::from_str(&draft.body).unwrap_or_default()
}

/// The revision that the posted page was drawn from.
pub fn base(fields: &Fields) -> u32 {
    fields.raw(BASE).parse().unwrap_or(0)
}

/// Saves what was posted.
///
/// # Errors
/// As [`App::case`].
pub async fn keep(
    app: &App,
    actor: Actor,
    key: DraftKey,
    action: Action,
    base: u32,
    written: &Values,
) -> Result<Kept, WebError> {
    let body = serde_json::to_string(written).map_err(WebError::fault)?;
    Ok(match app.save_draft(actor, key, action, base, body).await? {
        Saved::Stored { revision } => Kept::Saved { revision },
        Saved::Stale { theirs, .. } => Kept::Conflict(match theirs {
            Some(theirs) => {
                Conflict { editor: theirs.editor, revision: theirs.revision, values: values(&theirs) }
            }
            // The draft has been handed in or thrown away: saving again begins a new one.
            None => Conflict { editor: actor.person, revision: 0, values: Values::default() },
        }),
    })
}

impl Conflict {
    /// Field by field, what differs.
    pub fn versions(&self, t: &Texts, case: &Case, blank: &Blank<'_>, yours: &Values) -> Versions {
        let (yours, theirs) = (blank.complete(yours), blank.complete(&self.values));
        let differences = blank.written_fields().filter_map(|field| {
            let (yours, theirs) = (blank.in_words(t, field, &yours), blank.in_words(t, field, &theirs));
            (yours != theirs).then(|| Difference { label: field.label.clone(), yours, theirs })
        });
        Versions { editor: case.name(self.editor).to_owned(), differences: differences.collect() }
    }
}
