//! `session`: A signed-in person, staff or portal. The refresh tokens of one session form its family.

use portico_domain::access::Audience;
use sea_orm::entity::prelude::*;

use crate::{
    ids::{ContactPersonId, CustomerId, OrganizationId, PortalIdentityId, SessionId, StaffUserId},
    values::{Instant, Text},
};

#[derive(Clone, Debug, DeriveEntityModel)]
#[sea_orm(table_name = "session")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: SessionId,
    pub audience: Text<Audience>,
    pub organization_id: OrganizationId,
    pub user_id: Option<StaffUserId>,
    pub identity_id: Option<PortalIdentityId>,
    pub person_id: Option<ContactPersonId>,
    pub customer_id: Option<CustomerId>,
    pub user_agent: Option<String>,
    pub address: Option<String>,
    pub created_at: Instant,
    pub last_used_at: Instant,
    pub expires_at: Instant,
    pub revoked_at: Option<Instant>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
