//! Intents: Portico's as Stripe wants them, and Stripe's as Portico does.

use std::collections::HashMap;

use portico_domain::money::Money;
use portico_gateways::{Charge, GatewayError, Intent, IntentStatus, Method, NewIntent, Unsuitable};
use stripe_core::payment_intent::{
    ConfirmPaymentIntent, ConfirmPaymentIntentOffSession, CreatePaymentIntent,
};
use stripe_shared::{
    PaymentIntentAllowedPaymentMethodTypes as Allowed, PaymentIntentSetupFutureUsage,
};

use crate::{
    account::{BankDebit, StripeAccount},
    amount::{from_stripe, to_stripe},
    decline::decline,
    method, wire,
};

/// Where Portico's payment stands in Stripe's metadata.
pub const REFERENCE: &str = "portico_payment";
const CUSTOMER: &str = "portico_customer";

/// What every answer has to bring with it: the method by which was paid.
pub fn expanded() -> Vec<String> {
    vec!["payment_method".to_owned()]
}

/// The request that makes an intent.
pub fn request(
    account: &StripeAccount,
    new: &NewIntent,
) -> Result<CreatePaymentIntent, GatewayError> {
    let unsuitable = |unsuitable: Unsuitable| GatewayError::Refused(unsuitable.into());
    account.check(new.amount, new.method).map_err(unsuitable)?;
    if new.keep_method && !account.can_store_methods {
        return Err(portico_gateways::cannot_store());
    }
    let currency = new.amount.currency;
    let allowed = match (new.method, BankDebit::of(currency)) {
        (Method::Card, _) => Allowed::Card,
        (Method::BankDebit, Some(BankDebit::Sepa)) => Allowed::SepaDebit,
        (Method::BankDebit, Some(BankDebit::Ach)) => Allowed::UsBankAccount,
        (method, _) => return Err(unsuitable(Unsuitable::Method { method })),
    };
    let Ok(code) = currency
        .code()
        .to_ascii_lowercase()
        .parse::<stripe_types::Currency>();
    let mut request = CreatePaymentIntent::new(to_stripe(new.amount)?, code)
        .allowed_payment_method_types(vec![allowed])
        .description(&*new.description)
        .metadata(HashMap::from([
            (REFERENCE.to_owned(), new.reference.clone()),
            (CUSTOMER.to_owned(), new.customer_reference.clone()),
        ]))
        .expand(expanded());
    if let Some(payer) = &new.payer_id {
        request = request.customer(&**payer);
    }
    if new.keep_method {
        request = request.setup_future_usage(PaymentIntentSetupFutureUsage::OffSession);
    }
    if let Some(method) = &new.stored_method {
        request = request.payment_method(&**method);
    }
    Ok(request)
}

/// The request that charges the method of an intent.
pub fn charge(id: &str, charge: &Charge) -> ConfirmPaymentIntent {
    let request = ConfirmPaymentIntent::new(id).expand(expanded());
    if charge.off_session {
        request.off_session(ConfirmPaymentIntentOffSession::Bool(true))
    } else {
        request.return_url(&*charge.return_url)
    }
}

/// An intent as Stripe sees it.
pub fn intent(found: wire::PaymentIntent) -> Result<Intent, GatewayError> {
    let status = status(&found.status)?;
    let amount = from_stripe(found.amount, &found.currency)?;
    let received = from_stripe(found.amount_received, &found.currency)?;
    let error = found.last_payment_error.as_ref();
    let used = found
        .payment_method
        .as_ref()
        .and_then(wire::Expandable::object);
    // A method that was declined is taken off the intent, and stands with the reason.
    let tried = used.or_else(|| error?.payment_method.as_ref());
    Ok(Intent {
        status,
        amount,
        amount_received: match status {
            IntentStatus::Succeeded => received,
            _ => Money::zero(amount.currency),
        },
        reference: reference(found.metadata.as_ref()),
        client_secret: found.client_secret.unwrap_or_default(),
        approval_url: found
            .next_action
            .and_then(|action| action.redirect_to_url?.url),
        method_id: used
            .filter(|method| method.customer.is_some())
            .map(|method| method.id.clone()),
        latest_decline: error
            .filter(|_| status == IntentStatus::RequiresPaymentMethod)
            .map(decline),
        method_summary: tried.map(method::summary),
        id: found.id,
    })
}

/// Portico's payment, if the intent is one of Portico's.
pub fn reference(metadata: Option<&std::collections::BTreeMap<String, String>>) -> String {
    metadata
        .and_then(|metadata| metadata.get(REFERENCE))
        .cloned()
        .unwrap_or_default()
}

/// How far an intent or a setup has come. What Stripe calls by a new name is not guessed at.
pub fn status(name: &str) -> Result<IntentStatus, GatewayError> {
    match name {
        "requires_payment_method" => Ok(IntentStatus::RequiresPaymentMethod),
        "requires_confirmation" => Ok(IntentStatus::RequiresConfirmation),
        "requires_action" => Ok(IntentStatus::RequiresAction),
        "processing" | "requires_capture" => Ok(IntentStatus::Processing),
        "succeeded" => Ok(IntentStatus::Succeeded),
        "canceled" => Ok(IntentStatus::Canceled),
        name => Err(GatewayError::Unavailable(format!(
            "Stripe named a status that is not known here: {name:.40}"
        ))),
    }
}
