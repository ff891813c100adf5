//! Adding, changing and removing an account. Who changes where money goes is written down, with before and after.

use entity::BankAccountId;
use serde_json::json;

use super::{
    check::checked,
    dto::{BankAccount, BankAccountInput},
    store,
};
use crate::{
    audit,
    db::{OrgScope, Tx},
    error::{Code, Error, Result},
};

/// Adds one.
///
/// # Errors
/// `validation_failed`; `conflict` if the currency has an account.
pub async fn add(tx: &Tx<OrgScope>, input: BankAccountInput) -> Result<BankAccountId> {
    let account = checked(BankAccountId(tx.new_uuid()), input)?;
    must_be_the_only_one(tx, &account).await?;
    store::insert(tx, &account).await?;
    record(tx, "bank_account.created", &account).await?;
    Ok(account.id)
}

/// Enters one anew.
///
/// # Errors
/// `not_found`, and as [`add`].
pub async fn replace(
    tx: &Tx<OrgScope>,
    id: BankAccountId,
    input: BankAccountInput,
) -> Result<BankAccount> {
    let before = store::lock(tx, id).await?;
    let account = checked(id, input)?;
    if account == before {
        return Ok(account);
    }
    must_be_the_only_one(tx, &account).await?;
    store::update(tx, &account).await?;
    audit::record_change(tx, "bank_account.updated", id, &before, &account).await?;
    Ok(account)
}

/// Removes one.
///
/// # Errors
/// `not_found`.
pub async fn remove(tx: &Tx<OrgScope>, id: BankAccountId) -> Result<()> {
    let account = store::lock(tx, id).await?;
    store::delete(tx, id).await?;
    record(tx, "bank_account.deleted", &account).await
}

async fn must_be_the_only_one(tx: &Tx<OrgScope>, account: &BankAccount) -> Result<()> {
    let taken = store::list(tx)
        .await?
        .into_iter()
        .any(|other| other.id != account.id && other.currency == account.currency);
    if taken {
        return Err(
            Error::new(Code::Conflict).with_detail("there is an account for this currency already")
        );
    }
    Ok(())
}

async fn record(tx: &Tx<OrgScope>, action: &'static str, account: &BankAccount) -> Result<()> {
    let entry = audit::Entry {
        action,
        subject_id: account.id.0,
        customer_id: None,
        data: json!({ "account": account }),
    };
    audit::record(tx, entry).await
}
