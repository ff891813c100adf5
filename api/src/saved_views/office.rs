//! Saved views, for staff.

use actix_web::{HttpResponse, delete, get, patch, post, web::Json};
use entity::SavedViewId;
use utoipa_actix_web::service_config::ServiceConfig;

use super::{
    dto::{CreateSavedView, SavedView, UpdateSavedView},
    keep::{self, Keeper},
    store::{self, SavedViewQuery},
};
use crate::{
    db::StaffSession,
    error::Result,
    http::{Body, IdPath, Idempotency, Listing, NoContent, Params, Staff, can},
};

/// The routes of this slice.
pub fn routes(config: &mut ServiceConfig) {
    config
        .service(list_saved_views)
        .service(create_saved_view)
        .service(update_saved_view)
        .service(delete_saved_view);
}

fn keeper(session: &StaffSession) -> Keeper {
    Keeper {
        user: session.user_id,
        role: session.role.0,
    }
}

/// List saved views.
///
/// The caller's own, and those that others share, of the lists that the caller may see; by name.
#[utoipa::path(tag = "saved_views", params(SavedViewQuery), responses((status = 200, body = Listing<SavedView>)))]
#[get("/saved-views")]
async fn list_saved_views(
    staff: Staff<can::ViewOrganization>,
    query: Params<SavedViewQuery>,
) -> Result<Json<Listing<SavedView>>> {
    let Keeper { user, role } = keeper(&staff.session);
    let page = staff
        .read(async |tx| store::list(tx, user, role, &query.0).await)
        .await?;
    Ok(Json(page.listing(|view| view)))
}

/// Save a view.
///
/// The filters are checked as the list would check them. A member keeps at most 50 views.
#[utoipa::path(tag = "saved_views", request_body = CreateSavedView, responses((status = 201, body = SavedView), (status = 409, description = "conflict: the name is taken, or there are too many"), (status = 422, description = "unknown_parameter: the list has no such filter")))]
#[post("/saved-views")]
async fn create_saved_view(
    staff: Staff<can::ViewOrganization>,
    key: Idempotency,
    body: Body<CreateSavedView>,
) -> Result<HttpResponse> {
    let (keeper, today) = (keeper(&staff.session), staff.today());
    let Body { value, digest } = body;
    let view = staff
        .write(async |tx| {
            let create = async || keep::create(tx, keeper, value, today).await;
            let id = key.once(tx, "create_saved_view", &digest, create).await?;
            store::get(tx, keeper.user, id).await
        })
        .await?;
    Ok(HttpResponse::Created().json(view))
}

/// Change a saved view.
///
/// Only one's own: somebody else's shared view is refused, a private one does not exist.
#[utoipa::path(tag = "saved_views", params(("id" = SavedViewId, Path)), request_body = UpdateSavedView, responses((status = 200, body = SavedView), (status = 409, description = "conflict: the name is taken"), (status = 422, description = "unknown_parameter: the list has no such filter")))]
#[patch("/saved-views/{id}")]
async fn update_saved_view(
    staff: Staff<can::ViewOrganization>,
    id: IdPath<SavedViewId>,
    body: Body<UpdateSavedView>,
) -> Result<Json<SavedView>> {
    let (keeper, today) = (keeper(&staff.session), staff.today());
    let view = staff
        .write(async |tx| keep::update(tx, keeper, id.0, body.value, today).await)
        .await?;
    Ok(Json(view))
}

/// Delete a saved view.
#[utoipa::path(tag = "saved_views", params(("id" = SavedViewId, Path)), responses((status = 204, description = "Deleted")))]
#[delete("/saved-views/{id}")]
async fn delete_saved_view(
    staff: Staff<can::ViewOrganization>,
    id: IdPath<SavedViewId>,
) -> Result<NoContent> {
    let keeper = keeper(&staff.session);
    staff
        .write(async |tx| keep::delete(tx, keeper, id.0).await)
        .await?;
    Ok(NoContent)
}
