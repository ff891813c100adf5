//! How staff are told: what the organization offers, and what each member wants of it.

use std::collections::HashMap;

use entity::StaffUserId;
use portico_domain::{notification::NotificationKind, permission::Role};
use serde_json::json;

use super::{
    dto::{
        MyNotificationChoice, MyNotificationSettings, NotificationChoice, NotificationSettings,
        UpdateMyNotificationSettings, UpdateNotificationChoice, UpdateNotificationSettings,
    },
    store::settings as store,
};
use crate::{
    audit,
    db::{OrgScope, Tx},
    error::{Error, Result},
};

/// Whether one kind is told in the app and by mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Told {
    pub in_app: bool,
    pub by_email: bool,
}

impl Told {
    pub const EVERYTHING: Self = Self {
        in_app: true,
        by_email: true,
    };

    const fn changed(self, change: &UpdateNotificationChoice) -> Self {
        Self {
            in_app: match change.in_app {
                Some(in_app) => in_app,
                None => self.in_app,
            },
            by_email: match change.by_email {
                Some(by_email) => by_email,
                None => self.by_email,
            },
        }
    }
}

/// What was chosen for each kind; what is not there is on.
pub type Chosen = HashMap<NotificationKind, Told>;

fn of(chosen: &Chosen, kind: NotificationKind) -> Told {
    chosen.get(&kind).copied().unwrap_or(Told::EVERYTHING)
}

/// What the organization offers.
///
/// # Errors
/// Those of the database.
pub async fn of_organization(tx: &Tx<OrgScope>) -> Result<NotificationSettings> {
    let organization = tx.own_organization().await?;
    let rules = store::rules(tx).await?;
    Ok(NotificationSettings {
        notify_staff_in_app: organization.notify_staff_in_app,
        notify_staff_by_email: organization.notify_staff_by_email,
        kinds: NotificationKind::ALL
            .iter()
            .map(|&kind| {
                let told = of(&rules, kind);
                NotificationChoice {
                    kind,
                    in_app: told.in_app,
                    by_email: told.by_email,
                }
            })
            .collect(),
    })
}

/// Changes what the organization offers.
///
/// # Errors
/// `validation_failed` if a kind is named twice.
pub async fn update_organization(
    tx: &Tx<OrgScope>,
    input: UpdateNotificationSettings,
) -> Result<NotificationSettings> {
    once_each(&input.kinds)?;
    store::lock_organization(tx).await?;
    let before = of_organization(tx).await?;
    store::switch(tx, input.notify_staff_in_app, input.notify_staff_by_email).await?;
    let rules = store::rules(tx).await?;
    for change in &input.kinds {
        let told = of(&rules, change.kind).changed(change);
        store::put_rule(tx, change.kind, told).await?;
    }
    let after = of_organization(tx).await?;
    if after != before {
        audit::record_change(
            tx,
            "organization.notifications_changed",
            tx.organization(),
            &before,
            &after,
        )
        .await?;
    }
    Ok(after)
}

/// What a member is told, of what their role may see.
///
/// # Errors
/// Those of the database.
pub async fn of_member(
    tx: &Tx<OrgScope>,
    user: StaffUserId,
    role: Role,
) -> Result<MyNotificationSettings> {
    let offered = of_organization(tx).await?;
    let wanted = store::preferences(tx, user).await?;
    let kinds = offered.kinds.iter();
    Ok(MyNotificationSettings {
        kinds: kinds
            .filter(|offer| role.may(offer.kind.permission()))
            .map(|offer| {
                let told = of(&wanted, offer.kind);
                MyNotificationChoice {
                    kind: offer.kind,
                    in_app: told.in_app,
                    by_email: told.by_email,
                    offered_in_app: offered.notify_staff_in_app && offer.in_app,
                    offered_by_email: offered.notify_staff_by_email && offer.by_email,
                }
            })
            .collect(),
    })
}

/// Changes what a member wants.
///
/// # Errors
/// `validation_failed` if a kind is named twice, or is not for this role.
pub async fn update_member(
    tx: &Tx<OrgScope>,
    user: StaffUserId,
    role: Role,
    input: UpdateMyNotificationSettings,
) -> Result<MyNotificationSettings> {
    once_each(&input.kinds)?;
    let wanted = store::preferences(tx, user).await?;
    for (index, change) in input.kinds.iter().enumerate() {
        if !role.may(change.kind.permission()) {
            let pointer = format!("/kinds/{index}/kind");
            return Err(Error::field(pointer, "unknown", "is not told to your role"));
        }
        let told = of(&wanted, change.kind).changed(change);
        store::put_preference(tx, user, change.kind, told).await?;
    }
    if !input.kinds.is_empty() {
        let entry = audit::Entry {
            action: "member.notifications_changed",
            subject_id: user.0,
            customer_id: None,
            data: json!({}),
        };
        audit::record(tx, entry).await?;
    }
    of_member(tx, user, role).await
}

fn once_each(changes: &[UpdateNotificationChoice]) -> Result<()> {
    for (index, change) in changes.iter().enumerate() {
        if changes
            .iter()
            .take(index)
            .any(|other| other.kind == change.kind)
        {
            let pointer = format!("/kinds/{index}/kind");
            return Err(Error::field(pointer, "duplicate", "is named twice"));
        }
    }
    Ok(())
}
