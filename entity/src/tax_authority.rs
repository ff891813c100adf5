//! `tax_authority`: see the migration for keys and indexes.

use sea_orm::entity::prelude::*;

use crate::{
    ids::{OrganizationId, TaxAuthorityId},
    values::Instant,
};

#[derive(Clone, Debug, DeriveEntityModel)]
#[sea_orm(table_name = "tax_authority")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organization_id: OrganizationId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: TaxAuthorityId,
    pub name: String,
    pub registration_number: Option<String>,
    pub created_at: Instant,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl crate::Tenant for Entity {
    const ORGANIZATION: Column = Column::OrganizationId;
}
