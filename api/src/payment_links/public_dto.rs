//! What whoever holds a link sends and gets.

use chrono::NaiveDate;
use entity::Instant;
use portico_domain::{money::Money, payment_link::LinkStanding};
use portico_gateways::Method;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use crate::invoices::{PaymentOption, PendingPayment};

/// A payment link as its page shows it.
#[derive(Serialize, ToSchema)]
pub struct PublicPaymentLink {
    /// Whom the money is for.
    #[schema(example = "Brightwater Studio")]
    pub organization_name: String,
    /// Whether a code must be entered first, which `request_payment_link_code` mails. Until then nothing else is told.
    pub verification_required: bool,
    #[schema(required)]
    pub link: Option<LinkDetails>,
}

/// What a link is for.
#[derive(Serialize, ToSchema)]
pub struct LinkDetails {
    pub standing: LinkStanding,
    pub expires_at: Instant,
    /// What is to be paid now, or what was paid; null where there is nothing to be paid by this link.
    #[schema(required)]
    pub amount: Option<Money>,
    /// Who is to pay; null like the amount.
    #[schema(required, example = "Hopper & Sons")]
    pub customer_name: Option<String>,
    #[schema(required)]
    pub invoice: Option<LinkDetailsInvoice>,
    #[schema(required, example = "Deposit for the workshop in May")]
    pub description: Option<String>,
    /// How it can be paid online; empty unless it can be paid now.
    pub payment_options: Vec<PaymentOption>,
    /// How to pay otherwise.
    #[schema(required)]
    pub payment_instructions: Option<String>,
    /// The payment that succeeded, or the one that is being processed.
    #[schema(required)]
    pub payment: Option<PendingPayment>,
    /// Whom to ask.
    #[schema(required, example = "hello@brightwater.example")]
    pub organization_email: Option<String>,
    #[schema(required, example = "+49 30 1234567")]
    pub organization_phone: Option<String>,
}

/// The invoice that a link is for.
#[derive(Serialize, ToSchema)]
pub struct LinkDetailsInvoice {
    #[schema(example = "INV-000042")]
    pub number: String,
    pub due_date: NaiveDate,
    pub total: Money,
    pub balance: Money,
}

/// A code is on its way.
#[derive(Serialize, ToSchema)]
pub struct LinkCodeSent {
    /// The address, of which only its owner recognises enough.
    #[schema(example = "g•••@h•••.example")]
    pub sent_to: String,
    /// How long the code works, in minutes.
    #[schema(example = 10)]
    pub minutes: u32,
}

/// A code that was mailed.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct VerifyPaymentLink {
    /// Six digits.
    #[validate(length(min = 6, max = 6))]
    #[schema(min_length = 6, max_length = 6, example = "402917")]
    pub code: String,
}

/// What proves that the code was entered; to be sent as `Payment-Link-Proof`.
#[derive(Serialize, ToSchema)]
pub struct LinkProof {
    #[schema(example = "q0J8mV…")]
    pub proof: String,
    pub expires_at: Instant,
}

/// How the link is to be paid. How much, the link says.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StartLinkPayment {
    #[validate(length(max = 50))]
    #[schema(example = "sandbox")]
    pub gateway: String,
    #[schema(example = "card")]
    pub method: Method,
    /// For a bank debit: that the payer agrees to the mandate shown.
    #[serde(default)]
    pub mandate_accepted: bool,
}
