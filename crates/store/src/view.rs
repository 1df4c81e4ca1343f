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
#[derive(Clone)]
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

/// One process in a list.
#[derive(Clone)]
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
