//! What gateways tell of their own accord. Nothing in a webhook is believed but that something has happened: the
//! gateway is asked what (semantics §4).

use actix_web::{
    HttpRequest, post,
    web::{Bytes, Data, Path},
};
use entity::PaymentId;
use portico_gateways::WebhookEvent;
use utoipa_actix_web::service_config::ServiceConfig;

use super::{
    start::{Counter, Desk},
    store, sync,
};
use crate::{
    db::{Actor, Db},
    error::{Code, Error, Result},
    failpoint,
    http::NoContent,
};

/// The largest webhook, in bytes.
const LIMIT: usize = 64 << 10;

/// The routes of this slice that gateways call.
pub fn routes(config: &mut ServiceConfig) {
    config.service(receive_gateway_webhook);
}

/// Receive what a gateway tells.
///
/// For gateways only: the body is theirs, and signed by them. An event that concerns nothing here is taken and
/// forgotten; one that cannot be looked into now is refused, so that the gateway sends it again.
#[utoipa::path(tag = "payments", params(("gateway" = String, Path, example = "sandbox")), request_body(content = serde_json::Value, content_type = "application/json", example = json!({ "id": "evt_1", "kind": "intent.updated", "intent_id": "sbx_0f3c", "reference": "pay_01k" })), responses((status = 204, description = "Taken"), (status = 400, description = "webhook_rejected"), (status = 404, description = "not_found: no such gateway"), (status = 413, description = "payload_too_large"), (status = 502, description = "gateway_unavailable: send it again")))]
#[post("/public/gateways/{gateway}/webhooks")]
async fn receive_gateway_webhook(
    request: HttpRequest,
    kind: Path<String>,
    db: Data<Db>,
    counter: Data<Counter>,
    body: Bytes,
) -> Result<NoContent> {
    if body.len() > LIMIT {
        return Err(Code::PayloadTooLarge.into());
    }
    let gateway = counter
        .gateways
        .get(&kind)
        .map_err(|_| Error::not_found())?;
    let headers: Vec<(&str, &str)> = request
        .headers()
        .iter()
        .filter_map(|(name, value)| Some((name.as_str(), value.to_str().ok()?)))
        .collect();
    let WebhookEvent {
        intent_id,
        reference,
        ..
    } = gateway
        .parse_webhook(&headers, &body, db.clock().now().to_utc())
        .map_err(|error| Error::new(Code::WebhookRejected).with_detail(error.to_string()))?;
    let reference: Option<PaymentId> = reference.parse().ok();
    let Some(attempt) = store::find_attempt(&db, &kind, &intent_id, reference).await? else {
        tracing::warn!(gateway = %kind, "a webhook tells of a payment that is not known here");
        return Ok(NoContent);
    };
    failpoint::reach("webhook_received");
    let desk = Desk {
        db: &db,
        scope: db.scope_of(attempt.organization_id, Actor::system()),
        gateways: &counter.gateways,
        outbox: &counter.outbox,
        config: &counter.config,
    };
    sync::look_into(&desk, attempt.id).await?;
    Ok(NoContent)
}
