//! The last step of a refund: what the gateway said, once. Request, webhook and reconcile job all end here.

use entity::{InvoiceId, RefundId, invoice, payment, refund};
use portico_domain::{
    ledger::{CreditReason, Figure},
    refund::{RefundState, Taken},
};
use portico_gateways::RefundStatus;

use super::{Word, announce};
use crate::{
    clock::today_at,
    customers,
    db::{OrgScope, Tx},
    error::{Code, Result},
    invoices::{self, CreditMove},
    mail::Outbox,
    payments::store::{self, Change, RefundChange},
};

/// Books it. Saying it twice changes nothing the second time.
///
/// # Errors
/// Those of the database.
pub async fn book(tx: &Tx<OrgScope>, outbox: &Outbox, id: RefundId, word: Word) -> Result<()> {
    // Looked at first to know what to lock: the customer, the invoices by id, the payment, the refund.
    let seen = store::get_refund(tx, id).await?;
    customers::lock(tx, seen.customer_id).await?;
    let (state, gateway_refund_id, failure) = match word {
        Word::Status(id, RefundStatus::Pending) => (RefundState::Pending, Some(id), None),
        Word::Status(id, RefundStatus::Succeeded) => (RefundState::Succeeded, Some(id), None),
        Word::Status(id, RefundStatus::Failed) => {
            (RefundState::Failed, Some(id), Some("failed".to_owned()))
        }
        Word::Refused(code) => (RefundState::Failed, None, Some(code)),
        Word::Decided { made: true } => (RefundState::Succeeded, None, None),
        Word::Decided { made: false } => (RefundState::Failed, None, Some("not_made".to_owned())),
    };
    let invoices = if state == RefundState::Failed {
        lock_taken(tx, &seen).await?
    } else {
        Vec::new()
    };
    let payment = store::lock(tx, seen.payment_id).await?;
    let refund = store::lock_refund(tx, id).await?;
    if !refund.state.0.is_open() {
        return Ok(());
    }
    let change = RefundChange {
        state,
        date: today_at(tx.now(), &tx.own_organization().await?.time_zone),
        gateway_refund_id,
        failure,
    };
    let refund = store::save_refund(tx, refund, change).await?;
    match state {
        RefundState::Succeeded => succeed(tx, outbox, payment, &refund).await,
        RefundState::Failed => fail(tx, payment, &refund, invoices).await,
        RefundState::Requested | RefundState::Pending => Ok(()),
    }
}

async fn succeed(
    tx: &Tx<OrgScope>,
    outbox: &Outbox,
    payment: payment::Model,
    refund: &refund::Model,
) -> Result<()> {
    let (refunded, refunding) = (payment.refunded, payment.refunding);
    let change = Change {
        refunds: Some((refunded + refund.amount, refunding - refund.amount)),
        ..Change::default()
    };
    let payment = store::save(tx, payment, change).await?;
    tx.move_figure(
        Figure::Received,
        refund.currency.0,
        refund.date,
        -refund.amount,
        0,
    );
    announce::refunded(tx, outbox, &payment, refund).await
}

/// Puts the money back where it was taken. What an invoice no longer asks for is credit.
async fn fail(
    tx: &Tx<OrgScope>,
    payment: payment::Model,
    refund: &refund::Model,
    invoices: Vec<invoice::Model>,
) -> Result<()> {
    let mut put_back = 0;
    let mut moves = Vec::new();
    for taken in refund.taken.iter() {
        let open = invoices
            .iter()
            .find(|invoice| invoice.id == taken.invoice_id)
            .filter(|invoice| invoices::check_payable(invoice).is_ok());
        let Some(invoice) = open else { continue };
        let paid = taken.paid.min(invoice.balance);
        let credit = taken.credit.min(invoice.balance - paid);
        put_back += paid;
        let back = Taken {
            paid: -paid,
            credit: -credit,
        };
        moves.push((invoice, back));
    }
    // First it is credit again; what was credit on an invoice is applied from there.
    let credit = CreditMove {
        customer_id: payment.customer_id,
        currency: payment.currency.0,
        payment_id: payment.id,
        invoice_id: None,
        amount: refund.amount - put_back,
        reason: CreditReason::RefundFailed,
    };
    invoices::move_credit(tx, credit).await?;
    for (invoice, back) in moves {
        invoices::take_back(tx, invoice, payment.id, back).await?;
    }
    let change = Change {
        refunds: Some((payment.refunded, payment.refunding - refund.amount)),
        ..Change::default()
    };
    let payment = store::save(tx, payment, change).await?;
    announce::failed(tx, &payment, refund).await
}

async fn lock_taken(tx: &Tx<OrgScope>, refund: &refund::Model) -> Result<Vec<invoice::Model>> {
    let mut ids: Vec<InvoiceId> = refund.taken.iter().map(|taken| taken.invoice_id).collect();
    ids.sort_unstable();
    let mut locked = Vec::with_capacity(ids.len());
    for id in ids {
        match invoices::lock(tx, id).await {
            Ok(invoice) => locked.push(invoice),
            Err(error) if error.code() == Code::NotFound => {}
            Err(error) => return Err(error),
        }
    }
    Ok(locked)
}
