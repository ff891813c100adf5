//! `payment_link`: see the migration for keys and indexes.

use portico_domain::{money::Currency, payment_link::LinkState};
use sea_orm::entity::prelude::*;

use crate::{
    ids::{CustomerId, InvoiceId, OrganizationId, PaymentLinkId},
    values::{Instant, Text},
};

#[derive(Clone, Debug, DeriveEntityModel)]
#[sea_orm(table_name = "payment_link")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organization_id: OrganizationId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: PaymentLinkId,
    pub token_hash: String,
    pub customer_id: CustomerId,
    /// None: the money becomes the customer's credit.
    pub invoice_id: Option<InvoiceId>,
    pub currency: Text<Currency>,
    pub amount: i64,
    pub description: Option<String>,
    pub state: Text<LinkState>,
    pub expires_at: Instant,
    pub viewed_at: Option<Instant>,
    /// The member of staff, by name.
    pub created_by: Option<String>,
    pub created_at: Instant,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl crate::Tenant for Entity {
    const ORGANIZATION: Column = Column::OrganizationId;
}
