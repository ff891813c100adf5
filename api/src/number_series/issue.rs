//! The next number of a series.

use portico_domain::numbering::DocumentType;

use super::{key, store};
use crate::{
    db::{OrgScope, Tx},
    error::{Code, Error, Result},
};

/// Gives a document the next number of its series, and the key by which it sorts, in the transaction that
/// keeps the document: if that is rolled back, the number is given to the next one.
///
/// # Errors
/// `not_allowed_in_state` once the last number of the series was given.
pub async fn issue(tx: &Tx<OrgScope>, document: DocumentType) -> Result<(String, String)> {
    let series = store::take(tx, document).await?.ok_or_else(|| {
        Error::new(Code::NotAllowedInState).with_detail("the number series is exhausted")
    })?;
    Ok((series.format(series.next), key(&series, series.next)))
}
