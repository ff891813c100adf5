//! `staff_user`: see the migration for keys and indexes.

use sea_orm::entity::prelude::*;

use crate::{ids::StaffUserId, values::Instant};

#[derive(Clone, Debug, DeriveEntityModel)]
#[sea_orm(table_name = "staff_user")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: StaffUserId,
    pub email: String,
    pub name: String,
    pub password_hash: String,
    pub last_sign_in_at: Option<Instant>,
    pub created_at: Instant,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
