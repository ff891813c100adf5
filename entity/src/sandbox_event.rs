//! `sandbox_event`: Webhooks that the sandbox gateway sends until they are taken.

use sea_orm::entity::prelude::*;

use crate::values::Instant;

#[derive(Clone, Debug, DeriveEntityModel)]
#[sea_orm(table_name = "sandbox_event")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    pub intent_id: String,
    pub reference: String,
    /// How often it was sent in vain.
    pub attempts: i32,
    /// None once it was taken.
    pub send_at: Option<Instant>,
    pub created_at: Instant,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
