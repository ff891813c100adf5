//! Writing, changing and removing a group of taxes.

use std::collections::HashSet;

use entity::{TaxGroupId, TaxId};
use portico_domain::decimal::Decimal;
use serde_json::json;

use super::{
    dto::{CreateTaxGroup, TaxGroup, UpdateTaxGroup},
    store::{self, groups},
};
use crate::{
    audit,
    db::{OrgScope, Tx},
    error::{Error, FieldError, Result},
    http::IfMatch,
};

/// Keeps a new group.
///
/// # Errors
/// `validation_failed`.
pub async fn create(tx: &Tx<OrgScope>, input: CreateTaxGroup) -> Result<TaxGroupId> {
    check(tx, &input.tax_ids).await?;
    let group = TaxGroup {
        id: TaxGroupId(tx.new_uuid()),
        version: 1,
        name: input.name.trim().to_owned(),
        tax_ids: input.tax_ids,
        rate: Decimal::ZERO,
        active: input.active,
    };
    groups::insert(tx, &group).await?;
    record(tx, "tax_group.created", &group).await?;
    Ok(group.id)
}

/// Changes a group.
///
/// # Errors
/// `not_found`, `version_mismatch`, `validation_failed`.
pub async fn update(
    tx: &Tx<OrgScope>,
    id: TaxGroupId,
    version: IfMatch,
    input: UpdateTaxGroup,
) -> Result<TaxGroup> {
    let before = groups::lock(tx, id).await?;
    version.check(before.version)?;
    let mut group = before.clone();
    group.version += 1;
    group.name = input.name.map_or(group.name, |name| name.trim().to_owned());
    group.active = input.active.unwrap_or(group.active);
    if let Some(tax_ids) = input.tax_ids {
        check(tx, &tax_ids).await?;
        group.tax_ids = tax_ids;
    }
    groups::update(tx, &group).await?;
    let after = groups::get(tx, id).await?;
    audit::record_change(tx, "tax_group.updated", id, &before, &after).await?;
    Ok(after)
}

/// Removes a group that nothing names.
///
/// # Errors
/// `not_found`, `still_referenced`.
pub async fn delete(tx: &Tx<OrgScope>, id: TaxGroupId) -> Result<()> {
    let group = groups::lock(tx, id).await?;
    groups::delete(tx, id).await?;
    record(tx, "tax_group.deleted", &group).await
}

async fn record(tx: &Tx<OrgScope>, action: &'static str, group: &TaxGroup) -> Result<()> {
    let entry = audit::Entry {
        action,
        subject_id: group.id.0,
        customer_id: None,
        data: json!({ "name": group.name, "tax_ids": group.tax_ids }),
    };
    audit::record(tx, entry).await
}

/// Every tax must be there, and once.
async fn check(tx: &Tx<OrgScope>, tax_ids: &[TaxId]) -> Result<()> {
    let known = store::line_taxes(tx, tax_ids.iter().copied()).await?;
    let mut seen = HashSet::new();
    let errors: Vec<FieldError> = tax_ids
        .iter()
        .enumerate()
        .filter_map(|(index, id)| {
            let (code, detail) = match (known.contains_key(id), seen.insert(*id)) {
                (false, _) => ("unknown", "there is no such tax"),
                (true, false) => ("duplicate", "stands in the group already"),
                (true, true) => return None,
            };
            Some(FieldError {
                pointer: format!("/tax_ids/{index}"),
                code: code.into(),
                detail: detail.into(),
            })
        })
        .collect();
    if errors.is_empty() {
        Ok(())
    } else {
        Err(Error::fields(errors))
    }
}
