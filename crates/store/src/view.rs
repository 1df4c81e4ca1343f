//! What does one get to see of a process?

use crate::fold::People;
use domain::{
    Process,
    ids::{PersonId, ProcessId, TextId},
};
use policy::{Action, Ground};
use std::{collections::HashMap, sync::Arc};

/// The texts of a process.
pub type Texts = HashMap<TextId, String>;

/// One process, opened for somebody on a ground, as it was at one moment.
///
/// **Invariant:** only this crate can make one, and it does so after the ruling (AC-1). Whoever has one can read it:
///
/// ```
/// use store::View;
/// fn reads(view: View) -> (policy::Ground, usize) {
///     (view.ground, view.texts.len())
/// }
/// ```
///
/// but nobody can make one out of nothing:
///
/// ```compile_fail,E0639
/// use store::View;
/// fn forges(view: View) -> View {
///     let View { id, process, ground, people, texts, .. } = view;
///     View { id, process, ground, people, texts }
/// }
/// ```
#[derive(Clone)]
#[non_exhaustive]
pub struct View {
    pub id: ProcessId,
    pub process: Arc<Process>,
    /// Why it could be opened.
    pub ground: Ground,
    /// Everyone whom the process names.
    pub people: People,
    pub texts: Texts,
}

impl View {
    /// The name of somebody whom the process names.
    pub fn name(&self, person: PersonId) -> Option<&str> {
        self.people.get(&person).map(|person| person.name.as_str())
    }

    pub fn text(&self, id: TextId) -> Option<&str> {
        self.texts.get(&id).map(String::as_str)
    }
}

/// One process in a list. As with [`View`], only this crate can make one.
///
/// ```
/// use store::Listed;
/// fn reads(listed: Listed) -> domain::ProcessId {
///     let Listed { id, .. } = listed;
///     id
/// }
/// ```
///
/// ```compile_fail,E0639
/// use store::Listed;
/// fn forges(listed: Listed) -> Listed {
///     let Listed { id, process, action, ground, people, .. } = listed;
///     Listed { id, process, action, ground, people }
/// }
/// ```
#[derive(Clone)]
#[non_exhaustive]
pub struct Listed {
    pub id: ProcessId,
    pub process: Arc<Process>,
    /// The most that one may do to look at it: what the page behind the list will be asked for. Nothing may
    /// be shown in the list that this act would not show.
    pub action: Action,
    pub ground: Ground,
    pub people: People,
}

impl Listed {
    pub fn name(&self, person: PersonId) -> Option<&str> {
        self.people.get(&person).map(|person| person.name.as_str())
    }
}
