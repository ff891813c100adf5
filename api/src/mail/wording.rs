//! An organization's own words.

use entity::mail_template;
use portico_domain::language::Language;
use portico_render::mail::{self as render, Kind, Template};
use sea_orm::ColumnTrait;

use crate::{
    db::{OrgScope, Tx},
    error::Result,
};

/// Subject and body of a kind of mail, if the organization has its own for readers of this language.
pub(super) async fn of(
    tx: &Tx<OrgScope>,
    kind: Kind,
    language: Language,
) -> Result<Option<Template>> {
    let language = render::wording(language);
    let row = tx
        .select::<mail_template::Entity>()
        .filter(mail_template::Column::Kind.eq(kind.as_str()))
        .filter(mail_template::Column::Language.eq(language.code()))
        .one()
        .await?;
    let words = row.and_then(|row| row.subject.zip(row.body));
    Ok(words.map(|(subject, body)| Template { subject, body }))
}
