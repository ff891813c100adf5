//! Signing in with another e-mail address: the new one is verified by a link before it counts, and the old one is
//! told, when it is asked for and when it is done (semantics §5).

use actix_web::{
    delete, get, post,
    web::{Data, Json, Path},
};
use entity::{PortalIdentityId, portal_identity};
use portico_domain::{access::TokenKind, language::Language, work::ActorKind};
use portico_render::mail::{EmailChange, EmailChangeAsked, EmailChanged, Message};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;
use validator::Validate;

use super::{
    identity, own_account,
    store::{self, PortalOrganization},
};
use crate::{
    audit,
    auth::{normalise_email, one_time},
    clock::local_time,
    customers::{self, ContactPerson, DetailsChange},
    db::{Actor, Db, OrgScope, Tx},
    error::{Code, Error, FieldError, Result},
    http::{Body, ClientInfo, NoContent, Portal, can::portal as can},
    mail::{Outbox, Outgoing},
};

const KIND: TokenKind = TokenKind::PortalEmailChange;
/// How long the link works.
const HOURS: u32 = 24;
/// Seconds between two mails.
const PAUSE: i64 = 60;

/// The routes of changing one's e-mail address.
pub fn routes(config: &mut ServiceConfig) {
    config
        .service(request_portal_email_change)
        .service(cancel_portal_email_change)
        .service(get_portal_email_change)
        .service(confirm_portal_email_change);
}

/// The address that somebody wants to sign in with.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RequestEmailChange {
    #[validate(email, length(max = 100))]
    #[schema(max_length = 100, example = "maja.lindqvist@lindqvist.example")]
    pub email: String,
    /// The present one: the address is the key to the account.
    #[validate(length(max = 128))]
    #[schema(max_length = 128, example = "violet-harbour-29-lantern")]
    pub password: String,
}

/// What the link of the mail would do.
#[derive(Serialize, ToSchema)]
pub struct EmailChangeLink {
    /// The address to be verified.
    #[schema(example = "maja.lindqvist@lindqvist.example")]
    pub email: String,
}

/// Ask to sign in with another e-mail address.
///
/// A link goes to the new address; nothing changes before it is confirmed there, within 24 hours. The present address
/// is told. Asking again voids the earlier link; at most one mail a minute.
#[utoipa::path(tag = "portal_auth", request_body = RequestEmailChange, responses((status = 204, description = "The mail is on its way"), (status = 401, description = "invalid_credentials: the password is wrong"), (status = 409, description = "email_taken: another contact person with access has this address"), (status = 429, description = "too_many_attempts: wait as Retry-After says")))]
#[post("/portal/profile/email")]
async fn request_portal_email_change(
    portal: Portal<can::EditDetails>,
    outbox: Data<Outbox>,
    client: ClientInfo,
    body: Body<RequestEmailChange>,
) -> Result<NoContent> {
    let email = normalise_email(&body.value.email);
    if email == portal.session.email {
        return Err(Error::field(
            "/email",
            "unchanged",
            "is your address already",
        ));
    }
    own_account::prove(&portal, &client, body.value.password).await?;
    let identity = identity::own(&portal).await?;
    let next = identity
        .email_asked_at
        .map_or(portal.now(), |at| at.plus_seconds(PAUSE));
    if next > portal.now() {
        let seconds = u64::try_from(PAUSE).unwrap_or_default();
        return Err(Error::new(Code::TooManyAttempts).retry_after(seconds));
    }
    let ask = portal.write(async |tx| ask(tx, &outbox, &portal, identity, email).await);
    Box::pin(ask).await?;
    Ok(NoContent)
}

async fn ask<P>(
    tx: &Tx<OrgScope>,
    outbox: &Outbox,
    portal: &Portal<P>,
    identity: portal_identity::Model,
    email: String,
) -> Result<()> {
    let session = &portal.session;
    for mut person in customers::people_of_identity(tx, identity.id).await? {
        person.email = Some(email.clone());
        customers::address_is_free(tx, &person)
            .await
            .map_err(taken)?;
    }
    let seconds = i64::from(HOURS) * 3600;
    let token = one_time::renew(tx, KIND, identity.id.0, seconds).await?;
    let link = |path: &str| {
        outbox
            .config()
            .link(&format!("/{}/{path}", session.portal_name))
    };
    let message = EmailChange {
        name: session.full_name(),
        email: email.clone(),
        confirm_url: link(&format!("confirm-email/{}", token.token)),
        hours: HOURS,
    };
    let told = EmailChangeAsked {
        name: session.full_name(),
        email: email.clone(),
        reset_url: link("forgot-password"),
    };
    let language = session.language();
    outbox.queue(tx, mail(message, &email, language)).await?;
    outbox
        .queue(tx, mail(told, &identity.email, language))
        .await?;
    let entry = audit::Entry {
        action: "contact_person.email_change_asked",
        subject_id: session.person_id.0,
        customer_id: Some(session.customer_id),
        data: json!({ "name": session.full_name(), "email": email }),
    };
    audit::record(tx, entry).await?;
    store::set_pending_email(tx, identity, Some(email)).await
}

/// Keep my e-mail address: the link that was sent is void.
#[utoipa::path(tag = "portal_auth", responses((status = 204, description = "Nothing waits any more")))]
#[delete("/portal/profile/email")]
async fn cancel_portal_email_change(portal: Portal<can::EditDetails>) -> Result<NoContent> {
    let identity = identity::own(&portal).await?;
    portal
        .write(async |tx| {
            one_time::void(tx, KIND, identity.id.0).await?;
            store::set_pending_email(tx, identity, None).await
        })
        .await?;
    Ok(NoContent)
}

/// See which address a link would verify. Looking uses nothing up.
#[utoipa::path(tag = "portal_auth", params(("portal_name" = String, Path, example = "brightwater-studio"), ("token" = String, Path)), responses((status = 200, body = EmailChangeLink), (status = 410, description = "link_expired, link_used")))]
#[get("/public/portals/{portal_name}/email-changes/{token}")]
async fn get_portal_email_change(
    db: Data<Db>,
    path: Path<(String, String)>,
) -> Result<Json<EmailChangeLink>> {
    let (portal_name, token) = path.into_inner();
    let (_, identity) = find(&db, &portal_name, &token).await?;
    let email = identity.pending_email.ok_or(Code::LinkUsed)?;
    Ok(Json(EmailChangeLink { email }))
}

/// Verify a new e-mail address: from now on its owner signs in with it.
#[utoipa::path(tag = "portal_auth", params(("portal_name" = String, Path, example = "brightwater-studio"), ("token" = String, Path)), responses((status = 204, description = "Changed"), (status = 409, description = "email_taken: somebody else signs in with this address"), (status = 410, description = "link_expired, link_used")))]
#[post("/public/portals/{portal_name}/email-changes/{token}/confirm")]
async fn confirm_portal_email_change(
    db: Data<Db>,
    outbox: Data<Outbox>,
    client: ClientInfo,
    path: Path<(String, String)>,
) -> Result<NoContent> {
    let (portal_name, token) = path.into_inner();
    let (organization, identity) = find(&db, &portal_name, &token).await?;
    let actor = Actor {
        kind: ActorKind::Customer,
        id: None,
        name: Some(identity.email.clone()),
        address: client.address,
    };
    let scope = db.scope_of(organization.id, actor);
    let confirm = db.write(scope, async |tx| {
        one_time::consume(tx, KIND, &token).await?;
        confirm(tx, &outbox, &organization, identity.id).await
    });
    Box::pin(confirm).await?;
    Ok(NoContent)
}

async fn confirm(
    tx: &Tx<OrgScope>,
    outbox: &Outbox,
    organization: &PortalOrganization,
    id: PortalIdentityId,
) -> Result<()> {
    let identity = store::identity(tx, id).await?.ok_or(Code::LinkUsed)?;
    let email = identity.pending_email.clone().ok_or(Code::LinkUsed)?;
    // Whoever may enter nowhere has nothing to sign in to.
    let place = store::places(tx, id).await?.into_iter().next();
    let place = place.ok_or(Code::LinkUsed)?;
    if store::identity_by_email(tx, &email).await?.is_some() {
        return Err(taken(Code::EmailTaken.into()));
    }
    // A link to a new password that waits at the old address would be a way around.
    one_time::void(tx, TokenKind::PortalPasswordReset, id.0).await?;
    for person in customers::people_of_identity(tx, id).await? {
        let customer = customers::lock(tx, person.customer_id).await?;
        let before = customers::person(tx, customer.id, person.id).await?;
        let mut row = before.clone();
        row.email = Some(email.clone());
        customers::address_is_free(tx, &row).await.map_err(taken)?;
        let row = customers::save_access(tx, row).await?;
        let shown = |row| json!(ContactPerson::new(row, tx.now()));
        let change = DetailsChange {
            action: "contact_person.updated",
            subject_id: row.id.0,
            version: row.version,
            changes: audit::changes(&shown(before), &shown(row.clone())),
        };
        customers::announce(tx, &customer, &row, change).await?;
        if row.id == place.person_id {
            let message = EmailChanged {
                name: customers::full_name(&row),
                email: email.clone(),
                changed_at: local_time(tx.now(), &organization.time_zone),
                portal_url: outbox
                    .config()
                    .link(&format!("/{}", organization.portal_name)),
            };
            let language = customer
                .language
                .map_or(organization.language.0, |language| language.0);
            outbox
                .queue(tx, mail(message, &identity.email, language))
                .await?;
        }
    }
    let changed = store::set_email(tx, identity, email).await;
    changed.map_err(|error| match error.code() {
        Code::Conflict => taken(error),
        _ => error,
    })
}

async fn find(
    db: &Db,
    portal_name: &str,
    token: &str,
) -> Result<(PortalOrganization, portal_identity::Model)> {
    let organization = store::by_name(db, portal_name)
        .await?
        .ok_or_else(Error::not_found)?;
    let now = db.clock().now();
    let found = db
        .system_read("find a link that verifies an address", async |global| {
            one_time::find(global, KIND, token, now).await
        })
        .await?;
    if found.organization_id != organization.id {
        return Err(Error::not_found());
    }
    let id = PortalIdentityId(found.subject_id);
    let scope = db.scope_of(organization.id, Actor::system());
    let identity = db.read(scope, async |tx| store::identity(tx, id).await);
    let identity = identity.await?.ok_or(Code::LinkUsed)?;
    Ok((organization, identity))
}

/// The address belongs to somebody else.
fn taken(error: Error) -> Error {
    if ![Code::EmailTaken, Code::Conflict].contains(&error.code()) {
        return error;
    }
    let field = FieldError {
        pointer: "/email".to_owned(),
        code: "taken".into(),
        detail: "somebody else has this address here".into(),
    };
    Error::coded_field(Code::EmailTaken, field)
}

fn mail(message: impl Into<Message>, to: &str, language: Language) -> Outgoing {
    Outgoing {
        message: message.into(),
        to: to.to_owned(),
        language,
        attachments: Vec::new(),
        related: None,
    }
}
