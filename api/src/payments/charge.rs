//! Charging what a customer has kept, while the customer is away (F9): staff by hand, recurring profiles by themselves.

use entity::PaymentId;
use portico_gateways::Method;

use super::{
    begin::{Request, begin, in_flight_of},
    dto::ChargeInput,
    start::{Desk, Order, Payer, open},
    sync,
};
use crate::{
    db::{OrgScope, Tx},
    error::{Code, Error, Result},
    http::Idempotency,
    payment_methods,
};

/// Charges it. A payment that the gateway refuses is a payment that failed, not an error.
///
/// # Errors
/// Those of [`super::start::start`], but for `payment_declined`.
pub async fn charge(
    desk: &Desk<'_>,
    key: &Idempotency,
    digest: &str,
    input: ChargeInput,
) -> Result<PaymentId> {
    // What the first call made counts, whatever has become of the method since.
    if let Some(id) = begun(desk, key, digest).await? {
        sync::sync(desk, id).await.map(drop).or_else(has_failed)?;
        return Ok(id);
    }
    let method = input.payment_method_id;
    let kept = desk
        .db
        .read(desk.scope.clone(), async |tx| {
            payment_methods::get(tx, method).await
        })
        .await?;
    let payer = Payer {
        customer: kept.customer_id,
        person: None,
    };
    let method: Method = kept.method.parse().map_err(Error::internal)?;
    let order = Order {
        gateway: kept.gateway.clone(),
        method,
        mandate_accepted: false,
        allocations: input.allocations,
        on_account: None,
        keep_method: false,
        payment_method: Some(kept.id),
        off_session: true,
    };
    let request = Request {
        key,
        operation: "charge_payment_method",
        digest,
        gateway: &order.gateway,
    };
    let earlier = async |tx: &Tx<OrgScope>| in_flight_of(tx, payer, &order).await;
    let open = async |tx: &Tx<OrgScope>| open(tx, desk.config, payer, &order).await;
    let id = match begin(desk, &request, earlier, open).await {
        Ok(id) => id,
        Err(error) if error.code() == Code::PaymentDeclined => {
            return begun(desk, key, digest).await?.ok_or(error);
        }
        Err(error) => return Err(error),
    };
    sync::sync(desk, id).await?;
    Ok(id)
}

/// The attempt that the key began.
async fn begun(desk: &Desk<'_>, key: &Idempotency, digest: &str) -> Result<Option<PaymentId>> {
    desk.db
        .read(desk.scope.clone(), async |tx| {
            key.earlier(tx, "charge_payment_method", digest).await
        })
        .await
}

/// Another request of the same key may have heard meanwhile that the gateway refuses.
fn has_failed(error: Error) -> Result<()> {
    if error.code() == Code::PaymentDeclined {
        Ok(())
    } else {
        Err(error)
    }
}
