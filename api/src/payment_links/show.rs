//! From rows to what staff get.

use entity::payment_link;
use portico_domain::{
    money::Money,
    payment::PaymentState,
    payment_link::LinkState,
    permission::{Permission, Role},
};

use super::{
    dto::{LinkedInvoice, LinkedPayment, PaymentLink},
    standing::{has, status_of},
    store::{self, Attempt},
};
use crate::{
    customers::{self, CustomerRef},
    db::{OrgScope, Tx},
    error::Result,
    invoices,
};

/// Links with names and payments: three statements for a whole page.
///
/// # Errors
/// Those of the database.
pub async fn describe(
    tx: &Tx<OrgScope>,
    rows: Vec<payment_link::Model>,
    role: Role,
) -> Result<Vec<PaymentLink>> {
    let ids: Vec<_> = rows.iter().map(|row| row.id).collect();
    let mut attempts = store::attempts(tx, &ids).await?;
    let customers: Vec<_> = rows.iter().map(|row| row.customer_id).collect();
    let names = customers::names_of(tx, customers).await?;
    let invoices: Vec<_> = rows.iter().filter_map(|row| row.invoice_id).collect();
    let invoices = invoices::by_ids(tx, &invoices).await?;
    let number = |id| {
        let found = invoices.iter().find(|invoice| invoice.id == id);
        found.and_then(|invoice| invoice.number.clone())
    };
    Ok(rows
        .into_iter()
        .map(|row| {
            let attempts = attempts.remove(&row.id).unwrap_or_default();
            let idle =
                !has(&attempts, PaymentState::Succeeded) && !has(&attempts, PaymentState::Pending);
            PaymentLink {
                id: row.id,
                status: status_of(&row, &attempts, tx),
                customer: CustomerRef {
                    id: row.customer_id,
                    name: names.get(&row.customer_id).cloned().unwrap_or_default(),
                },
                invoice: row.invoice_id.map(|id| LinkedInvoice {
                    id,
                    number: number(id).unwrap_or_default(),
                }),
                amount: Money::new(row.amount, row.currency.0),
                description: row.description,
                url: None,
                expires_at: row.expires_at,
                viewed_at: row.viewed_at,
                payment: telling(&attempts),
                can_cancel: idle
                    && row.state.0 == LinkState::Active
                    && role.may(Permission::ManagePaymentLinks),
                created_by: row.created_by,
                created_at: row.created_at,
            }
        })
        .collect())
}

/// The payment that succeeded, or else the newest that is under way.
pub fn telling(attempts: &[Attempt]) -> Option<LinkedPayment> {
    let paid = attempts
        .iter()
        .find(|one| one.state.0 == PaymentState::Succeeded);
    let under_way = || attempts.iter().rev().find(|one| one.state.is_in_flight());
    paid.or_else(under_way).map(|one| LinkedPayment {
        id: one.payment_id,
        number: one.number.clone(),
        state: one.state.0,
    })
}
