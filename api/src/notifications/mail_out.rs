//! Telling staff by mail: each active member who may see the subject and wants to know.

use entity::{NotificationId, notification};
use portico_domain::{money::Money, notification::NotificationKind};
use portico_render::mail::{
    InvoiceViewedStaff, Message, NoticeStaff, PaymentFailedStaff, PaymentReceivedStaff,
};
use serde::Deserialize;

use super::store;
use crate::{
    clock::local_time,
    db::{OrgScope, Tx},
    error::Result,
    mail::{Outbox, Outgoing},
    subject,
};

/// What the kinds' data may hold.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Told {
    customer_name: String,
    #[serde(alias = "person")]
    person_name: Option<String>,
    amount: Option<Money>,
    invoices: Vec<String>,
    reason: String,
    cp_code: Option<String>,
    remedy: Option<String>,
}

/// Writes the mails of a notification, once: whoever is second finds it done.
///
/// # Errors
/// Those of the database and of encryption.
pub async fn mail_out(tx: &Tx<OrgScope>, outbox: &Outbox, id: NotificationId) -> Result<()> {
    let Some(row) = store::begin_mailing(tx, id).await? else {
        return Ok(());
    };
    // A later version may have known more kinds.
    let Ok(kind) = row.kind.parse::<NotificationKind>() else {
        return Ok(());
    };
    // That a mail to staff failed is not told by another mail to staff.
    if kind == NotificationKind::MailFailed && store::is_mail_to_staff(tx, row.subject_id).await? {
        return Ok(());
    }
    let organization = tx.own_organization().await?;
    let about = store::ABOUT
        .iter()
        .find(|name| **name == row.subject_type)
        .map(|name| (*name, row.subject_id));
    for member in store::mailed_to(tx, kind).await? {
        if !member.role.may(kind.permission()) || row.caused_by == Some(member.user_id) {
            continue;
        }
        let outgoing = Outgoing {
            message: message(kind, &row, &organization.time_zone, outbox),
            to: member.email,
            language: organization.language.0,
            attachments: Vec::new(),
            related: about,
        };
        outbox.queue(tx, outgoing).await?;
    }
    Ok(())
}

fn message(
    kind: NotificationKind,
    row: &notification::Model,
    time_zone: &str,
    outbox: &Outbox,
) -> Message {
    let told: Told = serde_json::from_value(row.data.0.clone()).unwrap_or_default();
    let url = outbox.config().link(&place(row));
    match (kind, told.amount) {
        (NotificationKind::InvoiceViewed, _) => InvoiceViewedStaff {
            name: told
                .person_name
                .unwrap_or_else(|| told.customer_name.clone()),
            customer: told.customer_name,
            number: row.label.clone(),
            viewed_at: local_time(row.at, time_zone),
            url,
        }
        .into(),
        (NotificationKind::PaymentReceived, Some(amount)) => PaymentReceivedStaff {
            customer: told.customer_name,
            amount,
            invoices: told.invoices,
            url,
        }
        .into(),
        (NotificationKind::PaymentFailed, Some(amount)) => PaymentFailedStaff {
            customer: told.customer_name,
            amount,
            invoices: told.invoices,
            reason: match (told.cp_code, told.remedy) {
                (Some(code), Some(remedy)) => format!("{} {code}: {remedy}", told.reason),
                _ => told.reason,
            },
            url,
        }
        .into(),
        _ => NoticeStaff {
            kind: kind.as_str(),
            customer: told.customer_name,
            name: told.person_name.unwrap_or_default(),
            subject: row.label.clone(),
            url,
        }
        .into(),
    }
}

/// Where the subject is shown.
fn place(row: &notification::Model) -> String {
    let id = subject::wire_id(&row.subject_type, row.subject_id);
    match row.subject_type.as_str() {
        "mail" => "/office/settings/mails".to_owned(),
        "portal_sign_up" => "/office/customers/sign-ups".to_owned(),
        kind => format!("/office/{kind}s/{id}"),
    }
}
