//! How does a witness answer? (C2SP `tlog-witness`)
//!
//! An organisation that takes part runs it on a machine of its own. It sees how large the log is and what the log
//! folds to, and nothing of what is in it.

mod book;
#[cfg(test)]
mod tests;

use std::{
    net::SocketAddr,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use axum::{
    Router,
    body::Bytes,
    extract::{DefaultBodyLimit, Path as InPath, State},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use record::{
    ADDITION_BYTES_MAX, Addition, CheckpointFault, Cosigned, KeyKind, Objection, PublicKey, SecretKey,
};
use tokio::net::TcpListener;
use tower_http::timeout::TimeoutLayer;

use crate::{
    clock::Clock,
    listen,
    open::StartFault,
    seal_key::{self, SealKeyFault},
};
use book::{Book, BookFault};

const KEY_FILE: &str = "witness.key";
/// Whoever sends a body slower than this is not listened to. Connections and headers are a proxy's to limit.
const PATIENCE: Duration = Duration::from_secs(10);

/// Why a witness cannot start.
#[derive(Debug, thiserror::Error)]
pub enum WitnessFault {
    #[error(transparent)]
    Key(#[from] SealKeyFault),
    #[error(transparent)]
    Book(#[from] BookFault),
    #[error("{0} is not the key of a log: a log's own public key is what `farled key` prints there")]
    NotALog(String),
}

/// What the operator of a witness decides.
pub struct Settings {
    pub listen: SocketAddr,
    /// Where it keeps what it has cosigned, and its key unless that lies elsewhere.
    pub data: PathBuf,
    pub key: Option<PathBuf>,
    /// What a new key is called.
    pub name: String,
    /// The public keys of the logs that are watched.
    pub logs: Vec<PublicKey>,
}

/// Cosigns logs that only grow.
pub struct Witness {
    key: SecretKey,
    logs: Vec<PublicKey>,
    book: Mutex<Book>,
}

/// What is said to whoever asks for a cosignature. The protocol has a status for each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// The line that goes under the checkpoint.
    Cosigned(String),
    Unread(String),
    UnknownLog,
    Unsigned(CheckpointFault),
    /// The tree that was cosigned last has so many leaves.
    OtherSize(u64),
    NotGrown(Objection),
    /// What was cosigned could not be written down, so nothing is cosigned any more.
    Broken,
}

impl Witness {
    /// Reads the key, making one of this name where there is none, and what has been cosigned.
    ///
    /// # Errors
    /// If another witness runs on the same folder, or if what is there is not what this one has written.
    pub fn open(
        folder: &Path,
        key: Option<&Path>,
        name: &str,
        logs: Vec<PublicKey>,
    ) -> Result<Witness, WitnessFault> {
        if let Some(other) = logs.iter().find(|log| log.kind() != KeyKind::Log) {
            return Err(WitnessFault::NotALog(other.to_string()));
        }
        let mut book = Book::open(folder)?;
        let beside = folder.join(KEY_FILE);
        let key = seal_key::read_or_make(key.unwrap_or(&beside), name, KeyKind::Witness)?;
        for log in &logs {
            book.read(log.name(), key.public())?;
        }
        Ok(Witness { key, logs, book: Mutex::new(book) })
    }

    /// What others verify its cosignatures with.
    pub fn public(&self) -> &PublicKey {
        self.key.public()
    }

    /// Judges a request, and writes down what it cosigns before it says so. One at a time: what is compared with must
    /// not be replaced meanwhile.
    pub fn add(&self, body: &[u8], at: u64) -> Answer {
        let addition = match std::str::from_utf8(body).map(Addition::parse) {
            Ok(Ok(addition)) => addition,
            Ok(Err(fault)) => return Answer::Unread(fault.to_string()),
            Err(_) => return Answer::Unread("not text".to_owned()),
        };
        let mut book = self.book.lock().unwrap_or_else(PoisonError::into_inner);
        let origin = addition.origin().unwrap_or_default();
        let said = match addition.judged(&self.logs, book.seen(&origin)) {
            Ok(said) => said,
            Err(objection) => return refused(&addition, objection),
        };
        let Ok(signature) = Cosigned::sign(&addition.note, &self.key, at) else { return Answer::Broken };
        // What is on the disk already need not be written: whoever asks again costs a signature, and no waiting.
        if book.seen(&origin) == Some(&said) {
            return Answer::Cosigned(format!("{signature}\n"));
        }
        let mut note = addition.note;
        note.keep_only(&self.logs);
        note.put(signature.clone());
        match book.write(said, &note) {
            Ok(()) => Answer::Cosigned(format!("{signature}\n")),
            Err(fault) => {
                tracing::error!(%fault, "what was cosigned cannot be written down: nothing more is cosigned");
                Answer::Broken
            }
        }
    }

    /// The newest checkpoint that was cosigned of the log with this hash.
    pub fn newest(&self, origin_hash: &str) -> Option<String> {
        let book = self.book.lock().unwrap_or_else(PoisonError::into_inner);
        book.note(origin_hash).map(str::to_owned)
    }
}

/// Tells the operator when a log shows another history, with the proof of it.
fn refused(addition: &Addition, objection: Objection) -> Answer {
    match objection {
        Objection::UnknownLog => return Answer::UnknownLog,
        Objection::Unsigned(fault) => return Answer::Unsigned(fault),
        Objection::Backwards => return Answer::Unread(objection.to_string()),
        Objection::OtherSize(size) => return Answer::OtherSize(size),
        Objection::Split => {
            tracing::error!(note = %addition.note, "the log has signed two trees of one size: keep this note");
        }
        Objection::NotEmpty | Objection::NotGrown => {
            tracing::warn!(note = %addition.note, old = addition.old, "not cosigned: {objection}");
        }
    }
    Answer::NotGrown(objection)
}

impl IntoResponse for Answer {
    fn into_response(self) -> Response {
        let text = "text/plain; charset=utf-8";
        let (status, kind, body) = match self {
            Answer::Cosigned(lines) => (StatusCode::OK, text, lines),
            Answer::Unread(fault) => (StatusCode::BAD_REQUEST, text, format!("{fault}\n")),
            Answer::UnknownLog => (StatusCode::NOT_FOUND, text, format!("{}\n", Objection::UnknownLog)),
            Answer::Unsigned(fault) => (StatusCode::FORBIDDEN, text, format!("{fault}\n")),
            Answer::OtherSize(size) => (StatusCode::CONFLICT, "text/x.tlog.size", format!("{size}\n")),
            Answer::NotGrown(objection) => (StatusCode::UNPROCESSABLE_ENTITY, text, format!("{objection}\n")),
            Answer::Broken => {
                (StatusCode::SERVICE_UNAVAILABLE, text, "nothing is cosigned at present\n".to_owned())
            }
        };
        (status, [(header::CONTENT_TYPE, kind)], body).into_response()
    }
}

/// Serves until told to stop. The first line says where, the second with which key its cosignatures are verified.
///
/// # Errors
/// As [`Witness::open`], and if the address cannot be listened to.
pub async fn serve(settings: Settings, clock: Clock) -> Result<(), StartFault> {
    let Settings { listen, data, key, name, logs } = settings;
    let witness = Witness::open(&data, key.as_deref(), &name, logs)?;
    let listener = TcpListener::bind(listen).await?;
    let stopped = listen::stopped()?;
    println!("http://{}\n{}", listener.local_addr()?, witness.public());
    Ok(axum::serve(listener, router(witness, clock)).with_graceful_shutdown(stopped).await?)
}

pub(crate) fn router(witness: Witness, clock: Clock) -> Router {
    Router::new()
        .route("/add-checkpoint", post(add))
        .route("/{origin}/checkpoint", get(newest))
        .layer(DefaultBodyLimit::max(ADDITION_BYTES_MAX))
        .layer(TimeoutLayer::with_status_code(StatusCode::REQUEST_TIMEOUT, PATIENCE))
        .with_state((Arc::new(witness), clock))
}

type Shared = (Arc<Witness>, Clock);

async fn add(State((witness, clock)): State<Shared>, body: Bytes) -> Answer {
    // A cosignature without a time is none.
    let at = u64::try_from(clock.now().instant.as_second()).unwrap_or(1).max(1);
    // It waits for the disk.
    tokio::task::spawn_blocking(move || witness.add(&body, at)).await.unwrap_or(Answer::Broken)
}

async fn newest(State((witness, _)): State<Shared>, InPath(origin): InPath<String>) -> Response {
    match witness.newest(&origin) {
        Some(note) => ([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], note).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}
