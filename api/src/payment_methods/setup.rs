//! Keeping a method without a payment: the payer gives it in the gateway's own element, then it is asked for there.

use entity::{CustomerId, payment_method, records::Mandate};
use portico_gateways::{GatewayError, IntentStatus, Method, NewSetup, Setup, within};
use uuid::Uuid;

use super::{
    dto::{BeginSetup, FinishSetup},
    keep::{Kept, keep},
    payer, store,
};
use crate::{
    customers,
    error::{Code, Error, Result},
    gateway::Offers,
    payments::{Desk, declined, failure_of, mandate},
};

/// Begins it. Nothing is written down: what comes of it is asked for at the gateway.
///
/// # Errors
/// `validation_failed` at `/gateway`, `/method` or `/mandate_accepted`; `payment_declined` (CP4002 where nothing is
/// kept); `gateway_unavailable`.
pub async fn begin(desk: &Desk<'_>, customer: CustomerId, input: &BeginSetup) -> Result<Setup> {
    check_mandate(input.method, input.mandate_accepted)?;
    let (offers, allow_bank_debit) = desk
        .db
        .read(desk.scope.clone(), async |tx| -> Result<_> {
            let organization = tx.own_organization().await?;
            let customer = customers::get(tx, customer).await?;
            let offers = Offers::of(desk.config, &organization.gateways);
            Ok((offers, customer.allow_bank_debit))
        })
        .await?;
    let named = [input.gateway.clone()];
    let mut ways = offers.ways(&named, allow_bank_debit);
    let offer = ways.find(|(_, method)| *method == input.method);
    if offer.is_none_or(|(offer, method)| !offer.keeps_methods() || method == Method::Wallet) {
        let detail = "this gateway keeps no such method";
        return Err(Error::field("/gateway", "not_offered", detail));
    }
    let gateway = desk.gateway(&input.gateway).await?;
    let begun = async {
        let payer_id = payer(desk, &input.gateway, customer).await?;
        let new = NewSetup {
            // It moves no money: a repetition is another one.
            idempotency_key: Uuid::new_v4().to_string(),
            payer_id,
            method: input.method,
        };
        within(gateway.begin_setup(new)).await
    };
    begun.await.map_err(|error| refused(&error))
}

/// Writes down what the payer gave, once the gateway keeps it.
///
/// # Errors
/// `not_found` if the setup is not this customer's; `not_allowed_in_state` if nothing was given yet;
/// `gateway_unavailable`.
pub async fn finish(
    desk: &Desk<'_>,
    customer: CustomerId,
    input: &FinishSetup,
) -> Result<payment_method::Model> {
    let gateway = desk.gateway(&input.gateway).await?;
    let asked = async {
        let setup = within(gateway.retrieve_setup(&input.setup_id)).await?;
        match setup
            .method_id
            .filter(|_| setup.status == IntentStatus::Succeeded)
        {
            Some(id) => within(gateway.stored_method(&id)).await.map(Some),
            None => Ok(None),
        }
    };
    let stored = match asked.await {
        Ok(Some(stored)) => stored,
        Ok(None) => {
            return Err(
                Error::new(Code::NotAllowedInState).with_detail("nothing was given to be kept")
            );
        }
        Err(GatewayError::NotFound) => return Err(Error::not_found()),
        Err(error) => return Err(refused(&error)),
    };
    check_mandate(stored.method, input.mandate_accepted)?;
    desk.db
        .write(desk.scope.clone(), async |tx| {
            let row = customers::lock(tx, customer).await?;
            let payer = store::payer(tx, customer, &input.gateway).await?;
            if payer.as_ref() != Some(&stored.payer_id) {
                return Err(Error::not_found());
            }
            let mandate: Option<Mandate> = match stored.method {
                Method::BankDebit => Some(mandate(tx, &tx.own_organization().await?, &row)),
                _ => None,
            };
            let kept = Kept {
                customer,
                gateway: &input.gateway,
                gateway_method_id: &stored.id,
                method: stored.method,
                summary: &stored.summary,
                mandate,
            };
            keep(tx, kept).await
        })
        .await
}

fn check_mandate(method: Method, accepted: bool) -> Result<()> {
    if method == Method::BankDebit && !accepted {
        let detail = "the payer must agree to the mandate";
        return Err(Error::field("/mandate_accepted", "required", detail));
    }
    Ok(())
}

/// A definite no in plain words; anything else may be tried again.
pub fn refused(error: &GatewayError) -> Error {
    tracing::warn!(%error, "the gateway did not keep a method");
    if error.outcome_is_unknown() {
        Code::GatewayUnavailable.into()
    } else {
        declined(&failure_of(error))
    }
}
