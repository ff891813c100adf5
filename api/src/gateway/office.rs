//! Payment gateways, for staff.

use actix_web::{
    HttpRequest, delete, get, patch, post,
    web::{Data, Json},
};
use portico_domain::gateway::GatewayKind;
use portico_gateways::CpCode;
use utoipa_actix_web::service_config::ServiceConfig;

use super::{
    Account, Gateways, change, check,
    dto::{Gateway, GatewayFailure, GatewayList, UpdateGateway},
    providers, store,
};
use crate::{
    config::Config,
    db::Scope as _,
    error::{Error, Result},
    http::{Body, NoContent, Staff, can, params::segment},
    keys::Keys,
};

/// The routes of this slice.
pub fn routes(config: &mut ServiceConfig) {
    config
        .service(list_gateways)
        .service(update_gateway)
        .service(check_gateway)
        .service(disconnect_gateway);
}

/// List payment gateways.
///
/// Connected ones and those that could be.
#[utoipa::path(tag = "settings", responses((status = 200, body = GatewayList)))]
#[get("/gateways")]
async fn list_gateways(
    staff: Staff<can::ViewOrganization>,
    config: Data<Config>,
) -> Result<Json<GatewayList>> {
    let accounts = staff.read(async |tx| store::all(tx).await).await?;
    let data = accounts
        .into_iter()
        .filter(|account| known(&config, account.kind))
        .map(|account| shown(&staff, &config, account))
        .collect();
    Ok(Json(GatewayList { data }))
}

/// Connect a payment gateway, or change what is taken through it.
///
/// Credentials are kept encrypted and never given back; try them with `check_gateway`.
#[utoipa::path(tag = "settings", params(("kind" = GatewayKind, Path)), request_body = UpdateGateway, responses((status = 200, body = Gateway), (status = 409, description = "payment_in_progress: these credentials are of another account, and a payment through the present one is under way")))]
#[patch("/gateways/{kind}")]
async fn update_gateway(
    staff: Staff<can::ManageGateways>,
    config: Data<Config>,
    keys: Data<Keys>,
    request: HttpRequest,
    body: Body<UpdateGateway>,
) -> Result<Json<Gateway>> {
    let kind = kind(&request, &config)?;
    let account = staff
        .write(async |tx| change::update(tx, &keys, kind, body.value).await)
        .await?;
    Ok(Json(shown(&staff, &config, account)))
}

/// Try a payment gateway's credentials.
///
/// Asks the provider; nothing is charged. The answer stands in `check_failure`.
#[utoipa::path(tag = "settings", params(("kind" = GatewayKind, Path)), responses((status = 200, body = Gateway), (status = 502, description = "gateway_unavailable: no credentials were entered")))]
#[post("/gateways/{kind}/check")]
async fn check_gateway(
    staff: Staff<can::ManageGateways>,
    config: Data<Config>,
    gateways: Data<Gateways>,
    request: HttpRequest,
) -> Result<Json<Gateway>> {
    let kind = kind(&request, &config)?;
    let account = check::check(&gateways, &staff.db, staff.scope(), kind).await?;
    Ok(Json(shown(&staff, &config, account)))
}

/// Disconnect a payment gateway.
///
/// Its credentials are erased. The sandbox goes back to what it was at first.
#[utoipa::path(tag = "settings", params(("kind" = GatewayKind, Path)), responses((status = 204, description = "Disconnected"), (status = 409, description = "payment_in_progress: a payment through it is under way")))]
#[delete("/gateways/{kind}")]
async fn disconnect_gateway(
    staff: Staff<can::ManageGateways>,
    config: Data<Config>,
    request: HttpRequest,
) -> Result<NoContent> {
    let kind = kind(&request, &config)?;
    staff
        .write(async |tx| change::disconnect(tx, kind).await)
        .await?;
    Ok(NoContent)
}

/// Whether this installation has it.
fn known(config: &Config, kind: GatewayKind) -> bool {
    kind != GatewayKind::Sandbox || config.sandbox_gateway
}

fn kind(request: &HttpRequest, config: &Config) -> Result<GatewayKind> {
    let kind = segment(request, "kind")?;
    if known(config, kind) {
        Ok(kind)
    } else {
        Err(Error::not_found())
    }
}

fn shown<P>(staff: &Staff<P>, config: &Config, account: Account) -> Gateway {
    let kind = account.kind;
    let organization = staff.scope().organization();
    let names = |methods: std::collections::BTreeSet<portico_gateways::Method>| {
        methods
            .into_iter()
            .map(|method| method.as_str().to_owned())
            .collect()
    };
    Gateway {
        kind,
        name: kind.name().to_owned(),
        connected: account.connected(config),
        enabled: account.enabled,
        test_mode: account.test_mode,
        methods: names(account.capabilities().methods),
        available_methods: names(providers::capabilities(kind).methods),
        public_key: account.public_key,
        currencies: account.terms.currencies,
        minimum_amounts: account.terms.minimum_amounts,
        verification_fields: account.terms.verification,
        can_store_methods: providers::capabilities(kind).can_store_methods,
        store_methods: !account.terms.nothing_kept,
        webhook_url: (kind != GatewayKind::Sandbox).then(|| {
            config.link(&format!(
                "/api/v1/public/gateways/{kind}/{organization}/webhooks"
            ))
        }),
        checked_at: account.checked_at,
        check_failure: account.check_failure.map(failure),
    }
}

fn failure(code: String) -> GatewayFailure {
    let known: Option<CpCode> = code.parse().ok();
    GatewayFailure {
        remedy: known
            .map_or("Try again in a few minutes.", CpCode::remedy)
            .to_owned(),
        code,
    }
}
