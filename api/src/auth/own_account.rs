//! One's own sessions and authenticator app, for staff.

use actix_web::{
    delete, get, post,
    web::{Data, Json},
};
use entity::SessionId;
use serde_json::json;
use utoipa_actix_web::service_config::ServiceConfig;

use super::{
    authenticator::{self, MfaCode, MfaSetup, MfaStatus, RecoveryCodes},
    devices::{self, OwnSessionList},
    dto::{DisableMfa, ProvePassword},
    sessions::{self, Who},
    sign_in,
    throttle::Attempt,
};
use crate::{
    audit,
    error::{Code, Error, Result},
    http::{Body, ClientInfo, IdPath, NoContent, Staff, can},
    keys::Keys,
};

/// The routes of one's own account.
pub fn routes(config: &mut ServiceConfig) {
    config
        .service(list_my_sessions)
        .service(end_my_other_sessions)
        .service(end_my_session)
        .service(get_my_mfa)
        .service(begin_my_mfa)
        .service(confirm_my_mfa)
        .service(renew_my_recovery_codes)
        .service(disable_my_mfa);
}

/// List where I am signed in.
#[utoipa::path(tag = "auth", responses((status = 200, body = OwnSessionList)))]
#[get("/me/sessions")]
async fn list_my_sessions(staff: Staff<can::ManageOwnAccount>) -> Result<Json<OwnSessionList>> {
    devices::list(&staff.db, who(&staff), staff.session.session_id).await
}

/// End a session of mine.
#[utoipa::path(tag = "auth", params(("id" = SessionId, Path)), responses((status = 204, description = "Ended")))]
#[delete("/me/sessions/{id}")]
async fn end_my_session(
    staff: Staff<can::ManageOwnAccount>,
    id: IdPath<SessionId>,
) -> Result<NoContent> {
    devices::end(&staff.db, who(&staff), id.0).await?;
    Ok(NoContent)
}

/// End every session of mine but this one.
#[utoipa::path(tag = "auth", responses((status = 204, description = "Ended")))]
#[post("/me/sessions/end-others")]
async fn end_my_other_sessions(staff: Staff<can::ManageOwnAccount>) -> Result<NoContent> {
    let (who, keep) = (who(&staff), staff.session.session_id);
    staff
        .write(async |tx| sessions::close_others(tx, who, keep).await)
        .await?;
    Ok(NoContent)
}

/// Whether I use an authenticator app.
#[utoipa::path(tag = "auth", responses((status = 200, body = MfaStatus)))]
#[get("/me/mfa")]
async fn get_my_mfa(staff: Staff<can::ManageOwnAccount>) -> Result<Json<MfaStatus>> {
    let session = &staff.session;
    let status = authenticator::status(&staff.db, session.user_id.0, session.mfa_required).await?;
    Ok(Json(status))
}

/// Begin to set up an authenticator app.
///
/// It is in use once a code of it was given. Beginning again forgets the earlier beginning.
#[utoipa::path(tag = "auth", request_body = ProvePassword, responses((status = 200, body = MfaSetup), (status = 401, description = "invalid_credentials: the password is wrong"), (status = 409, description = "not_allowed_in_state: an app is in use")))]
#[post("/me/mfa")]
async fn begin_my_mfa(
    staff: Staff<can::ManageOwnAccount>,
    keys: Data<Keys>,
    client: ClientInfo,
    body: Body<ProvePassword>,
) -> Result<Json<MfaSetup>> {
    prove(&staff, &client, body.value.password).await?;
    let (session, now) = (&staff.session, staff.now());
    let setup = staff
        .write(async |tx| {
            let subject = session.user_id.0;
            authenticator::begin(&tx.global(), &keys, subject, "Portico", &session.email, now).await
        })
        .await?;
    Ok(Json(setup))
}

/// Put my authenticator app into use.
///
/// The recovery codes are shown this once. Every other session of mine ends.
#[utoipa::path(tag = "auth", request_body = MfaCode, responses((status = 200, body = RecoveryCodes), (status = 401, description = "mfa_invalid"), (status = 409, description = "not_allowed_in_state: nothing was begun")))]
#[post("/me/mfa/confirm")]
async fn confirm_my_mfa(
    staff: Staff<can::ManageOwnAccount>,
    keys: Data<Keys>,
    body: Body<MfaCode>,
) -> Result<Json<RecoveryCodes>> {
    let (session, now, who) = (&staff.session, staff.now(), who(&staff));
    let codes = staff.write(async |tx| {
        let (subject, code) = (session.user_id.0, body.value.code.as_str());
        let codes = authenticator::confirm(&tx.global(), &keys, subject, code, now).await?;
        sessions::close_others(tx, who, session.session_id).await?;
        record(tx, &staff, "member.mfa_enabled").await?;
        Ok(codes)
    });
    Ok(Json(codes.await?))
}

/// Make new recovery codes; the old ones are void.
#[utoipa::path(tag = "auth", request_body = ProvePassword, responses((status = 200, body = RecoveryCodes), (status = 401, description = "invalid_credentials: the password is wrong"), (status = 409, description = "not_allowed_in_state: no app is in use")))]
#[post("/me/mfa/recovery-codes")]
async fn renew_my_recovery_codes(
    staff: Staff<can::ManageOwnAccount>,
    client: ClientInfo,
    body: Body<ProvePassword>,
) -> Result<Json<RecoveryCodes>> {
    if !staff.session.mfa_enabled {
        return Err(Code::NotAllowedInState.into());
    }
    prove(&staff, &client, body.value.password).await?;
    let codes = staff.write(async |tx| {
        record(tx, &staff, "member.recovery_codes_renewed").await?;
        authenticator::renew_codes(&tx.global(), staff.session.user_id.0).await
    });
    Ok(Json(codes.await?))
}

/// Turn my authenticator app off.
#[utoipa::path(tag = "auth", request_body = DisableMfa, responses((status = 204, description = "Turned off"), (status = 401, description = "invalid_credentials, mfa_invalid"), (status = 409, description = "not_allowed_in_state: the organization demands it")))]
#[post("/me/mfa/disable")]
async fn disable_my_mfa(
    staff: Staff<can::ManageOwnAccount>,
    keys: Data<Keys>,
    client: ClientInfo,
    body: Body<DisableMfa>,
) -> Result<NoContent> {
    if staff.session.mfa_required {
        return Err(Error::new(Code::NotAllowedInState)
            .with_detail("the organization demands an authenticator app"));
    }
    let DisableMfa { password, code } = body.value;
    let attempt = prove(&staff, &client, password).await?;
    let subject = staff.session.user_id.0;
    authenticator::pass(&staff.db, &keys, subject, Some(&code), &attempt).await?;
    staff
        .write(async |tx| {
            authenticator::remove(&tx.global(), subject).await?;
            record(tx, &staff, "member.mfa_disabled").await
        })
        .await?;
    Ok(NoContent)
}

const fn who<P>(staff: &Staff<P>) -> Who {
    Who::Staff(staff.session.user_id)
}

/// That the person at the keyboard knows the password.
async fn prove<P>(staff: &Staff<P>, client: &ClientInfo, password: String) -> Result<Attempt> {
    let email = &staff.session.email;
    let attempt = Attempt::office(email, client);
    attempt.check(&staff.db).await?;
    sign_in::check_password(&staff.db, email, password, &attempt).await?;
    Ok(attempt)
}

async fn record<P>(
    tx: &crate::db::Tx<crate::db::OrgScope>,
    staff: &Staff<P>,
    action: &'static str,
) -> Result<()> {
    let session = &staff.session;
    let entry = audit::Entry {
        action,
        subject_id: session.user_id.0,
        customer_id: None,
        data: json!({ "name": session.name, "email": session.email }),
    };
    audit::record(tx, entry).await
}
