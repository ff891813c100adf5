//! What PayPal takes, and how refunds are bounded.

use std::collections::{BTreeMap, BTreeSet};

use portico_domain::money::{Currency, Money};
use portico_fakes::{FakePayPal, paypal::Call};
use portico_gateways::{
    Capabilities, CpCode, Currencies, GatewayError, Method, NewIntent, PayPalAccount,
    PaymentGateway as _, RefundId,
};

use crate::support::{account, attempt, euros, gateway, gateway_of, paid, part, refusal};

#[tokio::test]
async fn amounts_are_written_by_paypals_rules() {
    let fake = FakePayPal::start().await;
    let gateway = gateway(&fake);
    for (amount, currency, value) in [
        (1, "EUR", "0.01"),
        (123_456, "USD", "1234.56"),
        (500, "JPY", "500"),
        (150_000, "HUF", "1500"),
        (700, "TWD", "7"),
    ] {
        let money = Money::new(amount, currency.parse().unwrap());
        let intent = gateway
            .create_intent(attempt(currency, money))
            .await
            .unwrap();
        assert_eq!(intent.amount, money);
        let sent = &fake.last_order()["purchase_units"][0]["amount"];
        assert_eq!(
            (&sent["value"], &sent["currency_code"]),
            (&value.into(), &currency.into())
        );
    }
}

#[tokio::test]
async fn what_paypal_cannot_take_is_refused_before_it_is_asked() {
    let fake = FakePayPal::start().await;
    let gateway = gateway_of(
        PayPalAccount {
            currencies: Currencies::Only(BTreeSet::from([
                Currency::EUR,
                Currency::KWD,
                "HUF".parse().unwrap(),
            ])),
            minimum_amounts: BTreeMap::from([(Currency::EUR, 100)]),
            ..account()
        },
        &fake.base,
    );
    let create = async |amount, currency: &str| {
        let money = Money::new(amount, currency.parse().unwrap());
        gateway
            .create_intent(attempt("1", money))
            .await
            .unwrap_err()
            .cp()
    };
    assert_eq!(create(99, "EUR").await, Some(CpCode::BelowMinimum));
    assert_eq!(create(0, "HUF").await, Some(CpCode::BelowMinimum));
    assert_eq!(create(99, "HUF").await, Some(CpCode::BelowMinimum));
    assert_eq!(
        create(150_050, "HUF").await,
        Some(CpCode::CurrencyNotSupported)
    );
    assert_eq!(
        create(5_000, "KWD").await,
        Some(CpCode::CurrencyNotSupported)
    );
    assert_eq!(
        create(5_000, "USD").await,
        Some(CpCode::CurrencyNotSupported)
    );
    let card = NewIntent {
        method: Method::Card,
        ..attempt("1", euros(1_000))
    };
    assert_eq!(
        refusal(gateway.create_intent(card).await),
        "method_not_supported"
    );
    assert_eq!(fake.calls(Call::Token) + fake.calls(Call::Create), 0);

    let Capabilities {
        methods,
        can_store_methods,
        ..
    } = gateway.capabilities();
    assert_eq!(
        (methods, can_store_methods),
        (BTreeSet::from([Method::Wallet]), false)
    );
    let stored = gateway.forget_method("1").await.unwrap_err();
    assert_eq!(stored.cp(), Some(CpCode::RecurringNotSupported));
}

#[tokio::test]
async fn a_long_description_is_cut_between_letters() {
    let fake = FakePayPal::start().await;
    let gateway = gateway(&fake);
    for (key, description, length) in [("1", "é".repeat(500), 126), ("2", String::new(), 0)] {
        let new = NewIntent {
            description,
            ..attempt(key, euros(1_000))
        };
        gateway.create_intent(new).await.unwrap();
        let sent = &fake.last_order()["purchase_units"][0]["description"];
        assert_eq!(sent.as_str().unwrap_or_default().len(), length);
    }
}

#[tokio::test]
async fn refunds_never_exceed_the_payment() {
    let fake = FakePayPal::start().await;
    let gateway = gateway(&fake);
    let made = gateway
        .create_intent(attempt("0", euros(1_000)))
        .await
        .unwrap();
    let refund = gateway.refund(part(&made, "a", euros(1))).await;
    assert_eq!(refusal(refund), "intent_not_succeeded");

    let intent = paid(&fake, &gateway, "1").await;
    for (amount, code) in [
        (euros(0), "invalid_amount"),
        (euros(-1), "invalid_amount"),
        (Money::new(100, Currency::USD), "invalid_amount"),
        (euros(1_001), "refund_amount_exceeded"),
    ] {
        let refund = gateway.refund(part(&intent, "a", amount)).await;
        assert_eq!(refusal(refund), code, "{amount}");
    }
    gateway
        .refund(part(&intent, "b", euros(1_000)))
        .await
        .unwrap();
    let refund = gateway.refund(part(&intent, "c", euros(1))).await;
    assert_eq!(refusal(refund), "capture_fully_refunded");
    assert_eq!(fake.refunded(&intent.id), 1_000);
}

#[tokio::test]
async fn what_is_no_id_reaches_nobody() {
    let fake = FakePayPal::start().await;
    let gateway = gateway(&fake);
    for id in ["", ".", "..", "../../v1/oauth2", "A/B", "A?B", "A%2FB", "Ä"] {
        let not_found = Err(GatewayError::NotFound);
        assert_eq!(gateway.retrieve_intent(id).await, not_found);
        assert_eq!(gateway.confirm_intent(id, "1").await, not_found);
        let refund = RefundId { id, intent_id: "O" };
        assert_eq!(
            gateway.retrieve_refund(&refund).await,
            Err(GatewayError::NotFound)
        );
    }
    assert_eq!(fake.calls(Call::Token), 0);
    let unknown = gateway.retrieve_intent("ORDER000000000009").await;
    assert_eq!(unknown, Err(GatewayError::NotFound));
}
