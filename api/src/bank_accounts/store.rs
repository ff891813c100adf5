//! The table of bank accounts.

use entity::{BankAccountId, Text, bank_account};
use portico_domain::money::Currency;
use sea_orm::{ColumnTrait, Condition, NotSet, Order, Set};

use super::dto::BankAccount;
use crate::{
    db::{OrgScope, Tx},
    error::{Error, Result},
};

/// Every account, the oldest first. There are as many as currencies at most.
pub async fn list(tx: &Tx<OrgScope>) -> Result<Vec<BankAccount>> {
    let rows = tx
        .select::<bank_account::Entity>()
        .order(bank_account::Column::Id, Order::Asc)
        .all()
        .await?;
    Ok(rows.into_iter().map(shown).collect())
}

/// Where an amount in this currency is sent: to the currency's own account, or else to the one for all others.
///
/// # Errors
/// Those of the database.
pub async fn for_currency(
    tx: &Tx<OrgScope>,
    currency: Currency,
) -> Result<Option<bank_account::Model>> {
    use bank_account::Column::Currency as Column;
    let fits = Condition::any()
        .add(Column.eq(currency.code()))
        .add(Column.is_null());
    let rows = tx
        .select::<bank_account::Entity>()
        .filter(fits)
        .all()
        .await?;
    Ok(rows.into_iter().max_by_key(|row| row.currency.is_some()))
}

/// An account that nobody else changes until the transaction ends.
pub async fn lock(tx: &Tx<OrgScope>, id: BankAccountId) -> Result<BankAccount> {
    let row = tx.lock::<bank_account::Entity, _>(id).await?;
    row.map(shown).ok_or_else(Error::not_found)
}

/// Keeps a new account.
pub async fn insert(tx: &Tx<OrgScope>, account: &BankAccount) -> Result<()> {
    let mut row = row(account);
    row.created_at = Set(tx.now());
    tx.insert(row).await?;
    Ok(())
}

/// Keeps a changed account.
pub async fn update(tx: &Tx<OrgScope>, account: &BankAccount) -> Result<()> {
    tx.update(row(account)).await?;
    Ok(())
}

/// Removes an account.
pub async fn delete(tx: &Tx<OrgScope>, id: BankAccountId) -> Result<()> {
    tx.delete_where::<bank_account::Entity>(bank_account::Column::Id.eq(id))
        .await?;
    Ok(())
}

fn shown(row: bank_account::Model) -> BankAccount {
    BankAccount {
        id: row.id,
        currency: row.currency.map(|currency| currency.0),
        holder: row.holder,
        iban: row.iban,
        bic: row.bic,
        account_number: row.account_number,
        routing_number: row.routing_number,
        bank_name: row.bank_name,
        note: row.note,
    }
}

fn row(account: &BankAccount) -> bank_account::ActiveModel {
    bank_account::ActiveModel {
        organization_id: NotSet,
        id: Set(account.id),
        currency: Set(account.currency.map(Text)),
        holder: Set(account.holder.clone()),
        iban: Set(account.iban.clone()),
        bic: Set(account.bic.clone()),
        account_number: Set(account.account_number.clone()),
        routing_number: Set(account.routing_number.clone()),
        bank_name: Set(account.bank_name.clone()),
        note: Set(account.note.clone()),
        created_at: NotSet,
    }
}
