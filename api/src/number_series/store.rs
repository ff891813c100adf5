//! The table of number series.

use entity::{Text, number_series};
use portico_domain::numbering::{DocumentType, MAX_SEQUENCE, Series};
use sea_orm::{FromQueryResult, Set};

use crate::{
    db::{OrgScope, Tx},
    error::{Error, Result},
};

/// The series of every kind of document, in the order of the kinds.
pub async fn list(tx: &Tx<OrgScope>) -> Result<Vec<(DocumentType, Series)>> {
    let mut series: Vec<_> = tx
        .select::<number_series::Entity>()
        .all()
        .await?
        .into_iter()
        .map(|row| (row.document_type.0, series(row)))
        .collect();
    series.sort_by_key(|(document, _)| *document);
    Ok(series)
}

/// A series from which nobody else takes a number until the transaction ends.
pub async fn lock(tx: &Tx<OrgScope>, document: DocumentType) -> Result<Series> {
    let row = tx.lock::<number_series::Entity, _>(Text(document)).await?;
    row.map(series).ok_or_else(Error::not_found)
}

/// Keeps where a series stands.
pub async fn save(tx: &Tx<OrgScope>, document: DocumentType, series: &Series) -> Result<()> {
    tx.update(number_series::ActiveModel {
        organization_id: Set(tx.organization()),
        document_type: Set(Text(document)),
        prefix: Set(series.prefix.clone()),
        next_number: Set(series.next),
        padding: Set(series.padding.into()),
    })
    .await?;
    Ok(())
}

/// Moves the counter on and tells where it stood; nothing if the last number was given. One statement, so
/// that others wait until this transaction ends: a number that is rolled back is given again.
pub async fn take(tx: &Tx<OrgScope>, document: DocumentType) -> Result<Option<Series>> {
    #[derive(FromQueryResult)]
    struct Taken {
        prefix: String,
        padding: i32,
        sequence: i64,
    }
    let sql = "update number_series set next_number = next_number + 1 \
               where organization_id = $1 and document_type = $2 and next_number <= $3 \
               returning prefix, padding, next_number - 1 as sequence";
    let taken: Vec<Taken> = tx
        .query(sql, [Text(document).into(), MAX_SEQUENCE.into()])
        .await?;
    Ok(taken.into_iter().next().map(|row| Series {
        prefix: row.prefix,
        next: row.sequence,
        padding: padding(row.padding),
    }))
}

/// The highest place of a series that a document bears, if any does.
pub async fn highest(
    tx: &Tx<OrgScope>,
    document: DocumentType,
    series: &Series,
) -> Result<Option<i64>> {
    #[derive(FromQueryResult)]
    struct Numbered {
        number: String,
    }
    // Kinds of documents that do not exist yet bear no numbers.
    let sql = match document {
        DocumentType::Invoice => {
            r"select number from invoice where organization_id = $1 and number like $2 escape '\'"
        }
        DocumentType::Payment => {
            r"select number from payment where organization_id = $1 and number like $2 escape '\'"
        }
        _ => return Ok(None),
    };
    let prefix = series
        .prefix
        .replace('\\', r"\\")
        .replace('%', r"\%")
        .replace('_', r"\_");
    let rows: Vec<Numbered> = tx.query(sql, [format!("{prefix}%").into()]).await?;
    Ok(rows
        .iter()
        .filter_map(|row| series.parse(&row.number))
        .max())
}

fn series(row: number_series::Model) -> Series {
    Series {
        prefix: row.prefix,
        next: row.next_number,
        padding: padding(row.padding),
    }
}

/// Sign-up and the routes keep it within 15.
fn padding(stored: i32) -> u8 {
    u8::try_from(stored).unwrap_or_default()
}
