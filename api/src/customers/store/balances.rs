//! The SQL of what customers owe and have in credit.

use chrono::NaiveDate;
use entity::{CustomerId, Text, customer_balance};
use portico_domain::money::Currency;
use sea_orm::{ColumnTrait, FromQueryResult, Order};

use crate::{
    db::{OrgScope, Tx},
    error::Result,
};

/// Adds to what a customer owes in a currency; a negative amount takes away. Called by whatever changes an invoice, in
/// its transaction.
///
/// # Errors
/// Those of the database.
pub async fn move_outstanding(
    tx: &Tx<OrgScope>,
    customer: CustomerId,
    currency: Currency,
    amount: i64,
) -> Result<()> {
    if amount == 0 {
        return Ok(());
    }
    move_balance(tx, customer, currency, amount, 0).await?;
    tx.execute(
        "update customer set outstanding = outstanding + $4 where organization_id = $1 and id = $2 and currency = $3",
        [customer.into(), currency.code().into(), amount.into()],
    )
    .await?;
    Ok(())
}

/// Adds to what a customer has in credit in a currency, in the transaction of the entry.
///
/// # Errors
/// Those of the database.
pub async fn move_credit(
    tx: &Tx<OrgScope>,
    customer: CustomerId,
    currency: Currency,
    amount: i64,
) -> Result<()> {
    if amount == 0 {
        return Ok(());
    }
    move_balance(tx, customer, currency, 0, amount).await
}

async fn move_balance(
    tx: &Tx<OrgScope>,
    customer: CustomerId,
    currency: Currency,
    outstanding: i64,
    credit: i64,
) -> Result<()> {
    tx.execute(
        "insert into customer_balance (organization_id, customer_id, currency, outstanding, credit) \
         values ($1, $2, $3, $4, $5) on conflict (organization_id, customer_id, currency) do update set \
         outstanding = customer_balance.outstanding + excluded.outstanding, \
         credit = customer_balance.credit + excluded.credit",
        [customer.into(), currency.code().into(), outstanding.into(), credit.into()],
    )
    .await?;
    Ok(())
}

pub(in crate::customers) async fn balances(
    tx: &Tx<OrgScope>,
    customers: impl IntoIterator<Item = CustomerId>,
) -> Result<Vec<customer_balance::Model>> {
    Ok(tx
        .select::<customer_balance::Entity>()
        .filter(customer_balance::Column::CustomerId.is_in(customers))
        .order(customer_balance::Column::Currency, Order::Asc)
        .all()
        .await?)
}

/// What is due by currency.
#[derive(FromQueryResult)]
pub(in crate::customers) struct Overdue {
    pub currency: Text<Currency>,
    pub amount: i64,
}

pub(in crate::customers) async fn overdue(
    tx: &Tx<OrgScope>,
    customer: CustomerId,
    today: NaiveDate,
) -> Result<Vec<Overdue>> {
    Ok(tx
        .query(
            "select currency, cast(sum(amount) as bigint) as amount from customer_due \
             where organization_id = $1 and customer_id = $2 and count <> 0 and day < $3 group by currency",
            [customer.into(), today.into()],
        )
        .await?)
}
