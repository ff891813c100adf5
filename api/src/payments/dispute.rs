//! Money that was taken and that the payer disputes, or that the payer's bank has returned. What the gateway takes back
//! staff record as a refund of their own: how a dispute ends is decided there, over weeks.

use entity::PaymentId;

use super::{
    announce, planned,
    store::{self, Change},
};
use crate::{
    db::{OrgScope, Tx},
    error::Result,
};

/// Writes it down and tells staff, the first time that it is heard of a payment.
///
/// # Errors
/// Those of the database.
pub async fn heard(tx: &Tx<OrgScope>, id: PaymentId) -> Result<()> {
    let (payment, _) = planned::lock(tx, id).await?;
    // Whatever its state: a difference may be accepted later.
    if payment.disputed_at.is_some() {
        return Ok(());
    }
    let change = Change {
        disputed_at: Some(tx.now()),
        ..Change::default()
    };
    let payment = store::save(tx, payment, change).await?;
    announce::disputed(tx, &payment).await
}
