//! `job`: see the migration for keys and indexes.

use portico_domain::work::JobState;
use sea_orm::entity::prelude::*;

use crate::{
    ids::{JobId, OrganizationId},
    values::{Doc, Instant, Text},
};

#[derive(Clone, Debug, DeriveEntityModel)]
#[sea_orm(table_name = "job")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: JobId,
    pub kind: String,
    pub organization_id: Option<OrganizationId>,
    pub payload: Doc<serde_json::Value>,
    pub dedupe_key: Option<String>,
    pub state: Text<JobState>,
    pub run_at: Instant,
    pub attempts: i32,
    pub lease_until: Option<Instant>,
    pub lease_owner: Option<Uuid>,
    pub last_error: Option<String>,
    pub created_at: Instant,
    pub finished_at: Option<Instant>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
