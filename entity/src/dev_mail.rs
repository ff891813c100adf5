//! `dev_mail`: The development mailbox: mails that would have been sent.

use sea_orm::entity::prelude::*;

use crate::{
    ids::DevMailId,
    records::DevAttachment,
    values::{Doc, Instant},
};

#[derive(Clone, Debug, DeriveEntityModel)]
#[sea_orm(table_name = "dev_mail")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: DevMailId,
    pub recipient: String,
    pub subject: String,
    pub text_body: String,
    pub html_body: String,
    pub attachments: Doc<Vec<DevAttachment>>,
    pub created_at: Instant,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
