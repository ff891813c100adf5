//! Adding an item.

use entity::ItemId;
use portico_domain::money::Currency;
use serde_json::json;

use super::{
    dto::{CreateItem, Item},
    store,
};
use crate::{
    audit,
    db::{OrgScope, Tx},
    error::Result,
    http::text::tidy,
    taxes::{self, TaxRef},
};

/// Keeps a new item.
///
/// # Errors
/// `validation_failed`, for a SKU that another item has and a tax that is not there, too.
pub async fn create(
    tx: &Tx<OrgScope>,
    input: CreateItem,
    base_currency: Currency,
) -> Result<ItemId> {
    check_tax(tx, input.tax_id).await?;
    let item = Item {
        id: ItemId(tx.new_uuid()),
        version: 1,
        name: input.name.trim().to_owned(),
        description: tidy(input.description),
        sku: tidy(input.sku),
        unit: tidy(input.unit),
        rate: input.rate,
        currency: input.currency.unwrap_or(base_currency),
        tax_id: input.tax_id,
        active: input.active.unwrap_or(true),
        created_at: tx.now(),
    };
    store::insert(tx, &item).await?;
    let entry = audit::Entry {
        action: "item.created",
        subject_id: item.id.0,
        customer_id: None,
        data: json!({ "name": item.name, "rate": item.rate, "currency": item.currency }),
    };
    audit::record(tx, entry).await?;
    Ok(item.id)
}

/// The tax must be there.
pub(super) async fn check_tax(tx: &Tx<OrgScope>, tax: Option<TaxRef>) -> Result<()> {
    if let Some(tax) = tax {
        let found = taxes::resolve(tx, &tax.to_string()).await;
        found.map_err(|error| error.below("/tax_id"))?;
    }
    Ok(())
}
