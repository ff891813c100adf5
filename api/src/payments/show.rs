//! From rows to what is sent.

use std::collections::HashMap;

use entity::{CustomerId, Instant, PaymentId, payment, records::TakenBack, refund};
use portico_domain::{
    money::Money,
    payment::PaymentState,
    refund::{RefundState, status},
};
use portico_gateways::CpCode;

use super::{
    dto::{
        Payment, PaymentAllocation, PaymentCustomer, PaymentFailure, PortalPayment,
        PortalPaymentFailure, PortalRefund, Refund, RefundAllocation,
    },
    refund::is_unanswered,
    store::{self, Share},
};
use crate::{
    customers,
    db::{OrgScope, Tx},
    error::Result,
};

/// Payments for staff, with names, allocations and refunds: three statements for a whole page.
///
/// # Errors
/// Those of the database.
pub async fn describe(tx: &Tx<OrgScope>, rows: Vec<payment::Model>) -> Result<Vec<Payment>> {
    let ids: Vec<PaymentId> = rows.iter().map(|row| row.id).collect();
    let customers: Vec<CustomerId> = rows.iter().map(|row| row.customer_id).collect();
    let names = customers::names_of(tx, customers).await?;
    let mut shares = store::shares(tx, &ids).await?;
    let mut refunds = store::refunds(tx, &ids).await?;
    Ok(rows
        .into_iter()
        .map(|row| {
            let name = names.get(&row.customer_id).cloned().unwrap_or_default();
            let shares = shares.remove(&row.id).unwrap_or_default();
            let refunds = refunds.remove(&row.id).unwrap_or_default();
            office(&row, name, shares, refunds, tx.now())
        })
        .collect())
}

fn office(
    row: &payment::Model,
    name: String,
    shares: Vec<Share>,
    refunds: Vec<refund::Model>,
    now: Instant,
) -> Payment {
    let succeeded = row.state.0 == PaymentState::Succeeded;
    let money = |amount| Money::new(amount, row.currency.0);
    Payment {
        disputed_at: row.disputed_at,
        id: row.id,
        number: row.number.clone(),
        customer: PaymentCustomer {
            id: row.customer_id,
            name,
        },
        date: row.date,
        amount: money(row.amount),
        unused: money(if succeeded { row.unused } else { 0 }),
        refunded: money(row.refunded),
        refundable: money(if succeeded {
            row.amount - row.refunded - row.refunding
        } else {
            0
        }),
        bank_charges: money(row.bank_charges),
        mode: row.mode.0,
        reference: row.reference.clone(),
        notes: row.notes.clone(),
        state: row.state.0,
        status: status(row.state.0, row.amount, row.refunded),
        gateway: row.gateway.clone(),
        method: row.method.as_ref().map(|method| method.0.clone()),
        allocations: allocations(row, shares),
        refunds: refunds
            .into_iter()
            .map(|refund| refund_for_staff(refund, now))
            .collect(),
        failure: row.failure.as_ref().map(|failure| PaymentFailure {
            code: failure.code.clone(),
            cp_code: failure.cp_code.clone(),
            message: plain_words(&failure.code).to_owned(),
            cause: cp(failure).map(|code| code.cause().to_owned()),
            remedy: cp(failure).map(|code| code.remedy().to_owned()),
        }),
        mandate: row.mandate.as_ref().map(|mandate| mandate.0.clone()),
        receipt_available: succeeded,
        created_at: row.created_at,
    }
}

/// With what a payer finishes a payment in the browser. Never log it.
pub struct Unfinished {
    pub client_secret: String,
    /// The provider's own page, where the payer has to agree there.
    pub approval_url: Option<String>,
    /// Whether the payer's bank asks the payer something.
    pub challenged: bool,
    pub public_key: Option<String>,
}

/// A refund, for staff.
#[must_use]
pub fn refund_for_staff(row: refund::Model, now: Instant) -> Refund {
    let money = |amount| Money::new(amount, row.currency.0);
    let part = |taken: &TakenBack| RefundAllocation {
        invoice_id: taken.invoice_id,
        invoice_number: taken.invoice_number.clone(),
        amount: money(taken.paid + taken.credit),
    };
    Refund {
        unanswered: is_unanswered(&row, now),
        id: row.id,
        payment_id: row.payment_id,
        amount: money(row.amount),
        state: row.state.0,
        date: row.date,
        mode: row.mode.as_ref().map(|mode| mode.0),
        from_unused: money(row.from_unused),
        allocations: row.taken.iter().map(part).collect(),
        reason: row.reason,
        reference: row.reference,
        gateway: row.gateway,
        failure: row.failure,
        created_at: row.created_at,
    }
}

/// A refund, for the customer, who is not told of what failed.
fn refund_for_customer(row: &refund::Model) -> Option<PortalRefund> {
    let state = match row.state.0 {
        RefundState::Requested | RefundState::Pending => RefundState::Pending,
        RefundState::Succeeded => RefundState::Succeeded,
        RefundState::Failed => return None,
    };
    Some(PortalRefund {
        amount: Money::new(row.amount, row.currency.0),
        state,
        date: row.date,
    })
}

/// Payments for the customer whose they are. `unfinished` belongs to the one payment in hand.
///
/// # Errors
/// Those of the database.
pub async fn portal_payments(
    tx: &Tx<OrgScope>,
    rows: Vec<payment::Model>,
    unfinished: Option<&Unfinished>,
) -> Result<Vec<PortalPayment>> {
    let ids: Vec<PaymentId> = rows.iter().map(|row| row.id).collect();
    let mut shares: HashMap<_, _> = store::shares(tx, &ids).await?;
    let mut refunds = store::refunds(tx, &ids).await?;
    Ok(rows
        .into_iter()
        .map(|row| {
            let shares = shares.remove(&row.id).unwrap_or_default();
            let open = unfinished.filter(|_| row.state.0 == PaymentState::RequiresAction);
            let refunds = refunds.remove(&row.id).unwrap_or_default();
            PortalPayment {
                id: row.id,
                number: row.number.clone(),
                date: row.date,
                amount: Money::new(row.amount, row.currency.0),
                state: row.state.0,
                status: status(row.state.0, row.amount, row.refunded),
                refunded: Money::new(row.refunded, row.currency.0),
                refunds: refunds.iter().filter_map(refund_for_customer).collect(),
                mode: row.mode.0,
                gateway: row.gateway.clone(),
                method: row.method.as_ref().map(|method| method.0.clone()),
                reference: row.reference.clone(),
                allocations: allocations(&row, shares),
                client_secret: open.map(|open| open.client_secret.clone()),
                approval_url: open.and_then(|open| open.approval_url.clone()),
                challenged: open.is_some_and(|open| open.challenged),
                public_key: open.and_then(|open| open.public_key.clone()),
                failure: row.failure.as_ref().map(|failure| PortalPaymentFailure {
                    code: failure.code.clone(),
                    message_key: message_key(failure).map(str::to_owned),
                    message: plain_words(&failure.code).to_owned(),
                }),
                receipt_available: row.state.0 == PaymentState::Succeeded,
            }
        })
        .collect())
}

/// Which plain sentence fits a failure that the table knows.
#[must_use]
pub fn message_key(failure: &entity::records::PaymentFailure) -> Option<&'static str> {
    cp(failure).map(CpCode::customer_message_key)
}

/// The code of the table, where one fits.
fn cp(failure: &entity::records::PaymentFailure) -> Option<CpCode> {
    failure.cp_code.as_deref()?.parse().ok()
}

/// What it paid; unless it succeeded, what it was to pay.
fn allocations(row: &payment::Model, shares: Vec<Share>) -> Vec<PaymentAllocation> {
    let money = |amount| Money::new(amount, row.currency.0);
    if row.state.0 != PaymentState::Succeeded {
        return row
            .planned
            .iter()
            .map(|planned| PaymentAllocation {
                invoice_id: planned.invoice_id,
                invoice_number: planned.invoice_number.clone(),
                amount: money(planned.amount),
                tax_withheld: money(0),
                credit: money(0),
            })
            .collect();
    }
    shares
        .into_iter()
        .map(|share| PaymentAllocation {
            invoice_id: share.invoice_id,
            invoice_number: share.invoice_number.unwrap_or_default(),
            amount: money(share.amount),
            tax_withheld: money(share.tax_withheld),
            credit: money(share.credit),
        })
        .collect()
}

/// A gateway's refusal in words that the payer understands, without details (F10).
#[must_use]
pub fn plain_words(code: &str) -> &'static str {
    match code {
        "insufficient_funds" => "The card has insufficient funds.",
        "expired_card" => "The card has expired.",
        "invalid_number" => "The card number is not right.",
        "invalid_expiry" => "The expiry date is not right.",
        "invalid_cvc" => "The security code is not right.",
        "address_not_verified" | "incorrect_address" => {
            "The address does not match the card. Please check it."
        }
        "authentication_failed" => {
            "The bank could not confirm that it was you. Please try again, or use another card."
        }
        "duplicate_transaction" => {
            "The same amount was paid this way a few minutes ago. Check your payments before you try again."
        }
        "invalid_account" => "The account number is not right.",
        "invalid_holder" => "The account holder's name is missing.",
        "account_closed" => "The bank account has been closed.",
        "amount_too_small" => "The amount is below what this way of paying takes.",
        "currency_not_supported" => "This way of paying does not take the currency.",
        "contact_deleted" | "method_not_supported" => {
            "The payment could not be taken this way. Please contact us."
        }
        _ => "The card was declined. Please try another one.",
    }
}
