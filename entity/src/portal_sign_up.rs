//! `portal_sign_up`: see the migration for keys and indexes.

use portico_domain::portal_access::SignUpStatus;
use sea_orm::entity::prelude::*;

use crate::{
    ids::{CustomerId, OrganizationId, PortalSignUpId},
    values::{Instant, Text},
};

#[derive(Clone, Debug, DeriveEntityModel)]
#[sea_orm(table_name = "portal_sign_up")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organization_id: OrganizationId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: PortalSignUpId,
    /// As `normalise_email` writes it.
    pub email: String,
    pub first_name: String,
    pub last_name: String,
    pub company_name: Option<String>,
    pub message: Option<String>,
    pub status: Text<SignUpStatus>,
    /// Where the person was let in.
    pub customer_id: Option<CustomerId>,
    pub created_at: Instant,
    pub decided_at: Option<Instant>,
    /// The member of staff, by name.
    pub decided_by: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl crate::Tenant for Entity {
    const ORGANIZATION: Column = Column::OrganizationId;
}
