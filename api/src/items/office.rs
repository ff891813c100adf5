//! Items, for staff.

use actix_web::{delete, get, patch, post, web::Json};
use entity::ItemId;
use utoipa_actix_web::service_config::ServiceConfig;

use super::{
    dto::{CreateItem, Item, UpdateItem},
    store::{self, ItemQuery},
};
use crate::{
    error::Result,
    http::{
        Body, Created, IdPath, Idempotency, IfMatch, Listing, NoContent, Params, Staff, Versioned,
        can,
    },
};

/// The routes of this slice.
pub fn routes(config: &mut ServiceConfig) {
    config
        .service(list_items)
        .service(create_item)
        .service(get_item)
        .service(update_item)
        .service(delete_item);
}

/// List items.
#[utoipa::path(tag = "items", params(ItemQuery), responses((status = 200, body = Listing<Item>)))]
#[get("/items")]
async fn list_items(
    staff: Staff<can::ViewItems>,
    query: Params<ItemQuery>,
) -> Result<Json<Listing<Item>>> {
    let page = staff
        .read(async |tx| store::list(tx, &query.0).await)
        .await?;
    Ok(Json(page.listing(|item| item)))
}

/// Add an item.
#[utoipa::path(tag = "items", request_body = CreateItem, responses((status = 201, body = Item)))]
#[post("/items")]
async fn create_item(
    staff: Staff<can::ManageItems>,
    key: Idempotency,
    body: Body<CreateItem>,
) -> Result<Created<Item>> {
    let currency = staff.session.base_currency.0;
    let item = staff
        .write(async |tx| {
            let create = async || super::create::create(tx, body.value, currency).await;
            let id = key.once(tx, "create_item", &body.digest, create).await?;
            store::get(tx, id).await
        })
        .await?;
    Ok(Created(versioned(item)))
}

/// Get an item.
#[utoipa::path(tag = "items", params(("id" = ItemId, Path)), responses((status = 200, body = Item)))]
#[get("/items/{id}")]
async fn get_item(staff: Staff<can::ViewItems>, id: IdPath<ItemId>) -> Result<Versioned<Item>> {
    let item = staff.read(async |tx| store::get(tx, id.0).await).await?;
    Ok(versioned(item))
}

/// Change an item.
///
/// Documents that bear it keep it as it was.
#[utoipa::path(tag = "items", params(("id" = ItemId, Path), ("If-Match" = String, Header, description = "The version that the change was made on", example = "\"1\"")), request_body = UpdateItem, responses((status = 200, body = Item)))]
#[patch("/items/{id}")]
async fn update_item(
    staff: Staff<can::ManageItems>,
    id: IdPath<ItemId>,
    version: IfMatch,
    body: Body<UpdateItem>,
) -> Result<Versioned<Item>> {
    let item = staff
        .write(async |tx| super::update::update(tx, id.0, version, body.value).await)
        .await?;
    Ok(versioned(item))
}

/// Delete an item that no document names.
///
/// Any other can be made inactive instead.
#[utoipa::path(tag = "items", params(("id" = ItemId, Path)), responses((status = 204, description = "Deleted"), (status = 409, description = "still_referenced: a document names it")))]
#[delete("/items/{id}")]
async fn delete_item(staff: Staff<can::ManageItems>, id: IdPath<ItemId>) -> Result<NoContent> {
    staff
        .write(async |tx| super::delete::delete(tx, id.0).await)
        .await?;
    Ok(NoContent)
}

const fn versioned(item: Item) -> Versioned<Item> {
    Versioned {
        version: item.version,
        value: item,
    }
}
