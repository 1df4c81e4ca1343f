//! Which blanks are in use? One for each purpose, and the meeting manual.

use serde::Deserialize;

use super::{Form, FormFault, FormRole, MeetingManual};

/// The files that are shipped with the program.
const SHIPPED: [(&str, &str); 8] = [
    ("lots-formote.toml", include_str!("../../../../data/forms/lots-formote.toml")),
    ("lots-kallelse-7.1.toml", include_str!("../../../../data/forms/lots-kallelse-7.1.toml")),
    ("lots-sip-7.0.toml", include_str!("../../../../data/forms/lots-sip-7.0.toml")),
    ("lots-narvaro-5.0.toml", include_str!("../../../../data/forms/lots-narvaro-5.0.toml")),
    ("lots-uppfoljning-6.0.toml", include_str!("../../../../data/forms/lots-uppfoljning-6.0.toml")),
    ("samba-arendebeskrivning.toml", include_str!("../../../../data/forms/samba-arendebeskrivning.toml")),
    (
        "samba-arendebeskrivning-avidentifierad.toml",
        include_str!("../../../../data/forms/samba-arendebeskrivning-avidentifierad.toml"),
    ),
    ("lots-motesmanual.toml", include_str!("../../../../data/forms/lots-motesmanual.toml")),
];

/// The blanks in use.
///
/// **Invariant:** exactly one for each [`FormRole`]. [`FormLibrary::load`] is the only way to make one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormLibrary {
    forms: Vec<Form>,
    /// The same, for families with protected identity.
    protected: Vec<Form>,
    manual: MeetingManual,
}

/// Why a set of form files cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LibraryFault {
    #[error("{file}: {fault}")]
    Faulty { file: String, fault: FormFault },
    #[error("{file}: the file cannot be read, or lacks its role: {reason}")]
    WithoutRole { file: String, reason: String },
    #[error("{file}: there is another form for the role {role:?}; keep one of them in the folder")]
    TwoForOneRole { file: String, role: FormRole },
    #[error("no form for the role {0:?}")]
    MissingForm(FormRole),
    #[error("{0}: there is another meeting manual")]
    TwoManuals(String),
    #[error("no meeting manual")]
    MissingManual,
}

/// As much of a file as tells what it is.
#[derive(Deserialize)]
struct Peek {
    role: String,
}

impl FormLibrary {
    /// Reads a set of files, given as name and text.
    ///
    /// # Errors
    /// The first fault found, with the file and the place in it.
    pub fn load<'a>(
        files: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Result<FormLibrary, LibraryFault> {
        let mut forms: Vec<Form> = Vec::new();
        let mut manual = None;
        for (name, text) in files {
            let file = || name.to_owned();
            let peek: Peek = toml::from_str(text)
                .map_err(|error| LibraryFault::WithoutRole { file: file(), reason: error.to_string() })?;
            if peek.role == "meeting_manual" {
                let read = MeetingManual::parse(text)
                    .map_err(|fault| LibraryFault::Faulty { file: file(), fault })?;
                if manual.replace(read).is_some() {
                    return Err(LibraryFault::TwoManuals(file()));
                }
            } else {
                let form = Form::parse(text).map_err(|fault| LibraryFault::Faulty { file: file(), fault })?;
                if forms.iter().any(|other| other.role == form.role) {
                    return Err(LibraryFault::TwoForOneRole { file: file(), role: form.role });
                }
                forms.push(form);
            }
        }
        for role in FormRole::ALL {
            if forms.iter().all(|form| form.role != role) {
                return Err(LibraryFault::MissingForm(role));
            }
        }
        let protected = forms.iter().map(Form::for_protected).collect();
        Ok(FormLibrary { forms, protected, manual: manual.ok_or(LibraryFault::MissingManual)? })
    }

    /// The files that are shipped with the program, as name and text: to write out and edit.
    pub fn shipped() -> impl Iterator<Item = (&'static str, &'static str)> {
        SHIPPED.into_iter()
    }

    /// The blank for a purpose.
    pub fn form(&self, role: FormRole) -> &Form {
        self.blank(role, false)
    }

    /// The blank for a purpose in one process; if somebody in it has protected identity, without the fields
    /// that tell where they are (PID-2).
    pub fn blank(&self, role: FormRole, protected: bool) -> &Form {
        let forms = if protected { &self.protected } else { &self.forms };
        // `load` has seen that each role is there: missing here is a programmer error.
        forms.iter().find(|form| form.role == role).expect("every role has a form")
    }

    /// The blank with an id, if it is in use.
    pub fn by_id(&self, id: &str) -> Option<&Form> {
        self.forms.iter().find(|form| form.id == id)
    }

    pub fn manual(&self) -> &MeetingManual {
        &self.manual
    }
}

impl Default for FormLibrary {
    /// The shipped blanks.
    fn default() -> FormLibrary {
        // Compiled in and loaded by a test: failing here is a programmer error.
        FormLibrary::load(SHIPPED).expect("the shipped forms are valid")
    }
}
