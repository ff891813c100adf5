//! The shapes of answers.

use actix_web::{HttpRequest, HttpResponse, Responder, body::BoxBody};
use serde::Serialize;

/// A resource with its version as `ETag`.
pub struct Versioned<T> {
    pub value: T,
    pub version: i64,
}

impl<T: Serialize> Responder for Versioned<T> {
    type Body = BoxBody;
    fn respond_to(self, _: &HttpRequest) -> HttpResponse {
        HttpResponse::Ok()
            .insert_header(("ETag", format!("\"{}\"", self.version)))
            .json(self.value)
    }
}

/// A resource that was just made.
pub struct Created<T>(pub Versioned<T>);

impl<T: Serialize> Responder for Created<T> {
    type Body = BoxBody;
    fn respond_to(self, _: &HttpRequest) -> HttpResponse {
        HttpResponse::Created()
            .insert_header(("ETag", format!("\"{}\"", self.0.version)))
            .json(self.0.value)
    }
}

/// Done, and nothing to say.
pub struct NoContent;

impl Responder for NoContent {
    type Body = BoxBody;
    fn respond_to(self, _: &HttpRequest) -> HttpResponse {
        HttpResponse::NoContent().finish()
    }
}

/// A page of a list. Each list's document names its own type of this shape in the contract.
#[derive(Serialize, utoipa::ToSchema)]
pub struct Listing<T> {
    pub data: Vec<T>,
    /// Where the next page begins; null on the last.
    #[schema(required)]
    pub next_cursor: Option<String>,
    /// How many rows match; only with `include_total=true`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub total: Option<u64>,
}

/// A file.
pub struct File {
    pub bytes: Vec<u8>,
    pub content_type: &'static str,
    pub name: String,
    /// Whether the browser shows it rather than saves it.
    pub inline: bool,
    pub etag: Option<String>,
}

impl Responder for File {
    type Body = BoxBody;
    fn respond_to(self, request: &HttpRequest) -> HttpResponse {
        use actix_web::http::header::{
            Charset, ContentDisposition, DispositionParam, DispositionType, ExtendedValue,
        };
        let etag = self.etag.map(|etag| format!("\"{etag}\""));
        let known = request
            .headers()
            .get("if-none-match")
            .and_then(|value| value.to_str().ok());
        let mut response = if etag.is_some() && etag.as_deref() == known {
            HttpResponse::NotModified()
        } else {
            HttpResponse::Ok()
        };
        let ascii: String = self
            .name
            .chars()
            .map(|c| {
                if c.is_ascii_alphanumeric() || "-_.".contains(c) {
                    c
                } else {
                    '_'
                }
            })
            .collect();
        let disposition = ContentDisposition {
            disposition: if self.inline {
                DispositionType::Inline
            } else {
                DispositionType::Attachment
            },
            parameters: vec![
                DispositionParam::Filename(ascii),
                DispositionParam::FilenameExt(ExtendedValue {
                    charset: Charset::Ext("UTF-8".to_owned()),
                    language_tag: None,
                    value: self.name.into_bytes(),
                }),
            ],
        };
        response
            .insert_header(("Content-Type", self.content_type))
            .insert_header(("Cache-Control", "private, no-cache"))
            .insert_header(disposition);
        if let Some(etag) = etag {
            response.insert_header(("ETag", etag));
        }
        response.body(self.bytes)
    }
}
