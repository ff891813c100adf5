//! What a customer sees of an invoice.

use chrono::NaiveDate;
use entity::{
    InvoiceId, PaymentId,
    records::{Address, Adjustment},
};
use portico_domain::gateway::AddressField;
use portico_domain::{
    decimal::Decimal,
    invoice::{InvoiceAction, InvoiceStatus},
    money::Money,
    payment::PaymentState,
    totals::Discount,
};
use portico_gateways::Method;
use serde::Serialize;
use utoipa::ToSchema;

use super::dto::Totals;
use crate::gateway::Offer;

/// An invoice in the portal's list.
#[derive(Serialize, ToSchema)]
pub struct PortalInvoiceSummary {
    pub id: InvoiceId,
    #[schema(example = "INV-000042")]
    pub number: String,
    pub date: NaiveDate,
    pub due_date: NaiveDate,
    pub status: InvoiceStatus,
    pub total: Money,
    pub balance: Money,
    /// Whether the gateway is processing a payment of it, which takes days for a bank debit.
    pub payment_pending: bool,
}

/// An invoice as the customer reads it.
#[derive(Serialize, ToSchema)]
pub struct PortalInvoice {
    #[serde(flatten)]
    pub summary: PortalInvoiceSummary,
    pub lines: Vec<PortalInvoiceLine>,
    pub totals: Totals,
    /// On the whole.
    #[schema(required)]
    pub discount: Option<Discount>,
    #[schema(required)]
    pub adjustment: Option<Adjustment>,
    pub prices_include_tax: bool,
    pub amount_paid: Money,
    /// What was paid with credit.
    pub credits_applied: Money,
    /// What this person can apply of the customer's credit: none if nothing is due, or they may not pay.
    pub credit_available: Money,
    #[schema(required)]
    pub notes: Option<String>,
    #[schema(required)]
    pub terms: Option<String>,
    #[schema(required)]
    pub reference: Option<String>,
    pub organization: PortalIssuer,
    pub customer: PortalAddressee,
    pub allow_partial_payments: bool,
    /// How it can be paid online; empty if it cannot.
    pub payment_options: Vec<PaymentOption>,
    /// Whether it can be paid by bank transfer now: `get_bank_transfer` tells where to.
    pub bank_transfer: bool,
    /// How to pay otherwise.
    #[schema(required)]
    pub payment_instructions: Option<String>,
    #[schema(required)]
    pub pending_payment: Option<PendingPayment>,
    pub payments: Vec<PortalInvoicePayment>,
    /// What this person can do with it now.
    pub allowed_actions: Vec<InvoiceAction>,
}

/// A line.
#[derive(Serialize, ToSchema)]
pub struct PortalInvoiceLine {
    #[schema(example = "Design workshop")]
    pub name: String,
    #[schema(required)]
    pub description: Option<String>,
    pub quantity: Decimal,
    #[schema(required)]
    pub unit: Option<String>,
    pub rate: Decimal,
    #[schema(required)]
    pub discount: Option<Discount>,
    #[schema(required)]
    pub tax_name: Option<String>,
    /// Minor units, less the line's discount.
    #[schema(example = 100_000)]
    pub amount: i64,
}

/// Who issued it.
#[derive(Serialize, ToSchema)]
pub struct PortalIssuer {
    #[schema(example = "Brightwater Studio")]
    pub name: String,
    pub address: Address,
    #[schema(required)]
    pub tax_registration: Option<String>,
    #[schema(required)]
    pub email: Option<String>,
    #[schema(required)]
    pub phone: Option<String>,
    #[schema(required)]
    pub website: Option<String>,
}

/// Whom it is for.
#[derive(Serialize, ToSchema)]
pub struct PortalAddressee {
    #[schema(example = "Hopper & Sons")]
    pub name: String,
    pub billing_address: Address,
    #[schema(required)]
    pub tax_id: Option<String>,
}

/// A way to pay online.
#[derive(Serialize, ToSchema)]
pub struct PaymentOption {
    #[schema(example = "sandbox")]
    pub gateway: String,
    #[schema(example = "card")]
    pub method: Method,
    /// Whether no money moves.
    pub test_mode: bool,
    /// For a bank debit: the words that the payer must agree to.
    #[schema(
        required,
        example = "You authorise Brightwater Studio to debit your account …"
    )]
    pub mandate: Option<String>,
    /// The key of the gateway's element in the browser, where it has one.
    #[schema(required, example = "pk_test_51N8")]
    pub public_key: Option<String>,
    /// Which parts of the address must be given with a card.
    pub verification_fields: Vec<AddressField>,
    /// Whether what the payer gives can be kept for later; by a link it never is.
    pub can_keep_method: bool,
}

impl PaymentOption {
    /// Ways to pay as they are shown; `mandate` makes the words of a bank debit.
    #[must_use]
    pub fn all<'a>(
        ways: impl Iterator<Item = (&'a Offer, Method)>,
        mandate: impl Fn() -> String,
    ) -> Vec<Self> {
        ways.map(|(offer, method)| Self {
            gateway: offer.gateway.to_string(),
            method,
            test_mode: offer.test_mode,
            mandate: (method == Method::BankDebit).then(&mandate),
            public_key: offer.public_key.clone(),
            can_keep_method: offer.keeps_methods() && method != Method::Wallet,
            verification_fields: offer.terms.verification.clone(),
        })
        .collect()
    }
}

/// A payment that is under way.
#[derive(Serialize, ToSchema)]
pub struct PendingPayment {
    pub id: PaymentId,
    pub state: PaymentState,
}

/// A payment that was made.
#[derive(Serialize, ToSchema)]
pub struct PortalInvoicePayment {
    pub payment_id: PaymentId,
    #[schema(required, example = "PAY-000007")]
    pub number: Option<String>,
    pub date: NaiveDate,
    pub amount: Money,
}
