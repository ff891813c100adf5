//! Customers that are there already, or twice in the file: the same e-mail address or the same name.

use std::collections::HashSet;

use super::{
    dto::ImportError,
    sheet::{Candidate, Sheet},
};
use crate::{
    customers,
    db::{OrgScope, Tx},
    error::Result,
};

/// What of a file is there already.
///
/// # Errors
/// Those of the database.
pub async fn find(
    tx: &Tx<OrgScope>,
    sheet: &Sheet,
    candidates: &[Candidate],
) -> Result<Vec<ImportError>> {
    let names = candidates
        .iter()
        .map(|candidate| candidate.customer.display_name.clone());
    let (mut names, mut emails) = customers::taken(
        tx,
        names.collect(),
        candidates.iter().filter_map(email).collect(),
    )
    .await?;
    let known = (names.clone(), emails.clone());
    let mut errors = Vec::new();
    for candidate in candidates {
        let name = candidate.customer.display_name.clone();
        let mut check = |field: &str,
                         what: &str,
                         value: String,
                         seen: &mut HashSet<String>,
                         known: &HashSet<String>| {
            let place = if known.contains(&value) {
                "already"
            } else {
                "twice in the file"
            };
            if !seen.insert(value) {
                errors.push(ImportError {
                    line: candidate.line,
                    column: sheet.column_of(field).map(str::to_owned),
                    code: "duplicate".to_owned(),
                    detail: format!("a customer with this {what} is there {place}"),
                });
            }
        };
        check("display_name", "name", name, &mut names, &known.0);
        if let Some(email) = email(candidate) {
            check("email", "e-mail address", email, &mut emails, &known.1);
        }
    }
    Ok(errors)
}

fn email(candidate: &Candidate) -> Option<String> {
    candidate.customer.email.as_deref().map(str::to_lowercase)
}
