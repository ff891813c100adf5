//! What holds for every customer, however it is written.

use entity::customer;
use portico_domain::money::{MAX_MINOR, Money};

use super::store;
use crate::{
    db::{OrgScope, Tx},
    error::{Error, FieldError, Result},
    http::{address, text::web_address},
};

/// Refuses a customer that breaks a rule.
///
/// # Errors
/// `validation_failed`, with every field that is not right.
pub async fn check(tx: &Tx<OrgScope>, row: &customer::Model) -> Result<()> {
    let mut errors = address::check("/billing_address", &row.billing_address);
    errors.extend(address::check("/shipping_address", &row.shipping_address));
    errors.extend(website(row.website.as_deref()));
    if let Some(id) = row.tax_exemption_id
        && !store::is_customer_exemption(tx, id).await?
    {
        errors.push(FieldError {
            pointer: "/tax_exemption_id".to_owned(),
            code: "unknown".into(),
            detail: "there is no such exemption for customers".into(),
        });
    }
    if errors.is_empty() {
        Ok(())
    } else {
        Err(Error::fields(errors))
    }
}

/// The portal and the back office show it as a link, so that no other scheme will do.
#[must_use]
pub fn website(address: Option<&str>) -> Option<FieldError> {
    let refusal = web_address(address?).err()?;
    Some(FieldError {
        pointer: "/website".to_owned(),
        code: refusal.code,
        detail: refusal.message.unwrap_or_default(),
    })
}

/// The minor units of an amount that is kept in the customer's currency.
///
/// # Errors
/// `validation_failed` for another currency, or an amount that is out of range.
pub fn minor(pointer: &str, money: Money, row: &customer::Model, lowest: i64) -> Result<i64> {
    if money.currency != row.currency.0 {
        return Err(Error::field(
            format!("{pointer}/currency"),
            "currency_mismatch",
            format!("must be the customer's currency, {}", row.currency.code()),
        ));
    }
    if !(lowest..=MAX_MINOR).contains(&money.amount) {
        return Err(Error::field(
            format!("{pointer}/amount"),
            "range",
            format!("must be between {lowest} and {MAX_MINOR}"),
        ));
    }
    Ok(money.amount)
}

/// A text without spaces around it; nothing if nothing is left.
#[must_use]
pub fn text(value: Option<String>) -> Option<String> {
    value
        .map(|text| text.trim().to_owned())
        .filter(|text| !text.is_empty())
}
