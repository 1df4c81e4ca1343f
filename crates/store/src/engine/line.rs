//! How does a worker get, and get back, its connection to PostgreSQL?

use super::{Fault, Result, tx::Session};
use std::{
    collections::HashMap,
    time::{Duration, Instant},
};
use tokio::runtime::{Builder, Runtime};
use tokio_postgres::{Client, Config, NoTls};

const CONNECT_MAX: Duration = Duration::from_secs(3);
/// How long a job waits for a server that is being restarted.
const PATIENCE: Duration = Duration::from_secs(1);
const FIRST_WAIT: Duration = Duration::from_millis(50);
const LONGEST_WAIT: Duration = Duration::from_secs(5);

/// Said on every new connection. The limits keep one stuck statement from holding a worker for ever.
const SET_UP: &str = "SET statement_timeout = '30s'; SET lock_timeout = '10s'; \
                      SET idle_in_transaction_session_timeout = '60s'";

/// One worker's line to the server, picked up when needed.
pub(super) struct Line {
    config: Config,
    session: Option<Session>,
    failures: u32,
    /// No earlier than this is the server called again.
    next_call: Instant,
}

impl Line {
    pub(super) fn new(mut config: Config) -> Line {
        config.connect_timeout(CONNECT_MAX).application_name("farled");
        Line { config, session: None, failures: 0, next_call: Instant::now() }
    }

    /// The open connection, or a new one. While the server is down the waits grow, and jobs that would have
    /// to wait longer than [`PATIENCE`] are told so at once.
    pub(super) fn session(&mut self) -> Result<&mut Session> {
        let deadline = Instant::now() + PATIENCE;
        if self.session.as_ref().is_some_and(|session| session.client.is_closed()) {
            self.session = None;
        }
        while self.session.is_none() {
            let now = Instant::now();
            if self.next_call > deadline {
                return Err(Fault::Unreachable);
            }
            std::thread::sleep(self.next_call.saturating_duration_since(now));
            match connect(&self.config) {
                Ok(session) => {
                    self.failures = 0;
                    self.session = Some(session);
                }
                Err(Fault::Unreachable) => {
                    let wait = FIRST_WAIT.saturating_mul(1 << self.failures.min(10)).min(LONGEST_WAIT);
                    self.failures += 1;
                    self.next_call = Instant::now() + wait;
                }
                Err(other) => return Err(other),
            }
        }
        self.session.as_mut().ok_or(Fault::Unreachable)
    }

    pub(super) fn hang_up(&mut self) {
        self.session = None;
    }
}

fn connect(config: &Config) -> Result<Session> {
    let runtime = Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|error| Fault::Engine(error.kind().to_string().into()))?;
    let (client, connection) = runtime.block_on(config.connect(NoTls)).map_err(connecting)?;
    runtime.spawn(connection);
    let session = Session { runtime, client, prepared: HashMap::new() };
    session.control(SET_UP)?;
    must_wait_for_the_disk(&session.runtime, &session.client)?;
    Ok(session)
}

/// A server that is not there is worth another call; one that refuses us is not.
fn connecting(error: tokio_postgres::Error) -> Fault {
    if error.as_db_error().is_some() { error.into() } else { Fault::Unreachable }
}

/// **Invariant:** what is acknowledged has reached the server's disk.
fn must_wait_for_the_disk(runtime: &Runtime, client: &Client) -> Result<()> {
    for setting in ["fsync", "full_page_writes", "synchronous_commit"] {
        let rows = runtime.block_on(client.query(&format!("SHOW {setting}"), &[]))?;
        let value: Option<&str> = rows.first().map(|row| row.try_get(0)).transpose()?;
        if matches!(value, None | Some("off" | "local")) {
            return Err(Fault::Unsafe("PostgreSQL does not wait for its disk"));
        }
    }
    Ok(())
}

impl Session {
    /// Runs statements without parameters or rows.
    pub(super) fn control(&self, statements: &str) -> Result<()> {
        Ok(self.runtime.block_on(self.client.batch_execute(statements))?)
    }
}
