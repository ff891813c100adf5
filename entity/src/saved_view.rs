//! `saved_view`: see the migration for keys and indexes.

use sea_orm::entity::prelude::*;

use crate::{
    ids::{OrganizationId, SavedViewId, StaffUserId},
    values::{Doc, Instant},
};

#[derive(Clone, Debug, DeriveEntityModel)]
#[sea_orm(table_name = "saved_view")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organization_id: OrganizationId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: SavedViewId,
    pub user_id: StaffUserId,
    pub list: String,
    pub name: String,
    pub filters: Doc<std::collections::BTreeMap<String, String>>,
    pub shared: bool,
    pub created_at: Instant,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl crate::Tenant for Entity {
    const ORGANIZATION: Column = Column::OrganizationId;
}
