//! How staff are told, for staff.

use actix_web::{get, patch, web::Json};
use utoipa_actix_web::service_config::ServiceConfig;

use super::{
    dto::{
        MyNotificationSettings, NotificationSettings, UpdateMyNotificationSettings,
        UpdateNotificationSettings,
    },
    settings,
};
use crate::{
    error::Result,
    http::{Body, Staff, can},
};

/// The routes of this part.
pub fn routes(config: &mut ServiceConfig) {
    config
        .service(get_notification_settings)
        .service(update_notification_settings)
        .service(get_my_notification_settings)
        .service(update_my_notification_settings);
}

/// Get how staff are told.
#[utoipa::path(tag = "notifications", responses((status = 200, body = NotificationSettings)))]
#[get("/notification-settings")]
async fn get_notification_settings(
    staff: Staff<can::ViewOrganization>,
) -> Result<Json<NotificationSettings>> {
    Ok(Json(staff.read(settings::of_organization).await?))
}

/// Change how staff are told.
///
/// What is switched off here reaches nobody; what is on, each member may switch off for themselves.
#[utoipa::path(tag = "notifications", request_body = UpdateNotificationSettings, responses((status = 200, body = NotificationSettings)))]
#[patch("/notification-settings")]
async fn update_notification_settings(
    staff: Staff<can::ManageOrganization>,
    body: Body<UpdateNotificationSettings>,
) -> Result<Json<NotificationSettings>> {
    let changed = staff.write(async |tx| settings::update_organization(tx, body.value).await);
    Ok(Json(changed.await?))
}

/// Get what I am told.
#[utoipa::path(tag = "notifications", responses((status = 200, body = MyNotificationSettings)))]
#[get("/me/notification-settings")]
async fn get_my_notification_settings(
    staff: Staff<can::ViewNotifications>,
) -> Result<Json<MyNotificationSettings>> {
    let (user, role) = (staff.session.user_id, staff.session.role.0);
    let settings = staff.read(async |tx| settings::of_member(tx, user, role).await);
    Ok(Json(settings.await?))
}

/// Change what I am told.
///
/// For the caller and this organization only.
#[utoipa::path(tag = "notifications", request_body = UpdateMyNotificationSettings, responses((status = 200, body = MyNotificationSettings)))]
#[patch("/me/notification-settings")]
async fn update_my_notification_settings(
    staff: Staff<can::ViewNotifications>,
    body: Body<UpdateMyNotificationSettings>,
) -> Result<Json<MyNotificationSettings>> {
    let (user, role) = (staff.session.user_id, staff.session.role.0);
    let changed = staff.write(async |tx| settings::update_member(tx, user, role, body.value).await);
    Ok(Json(changed.await?))
}
