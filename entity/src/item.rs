//! `item`: see the migration for keys and indexes.

use portico_domain::money::Currency;
use sea_orm::entity::prelude::*;

use crate::{
    ids::{ItemId, OrganizationId},
    values::{Instant, Text},
};

#[derive(Clone, Debug, DeriveEntityModel)]
#[sea_orm(table_name = "item")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organization_id: OrganizationId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ItemId,
    pub version: i64,
    pub name: String,
    pub description: Option<String>,
    pub sku: Option<String>,
    pub unit: Option<String>,
    pub rate: i64,
    pub currency: Text<Currency>,
    pub tax_id: Option<Uuid>,
    pub search: String,
    pub active: bool,
    pub created_at: Instant,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl crate::Tenant for Entity {
    const ORGANIZATION: Column = Column::OrganizationId;
}
