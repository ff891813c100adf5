//! Where money is booked. Webhook, return page, reconcile job and staff all end here; each runs in one
//! transaction, after the customer and then the invoices were locked in the order of their ids.

use entity::{
    InvoiceId, PaymentId, invoice, payment,
    records::{CardSummary, PaymentFailure},
};
use portico_domain::{
    ledger::{AllocationReason, Figure},
    money::Money,
    numbering::DocumentType,
    payment::{Change as Moved, GatewayProof, PaymentState, transition},
};
use portico_gateways::{CpCode, Intent, IntentStatus};

use super::{
    announce,
    planned::{lock, parts_of, planned_ids},
    store::{self, Change, Failure},
};
use crate::{
    clock::today_at,
    customers,
    db::{OrgScope, Tx},
    error::{Code, Result},
    invoices::{self, Movement},
    mail::Outbox,
    number_series, payment_methods,
};

/// Why a payment failed whose other amount staff did not accept.
pub const DIFFERENCE_REJECTED: &str = "difference_rejected";

/// A part of a payment, for one locked invoice.
pub struct Part {
    pub invoice: invoice::Model,
    pub amount: i64,
    pub tax_withheld: i64,
}

/// Gives a successful payment its number, puts its parts on their invoices, and the rest to the
/// customer's credit.
///
/// # Errors
/// Those of the database.
pub async fn take(
    tx: &Tx<OrgScope>,
    payment: payment::Model,
    parts: Vec<Part>,
) -> Result<payment::Model> {
    let mut unused = payment.amount;
    for part in parts {
        unused -= part.amount;
        let movement = Movement {
            payment_id: payment.id,
            amount: part.amount,
            tax_withheld: part.tax_withheld,
            reason: AllocationReason::Allocated,
        };
        invoices::settle_share(tx, &part.invoice, movement).await?;
    }
    if unused > 0 {
        store::credit(tx, &payment, unused).await?;
    }
    tx.move_figure(
        Figure::Received,
        payment.currency.0,
        payment.date,
        payment.amount,
        1,
    );
    let (number, _) = number_series::issue(tx, DocumentType::Payment).await?;
    store::save(
        tx,
        payment,
        Change {
            number: Some(number),
            unused: Some(unused),
            ..Change::default()
        },
    )
    .await
}

/// Tells of a payment that staff recorded.
///
/// # Errors
/// Those of the database.
pub async fn recorded(
    tx: &Tx<OrgScope>,
    outbox: &Outbox,
    payment: &payment::Model,
    send_receipt: bool,
) -> Result<()> {
    announce::record(tx, payment, "payment.recorded").await?;
    if send_receipt {
        announce::receipt(tx, outbox, payment).await?;
    }
    Ok(())
}

/// How it is known that an intent is cancelled.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Word {
    /// The gateway says so.
    Told,
    /// We gave it up. Where the gateway has no such call, this counts only as long as nobody has claimed the payment.
    GivenUp,
}

/// Writes down what the gateway says of a payment. Saying it twice changes nothing the second time.
///
/// # Errors
/// Those of the database. That the gateway took another amount than it was asked for is no error: it is kept for staff
/// to decide.
pub async fn settle(
    tx: &Tx<OrgScope>,
    outbox: &Outbox,
    id: PaymentId,
    intent: &Intent,
    word: Word,
) -> Result<()> {
    let (payment, invoices) = lock(tx, id).await?;
    let pending = payment.state.0 == PaymentState::Pending;
    let wanted = match intent.status {
        IntentStatus::Succeeded => PaymentState::Succeeded,
        IntentStatus::Processing => PaymentState::Pending,
        IntentStatus::Canceled if pending && word == Word::Told => PaymentState::Failed,
        IntentStatus::Canceled => PaymentState::Cancelled,
        IntentStatus::RequiresAction
        | IntentStatus::RequiresConfirmation
        | IntentStatus::RequiresPaymentMethod => {
            return declined(tx, payment, intent).await;
        }
    };
    match transition(payment.state.0, wanted, GatewayProof::Verified) {
        Ok(Moved::Changed) => {}
        Ok(Moved::NoChange) if wanted == PaymentState::Pending => {
            return processing(tx, &payment, &invoices).await;
        }
        // Settled before, or the gateway repeats an old state: nothing to do.
        Ok(Moved::NoChange) | Err(_) => return Ok(()),
    }
    let method = intent.method_summary.as_ref().map(|method| CardSummary {
        brand: method.brand.clone(),
        last4: method.last4.clone(),
    });
    if let (PaymentState::Succeeded | PaymentState::Pending, Some(kept), Some(summary)) =
        (wanted, &intent.method_id, &intent.method_summary)
        && payment.keep_method
    {
        payment_methods::keep_paid_with(tx, &payment, kept, summary).await?;
    }
    match wanted {
        PaymentState::Succeeded => {
            if intent.amount_received == Money::new(payment.amount, payment.currency.0) {
                succeed(tx, outbox, payment, invoices, method).await
            } else {
                differ(tx, payment, intent.amount_received).await
            }
        }
        PaymentState::Failed => fail(tx, payment, failure("cancelled_at_gateway")).await,
        PaymentState::Cancelled => {
            if !payer_exists(tx, &payment).await? {
                let failure = PaymentFailure {
                    cp_code: Some(CpCode::ContactDeleted.as_str().to_owned()),
                    ..failure("contact_deleted")
                };
                return fail(tx, payment, failure).await;
            }
            let change = Change {
                state: Some(wanted),
                ..Change::default()
            };
            let payment = store::save(tx, payment, change).await?;
            release(tx, &payment).await
        }
        PaymentState::Pending | PaymentState::RequiresAction => {
            let change = Change {
                state: Some(wanted),
                method,
                failure: Some(Failure(None)),
                ..Change::default()
            };
            let payment = store::save(tx, payment, change).await?;
            let ids = planned_ids(&payment);
            invoices::put_in_flight(tx, &ids, payment.id, true).await?;
            announce::record(tx, &payment, "payment.processing").await
        }
    }
}

/// Claims an attempt whose payer has agreed, so that its money can be taken: from here on it can be neither given up nor
/// replaced, whatever the organization says of pending payments. Tells whether it may be taken; claiming twice is
/// harmless.
///
/// # Errors
/// Those of the database.
pub async fn claim(tx: &Tx<OrgScope>, id: PaymentId) -> Result<bool> {
    let (payment, _) = lock(tx, id).await?;
    match payment.state.0 {
        PaymentState::Pending => Ok(true),
        PaymentState::RequiresAction => {
            let change = Change {
                state: Some(PaymentState::Pending),
                failure: Some(Failure(None)),
                ..Change::default()
            };
            store::save(tx, payment, change).await?;
            Ok(true)
        }
        _ => Ok(false),
    }
}

/// A payment that was claimed and that the gateway is processing now.
async fn processing(
    tx: &Tx<OrgScope>,
    payment: &payment::Model,
    invoices: &[invoice::Model],
) -> Result<()> {
    let claimed: Vec<InvoiceId> = invoices
        .iter()
        .filter(|invoice| invoice.pending_payment_id == Some(payment.id))
        .filter(|invoice| !invoice.payment_processing)
        .map(|invoice| invoice.id)
        .collect();
    if claimed.is_empty() {
        return Ok(());
    }
    invoices::put_in_flight(tx, &claimed, payment.id, true).await?;
    announce::record(tx, payment, "payment.processing").await
}

/// Books the money of a payment on its locked invoices, and tells of it.
///
/// # Errors
/// Those of the database.
pub async fn succeed(
    tx: &Tx<OrgScope>,
    outbox: &Outbox,
    payment: payment::Model,
    invoices: Vec<invoice::Model>,
    method: Option<CardSummary>,
) -> Result<()> {
    let organization = tx.own_organization().await?;
    let change = Change {
        state: Some(PaymentState::Succeeded),
        method,
        failure: Some(Failure(None)),
        date: Some(today_at(tx.now(), &organization.time_zone)),
        ..Change::default()
    };
    let payment = store::save(tx, payment, change).await?;
    let parts = parts_of(&payment, invoices);
    let payment = take(tx, payment, parts).await?;
    release(tx, &payment).await?;
    announce::received(tx, outbox, &payment).await
}

/// The gateway took something else. It is not ours to decide what that means: the payment stays under way, so that
/// nobody pays twice, and staff are told once.
async fn differ(tx: &Tx<OrgScope>, payment: payment::Model, taken: Money) -> Result<()> {
    if is_rejected(&payment) {
        return Ok(());
    }
    let known = store::check_of(tx, payment.id).await?;
    if known.is_some_and(|known| known.difference.is_some_and(|known| known.0 == taken)) {
        return Ok(());
    }
    store::note_difference(tx, payment.id, Some(taken)).await?;
    let payment = if payment.state.0 == PaymentState::RequiresAction {
        let state = Some(PaymentState::Pending);
        let change = Change {
            state,
            ..Change::default()
        };
        let payment = store::save(tx, payment, change).await?;
        invoices::put_in_flight(tx, &planned_ids(&payment), payment.id, true).await?;
        payment
    } else {
        payment
    };
    announce::differs(tx, &payment, taken).await
}

/// Whether staff have decided that what the gateway took instead is not this payment.
pub fn is_rejected(payment: &payment::Model) -> bool {
    let failure = payment.failure.as_ref();
    failure.is_some_and(|failure| failure.code == DIFFERENCE_REJECTED)
}

/// Whether the person who began a payment is still a contact person of the customer.
///
/// # Errors
/// Those of the database.
pub async fn payer_exists(tx: &Tx<OrgScope>, payment: &payment::Model) -> Result<bool> {
    let Some(person) = payment.person_id else {
        return Ok(true);
    };
    match customers::person(tx, payment.customer_id, person).await {
        Ok(_) => Ok(true),
        Err(error) if error.code() == Code::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}

fn failure(code: &str) -> PaymentFailure {
    PaymentFailure {
        code: code.to_owned(),
        cp_code: None,
    }
}

/// Ends a payment that the gateway refused to begin, or to take what its payer agreed to.
///
/// # Errors
/// Those of the database.
pub async fn refuse(tx: &Tx<OrgScope>, id: PaymentId, failure: PaymentFailure) -> Result<()> {
    let (payment, _) = lock(tx, id).await?;
    if !payment.state.is_in_flight() {
        return Ok(());
    }
    fail(tx, payment, failure).await
}

/// Ends a payment without money; its invoices are free again.
///
/// # Errors
/// Those of the database.
pub async fn fail(
    tx: &Tx<OrgScope>,
    payment: payment::Model,
    failure: PaymentFailure,
) -> Result<()> {
    let change = Change {
        state: Some(PaymentState::Failed),
        failure: Some(Failure(Some(failure))),
        ..Change::default()
    };
    let payment = store::save(tx, payment, change).await?;
    release(tx, &payment).await?;
    announce::failed(tx, &payment).await
}

/// Takes a payment's mark off its invoices. One that another payment is still being processed for bears that
/// one's mark then.
async fn release(tx: &Tx<OrgScope>, payment: &payment::Model) -> Result<()> {
    invoices::take_out_of_flight(tx, payment.id).await?;
    if tx.own_organization().await?.block_when_pending {
        return Ok(());
    }
    let freed = planned_ids(payment);
    for other in store::others_processing(tx, payment).await? {
        let ids: Vec<_> = planned_ids(&other)
            .into_iter()
            .filter(|id| freed.contains(id))
            .collect();
        invoices::mark_unmarked(tx, &ids, other.id).await?;
    }
    Ok(())
}

/// A card was declined: the payer may try another, so the attempt stays open. A debit that was being processed
/// has failed for good.
async fn declined(tx: &Tx<OrgScope>, payment: payment::Model, intent: &Intent) -> Result<()> {
    let Some(decline) = &intent.latest_decline else {
        return Ok(());
    };
    let failure = PaymentFailure {
        code: decline.code.clone(),
        cp_code: decline.cp.map(|cp| cp.as_str().to_owned()),
    };
    let known = payment
        .failure
        .as_ref()
        .is_some_and(|known| known.0 == failure);
    if !payment.state.is_in_flight() {
        return Ok(());
    }
    if payment.state.0 == PaymentState::Pending {
        return fail(tx, payment, failure).await;
    }
    if known {
        return Ok(());
    }
    let payment = store::save(
        tx,
        payment,
        Change {
            failure: Some(Failure(Some(failure))),
            ..Change::default()
        },
    )
    .await?;
    announce::failed(tx, &payment).await
}
