//! `gateway_account`: see the migration for keys and indexes.

use portico_domain::gateway::GatewayKind;
use sea_orm::entity::prelude::*;

use crate::{
    ids::OrganizationId,
    records::GatewayTerms,
    values::{Doc, Instant, Text},
};

#[derive(Clone, Debug, DeriveEntityModel)]
#[sea_orm(table_name = "gateway_account")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organization_id: OrganizationId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub kind: Text<GatewayKind>,
    pub enabled: bool,
    pub test_mode: bool,
    pub public_key: Option<String>,
    pub credentials: Option<String>,
    pub generation: i64,
    pub terms: Doc<GatewayTerms>,
    pub checked_at: Option<Instant>,
    pub check_failure: Option<String>,
    pub created_at: Instant,
    pub updated_at: Instant,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl crate::Tenant for Entity {
    const ORGANIZATION: Column = Column::OrganizationId;
}
