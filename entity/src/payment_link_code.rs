//! `payment_link_code`: codes that were mailed for a link; only their hashes are kept.

use sea_orm::entity::prelude::*;

use crate::{
    ids::{OrganizationId, PaymentLinkCodeId, PaymentLinkId},
    values::Instant,
};

#[derive(Clone, Debug, DeriveEntityModel)]
#[sea_orm(table_name = "payment_link_code")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organization_id: OrganizationId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: PaymentLinkCodeId,
    pub link_id: PaymentLinkId,
    pub hash: String,
    /// How often a code was entered, right or wrong.
    pub tries: i32,
    pub used: bool,
    pub created_at: Instant,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl crate::Tenant for Entity {
    const ORGANIZATION: Column = Column::OrganizationId;
}
