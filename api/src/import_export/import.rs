//! Customers out of a file: looked at first, then all of them or none.

use std::collections::HashSet;

use super::{
    columns::{FIELDS, REQUIRED},
    dto::{ImportError, ImportField, ImportPreview},
    duplicates,
    sheet::Sheet,
};
use crate::{
    customers,
    db::{OrgScope, Tx},
    error::{Error, FieldError, Result},
};

/// The most errors that are told at once.
const ERRORS: usize = 1_000;

/// What an import would do. Writes nothing.
///
/// # Errors
/// Those of the database.
pub async fn preview(tx: &Tx<OrgScope>, sheet: &Sheet) -> Result<ImportPreview> {
    let (candidates, mut errors) = sheet.candidates();
    if sheet.has_names() {
        errors.extend(duplicates::find(tx, sheet, &candidates).await?);
    } else {
        errors = vec![ImportError {
            line: 1,
            column: None,
            code: "required".to_owned(),
            detail: format!("no column fills {REQUIRED}"),
        }];
    }
    errors.sort_by_key(|error| error.line);
    let wrong: HashSet<u64> = errors.iter().map(|error| error.line).collect();
    let rows_valid = if sheet.has_names() {
        sheet.len() - wrong.len()
    } else {
        0
    };
    errors.truncate(ERRORS);
    Ok(ImportPreview {
        columns: sheet.header.clone(),
        mapping: sheet.mapping(),
        fields: FIELDS
            .iter()
            .map(|field| ImportField {
                name: field.name,
                required: field.name == REQUIRED,
            })
            .collect(),
        rows_total: sheet.len(),
        rows_valid,
        sample: sheet.sample(5),
        errors,
    })
}

/// Creates a customer for each row.
///
/// # Errors
/// `validation_failed` with every row that is not right; then no customer was created.
pub async fn import(tx: &Tx<OrgScope>, sheet: &Sheet) -> Result<()> {
    if !sheet.has_names() {
        return Err(Error::field(
            "/mapping",
            "required",
            format!("no column fills {REQUIRED}"),
        ));
    }
    let (candidates, mut errors) = sheet.candidates();
    errors.extend(duplicates::find(tx, sheet, &candidates).await?);
    if !errors.is_empty() {
        errors.sort_by_key(|error| error.line);
        return Err(Error::fields(
            errors.into_iter().take(ERRORS).map(told).collect(),
        ));
    }
    let rows = candidates.into_iter().map(|candidate| candidate.customer);
    customers::create_many(tx, rows.collect()).await
}

fn told(error: ImportError) -> FieldError {
    let detail = match error.column {
        Some(column) => format!("{column}: {}", error.detail),
        None => error.detail,
    };
    FieldError {
        pointer: format!("/rows/{}", error.line),
        code: error.code.into(),
        detail: detail.into(),
    }
}
