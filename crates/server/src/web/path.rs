//! Which things does an address name? An address that names nothing is answered like any unknown one.

use axum::{
    RequestPartsExt as _,
    extract::{FromRequestParts, Query},
    http::request::Parts,
};
use serde::de::DeserializeOwned;

use super::error::WebError;

/// The parts of an address, `Path((process, meeting)): Path<(ProcessId, MeetingNo)>`. What is no number or id
/// there gives 404 and not 400: nobody can tell an address that never was from one they may not know of.
pub struct Path<T>(pub T);

/// What stands after the question mark, `?a=1&b=2`; what cannot be read there gives 404 as well.
pub struct Asked<T>(pub T);

impl<T: DeserializeOwned + Send + 'static, S: Send + Sync> FromRequestParts<S> for Path<T> {
    type Rejection = WebError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, WebError> {
        match parts.extract::<axum::extract::Path<T>>().await {
            Ok(axum::extract::Path(named)) => Ok(Self(named)),
            Err(_) => Err(WebError::NotFound),
        }
    }
}

impl<T: DeserializeOwned + Send + 'static, S: Send + Sync> FromRequestParts<S> for Asked<T> {
    type Rejection = WebError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, WebError> {
        match parts.extract::<Query<T>>().await {
            Ok(Query(asked)) => Ok(Self(asked)),
            Err(_) => Err(WebError::NotFound),
        }
    }
}
