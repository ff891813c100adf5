//! No key of the account is ever shown.

use portico_gateways::{GatewayError, PaymentGateway as _};
use serde_json::json;
use wiremock::ResponseTemplate;

use crate::support::{account, answer, gateway, intent, stripe_that_answers};

#[tokio::test]
async fn whatever_is_printed_bears_no_secret() {
    let echo = json!({ "error": {
        "type": "invalid_request_error",
        "code": "api_key_expired",
        "message": "Expired API Key provided: sk_test_KeepThisToYourself",
    } });
    let mut printed = vec![format!("{:?}", account())];
    for template in [
        answer(200, &intent(&json!({}))),
        answer(400, &echo),
        answer(401, &echo),
        answer(500, &echo).insert_header("Stripe-Should-Retry", "false"),
        ResponseTemplate::new(200).set_body_string("sk_test_KeepThisToYourself"),
        ResponseTemplate::new(404).insert_header("Request-Id", "sk_test KeepThis"),
    ] {
        let stripe = stripe_that_answers(template).await;
        let gateway = gateway(account(), &stripe.uri());
        printed.push(format!("{gateway:?}"));
        match gateway.retrieve_intent("pi_1").await {
            Ok(intent) => printed.push(format!("{intent:?}")),
            Err(error) => printed.push(format!("{error} {error:?}")),
        }
    }
    let gateway = gateway(account(), "http://127.0.0.1:1");
    let unreachable: GatewayError = gateway.check_credentials().await.unwrap_err();
    printed.push(format!("{unreachable} {unreachable:?}"));
    for text in printed {
        for secret in ["KeepThis", "_secret_"] {
            assert!(!text.contains(secret), "{text}");
        }
    }
}
