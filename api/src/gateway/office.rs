//! Payment gateways, for staff.

use actix_web::{
    get,
    web::{Data, Json},
};
use utoipa_actix_web::service_config::ServiceConfig;

use super::dto::{Gateway, GatewayList};
use crate::{
    config::Config,
    error::Result,
    http::{Staff, can},
};

/// The routes of this slice.
pub fn routes(config: &mut ServiceConfig) {
    config.service(list_gateways);
}

/// List payment gateways.
#[utoipa::path(tag = "settings", responses((status = 200, body = GatewayList)))]
#[get("/gateways")]
async fn list_gateways(
    _staff: Staff<can::ViewOrganization>,
    config: Data<Config>,
) -> Result<Json<GatewayList>> {
    let sandbox = config.sandbox_gateway.then(|| Gateway {
        kind: "sandbox".to_owned(),
        name: "Sandbox".to_owned(),
        test_mode: true,
        methods: vec!["card".to_owned(), "bank_debit".to_owned()],
        enabled: true,
    });
    Ok(Json(GatewayList {
        data: sandbox.into_iter().collect(),
    }))
}
