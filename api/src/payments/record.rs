//! Recording a payment that was made elsewhere: cash, a transfer, a cheque.

use chrono::NaiveDate;
use entity::PaymentId;
use portico_domain::{
    allocation::{AllocationError, Requested, allocate},
    payment::PaymentState,
};

use super::{
    dto::PaymentInput,
    settle::{self, Part},
    store::{self, NewPayment},
};
use crate::{
    customers,
    db::{OrgScope, Tx},
    error::{Code, Error, FieldError, Result},
    invoices,
    mail::Outbox,
};

/// Records it: the payment, what it pays, and what is left as credit, at once.
///
/// # Errors
/// `validation_failed`, `amount_exceeds_balance`, `currency_mismatch`, `not_allowed_in_state`.
pub async fn record(
    tx: &Tx<OrgScope>,
    outbox: &Outbox,
    input: PaymentInput,
    today: NaiveDate,
) -> Result<PaymentId> {
    if input.date > today {
        return Err(Error::field("/date", "range", "must not be in the future"));
    }
    let unknown = |_| Error::field("/customer_id", "unknown", "there is no such customer");
    customers::lock(tx, input.customer_id)
        .await
        .map_err(unknown)?;
    let parts = parts(tx, &input).await?;
    let payment = store::insert(
        tx,
        NewPayment {
            id: PaymentId(tx.new_uuid()),
            customer_id: input.customer_id,
            date: input.date,
            currency: input.amount.currency,
            amount: input.amount.amount,
            bank_charges: input.bank_charges.unwrap_or(0),
            mode: input.mode,
            reference: input.reference,
            notes: input.notes,
            state: PaymentState::Succeeded,
            gateway: None,
            planned: Vec::new(),
            person_id: None,
            mandate: None,
            keep_method: false,
            payment_method_id: None,
            off_session: false,
        },
    )
    .await?;
    let id = payment.id;
    let payment = settle::take(tx, payment, parts).await?;
    settle::recorded(tx, outbox, &payment, input.send_receipt).await?;
    Ok(id)
}

/// Locks the invoices, in order of their ids, and divides the payment.
async fn parts(tx: &Tx<OrgScope>, input: &PaymentInput) -> Result<Vec<Part>> {
    let mut order: Vec<usize> = (0..input.allocations.len()).collect();
    order.sort_by_key(|index| {
        input
            .allocations
            .get(*index)
            .map(|allocation| allocation.invoice_id)
    });
    let mut requested = Vec::with_capacity(order.len());
    let mut parts = Vec::with_capacity(order.len());
    for index in &order {
        let Some(allocation) = input.allocations.get(*index) else {
            continue;
        };
        let pointer = format!("/allocations/{index}");
        let invoice = invoices::lock(tx, allocation.invoice_id)
            .await
            .ok()
            .filter(|invoice| invoice.customer_id == input.customer_id)
            .ok_or_else(|| {
                Error::field(
                    format!("{pointer}/invoice_id"),
                    "unknown",
                    "the customer has no such invoice",
                )
            })?;
        if invoice.currency.0 != input.amount.currency {
            return Err(Error::new(Code::CurrencyMismatch).with_detail(format!(
                "{pointer}: the invoice is in {}",
                invoice.currency.0
            )));
        }
        invoices::check_payable(&invoice)?;
        let withheld = allocation.tax_withheld.unwrap_or(0);
        requested.push(Requested {
            key: invoice.id,
            balance: invoice.balance,
            amount: allocation.amount,
            withheld,
        });
        parts.push(Part {
            invoice,
            amount: allocation.amount,
            tax_withheld: withheld,
        });
    }
    allocate(input.amount.amount, &requested).map_err(|error| explain(error, &order))?;
    Ok(parts)
}

fn explain(error: AllocationError, order: &[usize]) -> Error {
    let at = |index: usize| {
        format!(
            "/allocations/{}",
            order.get(index).copied().unwrap_or(index)
        )
    };
    let (code, pointer) = match error {
        AllocationError::InvalidPayment => (Code::ValidationFailed, "/amount/amount".to_owned()),
        AllocationError::NotPositive { index } => {
            (Code::ValidationFailed, format!("{}/amount", at(index)))
        }
        AllocationError::NegativeWithheld { index } => (
            Code::ValidationFailed,
            format!("{}/tax_withheld", at(index)),
        ),
        AllocationError::Duplicate { index } => {
            (Code::ValidationFailed, format!("{}/invoice_id", at(index)))
        }
        AllocationError::AboveBalance { index } | AllocationError::AbovePayment { index } => {
            (Code::AmountExceedsBalance, format!("{}/amount", at(index)))
        }
    };
    Error::coded_field(
        code,
        FieldError {
            pointer,
            code: "allocation".into(),
            detail: error.to_string().into(),
        },
    )
}
