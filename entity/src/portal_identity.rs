//! `portal_identity`: Who signs in at one organization's portal: one per e-mail address; contact persons are its memberships.

use sea_orm::entity::prelude::*;

use crate::{
    ids::{OrganizationId, PortalIdentityId},
    values::Instant,
};

#[derive(Clone, Debug, DeriveEntityModel)]
#[sea_orm(table_name = "portal_identity")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organization_id: OrganizationId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: PortalIdentityId,
    pub email: String,
    pub password_hash: String,
    pub first_password_hash: Option<String>,
    pub last_sign_in_at: Option<Instant>,
    pub created_at: Instant,
    pub pending_email: Option<String>,
    pub email_asked_at: Option<Instant>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl crate::Tenant for Entity {
    const ORGANIZATION: Column = Column::OrganizationId;
}
