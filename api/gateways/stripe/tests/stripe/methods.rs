//! Payers and their stored methods.

use portico_gateways::{
    BillingAddress, CpCode, Expiry, GatewayError, IntentStatus, Method, MethodUpdate, NewIntent,
    NewPayer, NewSetup, PaymentGateway as _,
};
use serde_json::json;

use portico_fakes::LocalStripe;

use crate::support::{
    account, answer, asked, attempt, charge_of, euros, gateway, gateway_of, stripe_that_answers,
};

fn payer() -> NewPayer {
    NewPayer {
        idempotency_key: "payer-1".to_owned(),
        reference: "cus_01".to_owned(),
        name: "Zoë & Söhne".to_owned(),
        email: Some("zoe+bills@example.com".to_owned()),
    }
}

#[tokio::test]
async fn a_method_is_stored_charged_and_forgotten() {
    let Some(stripe) = LocalStripe::start().await else {
        return;
    };
    let gateway = gateway_of(&stripe);
    let payer_id = gateway.open_payer(payer()).await.unwrap();
    assert_eq!(gateway.open_payer(payer()).await, Ok(payer_id.clone()));
    let setup = gateway
        .begin_setup(NewSetup {
            idempotency_key: "setup-1".to_owned(),
            payer_id: payer_id.clone(),
            method: Method::Card,
        })
        .await
        .unwrap();
    assert_eq!(
        (setup.status, &setup.method_id),
        (IntentStatus::RequiresPaymentMethod, &None)
    );

    let card = stripe.card("4242424242424242").await;
    let confirm = format!("payment_method={card}");
    stripe
        .post(&format!("setup_intents/{}/confirm", setup.id), &confirm)
        .await;
    let attach = format!("customer={payer_id}");
    stripe
        .post(&format!("payment_methods/{card}/attach"), &attach)
        .await;
    let done = gateway.retrieve_setup(&setup.id).await.unwrap();
    assert_eq!(
        (done.status, done.method_id.as_ref()),
        (IntentStatus::Succeeded, Some(&card))
    );
    let stored = gateway.stored_method(&card).await.unwrap();
    assert_eq!(
        (&stored.payer_id, stored.method, &*stored.summary.last4),
        (&payer_id, Method::Card, "4242")
    );

    let charge = NewIntent {
        payer_id: Some(payer_id),
        stored_method: Some(card.clone()),
        ..attempt("1", euros(900))
    };
    let begun = gateway.create_intent(charge).await.unwrap();
    assert_eq!(begun.status, IntentStatus::RequiresConfirmation);
    let away = charge_of(true);
    let charged = gateway.charge_intent(&begun.id, &away, "1").await.unwrap();
    // Under another key it is refused there, and answered as it is.
    let again = gateway.charge_intent(&begun.id, &away, "2").await.unwrap();
    assert_eq!(again.status, IntentStatus::Succeeded);
    assert_eq!(
        (charged.status, charged.method_id),
        (IntentStatus::Succeeded, Some(card.clone()))
    );

    for _ in 0..2 {
        gateway.forget_method(&card).await.unwrap();
        assert_eq!(
            gateway.stored_method(&card).await,
            Err(GatewayError::NotFound)
        );
    }
}

#[tokio::test]
async fn a_payer_is_found_again_long_after_the_key_is_forgotten() {
    let found = json!({ "object": "search_result", "data": [{ "id": "cus_9" }] });
    let stripe = stripe_that_answers(answer(200, &found)).await;
    let gateway = gateway(account(), &stripe.uri());
    assert_eq!(gateway.open_payer(payer()).await, Ok("cus_9".to_owned()));
    assert_eq!(asked(&stripe).await, ["GET /v1/customers/search "]);
    let requests = stripe.received_requests().await.unwrap();
    let query = requests[0]
        .url
        .query_pairs()
        .find(|(name, _)| name == "query");
    assert_eq!(query.unwrap().1, "metadata['portico_payer']:'payer-1'");
}

#[tokio::test]
async fn a_setup_offers_the_debits_of_the_accounts_currencies() {
    let setup =
        json!({ "id": "seti_1", "status": "requires_payment_method", "client_secret": "s" });
    let stripe = stripe_that_answers(answer(200, &setup)).await;
    let gateway = gateway(account(), &stripe.uri());
    let new = NewSetup {
        idempotency_key: "setup-1".to_owned(),
        payer_id: "cus_1".to_owned(),
        method: Method::BankDebit,
    };
    gateway.begin_setup(new).await.unwrap();
    let asked = asked(&stripe).await.remove(0);
    assert!(
        asked.contains("=sepa_debit&") && asked.contains("=us_bank_account&"),
        "{asked}"
    );
}

#[tokio::test]
async fn where_nothing_may_be_stored_stripe_is_not_asked() {
    let mut account = account();
    account.can_store_methods = false;
    let gateway = gateway(account, "http://127.0.0.1:1");
    let keep = NewIntent {
        keep_method: true,
        ..attempt("1", euros(900))
    };
    for error in [
        gateway.open_payer(payer()).await.unwrap_err(),
        gateway.create_intent(keep).await.unwrap_err(),
    ] {
        assert_eq!(error.cp(), Some(CpCode::RecurringNotSupported));
    }
}

#[tokio::test]
async fn a_cards_expiry_and_its_holders_address_are_changed() {
    let card = json!({ "id": "pm_1", "type": "card", "customer": "cus_1",
                       "card": { "brand": "visa", "last4": "4242", "exp_month": 5, "exp_year": 2033 } });
    let stripe = stripe_that_answers(answer(200, &card)).await;
    let gateway = gateway(account(), &stripe.uri());
    let expiry = Expiry {
        year: 2033,
        month: 5,
    };
    let address = BillingAddress {
        line: "Torstraße 12".to_owned(),
        city: "Berlin".to_owned(),
        postal_code: "10119".to_owned(),
        country: "DE".to_owned(),
    };
    let update = MethodUpdate {
        expiry: Some(expiry),
        address: Some(address),
    };
    let changed = gateway.update_method("pm_1", update).await.unwrap();
    assert_eq!(changed.summary.expiry, Some(expiry));
    let asked = asked(&stripe).await.remove(0);
    for part in [
        "POST /v1/payment_methods/pm_1",
        "card[exp_month]=5",
        "card[exp_year]=2033",
        "billing_details[address][city]=Berlin",
        "billing_details[address][postal_code]=10119",
    ] {
        assert!(asked.contains(part), "{part}: {asked}");
    }
}
