//! `invoice`: see the migration for keys and indexes.

use chrono::NaiveDate;
use portico_domain::{
    invoice::InvoiceState, money::Currency, totals::Discount, totals::DiscountTiming,
    totals::RoundingScope, totals::Totals,
};
use sea_orm::entity::prelude::*;

use crate::{
    ids::{CustomerId, InvoiceId, OrganizationId, PaymentId},
    records::{Address, Adjustment, ShippingCharge},
    values::{Doc, Instant, Text},
};

#[derive(Clone, Debug, DeriveEntityModel)]
#[sea_orm(table_name = "invoice")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organization_id: OrganizationId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: InvoiceId,
    pub version: i64,
    pub customer_id: CustomerId,
    pub customer_name: String,
    pub state: Text<InvoiceState>,
    pub number: Option<String>,
    pub number_key: String,
    pub reference: Option<String>,
    pub date: NaiveDate,
    pub due_date: NaiveDate,
    pub currency: Text<Currency>,
    pub exchange_rate: i64,
    pub prices_include_tax: bool,
    pub discount: Option<Doc<Discount>>,
    pub discount_timing: Text<DiscountTiming>,
    pub shipping: Option<Doc<ShippingCharge>>,
    pub adjustment: Option<Doc<Adjustment>>,
    pub rounding: Text<RoundingScope>,
    pub round_total: bool,
    pub totals: Doc<Totals>,
    pub total: i64,
    pub balance: i64,
    pub credits_applied: i64,
    pub notes: Option<String>,
    pub terms: Option<String>,
    pub allow_partial_payments: bool,
    pub gateways: Doc<Vec<String>>,
    pub billing_address: Doc<Address>,
    pub search: String,
    pub pending_payment_id: Option<PaymentId>,
    /// While the gateway processes a payment of it.
    pub payment_processing: bool,
    pub sent_at: Option<Instant>,
    pub viewed_at: Option<Instant>,
    pub viewed_by: Option<String>,
    pub void_reason: Option<String>,
    pub created_at: Instant,
    pub updated_at: Instant,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl crate::Tenant for Entity {
    const ORGANIZATION: Column = Column::OrganizationId;
}
