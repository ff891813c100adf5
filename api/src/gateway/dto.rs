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
    /// What customers can pay with. Known: `card`.
    #[schema(example = json!(["card"]))]
    pub methods: Vec<String>,
    /// Whether customers are offered it.
    pub enabled: bool,
}

/// Every gateway of the organization.
#[derive(Serialize, ToSchema)]
pub struct GatewayList {
    pub data: Vec<Gateway>,
}
