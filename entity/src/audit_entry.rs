//! `audit_entry`: see the migration for keys and indexes.

use portico_domain::work::ActorKind;
use sea_orm::entity::prelude::*;

use crate::{
    ids::{AuditEntryId, CustomerId, OrganizationId},
    values::{Doc, Instant, Text},
};

#[derive(Clone, Debug, DeriveEntityModel)]
#[sea_orm(table_name = "audit_entry")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organization_id: OrganizationId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: AuditEntryId,
    pub at: Instant,
    pub actor_kind: Text<ActorKind>,
    pub actor_id: Option<Uuid>,
    pub actor_name: Option<String>,
    pub address: Option<String>,
    pub action: String,
    pub subject_type: String,
    pub subject_id: Uuid,
    pub customer_id: Option<CustomerId>,
    pub data: Doc<serde_json::Value>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl crate::Tenant for Entity {
    const ORGANIZATION: Column = Column::OrganizationId;
}
