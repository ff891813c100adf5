//! Changing a series.

use portico_domain::numbering::{DocumentType, Series};

use super::{
    dto::{NumberSeries, UpdateNumberSeries},
    store,
};
use crate::{
    audit,
    db::{OrgScope, Tx},
    error::{Error, Result},
};

/// Changes prefix, padding or counter. The next number stays above every number in use that fits the series,
/// so that none is ever given twice.
///
/// # Errors
/// `validation_failed` if the next number is in use, or one above it.
pub async fn update(
    tx: &Tx<OrgScope>,
    document: DocumentType,
    input: UpdateNumberSeries,
) -> Result<NumberSeries> {
    let before = store::lock(tx, document).await?;
    let series = Series {
        prefix: input.prefix.unwrap_or_else(|| before.prefix.clone()),
        next: input.next_number.unwrap_or(before.next),
        padding: input.padding.unwrap_or(before.padding),
    };
    if let Some(highest) = store::highest(tx, document, &series).await?
        && series.next <= highest
    {
        let detail = format!("must be above {highest}, which is in use");
        return Err(Error::field("/next_number", "in_use", detail));
    }
    store::save(tx, document, &series).await?;
    let (before, after) = (shown(document, before), shown(document, series));
    audit::record_change(
        tx,
        "number_series.updated",
        tx.organization(),
        &before,
        &after,
    )
    .await?;
    Ok(after)
}

/// A series as it is sent.
pub fn shown(document_type: DocumentType, series: Series) -> NumberSeries {
    NumberSeries {
        document_type,
        preview: series.format(series.next),
        next_number: series.next,
        padding: series.padding,
        prefix: series.prefix,
    }
}
