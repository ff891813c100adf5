//! The steps around an attempt that is written down: what waits still gives way, and the gateway is asked.

use entity::{InvoiceId, PaymentId};

use super::{
    ask::ask,
    start::{Desk, Order, Payer},
    store, sync,
};
use crate::{
    db::{OrgScope, Tx},
    error::{Code, Result},
    failpoint, gateway,
    http::Idempotency,
    invoices,
};

/// A request to pay, as it is told from its repetition.
pub struct Request<'a> {
    pub key: &'a Idempotency,
    pub operation: &'static str,
    pub digest: &'a str,
    pub gateway: &'a str,
}

/// Begins a payment: attempts that `earlier` names are given up, `open` writes the new one down, the gateway opens it.
///
/// # Errors
/// Those of `earlier` and `open`; `payment_declined` if the gateway refuses at once, `gateway_unavailable`.
pub async fn begin(
    desk: &Desk<'_>,
    request: &Request<'_>,
    earlier: impl AsyncFnOnce(&Tx<OrgScope>) -> Result<Vec<PaymentId>>,
    open: impl AsyncFnOnce(&Tx<OrgScope>) -> Result<PaymentId>,
) -> Result<PaymentId> {
    let Request {
        key,
        operation,
        digest,
        gateway: kind,
    } = request;
    // Nothing gives way to what cannot begin.
    desk.gateway(kind).await?;
    let replayed: Option<PaymentId> = desk
        .db
        .read(desk.scope.clone(), async |tx| {
            key.earlier(tx, operation, digest).await
        })
        .await?;
    if replayed.is_none() {
        give_up_earlier(desk, earlier).await?;
    }
    let id = desk
        .db
        .write(desk.scope.clone(), async |tx| {
            let open = async || {
                gateway::hold(tx, kind).await?;
                open(tx).await
            };
            key.once(tx, operation, digest, open).await
        })
        .await?;
    if replayed.is_some() && is_over(desk, id).await? {
        return Ok(id);
    }
    failpoint::reach("attempt_opened");
    // The account that the attempt holds on to, whichever was connected a moment before.
    let gateway = desk.gateway(kind).await?;
    Box::pin(ask(desk, gateway.as_ref(), id)).await?;
    failpoint::reach("intent_kept");
    Ok(id)
}

/// Whether a payment that was begun at its gateway has come to its end: there is nothing to ask.
async fn is_over(desk: &Desk<'_>, id: PaymentId) -> Result<bool> {
    let payment = desk
        .db
        .read(desk.scope.clone(), async |tx| store::get(tx, id).await)
        .await?;
    Ok(payment.gateway_intent_id.is_some() && !payment.state.is_in_flight())
}

/// An attempt that still waits for the payer gives way to a new one; one that turns out to have
/// succeeded is booked instead, and then there is nothing left to pay.
async fn give_up_earlier(
    desk: &Desk<'_>,
    earlier: impl AsyncFnOnce(&Tx<OrgScope>) -> Result<Vec<PaymentId>>,
) -> Result<()> {
    let (mut earlier, blocking): (Vec<PaymentId>, bool) = desk
        .db
        .read(desk.scope.clone(), async |tx| -> Result<_> {
            let organization = tx.own_organization().await?;
            Ok((earlier(tx).await?, organization.block_when_pending))
        })
        .await?;
    earlier.sort_unstable();
    earlier.dedup();
    for id in earlier {
        match Box::pin(sync::give_up(desk, id)).await {
            // What the gateway is processing goes on; whether it excludes another payment the organization says.
            Err(error) if error.code() == Code::PaymentPending && !blocking => {}
            result => result?,
        }
    }
    Ok(())
}

/// The payments under way of the invoices that are to be paid.
///
/// # Errors
/// Those of the database.
pub async fn in_flight_of(
    tx: &Tx<OrgScope>,
    payer: Payer,
    order: &Order,
) -> Result<Vec<PaymentId>> {
    let ids: Vec<InvoiceId> = order
        .allocations
        .iter()
        .map(|allocation| allocation.invoice_id)
        .collect();
    let invoices = invoices::by_ids(tx, &ids).await?;
    Ok(invoices
        .into_iter()
        .filter(|invoice| invoice.customer_id == payer.customer)
        .filter_map(|invoice| invoice.pending_payment_id)
        .collect())
}
