//! From which address does a request come?

use std::{
    convert::Infallible,
    net::{IpAddr, SocketAddr},
};

use axum::{
    extract::{ConnectInfo, FromRef, FromRequestParts},
    http::request::Parts,
};

use super::app::App;

/// The address of whoever asks; unknown where no connection stands behind the request.
#[derive(Debug, Clone, Copy)]
pub struct Address(pub Option<IpAddr>);

impl<S: Send + Sync> FromRequestParts<S> for Address
where
    App: FromRef<S>,
{
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Infallible> {
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|peer| peer.0.ip());
        // The last hop is the one our own proxy wrote; those before it are whatever the asker claims.
        let forwarded = || {
            let hops = parts.headers.get("x-forwarded-for")?.to_str().ok()?;
            hops.rsplit(',').next()?.trim().parse().ok()
        };
        let behind_proxy = App::from_ref(state).config.behind_proxy;
        Ok(Self(if behind_proxy { forwarded().or(peer) } else { peer }))
    }
}
