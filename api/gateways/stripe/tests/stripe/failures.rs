//! What each call makes of each way to fail.

use std::{future::Future, pin::Pin, time::Duration};

use portico_gateway_stripe::StripeGateway;
use portico_gateways::{
    CpCode, Decline, GatewayError, IntentStatus, Method, NewPayer, NewRefund, NewSetup,
    PaymentGateway as _, RefundId,
};
use serde_json::json;
use wiremock::{
    Mock, MockServer, ResponseTemplate,
    matchers::{header, method},
};

use crate::support::{
    account, answer, asked, attempt, euros, gateway, intent, refusal, stripe_that_answers,
};

type Outcome<'a> = Pin<Box<dyn Future<Output = Result<(), GatewayError>> + 'a>>;
type Call = fn(&StripeGateway) -> Outcome<'_>;

/// Every call of the port that reaches Stripe.
const CALLS: [(&str, Call); 12] = [
    ("create_intent", |to| {
        Box::pin(async { to.create_intent(attempt("1", euros(900))).await.map(drop) })
    }),
    ("retrieve_intent", |to| {
        Box::pin(async { to.retrieve_intent("pi_1").await.map(drop) })
    }),
    ("confirm_intent", |to| {
        Box::pin(async { to.confirm_intent("pi_1", "1").await.map(drop) })
    }),
    ("cancel_intent", |to| {
        Box::pin(async { to.cancel_intent("pi_1").await.map(drop) })
    }),
    ("refund", |to| {
        let new = NewRefund {
            idempotency_key: "r1".to_owned(),
            intent_id: "pi_1".to_owned(),
            amount: euros(100),
        };
        Box::pin(async { to.refund(new).await.map(drop) })
    }),
    ("retrieve_refund", |to| {
        let id = RefundId {
            id: "re_1",
            intent_id: "pi_1",
        };
        Box::pin(async move { to.retrieve_refund(&id).await.map(drop) })
    }),
    ("check_credentials", |to| Box::pin(to.check_credentials())),
    ("open_payer", |to| {
        let new = NewPayer {
            idempotency_key: "p1".to_owned(),
            reference: "cus_01".to_owned(),
            name: "Ada".to_owned(),
            email: None,
        };
        Box::pin(async { to.open_payer(new).await.map(drop) })
    }),
    ("begin_setup", |to| {
        let new = NewSetup {
            idempotency_key: "s1".to_owned(),
            payer_id: "cus_1".to_owned(),
            method: Method::Card,
        };
        Box::pin(async { to.begin_setup(new).await.map(drop) })
    }),
    ("retrieve_setup", |to| {
        Box::pin(async { to.retrieve_setup("seti_1").await.map(drop) })
    }),
    ("stored_method", |to| {
        Box::pin(async { to.stored_method("pm_1").await.map(drop) })
    }),
    ("forget_method", |to| Box::pin(to.forget_method("pm_1"))),
];

async fn each(base: &str, fails_as: impl Fn(&str, Result<(), GatewayError>)) {
    let gateway = gateway(account(), base);
    // All at once, since each may pause and try again.
    let calls = CALLS.map(async |(name, call)| fails_as(name, call(&gateway).await));
    futures::future::join_all(calls).await;
}

fn stripes(kind: &str, code: &str) -> serde_json::Value {
    json!({ "error": { "type": kind, "code": code, "message": "…" } })
}

fn is_unavailable(name: &str, outcome: Result<(), GatewayError>) {
    let error = outcome.unwrap_err();
    assert!(
        matches!(error, GatewayError::Unavailable(_)) && error.outcome_is_unknown(),
        "{name}: {error:?}"
    );
}

#[tokio::test]
async fn a_refused_connection_leaves_the_outcome_open() {
    each("http://127.0.0.1:1", is_unavailable).await;
}

#[tokio::test]
async fn silence_is_a_timeout() {
    let silent = ResponseTemplate::new(200).set_delay(Duration::from_secs(30));
    let stripe = stripe_that_answers(silent).await;
    each(&stripe.uri(), |name, outcome| {
        assert_eq!(outcome, Err(GatewayError::Timeout), "{name}");
    })
    .await;
}

#[tokio::test]
async fn keys_that_stripe_does_not_accept_are_bad_credentials() {
    for status in [401, 403] {
        let body = stripes("invalid_request_error", "api_key_expired");
        let stripe = stripe_that_answers(answer(status, &body)).await;
        each(&stripe.uri(), |name, outcome| {
            assert_eq!(
                outcome,
                Err(GatewayError::BadCredentials),
                "{name} {status}"
            );
        })
        .await;
    }
}

#[tokio::test]
async fn a_key_that_no_header_can_carry_is_a_bad_one() {
    let mut bad = account();
    bad.secret_key = "sk_test_a\nb".to_owned();
    let gateway = gateway(bad, "http://127.0.0.1:1");
    assert_eq!(
        gateway.check_credentials().await,
        Err(GatewayError::BadCredentials)
    );
}

#[tokio::test]
async fn a_decline_is_a_definite_no() {
    let body = stripes("card_error", "expired_card");
    let stripe = stripe_that_answers(answer(402, &body)).await;
    let no = Decline::new("expired_card", "card-expired");
    each(&stripe.uri(), |name, outcome| {
        assert_eq!(outcome, Err(GatewayError::Refused(no.clone())), "{name}");
    })
    .await;
}

#[tokio::test]
async fn what_stripe_does_not_know_is_not_found() {
    let body = stripes("invalid_request_error", "resource_missing");
    let stripe = stripe_that_answers(answer(404, &body)).await;
    each(&stripe.uri(), |name, outcome| match name {
        "forget_method" => assert_eq!(outcome, Ok(()), "{name}: it is gone, as was wanted"),
        _ => assert_eq!(outcome, Err(GatewayError::NotFound), "{name}"),
    })
    .await;
}

#[tokio::test]
async fn a_stripe_in_trouble_leaves_the_outcome_open() {
    for status in [409, 429, 500, 503] {
        let body = stripes("api_error", "lock_timeout");
        // Its own word spares the test the pauses.
        let answer = answer(status, &body).insert_header("Stripe-Should-Retry", "false");
        let stripe = stripe_that_answers(answer).await;
        each(&stripe.uri(), is_unavailable).await;
    }
}

#[tokio::test]
async fn garbage_leaves_the_outcome_open_whatever_its_status() {
    for status in [200, 302, 400, 401, 402, 404] {
        let garbage = ResponseTemplate::new(status).set_body_string("<html>A proxy</html>");
        let stripe = stripe_that_answers(garbage).await;
        each(&stripe.uri(), is_unavailable).await;
    }
}

#[tokio::test]
async fn what_passes_is_tried_again_with_the_same_key() {
    for status in [409, 429, 500] {
        let stripe = MockServer::start().await;
        let failure = stripes("api_error", "lock_timeout");
        Mock::given(method("POST"))
            .respond_with(answer(status, &failure))
            .up_to_n_times(2)
            .mount(&stripe)
            .await;
        Mock::given(header("Idempotency-Key", "1"))
            .respond_with(answer(200, &intent(&json!({}))))
            .mount(&stripe)
            .await;
        let gateway = gateway(account(), &stripe.uri());
        let created = gateway.create_intent(attempt("1", euros(1_000))).await;
        assert_eq!(created.unwrap().id, "pi_1", "after {status}");
        let requests = stripe.received_requests().await.unwrap();
        let keys = requests.iter().map(|sent| &sent.headers["idempotency-key"]);
        assert!(keys.eq(["1", "1", "1"]), "after {status}");
    }
}

#[tokio::test]
async fn a_definite_no_is_not_asked_for_again() {
    let body = stripes("card_error", "expired_card");
    let stripe = stripe_that_answers(answer(402, &body)).await;
    let gateway = gateway(account(), &stripe.uri());
    let declined = gateway.create_intent(attempt("1", euros(900))).await;
    assert_eq!(refusal(declined), "expired_card");
    assert_eq!(asked(&stripe).await.len(), 1);
}

#[tokio::test]
async fn after_a_lost_answer_the_same_key_tells_what_was_taken() {
    let stripe = MockServer::start().await;
    let late = answer(200, &intent(&json!({}))).set_delay(Duration::from_secs(30));
    Mock::given(method("POST"))
        .respond_with(late)
        .up_to_n_times(1)
        .mount(&stripe)
        .await;
    let replay = answer(200, &intent(&json!({}))).insert_header("Idempotent-Replayed", "true");
    Mock::given(method("POST"))
        .respond_with(replay)
        .mount(&stripe)
        .await;
    let now = intent(&json!({ "status": "succeeded", "amount_received": 1000 }));
    Mock::given(method("GET"))
        .respond_with(answer(200, &now))
        .mount(&stripe)
        .await;
    let gateway = gateway(account(), &stripe.uri());
    let lost = gateway.create_intent(attempt("1", euros(1_000))).await;
    assert_eq!(lost, Err(GatewayError::Timeout));
    let again = gateway.create_intent(attempt("1", euros(1_000))).await;
    assert_eq!(again.unwrap().status, IntentStatus::Succeeded);
}

#[tokio::test]
async fn another_request_with_the_same_key_is_refused() {
    let body = json!({ "error": { "type": "idempotency_error", "message": "…" } });
    let stripe = stripe_that_answers(answer(400, &body)).await;
    let gateway = gateway(account(), &stripe.uri());
    let reused = gateway.create_intent(attempt("1", euros(900))).await;
    assert_eq!(refusal(reused), "idempotency_key_reused");
}

#[tokio::test]
async fn what_cannot_be_charged_is_refused_before_stripe_is_asked() {
    let gateway = gateway(account(), "http://127.0.0.1:1");
    let below = gateway.create_intent(attempt("1", euros(49))).await;
    assert_eq!(below.unwrap_err().cp(), Some(CpCode::BelowMinimum));
}
