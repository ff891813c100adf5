//! A customer with all that its page shows, and the list.

use std::collections::HashMap;

use chrono::NaiveDate;
use entity::{CustomerId, customer};
use portico_domain::{
    money::Currency,
    permission::{Permission, Role},
};

use super::{
    dto::{Customer, CustomerBalance, CustomerPortal, CustomerQuery, CustomerSummary, Related},
    person_dto::ContactPerson,
    store,
};
use crate::{
    db::{OrgScope, Tx},
    error::Result,
    http::Listing,
    http::Versioned,
};

/// A customer as a member of staff sees it.
///
/// # Errors
/// `not_found`.
pub async fn show(
    tx: &Tx<OrgScope>,
    id: CustomerId,
    today: NaiveDate,
    role: Role,
) -> Result<Versioned<Customer>> {
    let row = store::get(tx, id).await?;
    let primary = store::primary_contact(tx, id).await?;
    let counts = store::counts(tx, id).await?;
    let related = Related {
        portal: CustomerPortal {
            enabled: counts.people > 0,
            people: counts.people,
        },
        primary_contact: primary.map(|person| ContactPerson::new(person, tx.now())),
        balances: balances(tx, &row, today).await?,
        allowed_actions: allowed_actions(&row, counts.documents > 0, role),
    };
    Ok(Versioned {
        version: row.version,
        value: Customer::new(row, related),
    })
}

/// A page of customers.
///
/// # Errors
/// As every list.
pub async fn list(tx: &Tx<OrgScope>, query: &CustomerQuery) -> Result<Listing<CustomerSummary>> {
    let page = store::page(tx, query).await?;
    let balances = store::balances(tx, page.rows.iter().map(|row| row.id)).await?;
    let balances: HashMap<_, _> = balances
        .iter()
        .map(|balance| ((balance.customer_id, balance.currency.0), balance))
        .collect();
    Ok(page.listing(|row| {
        let own = balances.get(&(row.id, row.currency.0)).copied();
        CustomerSummary::new(row, own)
    }))
}

async fn balances(
    tx: &Tx<OrgScope>,
    row: &customer::Model,
    today: NaiveDate,
) -> Result<Vec<CustomerBalance>> {
    let kept = store::balances(tx, [row.id]).await?;
    let overdue: HashMap<Currency, i64> = store::overdue(tx, row.id, today)
        .await?
        .into_iter()
        .map(|overdue| (overdue.currency.0, overdue.amount))
        .collect();
    let balance = |currency: Currency, outstanding, credit| CustomerBalance {
        currency,
        outstanding,
        overdue: overdue.get(&currency).copied().unwrap_or(0),
        credit,
    };
    let (own, others): (Vec<_>, Vec<_>) = kept
        .into_iter()
        .map(|kept| balance(kept.currency.0, kept.outstanding, kept.credit))
        .partition(|balance| balance.currency == row.currency.0);
    let own = own.into_iter().next();
    let own = own.unwrap_or_else(|| balance(row.currency.0, 0, 0));
    Ok(std::iter::once(own).chain(others).collect())
}

fn allowed_actions(row: &customer::Model, has_documents: bool, role: Role) -> Vec<&'static str> {
    if !role.may(Permission::ManageCustomers) {
        return Vec::new();
    }
    let mut actions = vec!["edit", if row.active { "deactivate" } else { "activate" }];
    if !has_documents {
        actions.push("delete");
    }
    actions
}
