//! The table of items.

use std::collections::HashSet;

use entity::{ItemId, Text, item};
use portico_domain::decimal::Decimal;
use sea_orm::{ColumnTrait, NotSet, Set};
use uuid::Uuid;

use super::dto::Item;
use crate::{
    db::{Key, OrgScope, Page, SortKey, Sortable, Tx, contains},
    error::{Code, Error, Result},
    list_query, taxes,
};

list_query! {
    /// Which items.
    pub struct ItemQuery {
        /// Those whose name, SKU or description contains this.
        #[param(example = "consult")]
        pub q: String,
        /// Those that are offered for new lines, or those that are not.
        pub active: bool,
    }
}

impl Sortable for item::Entity {
    const SORTS: &'static [SortKey<Self>] = &[
        SortKey {
            name: "name",
            column: item::Column::Name,
            key: |row| Key::Text(row.name.clone()),
        },
        SortKey {
            name: "rate",
            column: item::Column::Rate,
            key: |row| Key::Int(row.rate),
        },
        SortKey {
            name: "created_at",
            column: item::Column::Id,
            key: |row| Key::Id(row.id.0),
        },
    ];
    const DEFAULT_DESCENDING: bool = false;
    const ID: Self::Column = item::Column::Id;
    fn id(row: &item::Model) -> Uuid {
        row.id.0
    }
}

/// A page of items.
pub async fn list(tx: &Tx<OrgScope>, query: &ItemQuery) -> Result<Page<Item>> {
    let page = tx
        .select::<item::Entity>()
        .filter_option(query.active.map(|active| item::Column::Active.eq(active)))
        .filter_option(
            query
                .q
                .as_deref()
                .map(|q| contains(item::Column::Search, q)),
        )
        .page(&query.page())
        .await?;
    Ok(Page {
        rows: shown(tx, page.rows).await?,
        next_cursor: page.next_cursor,
        total: page.total,
    })
}

/// An item.
pub async fn get(tx: &Tx<OrgScope>, id: ItemId) -> Result<Item> {
    one(tx, tx.get::<item::Entity, _>(id).await?).await
}

/// An item that nobody else changes until the transaction ends.
pub async fn lock(tx: &Tx<OrgScope>, id: ItemId) -> Result<Item> {
    one(tx, tx.lock::<item::Entity, _>(id).await?).await
}

/// Keeps a new item.
pub async fn insert(tx: &Tx<OrgScope>, item: &Item) -> Result<()> {
    tx.insert(row(item)).await.map_err(sku_taken)?;
    Ok(())
}

/// Keeps a changed item.
pub async fn update(tx: &Tx<OrgScope>, item: &Item) -> Result<()> {
    tx.update(row(item)).await.map_err(sku_taken)?;
    Ok(())
}

/// Removes an item that no document names.
pub async fn delete(tx: &Tx<OrgScope>, id: ItemId) -> Result<()> {
    match tx
        .delete_where::<item::Entity>(item::Column::Id.eq(id))
        .await?
    {
        0 => Err(Error::not_found()),
        _ => Ok(()),
    }
}

/// Which of these items there are.
///
/// # Errors
/// Those of the database.
pub async fn known(
    tx: &Tx<OrgScope>,
    ids: impl IntoIterator<Item = ItemId>,
) -> Result<HashSet<ItemId>> {
    let ids: HashSet<ItemId> = ids.into_iter().collect();
    if ids.is_empty() {
        return Ok(ids);
    }
    let rows = tx
        .select::<item::Entity>()
        .filter(item::Column::Id.is_in(ids))
        .all()
        .await?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

async fn one(tx: &Tx<OrgScope>, row: Option<item::Model>) -> Result<Item> {
    let mut items = shown(tx, row.into_iter().collect()).await?;
    items.pop().ok_or_else(Error::not_found)
}

async fn shown(tx: &Tx<OrgScope>, rows: Vec<item::Model>) -> Result<Vec<Item>> {
    let taxes = taxes::named(tx, rows.iter().filter_map(|row| row.tax_id)).await?;
    let show = |row: item::Model| Item {
        id: row.id,
        version: row.version,
        name: row.name,
        description: row.description,
        sku: row.sku,
        unit: row.unit,
        rate: Decimal::from_micros(row.rate),
        currency: row.currency.0,
        tax_id: row.tax_id.and_then(|id| taxes.get(&id).copied()),
        active: row.active,
        created_at: row.created_at,
    };
    Ok(rows.into_iter().map(show).collect())
}

fn row(item: &Item) -> item::ActiveModel {
    let searched = [
        Some(&item.name),
        item.sku.as_ref(),
        item.description.as_ref(),
    ];
    let searched: Vec<String> = searched
        .into_iter()
        .flatten()
        .map(|text| text.to_lowercase())
        .collect();
    item::ActiveModel {
        organization_id: NotSet,
        id: Set(item.id),
        version: Set(item.version),
        name: Set(item.name.clone()),
        description: Set(item.description.clone()),
        sku: Set(item.sku.clone()),
        unit: Set(item.unit.clone()),
        rate: Set(item.rate.micros()),
        currency: Set(Text(item.currency)),
        tax_id: Set(item.tax_id.map(taxes::TaxRef::uuid)),
        search: Set(searched.join("\n")),
        active: Set(item.active),
        created_at: Set(item.created_at),
    }
}

/// The only unique index of an item beside its key is its SKU.
fn sku_taken(error: sea_orm::DbErr) -> Error {
    match Error::from(error) {
        error if error.code() == Code::Conflict => {
            Error::field("/sku", "taken", "another item has this SKU")
        }
        error => error,
    }
}
