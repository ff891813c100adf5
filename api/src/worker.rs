//! What each kind of job does, and what is done again and again. The queue knows nothing of it; this
//! module may call any slice.

use std::time::Duration;

use entity::{MailId, NotificationId, mail, organization, records::MailAttachment};
use serde::Deserialize;
use tokio::sync::watch;

use crate::{
    app::Parts,
    auth::{
        self,
        reset::SEND_RESET,
        throttle::{Account, WARN_OF_GUESSING},
    },
    db::{Actor, OrgScope},
    error::{Error, Result},
    gateway::Clearing,
    http::idempotency,
    invoices::invoice_file,
    jobs::{self, Handler, Job, Queue},
    mail::{self as post, Attachment, Message, SEND_MAIL, Transport},
    notifications::{self, MAIL_NOTIFICATION},
    payments::{self, receipt_file},
    portal_auth,
    portal_sign_ups::{self, SEND_SIGN_UP},
};

/// A worker on a thread of its own.
pub struct Worker {
    stop: watch::Sender<bool>,
    /// Nothing if the system had no thread to give.
    thread: Option<std::thread::JoinHandle<()>>,
}

/// Room for everything the worker calls, one within the other: without optimisation, settling a payment from the
/// round that reconciles takes more than the 2 MiB that a thread has by default.
const STACK: usize = 16 << 20;

/// How often payments in flight are looked at and old rows are removed.
const ROUND: Duration = Duration::from_secs(30);

/// How often the sandbox gateway settles debits and sends webhooks.
const CLEARING: Duration = Duration::from_secs(1);

impl Worker {
    /// Starts one.
    #[must_use]
    pub fn start(parts: Parts) -> Self {
        let (stop, stopped) = watch::channel(false);
        let work = move || actix_web::rt::System::new().block_on(work(parts, stopped));
        let thread = std::thread::Builder::new()
            .name("worker".to_owned())
            .stack_size(STACK)
            .spawn(work)
            .inspect_err(|error| tracing::error!(%error, "no worker could be started"))
            .ok();
        Self { stop, thread }
    }

    /// Lets it finish the job in hand and waits for it.
    pub async fn stop(self) {
        let _ = self.stop.send(true);
        let _ = tokio::task::spawn_blocking(move || self.thread.map(std::thread::JoinHandle::join))
            .await;
    }
}

async fn work(parts: Parts, stopped: watch::Receiver<bool>) {
    let transport = match Transport::open(&parts.config, &parts.db) {
        Ok(transport) => transport,
        Err(error) => {
            tracing::error!(%error, "mails cannot be sent");
            return;
        }
    };
    let queue = Queue::new(parts.db.get_ref().clone());
    let rounds = Box::pin(rounds(parts.clone(), stopped.clone()));
    let clearing = Box::pin(clearing(parts.clone(), stopped.clone()));
    let jobs = Box::pin(jobs::run(queue, Jobs { parts, transport }, stopped));
    tokio::join!(jobs, rounds, clearing);
}

/// What no request asks for.
async fn rounds(parts: Parts, mut stopped: watch::Receiver<bool>) {
    while !*stopped.borrow() {
        if let Err(error) = jobs::contained(round(&parts, || *stopped.borrow())).await {
            tracing::error!(%error, "the worker's round failed");
        }
        let _ = tokio::time::timeout(ROUND, stopped.changed()).await;
    }
}

/// The sandbox gateway's own work, if there is one.
async fn clearing(parts: Parts, mut stopped: watch::Receiver<bool>) {
    if !parts.config.sandbox_gateway {
        return;
    }
    let clearing = match Clearing::new(&parts.config) {
        Ok(clearing) => clearing,
        Err(error) => {
            tracing::error!(%error, "the sandbox gateway cannot send webhooks");
            return;
        }
    };
    while !*stopped.borrow() {
        let round = clearing.round(&parts.gateways, &parts.db);
        if let Err(error) = jobs::contained(round).await {
            tracing::error!(%error, "the sandbox gateway's round failed");
        }
        let _ = tokio::time::timeout(CLEARING, stopped.changed()).await;
    }
}

/// One round: payments in flight, until `stopping` says so, and rows that no longer matter.
///
/// # Errors
/// Those of the database.
pub async fn round(parts: &Parts, stopping: impl Fn() -> bool) -> Result<()> {
    let Parts {
        db,
        gateways,
        outbox,
        config,
        ..
    } = parts;
    payments::reconcile(db, gateways, outbox, config, stopping).await?;
    let now = parts.db.clock().now();
    parts
        .db
        .system_write("remove rows that no longer matter", async |global| {
            auth::throttle::tidy(global, now).await?;
            idempotency::tidy(global, now).await?;
            post::tidy(global, now).await?;
            jobs::tidy(global, now).await
        })
        .await?;
    parts.limiter.tidy();
    Ok(())
}

/// Whose account a job is about.
fn account(job: &Job) -> Result<Account> {
    serde_json::from_value(job.payload.0.clone()).map_err(Error::internal)
}

struct Jobs {
    parts: Parts,
    transport: Transport,
}

#[derive(Deserialize)]
struct SendMail {
    mail_id: MailId,
}

#[derive(Deserialize)]
struct MailNotification {
    notification_id: NotificationId,
}

impl Handler for Jobs {
    async fn handle(&self, job: &Job) -> Result<()> {
        match job.kind.as_str() {
            SEND_MAIL => {
                let (scope, id) = self.mail_of(job)?;
                self.send(scope, id).await
            }
            MAIL_NOTIFICATION => self.tell_staff(job).await,
            SEND_RESET => self.send_reset(account(job)?).await,
            SEND_SIGN_UP => self.send_sign_up(account(job)?).await,
            WARN_OF_GUESSING => self.warn_of_guessing(account(job)?).await,
            kind => Err(Error::internal(anyhow::anyhow!(
                "no worker knows jobs of the kind {kind:?}"
            ))),
        }
    }

    async fn given_up(&self, job: &Job, error: &str) -> Result<()> {
        tracing::error!(job = %job.id, kind = job.kind, error, "a job was given up");
        if job.kind == SEND_MAIL {
            let (scope, id) = self.mail_of(job)?;
            self.parts
                .db
                .write(scope, async |tx| post::gave_up(tx, id, error).await)
                .await?;
        }
        Ok(())
    }
}

impl Jobs {
    async fn send_reset(&self, account: Account) -> Result<()> {
        let (db, outbox, email) = (&self.parts.db, &self.parts.outbox, &account.email);
        match account.organization_id {
            None => auth::reset::send(db, outbox, email).await,
            Some(id) => portal_auth::send_reset(db, outbox, id, email).await,
        }
    }

    async fn send_sign_up(&self, account: Account) -> Result<()> {
        let (db, outbox) = (&self.parts.db, &self.parts.outbox);
        match account.organization_id {
            None => Ok(()),
            Some(id) => portal_sign_ups::send(db, outbox, id, &account.email).await,
        }
    }

    async fn warn_of_guessing(&self, account: Account) -> Result<()> {
        let (db, outbox, email) = (&self.parts.db, &self.parts.outbox, &account.email);
        match account.organization_id {
            None => auth::reset::warn_of_guessing(db, outbox, email).await,
            Some(id) => portal_auth::warn_of_guessing(db, outbox, id, email).await,
        }
    }

    async fn tell_staff(&self, job: &Job) -> Result<()> {
        let MailNotification { notification_id } =
            serde_json::from_value(job.payload.0.clone()).map_err(Error::internal)?;
        let (scope, outbox) = (self.scope_of(job)?, &self.parts.outbox);
        self.parts
            .db
            .write(scope, async |tx| {
                notifications::mail_out(tx, outbox, notification_id).await
            })
            .await
    }

    fn mail_of(&self, job: &Job) -> Result<(OrgScope, MailId)> {
        let SendMail { mail_id } =
            serde_json::from_value(job.payload.0.clone()).map_err(Error::internal)?;
        Ok((self.scope_of(job)?, mail_id))
    }

    fn scope_of(&self, job: &Job) -> Result<OrgScope> {
        let organization = job
            .organization_id
            .ok_or_else(|| Error::internal(anyhow::anyhow!("a job of nobody")))?;
        Ok(self.parts.db.scope_of(organization, Actor::system()))
    }

    /// Sends a mail that still waits, and writes down how it went. A mail that was handed over but not yet
    /// written down when the worker died is handed over again under the same message id.
    async fn send(&self, scope: OrgScope, id: MailId) -> Result<()> {
        let db = &self.parts.db;
        let Some((mail, organization)) = db
            .read(scope.clone(), async |tx| post::waiting(tx, id).await)
            .await?
        else {
            return Ok(());
        };
        match self.hand_over(&scope, mail, organization).await {
            Ok(()) => db.write(scope, async |tx| post::sent(tx, id).await).await,
            Err(error) => {
                let text = format!("{error:#}");
                db.write(scope, async |tx| post::failed(tx, id, &text).await)
                    .await?;
                Err(Error::internal(error))
            }
        }
    }

    async fn hand_over(
        &self,
        scope: &OrgScope,
        mail: mail::Model,
        organization: organization::Model,
    ) -> anyhow::Result<()> {
        let content = self.parts.outbox.unseal(&mail)?;
        let host = self.parts.config.public_url.host_str();
        let message = Message {
            message_id: format!("<{}@{}>", mail.id, host.unwrap_or("localhost")),
            sender_name: organization.name,
            reply_to: organization.email,
            attachments: self.attachments(scope, &mail).await?,
            to: mail.recipient,
            subject: mail.subject,
            html: content.html,
            text: content.text,
        };
        self.transport.send(message).await
    }

    async fn attachments(&self, scope: &OrgScope, mail: &mail::Model) -> Result<Vec<Attachment>> {
        let (db, files) = (&self.parts.db, &self.parts.files);
        let mut attachments = Vec::new();
        for wanted in &mail.attachments.0 {
            let (name, bytes) = match wanted {
                MailAttachment::InvoicePdf { invoice_id } => {
                    let file = invoice_file(db, scope.clone(), files, *invoice_id).await?;
                    (file.name, file.bytes)
                }
                MailAttachment::ReceiptPdf { payment_id } => {
                    let file = receipt_file(db, scope.clone(), files, *payment_id).await?;
                    (file.name, file.bytes)
                }
            };
            attachments.push(Attachment {
                name,
                content_type: "application/pdf",
                bytes,
            });
        }
        Ok(attachments)
    }
}
