//! Booking what a gateway took, where it is not what it was asked for. Only staff may decide that.

use entity::PaymentId;
use portico_domain::payment::PaymentState;
use serde_json::json;

use super::{
    settle,
    store::{self, Change},
};
use crate::{
    audit, customers,
    db::{OrgScope, Tx},
    error::{Code, Error, Result},
    mail::Outbox,
};

/// Books it.
///
/// # Errors
/// `not_found`; `not_allowed_in_state` without a difference; `currency_mismatch` if it took another currency.
pub async fn accept(tx: &Tx<OrgScope>, outbox: &Outbox, id: PaymentId) -> Result<PaymentId> {
    let seen = store::get(tx, id).await?;
    customers::lock(tx, seen.customer_id).await?;
    let invoices = settle::lock_planned(tx, &seen).await?;
    let payment = store::lock(tx, id).await?;
    let taken = store::check_of(tx, id)
        .await?
        .and_then(|check| check.difference);
    let Some(taken) = taken.filter(|_| payment.state.0 != PaymentState::Succeeded) else {
        return Err(Error::new(Code::NotAllowedInState)
            .with_detail("the gateway took what it was asked for"));
    };
    if taken.currency != payment.currency.0 {
        return Err(Error::new(Code::CurrencyMismatch).with_detail(format!(
            "the gateway took {}; give it back there",
            taken.currency
        )));
    }
    if taken.amount < 1 {
        return Err(Error::new(Code::NotAllowedInState).with_detail("the gateway took nothing"));
    }
    let asked = payment.amount;
    let amount = Some(taken.amount);
    let payment = store::save(
        tx,
        payment,
        Change {
            amount,
            ..Change::default()
        },
    )
    .await?;
    store::note_difference(tx, id, None).await?;
    let entry = audit::Entry {
        action: "payment.difference_accepted",
        subject_id: id.0,
        customer_id: Some(payment.customer_id),
        data: json!({ "asked": asked, "taken": taken.amount, "currency": taken.currency }),
    };
    audit::record(tx, entry).await?;
    settle::succeed(tx, outbox, payment, invoices, None).await?;
    Ok(id)
}
