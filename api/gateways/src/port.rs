//! The port: what Portico asks of a payment provider.

use async_trait::async_trait;
use chrono::{DateTime, Utc};

use crate::{
    Capabilities, Charge, CpCode, Decline, GatewayError, Intent, MethodUpdate, NewIntent, NewPayer,
    NewRefund, NewSetup, Refund, Setup, StoredMethod, WebhookError, WebhookEvent,
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

    /// Begins to take money. None is taken yet.
    ///
    /// # Errors
    /// [`GatewayError`]; if the outcome is unknown, the same call may be repeated.
    async fn create_intent(&self, new: NewIntent) -> Result<Intent, GatewayError>;

    /// What has become of an intent. This is the gateway's own word.
    ///
    /// # Errors
    /// [`GatewayError::NotFound`] and those of the network.
    async fn retrieve_intent(&self, id: &str) -> Result<Intent, GatewayError>;

    /// Takes the money of an intent whose payer has agreed on the provider's own page
    /// ([`crate::IntentStatus::RequiresConfirmation`]). Most providers do so by themselves.
    ///
    /// # Errors
    /// Those of [`Self::retrieve_intent`]; [`GatewayError::Refused`] if the payer's bank says no.
    async fn confirm_intent(
        &self,
        id: &str,
        _idempotency_key: &str,
    ) -> Result<Intent, GatewayError> {
        self.retrieve_intent(id).await
    }

    /// Takes the money of an intent from the stored method that it was created with. Doing it twice takes it once.
    ///
    /// # Errors
    /// Those of [`Self::retrieve_intent`]; [`GatewayError::Refused`] if the payer's bank or the provider says no, and with
    /// CP4002 where nothing is stored.
    async fn charge_intent(
        &self,
        _id: &str,
        _charge: &Charge,
        _idempotency_key: &str,
    ) -> Result<Intent, GatewayError> {
        Err(cannot_store())
    }

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

    /// What has become of a refund.
    ///
    /// # Errors
    /// [`GatewayError::NotFound`] and those of the network.
    async fn retrieve_refund(&self, refund: &RefundId<'_>) -> Result<Refund, GatewayError>;

    /// Whether the provider accepts the credentials. Changes nothing.
    ///
    /// # Errors
    /// [`GatewayError::BadCredentials`] (CP3002), and those of the network.
    async fn check_credentials(&self) -> Result<(), GatewayError>;

    /// The provider's own record of a payer, for whom methods are stored. Asking twice gives the same.
    ///
    /// # Errors
    /// [`GatewayError::Refused`] with CP4002 where methods cannot be stored; those of the network.
    async fn open_payer(&self, _new: NewPayer) -> Result<String, GatewayError> {
        Err(cannot_store())
    }

    /// Begins to store a method without a payment; the payer gives it in the provider's own element.
    ///
    /// # Errors
    /// As [`Self::open_payer`].
    async fn begin_setup(&self, _new: NewSetup) -> Result<Setup, GatewayError> {
        Err(cannot_store())
    }

    /// What has become of a setup.
    ///
    /// # Errors
    /// As [`Self::open_payer`].
    async fn retrieve_setup(&self, _id: &str) -> Result<Setup, GatewayError> {
        Err(cannot_store())
    }

    /// A stored method, as the provider knows it.
    ///
    /// # Errors
    /// [`GatewayError::NotFound`] once it was removed; as [`Self::open_payer`].
    async fn stored_method(&self, _id: &str) -> Result<StoredMethod, GatewayError> {
        Err(cannot_store())
    }

    /// Changes what may change of a stored method.
    ///
    /// # Errors
    /// [`GatewayError::NotFound`] once it was removed; [`GatewayError::Refused`] if the provider does not take it; as
    /// [`Self::open_payer`].
    async fn update_method(
        &self,
        _id: &str,
        _update: MethodUpdate,
    ) -> Result<StoredMethod, GatewayError> {
        Err(cannot_store())
    }

    /// Removes a stored method. Removing twice is harmless.
    ///
    /// # Errors
    /// As [`Self::open_payer`].
    async fn forget_method(&self, _id: &str) -> Result<(), GatewayError> {
        Err(cannot_store())
    }

    /// Checks a webhook's signature and reads it; nothing if it tells of nothing that concerns payments.
    /// `headers` are names and values as received.
    ///
    /// # Errors
    /// [`WebhookError`], upon which nothing in the body may be believed.
    async fn parse_webhook(
        &self,
        headers: &[(&str, &str)],
        body: &[u8],
        received_at: DateTime<Utc>,
    ) -> Result<Option<WebhookEvent>, WebhookError>;
}

/// Where a refund is found: providers ask for the one or the other.
#[derive(Clone, Copy, Debug)]
pub struct RefundId<'a> {
    /// The gateway's id of the refund.
    pub id: &'a str,
    /// The intent whose money was given back.
    pub intent_id: &'a str,
}

/// Where nothing is stored, or storing is switched off (CP4002).
#[must_use]
pub fn cannot_store() -> GatewayError {
    GatewayError::Refused(Decline::with_cp(
        "cannot_store_methods",
        CpCode::RecurringNotSupported,
    ))
}
