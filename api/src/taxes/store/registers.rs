//! The tables of tax authorities and of reasons for exemption.

use entity::{TaxAuthorityId, TaxExemptionId, Text, tax_authority, tax_exemption};
use sea_orm::{ColumnTrait, NotSet, Set};
use uuid::Uuid;

use crate::{
    db::{Key, OrgScope, Page, SortKey, Sortable, Tx},
    error::{Error, Result},
    list_query,
    taxes::dto::{TaxAuthority, TaxExemption},
};

list_query! {
    /// Which page.
    pub struct RegisterQuery {}
}

impl Sortable for tax_authority::Entity {
    const SORTS: &'static [SortKey<Self>] = &[SortKey {
        name: "name",
        column: tax_authority::Column::Name,
        key: |row| Key::Text(row.name.clone()),
    }];
    const DEFAULT_DESCENDING: bool = false;
    const ID: Self::Column = tax_authority::Column::Id;
    fn id(row: &tax_authority::Model) -> Uuid {
        row.id.0
    }
}

impl Sortable for tax_exemption::Entity {
    const SORTS: &'static [SortKey<Self>] = &[SortKey {
        name: "code",
        column: tax_exemption::Column::Code,
        key: |row| Key::Text(row.code.clone()),
    }];
    const DEFAULT_DESCENDING: bool = false;
    const ID: Self::Column = tax_exemption::Column::Id;
    fn id(row: &tax_exemption::Model) -> Uuid {
        row.id.0
    }
}

/// A page of authorities.
pub async fn authorities(tx: &Tx<OrgScope>, query: &RegisterQuery) -> Result<Page<TaxAuthority>> {
    let page = tx
        .select::<tax_authority::Entity>()
        .page(&query.page())
        .await?;
    Ok(page.map(shown_authority))
}

/// An authority that nobody else changes until the transaction ends.
pub async fn lock_authority(tx: &Tx<OrgScope>, id: TaxAuthorityId) -> Result<TaxAuthority> {
    let row = tx.lock::<tax_authority::Entity, _>(id).await?;
    row.map(shown_authority).ok_or_else(Error::not_found)
}

/// Keeps a new authority.
pub async fn insert_authority(tx: &Tx<OrgScope>, authority: &TaxAuthority) -> Result<()> {
    let mut row = authority_row(authority);
    row.created_at = Set(tx.now());
    tx.insert(row).await?;
    Ok(())
}

/// Keeps a changed authority.
pub async fn update_authority(tx: &Tx<OrgScope>, authority: &TaxAuthority) -> Result<()> {
    tx.update(authority_row(authority)).await?;
    Ok(())
}

/// Removes an authority that no tax names.
pub async fn delete_authority(tx: &Tx<OrgScope>, id: TaxAuthorityId) -> Result<()> {
    let condition = tax_authority::Column::Id.eq(id);
    match tx.delete_where::<tax_authority::Entity>(condition).await? {
        0 => Err(Error::not_found()),
        _ => Ok(()),
    }
}

fn shown_authority(row: tax_authority::Model) -> TaxAuthority {
    TaxAuthority {
        id: row.id,
        name: row.name,
        registration_number: row.registration_number,
    }
}

fn authority_row(authority: &TaxAuthority) -> tax_authority::ActiveModel {
    tax_authority::ActiveModel {
        organization_id: NotSet,
        id: Set(authority.id),
        name: Set(authority.name.clone()),
        registration_number: Set(authority.registration_number.clone()),
        created_at: NotSet,
    }
}

/// A page of reasons for exemption.
pub async fn exemptions(tx: &Tx<OrgScope>, query: &RegisterQuery) -> Result<Page<TaxExemption>> {
    let page = tx
        .select::<tax_exemption::Entity>()
        .page(&query.page())
        .await?;
    Ok(page.map(shown_exemption))
}

/// A reason for exemption that nobody else changes until the transaction ends.
pub async fn lock_exemption(tx: &Tx<OrgScope>, id: TaxExemptionId) -> Result<TaxExemption> {
    let row = tx.lock::<tax_exemption::Entity, _>(id).await?;
    row.map(shown_exemption).ok_or_else(Error::not_found)
}

/// Keeps a new reason for exemption.
pub async fn insert_exemption(tx: &Tx<OrgScope>, exemption: &TaxExemption) -> Result<()> {
    let mut row = exemption_row(exemption);
    row.created_at = Set(tx.now());
    tx.insert(row).await?;
    Ok(())
}

/// Keeps a changed reason for exemption.
pub async fn update_exemption(tx: &Tx<OrgScope>, exemption: &TaxExemption) -> Result<()> {
    tx.update(exemption_row(exemption)).await?;
    Ok(())
}

/// Removes a reason for exemption that no customer names.
pub async fn delete_exemption(tx: &Tx<OrgScope>, id: TaxExemptionId) -> Result<()> {
    let condition = tax_exemption::Column::Id.eq(id);
    match tx.delete_where::<tax_exemption::Entity>(condition).await? {
        0 => Err(Error::not_found()),
        _ => Ok(()),
    }
}

fn shown_exemption(row: tax_exemption::Model) -> TaxExemption {
    TaxExemption {
        id: row.id,
        code: row.code,
        description: row.description,
        kind: row.kind.0,
    }
}

fn exemption_row(exemption: &TaxExemption) -> tax_exemption::ActiveModel {
    tax_exemption::ActiveModel {
        organization_id: NotSet,
        id: Set(exemption.id),
        code: Set(exemption.code.clone()),
        description: Set(exemption.description.clone()),
        kind: Set(Text(exemption.kind)),
        created_at: NotSet,
    }
}
