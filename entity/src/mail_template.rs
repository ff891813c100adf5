//! `mail_template`: An organization's own words for a kind of mail in a language; none where it uses the built-in ones.

use portico_domain::language::Language;
use sea_orm::entity::prelude::*;

use crate::{
    ids::OrganizationId,
    values::{Instant, Text},
};

#[derive(Clone, Debug, DeriveEntityModel)]
#[sea_orm(table_name = "mail_template")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organization_id: OrganizationId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub kind: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub language: Text<Language>,
    pub version: i64,
    pub subject: Option<String>,
    pub body: Option<String>,
    pub updated_by: Option<String>,
    pub updated_at: Instant,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl crate::Tenant for Entity {
    const ORGANIZATION: Column = Column::OrganizationId;
}
