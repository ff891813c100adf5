//! The staff of an organization, for those who manage it.

use actix_web::{
    HttpResponse, get, patch, post,
    web::{Data, Json},
};
use entity::MembershipId;
use utoipa_actix_web::service_config::ServiceConfig;

use super::{
    dto::{InviteMember, Member, UpdateMember},
    invite::{invite, reinvite},
    public,
    store::{self, MemberQuery},
    update::update,
};
use crate::{
    error::Result,
    http::{Body, IdPath, Idempotency, Listing, Params, Staff, can},
    mail::Outbox,
};

/// The routes of this slice.
pub fn routes(config: &mut ServiceConfig) {
    config
        .service(list_members)
        .service(invite_member)
        .service(update_member)
        .service(reinvite_member)
        .configure(public::routes);
}

/// List members.
#[utoipa::path(tag = "members", params(MemberQuery), responses((status = 200, body = Listing<Member>)))]
#[get("/members")]
async fn list_members(
    staff: Staff<can::ManageMembers>,
    query: Params<MemberQuery>,
) -> Result<Json<Listing<Member>>> {
    let page = staff
        .read(async |tx| store::list(tx, &query.0).await)
        .await?;
    Ok(Json(page.listing(|member| member)))
}

/// Invite a colleague.
///
/// The mail holds a link that is good once, for 14 days. Only an owner can invite an owner.
#[utoipa::path(tag = "members", request_body = InviteMember, responses((status = 201, body = Member), (status = 409, description = "email_taken: somebody with this address is a member already")))]
#[post("/members")]
async fn invite_member(
    staff: Staff<can::ManageMembers>,
    outbox: Data<Outbox>,
    key: Idempotency,
    body: Body<InviteMember>,
) -> Result<HttpResponse> {
    let role = staff.session.role.0;
    let member = staff
        .write(async |tx| {
            let invite = async || invite(tx, &outbox, role, body.value).await;
            let id = key.once(tx, "invite_member", &body.digest, invite).await?;
            store::get(tx, id).await
        })
        .await?;
    Ok(HttpResponse::Created().json(member))
}

/// Change a member's role, or whether they work here.
///
/// It is felt on the member's next request; who no longer works here loses every session. Only an owner can
/// make an owner or change one, and the last owner stays.
#[utoipa::path(tag = "members", params(("id" = MembershipId, Path)), request_body = UpdateMember, responses((status = 200, body = Member), (status = 409, description = "not_allowed_in_state: the last owner stays; who has not joined must be invited again")))]
#[patch("/members/{id}")]
async fn update_member(
    staff: Staff<can::ManageMembers>,
    id: IdPath<MembershipId>,
    body: Body<UpdateMember>,
) -> Result<Json<Member>> {
    let role = staff.session.role.0;
    let member = staff
        .write(async |tx| update(tx, role, id.0, body.value).await)
        .await?;
    Ok(Json(member))
}

/// Invite somebody again who has not joined.
///
/// What was sent before is void.
#[utoipa::path(tag = "members", params(("id" = MembershipId, Path)), responses((status = 200, body = Member), (status = 409, description = "not_allowed_in_state: this member has joined")))]
#[post("/members/{id}/invite")]
async fn reinvite_member(
    staff: Staff<can::ManageMembers>,
    outbox: Data<Outbox>,
    id: IdPath<MembershipId>,
    key: Idempotency,
) -> Result<Json<Member>> {
    let role = staff.session.role.0;
    let member = staff
        .write(async |tx| {
            let reinvite = async || reinvite(tx, &outbox, role, id.0).await;
            let digest = id.0.to_string();
            let id = key.once(tx, "reinvite_member", &digest, reinvite).await?;
            store::get(tx, id).await
        })
        .await?;
    Ok(Json(member))
}
