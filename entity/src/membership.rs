//! `membership`: see the migration for keys and indexes.

use portico_domain::{access::MembershipStatus, permission::Role};
use sea_orm::entity::prelude::*;

use crate::{
    ids::{MembershipId, OrganizationId, StaffUserId},
    values::{Instant, Text},
};

#[derive(Clone, Debug, DeriveEntityModel)]
#[sea_orm(table_name = "membership")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: MembershipId,
    pub organization_id: OrganizationId,
    pub user_id: Option<StaffUserId>,
    pub email: String,
    pub name: String,
    pub role: Text<Role>,
    pub status: Text<MembershipStatus>,
    pub invited_at: Option<Instant>,
    pub created_at: Instant,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// Its key is its own id, since a person's memberships are also looked up across organizations; an
/// organization's staff is read and changed within its scope like any other of its rows.
impl crate::Tenant for Entity {
    const ORGANIZATION: Column = Column::OrganizationId;
}
