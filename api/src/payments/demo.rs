//! Payments of the demo: booked by the same verbs.

use chrono::NaiveDate;
use entity::{PaymentId, invoice};
use portico_domain::{
    money::Money,
    payment::{PaymentMode, PaymentState},
};

use super::{
    announce,
    settle::{self, Part},
    store::{self, NewPayment},
};
use crate::{
    db::{OrgScope, Tx},
    error::Result,
};

/// Records a payment of one invoice; what exceeds `part` becomes credit.
///
/// # Errors
/// Those of the database.
pub async fn record(
    tx: &Tx<OrgScope>,
    invoice: &invoice::Model,
    amount: Money,
    part: i64,
    mode: PaymentMode,
    date: NaiveDate,
) -> Result<()> {
    let invoice = crate::invoices::lock(tx, invoice.id).await?;
    let new = NewPayment {
        id: PaymentId(tx.new_uuid()),
        customer_id: invoice.customer_id,
        date,
        currency: amount.currency,
        amount: amount.amount,
        bank_charges: 0,
        mode,
        reference: (mode == PaymentMode::BankTransfer)
            .then(|| invoice.number.clone().unwrap_or_default()),
        notes: None,
        state: PaymentState::Succeeded,
        gateway: None,
        planned: Vec::new(),
        person_id: None,
        keep_method: false,
        payment_method_id: None,
        off_session: false,
        mandate: None,
    };
    let payment = store::insert(tx, new).await?;
    let payment = settle::take(
        tx,
        payment,
        vec![Part {
            invoice,
            amount: part,
            tax_withheld: 0,
        }],
    )
    .await?;
    announce::record(tx, &payment, "payment.recorded").await
}
