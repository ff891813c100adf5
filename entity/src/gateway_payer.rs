//! `gateway_payer`: see the migration for keys and indexes.

use sea_orm::entity::prelude::*;

use crate::{
    ids::{CustomerId, OrganizationId},
    values::Instant,
};

#[derive(Clone, Debug, DeriveEntityModel)]
#[sea_orm(table_name = "gateway_payer")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organization_id: OrganizationId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub customer_id: CustomerId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub gateway: String,
    pub payer_id: String,
    pub created_at: Instant,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl crate::Tenant for Entity {
    const ORGANIZATION: Column = Column::OrganizationId;
}
