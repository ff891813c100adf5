//! Notifications, for staff.

use actix_web::{get, post, web::Json};
use entity::NotificationId;
use utoipa_actix_web::service_config::ServiceConfig;

use super::{
    dto::{Notification, NotificationCount},
    store::{self, NotificationQuery, Reader},
};
use crate::{
    error::Result,
    http::{IdPath, Listing, NoContent, Params, Staff, can},
};

/// The routes of this slice.
pub fn routes(config: &mut ServiceConfig) {
    config
        .service(list_notifications)
        .service(count_unread_notifications)
        .service(read_all_notifications)
        .service(read_notification);
}

/// List notifications, the newest first.
///
/// Those that the caller's role may see, and that organization and caller want told in the app.
#[utoipa::path(tag = "notifications", params(NotificationQuery), responses((status = 200, body = Listing<Notification>)))]
#[get("/notifications")]
async fn list_notifications(
    staff: Staff<can::ViewNotifications>,
    query: Params<NotificationQuery>,
) -> Result<Json<Listing<Notification>>> {
    let reader = Reader::of(&staff.session);
    let page = staff
        .read(async |tx| store::list(tx, &reader, &query.0).await)
        .await?;
    Ok(Json(page.listing(|notification| notification)))
}

/// Count what I have not read.
#[utoipa::path(tag = "notifications", responses((status = 200, body = NotificationCount)))]
#[get("/notifications/unread-count")]
async fn count_unread_notifications(
    staff: Staff<can::ViewNotifications>,
) -> Result<Json<NotificationCount>> {
    let reader = Reader::of(&staff.session);
    let count = staff
        .read(async |tx| store::count_unread(tx, &reader).await)
        .await?;
    Ok(Json(NotificationCount { count }))
}

/// Mark a notification as read.
///
/// For the caller only; doing it again changes nothing.
#[utoipa::path(tag = "notifications", params(("id" = NotificationId, Path)), responses((status = 200, body = Notification)))]
#[post("/notifications/{id}/read")]
async fn read_notification(
    staff: Staff<can::ViewNotifications>,
    id: IdPath<NotificationId>,
) -> Result<Json<Notification>> {
    let reader = Reader::of(&staff.session);
    let notification = staff
        .write(async |tx| {
            store::get(tx, &reader, id.0).await?;
            store::mark_read(tx, reader.user, Some(id.0)).await?;
            store::get(tx, &reader, id.0).await
        })
        .await?;
    Ok(Json(notification))
}

/// Mark every notification as read.
///
/// For the caller only.
#[utoipa::path(tag = "notifications", responses((status = 204, description = "Read")))]
#[post("/notifications/read-all")]
async fn read_all_notifications(staff: Staff<can::ViewNotifications>) -> Result<NoContent> {
    let reader = staff.session.user_id;
    staff
        .write(async |tx| store::mark_read(tx, reader, None).await)
        .await?;
    Ok(NoContent)
}
