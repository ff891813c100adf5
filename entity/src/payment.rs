//! `payment`: see the migration for keys and indexes.

use chrono::NaiveDate;
use portico_domain::{money::Currency, payment::PaymentMode, payment::PaymentState};
use sea_orm::entity::prelude::*;

use crate::{
    ids::{ContactPersonId, CustomerId, OrganizationId, PaymentId, PaymentMethodId},
    records::{CardSummary, Mandate, PaymentFailure, PlannedAllocation},
    values::{Doc, Instant, Text},
};

#[derive(Clone, Debug, DeriveEntityModel)]
#[sea_orm(table_name = "payment")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organization_id: OrganizationId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: PaymentId,
    pub customer_id: CustomerId,
    pub number: Option<String>,
    pub date: NaiveDate,
    pub currency: Text<Currency>,
    pub amount: i64,
    pub unused: i64,
    /// What was given back.
    pub refunded: i64,
    /// What is set aside for refunds whose outcome is open.
    pub refunding: i64,
    pub bank_charges: i64,
    pub mode: Text<PaymentMode>,
    pub reference: Option<String>,
    pub notes: Option<String>,
    pub state: Text<PaymentState>,
    pub gateway: Option<String>,
    pub gateway_intent_id: Option<String>,
    pub method: Option<Doc<CardSummary>>,
    pub planned: Doc<Vec<PlannedAllocation>>,
    pub failure: Option<Doc<PaymentFailure>>,
    pub mandate: Option<Doc<Mandate>>,
    pub person_id: Option<ContactPersonId>,
    /// Whether the gateway keeps what the payer gives.
    pub keep_method: bool,
    /// What it keeps and is charged; it may be removed since.
    pub payment_method_id: Option<PaymentMethodId>,
    /// Whether the payer is away.
    pub off_session: bool,
    /// When it was first heard that the payer disputes it, or that the payer's bank returned it.
    pub disputed_at: Option<Instant>,
    pub search: String,
    pub created_at: Instant,
    pub updated_at: Instant,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl crate::Tenant for Entity {
    const ORGANIZATION: Column = Column::OrganizationId;
}
