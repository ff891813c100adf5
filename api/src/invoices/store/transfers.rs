//! What customers say they have transferred.

use chrono::NaiveDate;
use entity::{InvoiceId, transfer_notice};
use sea_orm::{ColumnTrait, Set};

use crate::{
    db::{OrgScope, Tx},
    error::Result,
};

/// The customer's word about an invoice, if it still stands.
pub async fn notice(tx: &Tx<OrgScope>, id: InvoiceId) -> Result<Option<transfer_notice::Model>> {
    Ok(tx.get::<transfer_notice::Entity, _>(id).await?)
}

/// Keeps it. The invoice is locked.
pub async fn insert_notice(
    tx: &Tx<OrgScope>,
    id: InvoiceId,
    transferred_on: NaiveDate,
    told_by: Option<String>,
) -> Result<transfer_notice::Model> {
    let row = transfer_notice::ActiveModel {
        organization_id: Set(tx.organization()),
        invoice_id: Set(id),
        transferred_on: Set(transferred_on),
        told_by: Set(told_by),
        created_at: Set(tx.now()),
    };
    Ok(tx.insert(row).await?)
}

/// Another day for it.
pub async fn move_notice(tx: &Tx<OrgScope>, id: InvoiceId, day: NaiveDate) -> Result<()> {
    tx.update(transfer_notice::ActiveModel {
        invoice_id: Set(id),
        transferred_on: Set(day),
        ..Default::default()
    })
    .await?;
    Ok(())
}

/// Forgets it; tells whether there was one.
pub async fn forget_notice(tx: &Tx<OrgScope>, id: InvoiceId) -> Result<bool> {
    let condition = transfer_notice::Column::InvoiceId.eq(id);
    let gone = tx
        .delete_where::<transfer_notice::Entity>(condition)
        .await?;
    Ok(gone > 0)
}
