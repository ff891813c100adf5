//! The port: what Portico asks of a payment provider.

use async_trait::async_trait;
use chrono::{DateTime, Utc};

use crate::{
    Capabilities, GatewayError, Intent, NewIntent, NewRefund, Refund, WebhookError, WebhookEvent,
};

/// A payment provider.
///
/// Every call that moves money carries an idempotency key: repeating it answers what the first
/// call made. Call it between transactions, never inside one, and through [`crate::within`].
#[async_trait]
pub trait PaymentGateway: Send + Sync {
    /// The adapter's name as stored with payments: `sandbox`, `stripe`.
    fn kind(&self) -> &'static str;

    /// What the provider can do, as configured.
    fn capabilities(&self) -> Capabilities;

    /// Begins to take money.
    ///
    /// # Errors
    /// [`GatewayError`]; if the outcome is unknown, the same call may be repeated.
    async fn create_intent(&self, new: NewIntent) -> Result<Intent, GatewayError>;

    /// What has become of an intent. This is the gateway's own word.
    ///
    /// # Errors
    /// [`GatewayError::NotFound`] and those of the network.
    async fn retrieve_intent(&self, id: &str) -> Result<Intent, GatewayError>;

    /// Gives up an intent that is not confirmed yet. Cancelling twice is harmless.
    ///
    /// # Errors
    /// [`GatewayError::Refused`] if money has been taken or is on its way.
    async fn cancel_intent(&self, id: &str) -> Result<Intent, GatewayError>;

    /// Gives money back, in full or in part.
    ///
    /// # Errors
    /// [`GatewayError::Refused`] above what is left of the intent.
    async fn refund(&self, new: NewRefund) -> Result<Refund, GatewayError>;

    /// What has become of a refund. This is the gateway's own word.
    ///
    /// # Errors
    /// [`GatewayError::NotFound`] and those of the network.
    async fn retrieve_refund(&self, id: &str) -> Result<Refund, GatewayError>;

    /// Checks a webhook's signature and reads it. `headers` are names and values as received.
    ///
    /// # Errors
    /// [`WebhookError`], upon which nothing in the body may be believed.
    fn parse_webhook(
        &self,
        headers: &[(&str, &str)],
        body: &[u8],
        received_at: DateTime<Utc>,
    ) -> Result<WebhookEvent, WebhookError>;
}
