//! What does the operator decide? Read once at start, from a file and from the environment.

#[cfg(test)]
mod tests;

use std::{
    fs,
    net::SocketAddr,
    path::{Path, PathBuf},
};

use domain::{
    organisation::{Organisation, OrganisationFault},
    samba::bodies::{Bodies, BodiesFault},
};
use record::PublicKey;
use serde::Deserialize;
use store::SessionLimits;

use crate::offering::Witness;

/// Where the data lies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Database {
    /// A file of the embedded database.
    Embedded(PathBuf),
    /// The address of a PostgreSQL server, `postgres://...`.
    Postgres(String),
}

/// Everything an operator decides.
#[derive(Debug, Clone)]
pub struct Config {
    pub listen: SocketAddr,
    pub database: Database,
    /// The address people type, `https://farled.example.se`: trusted as the origin of forms.
    pub origin: Option<String>,
    /// A proxy of ours stands before the program and says in X-Forwarded-For who asks.
    pub behind_proxy: bool,
    /// The file that describes the agreement area; without one, the shipped one.
    pub organisation: Option<PathBuf>,
    /// The file that describes the bodies beyond Lots; without one, the shipped one for the shipped organisation, and
    /// for any other none.
    pub bodies: Option<PathBuf>,
    /// How soon sessions end (AU-4).
    pub sessions: SessionLimits,
    /// How to reach whoever runs the service, for the accessibility statement: an address or a number.
    pub contact: Option<String>,
    /// The file with the key that signs the log: where whoever owns the database does not come.
    pub key: PathBuf,
    /// Keys that have signed this log before.
    pub former_keys: Vec<PublicKey>,
    /// Who is asked to cosign the log.
    pub witnesses: Vec<Witness>,
}

/// Why the configuration cannot be used, in words for the one who starts the program.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    #[error("{path}: {source}")]
    Unreadable { path: PathBuf, source: std::io::Error },
    #[error("{path}: {source}")]
    Malformed { path: PathBuf, source: Box<toml::de::Error> },
    #[error("{path}: {source}")]
    Organisation { path: PathBuf, source: Box<OrganisationFault> },
    #[error("{0}")]
    Bodies(Box<BodiesFault>),
    #[error(
        "the demo shows other people's pages to whoever asks, so it listens on this computer only: {0} is not a loopback address"
    )]
    DemoNotLocal(SocketAddr),
    #[error("former_keys: {key}: {fault}")]
    FormerKey { key: String, fault: record::KeyFault },
    #[error(
        "witnesses: {0}: not an address, http://host:port, and the public key of a witness, with a space between"
    )]
    Witness(String),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    listen: Option<SocketAddr>,
    data: Option<PathBuf>,
    database: Option<String>,
    origin: Option<String>,
    #[serde(default)]
    behind_proxy: bool,
    organisation: Option<PathBuf>,
    bodies: Option<PathBuf>,
    contact: Option<String>,
    idle_minutes: Option<u32>,
    session_hours: Option<u32>,
    key: Option<PathBuf>,
    #[serde(default)]
    former_keys: Vec<String>,
    #[serde(default)]
    witnesses: Vec<String>,
}

const DATABASE_FILE: &str = "farled.sqlite";
const KEY_FILE: &str = "farled.key";
/// What a file of bodies says where there are none.
const NO_BODIES: &str = "municipalities = []";

impl Config {
    /// What the demo runs with: an embedded database in `data`, reachable from this computer only.
    pub fn demo(listen: SocketAddr, data: &Path) -> Result<Self, ConfigError> {
        if !listen.ip().is_loopback() {
            return Err(ConfigError::DemoNotLocal(listen));
        }
        Ok(Self {
            listen,
            database: Database::Embedded(data.join(DATABASE_FILE)),
            origin: None,
            behind_proxy: false,
            organisation: None,
            bodies: None,
            sessions: SessionLimits::default(),
            contact: None,
            key: data.join(KEY_FILE),
            former_keys: vec![],
            witnesses: vec![],
        })
    }

    /// Reads the file, if there is one; `FARLED_DATABASE` in the environment wins, because it may hold a password.
    pub fn read(path: Option<&Path>, database: Option<String>) -> Result<Self, ConfigError> {
        let text = match path {
            Some(path) => fs::read_to_string(path)
                .map_err(|source| ConfigError::Unreadable { path: path.to_owned(), source })?,
            None => String::new(),
        };
        let written: Written = toml::from_str(&text).map_err(|source| ConfigError::Malformed {
            path: path.map(Path::to_owned).unwrap_or_default(),
            source: Box::new(source),
        })?;
        written.with_database(database)
    }
}

impl Config {
    /// What a new log is called: after the address people type, or else by chance.
    pub fn log_name(&self, chance: u32) -> String {
        let host = self.origin.as_deref().and_then(|origin| origin.split_once("://"));
        match host {
            Some((_, host)) => format!("{host}/record"),
            None => format!("farled-{chance:08x}/record"),
        }
    }

    /// The agreement area this installation serves.
    pub fn organisation(&self) -> Result<Organisation, ConfigError> {
        let Some(path) = &self.organisation else { return Ok(Organisation::default()) };
        let text = fs::read_to_string(path)
            .map_err(|source| ConfigError::Unreadable { path: path.clone(), source })?;
        Organisation::parse(&text)
            .map_err(|source| ConfigError::Organisation { path: path.clone(), source: Box::new(source) })
    }

    /// The bodies beyond Lots. An organisation of one's own that sends children there needs a file of its own.
    pub fn bodies(&self, organisation: &Organisation) -> Result<Bodies, ConfigError> {
        let text = match (&self.bodies, &self.organisation) {
            (Some(path), _) => fs::read_to_string(path)
                .map_err(|source| ConfigError::Unreadable { path: path.clone(), source })?,
            (None, None) => return Ok(Bodies::default()),
            (None, Some(_)) => NO_BODIES.to_owned(),
        };
        Bodies::parse(&text, organisation).map_err(|fault| ConfigError::Bodies(Box::new(fault)))
    }
}

impl Written {
    fn with_database(self, database: Option<String>) -> Result<Config, ConfigError> {
        let data = self.data.unwrap_or_else(|| PathBuf::from("data"));
        let database = match database.or(self.database) {
            Some(address) if address.starts_with("postgres") => Database::Postgres(address),
            Some(file) => Database::Embedded(PathBuf::from(file)),
            None => Database::Embedded(data.join(DATABASE_FILE)),
        };
        // Beside the database, if nobody has said where it is safer.
        let folder = match &database {
            Database::Embedded(file) => file.parent().unwrap_or(Path::new("")).to_owned(),
            Database::Postgres(_) => data,
        };
        let former_keys = self.former_keys.into_iter().map(former_key).collect::<Result<_, _>>()?;
        let witness = |text: String| Witness::parse(&text).ok_or(ConfigError::Witness(text));
        let witnesses = self.witnesses.into_iter().map(witness).collect::<Result<_, _>>()?;
        Ok(Config {
            listen: self.listen.unwrap_or_else(|| SocketAddr::from(([127, 0, 0, 1], 8080))),
            database,
            origin: self.origin,
            behind_proxy: self.behind_proxy,
            organisation: self.organisation,
            bodies: self.bodies,
            // Longer than the default is not longer: the store sees to that.
            sessions: SessionLimits::at_most(
                self.idle_minutes.unwrap_or(u32::MAX),
                self.session_hours.unwrap_or(u32::MAX),
            ),
            contact: self.contact,
            key: self.key.unwrap_or_else(|| folder.join(KEY_FILE)),
            former_keys,
            witnesses,
        })
    }
}

fn former_key(key: String) -> Result<PublicKey, ConfigError> {
    PublicKey::parse(&key).map_err(|fault| ConfigError::FormerKey { key, fault })
}
