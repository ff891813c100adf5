//! `tax`: see the migration for keys and indexes.

use sea_orm::entity::prelude::*;

use crate::{
    ids::{OrganizationId, TaxAuthorityId, TaxId},
    values::Instant,
};

#[derive(Clone, Debug, DeriveEntityModel)]
#[sea_orm(table_name = "tax")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organization_id: OrganizationId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: TaxId,
    pub version: i64,
    pub name: String,
    pub rate: i64,
    pub compound: bool,
    pub authority_id: Option<TaxAuthorityId>,
    pub is_default: bool,
    pub active: bool,
    pub created_at: Instant,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl crate::Tenant for Entity {
    const ORGANIZATION: Column = Column::OrganizationId;
}
