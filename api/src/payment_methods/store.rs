//! The SQL of kept methods and of payers.

use entity::{
    CustomerId, Doc, PaymentMethodId, gateway_payer, payment_method,
    records::{Address, CardExpiry},
};
use portico_domain::gateway::GatewayKind;
use sea_orm::{ColumnTrait, IntoActiveModel, Order, QueryFilter as _, Set, sea_query::Expr};

use super::keep::Kept;
use crate::{
    db::{OrgScope, Tx},
    error::{Error, Result},
};

use payment_method::{ActiveModel, Column, Entity, Model};

/// What a customer has kept, the default first, then the oldest.
pub async fn list(tx: &Tx<OrgScope>, customer: CustomerId) -> Result<Vec<Model>> {
    Ok(tx
        .select::<Entity>()
        .filter(Column::CustomerId.eq(customer))
        .order(Column::IsDefault, Order::Desc)
        .order(Column::Id, Order::Asc)
        .all()
        .await?)
}

/// One of a customer's.
///
/// # Errors
/// Those of the database.
pub async fn of_customer(
    tx: &Tx<OrgScope>,
    customer: CustomerId,
    id: PaymentMethodId,
) -> Result<Option<Model>> {
    let found = tx.get::<Entity, _>(id).await?;
    Ok(found.filter(|method| method.customer_id == customer))
}

/// One of a customer's, locked until the transaction ends.
pub async fn lock(tx: &Tx<OrgScope>, customer: CustomerId, id: PaymentMethodId) -> Result<Model> {
    let found = tx.lock::<Entity, _>(id).await?;
    found
        .filter(|method| method.customer_id == customer)
        .ok_or_else(Error::not_found)
}

/// One, of whichever customer.
///
/// # Errors
/// `not_found`.
pub async fn get(tx: &Tx<OrgScope>, id: PaymentMethodId) -> Result<Model> {
    tx.get::<Entity, _>(id).await?.ok_or_else(Error::not_found)
}

/// The one that a gateway knows by this id.
pub async fn by_gateway_id(tx: &Tx<OrgScope>, gateway: &str, id: &str) -> Result<Option<Model>> {
    Ok(tx
        .select::<Entity>()
        .filter(Column::Gateway.eq(gateway))
        .filter(Column::GatewayMethodId.eq(id))
        .one()
        .await?)
}

/// Keeps a new one.
pub async fn insert(tx: &Tx<OrgScope>, kept: Kept<'_>, is_default: bool) -> Result<Model> {
    let expiry = kept.summary.expiry.map(|of| CardExpiry {
        year: of.year,
        month: of.month,
    });
    let row = ActiveModel {
        organization_id: Set(tx.organization()),
        id: Set(PaymentMethodId(tx.new_uuid())),
        customer_id: Set(kept.customer),
        gateway: Set(kept.gateway.to_owned()),
        gateway_method_id: Set(kept.gateway_method_id.to_owned()),
        method: Set(kept.method.as_str().to_owned()),
        brand: Set(kept.summary.brand.clone()),
        last4: Set(kept.summary.last4.clone()),
        expiry: Set(expiry.map(Doc)),
        address: Set(None),
        mandate: Set(kept.mandate.map(Doc)),
        is_default: Set(is_default),
        created_at: Set(tx.now()),
        updated_at: Set(tx.now()),
    };
    Ok(tx.insert(row).await?)
}

/// Changes what may change of a locked one.
pub async fn save(
    tx: &Tx<OrgScope>,
    method: Model,
    expiry: Option<CardExpiry>,
    address: Option<Address>,
) -> Result<Model> {
    let mut row = method.into_active_model();
    if let Some(expiry) = expiry {
        row.expiry = Set(Some(Doc(expiry)));
    }
    if let Some(address) = address {
        row.address = Set(Some(Doc(address)));
    }
    row.updated_at = Set(tx.now());
    Ok(tx.update(row).await?)
}

/// Makes one of a locked customer's the default, and no other.
pub async fn make_default(
    tx: &Tx<OrgScope>,
    customer: CustomerId,
    id: PaymentMethodId,
) -> Result<()> {
    for (others, is_default) in [(true, false), (false, true)] {
        tx.update_where::<Entity>(|update| {
            let which = if others {
                Column::Id.ne(id)
            } else {
                Column::Id.eq(id)
            };
            update
                .col_expr(Column::IsDefault, Expr::value(is_default))
                .filter(Column::CustomerId.eq(customer))
                .filter(which)
        })
        .await?;
    }
    Ok(())
}

/// Forgets one.
pub async fn delete(tx: &Tx<OrgScope>, id: PaymentMethodId) -> Result<()> {
    tx.delete_where::<Entity>(Column::Id.eq(id)).await?;
    Ok(())
}

/// Forgets everything that a gateway keeps, and who its payers are. Tells how much it was.
pub async fn delete_all(tx: &Tx<OrgScope>, gateway: GatewayKind) -> Result<u64> {
    let kept = tx
        .delete_where::<Entity>(Column::Gateway.eq(gateway.as_str()))
        .await?;
    tx.delete_where::<gateway_payer::Entity>(gateway_payer::Column::Gateway.eq(gateway.as_str()))
        .await?;
    Ok(kept)
}

/// Who a customer is to a gateway.
pub async fn payer(
    tx: &Tx<OrgScope>,
    customer: CustomerId,
    gateway: &str,
) -> Result<Option<String>> {
    let found = tx
        .select::<gateway_payer::Entity>()
        .filter(gateway_payer::Column::CustomerId.eq(customer))
        .filter(gateway_payer::Column::Gateway.eq(gateway))
        .one()
        .await?;
    Ok(found.map(|row| row.payer_id))
}

/// Keeps who a locked customer is to a gateway, unless that is known by now; answers what is kept.
pub async fn keep_payer(
    tx: &Tx<OrgScope>,
    customer: CustomerId,
    gateway: &str,
    payer_id: String,
) -> Result<String> {
    if let Some(known) = payer(tx, customer, gateway).await? {
        return Ok(known);
    }
    let row = gateway_payer::ActiveModel {
        organization_id: Set(tx.organization()),
        customer_id: Set(customer),
        gateway: Set(gateway.to_owned()),
        payer_id: Set(payer_id),
        created_at: Set(tx.now()),
    };
    Ok(tx.insert(row).await?.payer_id)
}
