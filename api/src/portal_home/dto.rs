//! What the first page shows.

use chrono::NaiveDate;
use entity::{InvoiceId, PaymentId, records::Address};
use portico_domain::{
    money::{Currency, Money},
    permission::PortalPermission,
};
use serde::Serialize;
use utoipa::ToSchema;

use crate::{invoices::PortalInvoiceSummary, portal_profile::PortalContact};

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
    /// As it was typed, in Markdown.
    #[schema(required)]
    pub banner_message: Option<String>,
    /// The same as HTML that is safe to show: text, paragraphs, headings, emphasis, lists, links to other sites.
    #[schema(required, example = "<p>Closed until <strong>Monday</strong>.</p>")]
    pub banner_html: Option<String>,
    /// The person who is signed in, and the first others of the customer; at most 10.
    pub contact_persons: Vec<PortalContact>,
    /// What this person may do in the portal; what is missing is refused.
    #[schema(example = json!(["enter_portal", "view_invoices", "pay_invoices"]))]
    pub allowed_actions: Vec<PortalPermission>,
    /// The sections that have content for this customer, and that this person may view.
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
