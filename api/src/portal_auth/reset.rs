//! A forgotten password of a portal (B5), like that of the back office.

use actix_web::{
    get, post,
    web::{Data, Json, Path},
};
use entity::{OrganizationId, PortalIdentityId, portal_identity};
use portico_domain::{access::TokenKind, language::Language, work::ActorKind};
use portico_render::mail::{Message, PasswordChanged, PasswordReset, SignInLockout};
use serde_json::json;
use utoipa_actix_web::service_config::ServiceConfig;

use super::{
    identity,
    store::{self, PortalOrganization},
};
use crate::{
    audit,
    auth::{
        one_time::{self, Found},
        reset::{
            MINUTES, PAUSE, PasswordResetLink, RequestPasswordReset, ResetPassword, SEND_RESET,
        },
        sessions::{self, Who},
        throttle::queue,
    },
    clock::local_time,
    customers,
    db::{Actor, Db, OrgScope, Tx},
    error::{Code, Error, Result},
    http::{Body, ClientInfo, NoContent},
    mail::{Outbox, Outgoing},
    passwords,
};

const KIND: TokenKind = TokenKind::PortalPasswordReset;

/// The routes of forgotten passwords.
pub fn routes(config: &mut ServiceConfig) {
    config
        .service(request_portal_password_reset)
        .service(get_portal_password_reset)
        .service(reset_portal_password);
}

/// Ask for a link to choose a new password.
///
/// The answer is the same whether the address is known or not. At most one mail a minute goes to an address.
#[utoipa::path(tag = "portal_auth", params(("portal_name" = String, Path, example = "brightwater-studio")), request_body = RequestPasswordReset, responses((status = 204, description = "If the address is known, a mail is on its way")))]
#[post("/public/portals/{portal_name}/password-resets")]
async fn request_portal_password_reset(
    db: Data<Db>,
    portal_name: Path<String>,
    body: Body<RequestPasswordReset>,
) -> Result<NoContent> {
    let organization = organization(&db, &portal_name).await?;
    let portal = Some(organization.id);
    queue(&db, SEND_RESET, &body.value.email, portal, PAUSE).await?;
    Ok(NoContent)
}

/// See whether a link still works. Looking uses nothing up.
#[utoipa::path(tag = "portal_auth", params(("portal_name" = String, Path, example = "brightwater-studio"), ("token" = String, Path)), responses((status = 200, body = PasswordResetLink), (status = 410, description = "link_expired, link_used")))]
#[get("/public/portals/{portal_name}/password-resets/{token}")]
async fn get_portal_password_reset(
    db: Data<Db>,
    path: Path<(String, String)>,
) -> Result<Json<PasswordResetLink>> {
    let (portal_name, token) = path.into_inner();
    let organization = organization(&db, &portal_name).await?;
    let identity = find(&db, &organization, &token).await?;
    Ok(Json(PasswordResetLink {
        email: identity.email,
    }))
}

/// Choose a new password.
///
/// Every session of this person in this portal ends. An authenticator app stays in use.
#[utoipa::path(tag = "portal_auth", params(("portal_name" = String, Path, example = "brightwater-studio"), ("token" = String, Path)), request_body = ResetPassword, responses((status = 204, description = "Changed"), (status = 410, description = "link_expired, link_used")))]
#[post("/public/portals/{portal_name}/password-resets/{token}")]
async fn reset_portal_password(
    db: Data<Db>,
    outbox: Data<Outbox>,
    client: ClientInfo,
    path: Path<(String, String)>,
    body: Body<ResetPassword>,
) -> Result<NoContent> {
    let (portal_name, token) = path.into_inner();
    let organization = organization(&db, &portal_name).await?;
    let identity = find(&db, &organization, &token).await?;
    let password = body.value.password;
    let guessable = [identity.email.as_str(), organization.name.as_str()];
    passwords::check_strength("/password", &password, &guessable)?;
    identity::must_be_new(&identity, &password).await?;
    let hash = passwords::hash(password).await?;
    let actor = Actor {
        kind: ActorKind::Customer,
        id: None,
        name: Some(identity.email.clone()),
        address: client.address.clone(),
    };
    db.write(db.scope_of(organization.id, actor), async |tx| {
        one_time::consume(tx, KIND, &token).await?;
        let place = place(tx, identity.id).await?.ok_or(Code::LinkUsed)?;
        let who = Who::Portal {
            identity: identity.id,
            person: place.person_id,
            customer: place.customer_id,
        };
        sessions::close_all(tx, who).await?;
        let person = customers::person_by_id(tx, place.person_id).await?;
        let message = PasswordChanged {
            name: customers::full_name(&person),
            changed_at: local_time(tx.now(), &organization.time_zone),
            reset_url: outbox
                .config()
                .link(&format!("/{}/forgot-password", organization.portal_name)),
        };
        let language = customers::get(tx, place.customer_id).await?.language;
        let language = language.map_or(organization.language.0, |language| language.0);
        outbox
            .queue(tx, mail(message, &identity.email, language))
            .await?;
        store::set_password(tx, identity.clone(), hash).await?;
        let entry = audit::Entry {
            action: "contact_person.password_reset",
            subject_id: person.id.0,
            customer_id: Some(place.customer_id),
            data: json!({ "name": customers::full_name(&person), "email": identity.email }),
        };
        audit::record(tx, entry).await
    })
    .await?;
    Ok(NoContent)
}

async fn organization(db: &Db, portal_name: &str) -> Result<PortalOrganization> {
    store::by_name(db, portal_name)
        .await?
        .ok_or_else(Error::not_found)
}

async fn find(
    db: &Db,
    organization: &PortalOrganization,
    token: &str,
) -> Result<portal_identity::Model> {
    let now = db.clock().now();
    let found: Found = db
        .system_read("find a link to a new portal password", async |global| {
            one_time::find(global, KIND, token, now).await
        })
        .await?;
    if found.organization_id != organization.id {
        return Err(Error::not_found());
    }
    let id = PortalIdentityId(found.subject_id);
    let scope = db.scope_of(organization.id, Actor::system());
    db.read(scope, async |tx| store::identity(tx, id).await)
        .await?
        .ok_or_else(|| Code::LinkUsed.into())
}

/// The first of the customers that an identity may act for: whose name and language its mails bear.
async fn place(tx: &Tx<OrgScope>, identity: PortalIdentityId) -> Result<Option<store::Place>> {
    Ok(store::places(tx, identity).await?.into_iter().next())
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

/// Mails the link to a person who may enter, if there is one of this address.
///
/// # Errors
/// Those of the database.
pub async fn send_reset(
    db: &Db,
    outbox: &Outbox,
    organization: OrganizationId,
    email: &str,
) -> Result<()> {
    let scope = db.scope_of(organization, Actor::system());
    db.write(scope, async |tx| {
        let Some(addressee) = addressee(tx, email).await? else {
            return Ok(());
        };
        let subject = addressee.identity.id.0;
        let token = one_time::renew(tx, KIND, subject, i64::from(MINUTES) * 60).await?;
        let portal = tx.own_organization().await?.portal_name;
        let path = format!("/{portal}/reset-password/{}", token.token);
        let message = PasswordReset {
            name: addressee.name,
            reset_url: outbox.config().link(&path),
            minutes: MINUTES,
        };
        outbox
            .queue(tx, mail(message, email, addressee.language))
            .await?;
        Ok(())
    })
    .await
}

/// Tells a person who may enter, if there is one of this address, that somebody guesses the password.
///
/// # Errors
/// Those of the database.
pub async fn warn_of_guessing(
    db: &Db,
    outbox: &Outbox,
    organization: OrganizationId,
    email: &str,
) -> Result<()> {
    let scope = db.scope_of(organization, Actor::system());
    db.write(scope, async |tx| {
        let Some(addressee) = addressee(tx, email).await? else {
            return Ok(());
        };
        let portal = tx.own_organization().await?.portal_name;
        let message = SignInLockout {
            name: addressee.name,
            reset_url: outbox.config().link(&format!("/{portal}/forgot-password")),
        };
        outbox
            .queue(tx, mail(message, email, addressee.language))
            .await?;
        Ok(())
    })
    .await
}

/// Somebody who may enter the portal.
struct Addressee {
    identity: portal_identity::Model,
    name: String,
    language: Language,
}

async fn addressee(tx: &Tx<OrgScope>, email: &str) -> Result<Option<Addressee>> {
    let Some(identity) = store::identity_by_email(tx, email).await? else {
        return Ok(None);
    };
    let organization = tx.own_organization().await?;
    let Some(place) = place(tx, identity.id).await? else {
        return Ok(None);
    };
    if !organization.portal_enabled {
        return Ok(None);
    }
    let person = customers::person_by_id(tx, place.person_id).await?;
    let language = customers::get(tx, place.customer_id).await?.language;
    Ok(Some(Addressee {
        identity,
        name: customers::full_name(&person),
        language: language.map_or(organization.language.0, |language| language.0),
    }))
}
