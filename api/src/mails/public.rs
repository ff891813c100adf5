//! The development mailbox, without sign-in.

use actix_web::{
    get,
    web::{Data, Json},
};
use utoipa_actix_web::service_config::ServiceConfig;

use super::{dto::DevMailbox, store};
use crate::{
    config::Config,
    db::Db,
    error::{Error, Result},
};

/// The routes of the mailbox.
pub fn routes(config: &mut ServiceConfig) {
    config.service(list_dev_mailbox);
}

/// Read the development mailbox, the newest mail first.
///
/// Whoever reaches the server can read it, so it is there in development on a loopback address only.
#[utoipa::path(tag = "development", responses((status = 200, body = DevMailbox), (status = 404, description = "not_found: this is a real installation")))]
#[get("/public/dev/mailbox")]
async fn list_dev_mailbox(db: Data<Db>, config: Data<Config>) -> Result<Json<DevMailbox>> {
    if !config.development || !config.bind.ip().is_loopback() {
        return Err(Error::not_found());
    }
    let data = store::mailbox(&db).await?;
    Ok(Json(DevMailbox { data }))
}
