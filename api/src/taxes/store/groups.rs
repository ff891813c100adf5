//! The tables of groups of taxes and of their members.

use std::collections::{HashMap, HashSet};

use entity::{TaxGroupId, TaxId, tax_group, tax_group_member};
use portico_domain::decimal::Decimal;
use sea_orm::{ColumnTrait, NotSet, Order, Set};
use uuid::Uuid;

use super::{line_taxes, refuse_if_used};
use crate::{
    db::{Key, OrgScope, Page, SortKey, Sortable, Tx},
    error::{Error, Result},
    list_query,
    taxes::{dto::TaxGroup, resolve::TaxRef},
};

list_query! {
    /// Which groups of taxes.
    pub struct TaxGroupQuery {
        /// Those that are offered for new lines, or those that are not.
        pub active: bool,
    }
}

impl Sortable for tax_group::Entity {
    const SORTS: &'static [SortKey<Self>] = &[
        SortKey {
            name: "name",
            column: tax_group::Column::Name,
            key: |row| Key::Text(row.name.clone()),
        },
        SortKey {
            name: "created_at",
            column: tax_group::Column::Id,
            key: |row| Key::Id(row.id.0),
        },
    ];
    const DEFAULT_DESCENDING: bool = false;
    const ID: Self::Column = tax_group::Column::Id;
    fn id(row: &tax_group::Model) -> Uuid {
        row.id.0
    }
}

/// A page of groups.
pub async fn list(tx: &Tx<OrgScope>, query: &TaxGroupQuery) -> Result<Page<TaxGroup>> {
    let page = tx
        .select::<tax_group::Entity>()
        .filter_option(
            query
                .active
                .map(|active| tax_group::Column::Active.eq(active)),
        )
        .page(&query.page())
        .await?;
    Ok(Page {
        rows: shown(tx, page.rows).await?,
        next_cursor: page.next_cursor,
        total: page.total,
    })
}

/// A group.
pub async fn get(tx: &Tx<OrgScope>, id: TaxGroupId) -> Result<TaxGroup> {
    one(tx, tx.get::<tax_group::Entity, _>(id).await?).await
}

/// A group that nobody else changes until the transaction ends.
pub async fn lock(tx: &Tx<OrgScope>, id: TaxGroupId) -> Result<TaxGroup> {
    one(tx, tx.lock::<tax_group::Entity, _>(id).await?).await
}

async fn one(tx: &Tx<OrgScope>, row: Option<tax_group::Model>) -> Result<TaxGroup> {
    let mut groups = shown(tx, row.into_iter().collect()).await?;
    groups.pop().ok_or_else(Error::not_found)
}

/// The groups among some ids.
pub async fn of(
    tx: &Tx<OrgScope>,
    ids: impl IntoIterator<Item = TaxGroupId>,
) -> Result<HashMap<TaxGroupId, TaxGroup>> {
    let rows = tx
        .select::<tax_group::Entity>()
        .filter(tax_group::Column::Id.is_in(ids))
        .all()
        .await?;
    let groups = shown(tx, rows).await?;
    Ok(groups.into_iter().map(|group| (group.id, group)).collect())
}

/// Which of some ids are groups'.
pub async fn among(tx: &Tx<OrgScope>, ids: &[Uuid]) -> Result<HashSet<Uuid>> {
    let rows = tx
        .select::<tax_group::Entity>()
        .filter(tax_group::Column::Id.is_in(ids.iter().copied()))
        .all()
        .await?;
    Ok(rows.into_iter().map(|row| row.id.0).collect())
}

/// Keeps a new group.
pub async fn insert(tx: &Tx<OrgScope>, group: &TaxGroup) -> Result<()> {
    let mut row = row(group);
    row.created_at = Set(tx.now());
    tx.insert(row).await?;
    insert_members(tx, group).await
}

/// Keeps a changed group.
pub async fn update(tx: &Tx<OrgScope>, group: &TaxGroup) -> Result<()> {
    tx.update(row(group)).await?;
    remove_members(tx, group.id).await?;
    insert_members(tx, group).await
}

/// Removes a group that nothing names.
pub async fn delete(tx: &Tx<OrgScope>, id: TaxGroupId) -> Result<()> {
    refuse_if_used(tx, TaxRef::Group(id)).await?;
    remove_members(tx, id).await?;
    let group = tax_group::Column::Id.eq(id);
    match tx.delete_where::<tax_group::Entity>(group).await? {
        0 => Err(Error::not_found()),
        _ => Ok(()),
    }
}

fn row(group: &TaxGroup) -> tax_group::ActiveModel {
    tax_group::ActiveModel {
        organization_id: NotSet,
        id: Set(group.id),
        version: Set(group.version),
        name: Set(group.name.clone()),
        active: Set(group.active),
        created_at: NotSet,
    }
}

async fn insert_members(tx: &Tx<OrgScope>, group: &TaxGroup) -> Result<()> {
    let rows =
        group
            .tax_ids
            .iter()
            .zip(0..)
            .map(|(tax_id, position)| tax_group_member::ActiveModel {
                organization_id: NotSet,
                tax_group_id: Set(group.id),
                tax_id: Set(*tax_id),
                position: Set(position),
            });
    Ok(tx.insert_many(rows.collect()).await?)
}

async fn remove_members(tx: &Tx<OrgScope>, id: TaxGroupId) -> Result<()> {
    let members = tax_group_member::Column::TaxGroupId.eq(id);
    tx.delete_where::<tax_group_member::Entity>(members).await?;
    Ok(())
}

/// Groups with their members and the sum of their rates, in two statements.
async fn shown(tx: &Tx<OrgScope>, rows: Vec<tax_group::Model>) -> Result<Vec<TaxGroup>> {
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let ids = rows.iter().map(|row| row.id);
    let members = tx
        .select::<tax_group_member::Entity>()
        .filter(tax_group_member::Column::TaxGroupId.is_in(ids))
        .order(tax_group_member::Column::Position, Order::Asc)
        .all()
        .await?;
    let taxes = line_taxes(tx, members.iter().map(|member| member.tax_id)).await?;
    let show = |row: tax_group::Model| {
        let tax_ids: Vec<TaxId> = members
            .iter()
            .filter(|member| member.tax_group_id == row.id)
            .map(|member| member.tax_id)
            .collect();
        TaxGroup {
            id: row.id,
            version: row.version,
            name: row.name,
            rate: sum(tax_ids
                .iter()
                .filter_map(|id| taxes.get(id))
                .map(|tax| tax.rate)),
            tax_ids,
            active: row.active,
        }
    };
    Ok(rows.into_iter().map(show).collect())
}

/// Ten rates of 1,000 % at most: far from overflow.
fn sum(rates: impl Iterator<Item = Decimal>) -> Decimal {
    Decimal::from_micros(rates.map(Decimal::micros).sum())
}
