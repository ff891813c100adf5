//! The SQL of the codes that are mailed for links.

use entity::{Instant, PaymentLinkCodeId, PaymentLinkId, payment_link_code};
use sea_orm::{ColumnTrait, IntoActiveModel, Order, Set};

use crate::{
    db::{OrgScope, Tx},
    error::Result,
};

/// A code that was mailed.
pub type Code = payment_link_code::Model;

/// The codes of a link that were made since then, the newest first.
pub async fn codes_since(
    tx: &Tx<OrgScope>,
    link: PaymentLinkId,
    since: Instant,
) -> Result<Vec<Code>> {
    Ok(tx
        .select::<payment_link_code::Entity>()
        .filter(payment_link_code::Column::LinkId.eq(link))
        .filter(payment_link_code::Column::CreatedAt.gt(since))
        .order(payment_link_code::Column::CreatedAt, Order::Desc)
        .order(payment_link_code::Column::Id, Order::Desc)
        .all()
        .await?)
}

/// Keeps a new code.
pub async fn insert_code(tx: &Tx<OrgScope>, link: PaymentLinkId, hash: String) -> Result<()> {
    tx.insert(payment_link_code::ActiveModel {
        organization_id: Set(tx.organization()),
        id: Set(PaymentLinkCodeId(tx.new_uuid())),
        link_id: Set(link),
        hash: Set(hash),
        tries: Set(0),
        used: Set(false),
        created_at: Set(tx.now()),
    })
    .await?;
    Ok(())
}

/// A code, held until the transaction ends, so that parallel guesses are all counted.
pub async fn lock_code(tx: &Tx<OrgScope>, id: PaymentLinkCodeId) -> Result<Option<Code>> {
    Ok(tx.lock::<payment_link_code::Entity, _>(id).await?)
}

/// Counts that a code was entered.
pub async fn count_try(tx: &Tx<OrgScope>, code: Code) -> Result<Code> {
    let tries = code.tries + 1;
    let mut row = code.into_active_model();
    row.tries = Set(tries);
    Ok(tx.update(row).await?)
}

/// Uses a code up.
pub async fn mark_used(tx: &Tx<OrgScope>, code: Code) -> Result<()> {
    let mut row = code.into_active_model();
    row.used = Set(true);
    tx.update(row).await?;
    Ok(())
}
