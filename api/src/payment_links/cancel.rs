//! Taking a link back.

use entity::{PaymentId, PaymentLinkId};
use portico_domain::{
    payment::PaymentState,
    payment_link::{LinkState, LinkStatus},
};
use serde_json::json;

use super::{
    standing::{has, status_of},
    store,
};
use crate::{
    audit, customers,
    db::{OrgScope, Tx},
    error::{Code, Error, Result},
};

/// Cancels a link. Tells which attempts by it still wait for their payer: they are to be given up.
/// Cancelling twice changes nothing the second time.
///
/// # Errors
/// `not_found`; `payment_pending` while a gateway works on a payment by it; `not_allowed_in_state` once it is paid.
pub async fn cancel(tx: &Tx<OrgScope>, id: PaymentLinkId) -> Result<Vec<PaymentId>> {
    // Whoever begins a payment locks the customer first, too.
    let customer = store::get(tx, id).await?.customer_id;
    customers::lock(tx, customer).await?;
    let link = store::get(tx, id).await?;
    let attempts = store::attempts(tx, &[id])
        .await?
        .remove(&id)
        .unwrap_or_default();
    if status_of(&link, &attempts, tx) == LinkStatus::Paid {
        return Err(Error::new(Code::NotAllowedInState).with_detail("it has been paid"));
    }
    if has(&attempts, PaymentState::Pending) {
        return Err(Code::PaymentPending.into());
    }
    let waiting = attempts
        .iter()
        .filter(|attempt| attempt.state.0 == PaymentState::RequiresAction)
        .map(|attempt| attempt.payment_id)
        .collect();
    if link.state.0 == LinkState::Cancelled {
        return Ok(waiting);
    }
    let entry = audit::Entry {
        action: "payment_link.cancelled",
        subject_id: id.0,
        customer_id: Some(link.customer_id),
        data: json!({ "amount": link.amount, "currency": link.currency.0,
                      "description": link.description }),
    };
    store::cancel(tx, link).await?;
    audit::record(tx, entry).await?;
    Ok(waiting)
}
