//! `tax_exemption`: see the migration for keys and indexes.

use portico_domain::customer::ExemptionKind;
use sea_orm::entity::prelude::*;

use crate::{
    ids::{OrganizationId, TaxExemptionId},
    values::{Instant, Text},
};

#[derive(Clone, Debug, DeriveEntityModel)]
#[sea_orm(table_name = "tax_exemption")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organization_id: OrganizationId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: TaxExemptionId,
    pub code: String,
    pub description: Option<String>,
    pub kind: Text<ExemptionKind>,
    pub created_at: Instant,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl crate::Tenant for Entity {
    const ORGANIZATION: Column = Column::OrganizationId;
}
