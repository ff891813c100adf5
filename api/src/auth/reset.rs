//! A forgotten password of the back office (B5). Whether an address is known shows neither in the answer nor
//! in its timing: the request only queues a job, and the job looks.

use actix_web::{
    get, post,
    web::{Data, Json, Path},
};
use entity::{OrganizationId, StaffUserId, staff_user};
use portico_domain::{access::TokenKind, work::ActorKind};
use portico_render::mail::{Message, PasswordChanged, PasswordReset, SignInLockout};
use sea_orm::{IntoActiveModel, Set};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;
use validator::Validate;

use super::{
    one_time::{self, Found},
    sessions::{self, Who},
    store,
    throttle::queue,
};
use crate::{
    audit,
    clock::local_time,
    db::{Actor, Db, OrgScope, Tx},
    error::{Code, Result},
    http::{Body, ClientInfo, NoContent},
    mail::{Outbox, Outgoing},
    passwords,
};

/// The kind of the job that mails the link; `organization_id` says which portal, none the back office.
pub const SEND_RESET: &str = "password.send_reset";

/// Seconds between two mails to an address.
pub const PAUSE: i64 = 60;

/// How long a link works, in minutes.
pub const MINUTES: u32 = 60;

/// Whose password was forgotten.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RequestPasswordReset {
    #[validate(email, length(max = 100))]
    #[schema(example = "ada@brightwater.example", max_length = 100)]
    pub email: String,
}

/// The new password.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ResetPassword {
    /// 8 to 128 characters, not easily guessed.
    #[schema(example = "amber-quay-74-compass", min_length = 8, max_length = 128)]
    pub password: String,
}

/// A link that works.
#[derive(Serialize, ToSchema)]
pub struct PasswordResetLink {
    /// Whose password it changes.
    #[schema(example = "ada@brightwater.example")]
    pub email: String,
}

/// The routes of forgotten passwords.
pub fn routes(config: &mut ServiceConfig) {
    config
        .service(request_password_reset)
        .service(get_password_reset)
        .service(reset_password);
}

/// Ask for a link to choose a new password.
///
/// The answer is the same whether the address is known or not. At most one mail a minute goes to an address.
#[utoipa::path(tag = "auth", request_body = RequestPasswordReset, responses((status = 204, description = "If the address is known, a mail is on its way")))]
#[post("/public/password-resets")]
async fn request_password_reset(
    db: Data<Db>,
    body: Body<RequestPasswordReset>,
) -> Result<NoContent> {
    queue(&db, SEND_RESET, &body.value.email, None, PAUSE).await?;
    Ok(NoContent)
}

/// See whether a link still works. Looking uses nothing up.
#[utoipa::path(tag = "auth", params(("token" = String, Path)), responses((status = 200, body = PasswordResetLink), (status = 410, description = "link_expired, link_used")))]
#[get("/public/password-resets/{token}")]
async fn get_password_reset(db: Data<Db>, token: Path<String>) -> Result<Json<PasswordResetLink>> {
    let (_, user) = find(&db, &token).await?;
    Ok(Json(PasswordResetLink { email: user.email }))
}

/// Choose a new password.
///
/// Every session of this person ends. An authenticator app stays in use.
#[utoipa::path(tag = "auth", params(("token" = String, Path)), request_body = ResetPassword, responses((status = 204, description = "Changed"), (status = 410, description = "link_expired, link_used")))]
#[post("/public/password-resets/{token}")]
async fn reset_password(
    db: Data<Db>,
    outbox: Data<Outbox>,
    client: ClientInfo,
    token: Path<String>,
    body: Body<ResetPassword>,
) -> Result<NoContent> {
    let (found, user) = find(&db, &token).await?;
    let password = body.value.password;
    passwords::check_strength("/password", &password, &[&user.name, &user.email])?;
    let hash = passwords::hash(password).await?;
    let actor = Actor {
        kind: ActorKind::Staff,
        id: Some(user.id.0),
        name: Some(user.name.clone()),
        address: client.address.clone(),
    };
    db.write(db.scope_of(found.organization_id, actor), async |tx| {
        one_time::consume(tx, TokenKind::PasswordReset, &token).await?;
        let mut row = user.clone().into_active_model();
        row.password_hash = Set(hash);
        tx.global().update(row).await?;
        sessions::close_all(tx, Who::Staff(user.id)).await?;
        let organization = tx.own_organization().await?;
        let message = PasswordChanged {
            name: user.name.clone(),
            changed_at: local_time(tx.now(), &organization.time_zone),
            reset_url: outbox.config().link("/office/forgot-password"),
        };
        mail(tx, &outbox, message, &user).await?;
        let entry = audit::Entry {
            action: "member.password_reset",
            subject_id: user.id.0,
            customer_id: None,
            data: json!({ "name": user.name, "email": user.email }),
        };
        audit::record(tx, entry).await
    })
    .await?;
    Ok(NoContent)
}

async fn find(db: &Db, token: &str) -> Result<(Found, staff_user::Model)> {
    let now = db.clock().now();
    db.system_read("find a link to a new password", async |global| {
        let found = one_time::find(global, TokenKind::PasswordReset, token, now).await?;
        let user = store::user(global, StaffUserId(found.subject_id)).await?;
        Ok((found, user.ok_or(Code::LinkUsed)?))
    })
    .await
}

/// Mails the link to a member of staff, if there is one of this address.
///
/// # Errors
/// Those of the database.
pub async fn send(db: &Db, outbox: &Outbox, email: &str) -> Result<()> {
    let Some((user, organization)) = find_user(db, email).await? else {
        return Ok(());
    };
    db.write(db.scope_of(organization, Actor::system()), async |tx| {
        let (kind, seconds) = (TokenKind::PasswordReset, i64::from(MINUTES) * 60);
        let token = one_time::renew(tx, kind, user.id.0, seconds).await?;
        let path = format!("/office/reset-password/{}", token.token);
        let message = PasswordReset {
            name: user.name.clone(),
            reset_url: outbox.config().link(&path),
            minutes: MINUTES,
        };
        mail(tx, outbox, message, &user).await
    })
    .await
}

/// Tells a member of staff, if there is one of this address, that somebody guesses the password.
///
/// # Errors
/// Those of the database.
pub async fn warn_of_guessing(db: &Db, outbox: &Outbox, email: &str) -> Result<()> {
    let Some((user, organization)) = find_user(db, email).await? else {
        return Ok(());
    };
    db.write(db.scope_of(organization, Actor::system()), async |tx| {
        let message = SignInLockout {
            name: user.name.clone(),
            reset_url: outbox.config().link("/office/forgot-password"),
        };
        mail(tx, outbox, message, &user).await
    })
    .await
}

/// A user and the organization in whose name mails to them go out: the first one joined.
async fn find_user(db: &Db, email: &str) -> Result<Option<(staff_user::Model, OrganizationId)>> {
    db.system_read("find whom to mail about a password", async |global| {
        let Some(user) = store::user_by_email(global, email).await? else {
            return Ok(None);
        };
        let memberships = store::memberships(global, user.id).await?;
        let first = memberships.into_iter().next();
        Ok(first.map(|membership| (user, membership.organization_id)))
    })
    .await
}

async fn mail(
    tx: &Tx<OrgScope>,
    outbox: &Outbox,
    message: impl Into<Message>,
    user: &staff_user::Model,
) -> Result<()> {
    let outgoing = Outgoing {
        message: message.into(),
        to: user.email.clone(),
        language: tx.own_organization().await?.language.0,
        attachments: Vec::new(),
        related: None,
    };
    outbox.queue(tx, outgoing).await?;
    Ok(())
}
