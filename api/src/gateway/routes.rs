//! The sandbox gateway's own server, as its element in the browser calls it. With a real provider this
//! call goes to the provider, and no card or account number ever reaches Portico; here it stands in for
//! that provider, takes listed test numbers only, and keeps none of them.

use actix_web::{
    post,
    web::{Data, Json},
};
use portico_gateways::{
    GatewayError, Intent, IntentStatus,
    sandbox::{AccountInput, CardInput, Instrument},
};
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
    config
        .service(confirm_sandbox_payment)
        .service(answer_sandbox_challenge);
}

/// A test card or account, and the secret of the intent that it is to pay.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ConfirmSandboxPayment {
    #[validate(length(max = 200))]
    #[schema(example = "sbx_0f3c_secret_91ab")]
    pub client_secret: String,
    /// Either this or an account.
    pub card: Option<SandboxCard>,
    /// For a bank debit.
    pub account: Option<SandboxAccount>,
    #[serde(default)]
    pub billing: SandboxBilling,
}

/// A test account.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SandboxAccount {
    /// An IBAN, or routing number and account number with a slash between.
    #[schema(example = "DE89370400440532013000")]
    pub number: String,
    #[schema(example = "Grace Hopper")]
    pub holder: String,
}

/// The payer's answer to the bank's question.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AnswerSandboxChallenge {
    #[validate(length(max = 200))]
    #[schema(example = "sbx_0f3c_secret_91ab")]
    pub client_secret: String,
    pub approved: bool,
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

/// Confirm a sandbox payment with a test card or account.
///
/// Plays the gateway's own server; no money moves. Cards: 4242 4242 4242 4242 succeeds, 4000 0027 6000 3184 asks the payer
/// first (then `answer_sandbox_challenge`), 4000 0000 0000 0341 is kept but never charged without its holder, 4000 0082 6000 3178 asks and then lacks funds, 4000 0000 0000 0002 is
/// declined, 4000 0000 0000 9995 lacks funds, 4000 0000 0000 0069 has expired, 4000 0000 0000 0101 fails the address
/// check, 4100 0000 0000 0019 the fraud filter. Accounts: DE89370400440532013000 and 110000000/000123456789 settle after
/// a while, DE62370400440532013001 and 110000000/000111111116 bounce, DE35370400440532013002 was closed. Any other is
/// refused, and so is the same amount by the same method within five minutes.
#[utoipa::path(tag = "sandbox", request_body = ConfirmSandboxPayment, responses((status = 200, body = SandboxOutcome), (status = 404, description = "not_found: no such intent, or the sandbox is off"), (status = 409, description = "conflict: the intent was given up, or is to be paid otherwise")))]
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
        account,
        billing,
    } = body.value;
    let instrument = match (card, account) {
        (Some(card), None) => Instrument::Card(CardInput {
            number: card.number,
            exp_month: card.exp_month,
            exp_year: card.exp_year,
            cvc: card.cvc,
            name: billing.name,
            address_line: billing.address.unwrap_or_default(),
            zip: billing.zip.unwrap_or_default(),
            country: billing.country.unwrap_or_default(),
        }),
        (None, Some(account)) => Instrument::Account(AccountInput {
            number: account.number,
            holder: account.holder,
        }),
        _ => {
            return Err(Error::field(
                "/card",
                "required",
                "give either a card or an account",
            ));
        }
    };
    let confirmed = sandbox.confirm(&client_secret, &instrument, db.clock().now().to_utc());
    outcome(confirmed.await)
}

/// Answer the bank's question about a sandbox payment.
///
/// Plays the page of the payer's bank (3-D Secure).
#[utoipa::path(tag = "sandbox", request_body = AnswerSandboxChallenge, responses((status = 200, body = SandboxOutcome), (status = 404, description = "not_found: no such intent, or the sandbox is off"), (status = 409, description = "conflict: nothing was asked")))]
#[post("/public/gateways/sandbox/challenge")]
async fn answer_sandbox_challenge(
    gateways: Data<Gateways>,
    body: Body<AnswerSandboxChallenge>,
) -> Result<Json<SandboxOutcome>> {
    let sandbox = gateways.sandbox().ok_or_else(Error::not_found)?;
    let answered = sandbox.answer_challenge(&body.value.client_secret, body.value.approved);
    outcome(answered.await)
}

fn outcome(answer: Result<Intent, GatewayError>) -> Result<Json<SandboxOutcome>> {
    let intent = answer.map_err(|error| match error {
        GatewayError::NotFound => Error::not_found(),
        GatewayError::Refused(decline) => Error::new(Code::Conflict).with_detail(decline.code),
        error => Error::internal(error),
    })?;
    Ok(Json(SandboxOutcome {
        status: intent.status,
        decline_code: intent.latest_decline.map(|decline| decline.code),
    }))
}
