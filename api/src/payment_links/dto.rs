//! What staff send and get.

use entity::{CustomerId, Instant, InvoiceId, PaymentId, PaymentLinkId};
use portico_domain::{
    money::Money,
    payment_link::{LinkStatus, MAX_DAYS},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use crate::customers::CustomerRef;

/// A link that is to be made: for an invoice, or for an amount that a customer pays on account.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreatePaymentLink {
    /// The invoice to be paid. Then `customer_id` is not given.
    #[serde(default)]
    pub invoice_id: Option<InvoiceId>,
    /// Who pays on account: the money becomes the customer's credit.
    #[serde(default)]
    pub customer_id: Option<CustomerId>,
    /// Of an invoice its balance, if nothing is said; a part only where the invoice allows that. On account it must
    /// be given.
    #[serde(default)]
    pub amount: Option<Money>,
    /// What it is for, as the payer reads it; must be given on account. At most 500 characters.
    #[serde(default)]
    #[validate(length(max = 500))]
    #[schema(max_length = 500, example = "Deposit for the workshop in May")]
    pub description: Option<String>,
    /// How many days it works, 1 to 365; 15 if not given.
    #[serde(default)]
    #[validate(range(min = 1, max = MAX_DAYS))]
    #[schema(minimum = 1, maximum = 365, example = 15)]
    pub expires_in_days: Option<i32>,
    /// Whether the customer's primary contact person gets it by mail.
    #[serde(default)]
    pub send_mail: bool,
}

/// A payment link.
#[derive(Serialize, ToSchema)]
pub struct PaymentLink {
    pub id: PaymentLinkId,
    pub status: LinkStatus,
    pub customer: CustomerRef,
    /// Null for a link on account.
    #[schema(required)]
    pub invoice: Option<LinkedInvoice>,
    pub amount: Money,
    #[schema(required)]
    pub description: Option<String>,
    /// The link itself. Only the answer that makes it has it: what is kept of it cannot be turned back.
    #[schema(
        required,
        example = "https://portico.example/brightwater-studio/pay-link/x9Kf3…"
    )]
    pub url: Option<String>,
    pub expires_at: Instant,
    /// When its page was first looked at.
    #[schema(required)]
    pub viewed_at: Option<Instant>,
    /// The payment by it that succeeded, or else the one that is under way.
    #[schema(required)]
    pub payment: Option<LinkedPayment>,
    /// Whether it can be cancelled now by the caller.
    pub can_cancel: bool,
    /// The member of staff who made it.
    #[schema(required, example = "Ada Berg")]
    pub created_by: Option<String>,
    pub created_at: Instant,
}

/// The invoice that a link is for.
#[derive(Serialize, ToSchema)]
pub struct LinkedInvoice {
    pub id: InvoiceId,
    #[schema(example = "INV-000042")]
    pub number: String,
}

/// A payment by a link.
#[derive(Clone, Serialize, ToSchema)]
pub struct LinkedPayment {
    pub id: PaymentId,
    /// Null until it succeeded.
    #[schema(required, example = "PAY-000007")]
    pub number: Option<String>,
    pub state: portico_domain::payment::PaymentState,
}
