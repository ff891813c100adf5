//! The sandbox's webhooks, from both ends.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{SandboxEvent, SandboxGateway, SandboxLedger};
use crate::{
    WebhookError, WebhookEvent, WebhookKind,
    webhook::{SigningSecret, header, sign, verify},
};

/// The header that carries the signature.
pub const SIGNATURE_HEADER: &str = "Sandbox-Signature";

/// A webhook ready to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SandboxWebhook {
    /// The value of [`SIGNATURE_HEADER`].
    pub signature: String,
    /// The JSON body.
    pub body: String,
}

/// The body as JSON.
#[derive(Serialize, Deserialize)]
struct Body {
    id: String,
    kind: WebhookKind,
    intent_id: String,
    reference: String,
}

impl<L: SandboxLedger> SandboxGateway<L> {
    /// The webhook that tells of an event, signed at this moment.
    ///
    /// # Errors
    /// None in practice: an event always has a JSON form.
    pub fn webhook(
        &self,
        event: &SandboxEvent,
        at: DateTime<Utc>,
    ) -> serde_json::Result<SandboxWebhook> {
        let body = serde_json::to_string(&Body {
            id: event.id.clone(),
            kind: WebhookKind::IntentUpdated,
            intent_id: event.intent_id.clone(),
            reference: event.reference.clone(),
        })?;
        Ok(SandboxWebhook {
            signature: sign(&self.secret, body.as_bytes(), at),
            body,
        })
    }
}

/// Checks the signature, then reads the body.
pub(super) fn parse(
    secret: &SigningSecret,
    headers: &[(&str, &str)],
    body: &[u8],
    received_at: DateTime<Utc>,
) -> Result<WebhookEvent, WebhookError> {
    let signature = header(headers, SIGNATURE_HEADER).ok_or(WebhookError::Unsigned)?;
    verify(secret, signature, body, received_at)?;
    let Body {
        id,
        kind,
        intent_id,
        reference,
    } = serde_json::from_slice(body).map_err(|_| WebhookError::Malformed)?;
    Ok(WebhookEvent {
        id,
        kind,
        intent_id,
        reference,
    })
}
