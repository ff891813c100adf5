//! What the first page shows.

use chrono::NaiveDate;
use entity::{InvoiceId, PaymentId, records::Address};
use portico_domain::money::{Currency, Money};
use serde::Serialize;
use utoipa::ToSchema;

use crate::invoices::PortalInvoiceSummary;

/// The first page.
#[derive(Serialize, ToSchema)]
pub struct PortalHome {
    /// One for each currency in which there is something.
    pub balances: Vec<PortalBalance>,
    #[schema(required)]
    pub last_payment: Option<LastPayment>,
    /// Unpaid ones, the oldest due first; at most 5.
    pub recent_invoices: Vec<PortalInvoiceSummary>,
    pub organization: PortalOrganization,
    #[schema(required)]
    pub banner_message: Option<String>,
    /// The sections that have content for this customer.
    #[schema(example = json!(["invoices", "payments"]))]
    pub modules: Vec<String>,
}

/// What is owed in one currency, in minor units.
#[derive(Serialize, ToSchema)]
pub struct PortalBalance {
    pub currency: Currency,
    #[schema(example = 250_000)]
    pub outstanding: i64,
    #[schema(example = 3)]
    pub outstanding_count: i64,
    /// The part of it whose due date has passed.
    #[schema(example = 80_000)]
    pub overdue: i64,
    #[schema(example = 1)]
    pub overdue_count: i64,
    /// What the organization owes the customer.
    #[schema(example = 0)]
    pub credit: i64,
    /// Outstanding less credit, at least 0.
    #[schema(example = 250_000)]
    pub payable: i64,
}

/// The last payment made.
#[derive(Serialize, ToSchema)]
pub struct LastPayment {
    pub id: PaymentId,
    #[schema(required, example = "PAY-000007")]
    pub number: Option<String>,
    pub date: NaiveDate,
    pub amount: Money,
    pub invoices: Vec<PaidInvoiceRef>,
    #[schema(required)]
    pub reference: Option<String>,
}

/// An invoice that it paid.
#[derive(Serialize, ToSchema)]
pub struct PaidInvoiceRef {
    pub id: InvoiceId,
    #[schema(example = "INV-000042")]
    pub number: String,
}

/// How to reach the organization.
#[derive(Serialize, ToSchema)]
pub struct PortalOrganization {
    #[schema(example = "Brightwater Studio")]
    pub name: String,
    #[schema(required)]
    pub email: Option<String>,
    #[schema(required)]
    pub phone: Option<String>,
    #[schema(required)]
    pub website: Option<String>,
    pub address: Address,
}
