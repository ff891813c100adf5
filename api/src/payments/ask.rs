//! Asking a gateway for the intent of an attempt that is written down: it is opened there, or looked at.

use entity::{PaymentId, payment, payment_method, records::PaymentFailure};
use portico_domain::{
    money::Money,
    payment::{PaymentMode, PaymentState},
};
use portico_gateways::{
    GatewayError, Intent, IntentStatus, Method, NewIntent, PaymentGateway, within,
};

use super::{
    refusal::{Facts, declined, suitable},
    settle,
    start::Desk,
    store::{self, Change},
    sync,
};
use crate::{
    error::{Code, Result},
    failpoint,
    gateway::Offers,
    payment_methods,
};

const fn method_of(mode: PaymentMode) -> Method {
    match mode {
        PaymentMode::DirectDebit => Method::BankDebit,
        PaymentMode::Online => Method::Wallet,
        _ => Method::Card,
    }
}

/// Opens the attempt's intent at the gateway. The attempt's id is the idempotency key, so that asking
/// twice, or after a crash, gives the same intent.
///
/// # Errors
/// `payment_declined`; `gateway_unavailable`, and then the attempt stays open for the reconcile job.
pub async fn ask(desk: &Desk<'_>, gateway: &dyn PaymentGateway, id: PaymentId) -> Result<Intent> {
    let known = desk
        .db
        .read(desk.scope.clone(), async |tx| -> Result<_> {
            let organization = tx.own_organization().await?;
            let payment = store::get(tx, id).await?;
            let exists = settle::payer_exists(tx, &payment).await?;
            let offers = Offers::of(desk.config, &organization.gateways);
            let kept = match payment.payment_method_id {
                Some(id) => payment_methods::of_customer(tx, payment.customer_id, id).await?,
                None => None,
            };
            Ok(Known {
                facts: Facts {
                    payer_exists: exists,
                    just_made: store::just_made(tx, &payment).await?,
                    removed: payment.payment_method_id.is_some() && kept.is_none(),
                    processing: store::check_of(tx, id).await?.is_some_and(|check| {
                        check.answer.as_deref() == Some(IntentStatus::Processing.as_str())
                    }),
                },
                payment,
                portal_name: organization.portal_name,
                offers,
                kept,
            })
        })
        .await?;
    let Known {
        payment, offers, ..
    } = &known;
    // Refused before it reached the gateway: a repetition must not begin it there after all.
    if let (PaymentState::Failed, None, Some(failure)) = (
        payment.state.0,
        &payment.gateway_intent_id,
        &payment.failure,
    ) {
        return Err(declined(failure));
    }
    let new = new_intent(desk, &known);
    let answer = match &payment.gateway_intent_id {
        Some(intent) => within(gateway.retrieve_intent(intent)).await,
        None => match suitable(offers.find(gateway.kind()), &new, &known.facts) {
            Ok(()) => create(desk, gateway, payment, new).await,
            Err(decline) => Err(GatewayError::Refused(decline)),
        },
    };
    match answer {
        Ok(intent) => {
            failpoint::reach("gateway_answered");
            if payment.gateway_intent_id.is_none() {
                let intent_id = intent.id.clone();
                desk.db
                    .write(desk.scope.clone(), async |tx| -> Result<()> {
                        let payment = store::lock(tx, id).await?;
                        store::save(
                            tx,
                            payment,
                            Change {
                                intent_id: Some(intent_id),
                                ..Change::default()
                            },
                        )
                        .await?;
                        Ok(())
                    })
                    .await?;
            }
            Ok(intent)
        }
        // A provider forgets what nobody agreed to, and what a payer agreed to on its page that was never taken. Money
        // that was on its way it does not.
        Err(GatewayError::NotFound)
            if payment.gateway_intent_id.is_some()
                && (payment.state.0 == PaymentState::RequiresAction
                    || payment.mode.0 == PaymentMode::Online && !known.facts.processing) =>
        {
            Ok(forgotten(payment))
        }
        // Nothing was begun, and asking again would give the same answer.
        Err(error) if payment.gateway_intent_id.is_none() && !error.outcome_is_unknown() => {
            let failure = failure_of(&error);
            let refusal = declined(&failure);
            sync::refuse(desk, id, failure).await?;
            Err(refusal)
        }
        Err(error) => {
            tracing::warn!(payment = %id, %error, "the gateway did not answer");
            sync::unanswered(desk, id, &error.to_string()).await?;
            Err(Code::GatewayUnavailable.into())
        }
    }
}

/// What has to be known of a payment before its gateway is asked.
struct Known {
    payment: payment::Model,
    facts: Facts,
    portal_name: String,
    offers: Offers,
    kept: Option<payment_method::Model>,
}

/// The page that tells the outcome, where the provider sends the payer back to. Nobody has signed in to pay by a link;
/// the page that such a payer comes back to knows the link, which is not kept here.
pub fn return_url(desk: &Desk<'_>, portal_name: &str, payment: &payment::Model) -> String {
    let by_link = payment.person_id.is_none() && !payment.off_session;
    let page = if by_link { "pay-link/back" } else { "pay" };
    desk.config
        .link(&format!("/{portal_name}/{page}/{}", payment.id))
}

fn new_intent(desk: &Desk<'_>, known: &Known) -> NewIntent {
    let Known {
        payment,
        portal_name,
        kept,
        ..
    } = known;
    let id = payment.id;
    NewIntent {
        idempotency_key: id.to_string(),
        amount: Money::new(payment.amount, payment.currency.0),
        description: format!("Payment {id}"),
        reference: id.to_string(),
        customer_reference: payment.customer_id.to_string(),
        method: method_of(payment.mode.0),
        return_url: return_url(desk, portal_name, payment),
        payer_id: None,
        stored_method: kept.as_ref().map(|kept| kept.gateway_method_id.clone()),
        keep_method: payment.keep_method,
    }
}

/// Creates it; where something is kept, in the name of the payer as the gateway knows them.
async fn create(
    desk: &Desk<'_>,
    gateway: &dyn PaymentGateway,
    payment: &payment::Model,
    mut new: NewIntent,
) -> Result<Intent, GatewayError> {
    if new.keep_method || new.stored_method.is_some() {
        let payer = payment_methods::payer(desk, gateway.kind(), payment.customer_id).await?;
        new.payer_id = Some(payer);
    }
    within(gateway.create_intent(new)).await
}

/// What is kept of a definite no.
pub fn failure_of(error: &GatewayError) -> PaymentFailure {
    let code = match error {
        GatewayError::Refused(decline) => decline.code.clone(),
        GatewayError::BadCredentials => "bad_credentials".to_owned(),
        _ => "gateway_error".to_owned(),
    };
    PaymentFailure {
        code,
        cp_code: error.cp().map(|cp| cp.as_str().to_owned()),
    }
}

/// An intent that the gateway no longer knows: no money will be taken.
fn forgotten(payment: &payment::Model) -> Intent {
    Intent {
        id: payment.gateway_intent_id.clone().unwrap_or_default(),
        status: IntentStatus::Canceled,
        amount: Money::new(payment.amount, payment.currency.0),
        amount_received: Money::new(0, payment.currency.0),
        reference: payment.id.to_string(),
        client_secret: String::new(),
        approval_url: None,
        method_id: None,
        latest_decline: None,
        method_summary: None,
    }
}
