//! Mails that wait to be sent.

use actix_web::web::Data;
use entity::{Doc, MailId, Text, mail, organization, records::MailAttachment};
use portico_domain::{colour::Colour, language::Language, work::MailStatus};
use portico_render::mail::{self as render, Sender};
use sea_orm::Set;
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;

use super::wording;
use crate::{
    config::Config,
    db::{OrgScope, Tx},
    error::{Error, Result},
    jobs::{self, NewJob},
    keys::Keys,
};

/// The kind of the job that sends a mail.
pub const SEND_MAIL: &str = "mail.send";

/// A mail to be written.
pub struct Outgoing {
    pub message: render::Message,
    pub to: String,
    pub language: Language,
    pub attachments: Vec<MailAttachment>,
    /// What it is about: `("invoice", id)`.
    pub related: Option<(&'static str, Uuid)>,
}

/// Writes mails.
#[derive(Clone)]
pub struct Outbox {
    keys: Data<Keys>,
    config: Data<Config>,
}

/// The secret part of a waiting mail.
#[derive(Serialize, Deserialize)]
pub struct Content {
    pub html: String,
    pub text: String,
}

impl Outbox {
    /// An outbox with the installation's keys and links.
    #[must_use]
    pub const fn new(keys: Data<Keys>, config: Data<Config>) -> Self {
        Self { keys, config }
    }

    /// Where links in mails begin.
    #[must_use]
    pub fn config(&self) -> &Config {
        &self.config
    }

    /// Writes a mail and queues its sending, in the transaction that wants it.
    ///
    /// # Errors
    /// Those of the database and of encryption.
    pub async fn queue(&self, tx: &Tx<OrgScope>, outgoing: Outgoing) -> Result<MailId> {
        let organization = tx.own_organization().await?;
        // The organization's own words of this moment.
        let own = wording::of(tx, outgoing.message.kind(), outgoing.language).await?;
        let written = render::compose(
            &outgoing.message,
            &sender_of(&organization, &self.config),
            outgoing.language,
            own.as_ref(),
        );
        let id = MailId(tx.new_uuid());
        let content = Content {
            html: written.html,
            text: written.text,
        };
        let sealed = self
            .keys
            .seal(
                &context(id),
                &serde_json::to_string(&content).map_err(Error::internal)?,
            )
            .map_err(Error::internal)?;
        tx.insert(mail::ActiveModel {
            organization_id: Set(tx.organization()),
            id: Set(id),
            kind: Set(outgoing.message.kind().to_string()),
            recipient: Set(outgoing.to),
            subject: Set(written.subject),
            sealed_body: Set(Some(sealed)),
            attachments: Set(Doc(outgoing.attachments)),
            status: Set(Text(MailStatus::Queued)),
            attempts: Set(0),
            last_error: Set(None),
            related_type: Set(outgoing.related.map(|(kind, _)| kind.to_owned())),
            related_id: Set(outgoing.related.map(|(_, id)| id)),
            created_at: Set(tx.now()),
            sent_at: Set(None),
        })
        .await?;
        self.queue_sending(tx, id, 0).await?;
        Ok(id)
    }

    /// Queues the sending of a mail; `round` counts how often staff asked for it again.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn queue_sending(&self, tx: &Tx<OrgScope>, id: MailId, round: i32) -> Result<()> {
        let job = NewJob {
            kind: SEND_MAIL,
            payload: json!({ "mail_id": id }),
            dedupe_key: Some(format!("mail:{id}:{round}")),
            run_at: tx.now(),
        };
        jobs::enqueue(tx, job).await
    }

    /// The body of a waiting mail.
    ///
    /// # Errors
    /// If it cannot be decrypted.
    pub fn unseal(&self, mail: &mail::Model) -> Result<Content> {
        let sealed = mail.sealed_body.as_deref().unwrap_or_default();
        let text = self
            .keys
            .open_sealed(&context(mail.id), sealed)
            .map_err(Error::internal)?;
        serde_json::from_str(&text).map_err(Error::internal)
    }
}

/// A mail's ciphertext opens for that mail only.
pub(crate) fn context(id: MailId) -> String {
    format!("mail:{id}")
}

/// An organization as the sender of a mail.
#[must_use]
pub fn sender_of(organization: &organization::Model, config: &Config) -> Sender {
    let address = &organization.address;
    let town = [address.zip.as_deref(), address.city.as_deref()]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" ");
    let lines = [
        address.street.clone(),
        address.street2.clone(),
        Some(town),
        address.country.clone(),
    ];
    Sender {
        name: organization.name.clone(),
        logo_url: organization.logo_key.as_ref().map(|_| {
            config.link(&format!(
                "/api/v1/public/portals/{}/logo",
                organization.portal_name
            ))
        }),
        accent: organization.accent_colour.parse().unwrap_or(Colour::BLACK),
        address: lines
            .into_iter()
            .flatten()
            .filter(|line| !line.is_empty())
            .collect(),
        email: organization.email.clone(),
        website: organization.website.clone(),
    }
}
