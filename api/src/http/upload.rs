//! Files sent as `multipart/form-data`.

use std::collections::HashMap;

use actix_multipart::Multipart;
use actix_web::{FromRequest, HttpRequest, dev::Payload};
use futures::{StreamExt, future::LocalBoxFuture};

use crate::error::{Code, Error, Result};

/// A form with one file, in the field `file`, and perhaps some texts.
pub struct Upload<const LIMIT: usize> {
    pub file: Vec<u8>,
    pub texts: HashMap<String, String>,
}

impl<const LIMIT: usize> FromRequest for Upload<LIMIT> {
    type Error = Error;
    type Future = LocalBoxFuture<'static, Result<Self>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let form = Multipart::from_request(request, payload);
        let is_form = actix_web::HttpMessage::content_type(request) == "multipart/form-data";
        Box::pin(async move {
            if !is_form {
                return Err(
                    Error::new(Code::UnsupportedMediaType).with_detail("send multipart/form-data")
                );
            }
            let mut form = form
                .await
                .map_err(|error| Error::new(Code::InvalidRequest).with_detail(error.to_string()))?;
            let (mut file, mut texts) = (None, HashMap::new());
            while let Some(field) = form.next().await {
                let mut field = field.map_err(|error| {
                    Error::new(Code::InvalidRequest).with_detail(error.to_string())
                })?;
                let name = field.name().unwrap_or_default().to_owned();
                let limit = if name == "file" { LIMIT } else { 64 << 10 };
                let mut bytes = Vec::new();
                while let Some(chunk) = field.next().await {
                    let chunk = chunk.map_err(|error| {
                        Error::new(Code::InvalidRequest).with_detail(error.to_string())
                    })?;
                    if bytes.len() + chunk.len() > limit {
                        return Err(Error::new(Code::PayloadTooLarge)
                            .with_detail(format!("at most {limit} bytes")));
                    }
                    bytes.extend_from_slice(&chunk);
                }
                if name == "file" {
                    file = Some(bytes);
                } else if let Ok(text) = String::from_utf8(bytes) {
                    texts.insert(name, text);
                }
            }
            let file = file.ok_or_else(|| Error::field("/file", "required", "a file is needed"))?;
            Ok(Self { file, texts })
        })
    }
}
