//! The tables of taxes.

pub mod groups;
pub mod registers;

use std::collections::HashMap;

use entity::{TaxAuthorityId, TaxId, records::LineTax, tax, tax_authority};
use portico_domain::decimal::Decimal;
use sea_orm::{
    ColumnTrait, FromQueryResult, NotSet, QueryFilter, Set,
    sea_query::{Expr, ExprTrait as _},
};
use uuid::Uuid;

use super::{dto::Tax, resolve::TaxRef};
use crate::{
    db::{Key, OrgScope, Page, SortKey, Sortable, Tx},
    error::{Code, Error, Result},
    list_query,
};

list_query! {
    /// Which taxes.
    pub struct TaxQuery {
        /// Those that are offered for new lines, or those that are not.
        pub active: bool,
    }
}

impl Sortable for tax::Entity {
    const SORTS: &'static [SortKey<Self>] = &[
        SortKey {
            name: "name",
            column: tax::Column::Name,
            key: |row| Key::Text(row.name.clone()),
        },
        SortKey {
            name: "created_at",
            column: tax::Column::Id,
            key: |row| Key::Id(row.id.0),
        },
    ];
    const DEFAULT_DESCENDING: bool = false;
    const ID: Self::Column = tax::Column::Id;
    fn id(row: &tax::Model) -> Uuid {
        row.id.0
    }
}

/// A page of taxes.
pub async fn list(tx: &Tx<OrgScope>, query: &TaxQuery) -> Result<Page<Tax>> {
    let page = tx
        .select::<tax::Entity>()
        .filter_option(query.active.map(|active| tax::Column::Active.eq(active)))
        .page(&query.page())
        .await?;
    Ok(page.map(shown))
}

/// A tax.
pub async fn get(tx: &Tx<OrgScope>, id: TaxId) -> Result<Tax> {
    let row = tx.get::<tax::Entity, _>(id).await?;
    row.map(shown).ok_or_else(Error::not_found)
}

/// A tax that nobody else changes until the transaction ends.
pub async fn lock(tx: &Tx<OrgScope>, id: TaxId) -> Result<Tax> {
    let row = tx.lock::<tax::Entity, _>(id).await?;
    row.map(shown).ok_or_else(Error::not_found)
}

/// Keeps a new tax.
pub async fn insert(tx: &Tx<OrgScope>, tax: &Tax) -> Result<()> {
    tx.insert(row(tax)).await?;
    Ok(())
}

/// Keeps a changed tax.
pub async fn update(tx: &Tx<OrgScope>, tax: &Tax) -> Result<()> {
    tx.update(row(tax)).await?;
    Ok(())
}

fn shown(row: tax::Model) -> Tax {
    Tax {
        id: row.id,
        version: row.version,
        name: row.name,
        rate: Decimal::from_micros(row.rate),
        compound: row.compound,
        authority_id: row.authority_id,
        is_default: row.is_default,
        active: row.active,
        created_at: row.created_at,
    }
}

fn row(tax: &Tax) -> tax::ActiveModel {
    tax::ActiveModel {
        organization_id: NotSet,
        id: Set(tax.id),
        version: Set(tax.version),
        name: Set(tax.name.clone()),
        rate: Set(tax.rate.micros()),
        compound: Set(tax.compound),
        authority_id: Set(tax.authority_id),
        is_default: Set(tax.is_default),
        active: Set(tax.active),
        created_at: Set(tax.created_at),
    }
}

/// Takes the default away from every tax but this one.
pub async fn clear_other_defaults(tx: &Tx<OrgScope>, id: TaxId) -> Result<()> {
    tx.update_where::<tax::Entity>(|update| {
        update
            .col_expr(tax::Column::IsDefault, Expr::value(false))
            .col_expr(tax::Column::Version, Expr::col(tax::Column::Version).add(1))
            .filter(tax::Column::IsDefault.eq(true))
            .filter(tax::Column::Id.ne(id))
    })
    .await?;
    Ok(())
}

/// Removes a tax that nothing names. A group's membership holds it by a foreign key.
pub async fn delete(tx: &Tx<OrgScope>, id: TaxId) -> Result<()> {
    refuse_if_used(tx, TaxRef::Tax(id)).await?;
    match tx
        .delete_where::<tax::Entity>(tax::Column::Id.eq(id))
        .await?
    {
        0 => Err(Error::not_found()),
        _ => Ok(()),
    }
}

/// Items and lines name a tax or a group in one column, which no foreign key can hold; a shipping charge
/// names it in JSON.
async fn refuse_if_used(tx: &Tx<OrgScope>, tax: TaxRef) -> Result<()> {
    #[derive(FromQueryResult)]
    struct Used {
        used: bool,
    }
    let sql = r"select exists (select 1 from item where organization_id = $1 and tax_id = $2)
        or exists (select 1 from invoice_line where organization_id = $1 and tax_ref = $3)
        or exists (select 1 from invoice where organization_id = $1 and shipping is not null
            and cast(shipping as text) like $4 escape '\') as used";
    let id = tax.to_string();
    let within = format!("%{}%", id.replace('_', r"\_"));
    let found: Vec<Used> = tx
        .query(sql, [tax.uuid().into(), id.into(), within.into()])
        .await?;
    if found.iter().any(|row| row.used) {
        return Err(Code::StillReferenced.into());
    }
    Ok(())
}

/// Whether there is such an authority.
pub async fn has_authority(tx: &Tx<OrgScope>, id: TaxAuthorityId) -> Result<bool> {
    Ok(tx.get::<tax_authority::Entity, _>(id).await?.is_some())
}

/// The taxes among some ids, as a line bears them.
pub async fn line_taxes(
    tx: &Tx<OrgScope>,
    ids: impl IntoIterator<Item = TaxId>,
) -> Result<HashMap<TaxId, LineTax>> {
    let rows = tx
        .select::<tax::Entity>()
        .filter(tax::Column::Id.is_in(ids))
        .all()
        .await?;
    let taxes = rows.into_iter().map(|row| {
        let tax = LineTax {
            tax_id: row.id.to_string(),
            name: row.name,
            rate: Decimal::from_micros(row.rate),
            compound: row.compound,
        };
        (row.id, tax)
    });
    Ok(taxes.collect())
}
