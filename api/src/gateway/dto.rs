//! What the routes of gateways take and give.

use entity::Instant;
use portico_domain::{
    gateway::{AddressField, GatewayKind},
    money::{Currency, Money},
};
use serde::{Deserialize, Serialize, Serializer};
use utoipa::ToSchema;
use validator::Validate;

use crate::http::patch::present;

/// A payment gateway, as the organization has set it.
#[derive(Serialize, ToSchema)]
pub struct Gateway {
    pub kind: GatewayKind,
    #[schema(example = "Stripe")]
    pub name: String,
    /// Whether money could be taken through it now.
    pub connected: bool,
    /// Whether customers are offered it.
    pub enabled: bool,
    /// Whether it moves no money.
    pub test_mode: bool,
    /// Stripe's publishable key, PayPal's client id. The secret ones are never given back.
    #[schema(required, example = "pk_test_51N8")]
    pub public_key: Option<String>,
    /// What customers can pay with. Known: `card`, `bank_debit`, `wallet`.
    #[schema(example = json!(["card", "bank_debit"]))]
    pub methods: Vec<String>,
    /// What it could take.
    #[schema(example = json!(["card", "bank_debit"]))]
    pub available_methods: Vec<String>,
    /// In which currencies; every one that the gateway has if empty.
    pub currencies: Vec<Currency>,
    /// The least that is charged, where more than the gateway's own.
    pub minimum_amounts: Vec<Money>,
    /// Which parts of the address the payer must give with a card.
    pub verification_fields: Vec<AddressField>,
    /// Whether it could keep cards and accounts and charge them later.
    pub can_store_methods: bool,
    /// Whether customers may have theirs kept.
    pub store_methods: bool,
    /// Where the provider sends its webhooks; none for the sandbox.
    #[schema(
        required,
        example = "https://portal.example/api/v1/public/gateways/stripe/org_01k/webhooks"
    )]
    pub webhook_url: Option<String>,
    /// When the credentials were last tried.
    #[schema(required)]
    pub checked_at: Option<Instant>,
    #[schema(required)]
    pub check_failure: Option<GatewayFailure>,
}

/// Why a gateway cannot be used.
#[derive(Serialize, ToSchema)]
pub struct GatewayFailure {
    /// A code of the CP table, or `unavailable` if the provider could not be asked.
    #[schema(example = "CP3002")]
    pub code: String,
    /// What can be done about it, in English.
    #[schema(example = "Enter the gateway's credentials again under Settings, Gateways.")]
    pub remedy: String,
}

/// Every gateway of the organization.
#[derive(Serialize, ToSchema)]
pub struct GatewayList {
    pub data: Vec<Gateway>,
}

/// A change of a gateway; what is left out stays.
#[derive(Default, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct UpdateGateway {
    /// All of them, or none.
    #[serde(deserialize_with = "present")]
    #[validate(nested)]
    #[schema(nullable = false)]
    pub credentials: Option<GatewayCredentials>,
    /// Whether customers are offered it.
    #[serde(deserialize_with = "present")]
    #[schema(nullable = false)]
    pub enabled: Option<bool>,
    /// Some of the available ones; all of them if empty.
    #[serde(deserialize_with = "present")]
    #[validate(length(max = 10))]
    #[schema(nullable = false, max_items = 10, example = json!(["card"]))]
    pub methods: Option<Vec<String>>,
    /// Every one that the gateway has if empty.
    #[serde(deserialize_with = "present")]
    #[validate(length(max = 200))]
    #[schema(nullable = false, max_items = 200)]
    pub currencies: Option<Vec<Currency>>,
    /// The least that is charged. Less than the gateway's own has no effect.
    #[serde(deserialize_with = "present")]
    #[validate(length(max = 200))]
    #[schema(nullable = false, max_items = 200)]
    pub minimum_amounts: Option<Vec<Money>>,
    #[serde(deserialize_with = "present")]
    #[validate(length(max = 4))]
    #[schema(nullable = false, max_items = 4)]
    pub verification_fields: Option<Vec<AddressField>>,
    /// Whether customers may have their cards and accounts kept, where the gateway can. What is kept already is charged no
    /// more once this is switched off.
    #[serde(deserialize_with = "present")]
    #[schema(nullable = false)]
    pub store_methods: Option<bool>,
}

/// What proves the organization to the provider. Kept encrypted, and never given back.
#[derive(Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GatewayCredentials {
    /// Stripe's publishable key, PayPal's client id.
    #[validate(length(min = 1, max = 255))]
    #[schema(min_length = 1, max_length = 255, example = "pk_test_51N8")]
    pub public_key: String,
    /// Stripe's secret or restricted key, PayPal's client secret.
    #[serde(serialize_with = "hide")]
    #[validate(length(min = 1, max = 255))]
    #[schema(min_length = 1, max_length = 255, example = "…")]
    pub secret_key: String,
    /// Stripe's signing secret of the webhook, the id of PayPal's webhook.
    #[serde(serialize_with = "hide")]
    #[validate(length(min = 1, max = 255))]
    #[schema(min_length = 1, max_length = 255, example = "…")]
    pub webhook_key: String,
    /// For PayPal: whether these are of its sandbox. Stripe's keys say so themselves.
    #[serde(default)]
    pub test_mode: Option<bool>,
}

/// The validator quotes what it refuses, and the contract shows defaults: a secret is neither.
fn hide<S: Serializer>(_: &str, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str("…")
}
