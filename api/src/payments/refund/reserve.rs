//! The first step of a refund: its row, and its money set aside, so that two refunds at once never exceed the payment.

use std::collections::HashMap;

use chrono::NaiveDate;
use entity::{InvoiceId, PaymentId, RefundId, invoice, payment, records::TakenBack};
use portico_domain::{
    ledger::{CreditReason, Figure},
    payment::PaymentState,
    refund::{Chosen, RefundError, RefundState, Sources, sources},
};

use super::announce;
use crate::{
    clock::today_at,
    customers,
    db::{OrgScope, Tx},
    error::{Code, Error, FieldError, Result},
    invoices::{self, CreditMove},
    mail::Outbox,
    payments::{
        dto::RefundInput,
        store::{self, Change, NewRefund, Share},
    },
};

/// Sets the money aside. What staff paid back themselves is refunded at once.
///
/// # Errors
/// Those of [`super::refund`].
pub async fn reserve(
    tx: &Tx<OrgScope>,
    outbox: &Outbox,
    id: PaymentId,
    input: RefundInput,
) -> Result<RefundId> {
    let customer_id = store::get(tx, id).await?.customer_id;
    customers::lock(tx, customer_id).await?;
    let invoices = lock_chosen(tx, &input).await?;
    let payment = store::lock(tx, id).await?;
    if payment.state.0 != PaymentState::Succeeded {
        return Err(Error::new(Code::NotAllowedInState)
            .with_detail("only money that has arrived can be given back"));
    }
    let today = today_at(tx.now(), &tx.own_organization().await?.time_zone);
    let date = day(&payment, &input, today)?;
    let sources = decide(tx, &payment, &input).await?;
    let taken = take(tx, &payment, &input, &sources, &invoices).await?;
    let credit: i64 = taken.iter().map(|taken| taken.credit).sum();
    let aside = CreditMove {
        customer_id,
        currency: payment.currency.0,
        payment_id: id,
        invoice_id: None,
        amount: -(sources.unused + credit),
        reason: CreditReason::Refunded,
    };
    invoices::move_credit(tx, aside).await?;

    let outside = is_outside(&payment, &input);
    let new = NewRefund {
        date,
        amount: input.amount,
        from_unused: sources.unused,
        taken,
        reason: input.reason,
        mode: input.mode,
        reference: input.reference,
        state: if outside {
            RefundState::Succeeded
        } else {
            RefundState::Requested
        },
    };
    let refund = store::insert_refund(tx, &payment, new).await?;
    let (refunded, refunding) = (payment.refunded, payment.refunding);
    let refunds = Some(if outside {
        (refunded + refund.amount, refunding)
    } else {
        (refunded, refunding + refund.amount)
    });
    let change = Change {
        refunds,
        ..Change::default()
    };
    let payment = store::save(tx, payment, change).await?;
    announce::taken_back(tx, &payment, &refund).await?;
    if outside {
        tx.move_figure(
            Figure::Received,
            payment.currency.0,
            date,
            -refund.amount,
            0,
        );
        if payment.gateway.is_some() {
            // Who disputed it knows.
            announce::recorded(tx, &payment, &refund).await?;
        } else {
            announce::refunded(tx, outbox, &payment, &refund).await?;
        }
    } else {
        announce::requested(tx, &payment, &refund).await?;
    }
    Ok(refund.id)
}

/// Whether the gateway has no part in it: staff paid it back, or the gateway took it back for a dispute.
fn is_outside(payment: &payment::Model, input: &RefundInput) -> bool {
    payment.gateway.is_none() || (payment.disputed_at.is_some() && input.mode.is_some())
}

/// The invoices that money is to be taken back from, locked in the order of their ids.
async fn lock_chosen(
    tx: &Tx<OrgScope>,
    input: &RefundInput,
) -> Result<HashMap<InvoiceId, invoice::Model>> {
    let mut order: Vec<_> = input.allocations.iter().enumerate().collect();
    order.sort_by_key(|(_, choice)| choice.invoice_id);
    let mut locked = HashMap::new();
    for (index, choice) in order {
        let pointer = format!("/allocations/{index}/invoice_id");
        let id = choice.invoice_id;
        let unknown = || Error::field(pointer.clone(), "unknown", "the payment did not pay it");
        let invoice = invoices::lock(tx, id).await.map_err(|_| unknown())?;
        if locked.insert(id, invoice).is_some() {
            return Err(Error::field(pointer, "duplicate", "is named twice"));
        }
    }
    Ok(locked)
}

/// The day of the refund. What a gateway does happens now; what staff did, when they say, and how.
fn day(payment: &payment::Model, input: &RefundInput, today: NaiveDate) -> Result<NaiveDate> {
    if !is_outside(payment, input) {
        if input.mode.is_some() || input.date.is_some() || input.reference.is_some() {
            let detail = "the gateway that took the money gives it back";
            return Err(Error::field("/mode", "not_allowed", detail));
        }
        return Ok(today);
    }
    if input.mode.is_none() {
        return Err(Error::field(
            "/mode",
            "required",
            "say how it was paid back",
        ));
    }
    let date = input.date.unwrap_or(today);
    if date > today || date < payment.date {
        let detail = "must not be in the future, nor before the payment";
        return Err(Error::field("/date", "range", detail));
    }
    Ok(date)
}

async fn decide(
    tx: &Tx<OrgScope>,
    payment: &payment::Model,
    input: &RefundInput,
) -> Result<Sources> {
    let net = payment.amount - payment.refunded - payment.refunding;
    if input.amount > net {
        return Err(explain(RefundError::AboveNet { left: net }));
    }
    let shares = store::shares(tx, &[payment.id]).await?.remove(&payment.id);
    let shares: HashMap<InvoiceId, Share> = shares
        .into_iter()
        .flatten()
        .map(|share| (share.invoice_id, share))
        .collect();
    let mut chosen = Vec::with_capacity(input.allocations.len());
    for (index, choice) in input.allocations.iter().enumerate() {
        let Some(share) = shares.get(&choice.invoice_id) else {
            let pointer = format!("/allocations/{index}/invoice_id");
            return Err(Error::field(
                pointer,
                "unknown",
                "the payment did not pay it",
            ));
        };
        chosen.push(Chosen {
            paid: share.amount,
            credit: share.credit,
            amount: choice.amount,
        });
    }
    sources(input.amount, net, payment.unused, &chosen).map_err(explain)
}

fn explain(error: RefundError) -> Error {
    let (code, pointer) = match error {
        RefundError::NotPositive => (Code::ValidationFailed, "/amount".to_owned()),
        RefundError::AboveNet { .. } => (Code::AmountExceedsPayment, "/amount".to_owned()),
        RefundError::DoesNotAddUp { .. } => (Code::ValidationFailed, "/allocations".to_owned()),
        RefundError::ChoiceNotPositive { index } => (
            Code::ValidationFailed,
            format!("/allocations/{index}/amount"),
        ),
        RefundError::AboveShare { index } => (
            Code::AmountExceedsPayment,
            format!("/allocations/{index}/amount"),
        ),
    };
    let detail = error.to_string().into();
    Error::coded_field(
        code,
        FieldError {
            pointer,
            code: "refund".into(),
            detail,
        },
    )
}

/// Takes it off the invoices, which are open again.
async fn take(
    tx: &Tx<OrgScope>,
    payment: &payment::Model,
    input: &RefundInput,
    sources: &Sources,
    invoices: &HashMap<InvoiceId, invoice::Model>,
) -> Result<Vec<TakenBack>> {
    let mut taken_back = Vec::with_capacity(input.allocations.len());
    for (choice, taken) in input.allocations.iter().zip(&sources.taken) {
        let Some(invoice) = invoices.get(&choice.invoice_id) else {
            continue;
        };
        invoices::take_back(tx, invoice, payment.id, *taken).await?;
        taken_back.push(TakenBack {
            invoice_id: invoice.id,
            invoice_number: invoice.number.clone().unwrap_or_default(),
            paid: taken.paid,
            credit: taken.credit,
        });
    }
    Ok(taken_back)
}
