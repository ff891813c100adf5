//! `portal_name`: A portal name is never given to a second organization, even after it was released.

use sea_orm::entity::prelude::*;

use crate::{ids::OrganizationId, values::Instant};

#[derive(Clone, Debug, DeriveEntityModel)]
#[sea_orm(table_name = "portal_name")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub name: String,
    pub organization_id: OrganizationId,
    pub claimed_at: Instant,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
