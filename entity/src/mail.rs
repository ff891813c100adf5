//! `mail`: see the migration for keys and indexes.

use portico_domain::work::MailStatus;
use sea_orm::entity::prelude::*;

use crate::{
    ids::{MailId, OrganizationId},
    records::MailAttachment,
    values::{Doc, Instant, Text},
};

#[derive(Clone, Debug, DeriveEntityModel)]
#[sea_orm(table_name = "mail")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organization_id: OrganizationId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: MailId,
    pub kind: String,
    pub recipient: String,
    pub subject: String,
    pub sealed_body: Option<String>,
    pub attachments: Doc<Vec<MailAttachment>>,
    pub status: Text<MailStatus>,
    pub attempts: i32,
    pub last_error: Option<String>,
    pub related_type: Option<String>,
    pub related_id: Option<Uuid>,
    pub created_at: Instant,
    pub sent_at: Option<Instant>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl crate::Tenant for Entity {
    const ORGANIZATION: Column = Column::OrganizationId;
}
