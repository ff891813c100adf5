//! `credit_entry`: see the migration for keys and indexes.

use portico_domain::{ledger::CreditReason, money::Currency};
use sea_orm::entity::prelude::*;

use crate::{
    ids::{CreditEntryId, CustomerId, InvoiceId, OrganizationId, PaymentId},
    values::{Instant, Text},
};

#[derive(Clone, Debug, DeriveEntityModel)]
#[sea_orm(table_name = "credit_entry")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organization_id: OrganizationId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: CreditEntryId,
    pub customer_id: CustomerId,
    pub currency: Text<Currency>,
    pub amount: i64,
    pub reason: Text<CreditReason>,
    pub payment_id: Option<PaymentId>,
    pub invoice_id: Option<InvoiceId>,
    pub created_at: Instant,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl crate::Tenant for Entity {
    const ORGANIZATION: Column = Column::OrganizationId;
}
