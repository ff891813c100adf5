//! Paying by a link: the very verbs of the portal, after the link has had its say.

use entity::{PaymentId, payment};
use portico_domain::{
    money::Money,
    payment_link::{Claim, LinkStanding},
};

use super::{
    holder::Holder,
    public_dto::StartLinkPayment,
    standing::{self, Situation},
    store,
};
use crate::{
    customers,
    db::{OrgScope, Tx},
    error::{Code, Error, Result},
    http::Idempotency,
    payments::{
        self, Counter, Desk, OnAccount, Order, Payer, PortalAllocationInput, PortalPayment, Request,
    },
};

/// What the payments of a link work with.
pub fn desk<'a>(holder: &'a Holder, counter: &'a Counter) -> Desk<'a> {
    Desk {
        db: &holder.db,
        scope: holder.scope.clone(),
        gateways: &counter.gateways,
        outbox: &counter.outbox,
        config: &counter.config,
    }
}

/// Begins a payment. An attempt that still waits for its payer gives way.
///
/// # Errors
/// `link_expired`; `link_used` if it is paid or cancelled; `not_allowed_in_state` if there is nothing to be paid;
/// `payment_in_progress`, `payment_pending`; those of [`payments::begin`].
pub async fn start(
    holder: &Holder,
    counter: &Counter,
    key: &Idempotency,
    digest: &str,
    input: StartLinkPayment,
) -> Result<PaymentId> {
    let desk = desk(holder, counter);
    let situation = async |tx: &Tx<OrgScope>| standing::look(tx, holder.link).await;
    let seen = holder.db.read(holder.scope.clone(), situation).await?;
    let (payer, order) = order(&seen, &input);
    order.check_mandate()?;
    let request = Request {
        key,
        operation: "start_link_payment",
        digest,
        gateway: &input.gateway,
    };
    let earlier = async |tx: &Tx<OrgScope>| {
        let seen = standing::look(tx, holder.link).await?;
        must_be_open(&seen)?;
        let mut earlier: Vec<_> = seen.in_flight().collect();
        earlier.extend(payments::in_flight_of(tx, payer, &order).await?);
        Ok(earlier)
    };
    let open = async |tx: &Tx<OrgScope>| {
        // From here on nobody else begins to pay for this customer.
        customers::lock(tx, payer.customer).await?;
        let seen = standing::look(tx, holder.link).await?;
        must_be_open(&seen)?;
        if seen.in_flight().next().is_some() {
            return Err(Code::PaymentInProgress.into());
        }
        let (payer, order) = self::order(&seen, &input);
        let id = payments::open(tx, desk.config, payer, &order).await?;
        store::begun(tx, holder.link, id).await?;
        Ok(id)
    };
    payments::begin(&desk, &request, earlier, open).await
}

/// What the link asks for at the moment.
fn order(seen: &Situation, input: &StartLinkPayment) -> (Payer, Order) {
    let amount = match seen.claim {
        Claim::Due(amount) => amount,
        Claim::NothingDue | Claim::Gone => 0,
    };
    let allocations = seen.invoice.iter().map(|invoice| PortalAllocationInput {
        invoice_id: invoice.id,
        amount,
    });
    let on_account = seen.invoice.is_none().then(|| OnAccount {
        amount: Money::new(amount, seen.link.currency.0),
        gateways: gateways(),
    });
    let order = Order {
        gateway: input.gateway.clone(),
        method: input.method,
        mandate_accepted: input.mandate_accepted,
        allocations: allocations.collect(),
        on_account,
        keep_method: false,
        payment_method: None,
        off_session: false,
    };
    let payer = Payer {
        customer: seen.customer.id,
        person: None,
    };
    (payer, order)
}

/// What a link on account may be paid by: as a new invoice.
pub fn gateways() -> Vec<String> {
    crate::gateway::every_gateway()
}

fn must_be_open(seen: &Situation) -> Result<()> {
    let refusal = |detail| Error::new(Code::NotAllowedInState).with_detail(detail);
    match seen.standing {
        LinkStanding::Open => Ok(()),
        LinkStanding::Processing => Err(Code::PaymentPending.into()),
        LinkStanding::Expired => Err(Code::LinkExpired.into()),
        LinkStanding::Paid | LinkStanding::Cancelled => Err(Code::LinkUsed.into()),
        LinkStanding::NothingDue => Err(refusal("the invoice has been paid")),
        LinkStanding::Closed => Err(refusal("this cannot be paid any more")),
    }
}

/// A payment, if it was begun by this link.
///
/// # Errors
/// `not_found`.
pub async fn mine(holder: &Holder, id: PaymentId) -> Result<payment::Model> {
    let work = async |tx: &Tx<OrgScope>| {
        let links = [holder.link];
        let attempts = store::attempts(tx, &links).await?.remove(&holder.link);
        let begun = attempts
            .iter()
            .flatten()
            .any(|attempt| attempt.payment_id == id);
        if begun {
            payments::get(tx, id).await
        } else {
            Err(Error::not_found())
        }
    };
    holder.db.read(holder.scope.clone(), work).await
}

/// A payment that was begun by this link, as its page shows it.
///
/// # Errors
/// `not_found`, `gateway_unavailable`.
pub async fn show(holder: &Holder, counter: &Counter, id: PaymentId) -> Result<PortalPayment> {
    let payment = mine(holder, id).await?;
    let open = payments::unfinished(&holder.db, holder.scope.clone(), counter, &payment).await?;
    let work =
        async |tx: &Tx<OrgScope>| payments::portal_payments(tx, vec![payment], open.as_ref()).await;
    let shown = holder.db.read(holder.scope.clone(), work).await?.pop();
    let mut shown = shown.ok_or_else(Error::not_found)?;
    // The receipt goes by mail: whoever holds the link need not be the customer.
    shown.receipt_available = false;
    Ok(shown)
}
