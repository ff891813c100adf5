//! The sandbox gateway's own server, as its element in the browser calls it. With a real provider this
//! call goes to the provider, and no card number ever reaches Portico; here it stands in for that
//! provider, takes listed test numbers only, and keeps none of them.

use actix_web::{
    post,
    web::{Data, Json},
};
use portico_gateways::{GatewayError, IntentStatus, sandbox::CardInput};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;
use validator::Validate;

use super::Gateways;
use crate::{
    db::Db,
    error::{Code, Error, Result},
    http::Body,
};

/// The routes of the sandbox.
pub fn routes(config: &mut ServiceConfig) {
    config.service(confirm_sandbox_payment);
}

/// A test card, and the secret of the intent that it is to pay.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ConfirmSandboxPayment {
    #[validate(length(max = 200))]
    #[schema(example = "sbx_0f3c_secret_91ab")]
    pub client_secret: String,
    pub card: SandboxCard,
    #[serde(default)]
    pub billing: SandboxBilling,
}

/// A test card.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SandboxCard {
    #[schema(example = "4242424242424242")]
    pub number: String,
    #[schema(example = 12)]
    pub exp_month: u8,
    #[schema(example = 2030)]
    pub exp_year: u16,
    #[schema(example = "123")]
    pub cvc: String,
}

/// Whose card it is.
#[derive(Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct SandboxBilling {
    #[schema(example = "Grace Hopper")]
    pub name: String,
    pub address: Option<String>,
    pub zip: Option<String>,
    #[schema(example = "DE")]
    pub country: Option<String>,
}

/// How it went.
#[derive(Serialize, ToSchema)]
pub struct SandboxOutcome {
    pub status: IntentStatus,
    /// Why the card was declined.
    #[schema(required, example = "insufficient_funds")]
    pub decline_code: Option<String>,
}

/// Confirm a sandbox payment with a test card.
///
/// Plays the gateway's own server; no money moves. Numbers: 4242 4242 4242 4242 succeeds, 4000 0000 0000 0002 is
/// declined, 4000 0000 0000 9995 lacks funds, 4000 0000 0000 0069 has expired, 4000 0000 0000 0101 fails the address
/// check, 4100 0000 0000 0019 the fraud filter; any other is refused.
#[utoipa::path(tag = "sandbox", request_body = ConfirmSandboxPayment, responses((status = 200, body = SandboxOutcome), (status = 404, description = "not_found: no such intent, or the sandbox is off"), (status = 409, description = "conflict: the intent was given up")))]
#[post("/public/gateways/sandbox/confirm")]
async fn confirm_sandbox_payment(
    gateways: Data<Gateways>,
    db: Data<Db>,
    body: Body<ConfirmSandboxPayment>,
) -> Result<Json<SandboxOutcome>> {
    let sandbox = gateways.sandbox().ok_or_else(Error::not_found)?;
    let ConfirmSandboxPayment {
        client_secret,
        card,
        billing,
    } = body.value;
    let card = CardInput {
        number: card.number,
        exp_month: card.exp_month,
        exp_year: card.exp_year,
        cvc: card.cvc,
        name: billing.name,
        address_line: billing.address.unwrap_or_default(),
        zip: billing.zip.unwrap_or_default(),
        country: billing.country.unwrap_or_default(),
    };
    let intent = sandbox
        .confirm(&client_secret, &card, db.clock().today("UTC"))
        .await
        .map_err(|error| match error {
            GatewayError::NotFound => Error::not_found(),
            GatewayError::Refused(_) => {
                Error::new(Code::Conflict).with_detail("the payment was given up")
            }
            error => Error::internal(error),
        })?;
    Ok(Json(SandboxOutcome {
        status: intent.status,
        decline_code: intent.latest_decline.map(|decline| decline.code),
    }))
}
