//! What the routes of gateways give.

use serde::Serialize;
use utoipa::ToSchema;

/// A payment gateway.
#[derive(Serialize, ToSchema)]
pub struct Gateway {
    /// Known: `sandbox`.
    #[schema(example = "sandbox")]
    pub kind: String,
    #[schema(example = "Sandbox")]
    pub name: String,
    /// Whether it moves no money.
    pub test_mode: bool,
    /// What customers can pay with. Known: `card`, `bank_debit`.
    #[schema(example = json!(["card", "bank_debit"]))]
    pub methods: Vec<String>,
    /// Whether customers are offered it.
    pub enabled: bool,
}

/// Every gateway of the organization.
#[derive(Serialize, ToSchema)]
pub struct GatewayList {
    pub data: Vec<Gateway>,
}
