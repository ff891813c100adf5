//! Files of the built applications. Their names change with their content, so they are kept for ever.

use actix_web::{HttpRequest, HttpResponse, get, web::Path};
use rust_embed::{EmbeddedFile, RustEmbed};

use crate::error::{Error, Result};

/// What `npm run build` made; in development it is read from disk.
#[derive(RustEmbed)]
#[folder = "../web-spa/dist"]
#[allow_missing = true]
pub struct Built;

#[get("/assets/{app}/{file:.*}")]
pub async fn asset(request: HttpRequest, path: Path<(String, String)>) -> Result<HttpResponse> {
    let (app, file) = path.into_inner();
    let found = Built::get(&format!("{app}/assets/{app}/{file}")).ok_or_else(Error::not_found)?;
    Ok(answer(
        &request,
        found,
        "public, max-age=31536000, immutable",
    ))
}

/// The few files that browsers ask for by fixed names.
#[get("/{file:favicon\\.ico|favicon\\.svg|robots\\.txt}")]
pub async fn root_file(request: HttpRequest, file: Path<String>) -> Result<HttpResponse> {
    let found = Built::get(&format!("portal/{file}")).ok_or_else(Error::not_found)?;
    Ok(answer(&request, found, "public, max-age=86400"))
}

fn answer(request: &HttpRequest, file: EmbeddedFile, cache: &'static str) -> HttpResponse {
    let [a, b, c, d, ..] = file.metadata.sha256_hash();
    let etag = format!("\"{:08x}\"", u32::from_be_bytes([a, b, c, d]));
    let known = request
        .headers()
        .get("if-none-match")
        .and_then(|value| value.to_str().ok());
    if known == Some(etag.as_str()) {
        return HttpResponse::NotModified().finish();
    }
    HttpResponse::Ok()
        .insert_header(("Content-Type", file.metadata.mimetype().to_owned()))
        .insert_header(("Cache-Control", cache))
        .insert_header(("ETag", etag))
        .body(file.data.into_owned())
}
