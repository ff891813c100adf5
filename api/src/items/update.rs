//! Changing an item.

use entity::ItemId;

use super::{
    create::check_tax,
    dto::{Item, UpdateItem},
    store,
};
use crate::{
    audit,
    db::{OrgScope, Tx},
    error::Result,
    http::{IfMatch, text::tidy},
};

/// Changes an item.
///
/// # Errors
/// `not_found`, `version_mismatch`, `validation_failed`.
pub async fn update(
    tx: &Tx<OrgScope>,
    id: ItemId,
    version: IfMatch,
    input: UpdateItem,
) -> Result<Item> {
    let before = store::lock(tx, id).await?;
    version.check(before.version)?;
    check_tax(tx, input.tax_id.value().copied()).await?;
    let mut item = before.clone();
    item.version += 1;
    item.name = input.name.map_or(item.name, |name| name.trim().to_owned());
    input.description.apply(&mut item.description);
    input.sku.apply(&mut item.sku);
    input.unit.apply(&mut item.unit);
    item.description = tidy(item.description);
    item.sku = tidy(item.sku);
    item.unit = tidy(item.unit);
    item.rate = input.rate.unwrap_or(item.rate);
    item.currency = input.currency.unwrap_or(item.currency);
    input.tax_id.apply(&mut item.tax_id);
    item.active = input.active.unwrap_or(item.active);
    store::update(tx, &item).await?;
    audit::record_change(tx, "item.updated", id, &before, &item).await?;
    Ok(item)
}
