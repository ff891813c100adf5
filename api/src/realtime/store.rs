//! What of the changes exists for a customer.

use entity::{InvoiceId, PaymentId, invoice, payment};
use portico_domain::live::LiveKind;

use crate::{
    db::{Change, PortalScope, Tx},
    error::Result,
};

/// Whether the thing exists for this customer: a draft does not, nor what belongs to another one.
pub async fn is_visible(tx: &Tx<PortalScope>, change: &Change) -> Result<bool> {
    match change.kind {
        LiveKind::Invoice => {
            let found = tx.get::<invoice::Entity, _>(InvoiceId(change.id)).await?;
            Ok(found.is_some())
        }
        LiveKind::Payment => {
            let found = tx.get::<payment::Entity, _>(PaymentId(change.id)).await?;
            Ok(found.is_some())
        }
        LiveKind::Notification
        | LiveKind::PaymentLink
        | LiveKind::Customer
        | LiveKind::PortalSignUp
        | LiveKind::Item => Ok(false),
    }
}
