//! Templates as staff see them.

use std::collections::HashMap;

use entity::mail_template;
use portico_domain::language::Language;
use portico_render::mail::{self as render, Kind, LANGUAGES, Message, Sender, Template};

use super::{
    dto::{
        EmailPlaceholder, EmailPreview, EmailTemplate, EmailTemplateList, EmailTemplateSummary,
        PreviewEmailTemplate,
    },
    recent,
    sample::{self, Now},
    store,
    update::must_be_usable,
};
use crate::{
    clock::local_time,
    config::Config,
    db::{OrgScope, Tx},
    error::Result,
    http::Versioned,
    mail::sender_of,
};

/// Every kind in every language.
pub async fn list(tx: &Tx<OrgScope>) -> Result<EmailTemplateList> {
    let rows = store::all(tx).await?.into_iter();
    let mut rows: HashMap<_, _> = rows
        .map(|row| ((row.kind.clone(), row.language.0.code()), row))
        .collect();
    let mut data = Vec::new();
    for kind in Kind::ALL.iter().copied() {
        for language in LANGUAGES {
            let row = rows.remove(&(kind.to_string(), language.code()));
            data.push(EmailTemplateSummary {
                kind: kind.to_string(),
                language,
                for_staff: kind.is_for_staff(),
                subject: present(row.as_ref(), kind, language).subject,
                edited: own(row.as_ref()).is_some(),
                updated_at: row.as_ref().map(|row| row.updated_at),
                updated_by: row.and_then(|row| row.updated_by),
            });
        }
    }
    Ok(EmailTemplateList { data })
}

/// One of them, with what it may refer to.
pub async fn show(
    tx: &Tx<OrgScope>,
    config: &Config,
    kind: Kind,
    language: Language,
) -> Result<Versioned<EmailTemplate>> {
    let row = store::find(tx, kind, language).await?;
    let (message, sender) = real(tx, config, kind).await?;
    let samples = render::values(&message, &sender, language);
    let placeholder = |(name, sample): (&str, String)| EmailPlaceholder {
        name: name.to_owned(),
        meaning: render::meaning(name).to_owned(),
        sample,
        required: kind.required().contains(&name),
    };
    let Template { subject, body } = present(row.as_ref(), kind, language);
    let default = Template::default_for(kind, language);
    let version = row.as_ref().map_or(0, |row| row.version);
    let value = EmailTemplate {
        kind: kind.to_string(),
        language,
        for_staff: kind.is_for_staff(),
        subject,
        body,
        edited: own(row.as_ref()).is_some(),
        default_subject: default.subject,
        default_body: default.body,
        placeholders: samples.into_iter().map(placeholder).collect(),
        version,
        updated_at: row.as_ref().map(|row| row.updated_at),
        updated_by: row.and_then(|row| row.updated_by),
    };
    Ok(Versioned { value, version })
}

/// A mail in these words, filled with real facts.
///
/// # Errors
/// `validation_failed`, as on saving.
pub async fn preview(
    tx: &Tx<OrgScope>,
    config: &Config,
    kind: Kind,
    language: Language,
    words: PreviewEmailTemplate,
) -> Result<EmailPreview> {
    let template = Template {
        subject: words.subject,
        body: words.body,
    };
    must_be_usable(&template, kind)?;
    let (message, sender) = real(tx, config, kind).await?;
    let mail = render::compose(&message, &sender, language, Some(&template));
    Ok(EmailPreview {
        subject: mail.subject,
        html: mail.html,
        text: mail.text,
    })
}

async fn real(tx: &Tx<OrgScope>, config: &Config, kind: Kind) -> Result<(Message, Sender)> {
    let organization = tx.own_organization().await?;
    let at = local_time(tx.now(), &organization.time_zone);
    let facts = recent::facts(tx, kind, &organization, at.date()).await?;
    let actor = tx.scope().actor().name.clone().unwrap_or_default();
    let now = Now { staff: &actor, at };
    let message = sample::message(kind, facts, &organization, config, &now);
    Ok((message, sender_of(&organization, config)))
}

/// The organization's own words, if it has any.
pub fn own(row: Option<&mail_template::Model>) -> Option<Template> {
    let row = row?;
    let (subject, body) = row.subject.clone().zip(row.body.clone())?;
    Some(Template { subject, body })
}

/// The words in use.
pub fn present(row: Option<&mail_template::Model>, kind: Kind, language: Language) -> Template {
    own(row).unwrap_or_else(|| Template::default_for(kind, language))
}
