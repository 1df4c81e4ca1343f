//! What does the operator decide? Read once at start, from a file and from the environment.

use std::{
    fs,
    net::SocketAddr,
    path::{Path, PathBuf},
};

use serde::Deserialize;

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
    /// Sessions end after this many minutes without use; at most 30 (AU-4).
    pub idle_minutes_max: u32,
    /// Sessions end after this many hours whatever happens; at most 10 (AU-4).
    pub session_hours_max: u32,
}

/// Why the configuration cannot be used, in words for the one who starts the program.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    #[error("{path}: {source}")]
    Unreadable { path: PathBuf, source: std::io::Error },
    #[error("{path}: {source}")]
    Malformed { path: PathBuf, source: Box<toml::de::Error> },
    #[error("sessions may end sooner than 30 minutes and 10 hours, never later")]
    SessionTooLong,
    #[error(
        "the demo shows other people's pages to whoever asks, so it listens on this computer only: {0} is not a loopback address"
    )]
    DemoNotLocal(SocketAddr),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    listen: Option<SocketAddr>,
    data: Option<PathBuf>,
    database: Option<String>,
    origin: Option<String>,
    idle_minutes_max: Option<u32>,
    session_hours_max: Option<u32>,
}

pub const IDLE_MINUTES_MAX: u32 = 30;
pub const SESSION_HOURS_MAX: u32 = 10;
const DATABASE_FILE: &str = "farled.sqlite";

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
            idle_minutes_max: IDLE_MINUTES_MAX,
            session_hours_max: SESSION_HOURS_MAX,
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
        written.checked(database)
    }
}

impl Written {
    fn checked(self, database: Option<String>) -> Result<Config, ConfigError> {
        let idle_minutes_max = self.idle_minutes_max.unwrap_or(IDLE_MINUTES_MAX);
        let session_hours_max = self.session_hours_max.unwrap_or(SESSION_HOURS_MAX);
        if idle_minutes_max > IDLE_MINUTES_MAX || session_hours_max > SESSION_HOURS_MAX {
            return Err(ConfigError::SessionTooLong);
        }
        let data = self.data.unwrap_or_else(|| PathBuf::from("data"));
        let database = match database.or(self.database) {
            Some(address) if address.starts_with("postgres") => Database::Postgres(address),
            Some(file) => Database::Embedded(PathBuf::from(file)),
            None => Database::Embedded(data.join(DATABASE_FILE)),
        };
        Ok(Config {
            listen: self.listen.unwrap_or_else(|| SocketAddr::from(([127, 0, 0, 1], 8080))),
            database,
            origin: self.origin,
            idle_minutes_max,
            session_hours_max,
        })
    }
}
