//! What a gateway took, where it is not what it was asked for: booked, or left to be given back there. Only staff may
//! decide that.

use entity::{PaymentId, invoice, payment, records::PaymentFailure};
use portico_domain::{money::Money, payment::PaymentState};
use serde_json::json;

use super::{
    planned, settle,
    store::{self, Change, Failure},
};
use crate::{
    audit,
    db::{OrgScope, Tx},
    error::{Code, Error, Result},
    mail::Outbox,
};

/// Books it.
///
/// # Errors
/// `not_found`; `not_allowed_in_state` without a difference; `currency_mismatch` if it took another currency.
pub async fn accept(tx: &Tx<OrgScope>, outbox: &Outbox, id: PaymentId) -> Result<PaymentId> {
    let (payment, invoices, taken) = differing(tx, id).await?;
    if taken.currency != payment.currency.0 {
        return Err(Error::new(Code::CurrencyMismatch).with_detail(format!(
            "the gateway took {}; give it back there and reject it here",
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

/// Ends the payment without money: staff give back at the gateway what it took, which is not heard of again here. Its
/// invoices can be paid anew.
///
/// # Errors
/// `not_found`; `not_allowed_in_state` without a difference.
pub async fn reject(tx: &Tx<OrgScope>, id: PaymentId) -> Result<PaymentId> {
    let (payment, _, taken) = differing(tx, id).await?;
    store::note_difference(tx, id, None).await?;
    let entry = audit::Entry {
        action: "payment.difference_rejected",
        subject_id: id.0,
        customer_id: Some(payment.customer_id),
        data: json!({ "asked": payment.amount, "taken": taken.amount, "currency": taken.currency }),
    };
    audit::record(tx, entry).await?;
    let failure = PaymentFailure {
        code: settle::DIFFERENCE_REJECTED.to_owned(),
        cp_code: None,
    };
    if payment.state.is_in_flight() {
        settle::fail(tx, payment, failure).await?;
        return Ok(id);
    }
    // It had come to nothing before the money came late.
    let change = Change {
        failure: Some(Failure(Some(failure))),
        ..Change::default()
    };
    store::save(tx, payment, change).await?;
    Ok(id)
}

/// A payment that is not booked, its invoices and what the gateway took instead, locked.
async fn differing(
    tx: &Tx<OrgScope>,
    id: PaymentId,
) -> Result<(payment::Model, Vec<invoice::Model>, Money)> {
    let (payment, invoices) = planned::lock(tx, id).await?;
    let taken = store::check_of(tx, id)
        .await?
        .and_then(|check| check.difference);
    match taken.filter(|_| payment.state.0 != PaymentState::Succeeded) {
        Some(taken) => Ok((payment, invoices, taken.0)),
        None => Err(Error::new(Code::NotAllowedInState)
            .with_detail("the gateway took what it was asked for")),
    }
}
