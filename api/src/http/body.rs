//! JSON bodies: of the right type, small enough, without unknown fields, and valid.

use actix_web::{
    FromRequest, HttpRequest,
    dev::Payload,
    web::{Bytes, Data},
};
use futures::future::LocalBoxFuture;
use serde::de::DeserializeOwned;
use validator::{Validate, ValidationErrors, ValidationErrorsKind};

use super::text;
use crate::{
    error::{Code, Error, FieldError},
    keys::Keys,
};

/// The largest JSON body, in bytes.
pub const LIMIT: usize = 4 << 20;

/// A JSON body that was read and validated.
pub struct Body<T> {
    pub value: T,
    /// Tells whether a request that bears a used idempotency key is the same request. It is kept, so it takes the
    /// installation's key: a body may hold a password, which nobody shall guess from it.
    pub digest: String,
}

impl<T: DeserializeOwned + Validate + 'static> FromRequest for Body<T> {
    type Error = Error;
    type Future = LocalBoxFuture<'static, Result<Self, Error>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let content_type = actix_web::HttpMessage::content_type(request).to_owned();
        let bytes = read_bytes(request, payload, LIMIT);
        let keys = request.app_data::<Data<Keys>>().cloned();
        Box::pin(async move {
            if content_type != "application/json" {
                return Err(
                    Error::new(Code::UnsupportedMediaType).with_detail("send application/json")
                );
            }
            let bytes = bytes.await?;
            refuse_list(&bytes)?;
            let value: T = parse(&bytes)?;
            value
                .validate()
                .map_err(|errors| Error::fields(field_errors(&errors)))?;
            Ok(Self {
                value,
                digest: keys
                    .ok_or(Code::Internal)?
                    .fingerprint("request body", &request_digest_parts(&bytes)),
            })
        })
    }
}

/// Reads a whole body of at most `limit` bytes, which is checked before reading where the caller told it.
pub fn read_bytes(
    request: &HttpRequest,
    payload: &mut Payload,
    limit: usize,
) -> impl Future<Output = Result<Bytes, Error>> + use<> {
    use futures::StreamExt;
    let declared = request
        .headers()
        .get("content-length")
        .and_then(|value| value.to_str().ok()?.parse::<usize>().ok());
    let mut payload = payload.take();
    async move {
        if declared.is_some_and(|length| length > limit) {
            return Err(Code::PayloadTooLarge.into());
        }
        let mut bytes = actix_web::web::BytesMut::new();
        while let Some(chunk) = payload.next().await {
            let chunk = chunk
                .map_err(|error| Error::new(Code::InvalidRequest).with_detail(error.to_string()))?;
            if bytes.len() + chunk.len() > limit {
                return Err(Code::PayloadTooLarge.into());
            }
            bytes.extend_from_slice(&chunk);
        }
        Ok(bytes.freeze())
    }
}

pub(super) fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Error> {
    let mut json = serde_json::Deserializer::from_slice(bytes);
    let value = serde_path_to_error::deserialize(&mut json).map_err(|error| {
        let pointer = pointer_of(error.path());
        let inner = error.into_inner();
        // serde calls null in place of an enumeration bad syntax; it is a bad value.
        if inner.is_data() || serde_json::from_slice::<serde::de::IgnoredAny>(bytes).is_ok() {
            let (code, detail) = explain(&inner.to_string());
            Error::field(pointer, code, detail)
        } else {
            Error::new(Code::MalformedJson).with_detail(inner.to_string())
        }
    })?;
    json.end()
        .map_err(|error| Error::new(Code::MalformedJson).with_detail(error.to_string()))?;
    refuse_control(bytes)?;
    Ok(value)
}

/// Refuses texts with control characters, which JSON can only write as `\u00…`.
fn refuse_control(bytes: &[u8]) -> Result<(), Error> {
    if !bytes.windows(4).any(|window| window == br"\u00") {
        return Ok(());
    }
    let value = serde_json::from_slice(bytes).map_err(Error::internal)?;
    let found = text::with_control(&value).into_iter();
    let errors: Vec<_> = found
        .map(|pointer| FieldError {
            pointer,
            code: "control_characters".into(),
            detail: "must not hold control characters".into(),
        })
        .collect();
    if errors.is_empty() {
        Ok(())
    } else {
        Err(Error::fields(errors))
    }
}

/// Refuses a list in place of an object: serde would take its values for the fields, in their order.
fn refuse_list(bytes: &[u8]) -> Result<(), Error> {
    let is_list = bytes.trim_ascii_start().first() == Some(&b'[');
    if is_list && serde_json::from_slice::<serde::de::IgnoredAny>(bytes).is_ok() {
        Err(Error::field("", "invalid", "must be an object"))
    } else if is_list {
        Err(Code::MalformedJson.into())
    } else {
        Ok(())
    }
}

/// serde's message without the position in the text, which means nothing to a person.
fn explain(message: &str) -> (&'static str, String) {
    let message = message.split(" at line ").next().unwrap_or(message);
    let code = if message.starts_with("unknown field") {
        "unknown_field"
    } else if message.starts_with("missing field") {
        "required"
    } else {
        "invalid"
    };
    (code, message.replace('`', "\""))
}

fn pointer_of(path: &serde_path_to_error::Path) -> String {
    use serde_path_to_error::Segment;
    use std::fmt::Write;
    path.iter().fold(String::new(), |mut pointer, segment| {
        match segment {
            Segment::Seq { index } => {
                let _ = write!(pointer, "/{index}");
            }
            Segment::Map { key } => {
                {
                    let _ = write!(pointer, "/{}", key.replace('~', "~0").replace('/', "~1"));
                };
            }
            Segment::Enum { .. } | Segment::Unknown => {}
        }
        pointer
    })
}

/// The validator's tree of errors as a flat list with JSON pointers.
#[must_use]
pub fn field_errors(errors: &ValidationErrors) -> Vec<FieldError> {
    let mut list = Vec::new();
    collect("", errors, &mut list);
    list.sort_by(|a, b| a.pointer.cmp(&b.pointer));
    list
}

fn collect(prefix: &str, errors: &ValidationErrors, list: &mut Vec<FieldError>) {
    for (field, kind) in errors.errors() {
        let pointer = format!("{prefix}/{field}");
        match kind {
            ValidationErrorsKind::Struct(inner) => collect(&pointer, inner, list),
            ValidationErrorsKind::List(items) => {
                for (index, inner) in items {
                    collect(&format!("{pointer}/{index}"), inner, list);
                }
            }
            ValidationErrorsKind::Field(failures) => list.extend(failures.iter().map(|failure| {
                FieldError {
                    pointer: pointer.clone(),
                    code: failure.code.clone(),
                    detail: failure
                        .message
                        .clone()
                        .unwrap_or_else(|| describe(failure).into()),
                }
            })),
        }
    }
}

fn describe(failure: &validator::ValidationError) -> String {
    let parameter = |name: &str| failure.params.get(name).map(ToString::to_string);
    match (failure.code.as_ref(), parameter("min"), parameter("max")) {
        ("length", Some(min), Some(max)) => format!("must have {min} to {max} characters"),
        ("length", None, Some(max)) => format!("must have at most {max} characters"),
        ("length", Some(min), None) => format!("must have at least {min} characters"),
        ("range", Some(min), Some(max)) => format!("must be between {min} and {max}"),
        ("range", Some(min), None) => format!("must be at least {min}"),
        ("range", None, Some(max)) => format!("must be at most {max}"),
        ("email", ..) => "must be an e-mail address".to_owned(),
        ("url", ..) => "must be a web address".to_owned(),
        (code, ..) => format!("is not right ({code})"),
    }
}

fn request_digest_parts(bytes: &[u8]) -> Vec<u8> {
    // Two texts of the same JSON are the same request.
    serde_json::from_slice::<serde_json::Value>(bytes)
        .and_then(|value| serde_json::to_vec(&value))
        .unwrap_or_default()
}
