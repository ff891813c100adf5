//! `tax_group_member`: see the migration for keys and indexes.

use sea_orm::entity::prelude::*;

use crate::ids::{OrganizationId, TaxGroupId, TaxId};

#[derive(Clone, Debug, DeriveEntityModel)]
#[sea_orm(table_name = "tax_group_member")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organization_id: OrganizationId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub tax_group_id: TaxGroupId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub tax_id: TaxId,
    pub position: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl crate::Tenant for Entity {
    const ORGANIZATION: Column = Column::OrganizationId;
}
