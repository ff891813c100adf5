//! `contact_person`: see the migration for keys and indexes.

use portico_domain::{portal_access::PortalAccess, portal_module::ModuleAccess};
use sea_orm::entity::prelude::*;

use crate::{
    ids::{ContactPersonId, CustomerId, OrganizationId, PortalIdentityId},
    values::{Doc, Instant, Text},
};

#[derive(Clone, Debug, DeriveEntityModel)]
#[sea_orm(table_name = "contact_person")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organization_id: OrganizationId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ContactPersonId,
    pub customer_id: CustomerId,
    pub identity_id: Option<PortalIdentityId>,
    pub salutation: Option<String>,
    pub first_name: String,
    pub last_name: String,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub designation: Option<String>,
    pub department: Option<String>,
    pub is_primary: bool,
    pub portal_status: Text<PortalAccess>,
    pub invited_at: Option<Instant>,
    pub invited_by: Option<String>,
    pub invitation_expires_at: Option<Instant>,
    pub invited_with_password: bool,
    pub accepted_at: Option<Instant>,
    pub last_sign_in_at: Option<Instant>,
    pub created_at: Instant,
    pub version: i64,
    pub portal_modules: Option<Doc<Vec<ModuleAccess>>>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl crate::Tenant for Entity {
    const ORGANIZATION: Column = Column::OrganizationId;
}
