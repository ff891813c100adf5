//! How a mail leaves: by SMTP, or into the development mailbox.

use anyhow::{Context, Result};
use entity::{DevMailId, Doc, dev_mail, records::DevAttachment};
use lettre::{
    AsyncSmtpTransport, AsyncTransport, Tokio1Executor,
    message::{Attachment as Part, Mailbox, MultiPart, SinglePart, header::ContentType},
};
use sea_orm::Set;

use crate::{config::Config, db::Db};

/// A mail, whole.
pub struct Message {
    /// Stays the same when it is sent again, so that a mail server can see that it is the same mail.
    pub message_id: String,
    pub sender_name: String,
    pub reply_to: Option<String>,
    pub to: String,
    pub subject: String,
    pub html: String,
    pub text: String,
    pub attachments: Vec<Attachment>,
}

/// A file of a mail.
pub struct Attachment {
    pub name: String,
    pub content_type: &'static str,
    pub bytes: Vec<u8>,
}

/// The way out.
#[derive(Clone)]
pub enum Transport {
    Smtp {
        mailer: AsyncSmtpTransport<Tokio1Executor>,
        from: Mailbox,
    },
    /// Development only: the configuration refuses it elsewhere.
    Mailbox(Db),
}

impl Transport {
    /// The transport that the configuration names.
    ///
    /// # Errors
    /// If the SMTP address or the sender makes no sense.
    pub fn open(config: &Config, db: &Db) -> Result<Self> {
        let Some(url) = &config.smtp_url else {
            return Ok(Self::Mailbox(db.clone()));
        };
        let mailer = AsyncSmtpTransport::<Tokio1Executor>::from_url(url)
            .context("PORTICO_SMTP_URL is not right")?
            .timeout(Some(std::time::Duration::from_secs(20)))
            .build();
        Ok(Self::Smtp {
            mailer,
            from: config
                .mail_from
                .parse()
                .context("PORTICO_MAIL_FROM is not right")?,
        })
    }

    /// Hands a mail over.
    ///
    /// # Errors
    /// If it is refused or cannot be handed over.
    pub async fn send(&self, message: Message) -> Result<()> {
        match self {
            Self::Smtp { mailer, from } => {
                mailer.send(envelope(message, from)?).await?;
                Ok(())
            }
            Self::Mailbox(db) => keep(db, message).await,
        }
    }
}

fn envelope(message: Message, from: &Mailbox) -> Result<lettre::Message> {
    // lettre panics on a name with a line break.
    let name = portico_render::mail::header_line(&message.sender_name);
    let from = Mailbox::new(
        Some(name).filter(|name| !name.is_empty()),
        from.email.clone(),
    );
    let mut builder = lettre::Message::builder()
        .message_id(Some(message.message_id))
        .from(from)
        .to(Mailbox::new(None, message.to.parse()?))
        .subject(message.subject);
    if let Some(address) = message.reply_to.and_then(|address| address.parse().ok()) {
        builder = builder.reply_to(Mailbox::new(None, address));
    }
    let body = MultiPart::alternative_plain_html(message.text, message.html);
    let mut mixed = MultiPart::mixed().multipart(body);
    for attachment in message.attachments {
        let part: SinglePart = Part::new(attachment.name).body(
            attachment.bytes,
            ContentType::parse(attachment.content_type)?,
        );
        mixed = mixed.singlepart(part);
    }
    Ok(builder.multipart(mixed)?)
}

async fn keep(db: &Db, message: Message) -> Result<()> {
    let attachments = message
        .attachments
        .iter()
        .map(|attachment| DevAttachment {
            name: attachment.name.clone(),
            size: attachment.bytes.len() as u64,
        })
        .collect();
    let row = dev_mail::ActiveModel {
        id: Set(DevMailId(db.clock().new_uuid())),
        recipient: Set(message.to),
        subject: Set(message.subject),
        text_body: Set(message.text),
        html_body: Set(message.html),
        attachments: Set(Doc(attachments)),
        created_at: Set(db.clock().now()),
    };
    db.system_write("keep a mail in the development mailbox", async |global| {
        global.insert(row).await?;
        Ok::<_, sea_orm::DbErr>(())
    })
    .await?;
    Ok(())
}
