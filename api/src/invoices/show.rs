//! From rows to what is sent.

use chrono::NaiveDate;
use entity::{MailId, PaymentId, invoice, invoice_line};
use portico_domain::{
    decimal::Decimal,
    invoice::{
        InvoiceAction, InvoiceFacts, InvoiceFlags as Flags, InvoiceState, InvoiceStatus, Refusal,
        allowed_actions, status,
    },
    money::{Currency, Money},
    permission::{Permission, Role},
    totals,
};

use super::{
    credit_dto::InvoiceCredit,
    dto::{
        CustomerRef, Invoice, InvoiceFlags, InvoiceLine, InvoiceMail, InvoicePayment,
        InvoiceSummary, LineTotals, ShippingInput, TaxTotal, Totals, TransferNotice,
    },
    store::{ListedInvoice, Related},
};
use crate::{
    db::{OrgScope, Tx},
    error::{Code, Error, Result},
    http::Versioned,
};

/// The facts that an invoice's status and actions depend on.
#[must_use]
pub fn facts(invoice: &invoice::Model, today: NaiveDate) -> InvoiceFacts {
    InvoiceFacts {
        state: invoice.state.0,
        total: invoice.total,
        balance: invoice.balance,
        due_date: invoice.due_date,
        viewed: invoice.viewed_at.is_some(),
        today,
    }
}

/// The rest of them.
#[must_use]
pub fn flags(invoice: &invoice::Model) -> Flags {
    Flags {
        money_attached: invoice.state.0 != InvoiceState::Draft
            && invoice.balance != invoice.total
            && invoice.state.0 != InvoiceState::Void,
        payment_pending: invoice.pending_payment_id.is_some(),
        number_issued: invoice.number.is_some(),
        block_when_pending: true,
    }
}

/// Whether the customer must not know of it yet.
#[must_use]
pub fn is_draft(invoice: &invoice::Model) -> bool {
    invoice.state.0 == InvoiceState::Draft
}

/// Refuses an invoice that no money can be put on.
///
/// # Errors
/// `not_allowed_in_state`.
pub fn check_payable(invoice: &invoice::Model) -> Result<()> {
    let refusal = match invoice.state.0 {
        InvoiceState::Sent if invoice.balance > 0 => return Ok(()),
        InvoiceState::Sent => Refusal::NothingDue,
        _ => Refusal::NotSent,
    };
    Err(Error::new(Code::NotAllowedInState).with_detail(refusal.to_string()))
}

/// An invoice's status on a day.
#[must_use]
pub fn status_of(invoice: &invoice::Model, today: NaiveDate) -> InvoiceStatus {
    status(&facts(invoice, today))
}

/// The same of a row of a list.
#[must_use]
pub fn status_in_list(row: &ListedInvoice, today: NaiveDate) -> InvoiceStatus {
    status(&InvoiceFacts {
        state: row.state.0,
        total: row.total,
        balance: row.balance,
        due_date: row.due_date,
        viewed: row.viewed_at.is_some(),
        today,
    })
}

/// An invoice as a row of a list.
#[must_use]
pub fn summarise(row: ListedInvoice, today: NaiveDate) -> InvoiceSummary {
    let money = |amount| Money::new(amount, row.currency.0);
    InvoiceSummary {
        id: row.id,
        status: status_in_list(&row, today),
        total: money(row.total),
        balance: money(row.balance),
        number: row.number,
        customer: CustomerRef {
            id: row.customer_id,
            name: row.customer_name,
        },
        date: row.date,
        due_date: row.due_date,
        flags: InvoiceFlags {
            viewed_at: row.viewed_at,
            payment_pending: row.payment_processing,
        },
        reference: row.reference,
        created_at: row.created_at,
    }
}

/// An invoice, whole, as the caller of this role sees it.
///
/// # Errors
/// Those of the database.
pub async fn show(
    tx: &Tx<OrgScope>,
    invoice: invoice::Model,
    today: NaiveDate,
    role: Role,
) -> Result<Versioned<Invoice>> {
    let lines = super::store::lines(tx, invoice.id).await?;
    let related = super::store::related(tx, invoice.id).await?;
    let currency = invoice.currency.0;
    let money = |amount| Money::new(amount, currency);
    let paid = if invoice.state.0 == InvoiceState::Void {
        0
    } else {
        invoice.total - invoice.balance - invoice.credits_applied
    };
    let version = invoice.version;
    let value = Invoice {
        summary: summarise((&invoice).into(), today),
        version,
        currency,
        exchange_rate: Decimal::from_micros(invoice.exchange_rate),
        prices_include_tax: invoice.prices_include_tax,
        lines: lines.into_iter().map(line).collect(),
        discount: invoice.discount.as_ref().map(|discount| discount.0),
        discount_timing: invoice.discount_timing.0,
        shipping: invoice.shipping.as_ref().map(|shipping| ShippingInput {
            amount: shipping.amount,
            tax_id: shipping.tax_id.clone(),
        }),
        adjustment: invoice
            .adjustment
            .as_ref()
            .map(|adjustment| adjustment.0.clone()),
        round_total: invoice.round_total,
        totals: totals_of(currency, &invoice.totals),
        amount_paid: money(paid),
        credits_applied: money(invoice.credits_applied),
        credits: credits(&related, currency),
        credit_available: money(credit_available(&related)),
        notes: invoice.notes.clone(),
        terms: invoice.terms.clone(),
        allow_partial_payments: invoice.allow_partial_payments,
        gateways: invoice.gateways.0.clone(),
        billing_address: invoice.billing_address.0.clone(),
        sent_at: invoice.sent_at,
        viewed_at: invoice.viewed_at,
        viewed_by: invoice.viewed_by.clone(),
        void_reason: invoice.void_reason.clone(),
        payments: payments(&related, currency),
        transfer_notice: transfer_notice(&related),
        mail: last_mail(&related),
        allowed_actions: actions(&invoice, today, role),
    };
    Ok(Versioned { value, version })
}

/// What the invoice allows and the role may do.
fn actions(invoice: &invoice::Model, today: NaiveDate, role: Role) -> Vec<InvoiceAction> {
    allowed_actions(&facts(invoice, today), flags(invoice))
        .into_iter()
        .filter(|action| permission(*action).is_some_and(|permission| role.may(permission)))
        .collect()
}

/// What staff need for an action; paying is the customer's.
const fn permission(action: InvoiceAction) -> Option<Permission> {
    match action {
        InvoiceAction::Edit
        | InvoiceAction::EditNotes
        | InvoiceAction::Delete
        | InvoiceAction::Duplicate => Some(Permission::ManageInvoices),
        InvoiceAction::Send | InvoiceAction::MarkSent => Some(Permission::SendInvoices),
        InvoiceAction::Void | InvoiceAction::RevertToDraft => Some(Permission::VoidInvoices),
        InvoiceAction::RecordPayment => Some(Permission::RecordPayments),
        InvoiceAction::Download => Some(Permission::ViewInvoices),
        InvoiceAction::Pay => None,
    }
}

fn line(line: invoice_line::Model) -> InvoiceLine {
    InvoiceLine {
        id: line.id,
        item_id: line.item_id,
        name: line.name,
        description: line.description,
        quantity: Decimal::from_micros(line.quantity),
        unit: line.unit,
        rate: Decimal::from_micros(line.rate),
        discount: line.discount.map(|discount| discount.0),
        tax_id: line.tax_ref,
        tax_name: line.tax_name,
        amount: line.amount,
    }
}

/// Totals as they are sent.
#[must_use]
pub fn totals_of(currency: Currency, totals: &totals::Totals) -> Totals {
    Totals {
        currency,
        lines: totals
            .lines
            .iter()
            .map(|line| LineTotals {
                amount: line.gross_before_discount - line.discount,
                discount: line.discount,
                tax: line.tax,
                total: line.total,
            })
            .collect(),
        subtotal: totals.subtotal,
        discount: totals.discount,
        shipping: totals.shipping,
        shipping_tax: totals.shipping_tax,
        taxes: totals
            .taxes
            .iter()
            .map(|tax| TaxTotal {
                tax_id: tax.id.clone(),
                name: tax.name.clone(),
                rate: tax.rate,
                taxable: tax.taxable,
                amount: tax.amount,
            })
            .collect(),
        tax: totals.tax,
        adjustment: totals.adjustment,
        rounding: totals.rounding,
        total: totals.total,
    }
}

/// The payments among an invoice's related rows.
#[must_use]
pub fn payments(related: &[Related], currency: Currency) -> Vec<InvoicePayment> {
    related
        .iter()
        .filter(|row| row.kind == "payment")
        .filter_map(|row| {
            Some(InvoicePayment {
                payment_id: PaymentId(row.id),
                number: row.number.clone(),
                date: row.date?,
                amount: Money::new(row.amount?, currency),
                mode: row.first.parse().ok()?,
                state: row.second.as_deref()?.parse().ok()?,
            })
        })
        .collect()
}

fn transfer_notice(related: &[Related]) -> Option<TransferNotice> {
    let notice = related.iter().find(|row| row.kind == "transfer")?;
    Some(TransferNotice {
        transferred_on: notice.date?,
        told_by: notice.first.clone(),
    })
}

/// Whether there is a bank account that an invoice's balance can be sent to.
#[must_use]
pub fn takes_transfers(related: &[Related]) -> bool {
    related.iter().any(|row| row.kind == "account")
}

fn credits(related: &[Related], currency: Currency) -> Vec<InvoiceCredit> {
    let applied = related.iter().filter(|row| row.kind == "credit");
    applied
        .filter_map(|row| {
            Some(InvoiceCredit {
                payment_id: PaymentId(row.id),
                number: row.number.clone(),
                date: row.date?,
                amount: Money::new(row.amount?, currency),
            })
        })
        .collect()
}

/// What an invoice's customer has in credit in its currency, in minor units.
#[must_use]
pub fn credit_available(related: &[Related]) -> i64 {
    let mut found = related.iter().filter(|row| row.kind == "available");
    found.find_map(|row| row.amount).unwrap_or(0)
}

fn last_mail(related: &[Related]) -> Option<InvoiceMail> {
    let mail = related.iter().rev().find(|row| row.kind == "mail")?;
    Some(InvoiceMail {
        mail_id: MailId(mail.id),
        status: mail.first.parse().ok()?,
        error: mail.second.clone(),
    })
}
