//! Bank accounts, for staff. Only who may change the organization may say where its money goes.

use actix_web::{HttpResponse, delete, get, post, put, web::Json};
use entity::BankAccountId;
use utoipa_actix_web::service_config::ServiceConfig;

use super::{
    dto::{BankAccount, BankAccountInput, BankAccountList},
    keep, store,
};
use crate::{
    error::Result,
    http::{Body, IdPath, Idempotency, NoContent, Staff, can},
};

/// The routes of this slice.
pub fn routes(config: &mut ServiceConfig) {
    config
        .service(list_bank_accounts)
        .service(create_bank_account)
        .service(replace_bank_account)
        .service(delete_bank_account);
}

/// List the bank accounts to which customers transfer money.
#[utoipa::path(tag = "settings", responses((status = 200, body = BankAccountList)))]
#[get("/bank-accounts")]
async fn list_bank_accounts(staff: Staff<can::ViewOrganization>) -> Result<Json<BankAccountList>> {
    let data = staff.read(async |tx| store::list(tx).await).await?;
    Ok(Json(BankAccountList { data }))
}

/// Add a bank account.
///
/// From then on open invoices of its currency offer to pay by bank transfer.
#[utoipa::path(tag = "settings", request_body = BankAccountInput, responses((status = 201, body = BankAccount), (status = 409, description = "conflict: the currency has an account")))]
#[post("/bank-accounts")]
async fn create_bank_account(
    staff: Staff<can::ManageOrganization>,
    key: Idempotency,
    body: Body<BankAccountInput>,
) -> Result<HttpResponse> {
    let account = staff
        .write(async |tx| {
            let add = async || keep::add(tx, body.value).await;
            let id = key
                .once(tx, "create_bank_account", &body.digest, add)
                .await?;
            store::lock(tx, id).await
        })
        .await?;
    Ok(HttpResponse::Created().json(account))
}

/// Enter a bank account anew.
///
/// Customers see it at once: make sure that nobody was about to send money to the old one.
#[utoipa::path(tag = "settings", params(("id" = BankAccountId, Path)), request_body = BankAccountInput, responses((status = 200, body = BankAccount), (status = 409, description = "conflict: the currency has an account")))]
#[put("/bank-accounts/{id}")]
async fn replace_bank_account(
    staff: Staff<can::ManageOrganization>,
    id: IdPath<BankAccountId>,
    body: Body<BankAccountInput>,
) -> Result<Json<BankAccount>> {
    let account = staff
        .write(async |tx| keep::replace(tx, id.0, body.value).await)
        .await?;
    Ok(Json(account))
}

/// Remove a bank account.
#[utoipa::path(tag = "settings", params(("id" = BankAccountId, Path)), responses((status = 204, description = "Removed")))]
#[delete("/bank-accounts/{id}")]
async fn delete_bank_account(
    staff: Staff<can::ManageOrganization>,
    id: IdPath<BankAccountId>,
) -> Result<NoContent> {
    staff.write(async |tx| keep::remove(tx, id.0).await).await?;
    Ok(NoContent)
}
