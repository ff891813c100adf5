//! Invitations to join an organization's staff, for whoever holds the link.

use actix_web::{
    HttpRequest, HttpResponse, get, post,
    web::{Data, Json},
};
use utoipa_actix_web::service_config::ServiceConfig;

use super::{
    accept::{accept, show},
    dto::{AcceptMemberInvitation, MemberInvitation},
};
use crate::{
    auth::{self, dto::Session},
    config::Config,
    db::Db,
    error::Result,
    http::{Body, ClientInfo, params::segment},
    keys::Keys,
};

/// The routes of invitations.
pub fn routes(config: &mut ServiceConfig) {
    config
        .service(get_member_invitation)
        .service(accept_member_invitation);
}

/// Look at an invitation to join.
#[utoipa::path(tag = "members", params(("token" = String, Path, description = "From the link in the mail", example = "p3vXk0Zb1q8mTn5wR2yC7dLhJ9sF4gA6uE0iO1xKzQM")), responses((status = 200, body = MemberInvitation), (status = 410, description = "invitation_expired, or invitation_used: accepted, withdrawn, or sent again")))]
#[get("/public/member-invitations/{token}")]
async fn get_member_invitation(
    request: HttpRequest,
    db: Data<Db>,
) -> Result<Json<MemberInvitation>> {
    let token: String = segment(&request, "token")?;
    Ok(Json(show(&db, &token).await?))
}

/// Accept an invitation to join.
///
/// If the address has an account, its password is to be given; otherwise the password is that of the new
/// account. Answers like sign-in, with the cookie.
#[utoipa::path(tag = "members", params(("token" = String, Path, description = "From the link in the mail", example = "p3vXk0Zb1q8mTn5wR2yC7dLhJ9sF4gA6uE0iO1xKzQM")), request_body = AcceptMemberInvitation, responses((status = 200, body = Session), (status = 401, description = "invalid_credentials: the address has an account with another password"), (status = 410, description = "invitation_expired, or invitation_used: accepted, withdrawn, or sent again"), (status = 429, description = "too_many_attempts: wait as Retry-After says")))]
#[post("/public/member-invitations/{token}/accept")]
async fn accept_member_invitation(
    request: HttpRequest,
    db: Data<Db>,
    keys: Data<Keys>,
    config: Data<Config>,
    client: ClientInfo,
    body: Body<AcceptMemberInvitation>,
) -> Result<HttpResponse> {
    let token: String = segment(&request, "token")?;
    let opened = accept(&db, &keys, &token, body.value, &client).await?;
    auth::answer(&db, &keys, &config, &opened, HttpResponse::Ok()).await
}
