//! One's own sessions and authenticator app, for people of the portal.

use actix_web::{
    delete, get, post,
    web::{Data, Json},
};
use entity::SessionId;
use serde_json::json;
use utoipa_actix_web::service_config::ServiceConfig;

use super::identity;
use crate::{
    audit,
    auth::{
        authenticator::{self, MfaCode, MfaSetup, MfaStatus, RecoveryCodes},
        devices::{self, OwnSessionList},
        dto::{DisableMfa, ProvePassword},
        sessions::{self, Who},
        throttle::Attempt,
    },
    error::{Code, Error, Result},
    http::{Body, ClientInfo, IdPath, NoContent, Portal, can},
    keys::Keys,
    passwords,
};

/// The routes of one's own account.
pub fn routes(config: &mut ServiceConfig) {
    config
        .service(list_my_portal_sessions)
        .service(end_my_portal_other_sessions)
        .service(end_my_portal_session)
        .service(get_my_portal_mfa)
        .service(begin_my_portal_mfa)
        .service(confirm_my_portal_mfa)
        .service(renew_my_portal_recovery_codes)
        .service(disable_my_portal_mfa);
}

/// List where I am signed in.
#[utoipa::path(tag = "portal_auth", responses((status = 200, body = OwnSessionList)))]
#[get("/portal/me/sessions")]
async fn list_my_portal_sessions(
    portal: Portal<can::portal::ManageOwnProfile>,
) -> Result<Json<OwnSessionList>> {
    devices::list(&portal.db, who(&portal), portal.session.session_id).await
}

/// End a session of mine.
#[utoipa::path(tag = "portal_auth", params(("id" = SessionId, Path)), responses((status = 204, description = "Ended")))]
#[delete("/portal/me/sessions/{id}")]
async fn end_my_portal_session(
    portal: Portal<can::portal::ManageOwnProfile>,
    id: IdPath<SessionId>,
) -> Result<NoContent> {
    devices::end(&portal.db, who(&portal), id.0).await?;
    Ok(NoContent)
}

/// End every session of mine but this one.
#[utoipa::path(tag = "portal_auth", responses((status = 204, description = "Ended")))]
#[post("/portal/me/sessions/end-others")]
async fn end_my_portal_other_sessions(
    portal: Portal<can::portal::ManageOwnProfile>,
) -> Result<NoContent> {
    let (who, keep) = (who(&portal), portal.session.session_id);
    portal
        .write(async |tx| sessions::close_others(tx, who, keep).await)
        .await?;
    Ok(NoContent)
}

/// Whether I use an authenticator app.
#[utoipa::path(tag = "portal_auth", responses((status = 200, body = MfaStatus)))]
#[get("/portal/me/mfa")]
async fn get_my_portal_mfa(
    portal: Portal<can::portal::ManageOwnProfile>,
) -> Result<Json<MfaStatus>> {
    let session = &portal.session;
    let status =
        authenticator::status(&portal.db, session.identity_id.0, session.mfa_required).await?;
    Ok(Json(status))
}

/// Begin to set up an authenticator app.
///
/// It is in use once a code of it was given. Beginning again forgets the earlier beginning.
#[utoipa::path(tag = "portal_auth", request_body = ProvePassword, responses((status = 200, body = MfaSetup), (status = 401, description = "invalid_credentials: the password is wrong"), (status = 409, description = "not_allowed_in_state: an app is in use")))]
#[post("/portal/me/mfa")]
async fn begin_my_portal_mfa(
    portal: Portal<can::portal::ManageOwnProfile>,
    keys: Data<Keys>,
    client: ClientInfo,
    body: Body<ProvePassword>,
) -> Result<Json<MfaSetup>> {
    prove(&portal, &client, body.value.password).await?;
    let (session, now) = (&portal.session, portal.now());
    let setup = portal
        .write(async |tx| {
            let subject = session.identity_id.0;
            authenticator::begin(
                &tx.global(),
                &keys,
                subject,
                &session.organization_name,
                &session.email,
                now,
            )
            .await
        })
        .await?;
    Ok(Json(setup))
}

/// Put my authenticator app into use.
///
/// The recovery codes are shown this once. Every other session of mine ends.
#[utoipa::path(tag = "portal_auth", request_body = MfaCode, responses((status = 200, body = RecoveryCodes), (status = 401, description = "mfa_invalid"), (status = 409, description = "not_allowed_in_state: nothing was begun")))]
#[post("/portal/me/mfa/confirm")]
async fn confirm_my_portal_mfa(
    portal: Portal<can::portal::ManageOwnProfile>,
    keys: Data<Keys>,
    body: Body<MfaCode>,
) -> Result<Json<RecoveryCodes>> {
    let (session, now, who) = (&portal.session, portal.now(), who(&portal));
    let codes = portal.write(async |tx| {
        let (subject, code) = (session.identity_id.0, body.value.code.as_str());
        let codes = authenticator::confirm(&tx.global(), &keys, subject, code, now).await?;
        sessions::close_others(tx, who, session.session_id).await?;
        record(tx, &portal, "contact_person.mfa_enabled").await?;
        Ok(codes)
    });
    Ok(Json(codes.await?))
}

/// Make new recovery codes; the old ones are void.
#[utoipa::path(tag = "portal_auth", request_body = ProvePassword, responses((status = 200, body = RecoveryCodes), (status = 401, description = "invalid_credentials: the password is wrong"), (status = 409, description = "not_allowed_in_state: no app is in use")))]
#[post("/portal/me/mfa/recovery-codes")]
async fn renew_my_portal_recovery_codes(
    portal: Portal<can::portal::ManageOwnProfile>,
    client: ClientInfo,
    body: Body<ProvePassword>,
) -> Result<Json<RecoveryCodes>> {
    if !portal.session.mfa_enabled {
        return Err(Code::NotAllowedInState.into());
    }
    prove(&portal, &client, body.value.password).await?;
    let codes = portal.write(async |tx| {
        record(tx, &portal, "contact_person.recovery_codes_renewed").await?;
        authenticator::renew_codes(&tx.global(), portal.session.identity_id.0).await
    });
    Ok(Json(codes.await?))
}

/// Turn my authenticator app off.
#[utoipa::path(tag = "portal_auth", request_body = DisableMfa, responses((status = 204, description = "Turned off"), (status = 401, description = "invalid_credentials, mfa_invalid"), (status = 409, description = "not_allowed_in_state: the organization demands it")))]
#[post("/portal/me/mfa/disable")]
async fn disable_my_portal_mfa(
    portal: Portal<can::portal::ManageOwnProfile>,
    keys: Data<Keys>,
    client: ClientInfo,
    body: Body<DisableMfa>,
) -> Result<NoContent> {
    if portal.session.mfa_required {
        return Err(Error::new(Code::NotAllowedInState)
            .with_detail("the organization demands an authenticator app"));
    }
    let DisableMfa { password, code } = body.value;
    let attempt = prove(&portal, &client, password).await?;
    let subject = portal.session.identity_id.0;
    authenticator::pass(&portal.db, &keys, subject, Some(&code), &attempt).await?;
    portal
        .write(async |tx| {
            authenticator::remove(&tx.global(), subject).await?;
            record(tx, &portal, "contact_person.mfa_disabled").await
        })
        .await?;
    Ok(NoContent)
}

const fn who<P>(portal: &Portal<P>) -> Who {
    Who::Portal {
        identity: portal.session.identity_id,
        person: portal.session.person_id,
        customer: portal.session.customer_id,
    }
}

/// That the person at the keyboard knows the password.
pub(super) async fn prove<P>(
    portal: &Portal<P>,
    client: &ClientInfo,
    password: String,
) -> Result<Attempt> {
    let session = &portal.session;
    let attempt = Attempt::portal(session.organization_id, &session.email, client);
    attempt.check(&portal.db).await?;
    let identity = identity::own(portal).await?;
    if passwords::verify(password, Some(identity.password_hash)).await? {
        return Ok(attempt);
    }
    attempt.failed(&portal.db).await?;
    Err(Code::InvalidCredentials.into())
}

async fn record<P>(
    tx: &crate::db::Tx<crate::db::OrgScope>,
    portal: &Portal<P>,
    action: &'static str,
) -> Result<()> {
    let session = &portal.session;
    let entry = audit::Entry {
        action,
        subject_id: session.person_id.0,
        customer_id: Some(session.customer_id),
        data: json!({ "name": session.full_name(), "email": session.email }),
    };
    audit::record(tx, entry).await
}
