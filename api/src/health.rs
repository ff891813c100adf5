//! Whether the server is alive, and whether it can work.

use actix_web::{
    HttpResponse, Responder, get,
    web::{Data, ServiceConfig},
};

use crate::{db::Db, keys::Keys};

/// The routes of this module; they are no part of the contract.
pub fn routes(config: &mut ServiceConfig) {
    config.service(live).service(ready).service(jwks);
}

#[get("/health/live")]
async fn live() -> impl Responder {
    HttpResponse::Ok().json(serde_json::json!({ "status": "alive" }))
}

#[get("/health/ready")]
async fn ready(db: Data<Db>) -> impl Responder {
    let answer = db
        .system_read("see whether the database answers", async |global| {
            global
                .find::<entity::organization::Entity>()
                .with(|q| sea_orm::QuerySelect::limit(q, 1))
                .one()
                .await
        })
        .await;
    match answer {
        Ok(_) => HttpResponse::Ok().json(serde_json::json!({ "status": "ready" })),
        Err(error) => {
            tracing::error!(%error, "the database does not answer");
            HttpResponse::ServiceUnavailable()
                .json(serde_json::json!({ "status": "database unavailable" }))
        }
    }
}

#[get("/.well-known/jwks.json")]
async fn jwks(keys: Data<Keys>) -> impl Responder {
    HttpResponse::Ok().json(keys.jwks())
}
