//! Changing what a mail says, and taking the change back.

use entity::{Text, mail_template};
use portico_domain::language::Language;
use portico_render::mail::{Kind, Template};
use serde_json::json;

use super::{
    dto::UpdateEmailTemplate,
    show::{own, present},
    store,
};
use crate::{
    audit,
    db::{OrgScope, Tx},
    error::{Error, FieldError, Result},
    http::IfMatch,
    organizations,
};

/// Gives a kind of mail other words. Those equal to the built-in ones are none of one's own.
///
/// # Errors
/// `version_mismatch`; `validation_failed`, with every field and placeholder that is not right.
pub async fn update(
    tx: &Tx<OrgScope>,
    kind: Kind,
    language: Language,
    version: IfMatch,
    change: UpdateEmailTemplate,
) -> Result<()> {
    let row = hold(tx, kind, language).await?;
    version.check(row.version)?;
    let before = present(Some(&row), kind, language);
    let tidy = |text: String| text.trim().to_owned();
    let after = Template {
        subject: change.subject.map_or(before.subject.clone(), tidy),
        body: change.body.map_or(before.body.clone(), tidy),
    };
    must_be_usable(&after, kind)?;
    if after == before {
        return Ok(());
    }
    let words = (after != Template::default_for(kind, language)).then(|| after.clone());
    save(tx, row, words).await?;
    record(
        tx,
        "email_template.updated",
        (kind, language),
        &before,
        &after,
    )
    .await
}

/// Takes the organization's own words back.
pub async fn restore(tx: &Tx<OrgScope>, kind: Kind, language: Language) -> Result<()> {
    let row = hold(tx, kind, language).await?;
    let Some(before) = own(Some(&row)) else {
        return Ok(());
    };
    save(tx, row, None).await?;
    let after = Template::default_for(kind, language);
    record(
        tx,
        "email_template.restored",
        (kind, language),
        &before,
        &after,
    )
    .await
}

/// Refuses words that a mail cannot be written in.
///
/// # Errors
/// `validation_failed`.
pub fn must_be_usable(template: &Template, kind: Kind) -> Result<()> {
    let errors: Vec<_> = template
        .check(kind)
        .into_iter()
        .map(|error| FieldError {
            pointer: format!("/{}", error.part().as_str()),
            code: error.code().into(),
            detail: error.to_string().into(),
        })
        .collect();
    if errors.is_empty() {
        Ok(())
    } else {
        Err(Error::fields(errors))
    }
}

/// The row that nobody else changes until the transaction ends; of version 0 if there is none yet.
async fn hold(tx: &Tx<OrgScope>, kind: Kind, language: Language) -> Result<mail_template::Model> {
    organizations::lock(tx).await?;
    let row = store::find(tx, kind, language).await?;
    Ok(row.unwrap_or_else(|| mail_template::Model {
        organization_id: tx.organization(),
        kind: kind.to_string(),
        language: Text(language),
        version: 0,
        subject: None,
        body: None,
        updated_by: None,
        updated_at: tx.now(),
    }))
}

async fn save(tx: &Tx<OrgScope>, row: mail_template::Model, words: Option<Template>) -> Result<()> {
    let (subject, body) = words.map(|words| (words.subject, words.body)).unzip();
    let row = mail_template::Model {
        version: row.version + 1,
        subject,
        body,
        updated_by: tx.scope().actor().name.clone(),
        updated_at: tx.now(),
        ..row
    };
    store::save(tx, row).await
}

async fn record(
    tx: &Tx<OrgScope>,
    action: &'static str,
    (kind, language): (Kind, Language),
    before: &Template,
    after: &Template,
) -> Result<()> {
    let shown = |it: &Template| json!({ "subject": it.subject, "body": it.body });
    let entry = audit::Entry {
        action,
        subject_id: tx.organization().0,
        customer_id: None,
        data: json!({
            "kind": kind.as_str(), "language": language.code(),
            "changes": audit::changes(&shown(before), &shown(after)),
        }),
    };
    audit::record(tx, entry).await
}
