//! `organization_figure`: An organization's figures by day; kept in the transaction of every movement.

use chrono::NaiveDate;
use portico_domain::{ledger::Figure, money::Currency};
use sea_orm::entity::prelude::*;

use crate::{ids::OrganizationId, values::Text};

#[derive(Clone, Debug, DeriveEntityModel)]
#[sea_orm(table_name = "organization_figure")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organization_id: OrganizationId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub figure: Text<Figure>,
    #[sea_orm(primary_key, auto_increment = false)]
    pub currency: Text<Currency>,
    #[sea_orm(primary_key, auto_increment = false)]
    pub day: NaiveDate,
    pub amount: i64,
    pub count: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl crate::Tenant for Entity {
    const ORGANIZATION: Column = Column::OrganizationId;
}
