//! `notification_read`: see the migration for keys and indexes.

use sea_orm::entity::prelude::*;

use crate::{
    ids::{NotificationId, OrganizationId, StaffUserId},
    values::Instant,
};

#[derive(Clone, Debug, DeriveEntityModel)]
#[sea_orm(table_name = "notification_read")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organization_id: OrganizationId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub notification_id: NotificationId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub user_id: StaffUserId,
    pub read_at: Instant,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl crate::Tenant for Entity {
    const ORGANIZATION: Column = Column::OrganizationId;
}
