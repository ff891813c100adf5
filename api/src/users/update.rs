//! Changing what a member is, or whether they still work here.

use entity::MembershipId;
use portico_domain::{
    access::{MembershipStatus, TokenKind},
    permission::Role,
};

use super::{
    dto::{Member, UpdateMember},
    invite::owners_only,
    store,
};
use crate::{
    audit,
    auth::{one_time, sessions},
    db::{OrgScope, Tx},
    error::{Code, Error, Result},
    organizations,
};

/// Changes a member. `actor` is the role of who does it. A member who no longer works here loses every
/// session; an invitation that is withdrawn is void.
///
/// # Errors
/// `not_found`; `forbidden` where an owner is concerned and the actor is none; `not_allowed_in_state` for the
/// last owner, and for making somebody active who has not joined.
pub async fn update(
    tx: &Tx<OrgScope>,
    actor: Role,
    id: MembershipId,
    input: UpdateMember,
) -> Result<Member> {
    // Two owners who demote each other queue here: one of them stays.
    organizations::lock(tx).await?;
    let before = store::get(tx, id).await?;
    let mut member = before.clone();
    member.role = input.role.unwrap_or(member.role);
    owners_only(actor, before.role)?;
    owners_only(actor, member.role)?;
    member.status = match input.active {
        None => member.status,
        Some(false) => MembershipStatus::Inactive,
        Some(true) if member.user_id.is_some() => MembershipStatus::Active,
        Some(true) => {
            return Err(Error::new(Code::NotAllowedInState)
                .with_detail("this member has not joined: invite them again"));
        }
    };
    let owned = is_owner(&before) && !is_owner(&member);
    if owned && !store::has_other_owner(tx, id).await? {
        return Err(Error::new(Code::NotAllowedInState)
            .with_detail("the last owner stays: make somebody else an owner first"));
    }
    store::update(tx, &member).await?;
    if member.status == MembershipStatus::Inactive {
        one_time::void(tx, TokenKind::MemberInvitation, id.0).await?;
        if let Some(user) = member.user_id {
            sessions::close_here(tx, user).await?;
        }
    }
    audit::record_change(tx, "member.updated", id, &before, &member).await?;
    Ok(member)
}

fn is_owner(member: &Member) -> bool {
    member.role == Role::Owner && member.status == MembershipStatus::Active
}
