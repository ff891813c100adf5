//! Keeping a method, and forgetting it.

use entity::{CustomerId, PaymentMethodId, payment, payment_method, records::Mandate};
use portico_domain::{gateway::GatewayKind, payment::PaymentMode};
use portico_gateways::{Method, MethodSummary, within};
use serde_json::json;

use super::store;
use crate::{
    audit, customers,
    db::{OrgScope, Tx},
    error::{Code, Error, Result},
    payments::Desk,
};

/// What a gateway keeps of somebody.
pub struct Kept<'a> {
    pub customer: CustomerId,
    pub gateway: &'a str,
    pub gateway_method_id: &'a str,
    pub method: Method,
    pub summary: &'a MethodSummary,
    pub mandate: Option<Mandate>,
}

/// Writes down what a payment was made with and is kept. The first one of a customer is the default.
///
/// # Errors
/// Those of the database.
pub async fn keep_paid_with(
    tx: &Tx<OrgScope>,
    payment: &payment::Model,
    gateway_method_id: &str,
    summary: &MethodSummary,
) -> Result<()> {
    let kept = Kept {
        customer: payment.customer_id,
        gateway: payment.gateway.as_deref().unwrap_or_default(),
        gateway_method_id,
        method: match payment.mode.0 {
            PaymentMode::DirectDebit => Method::BankDebit,
            _ => Method::Card,
        },
        summary,
        mandate: payment.mandate.clone().map(|mandate| mandate.0),
    };
    keep(tx, kept).await?;
    Ok(())
}

/// Writes it down, once: the customer is locked.
///
/// # Errors
/// Those of the database.
pub async fn keep(tx: &Tx<OrgScope>, kept: Kept<'_>) -> Result<payment_method::Model> {
    let known = store::by_gateway_id(tx, kept.gateway, kept.gateway_method_id).await?;
    if let Some(known) = known {
        return Ok(known);
    }
    let first = store::list(tx, kept.customer).await?.is_empty();
    let row = store::insert(tx, kept, first).await?;
    record(tx, "customer.payment_method_saved", &row).await?;
    Ok(row)
}

/// Removes one of a customer's, at the gateway first: what is forgotten here only could be charged there still.
///
/// # Errors
/// `not_found`; `gateway_unavailable`, and then it stays.
pub async fn remove(desk: &Desk<'_>, customer: CustomerId, id: PaymentMethodId) -> Result<()> {
    let method = desk
        .db
        .read(desk.scope.clone(), async |tx| {
            store::of_customer(tx, customer, id).await
        })
        .await?
        .ok_or_else(Error::not_found)?;
    let gateway = desk.gateway(&method.gateway).await?;
    if let Err(error) = within(gateway.forget_method(&method.gateway_method_id)).await {
        tracing::warn!(method = %id, %error, "the gateway did not forget a method");
        return Err(Code::GatewayUnavailable.into());
    }
    desk.db
        .write(desk.scope.clone(), async |tx| {
            customers::lock(tx, customer).await?;
            let Some(method) = store::of_customer(tx, customer, id).await? else {
                return Ok(());
            };
            store::delete(tx, id).await?;
            if method.is_default
                && let Some(next) = store::list(tx, customer).await?.first()
            {
                store::make_default(tx, customer, next.id).await?;
            }
            record(tx, "customer.payment_method_removed", &method).await
        })
        .await
}

/// Forgets what a gateway keeps whose account is connected no more.
///
/// # Errors
/// Those of the database.
pub async fn forget_all(tx: &Tx<OrgScope>, gateway: GatewayKind) -> Result<()> {
    let count = store::delete_all(tx, gateway).await?;
    if count == 0 {
        return Ok(());
    }
    let entry = audit::Entry {
        action: "gateway.payment_methods_forgotten",
        subject_id: tx.organization().0,
        customer_id: None,
        data: json!({ "gateway": gateway, "count": count }),
    };
    audit::record(tx, entry).await
}

/// Writes down what was done with one.
///
/// # Errors
/// Those of the database.
pub async fn record(
    tx: &Tx<OrgScope>,
    action: &'static str,
    method: &payment_method::Model,
) -> Result<()> {
    let entry = audit::Entry {
        action,
        subject_id: method.customer_id.0,
        customer_id: Some(method.customer_id),
        data: json!({ "method": method.id, "brand": method.brand, "last4": method.last4, "gateway": method.gateway }),
    };
    audit::record(tx, entry).await
}
