//! Whether an account is one that money can be sent to.

use entity::BankAccountId;
use portico_domain::bank_transfer::{Bic, Iban};

use super::dto::{BankAccount, BankAccountInput};
use crate::{
    error::{Error, FieldError, Result},
    http::text::{has_control, tidy},
};

/// The account as it is kept.
///
/// # Errors
/// `validation_failed`, naming every field that is not right.
pub fn checked(id: BankAccountId, input: BankAccountInput) -> Result<BankAccount> {
    let mut faults = Vec::new();
    let mut fault = |pointer: &str, code: &'static str, detail: &'static str| {
        faults.push(FieldError {
            pointer: pointer.to_owned(),
            code: code.into(),
            detail: detail.into(),
        });
    };
    let iban = tidy(input.iban).map(|text| text.parse::<Iban>());
    let bic = tidy(input.bic).map(|text| text.parse::<Bic>());
    let account_number = tidy(input.account_number);
    let routing_number = tidy(input.routing_number);
    if iban.as_ref().is_some_and(Result::is_err) {
        fault("/iban", "iban", "is no valid IBAN");
    }
    if bic.as_ref().is_some_and(Result::is_err) {
        fault("/bic", "bic", "is no valid BIC");
    }
    match (&iban, &account_number) {
        (None, None) => fault("/iban", "required", "give an IBAN or an account number"),
        (Some(_), Some(_)) => fault(
            "/account_number",
            "superfluous",
            "give either an IBAN or an account number",
        ),
        _ => {}
    }
    if routing_number.is_some() && account_number.is_none() {
        fault(
            "/routing_number",
            "superfluous",
            "belongs to an account number",
        );
    }
    for (pointer, number) in [
        ("/account_number", &account_number),
        ("/routing_number", &routing_number),
    ] {
        if number.as_deref().is_some_and(|text| !is_number(text)) {
            fault(
                pointer,
                "format",
                "takes letters, digits, blanks and hyphens",
            );
        }
    }
    // It stands on one line of the code that payers scan.
    if input.holder.contains(['\n', '\r', '\t']) || has_control(&input.holder) {
        fault("/holder", "format", "must be on one line");
    }
    if !faults.is_empty() {
        return Err(Error::fields(faults));
    }
    Ok(BankAccount {
        id,
        currency: input.currency,
        holder: input.holder.trim().to_owned(),
        iban: iban
            .and_then(Result::ok)
            .map(|iban| iban.electronic().to_owned()),
        bic: bic.and_then(Result::ok).map(|bic| bic.as_str().to_owned()),
        account_number,
        routing_number,
        bank_name: input.bank_name.trim().to_owned(),
        note: tidy(input.note),
    })
}

fn is_number(text: &str) -> bool {
    text.chars()
        .all(|letter| letter.is_ascii_alphanumeric() || matches!(letter, ' ' | '-'))
}
