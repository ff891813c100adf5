//! What the routes of notifications give.

use entity::{Instant, NotificationId};
use serde::Serialize;
use utoipa::ToSchema;

/// Something that staff should know.
#[derive(Serialize, ToSchema)]
pub struct Notification {
    pub id: NotificationId,
    /// Known: `invoice_viewed`, `payment_received`, `payment_failed`, `access_accepted`, `customer_changed`, `mail_failed`.
    #[schema(example = "payment_received")]
    pub kind: String,
    pub at: Instant,
    /// When the caller read it.
    #[schema(required)]
    pub read_at: Option<Instant>,
    pub subject: NotificationSubject,
    /// `customer_name`, `amount`, and more, as the kind has it.
    #[schema(value_type = Object, example = json!({ "customer_name": "Brightwater Studio" }))]
    pub data: serde_json::Value,
}

/// What it is about.
#[derive(Serialize, ToSchema)]
pub struct NotificationSubject {
    /// Known: `invoice`, `payment`, `customer`, `mail`.
    #[serde(rename = "type")]
    #[schema(example = "invoice")]
    pub kind: String,
    #[schema(example = "inv_01k4000000e00800000000000001")]
    pub id: String,
    /// How it is called.
    #[schema(example = "INV-000042")]
    pub label: String,
}

/// How many notifications the caller has not read.
#[derive(Serialize, ToSchema)]
pub struct NotificationCount {
    #[schema(example = 3)]
    pub count: u64,
}
