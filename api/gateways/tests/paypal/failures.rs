//! Every call, against everything that can go wrong with it.

use std::time::Duration;

use portico_fakes::{
    FakePayPal,
    paypal::{Call, Fault},
};
use portico_gateways::{
    CpCode, GatewayError, IntentStatus, PayPalGateway, PaymentGateway as _, RefundId,
};

use crate::support::{account, approved, attempt, euros, gateway, gateway_of, paid, part};

/// What Portico asks for, and the call upon which it depends.
const ASKED: [(&str, Call); 7] = [
    ("create", Call::Create),
    ("retrieve", Call::Get),
    ("confirm", Call::Capture),
    ("cancel", Call::Get),
    ("refund", Call::Refund),
    ("retrieve refund", Call::GetRefund),
    ("check", Call::Token),
];

/// What there is before the failure: an order to be captured, one that is, and a refund of it.
struct Stage {
    fake: FakePayPal,
    open: String,
    taken: portico_gateways::Intent,
    refund: String,
}

impl Stage {
    async fn set() -> Self {
        let fake = FakePayPal::start().await;
        let gateway = gateway(&fake);
        let open = approved(&fake, &gateway, "open").await.id;
        let taken = paid(&fake, &gateway, "taken").await;
        let refund = gateway
            .refund(part(&taken, "a", euros(1)))
            .await
            .unwrap()
            .id;
        Self {
            fake,
            open,
            taken,
            refund,
        }
    }

    async fn ask(&self, gateway: &PayPalGateway, asked: &str) -> Result<(), GatewayError> {
        let refund = RefundId {
            id: &self.refund,
            intent_id: &self.taken.id,
        };
        match asked {
            "create" => gateway
                .create_intent(attempt("new", euros(1_000)))
                .await
                .map(drop),
            "retrieve" => gateway.retrieve_intent(&self.open).await.map(drop),
            "confirm" => gateway.confirm_intent(&self.open, "open").await.map(drop),
            "cancel" => gateway.cancel_intent(&self.open).await.map(drop),
            "refund" => gateway
                .refund(part(&self.taken, "b", euros(2)))
                .await
                .map(drop),
            "retrieve refund" => gateway.retrieve_refund(&refund).await.map(drop),
            _ => gateway.check_credentials().await,
        }
    }

    /// Asks while something goes wrong, and once more when it no longer does.
    async fn fail(&self, asked: &str, call: Call, times: usize, fault: &Fault) -> String {
        let gateway = gateway(&self.fake).with_patience(Duration::from_secs(2));
        self.fake.fail(call, times, fault);
        let answer = self.ask(&gateway, asked).await;
        self.fake.mend();
        let again = self.ask(&gateway, asked).await;
        assert_eq!(again, Ok(()), "{asked} after {fault:?}");
        assert!(self.fake.captured(&self.open) <= 1_000);
        assert!(self.fake.refunded(&self.taken.id) <= 3);
        match answer {
            Ok(()) => "done".to_owned(),
            Err(GatewayError::Refused(decline)) => decline.code,
            Err(GatewayError::Unavailable(_)) => "unavailable".to_owned(),
            Err(other) => format!("{other:?}"),
        }
    }
}

async fn table(rows: &[(usize, Fault, &str, &str)]) {
    let stages = ASKED.map(|(asked, call)| async move {
        for (times, fault, expected, expected_of_check) in rows {
            let stage = Stage::set().await;
            let found = stage.fail(asked, call, *times, fault).await;
            let check = asked == "check";
            let expected = if check { expected_of_check } else { expected };
            assert_eq!(found, **expected, "{asked}: {times} × {fault:?}");
        }
    });
    let [create, retrieve, confirm, cancel, refund, refunded, check] = stages;
    tokio::join!(create, retrieve, confirm, cancel, refund, refunded, check);
}

#[tokio::test]
async fn refusals() {
    table(&[
        (1, Fault::issue(401, "INVALID"), "done", "BadCredentials"),
        (
            2,
            Fault::issue(401, "INVALID"),
            "BadCredentials",
            "BadCredentials",
        ),
        (
            1,
            Fault::issue(403, "PERMISSION_DENIED"),
            "BadCredentials",
            "BadCredentials",
        ),
        (
            1,
            Fault::issue(404, "INVALID_RESOURCE_ID"),
            "NotFound",
            "unavailable",
        ),
        (
            1,
            Fault::issue(422, "SOMETHING"),
            "something",
            "unavailable",
        ),
        (
            1,
            Fault::issue(409, "CONFLICT"),
            "unavailable",
            "unavailable",
        ),
    ])
    .await;
}

#[tokio::test]
async fn nonsense() {
    let large = Fault::Answer(200, " ".repeat(2 << 20));
    table(&[
        (1, Fault::garbage(200), "unavailable", "unavailable"),
        (1, Fault::garbage(302), "unavailable", "unavailable"),
        (1, Fault::garbage(404), "unavailable", "unavailable"),
        (1, Fault::garbage(422), "unavailable", "unavailable"),
        (1, large, "unavailable", "unavailable"),
    ])
    .await;
}

#[tokio::test]
async fn what_passes_is_tried_again() {
    table(&[
        (2, Fault::issue(429, "RATE_LIMIT_REACHED"), "done", "done"),
        (
            3,
            Fault::issue(429, "RATE_LIMIT_REACHED"),
            "unavailable",
            "unavailable",
        ),
        (2, Fault::issue(500, "INTERNAL_ERROR"), "done", "done"),
        (3, Fault::garbage(503), "unavailable", "unavailable"),
    ])
    .await;
}

#[tokio::test]
async fn silence() {
    table(&[
        (1, Fault::Drop, "unavailable", "unavailable"),
        (1, Fault::Silence, "Timeout", "Timeout"),
    ])
    .await;
}

#[tokio::test]
async fn nobody_there() {
    let stage = Stage::set().await;
    let closed = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = format!("http://{}", closed.local_addr().unwrap());
    drop(closed);
    let gateway = gateway_of(account(), &base);
    for (asked, _) in ASKED {
        let answer = stage.ask(&gateway, asked).await.unwrap_err();
        assert!(answer.outcome_is_unknown(), "{asked}: {answer}");
    }
}

#[tokio::test]
async fn refusals_of_a_capture_have_their_codes() {
    let stage = Stage::set().await;
    let gateway = gateway(&stage.fake);
    for (issue, cp) in [
        ("COMPLIANCE_VIOLATION", Some(CpCode::FraudFilter)),
        ("TRANSACTION_BLOCKED_BY_PAYEE", Some(CpCode::FraudFilter)),
        ("DUPLICATE_INVOICE_ID", Some(CpCode::DuplicatePayment)),
        ("SHIPPING_ADDRESS_INVALID", Some(CpCode::AddressNotVerified)),
        (
            "CURRENCY_NOT_SUPPORTED_FOR_COUNTRY",
            Some(CpCode::CurrencyNotSupported),
        ),
        (
            "PAYEE_NOT_ENABLED_FOR_REFERENCE_TRANSACTION",
            Some(CpCode::ReferenceTransactionsDisabled),
        ),
        ("PAYER_CANNOT_PAY", None),
        ("TRANSACTION_REFUSED", None),
    ] {
        stage.fake.fail(Call::Capture, 1, &Fault::issue(422, issue));
        let refused = gateway
            .confirm_intent(&stage.open, "open")
            .await
            .unwrap_err();
        assert_eq!(refused.cp(), cp, "{issue}");
        assert!(!refused.outcome_is_unknown());
    }
    for issue in [
        "ORDER_NOT_APPROVED",
        "ORDER_ALREADY_CAPTURED",
        "PAYER_ACTION_REQUIRED",
    ] {
        stage.fake.fail(Call::Capture, 1, &Fault::issue(422, issue));
        let asked = gateway.confirm_intent(&stage.open, "open").await.unwrap();
        assert_eq!(asked.status, IntentStatus::RequiresConfirmation, "{issue}");
    }
    let busy = Fault::issue(422, "ORDER_COMPLETION_IN_PROGRESS");
    stage.fake.fail(Call::Capture, 1, &busy);
    let busy = gateway
        .confirm_intent(&stage.open, "open")
        .await
        .unwrap_err();
    assert!(busy.outcome_is_unknown());
    assert_eq!(stage.fake.captured(&stage.open), 0);
}
