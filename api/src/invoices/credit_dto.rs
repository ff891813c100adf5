//! What is sent and answered about credit on invoices.

use chrono::NaiveDate;
use entity::PaymentId;
use portico_domain::money::Money;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

/// Credit that was applied to an invoice.
#[derive(Serialize, ToSchema)]
pub struct InvoiceCredit {
    /// Whose unused part it was.
    pub payment_id: PaymentId,
    #[schema(required, example = "PAY-000007")]
    pub number: Option<String>,
    /// The payment's.
    pub date: NaiveDate,
    pub amount: Money,
}

/// How much credit to apply to an invoice.
#[derive(Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct ApplyCredit {
    /// Minor units, at least 1; at most the invoice's balance and the customer's credit in its currency.
    #[schema(minimum = 1, maximum = 9_007_199_254_740_991_i64, example = 5_000)]
    pub amount: i64,
}

/// Which credit to take off an invoice.
#[derive(Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct ReleaseCredit {
    /// The payment that the credit came from.
    pub payment_id: PaymentId,
}
