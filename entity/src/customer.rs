//! `customer`: see the migration for keys and indexes.

use portico_domain::{
    customer::CustomerKind, customer::TaxTreatment, language::Language, money::Currency,
    portal_access::PortalAccess,
};
use sea_orm::entity::prelude::*;

use crate::{
    ids::{CustomerId, OrganizationId, TaxExemptionId},
    records::Address,
    values::{Doc, Instant, Text},
};

#[derive(Clone, Debug, DeriveEntityModel)]
#[sea_orm(table_name = "customer")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organization_id: OrganizationId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: CustomerId,
    pub version: i64,
    pub kind: Text<CustomerKind>,
    pub display_name: String,
    pub company_name: Option<String>,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub currency: Text<Currency>,
    pub payment_terms_days: i32,
    pub language: Option<Text<Language>>,
    pub tax_treatment: Text<TaxTreatment>,
    pub tax_id: Option<String>,
    pub tax_exemption_id: Option<TaxExemptionId>,
    pub billing_address: Doc<Address>,
    pub shipping_address: Doc<Address>,
    pub notes: Option<String>,
    pub allow_bank_debit: bool,
    pub opening_balance: i64,
    pub credit_limit: Option<i64>,
    pub portal_status: Text<PortalAccess>,
    pub search: String,
    pub active: bool,
    pub outstanding: i64,
    pub created_at: Instant,
    pub updated_at: Instant,
    pub company_phone: Option<String>,
    pub website: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl crate::Tenant for Entity {
    const ORGANIZATION: Column = Column::OrganizationId;
}
