//! `organization`: see the migration for keys and indexes.

use portico_domain::{
    language::Language, money::Currency, portal_module::ModuleAccess, totals::RoundingScope,
};
use sea_orm::entity::prelude::*;

use crate::{
    ids::OrganizationId,
    records::{Address, GatewayOffer},
    values::{Doc, Instant, Text},
};

#[derive(Clone, Debug, DeriveEntityModel)]
#[sea_orm(table_name = "organization")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: OrganizationId,
    pub version: i64,
    pub name: String,
    pub portal_name: String,
    pub portal_enabled: bool,
    pub address: Doc<Address>,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub website: Option<String>,
    pub tax_registration: Option<String>,
    pub base_currency: Text<Currency>,
    pub time_zone: String,
    pub fiscal_year_start_month: i32,
    pub date_format: String,
    pub language: Text<Language>,
    pub accent_colour: String,
    pub banner_message: Option<String>,
    pub number_drafts: bool,
    pub rounding: Text<RoundingScope>,
    pub round_total: bool,
    pub prices_include_tax: bool,
    pub allow_partial_payments: bool,
    pub payment_terms_days: i32,
    pub payment_instructions: Option<String>,
    pub invoice_notes: Option<String>,
    pub invoice_terms: Option<String>,
    pub logo_key: Option<String>,
    pub created_at: Instant,
    pub staff_mfa_required: bool,
    pub portal_mfa_required: bool,
    /// Whether a payment that the gateway processes keeps another one from starting.
    pub block_when_pending: bool,
    /// What customers are offered of `gateway_account`; of one that is not here, what there is at first.
    pub gateways: Doc<Vec<GatewayOffer>>,
    pub allow_edit_details: bool,
    pub allow_bulk_payment: bool,
    pub auto_invite_new_customers: bool,
    pub portal_modules: Doc<Vec<ModuleAccess>>,
    /// Whether a one-time code by mail comes before what a payment link shows.
    pub verify_public_links: bool,
    /// Whether people sign up to the portal by themselves.
    pub allow_signup: bool,
    pub notify_staff_in_app: bool,
    pub notify_staff_by_email: bool,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
