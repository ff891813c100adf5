//! What the routes of mails give.

use entity::{DevMailId, Instant, MailId, records::DevAttachment};
use portico_domain::work::MailStatus;
use serde::Serialize;
use utoipa::ToSchema;

/// A mail that was sent, or is to be. Its text may hold secret links and is not shown.
#[derive(Serialize, ToSchema)]
pub struct Mail {
    pub id: MailId,
    /// What it is for.
    #[schema(example = "invoice_sent")]
    pub kind: String,
    #[schema(example = "grace@harbour.example")]
    pub to: String,
    #[schema(example = "Invoice INV-000042")]
    pub subject: String,
    pub status: MailStatus,
    /// How often sending was tried.
    pub attempts: i32,
    /// Why the last try failed.
    #[schema(required, example = "550 no such mailbox")]
    pub last_error: Option<String>,
    pub created_at: Instant,
    #[schema(required)]
    pub sent_at: Option<Instant>,
    #[schema(required)]
    pub related: Option<MailRelated>,
}

/// What a mail is about.
#[derive(Serialize, ToSchema)]
pub struct MailRelated {
    /// Known: `invoice`, `payment`, `customer`, `contact_person`, `member`.
    #[serde(rename = "type")]
    #[schema(example = "invoice")]
    pub kind: String,
    #[schema(example = "inv_01k4000000e00800000000000001")]
    pub id: String,
}

/// A mail in the development mailbox, whole.
#[derive(Serialize, ToSchema)]
pub struct DevMail {
    pub id: DevMailId,
    #[schema(example = "grace@harbour.example")]
    pub to: String,
    #[schema(example = "Invoice INV-000042")]
    pub subject: String,
    pub at: Instant,
    pub text: String,
    pub html: String,
    pub attachments: Vec<DevAttachment>,
}

/// The latest mails, the newest first.
#[derive(Serialize, ToSchema)]
pub struct DevMailbox {
    pub data: Vec<DevMail>,
}
