//! Optimistic locking: an `ETag` is the version of a resource, and a change names the version it was made on.

use actix_web::{FromRequest, HttpRequest, dev::Payload};
use futures::future::{Ready, ready};

use crate::error::{Code, Error};

/// The version that a `PATCH` was made on, from `If-Match`.
#[derive(Clone, Copy, Debug)]
pub struct IfMatch(i64);

impl IfMatch {
    /// Refuses the change if the resource is of another version by now.
    ///
    /// # Errors
    /// `version_mismatch`.
    pub fn check(self, version: i64) -> Result<(), Error> {
        if self.0 == version {
            Ok(())
        } else {
            Err(Code::VersionMismatch.into())
        }
    }
}

impl FromRequest for IfMatch {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let Some(header) = request.headers().get("if-match") else {
            return ready(Err(Code::PreconditionRequired.into()));
        };
        let version = header.to_str().ok().and_then(|text| {
            text.trim()
                .trim_start_matches("W/")
                .trim_matches('"')
                .parse()
                .ok()
        });
        // A version we never gave out cannot be the present one.
        ready(Ok(Self(version.unwrap_or(-1))))
    }
}
