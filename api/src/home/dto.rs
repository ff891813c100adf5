//! What the first page shows.

use portico_domain::money::Currency;
use serde::Serialize;
use utoipa::ToSchema;

use crate::{invoices::InvoiceSummary, payments::Payment};

/// The first page.
#[derive(Serialize, ToSchema)]
pub struct OfficeHome {
    /// One for each currency in which there is something.
    pub receivables: Vec<Receivable>,
    /// The newest 5.
    pub recent_payments: Vec<Payment>,
    /// The 5 that have been overdue longest.
    pub overdue_invoices: Vec<InvoiceSummary>,
    pub counts: HomeCounts,
}

/// Money in one currency, in minor units.
#[derive(Serialize, ToSchema)]
pub struct Receivable {
    pub currency: Currency,
    #[schema(example = 1_250_000)]
    pub outstanding: i64,
    #[schema(example = 300_000)]
    pub overdue: i64,
    /// Written but not sent.
    #[schema(example = 50_000)]
    pub draft: i64,
    #[schema(example = 12)]
    pub invoices_open: i64,
    #[schema(example = 3)]
    pub invoices_overdue: i64,
    /// What arrived in the last 30 days.
    #[schema(example = 900_000)]
    pub received_30d: i64,
}

/// How many there are.
#[derive(Serialize, ToSchema)]
pub struct HomeCounts {
    /// Counted up to 1,000.
    #[schema(example = 42)]
    pub customers: i64,
    /// Counted up to 1,000.
    #[schema(example = 310)]
    pub invoices: i64,
    #[schema(example = 0)]
    pub failed_mails: i64,
    #[schema(example = 4)]
    pub unread_notifications: i64,
}
