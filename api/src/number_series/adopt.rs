//! A number that a person typed.

use portico_domain::numbering::DocumentType;

use super::{key, store};
use crate::{
    db::{OrgScope, Tx},
    error::Result,
};

/// Takes a typed number for a document, with the key by which it sorts. One that fits the series moves the
/// counter past it; any other sorts by its own text. Whether the number is free shows when the document is kept.
///
/// # Errors
/// Those of the database.
pub async fn adopt(
    tx: &Tx<OrgScope>,
    document: DocumentType,
    number: &str,
) -> Result<(String, String)> {
    let mut series = store::lock(tx, document).await?;
    let before = series.next;
    let key = match series.adopt(number) {
        Some(sequence) => key(&series, sequence),
        None => number.to_owned(),
    };
    if series.next != before {
        store::save(tx, document, &series).await?;
    }
    Ok((number.to_owned(), key))
}
