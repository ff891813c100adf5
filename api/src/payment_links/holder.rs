//! Whoever holds a link. The extractors are the proof: one finds the link by its token, the other asks for the code
//! as well, where the organization wants one.

use actix_web::{FromRequest, HttpRequest, dev::Payload, web::Data};
use entity::PaymentLinkId;
use futures::future::LocalBoxFuture;
use portico_domain::work::ActorKind;

use super::{store, verification};
use crate::{
    db::{Actor, Db, OrgScope},
    error::{Code, Error, Result},
    http::session::client_address,
    keys::Keys,
    random,
};

/// The header with the proof that the code was entered.
pub const PROOF: &str = "payment-link-proof";

/// Somebody with a token that opens a link.
pub struct Holder {
    pub db: Db,
    pub link: PaymentLinkId,
    /// What is done in the name of the link's customer.
    pub scope: OrgScope,
    /// Whether nothing may be told or done yet.
    pub must_verify: bool,
}

impl FromRequest for Holder {
    type Error = Error;
    type Future = LocalBoxFuture<'static, Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let missing =
                || Error::internal(anyhow::anyhow!("the server was put together wrongly"));
            let db = request.app_data::<Data<Db>>().ok_or_else(missing)?;
            let keys = request.app_data::<Data<Keys>>().ok_or_else(missing)?;
            let token = request.match_info().get("token").unwrap_or_default();
            let found = store::find(db, &random::token_hash(token))
                .await?
                .ok_or_else(Error::not_found)?;
            let proof = request.headers().get(PROOF);
            let proof = proof.and_then(|proof| proof.to_str().ok());
            let now = db.clock().now();
            let proven = proof.is_some_and(|proof| verification::holds(keys, found.id, proof, now));
            let actor = Actor {
                kind: ActorKind::Customer,
                id: Some(found.id.0),
                name: Some(found.customer_name),
                address: client_address(&request).map(|address| address.to_string()),
            };
            Ok(Self {
                scope: db.scope_of(found.organization_id, actor),
                db: Db::clone(db),
                link: found.id,
                must_verify: found.verify && !proven,
            })
        })
    }
}

/// A holder who has entered the code, or need not.
pub struct Verified(pub Holder);

impl FromRequest for Verified {
    type Error = Error;
    type Future = LocalBoxFuture<'static, Result<Self>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let holder = Holder::from_request(request, payload);
        Box::pin(async move {
            let holder = holder.await?;
            if holder.must_verify {
                return Err(Code::VerificationRequired.into());
            }
            Ok(Self(holder))
        })
    }
}
