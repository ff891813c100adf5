//! `one_time_token`: Invitation and reset tokens; only the hash is kept.

use portico_domain::access::TokenKind;
use sea_orm::entity::prelude::*;

use crate::{
    ids::OrganizationId,
    values::{Instant, Text},
};

#[derive(Clone, Debug, DeriveEntityModel)]
#[sea_orm(table_name = "one_time_token")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub hash: String,
    pub kind: Text<TokenKind>,
    pub organization_id: OrganizationId,
    pub subject_id: Uuid,
    pub email: Option<String>,
    pub password_hash: Option<String>,
    pub created_at: Instant,
    pub expires_at: Instant,
    pub used_at: Option<Instant>,
    pub voided_at: Option<Instant>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
