//! `authenticator`: An authenticator app of a member of staff or of a portal identity.

use sea_orm::entity::prelude::*;

use crate::values::Instant;

#[derive(Clone, Debug, DeriveEntityModel)]
#[sea_orm(table_name = "authenticator")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub subject_id: Uuid,
    pub sealed_secret: String,
    /// The latest step of 30 seconds whose code was used: none is good twice.
    pub last_step: i64,
    pub created_at: Instant,
    pub confirmed_at: Option<Instant>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
