//! `notification`: see the migration for keys and indexes.

use sea_orm::entity::prelude::*;

use crate::{
    ids::{NotificationId, OrganizationId, StaffUserId},
    values::{Doc, Instant},
};

#[derive(Clone, Debug, DeriveEntityModel)]
#[sea_orm(table_name = "notification")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organization_id: OrganizationId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: NotificationId,
    pub kind: String,
    pub dedupe_key: String,
    pub subject_type: String,
    pub subject_id: Uuid,
    pub label: String,
    pub data: Doc<serde_json::Value>,
    pub at: Instant,
    pub caused_by: Option<StaffUserId>,
    pub mailed_at: Option<Instant>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl crate::Tenant for Entity {
    const ORGANIZATION: Column = Column::OrganizationId;
}
