//! Stripe's answers, as much of them as is used here.
//!
//! Money and identity are required; whatever else is missing, null or unknown does no harm. Unknown values stay text.

use std::collections::BTreeMap;

use serde::Deserialize;

/// <https://docs.stripe.com/api/payment_intents/object>
#[derive(Deserialize)]
pub struct PaymentIntent {
    pub id: String,
    pub status: String,
    pub amount: i64,
    pub amount_received: i64,
    pub currency: String,
    pub client_secret: Option<String>,
    pub metadata: Option<BTreeMap<String, String>>,
    pub last_payment_error: Option<ApiError>,
    pub payment_method: Option<Expandable<PaymentMethod>>,
    pub next_action: Option<NextAction>,
}

/// What the payer has to do.
#[derive(Deserialize)]
pub struct NextAction {
    pub redirect_to_url: Option<Redirect>,
}

/// Where the payer has to go.
#[derive(Deserialize)]
pub struct Redirect {
    pub url: Option<String>,
}

/// <https://docs.stripe.com/api/setup_intents/object>
#[derive(Deserialize)]
pub struct SetupIntent {
    pub id: String,
    pub status: String,
    pub client_secret: Option<String>,
    pub payment_method: Option<Expandable<PaymentMethod>>,
}

/// <https://docs.stripe.com/api/payment_methods/object>
#[derive(Deserialize)]
pub struct PaymentMethod {
    pub id: String,
    #[serde(rename = "type")]
    pub kind: String,
    pub customer: Option<Expandable<Identified>>,
    pub card: Option<Card>,
    pub sepa_debit: Option<BankAccount>,
    pub us_bank_account: Option<BankAccount>,
}

/// A card, without its number.
#[derive(Deserialize)]
pub struct Card {
    pub brand: Option<String>,
    pub last4: Option<String>,
    pub exp_month: Option<u8>,
    pub exp_year: Option<u16>,
}

/// A bank account, without its number.
#[derive(Deserialize)]
pub struct BankAccount {
    pub bank_name: Option<String>,
    pub bank_code: Option<String>,
    pub last4: Option<String>,
}

/// <https://docs.stripe.com/api/refunds/object>
#[derive(Deserialize)]
pub struct Refund {
    pub id: String,
    pub amount: i64,
    pub currency: String,
    pub status: Option<String>,
    pub payment_intent: Option<Expandable<Identified>>,
}

/// What a search has found.
#[derive(Deserialize)]
pub struct Found<T> {
    pub data: Vec<T>,
}

/// An answer of which nothing is of interest but that it came.
#[derive(Deserialize)]
pub struct Anything {}

/// Anything with an id.
#[derive(Deserialize)]
pub struct Identified {
    pub id: String,
}

/// The body of an error.
#[derive(Deserialize)]
pub struct Failure {
    pub error: ApiError,
}

/// <https://docs.stripe.com/api/errors>
#[derive(Default, Deserialize)]
pub struct ApiError {
    #[serde(rename = "type")]
    pub kind: Option<String>,
    pub code: Option<String>,
    pub decline_code: Option<String>,
    pub param: Option<String>,
    pub payment_method: Option<PaymentMethod>,
}

/// <https://docs.stripe.com/api/events/object>
#[derive(Deserialize)]
pub struct Event {
    pub id: String,
    #[serde(rename = "type")]
    pub kind: String,
    pub data: EventData,
}

/// What an event is about.
#[derive(Deserialize)]
pub struct EventData {
    pub object: EventObject,
}

/// An intent, or a charge, a refund or a dispute that belongs to one.
#[derive(Deserialize)]
pub struct EventObject {
    pub id: String,
    pub metadata: Option<BTreeMap<String, String>>,
    pub payment_intent: Option<Expandable<Identified>>,
    /// Of a charge: the entry that took back what had been paid out already.
    pub failure_balance_transaction: Option<Expandable<Identified>>,
}

/// An id, or the object itself where the request asked for it.
#[derive(Deserialize)]
#[serde(untagged)]
pub enum Expandable<T> {
    Id(String),
    Object(Box<T>),
}

/// What Stripe names by an id.
pub trait HasId {
    fn id(&self) -> &str;
}

impl HasId for PaymentMethod {
    fn id(&self) -> &str {
        &self.id
    }
}

impl HasId for Identified {
    fn id(&self) -> &str {
        &self.id
    }
}

impl<T: HasId> Expandable<T> {
    /// The id, either way.
    pub fn id(&self) -> &str {
        match self {
            Self::Id(id) => id,
            Self::Object(object) => object.id(),
        }
    }

    /// The object, if it was asked for.
    pub fn object(&self) -> Option<&T> {
        match self {
            Self::Id(_) => None,
            Self::Object(object) => Some(object),
        }
    }
}
