//! `invoice_line`: see the migration for keys and indexes.

use portico_domain::totals::Discount;
use sea_orm::entity::prelude::*;

use crate::{
    ids::{InvoiceId, InvoiceLineId, ItemId, OrganizationId},
    records::LineTax,
    values::Doc,
};

#[derive(Clone, Debug, DeriveEntityModel)]
#[sea_orm(table_name = "invoice_line")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organization_id: OrganizationId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: InvoiceLineId,
    pub invoice_id: InvoiceId,
    pub position: i32,
    pub item_id: Option<ItemId>,
    pub name: String,
    pub description: Option<String>,
    pub quantity: i64,
    pub unit: Option<String>,
    pub rate: i64,
    pub discount: Option<Doc<Discount>>,
    pub tax_ref: Option<String>,
    pub tax_name: Option<String>,
    pub taxes: Doc<Vec<LineTax>>,
    pub amount: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl crate::Tenant for Entity {
    const ORGANIZATION: Column = Column::OrganizationId;
}
