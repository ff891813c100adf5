//! Writing, changing and removing a tax.

use entity::TaxId;
use serde_json::json;

use super::{
    dto::{CreateTax, Tax, UpdateTax},
    store,
};
use crate::{
    audit,
    db::{OrgScope, Tx},
    error::{Error, Result},
    http::IfMatch,
    organizations,
};

/// Keeps a new tax.
///
/// # Errors
/// `validation_failed`.
pub async fn create(tx: &Tx<OrgScope>, input: CreateTax) -> Result<TaxId> {
    let tax = Tax {
        id: TaxId(tx.new_uuid()),
        version: 1,
        name: input.name.trim().to_owned(),
        rate: input.rate,
        compound: input.compound,
        authority_id: input.authority_id,
        is_default: input.is_default,
        active: input.active,
        created_at: tx.now(),
    };
    check(tx, &tax).await?;
    if tax.is_default {
        organizations::lock(tx).await?;
        store::clear_other_defaults(tx, tax.id).await?;
    }
    store::insert(tx, &tax).await?;
    let entry = audit::Entry {
        action: "tax.created",
        subject_id: tax.id.0,
        customer_id: None,
        data: json!({ "name": tax.name, "rate": tax.rate }),
    };
    audit::record(tx, entry).await?;
    Ok(tax.id)
}

/// Changes a tax. One that is no longer active is no longer the default either.
///
/// # Errors
/// `not_found`, `version_mismatch`, `validation_failed`.
pub async fn update(
    tx: &Tx<OrgScope>,
    id: TaxId,
    version: IfMatch,
    input: UpdateTax,
) -> Result<Tax> {
    if input.is_default == Some(true) {
        // Before any tax is locked, so that two who change the default queue and never embrace.
        organizations::lock(tx).await?;
    }
    let before = store::lock(tx, id).await?;
    version.check(before.version)?;
    let mut tax = before.clone();
    tax.version += 1;
    tax.name = input.name.map_or(tax.name, |name| name.trim().to_owned());
    tax.rate = input.rate.unwrap_or(tax.rate);
    tax.compound = input.compound.unwrap_or(tax.compound);
    input.authority_id.apply(&mut tax.authority_id);
    tax.active = input.active.unwrap_or(tax.active);
    tax.is_default = input.is_default.unwrap_or(tax.is_default && tax.active);
    check(tx, &tax).await?;
    if tax.is_default && !before.is_default {
        store::clear_other_defaults(tx, id).await?;
    }
    store::update(tx, &tax).await?;
    audit::record_change(tx, "tax.updated", id, &before, &tax).await?;
    Ok(tax)
}

/// Removes a tax that nothing names.
///
/// # Errors
/// `not_found`, `still_referenced`.
pub async fn delete(tx: &Tx<OrgScope>, id: TaxId) -> Result<()> {
    let tax = store::lock(tx, id).await?;
    store::delete(tx, id).await?;
    let entry = audit::Entry {
        action: "tax.deleted",
        subject_id: id.0,
        customer_id: None,
        data: json!({ "name": tax.name, "rate": tax.rate }),
    };
    audit::record(tx, entry).await
}

async fn check(tx: &Tx<OrgScope>, tax: &Tax) -> Result<()> {
    if tax.is_default && !tax.active {
        let detail = "a tax that is not active cannot be the default";
        return Err(Error::field("/is_default", "inactive", detail));
    }
    match tax.authority_id {
        Some(id) if !store::has_authority(tx, id).await? => Err(Error::field(
            "/authority_id",
            "unknown",
            "there is no such tax authority",
        )),
        _ => Ok(()),
    }
}
