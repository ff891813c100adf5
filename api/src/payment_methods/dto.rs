//! What the routes of kept methods take and give.

use entity::{
    Instant, PaymentMethodId, payment_method,
    records::{Address, CardExpiry},
};
use portico_gateways::Method;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use crate::{http::patch::present, invoices::PaymentOption};

/// A card or an account that a gateway keeps.
#[derive(Serialize, ToSchema)]
pub struct PaymentMethod {
    pub id: PaymentMethodId,
    #[schema(example = "stripe")]
    pub gateway: String,
    /// `card` or `bank_debit`.
    #[schema(example = "card")]
    pub method: String,
    /// The card's scheme, or the bank's name or scheme.
    #[schema(example = "visa")]
    pub brand: String,
    #[schema(example = "4242")]
    pub last4: String,
    /// The last month in which a card is valid.
    #[schema(required)]
    pub expiry: Option<CardExpiry>,
    /// Where the holder gets the bills, if it was entered here.
    #[schema(required)]
    pub address: Option<Address>,
    /// Whether it is proposed first.
    pub is_default: bool,
    pub created_at: Instant,
}

impl From<payment_method::Model> for PaymentMethod {
    fn from(row: payment_method::Model) -> Self {
        Self {
            id: row.id,
            gateway: row.gateway,
            method: row.method,
            brand: row.brand,
            last4: row.last4,
            expiry: row.expiry.map(|expiry| expiry.0),
            address: row.address.map(|address| address.0),
            is_default: row.is_default,
            created_at: row.created_at,
        }
    }
}

/// What a customer has kept.
#[derive(Serialize, ToSchema)]
pub struct PaymentMethodList {
    /// The default first, then the oldest.
    pub data: Vec<PaymentMethod>,
}

/// What I have kept, and how more can be.
#[derive(Serialize, ToSchema)]
pub struct PortalPaymentMethods {
    /// The default first, then the oldest.
    pub data: Vec<PaymentMethod>,
    /// What can be kept; empty where no gateway keeps anything.
    pub options: Vec<PaymentOption>,
}

/// What is to be kept.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BeginSetup {
    #[validate(length(max = 50))]
    #[schema(max_length = 50, example = "sandbox")]
    pub gateway: String,
    #[schema(example = "card")]
    pub method: Method,
    /// For a bank debit: that the payer agrees to the mandate shown.
    #[serde(default)]
    pub mandate_accepted: bool,
}

/// A method being given in the gateway's own element.
#[derive(Serialize, ToSchema)]
pub struct MethodSetup {
    /// The gateway's id of it, for `save_payment_method`.
    #[schema(example = "seti_1")]
    pub setup_id: String,
    #[schema(example = "seti_1_secret_2")]
    pub client_secret: String,
}

/// What was given.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FinishSetup {
    #[validate(length(max = 50))]
    #[schema(max_length = 50, example = "sandbox")]
    pub gateway: String,
    #[validate(length(max = 200))]
    #[schema(max_length = 200, example = "seti_1")]
    pub setup_id: String,
    /// For a bank debit: that the payer agrees to the mandate shown.
    #[serde(default)]
    pub mandate_accepted: bool,
}

/// A change of what is kept; what is left out stays.
#[derive(Default, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct UpdatePaymentMethod {
    /// Only `true`: another one takes its place by being made the default.
    #[serde(deserialize_with = "present")]
    #[schema(nullable = false)]
    pub is_default: Option<bool>,
    /// Only of a card; not in the past.
    #[serde(deserialize_with = "present")]
    #[schema(nullable = false)]
    pub expiry: Option<CardExpiry>,
    /// Replaces the whole address.
    #[serde(deserialize_with = "present")]
    #[schema(nullable = false)]
    pub address: Option<Address>,
}
