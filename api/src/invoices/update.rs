//! Changing an invoice: a draft freely, a sent one as a new version until money is attached; after that
//! the notes only (semantics §1).

use chrono::NaiveDate;
use entity::{InvoiceId, invoice};
use portico_domain::{
    invoice::{InvoiceAction, InvoiceState, check},
    numbering::DocumentType,
};
use sea_orm::Set;

use super::{
    compose::{as_input, compose},
    dto::InvoiceInput,
    show, store,
};
use crate::{
    audit,
    db::{OrgScope, Tx},
    error::{Code, Error, Result},
    http::{IfMatch, MergePatch},
    number_series,
};

/// Applies a merge patch.
///
/// # Errors
/// `version_mismatch`, `not_allowed_in_state`, `validation_failed`, `number_taken`.
pub async fn update(
    tx: &Tx<OrgScope>,
    id: InvoiceId,
    version: IfMatch,
    patch: MergePatch,
    today: NaiveDate,
) -> Result<()> {
    let invoice = store::lock_after_customer(tx, id).await?;
    version.check(invoice.version)?;
    let notes_only = patch.touches_only(&["notes"]);
    let action = if notes_only {
        InvoiceAction::EditNotes
    } else {
        InvoiceAction::Edit
    };
    allow(&invoice, action, today)?;

    let lines = store::lines(tx, id).await?;
    let before = as_input(&invoice, &lines);
    let input: InvoiceInput = patch.apply(&before)?;
    let changes = audit::changes(&json(&before)?, &json(&input)?);
    if notes_only {
        store::save(tx, &invoice, |row| row.notes = Set(input.notes)).await?;
    } else {
        rewrite(tx, &invoice, input, today).await?;
    }
    audit::record(
        tx,
        audit::Entry {
            action: "invoice.updated",
            subject_id: id.0,
            customer_id: Some(invoice.customer_id),
            data: serde_json::json!({ "changes": changes }),
        },
    )
    .await
}

async fn rewrite(
    tx: &Tx<OrgScope>,
    invoice: &invoice::Model,
    input: InvoiceInput,
    today: NaiveDate,
) -> Result<()> {
    let sent = invoice.state.0 == InvoiceState::Sent;
    if sent
        && (input.customer_id != invoice.customer_id || input.currency != Some(invoice.currency.0))
    {
        return Err(Error::new(Code::NotAllowedInState)
            .with_detail("a sent invoice keeps its customer and its currency"));
    }
    if input.number.is_none() && invoice.number.is_some() {
        return Err(Error::field(
            "/number",
            "required",
            "a number that was given stays",
        ));
    }
    let number = input.number.clone();
    let composed = compose(tx, input, today).await?;
    let number = match number {
        Some(number) if invoice.number.as_ref() != Some(&number) => {
            Some(number_series::adopt(tx, DocumentType::Invoice, &number).await?)
        }
        _ => None,
    };
    store::rewrite(tx, invoice, number, &composed).await?;
    store::replace_lines(tx, invoice.id, &composed).await
}

/// Refuses what the invoice does not allow now.
///
/// # Errors
/// `not_allowed_in_state`, or `payment_pending`.
pub fn allow(invoice: &invoice::Model, action: InvoiceAction, today: NaiveDate) -> Result<()> {
    use portico_domain::invoice::Refusal;
    check(action, &show::facts(invoice, today), show::flags(invoice)).map_err(|refusal| {
        let code = match refusal {
            Refusal::PaymentPending => Code::PaymentPending,
            _ => Code::NotAllowedInState,
        };
        Error::new(code).with_detail(refusal.to_string())
    })
}

fn json(input: &InvoiceInput) -> Result<serde_json::Value> {
    serde_json::to_value(input).map_err(Error::internal)
}
