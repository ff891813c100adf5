//! What an invoice would come to, without keeping anything: the editor's live totals (semantics §5).

use chrono::NaiveDate;

use super::{
    compose::compose,
    dto::{InvoiceInput, Totals},
    show::totals_of,
};
use crate::{
    db::{OrgScope, Tx},
    error::Result,
};

/// Calculates what was written so far.
///
/// # Errors
/// As creating it would give.
pub async fn calculate(tx: &Tx<OrgScope>, input: InvoiceInput, today: NaiveDate) -> Result<Totals> {
    let composed = compose(tx, input, today).await?;
    Ok(totals_of(composed.currency, &composed.totals))
}
