//! The port's calls, one by one.

use std::fmt;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use portico_gateways::{
    Capabilities, Charge, Decline, GatewayError, Intent, IntentStatus, MethodUpdate, NewIntent,
    NewPayer, NewRefund, NewSetup, PaymentGateway, Refund, RefundId, Setup, StoredMethod,
    WebhookError, WebhookEvent, cannot_store, webhook::SigningSecret,
};
use reqwest::Url;
use stripe_core::{
    balance::RetrieveForMyAccountBalance,
    payment_intent::{CancelPaymentIntent, RetrievePaymentIntent},
    refund::RetrieveRefund,
    setup_intent::RetrieveSetupIntent,
};
use stripe_payment::payment_method::{DetachPaymentMethod, RetrievePaymentMethod};

use crate::{
    StripeAccount, intent, method, refund,
    transport::{Answer, Transport},
    webhook, wire,
};

/// Stripe, through one organization's account.
pub struct StripeGateway {
    account: StripeAccount,
    signing: Option<SigningSecret>,
    transport: Transport,
}

impl StripeGateway {
    /// The gateway of an account, over a client that all share ([`crate::http_client`]).
    ///
    /// `base` is where the API is; nothing for Stripe itself.
    #[must_use]
    pub fn new(account: StripeAccount, http: reqwest::Client, base: Option<&Url>) -> Self {
        let secret = account.webhook_secret.as_deref();
        Self {
            signing: secret
                .filter(|secret| !secret.is_empty())
                .map(|secret| SigningSecret::new(secret.as_bytes())),
            transport: Transport::new(http, base, &account.secret_key),
            account,
        }
    }

    /// The key with which the payer's browser talks to Stripe. It is no secret.
    #[must_use]
    pub fn publishable_key(&self) -> &str {
        &self.account.publishable_key
    }

    /// That methods may be stored at all.
    fn can_store(&self) -> Result<(), GatewayError> {
        if self.account.can_store_methods {
            Ok(())
        } else {
            Err(cannot_store())
        }
    }

    /// The payer who was made earlier with the same key.
    async fn known_payer(&self, new: &NewPayer) -> Result<Option<String>, GatewayError> {
        let found: Result<wire::Found<wire::Identified>, _> =
            self.transport.send(&method::search(new)).await;
        match found {
            Ok(found) => Ok(found.data.into_iter().next().map(|payer| payer.id)),
            // Not every country's accounts can search.
            Err(GatewayError::Refused(_) | GatewayError::NotFound) => Ok(None),
            Err(error) => Err(error),
        }
    }
}

/// Shows no key.
impl fmt::Debug for StripeGateway {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StripeGateway")
            .field("account", &self.account)
            .field("transport", &self.transport)
            .finish_non_exhaustive()
    }
}

#[async_trait]
impl PaymentGateway for StripeGateway {
    fn kind(&self) -> &'static str {
        "stripe"
    }

    fn capabilities(&self) -> Capabilities {
        self.account.capabilities()
    }

    async fn create_intent(&self, new: NewIntent) -> Result<Intent, GatewayError> {
        let request = intent::request(&self.account, &new)?;
        let Answer { body, replayed } = self
            .transport
            .send_once::<wire::PaymentIntent>(&request, &new.idempotency_key)
            .await?;
        if replayed {
            return self.retrieve_intent(&body.id).await;
        }
        intent::intent(body)
    }

    async fn retrieve_intent(&self, id: &str) -> Result<Intent, GatewayError> {
        let request = RetrievePaymentIntent::new(id).expand(intent::expanded());
        intent::intent(self.transport.send(&request).await?)
    }

    /// If it is declined, the answer is a refusal: the payer never saw the intent. One that was charged before is answered
    /// as it is, though Stripe refuses to charge it again.
    async fn charge_intent(
        &self,
        id: &str,
        charge: &Charge,
        key: &str,
    ) -> Result<Intent, GatewayError> {
        let request = intent::charge(id, charge);
        let answer = self
            .transport
            .send_once::<wire::PaymentIntent>(&request, &format!("{key}:charge"))
            .await;
        let refusal = match answer {
            Ok(Answer { replayed: true, .. }) => return self.retrieve_intent(id).await,
            Ok(Answer { body, .. }) => return intent::intent(body),
            Err(GatewayError::Refused(refusal)) => refusal,
            Err(error) => return Err(error),
        };
        let found = self.retrieve_intent(id).await?;
        match found.status {
            IntentStatus::RequiresPaymentMethod | IntentStatus::RequiresConfirmation => {
                Err(GatewayError::Refused(refusal))
            }
            _ => Ok(found),
        }
    }

    async fn cancel_intent(&self, id: &str) -> Result<Intent, GatewayError> {
        let request = CancelPaymentIntent::new(id).expand(intent::expanded());
        let refusal = match self.transport.send(&request).await {
            Ok(canceled) => return intent::intent(canceled),
            Err(GatewayError::Refused(refusal)) => refusal,
            Err(error) => return Err(error),
        };
        // Stripe refuses alike what was given up already and what is paid.
        let found = self.retrieve_intent(id).await?;
        let code = match found.status {
            IntentStatus::Canceled => return Ok(found),
            IntentStatus::Succeeded => "intent_succeeded",
            IntentStatus::Processing => "intent_processing",
            _ => &refusal.code,
        };
        Err(GatewayError::Refused(Decline::new(
            code,
            "payment-unavailable",
        )))
    }

    async fn refund(&self, new: NewRefund) -> Result<Refund, GatewayError> {
        let request = refund::request(&new)?;
        let Answer { body, replayed } = self
            .transport
            .send_once::<wire::Refund>(&request, &new.idempotency_key)
            .await?;
        if replayed {
            let (id, intent_id) = (&*body.id, &*new.intent_id);
            return self.retrieve_refund(&RefundId { id, intent_id }).await;
        }
        refund::refund(&body, &new.intent_id)
    }

    async fn retrieve_refund(&self, refund: &RefundId<'_>) -> Result<Refund, GatewayError> {
        let found = self.transport.send(&RetrieveRefund::new(refund.id)).await?;
        refund::refund(&found, refund.intent_id)
    }

    async fn check_credentials(&self) -> Result<(), GatewayError> {
        if !self.account.keys_agree() {
            return Err(GatewayError::BadCredentials);
        }
        let request = RetrieveForMyAccountBalance::new();
        self.transport.send::<wire::Anything>(&request).await?;
        Ok(())
    }

    async fn open_payer(&self, new: NewPayer) -> Result<String, GatewayError> {
        self.can_store()?;
        if let Some(known) = self.known_payer(&new).await? {
            return Ok(known);
        }
        let made: Answer<wire::Identified> = self
            .transport
            .send_once(&method::payer(&new), &new.idempotency_key)
            .await?;
        Ok(made.body.id)
    }

    async fn begin_setup(&self, new: NewSetup) -> Result<Setup, GatewayError> {
        self.can_store()?;
        let request = method::setup_request(&self.account, &new)?;
        let Answer { body, replayed } = self
            .transport
            .send_once::<wire::SetupIntent>(&request, &new.idempotency_key)
            .await?;
        if replayed {
            return self.retrieve_setup(&body.id).await;
        }
        method::setup(body)
    }

    async fn retrieve_setup(&self, id: &str) -> Result<Setup, GatewayError> {
        let request = RetrieveSetupIntent::new(id);
        method::setup(self.transport.send(&request).await?)
    }

    async fn stored_method(&self, id: &str) -> Result<StoredMethod, GatewayError> {
        let found = self.transport.send(&RetrievePaymentMethod::new(id)).await?;
        method::stored(&found).ok_or(GatewayError::NotFound)
    }

    async fn update_method(
        &self,
        id: &str,
        update: MethodUpdate,
    ) -> Result<StoredMethod, GatewayError> {
        let changed = self.transport.send(&method::update(id, update)).await?;
        method::stored(&changed).ok_or(GatewayError::NotFound)
    }

    async fn forget_method(&self, id: &str) -> Result<(), GatewayError> {
        let detached = self
            .transport
            .send::<wire::Anything>(&DetachPaymentMethod::new(id))
            .await;
        let refusal = match detached {
            Ok(wire::Anything {}) | Err(GatewayError::NotFound) => return Ok(()),
            Err(refusal @ GatewayError::Refused(_)) => refusal,
            Err(error) => return Err(error),
        };
        // Stripe refuses to remove what belongs to nobody any more.
        match self.stored_method(id).await {
            Err(GatewayError::NotFound) => Ok(()),
            Err(error) => Err(error),
            Ok(_) => Err(refusal),
        }
    }

    async fn parse_webhook(
        &self,
        headers: &[(&str, &str)],
        body: &[u8],
        received_at: DateTime<Utc>,
    ) -> Result<Option<WebhookEvent>, WebhookError> {
        webhook::parse(self.signing.as_ref(), headers, body, received_at)
    }
}
