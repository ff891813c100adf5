//! Query strings and ids in paths.

use std::str::FromStr;

use actix_web::{FromRequest, HttpRequest, dev::Payload};
use futures::future::{Ready, ready};
use serde::de::DeserializeOwned;

use super::text;
use crate::error::{Code, Error};

/// A query string. Its type denies unknown fields, so that a misspelt filter is not silently ignored.
pub struct Params<T>(pub T);

impl<T: DeserializeOwned> FromRequest for Params<T> {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(parse(request.query_string()).map(Self))
    }
}

/// Reads a query string.
///
/// # Errors
/// `unknown_parameter`, `validation_failed`.
pub fn parse<T: DeserializeOwned>(query: &str) -> Result<T, Error> {
    refuse_control(query)?;
    read(query)
}

/// Refuses what no database takes for a text.
fn refuse_control(query: &str) -> Result<(), Error> {
    let pairs: Vec<(String, String)> = serde_urlencoded::from_str(query).unwrap_or_default();
    match pairs.iter().find(|(_, value)| text::has_control(value)) {
        Some((name, _)) => Err(Error::parameter(name, "must not hold control characters")),
        None => Ok(()),
    }
}

fn read<T: DeserializeOwned>(query: &str) -> Result<T, Error> {
    serde_urlencoded::from_str(query).map_err(|error| {
        let message = error.to_string().replace('`', "\"");
        let code = if message.starts_with("unknown field") {
            Code::UnknownParameter
        } else {
            Code::ValidationFailed
        };
        Error::new(code).with_detail(message)
    })
}

/// An id in the path. What is not even shaped like one does not exist either.
pub struct IdPath<T>(pub T);

impl<T: FromStr> FromRequest for IdPath<T> {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(segment(request, "id").map(Self))
    }
}

/// A named part of the path, parsed.
///
/// # Errors
/// `not_found` if it cannot be parsed.
pub fn segment<T: FromStr>(request: &HttpRequest, name: &str) -> Result<T, Error> {
    request
        .match_info()
        .get(name)
        .and_then(|text| text.parse().ok())
        .ok_or_else(Error::not_found)
}

/// Two ids in the path: `{id}` and one below it.
pub struct IdPaths<A, B>(pub A, pub B);

impl<A: FromStr, B: FromStr> FromRequest for IdPaths<A, B> {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let mut below = request
            .match_info()
            .iter()
            .filter(|(name, _)| *name != "id");
        let below = below.next().and_then(|(_, text)| text.parse().ok());
        let ids =
            segment(request, "id").and_then(|id| Ok(Self(id, below.ok_or_else(Error::not_found)?)));
        ready(ids)
    }
}

/// Declares a list's query: its own filters, and what every list has.
#[macro_export]
macro_rules! list_query {
    ($(#[$doc:meta])* pub struct $name:ident { $($(#[$field_doc:meta])* pub $field:ident: $type:ty,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Default, serde::Deserialize, utoipa::IntoParams)]
        #[into_params(parameter_in = Query)]
        #[serde(deny_unknown_fields, default)]
        pub struct $name {
            $($(#[$field_doc])* pub $field: Option<$type>,)*
            /// How many rows, 1 to 200; 25 if not given.
            #[param(minimum = 1, maximum = 200, example = 25)]
            pub limit: Option<u64>,
            /// `next_cursor` of the page before.
            pub cursor: Option<String>,
            /// A column to sort by; `-` before it turns the order round.
            pub sort: Option<String>,
            /// Whether to count all rows that match.
            pub include_total: bool,
        }

        impl $name {
            /// What every list has.
            #[must_use]
            pub fn page(&self) -> $crate::db::PageQuery {
                $crate::db::PageQuery {
                    limit: self.limit,
                    cursor: self.cursor.clone(),
                    sort: self.sort.clone(),
                    include_total: self.include_total,
                }
            }
        }
    };
}
