//! Accepting an invitation.

use entity::{MembershipId, StaffUserId};
use portico_domain::{
    access::{MembershipStatus, TokenKind},
    work::ActorKind,
};
use serde_json::json;

use super::{
    dto::{AcceptMemberInvitation, Member, MemberInvitation},
    store,
};
use crate::{
    audit,
    auth::{
        self,
        one_time::{self, Found},
        sessions::{self, Opened, Who},
        sign_in,
        throttle::Attempt,
    },
    db::{Actor, Db, OrgScope, Tx},
    error::{Code, Result},
    http::ClientInfo,
    keys::Keys,
    organizations, passwords,
};

/// What a token invites to.
///
/// # Errors
/// `not_found`, `invitation_expired`, `invitation_used`.
pub async fn show(db: &Db, token: &str) -> Result<MemberInvitation> {
    let invitation = find(db, token).await?;
    let scope = db.scope_of(invitation.organization_id, Actor::system());
    db.read(scope, async |tx| {
        let member = invited(tx, &invitation).await?;
        let user = auth::user_by_email(&tx.global(), &member.email).await?;
        Ok(MemberInvitation {
            organization_name: organizations::own(tx).await?.name,
            email: member.email,
            name: member.name,
            role: member.role,
            user_exists: user.is_some(),
        })
    })
    .await
}

/// Who accepts: somebody with an account, who has given its password, or somebody new.
enum Joining {
    Known(StaffUserId),
    New { name: String, password_hash: String },
}

/// Lets the invited person in: with the account that the address has, if its password is given, or with a new
/// one. Signs them in.
///
/// # Errors
/// As [`show`]; `invalid_credentials` and `too_many_attempts` as sign-in; `validation_failed` for a weak password.
pub async fn accept(
    db: &Db,
    keys: &Keys,
    token: &str,
    input: AcceptMemberInvitation,
    client: &ClientInfo,
) -> Result<Opened> {
    let invitation = find(db, token).await?;
    let system = db.scope_of(invitation.organization_id, Actor::system());
    let member = db
        .read(system, async |tx| invited(tx, &invitation).await)
        .await?;
    let joining = authenticate(db, keys, &member, input, client).await?;
    let actor = Actor {
        kind: ActorKind::Staff,
        id: None,
        name: Some(member.name),
        address: client.address.clone(),
    };
    let scope = db.scope_of(invitation.organization_id, actor);
    db.write(scope, async |tx| {
        one_time::consume(tx, TokenKind::MemberInvitation, token).await?;
        let member = invited(tx, &invitation).await?;
        let user = join(tx, member, joining).await?;
        sessions::open(tx, Who::Staff(user), client).await
    })
    .await
}

async fn find(db: &Db, token: &str) -> Result<Found> {
    let now = db.clock().now();
    db.system_read("find an invitation to join", async |global| {
        one_time::find(global, TokenKind::MemberInvitation, token, now).await
    })
    .await
}

/// The member that is invited, if they still are.
async fn invited(tx: &Tx<OrgScope>, invitation: &Found) -> Result<Member> {
    let member = store::get(tx, MembershipId(invitation.subject_id)).await?;
    if member.status == MembershipStatus::Invited {
        Ok(member)
    } else {
        Err(Code::InvitationUsed.into())
    }
}

async fn authenticate(
    db: &Db,
    keys: &Keys,
    member: &Member,
    input: AcceptMemberInvitation,
    client: &ClientInfo,
) -> Result<Joining> {
    let email = &member.email;
    let user = db
        .system_read(
            "see whether an invited person has an account",
            async |global| auth::user_by_email(global, email).await,
        )
        .await?;
    if user.is_some() {
        let attempt = Attempt::office(email, client);
        attempt.check(db).await?;
        let user =
            sign_in::authenticate(db, keys, email, (input.password, input.code), &attempt).await?;
        return Ok(Joining::Known(user.id));
    }
    let name = input
        .name
        .map_or_else(|| member.name.clone(), |name| name.trim().to_owned());
    passwords::check_strength("/password", &input.password, &[&name, email])?;
    Ok(Joining::New {
        name,
        password_hash: passwords::hash(input.password).await?,
    })
}

async fn join(tx: &Tx<OrgScope>, mut member: Member, joining: Joining) -> Result<StaffUserId> {
    let user = match joining {
        Joining::Known(user) => user,
        Joining::New {
            name,
            password_hash,
        } => {
            let user = store::insert_user(tx, &member.email, &name, password_hash).await?;
            member.name = name;
            user
        }
    };
    member.user_id = Some(user);
    member.status = MembershipStatus::Active;
    store::update(tx, &member).await?;
    let entry = audit::Entry {
        action: "member.joined",
        subject_id: member.id.0,
        customer_id: None,
        data: json!({ "name": member.name, "email": member.email, "role": member.role }),
    };
    audit::record(tx, entry).await?;
    Ok(user)
}
