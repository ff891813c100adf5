//! `payment_allocation`: Movements: never edited. A release is a row of its own with the opposite sign.

use portico_domain::ledger::AllocationReason;
use sea_orm::entity::prelude::*;

use crate::{
    ids::{InvoiceId, OrganizationId, PaymentAllocationId, PaymentId},
    values::{Instant, Text},
};

#[derive(Clone, Debug, DeriveEntityModel)]
#[sea_orm(table_name = "payment_allocation")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organization_id: OrganizationId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: PaymentAllocationId,
    pub payment_id: PaymentId,
    pub invoice_id: InvoiceId,
    pub amount: i64,
    pub tax_withheld: i64,
    pub reason: Text<AllocationReason>,
    pub created_at: Instant,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl crate::Tenant for Entity {
    const ORGANIZATION: Column = Column::OrganizationId;
}
