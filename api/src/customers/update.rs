//! Changes of a customer.

use entity::{CustomerId, Doc, Text, customer};
use portico_domain::money::{Currency, MAX_MINOR};
use serde_json::json;

use super::{
    dto::{Customer, Related},
    input::UpdateCustomer,
    rules::{self, text},
    store,
};
use crate::{
    audit,
    db::{OrgScope, Tx},
    error::{Code, Error, Result},
    http::{IfMatch, Patch},
};

/// Changes a customer.
///
/// # Errors
/// `version_mismatch`, `validation_failed`; `not_allowed_in_state` for another currency once there are documents.
pub async fn update(
    tx: &Tx<OrgScope>,
    id: CustomerId,
    version: IfMatch,
    change: UpdateCustomer,
) -> Result<()> {
    let before = store::lock(tx, id).await?;
    version.check(before.version)?;
    let mut row = before.clone();
    if let Some(currency) = change
        .currency
        .filter(|currency| *currency != row.currency.0)
    {
        set_currency(tx, &mut row, currency, &change).await?;
    }
    apply(&mut row, change)?;
    rules::check(tx, &row).await?;
    let people = store::people(tx, id).await?;
    row.search = store::search_text(&row, &people);
    let row = store::save(tx, row).await?;
    let shown = |row| json!(Customer::new(row, Related::default()));
    let entry = audit::Entry {
        action: "customer.updated",
        subject_id: id.0,
        customer_id: Some(id),
        data: json!({ "changes": audit::changes(&shown(before), &shown(row)) }),
    };
    audit::record(tx, entry).await
}

/// Amounts mean something else in another currency: with documents it stays, and without them each kept amount
/// must be given anew.
async fn set_currency(
    tx: &Tx<OrgScope>,
    row: &mut customer::Model,
    currency: Currency,
    change: &UpdateCustomer,
) -> Result<()> {
    if store::counts(tx, row.id).await?.documents > 0 {
        return Err(Error::new(Code::NotAllowedInState)
            .with_detail("the currency cannot change once there are documents"));
    }
    let kept = [
        (
            "/opening_balance",
            row.opening_balance != 0 && change.opening_balance == Patch::Absent,
        ),
        (
            "/credit_limit",
            row.credit_limit.is_some() && change.credit_limit == Patch::Absent,
        ),
    ];
    if let Some((pointer, _)) = kept.into_iter().find(|(_, kept)| *kept) {
        return Err(Error::field(
            pointer,
            "currency_mismatch",
            "must be given in the new currency",
        ));
    }
    row.currency = Text(currency);
    Ok(())
}

fn apply(row: &mut customer::Model, change: UpdateCustomer) -> Result<()> {
    fn set<T>(field: &mut T, value: Option<T>) {
        if let Some(value) = value {
            *field = value;
        }
    }
    match change.opening_balance {
        Patch::Absent => {}
        Patch::Null => row.opening_balance = 0,
        Patch::Value(money) => {
            row.opening_balance = rules::minor("/opening_balance", money, row, -MAX_MINOR)?;
        }
    }
    match change.credit_limit {
        Patch::Absent => {}
        Patch::Null => row.credit_limit = None,
        Patch::Value(money) => {
            row.credit_limit = Some(rules::minor("/credit_limit", money, row, 0)?);
        }
    }
    set(&mut row.kind, change.kind.map(Text));
    set(&mut row.display_name, text(change.display_name));
    set(&mut row.payment_terms_days, change.payment_terms_days);
    set(&mut row.tax_treatment, change.tax_treatment.map(Text));
    set(&mut row.billing_address, change.billing_address.map(Doc));
    set(&mut row.shipping_address, change.shipping_address.map(Doc));
    set(&mut row.allow_bank_debit, change.allow_bank_debit);
    change.language.map(Text).apply(&mut row.language);
    change.tax_exemption_id.apply(&mut row.tax_exemption_id);
    set(
        &mut row.company_name,
        change.company_name.change().map(text),
    );
    set(
        &mut row.company_phone,
        change.company_phone.change().map(text),
    );
    set(&mut row.website, change.website.change().map(text));
    set(&mut row.tax_id, change.tax_id.change().map(text));
    set(&mut row.notes, change.notes.change().map(text));
    Ok(())
}
