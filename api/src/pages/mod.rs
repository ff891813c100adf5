//! The two single-page applications, out of the binary: the portal at `/`, the back office at `/office/`.
//! Each page carries what its first paint needs, and a nonce without which no script runs.

mod assets;
mod demo;
mod reference;
mod shell;

pub use demo::Demo;

use actix_web::{
    HttpRequest, HttpResponse, get,
    web::{Data, ServiceConfig},
};
use portico_domain::language::Language;
use serde_json::json;

use crate::{config::Config, db::Db, error::Result, portal_auth};

/// The pages; everything that no other route answers to is the portal's.
pub fn routes(config: &mut ServiceConfig) {
    config
        .service(assets::asset)
        .service(assets::root_file)
        .service(reference::reference)
        .service(reference::reference_file)
        .service(office)
        .service(office_page);
}

#[get("/office")]
async fn office(request: HttpRequest, config: Data<Config>) -> HttpResponse {
    office_shell(&request, &config)
}

#[get("/office/{page:.*}")]
async fn office_page(request: HttpRequest, config: Data<Config>) -> HttpResponse {
    office_shell(&request, &config)
}

fn office_shell(request: &HttpRequest, config: &Config) -> HttpResponse {
    let language = preferred(request);
    let boot = json!({
        "language": language,
        "development": config.development,
        "version": env!("CARGO_PKG_VERSION"),
    });
    shell::page("office", language, boot)
}

/// A page of the portal: the first part of the path names it.
///
/// # Errors
/// Those of the database.
pub async fn portal(
    request: HttpRequest,
    config: Data<Config>,
    db: Data<Db>,
    demo: Data<Option<Demo>>,
) -> Result<HttpResponse> {
    let name = request
        .path()
        .trim_start_matches('/')
        .split('/')
        .next()
        .unwrap_or_default();
    let portal = if name.is_empty() {
        None
    } else {
        portal_auth::find(&db, &config, name).await?
    };
    let language = portal
        .as_ref()
        .map_or_else(|| preferred(&request), |portal| portal.language);
    let boot = json!({
        "portal": portal,
        "language": language,
        "development": config.development,
        "demo": demo.as_ref().as_ref().map(Demo::for_customers),
    });
    Ok(shell::page("portal", language, boot))
}

/// The first language of the browser that the product speaks.
fn preferred(request: &HttpRequest) -> Language {
    let header = request
        .headers()
        .get("accept-language")
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    header
        .split(',')
        .filter_map(|entry| entry.split(';').next())
        .find_map(|tag| {
            let tag = tag.trim();
            let short = tag.split('-').next().unwrap_or(tag);
            tag.parse().or_else(|_| short.parse()).ok()
        })
        .unwrap_or(Language::En)
}
