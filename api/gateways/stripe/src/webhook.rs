//! Stripe's webhooks.

use chrono::{DateTime, Utc};
use portico_gateways::{
    WebhookError, WebhookEvent, WebhookKind,
    webhook::{SigningSecret, header, verify},
};

use crate::{intent::reference, wire};

/// The header that carries the signature.
pub const SIGNATURE_HEADER: &str = "Stripe-Signature";

/// Checks the signature, then reads the body; nothing if it tells of nothing that concerns payments here.
pub fn parse(
    secret: Option<&SigningSecret>,
    headers: &[(&str, &str)],
    body: &[u8],
    received_at: DateTime<Utc>,
) -> Result<Option<WebhookEvent>, WebhookError> {
    let signature = header(headers, SIGNATURE_HEADER).ok_or(WebhookError::Unsigned)?;
    // Without a secret of our own, anybody could sign.
    let secret = secret.ok_or(WebhookError::WrongSignature)?;
    verify(secret, signature, body, received_at)?;
    let event: wire::Event = serde_json::from_slice(body).map_err(|_| WebhookError::Malformed)?;
    Ok(read(event))
}

fn read(event: wire::Event) -> Option<WebhookEvent> {
    let object = event.data.object;
    let kind = kind(&event.kind, &object)?;
    let reference = reference(object.metadata.as_ref());
    let intent_id = if event.kind.starts_with("payment_intent.") {
        // The account may have other uses than Portico, whose intents are none of our business.
        (!reference.is_empty()).then_some(object.id)?
    } else {
        object.payment_intent?.id().to_owned()
    };
    Some(WebhookEvent {
        id: event.id,
        kind,
        intent_id,
        reference,
    })
}

fn kind(name: &str, object: &wire::EventObject) -> Option<WebhookKind> {
    let (family, _) = name.rsplit_once('.')?;
    match (family, name) {
        ("charge.dispute", _) => Some(WebhookKind::Disputed),
        // A bank that sends a debit back after its money was paid out makes Stripe take it back: by an entry of its own.
        (_, "charge.failed") if object.failure_balance_transaction.is_some() => {
            Some(WebhookKind::Disputed)
        }
        ("payment_intent", _) | (_, "charge.failed") => Some(WebhookKind::IntentUpdated),
        ("refund" | "charge.refund", _) | (_, "charge.refunded") => {
            Some(WebhookKind::RefundUpdated)
        }
        _ => None,
    }
}
