//! Refunds of captures.

use serde::Deserialize;
use serde_json::{
    json,
    value::{RawValue, to_raw_value},
};

use super::amount::Amount;
use crate::{GatewayError, Refund, RefundStatus};

/// A refund as PayPal answers it.
#[derive(Deserialize)]
pub(super) struct PayPalRefund {
    id: String,
    #[serde(default)]
    status: String,
    amount: Option<Amount>,
}

/// The body that makes a refund.
pub(super) fn body(amount: &Amount) -> serde_json::Result<Box<RawValue>> {
    to_raw_value(&json!({ "amount": amount }))
}

impl PayPalRefund {
    /// The refund of an intent's money.
    ///
    /// # Errors
    /// [`GatewayError::Unavailable`] if the amount is missing or cannot be read.
    pub(super) fn refund(self, intent_id: &str) -> Result<Refund, GatewayError> {
        let amount = self.amount.as_ref().and_then(Amount::money);
        Ok(Refund {
            id: self.id,
            intent_id: intent_id.to_owned(),
            amount: amount.ok_or_else(|| {
                GatewayError::Unavailable("PayPal's refund has no readable amount".to_owned())
            })?,
            status: match self.status.as_str() {
                "COMPLETED" => RefundStatus::Succeeded,
                "FAILED" | "CANCELLED" => RefundStatus::Failed,
                // Pending, or in a state that Portico does not know: it is asked again.
                _ => RefundStatus::Pending,
            },
        })
    }
}
