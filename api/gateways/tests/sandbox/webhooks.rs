//! What the sandbox tells of its own accord.

use chrono::TimeDelta;
use portico_gateways::{
    PaymentGateway as _, SandboxGateway, WebhookError, WebhookKind,
    sandbox::{MemoryLedger, SIGNATURE_HEADER, SandboxEvent},
};

use crate::support::{attempt, euros, now, sandbox};

#[tokio::test]
async fn a_webhook_is_believed_if_it_is_signed() {
    let sandbox = sandbox();
    let intent = sandbox
        .create_intent(attempt("1", euros(1_000)))
        .await
        .unwrap();
    let event = SandboxEvent {
        id: "evt_1".to_owned(),
        intent_id: intent.id.clone(),
        reference: intent.reference.clone(),
        attempts: 0,
    };
    let sent = sandbox.webhook(&event, now()).unwrap();
    let headers = [
        ("content-type", "application/json"),
        ("sandbox-signature", sent.signature.as_str()),
    ];
    let parse = async |headers: &[(&str, &str)], body: &str, at| {
        sandbox.parse_webhook(headers, body.as_bytes(), at).await
    };

    let event = parse(&headers, &sent.body, now()).await.unwrap().unwrap();
    assert_eq!(
        (event.kind, &event.intent_id),
        (WebhookKind::IntentUpdated, &intent.id)
    );
    assert_eq!(event.reference, "pay_1");

    let unsigned = parse(&[], &sent.body, now()).await;
    assert_eq!(unsigned, Err(WebhookError::Unsigned));
    assert_eq!(
        parse(&headers, "{}", now()).await,
        Err(WebhookError::WrongSignature)
    );
    let late = now() + TimeDelta::hours(1);
    assert_eq!(
        parse(&headers, &sent.body, late).await,
        Err(WebhookError::OutsideTolerance)
    );
    let other = SandboxGateway::new(MemoryLedger::default(), b"another secret");
    assert_eq!(
        other
            .parse_webhook(&headers, sent.body.as_bytes(), now())
            .await,
        Err(WebhookError::WrongSignature)
    );
    assert_eq!(SIGNATURE_HEADER.to_lowercase(), headers[1].0);
}
