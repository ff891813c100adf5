//! Filters are good if the list would take them.

use chrono::NaiveDate;
use portico_domain::saved_view::FilteredPage;

use super::dto::Filters;
use crate::{
    customers,
    db::{OrgScope, Tx},
    error::{Code, Error, FieldError, Result},
    invoices, payments,
};

/// Of all filters together, in bytes.
const LONGEST: usize = 2_000;

/// What belongs to a page of the list, not to a view of it.
const PAGING: &[&str] = &["limit", "cursor", "include_total"];

/// Asks the list itself.
///
/// # Errors
/// `unknown_parameter` or `validation_failed`, at `/filters`.
pub async fn check(
    tx: &Tx<OrgScope>,
    list: FilteredPage,
    filters: &Filters,
    today: NaiveDate,
) -> Result<()> {
    if let Some(name) = PAGING.iter().find(|name| filters.contains_key(**name)) {
        let detail = format!("{name} is no filter");
        return Err(at_filters(Code::UnknownParameter, detail));
    }
    let query = serde_urlencoded::to_string(filters).map_err(Error::internal)?;
    if query.len() > LONGEST {
        let detail = format!("must be at most {LONGEST} bytes together");
        return Err(at_filters(Code::ValidationFailed, detail));
    }
    let query = format!("{query}&limit=1");
    let query = query.trim_start_matches('&');
    let taken = match list {
        FilteredPage::Invoices => invoices::takes_query(tx, query, today).await,
        FilteredPage::Customers => customers::takes_query(tx, query).await,
        FilteredPage::Payments => payments::takes_query(tx, query).await,
    };
    taken.map_err(|error| match error.code() {
        code @ (Code::UnknownParameter | Code::ValidationFailed) => {
            at_filters(code, error.to_string())
        }
        _ => error,
    })
}

fn at_filters(code: Code, detail: String) -> Error {
    let field = FieldError {
        pointer: "/filters".to_owned(),
        code: "invalid".into(),
        detail: detail.into(),
    };
    Error::coded_field(code, field)
}
