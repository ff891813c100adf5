//! `payment_link_attempt`: which payment was begun by which link.

use sea_orm::entity::prelude::*;

use crate::ids::{OrganizationId, PaymentId, PaymentLinkId};

#[derive(Clone, Debug, DeriveEntityModel)]
#[sea_orm(table_name = "payment_link_attempt")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organization_id: OrganizationId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub payment_id: PaymentId,
    pub link_id: PaymentLinkId,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl crate::Tenant for Entity {
    const ORGANIZATION: Column = Column::OrganizationId;
}
