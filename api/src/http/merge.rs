//! `PATCH`: a JSON merge patch (RFC 7396) of what a resource was written from. What is absent stays,
//! `null` clears, a list is replaced whole.

use actix_web::{FromRequest, HttpRequest, dev::Payload};
use futures::future::LocalBoxFuture;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;
use validator::Validate;

use super::body::{self, LIMIT};
use crate::error::{Code, Error, Result};

/// A merge patch, not yet applied.
pub struct MergePatch(Value);

impl FromRequest for MergePatch {
    type Error = Error;
    type Future = LocalBoxFuture<'static, Result<Self>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let content_type = actix_web::HttpMessage::content_type(request).to_owned();
        let bytes = body::read_bytes(request, payload, LIMIT);
        Box::pin(async move {
            if !["application/json", "application/merge-patch+json"]
                .contains(&content_type.as_str())
            {
                return Err(
                    Error::new(Code::UnsupportedMediaType).with_detail("send application/json")
                );
            }
            let patch: Value = body::parse(&bytes.await?)?;
            if !patch.is_object() {
                return Err(Error::field("", "invalid", "must be an object"));
            }
            Ok(Self(patch))
        })
    }
}

impl MergePatch {
    /// Whether the patch says nothing of fields other than these.
    #[must_use]
    pub fn touches_only(&self, fields: &[&str]) -> bool {
        self.0
            .as_object()
            .is_some_and(|patch| patch.keys().all(|key| fields.contains(&key.as_str())))
    }

    /// The resource's writable form with the patch applied, read and validated as if it had been sent whole.
    ///
    /// # Errors
    /// `validation_failed` with the fields.
    pub fn apply<T: Serialize + DeserializeOwned + Validate>(self, current: &T) -> Result<T> {
        let mut merged = serde_json::to_value(current).map_err(Error::internal)?;
        merge(&mut merged, self.0);
        let value: T = body::parse(&serde_json::to_vec(&merged).map_err(Error::internal)?)?;
        value
            .validate()
            .map_err(|errors| Error::fields(body::field_errors(&errors)))?;
        Ok(value)
    }
}

fn merge(target: &mut Value, patch: Value) {
    let Value::Object(patch) = patch else {
        *target = patch;
        return;
    };
    if !target.is_object() {
        *target = Value::Object(serde_json::Map::new());
    }
    let Some(target) = target.as_object_mut() else {
        return;
    };
    for (key, value) in patch {
        if value.is_null() {
            target.remove(&key);
        } else {
            merge(target.entry(key).or_insert(Value::Null), value);
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    #[test]
    fn it_merges_as_the_standard_says() {
        let mut target = json!({ "a": "b", "c": { "d": "e", "f": "g" }, "l": [1, 2] });
        super::merge(
            &mut target,
            json!({ "a": "z", "c": { "f": null }, "l": [3] }),
        );
        assert_eq!(target, json!({ "a": "z", "c": { "d": "e" }, "l": [3] }));
    }
}
