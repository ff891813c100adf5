//! The contract as a page to read and try, at `/docs/`: Swagger UI, out of the binary.

use std::sync::{Arc, LazyLock};

use actix_web::{HttpResponse, get, web::Path};
use utoipa_swagger_ui::Config;

use crate::error::{Error, Result};

/// It sets styles from script, which nothing else here may.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; \
    img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

static CONFIG: LazyLock<Arc<Config<'static>>> = LazyLock::new(|| {
    let config = Config::from("/api/v1/openapi.json")
        .deep_linking(true)
        .display_operation_id(true)
        .doc_expansion("none")
        .filter(true)
        .default_models_expand_depth(-1)
        .persist_authorization(false);
    Arc::new(config)
});

/// The page, where its parts are found relative to it.
#[get("/docs")]
pub async fn reference() -> HttpResponse {
    HttpResponse::PermanentRedirect()
        .insert_header(("Location", "/docs/"))
        .finish()
}

/// The page or one of its parts.
///
/// # Errors
/// `not_found`.
#[get("/docs/{file:.*}")]
pub async fn reference_file(file: Path<String>) -> Result<HttpResponse> {
    let file = utoipa_swagger_ui::serve(&file, CONFIG.clone())
        .map_err(|error| Error::internal(anyhow::anyhow!("{error}")))?
        .ok_or_else(Error::not_found)?;
    let mut response = HttpResponse::Ok();
    response
        .insert_header(("Content-Security-Policy", POLICY))
        .insert_header(("Cache-Control", "no-cache"))
        .content_type(file.content_type);
    if file.gzpipped {
        response.insert_header(("Content-Encoding", "gzip"));
    }
    Ok(response.body(file.bytes.into_owned()))
}
