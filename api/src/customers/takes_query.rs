//! Whether the list takes a query that somebody wants to keep.

use super::store;
use crate::{
    db::{OrgScope, Tx},
    error::Result,
    http::params,
};

/// Asks the list for such a page.
///
/// # Errors
/// As the list: `unknown_parameter`, `validation_failed`.
pub async fn takes_query(tx: &Tx<OrgScope>, query: &str) -> Result<()> {
    store::page(tx, &params::parse(query)?).await?;
    Ok(())
}
