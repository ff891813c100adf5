//! Refunds.

use std::collections::HashMap;

use portico_gateways::{GatewayError, NewRefund, Refund, RefundStatus};
use stripe_core::refund::CreateRefund;

use crate::{
    amount::{from_stripe, to_stripe},
    wire,
};

/// Where Portico's refund stands in Stripe's metadata.
const REFUND: &str = "portico_refund";

/// The request that gives money back.
pub fn request(new: &NewRefund) -> Result<CreateRefund, GatewayError> {
    Ok(CreateRefund::new()
        .payment_intent(&*new.intent_id)
        .amount(to_stripe(new.amount)?)
        .metadata(HashMap::from([(
            REFUND.to_owned(),
            new.idempotency_key.clone(),
        )])))
}

/// A refund as Stripe sees it, of this intent.
pub fn refund(found: &wire::Refund, intent_id: &str) -> Result<Refund, GatewayError> {
    let of_another = found
        .payment_intent
        .as_ref()
        .is_some_and(|intent| intent.id() != intent_id);
    if of_another {
        return Err(GatewayError::NotFound);
    }
    Ok(Refund {
        id: found.id.clone(),
        intent_id: intent_id.to_owned(),
        amount: from_stripe(found.amount, &found.currency)?,
        status: match found.status.as_deref() {
            Some("succeeded") => RefundStatus::Succeeded,
            Some("failed" | "canceled") => RefundStatus::Failed,
            // Also where the payer has to say where the money shall go.
            _ => RefundStatus::Pending,
        },
    })
}
