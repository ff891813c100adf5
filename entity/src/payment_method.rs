//! `payment_method`: see the migration for keys and indexes.

use sea_orm::entity::prelude::*;

use crate::{
    ids::{CustomerId, OrganizationId, PaymentMethodId},
    records::{Address, CardExpiry, Mandate},
    values::{Doc, Instant},
};

#[derive(Clone, Debug, DeriveEntityModel)]
#[sea_orm(table_name = "payment_method")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organization_id: OrganizationId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: PaymentMethodId,
    pub customer_id: CustomerId,
    pub gateway: String,
    pub gateway_method_id: String,
    /// As the gateways' crate names it.
    pub method: String,
    pub brand: String,
    pub last4: String,
    pub expiry: Option<Doc<CardExpiry>>,
    pub address: Option<Doc<Address>>,
    pub mandate: Option<Doc<Mandate>>,
    pub is_default: bool,
    pub created_at: Instant,
    pub updated_at: Instant,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl crate::Tenant for Entity {
    const ORGANIZATION: Column = Column::OrganizationId;
}
