//! `tax_group`: see the migration for keys and indexes.

use sea_orm::entity::prelude::*;

use crate::{
    ids::{OrganizationId, TaxGroupId},
    values::Instant,
};

#[derive(Clone, Debug, DeriveEntityModel)]
#[sea_orm(table_name = "tax_group")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organization_id: OrganizationId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: TaxGroupId,
    pub version: i64,
    pub name: String,
    pub active: bool,
    pub created_at: Instant,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl crate::Tenant for Entity {
    const ORGANIZATION: Column = Column::OrganizationId;
}
