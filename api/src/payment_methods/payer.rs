//! Who a customer is to a gateway.

use entity::CustomerId;
use portico_gateways::{GatewayError, NewPayer, within};

use super::store;
use crate::{
    customers,
    db::Scope as _,
    error::{Code, Result},
    gateway,
    payments::Desk,
};

/// The gateway's id of a customer, who is made known there the first time.
///
/// # Errors
/// Those of the gateway; CP4002 of one that keeps nothing.
pub async fn payer(
    desk: &Desk<'_>,
    kind: &str,
    customer: CustomerId,
) -> Result<String, GatewayError> {
    let looked = desk
        .db
        .write(desk.scope.clone(), async |tx| -> Result<_> {
            let generation = gateway::hold(tx, kind).await?;
            let known = store::payer(tx, customer, kind).await?;
            let email = customers::primary_contact(tx, customer).await?;
            let name = customers::get(tx, customer).await?.display_name;
            Ok((
                known,
                name,
                email.and_then(|person| person.email),
                generation,
            ))
        })
        .await;
    let (known, name, email, generation) = looked.map_err(|error| unknown(&error))?;
    if let Some(known) = known {
        return Ok(known);
    }
    let gateway = desk.gateway(kind).await.map_err(|error| unknown(&error))?;
    let made = within(gateway.open_payer(NewPayer {
        idempotency_key: format!("{}:{customer}", desk.scope.organization()),
        reference: customer.to_string(),
        name,
        email,
    }))
    .await?;
    // Two at once may have made two, of which one is kept: the other never has a method.
    desk.db
        .write(desk.scope.clone(), async |tx| {
            // Another account, connected meanwhile, knows nothing of this payer.
            if gateway::hold(tx, kind).await? != generation {
                return Err(Code::GatewayUnavailable.into());
            }
            customers::lock(tx, customer).await?;
            store::keep_payer(tx, customer, kind, made.clone()).await
        })
        .await
        .map_err(|error| unknown(&error))
}

/// Nothing was charged, and it may be tried again.
fn unknown(error: &crate::error::Error) -> GatewayError {
    GatewayError::Unavailable(error.to_string())
}
