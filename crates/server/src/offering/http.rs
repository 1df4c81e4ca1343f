//! How is a witness asked over HTTP?
//!
//! Without TLS: what goes out is public and signed by the log, what comes back is signed by the witness.

use std::{fmt, time::Duration};

use axum::{
    body::{Body, to_bytes},
    http::{Request, StatusCode, Uri, header},
};
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use tokio::{net::TcpStream, time::timeout};

/// A witness that has not answered by then has not answered.
const PATIENCE: Duration = Duration::from_secs(15);
/// A few lines; nothing longer is read.
const ANSWER_BYTES_MAX: usize = 16 * 1024;

/// Where a witness is reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    authority: String,
    host: String,
    port: u16,
    prefix: String,
}

/// What a witness has said.
#[derive(Debug)]
pub struct Said {
    pub status: StatusCode,
    pub body: String,
}

/// Why nothing was heard of a witness.
#[derive(Debug, thiserror::Error)]
pub enum Unheard {
    #[error("no connection: {0}")]
    Connection(#[from] std::io::Error),
    #[error("the connection broke: {0}")]
    Http(#[from] hyper::Error),
    #[error("no answer within {} seconds", PATIENCE.as_secs())]
    Late,
    #[error("an answer that is not readable")]
    Unreadable,
}

impl Address {
    /// Reads `http://host:port/prefix`.
    pub fn parse(text: &str) -> Option<Address> {
        let uri: Uri = text.parse().ok()?;
        let (authority, host) = (uri.authority()?.to_string(), uri.host()?.to_owned());
        if uri.scheme_str() != Some("http") || uri.query().is_some() || authority.contains('@') {
            return None;
        }
        // An address of the newer kind stands in brackets, which the network does not know.
        let host = host.trim_matches(['[', ']']).to_owned();
        let (port, prefix) = (uri.port_u16().unwrap_or(80), uri.path().trim_end_matches('/').to_owned());
        Some(Address { authority, host, port, prefix })
    }

    /// Sends this text to one of its addresses.
    pub async fn post(&self, path: &str, body: String) -> Result<Said, Unheard> {
        timeout(PATIENCE, self.asked(path, body)).await.map_err(|_| Unheard::Late)?
    }

    async fn asked(&self, path: &str, body: String) -> Result<Said, Unheard> {
        let stream = TcpStream::connect((self.host.as_str(), self.port)).await?;
        let (mut sender, connection) = http1::handshake(TokioIo::new(stream)).await?;
        let asking = async {
            let request = Request::post(format!("{}/{path}", self.prefix))
                .header(header::HOST, &self.authority)
                .header(header::CONTENT_TYPE, "text/plain; charset=utf-8")
                .body(Body::from(body))
                .map_err(|_| Unheard::Unreadable)?;
            let response = sender.send_request(request).await?;
            let status = response.status();
            let bytes = to_bytes(Body::new(response.into_body()), ANSWER_BYTES_MAX).await;
            let body = String::from_utf8(bytes.map_err(|_| Unheard::Unreadable)?.to_vec());
            Ok(Said { status, body: body.map_err(|_| Unheard::Unreadable)? })
        };
        // The connection moves only while somebody drives it.
        tokio::pin!(asking);
        tokio::select! {
            said = &mut asking => said,
            ended = connection => {
                ended?;
                asking.await
            }
        }
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "http://{}{}", self.authority, self.prefix)
    }
}
