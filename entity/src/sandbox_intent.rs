//! `sandbox_intent`: The sandbox gateway's own books: to Portico it is somebody else's server.

use sea_orm::entity::prelude::*;

use crate::values::{Doc, Instant};

#[derive(Clone, Debug, DeriveEntityModel)]
#[sea_orm(table_name = "sandbox_intent")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    pub idempotency_key: String,
    pub client_secret: String,
    pub version: i64,
    pub body: Doc<serde_json::Value>,
    pub created_at: Instant,
    pub customer_reference: String,
    pub confirmed_at: Option<Instant>,
    pub settles_at: Option<Instant>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
