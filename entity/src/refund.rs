//! `refund`: Money of a payment that is given back. Its amounts are never edited, only its state moves on.

use chrono::NaiveDate;
use portico_domain::{money::Currency, payment::PaymentMode, refund::RefundState};
use sea_orm::entity::prelude::*;

use crate::{
    ids::{CustomerId, OrganizationId, PaymentId, RefundId},
    records::TakenBack,
    values::{Doc, Instant, Text},
};

#[derive(Clone, Debug, DeriveEntityModel)]
#[sea_orm(table_name = "refund")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organization_id: OrganizationId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: RefundId,
    pub payment_id: PaymentId,
    pub customer_id: CustomerId,
    /// When it was made; until the gateway has done it, when it was asked for.
    pub date: NaiveDate,
    pub currency: Text<Currency>,
    pub amount: i64,
    pub from_unused: i64,
    pub taken: Doc<Vec<TakenBack>>,
    pub reason: Option<String>,
    /// How it was paid back; none if the gateway does it.
    pub mode: Option<Text<PaymentMode>>,
    pub reference: Option<String>,
    pub gateway: Option<String>,
    pub gateway_refund_id: Option<String>,
    pub state: Text<RefundState>,
    /// The gateway's code.
    pub failure: Option<String>,
    pub created_at: Instant,
    pub updated_at: Instant,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl crate::Tenant for Entity {
    const ORGANIZATION: Column = Column::OrganizationId;
}
