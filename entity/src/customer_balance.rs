//! `customer_balance`: What a customer owes and is owed, per currency; kept in the transaction of every movement.

use portico_domain::money::Currency;
use sea_orm::entity::prelude::*;

use crate::{
    ids::{CustomerId, OrganizationId},
    values::Text,
};

#[derive(Clone, Debug, DeriveEntityModel)]
#[sea_orm(table_name = "customer_balance")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organization_id: OrganizationId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub customer_id: CustomerId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub currency: Text<Currency>,
    pub outstanding: i64,
    pub credit: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl crate::Tenant for Entity {
    const ORGANIZATION: Column = Column::OrganizationId;
}
