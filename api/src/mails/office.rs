//! Mails, for staff.

use actix_web::{
    get, post,
    web::{Data, Json},
};
use entity::MailId;
use utoipa_actix_web::service_config::ServiceConfig;

use super::{
    dto::Mail,
    public,
    store::{self, MailQuery},
};
use crate::{
    error::Result,
    http::{IdPath, Listing, Params, Staff, can},
    mail::Outbox,
};

/// The routes of this slice.
pub fn routes(config: &mut ServiceConfig) {
    config
        .service(list_mails)
        .service(retry_mail)
        .configure(public::routes);
}

/// List mails, the newest first.
#[utoipa::path(tag = "mail", params(MailQuery), responses((status = 200, body = Listing<Mail>)))]
#[get("/mails")]
async fn list_mails(
    staff: Staff<can::ViewMail>,
    query: Params<MailQuery>,
) -> Result<Json<Listing<Mail>>> {
    let page = staff
        .read(async |tx| store::list(tx, &query.0).await)
        .await?;
    Ok(Json(page.listing(|mail| mail)))
}

/// Send a failed mail once more.
#[utoipa::path(tag = "mail", params(("id" = MailId, Path)), responses((status = 200, body = Mail), (status = 409, description = "not_allowed_in_state: it still waits, was sent, or is older than 14 days")))]
#[post("/mails/{id}/retry")]
async fn retry_mail(
    staff: Staff<can::RetryMail>,
    outbox: Data<Outbox>,
    id: IdPath<MailId>,
) -> Result<Json<Mail>> {
    let mail = staff
        .write(async |tx| super::retry::retry(tx, &outbox, id.0).await)
        .await?;
    Ok(Json(mail))
}
