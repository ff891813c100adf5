//! What gateways tell of their own accord. Nothing in a webhook is believed but that something has happened: the
//! gateway is asked what (semantics §4).

use actix_web::{
    HttpRequest, post,
    web::{Bytes, Data},
};
use entity::{OrganizationId, PaymentId};
use portico_domain::gateway::GatewayKind;
use portico_gateways::{PaymentGateway, WebhookError, WebhookKind};
use utoipa_actix_web::service_config::ServiceConfig;

use super::{
    dispute,
    start::{Counter, Desk},
    store, sync,
};
use crate::{
    db::{Actor, Db},
    error::{Code, Error, Result},
    failpoint,
    http::{NoContent, params::segment},
};

/// The largest webhook, in bytes.
const LIMIT: usize = 64 << 10;

/// The routes of this slice that gateways call.
pub fn routes(config: &mut ServiceConfig) {
    config
        .service(receive_sandbox_webhook)
        .service(receive_gateway_webhook);
}

/// Receive what the sandbox gateway tells.
///
/// As `receive_gateway_webhook`; the sandbox is one for the whole installation.
#[utoipa::path(tag = "payments", request_body(content = serde_json::Value, content_type = "application/json", example = json!({ "id": "evt_1", "kind": "intent.updated", "intent_id": "sbx_0f3c", "reference": "pay_01k" })), responses((status = 204, description = "Taken"), (status = 400, description = "webhook_rejected"), (status = 404, description = "not_found: the sandbox is off"), (status = 413, description = "payload_too_large"), (status = 502, description = "gateway_unavailable: send it again")))]
#[post("/public/gateways/sandbox/webhooks")]
async fn receive_sandbox_webhook(
    request: HttpRequest,
    db: Data<Db>,
    counter: Data<Counter>,
    body: Bytes,
) -> Result<NoContent> {
    let sandbox = counter.gateways.sandbox().ok_or_else(Error::not_found)?;
    receive(&request, &db, &counter, &body, sandbox, None).await
}

/// Receive what a gateway tells.
///
/// For gateways only: the body is theirs, and signed by them with the organization's secret. An event that concerns
/// nothing here is taken and forgotten; one that cannot be looked into now is refused, so that the gateway sends it again.
#[utoipa::path(tag = "payments", params(("gateway" = GatewayKind, Path), ("organization_id" = OrganizationId, Path)), request_body(content = serde_json::Value, content_type = "application/json", example = json!({ "id": "evt_1", "type": "payment_intent.succeeded" })), responses((status = 204, description = "Taken"), (status = 400, description = "webhook_rejected"), (status = 404, description = "not_found: the organization has no such gateway"), (status = 413, description = "payload_too_large"), (status = 502, description = "gateway_unavailable: send it again")))]
#[post("/public/gateways/{gateway}/{organization_id}/webhooks")]
async fn receive_gateway_webhook(
    request: HttpRequest,
    db: Data<Db>,
    counter: Data<Counter>,
    body: Bytes,
) -> Result<NoContent> {
    let kind: GatewayKind = segment(&request, "gateway")?;
    let organization: OrganizationId = segment(&request, "organization_id")?;
    if kind == GatewayKind::Sandbox {
        return Err(Error::not_found());
    }
    let scope = db.scope_of(organization, Actor::system());
    let gateway = counter
        .gateways
        .of(&db, scope, kind.as_str())
        .await
        .map_err(|_| Error::not_found())?;
    let of = Some(organization);
    receive(&request, &db, &counter, &body, gateway.as_ref(), of).await
}

/// Looks into an event, of this organization's payments only if one is named.
async fn receive(
    request: &HttpRequest,
    db: &Db,
    counter: &Counter,
    body: &Bytes,
    gateway: &dyn PaymentGateway,
    of: Option<OrganizationId>,
) -> Result<NoContent> {
    if body.len() > LIMIT {
        return Err(Code::PayloadTooLarge.into());
    }
    let headers: Vec<(&str, &str)> = request
        .headers()
        .iter()
        .filter_map(|(name, value)| Some((name.as_str(), value.to_str().ok()?)))
        .collect();
    let parsed = gateway
        .parse_webhook(&headers, body, db.clock().now().to_utc())
        .await
        .map_err(|error| match error {
            WebhookError::Unavailable => Error::new(Code::GatewayUnavailable),
            error => Error::new(Code::WebhookRejected).with_detail(error.to_string()),
        })?;
    let Some(event) = parsed else {
        return Ok(NoContent);
    };
    let reference: Option<PaymentId> = event.reference.parse().ok();
    let kind = gateway.kind();
    let attempt = store::find_attempt(db, kind, &event.intent_id, reference).await?;
    let ours = |attempt: &store::InFlight| of.is_none_or(|of| of == attempt.organization_id);
    let Some(attempt) = attempt.filter(ours) else {
        tracing::warn!(gateway = %kind, "a webhook tells of a payment that is not known here");
        return Ok(NoContent);
    };
    failpoint::reach("webhook_received");
    let desk = Desk {
        db,
        scope: db.scope_of(attempt.organization_id, Actor::system()),
        gateways: &counter.gateways,
        outbox: &counter.outbox,
        config: &counter.config,
    };
    let looked = sync::look_into(&desk, attempt.id).await;
    if event.kind == WebhookKind::Disputed {
        db.write(desk.scope.clone(), async |tx| {
            dispute::heard(tx, attempt.id).await
        })
        .await?;
    }
    looked?;
    Ok(NoContent)
}
