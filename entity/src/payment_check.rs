//! `payment_check`: see the migration for keys and indexes.

use portico_domain::money::Money;
use sea_orm::entity::prelude::*;

use crate::{
    ids::{OrganizationId, PaymentId},
    values::{Doc, Instant},
};

#[derive(Clone, Debug, DeriveEntityModel)]
#[sea_orm(table_name = "payment_check")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organization_id: OrganizationId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub payment_id: PaymentId,
    pub checked_at: Instant,
    pub answer: Option<String>,
    pub unanswered_since: Option<Instant>,
    pub error: Option<String>,
    pub difference: Option<Doc<Money>>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl crate::Tenant for Entity {
    const ORGANIZATION: Column = Column::OrganizationId;
}
