//! Changing what is kept, at the gateway first.

use chrono::Datelike as _;
use entity::{
    CustomerId, PaymentMethodId, payment_method,
    records::{Address, CardExpiry},
};
use portico_gateways::{BillingAddress, Expiry, GatewayError, Method, MethodUpdate, within};

use super::{dto::UpdatePaymentMethod, keep, setup::refused, store};
use crate::{
    clock::today_at,
    customers,
    error::{Error, Result},
    http::address,
    payments::Desk,
};

/// Changes it.
///
/// # Errors
/// `not_found`, also once the gateway has forgotten it; `validation_failed`; `payment_declined` if the gateway does not
/// take it; `gateway_unavailable`.
pub async fn change(
    desk: &Desk<'_>,
    customer: CustomerId,
    id: PaymentMethodId,
    input: UpdatePaymentMethod,
) -> Result<payment_method::Model> {
    let (method, today) = desk
        .db
        .read(desk.scope.clone(), async |tx| -> Result<_> {
            let method = store::of_customer(tx, customer, id).await?;
            let zone = tx.own_organization().await?.time_zone;
            Ok((
                method.ok_or_else(Error::not_found)?,
                today_at(tx.now(), &zone),
            ))
        })
        .await?;
    if input.is_default == Some(false) {
        let detail = "make another one the default";
        return Err(Error::field("/is_default", "not_allowed", detail));
    }
    if let Some(expiry) = input.expiry {
        check_expiry(&method, expiry, (today.year(), today.month()))?;
    }
    if let Some(address) = &input.address {
        let faults = address::check("/address", address);
        if !faults.is_empty() {
            return Err(Error::fields(faults));
        }
    }
    if input.expiry.is_some() || input.address.is_some() {
        let gateway = desk.gateway(&method.gateway).await?;
        let update = MethodUpdate {
            expiry: input.expiry.map(|of| Expiry {
                year: of.year,
                month: of.month,
            }),
            address: input.address.as_ref().map(billing),
        };
        match within(gateway.update_method(&method.gateway_method_id, update)).await {
            Ok(_) => {}
            Err(GatewayError::NotFound) => return Err(Error::not_found()),
            Err(error) => return Err(refused(&error)),
        }
    }
    desk.db
        .write(desk.scope.clone(), async |tx| {
            customers::lock(tx, customer).await?;
            if input.is_default == Some(true) {
                store::make_default(tx, customer, id).await?;
            }
            let method = store::lock(tx, customer, id).await?;
            let method = store::save(tx, method, input.expiry, input.address).await?;
            keep::record(tx, "customer.payment_method_changed", &method).await?;
            Ok(method)
        })
        .await
}

fn check_expiry(method: &payment_method::Model, expiry: CardExpiry, now: (i32, u32)) -> Result<()> {
    let field = |detail| Error::field("/expiry", "expiry", detail);
    if method.method != Method::Card.as_str() {
        return Err(field("only cards expire"));
    }
    let (year, month) = (i32::from(expiry.year), u32::from(expiry.month));
    if !(1..=12).contains(&month) || (year, month) < now || year > now.0 + 50 {
        return Err(field("must be a month from this one on"));
    }
    Ok(())
}

fn billing(address: &Address) -> BillingAddress {
    let text = |part: &Option<String>| part.clone().unwrap_or_default();
    BillingAddress {
        line: text(&address.street),
        city: text(&address.city),
        postal_code: text(&address.zip),
        country: text(&address.country),
    }
}
