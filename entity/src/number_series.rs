//! `number_series`: see the migration for keys and indexes.

use portico_domain::numbering::DocumentType;
use sea_orm::entity::prelude::*;

use crate::{ids::OrganizationId, values::Text};

#[derive(Clone, Debug, DeriveEntityModel)]
#[sea_orm(table_name = "number_series")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organization_id: OrganizationId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub document_type: Text<DocumentType>,
    pub prefix: String,
    pub next_number: i64,
    pub padding: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl crate::Tenant for Entity {
    const ORGANIZATION: Column = Column::OrganizationId;
}
