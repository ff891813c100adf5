//! Asking staff to be let in.

use entity::portal_sign_up;
use portico_domain::{notification::NotificationKind, work::ActorKind};
use serde_json::json;

use super::{
    dto::AskForPortalAccess,
    link::{self, KIND},
    standing::{self, Standing},
    store,
};
use crate::{
    audit,
    auth::one_time,
    db::{Actor, Db, OrgScope, Tx},
    error::{Code, Result},
    http::ClientInfo,
    notifications::{self, NewNotification},
};

/// Keeps what somebody unknown asks for, and tells staff.
///
/// # Errors
/// Those of [`link::read`]; `link_used` for somebody who is known by now.
pub async fn ask(
    db: &Db,
    portal_name: &str,
    token: &str,
    input: AskForPortalAccess,
    client: &ClientInfo,
) -> Result<()> {
    let link = link::read(db, portal_name, token).await?;
    let actor = Actor {
        kind: ActorKind::Customer,
        id: None,
        name: Some(link.email.clone()),
        address: client.address.clone(),
    };
    let scope = db.scope_of(link.organization.id, actor);
    db.write(scope, async |tx| {
        one_time::consume(tx, KIND, token).await?;
        one_time::void_for_address(tx, KIND, &link.email).await?;
        let Standing::Unknown = standing::of(tx, &link.email).await? else {
            return Err(Code::LinkUsed.into());
        };
        let row = store::insert(tx, link.email, input).await?;
        record(tx, "portal_sign_up.asked", &row).await?;
        let name = full_name(&row);
        let news = NewNotification {
            kind: NotificationKind::SignUpWaiting,
            dedupe_key: format!("sign_up_waiting:{}", row.id),
            subject_type: "portal_sign_up",
            subject_id: row.id.0,
            label: name.clone(),
            data: json!({ "customer_name": row.company_name.as_deref().unwrap_or(&name), "person_name": name }),
        };
        notifications::notify(tx, news).await?;
        Ok(())
    })
    .await
}

/// The person's name in one line.
pub fn full_name(row: &portal_sign_up::Model) -> String {
    format!("{} {}", row.first_name, row.last_name)
}

/// Writes down what was done about somebody who asked.
pub async fn record(
    tx: &Tx<OrgScope>,
    action: &'static str,
    row: &portal_sign_up::Model,
) -> Result<()> {
    let entry = audit::Entry {
        action,
        subject_id: row.id.0,
        customer_id: row.customer_id,
        data: json!({ "name": full_name(row), "email": row.email }),
    };
    audit::record(tx, entry).await
}
