//! What the routes of notifications take and give.

use entity::{Instant, NotificationId};
use portico_domain::notification::NotificationKind;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use crate::http::patch::present;

/// Something that staff should know.
#[derive(Serialize, ToSchema)]
pub struct Notification {
    pub id: NotificationId,
    #[schema(value_type = NotificationKind, example = "payment_received")]
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

/// How staff are told, as the organization wants it. Each member may narrow it for themselves.
#[derive(Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct NotificationSettings {
    /// Whether staff are told in the back office at all.
    pub notify_staff_in_app: bool,
    /// Whether staff are told by e-mail at all.
    pub notify_staff_by_email: bool,
    /// Each kind of event.
    pub kinds: Vec<NotificationChoice>,
}

/// How one kind of event is told.
#[derive(Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct NotificationChoice {
    pub kind: NotificationKind,
    /// Whether it is told in the back office.
    pub in_app: bool,
    /// Whether it is told by e-mail.
    pub by_email: bool,
}

/// A change of how staff are told.
#[derive(Default, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct UpdateNotificationSettings {
    #[serde(deserialize_with = "present")]
    #[schema(nullable = false)]
    pub notify_staff_in_app: Option<bool>,
    #[serde(deserialize_with = "present")]
    #[schema(nullable = false)]
    pub notify_staff_by_email: Option<bool>,
    /// The kinds that change; the others stay as they are.
    #[validate(length(max = 100))]
    #[schema(max_items = 100)]
    pub kinds: Vec<UpdateNotificationChoice>,
}

/// A change of how one kind of event is told.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UpdateNotificationChoice {
    pub kind: NotificationKind,
    #[serde(default, deserialize_with = "present")]
    #[schema(nullable = false)]
    pub in_app: Option<bool>,
    #[serde(default, deserialize_with = "present")]
    #[schema(nullable = false)]
    pub by_email: Option<bool>,
}

/// What the caller is told, kind by kind.
#[derive(Serialize, ToSchema)]
pub struct MyNotificationSettings {
    /// The kinds of events that the caller's role may see.
    pub kinds: Vec<MyNotificationChoice>,
}

/// How one kind of event is told to the caller.
#[derive(Serialize, ToSchema)]
pub struct MyNotificationChoice {
    pub kind: NotificationKind,
    /// Whether the caller wants it in the back office.
    pub in_app: bool,
    /// Whether the caller wants it by e-mail.
    pub by_email: bool,
    /// Whether the organization tells it in the back office.
    pub offered_in_app: bool,
    /// Whether the organization tells it by e-mail.
    pub offered_by_email: bool,
}

/// A change of what the caller is told.
#[derive(Default, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct UpdateMyNotificationSettings {
    /// The kinds that change; the others stay as they are.
    #[validate(length(max = 100))]
    #[schema(max_items = 100)]
    pub kinds: Vec<UpdateNotificationChoice>,
}
