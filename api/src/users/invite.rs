//! Asking a colleague to join.

use entity::MembershipId;
use portico_domain::{
    access::{MembershipStatus, TokenKind},
    permission::Role,
    portal_access::INVITATION_SECONDS,
};
use portico_render::mail::MemberInvitation;
use serde_json::json;

use super::{
    dto::{InviteMember, Member},
    store,
};
use crate::{
    audit,
    auth::{self, one_time},
    clock::today_at,
    db::{OrgScope, Tx},
    error::{Code, Error, Result},
    mail::{Outbox, Outgoing},
    organizations,
};

/// Invites somebody by mail. `inviter` is the role of who does it.
///
/// # Errors
/// `email_taken` for somebody who is a member already; `forbidden` for an owner invited by somebody else.
pub async fn invite(
    tx: &Tx<OrgScope>,
    outbox: &Outbox,
    inviter: Role,
    input: InviteMember,
) -> Result<MembershipId> {
    owners_only(inviter, input.role)?;
    let member = Member {
        id: MembershipId(tx.new_uuid()),
        user_id: None,
        name: input.name.trim().to_owned(),
        email: auth::normalise_email(&input.email),
        role: input.role,
        status: MembershipStatus::Invited,
        invited_at: Some(tx.now()),
        last_sign_in_at: None,
        created_at: tx.now(),
    };
    store::insert(tx, &member).await?;
    send(tx, outbox, &member).await?;
    record(tx, "member.invited", &member).await?;
    Ok(member.id)
}

/// Invites somebody again who has not joined; what was sent before is void.
///
/// # Errors
/// `not_found`; `not_allowed_in_state` for somebody who has joined.
pub async fn reinvite(
    tx: &Tx<OrgScope>,
    outbox: &Outbox,
    inviter: Role,
    id: MembershipId,
) -> Result<MembershipId> {
    let mut member = store::get(tx, id).await?;
    owners_only(inviter, member.role)?;
    if member.user_id.is_some() {
        return Err(Error::new(Code::NotAllowedInState).with_detail("this member has joined"));
    }
    member.status = MembershipStatus::Invited;
    member.invited_at = Some(tx.now());
    store::update(tx, &member).await?;
    send(tx, outbox, &member).await?;
    record(tx, "member.reinvited", &member).await?;
    Ok(id)
}

/// Who is no owner makes none and touches none.
pub fn owners_only(actor: Role, concerned: Role) -> Result<()> {
    if concerned == Role::Owner && actor != Role::Owner {
        return Err(Error::new(Code::Forbidden).with_detail("only an owner can do that"));
    }
    Ok(())
}

async fn send(tx: &Tx<OrgScope>, outbox: &Outbox, member: &Member) -> Result<()> {
    let organization = organizations::own(tx).await?;
    let token = one_time::renew(
        tx,
        TokenKind::MemberInvitation,
        member.id.0,
        INVITATION_SECONDS,
    )
    .await?;
    let inviter = tx.scope().actor().name.clone();
    let path = format!("/office/invitation/{}", token.token);
    let message = MemberInvitation {
        name: member.name.clone(),
        inviter: inviter.unwrap_or_else(|| organization.name.clone()),
        accept_url: outbox.config().link(&path),
        expires: today_at(token.expires_at, &organization.time_zone),
    };
    let outgoing = Outgoing {
        message: message.into(),
        to: member.email.clone(),
        language: organization.language.0,
        attachments: Vec::new(),
        related: Some(("member", member.id.0)),
    };
    outbox.queue(tx, outgoing).await?;
    Ok(())
}

async fn record(tx: &Tx<OrgScope>, action: &'static str, member: &Member) -> Result<()> {
    let entry = audit::Entry {
        action,
        subject_id: member.id.0,
        customer_id: None,
        data: json!({ "name": member.name, "email": member.email, "role": member.role }),
    };
    audit::record(tx, entry).await
}
