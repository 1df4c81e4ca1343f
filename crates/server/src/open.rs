//! How is a configured server put together?

use std::{fs, path::PathBuf};

use domain::UnitId;
use store::Store;

use crate::{
    account::AccountFault,
    config::{Config, ConfigError, Database},
    demo::fill::FillFault,
    export::ExportFault,
    seal_key::SealKeyFault,
    sealing::SealingFault,
    witness::WitnessFault,
};

/// Connections to a PostgreSQL server: enough for the pages, few enough for a small server.
const CONNECTIONS: usize = 16;

/// Why the program cannot start.
#[derive(Debug, thiserror::Error)]
pub enum StartFault {
    #[error(transparent)]
    Config(#[from] ConfigError),
    #[error("{path}: {source}")]
    Folder { path: PathBuf, source: std::io::Error },
    #[error("the database: {0}")]
    Store(#[from] store::Error),
    #[error("the demo world: {0}")]
    Fill(#[from] FillFault),
    #[error("the clock: {0}")]
    Clock(#[from] jiff::Error),
    #[error("there is no unit {0} in the organisation file")]
    UnknownUnit(UnitId),
    #[error("the account: {0}")]
    Account(#[from] AccountFault),
    #[error(transparent)]
    Sealing(#[from] SealingFault),
    #[error(transparent)]
    SealKey(#[from] SealKeyFault),
    #[error(transparent)]
    Witness(#[from] WitnessFault),
    #[error("the export: {0}")]
    Export(#[from] ExportFault),
    #[error("there is no database {0}")]
    NoDatabase(PathBuf),
    #[error("listening: {0}")]
    Listen(#[from] std::io::Error),
}

/// Opens the database, making the folder and the file of an embedded one. It blocks.
pub fn store(config: &Config) -> Result<Store, StartFault> {
    match &config.database {
        Database::Embedded(path) => {
            if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
                fs::create_dir_all(folder)
                    .map_err(|source| StartFault::Folder { path: folder.to_owned(), source })?;
            }
            Ok(Store::open_sqlite(path, config.sessions)?)
        }
        Database::Postgres(url) => Ok(Store::open_postgres(url, CONNECTIONS, config.sessions)?),
    }
}
