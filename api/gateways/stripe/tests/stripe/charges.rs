//! What Stripe is asked, and how stored methods are charged.

use portico_domain::money::{Currency, Money};
use portico_gateways::{CpCode, IntentStatus, Method, NewIntent, PaymentGateway as _};
use serde_json::json;

use crate::support::{
    account, answer, asked, attempt, charge_of, euros, gateway, intent, refusal,
    stripe_that_answers,
};

/// The form that creates this intent.
async fn form_of(new: NewIntent) -> String {
    let stripe = stripe_that_answers(answer(200, &intent(&json!({})))).await;
    let gateway = gateway(account(), &stripe.uri());
    gateway.create_intent(new).await.unwrap();
    asked(&stripe).await.remove(0)
}

fn has(form: &str, field: &str) -> bool {
    let (_, fields) = form.rsplit_once(' ').unwrap();
    fields.split('&').any(|own| own == field)
}

#[tokio::test]
async fn stripe_is_asked_in_the_version_that_the_requests_are_made_for() {
    let stripe = stripe_that_answers(answer(200, &intent(&json!({})))).await;
    let gateway = gateway(account(), &stripe.uri());
    gateway.retrieve_intent("pi_1").await.unwrap();
    let request = stripe.received_requests().await.unwrap().remove(0);
    assert_eq!(request.headers["stripe-version"], "2026-09-30.endive");
    assert_eq!(request.url.path(), "/v1/payment_intents/pi_1");
}

#[tokio::test]
async fn an_intent_bears_its_references_and_one_way_to_pay() {
    for (method, currency, kind) in [
        (Method::Card, Currency::EUR, "card"),
        (Method::BankDebit, Currency::EUR, "sepa_debit"),
        (Method::BankDebit, Currency::USD, "us_bank_account"),
    ] {
        let form = form_of(NewIntent {
            method,
            ..attempt("1", Money::new(900, currency))
        })
        .await;
        for field in [
            "amount=900".to_owned(),
            format!("currency={}", currency.code().to_ascii_lowercase()),
            format!("allowed_payment_method_types[0]={kind}"),
            "metadata[portico_payment]=pay_1".to_owned(),
            "metadata[portico_customer]=cus_01".to_owned(),
        ] {
            assert!(has(&form, &field), "{field} in {form}");
        }
        for absent in ["confirm", "return_url", "off_session", "setup_future_usage"] {
            assert!(!form.contains(absent), "{absent} in {form}");
        }
    }
}

#[tokio::test]
async fn a_debit_in_another_currency_is_refused() {
    let gateway = gateway(account(), "http://127.0.0.1:1");
    let debit = NewIntent {
        method: Method::BankDebit,
        ..attempt("1", Money::new(900, Currency::JPY))
    };
    let refused = gateway.create_intent(debit).await.unwrap_err();
    assert_eq!(refused.cp(), Some(CpCode::CurrencyNotSupported));
}

#[tokio::test]
async fn a_method_is_kept_for_charges_without_its_payer() {
    let form = form_of(NewIntent {
        payer_id: Some("cus_1".to_owned()),
        keep_method: true,
        ..attempt("1", euros(900))
    })
    .await;
    assert!(has(&form, "customer=cus_1") && has(&form, "setup_future_usage=off_session"));
}

#[tokio::test]
async fn a_stored_method_is_charged_in_a_second_step_with_or_without_its_payer() {
    let begun = form_of(NewIntent {
        payer_id: Some("cus_1".to_owned()),
        stored_method: Some("pm_1".to_owned()),
        ..attempt("1", euros(900))
    })
    .await;
    assert!(has(&begun, "payment_method=pm_1"), "{begun}");
    assert!(!begun.contains("confirm"), "no money is taken yet: {begun}");
    let charge = async |off_session| {
        let stripe = stripe_that_answers(answer(200, &intent(&json!({})))).await;
        let gateway = gateway(account(), &stripe.uri());
        let how = charge_of(off_session);
        gateway.charge_intent("pi_1", &how, "1").await.unwrap();
        asked(&stripe).await.remove(0)
    };
    let away = charge(true).await;
    assert!(away.starts_with("POST /v1/payment_intents/pi_1/confirm "));
    assert!(has(&away, "off_session=true") && !away.contains("return_url"));
    let present = charge(false).await;
    assert!(present.contains("return_url=https") && !present.contains("off_session"));
}

#[tokio::test]
async fn a_challenge_that_nobody_can_answer_is_a_decline() {
    let body = json!({ "error": {
        "type": "card_error",
        "code": "authentication_required",
        "decline_code": "authentication_required",
        "payment_intent": intent(&json!({})),
    } });
    let stripe = stripe_that_answers(answer(402, &body)).await;
    let gateway = gateway(account(), &stripe.uri());
    let charged = gateway.charge_intent("pi_1", &charge_of(true), "1").await;
    assert_eq!(refusal(charged), "authentication_required");
}

#[tokio::test]
async fn a_challenge_of_a_payer_who_is_there_has_a_page() {
    let page = "https://hooks.stripe.com/3d_secure_2/1";
    let asks = intent(&json!({
        "status": "requires_action",
        "next_action": { "type": "redirect_to_url", "redirect_to_url": { "url": page } },
    }));
    let stripe = stripe_that_answers(answer(200, &asks)).await;
    let gateway = gateway(account(), &stripe.uri());
    let asked = gateway.retrieve_intent("pi_1").await.unwrap();
    assert_eq!(asked.status, IntentStatus::RequiresAction);
    assert_eq!(asked.approval_url.as_deref(), Some(page));
}
