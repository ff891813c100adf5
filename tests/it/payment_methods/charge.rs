//! Paying with what is kept: by the customer, and by staff while the customer is away.

use portico_gateways::sandbox::{Call, Fault};
use portico_tests::{Value, json, makers};

use super::{charge, pay_with, payment_id, save};
use crate::payments::{
    counter::{CHALLENGED_CARD, Counter, GOOD_ACCOUNT, GOOD_CARD, id},
    kills::Mortal,
};

/// It takes a charge only while its holder is there.
const NOT_WITHOUT_PAYER: &str = "4000000000000341";
const NO_FUNDS: &str = "4000000000009995";

#[tokio::test]
async fn the_customer_pays_with_a_kept_card_in_one_step() {
    let desk = Counter::open().await;
    let card = save(&desk, "card", GOOD_CARD).await;
    pay_with(&desk, "w", &card, "bank_debit")
        .await
        .refused(422, "validation_failed");
    let payment = pay_with(&desk, "k", &card, "card").await.expect(201).body;
    assert_eq!(desk.sync(&payment).await["state"], "succeeded");
    let again = pay_with(&desk, "k", &card, "card").await.expect(201).body;
    assert_eq!(id(&again), id(&payment));
    desk.paid_once().await;
    desk.app.stop().await;
}

#[tokio::test]
async fn the_bank_may_ask_who_pays_with_a_kept_card() {
    let desk = Counter::open().await;
    let begun = super::begin(&desk, "card").await.expect(201).body;
    desk.confirm(&begun, CHALLENGED_CARD).await.expect(200);
    desk.answer(&begun, true).await.expect(200);
    let card = super::finish(&desk, &begun).await.expect(201).id();
    let payment = pay_with(&desk, "k", &card, "card").await.expect(201).body;
    let waits = desk.sync(&payment).await;
    assert_eq!(
        (&waits["state"], &waits["challenged"]),
        (&json!("requires_action"), &json!(true))
    );
    desk.answer(&waits, true).await.expect(200);
    assert_eq!(desk.sync(&payment).await["state"], "succeeded");
    desk.paid_once().await;
    desk.app.stop().await;
}

#[tokio::test]
async fn staff_charge_a_kept_card_once() {
    let desk = Counter::open().await;
    let card = save(&desk, "card", GOOD_CARD).await;
    let (lost, mut amount) = (Fault::AnswerLost, 7_000);
    for fault in [None, Some((Call::Create, lost)), Some((Call::Charge, lost))] {
        // Each its own amount: the same again within minutes is taken for a mistake.
        amount += 100;
        let price = (amount / 100).to_string();
        let invoice = makers::sent(&desk.owner, &desk.customer, &price).await;
        let sandbox = desk
            .app
            .parts
            .gateways
            .sandbox()
            .expect("the sandbox is on");
        let key = invoice.clone();
        if let Some((call, fault)) = fault {
            sandbox.faults().order(call, fault);
            charge(&desk, &key, &card, &invoice, amount)
                .await
                .refused(502, "gateway_unavailable");
        }
        for _ in 0..2 {
            let charged = charge(&desk, &key, &card, &invoice, amount).await;
            let charged = charged.expect(201).body;
            assert_eq!(charged["state"], "succeeded", "{charged}");
        }
        let shown = desk.owner.get(&format!("/invoices/{invoice}")).await;
        assert_eq!(shown.expect(200).body["status"], "paid");
    }
    // Who charged it knows; the customer is written to.
    assert_eq!(desk.told("payment_received").await, 0);
    let mails = desk.app.mails("grace@hopper.example", 4).await;
    assert_eq!(mails.len(), 4, "the invitation and three receipts");
    makers::doctor(&desk.app).await;
    desk.app.stop().await;
}

#[tokio::test]
async fn a_kept_account_is_debited_with_its_mandate() {
    let desk = Counter::open().await;
    let account = save(&desk, "bank_debit", GOOD_ACCOUNT).await;
    let charged = charge(&desk, "k", &account, &desk.invoice, 10_000).await;
    let charged = charged.expect(201).body;
    assert_eq!(charged["state"], "pending", "{charged}");
    assert_eq!(charged["mandate"]["accepted_by"], "Grace Hopper");
    desk.app.clock().advance_seconds(61);
    desk.settle().await;
    desk.round().await;
    desk.paid_once().await;
    desk.app.stop().await;
}

/// A charge that failed, with the code that staff know it by.
async fn failed(desk: &Counter, key: &str, kept: &str, code: &str, cp: Value) {
    let charged = charge(desk, key, kept, &desk.invoice, 10_000).await;
    let charged = charged.expect(201).body;
    assert_eq!(charged["state"], "failed", "{charged}");
    assert_eq!(
        (&charged["failure"]["code"], &charged["failure"]["cp_code"]),
        (&json!(code), &cp)
    );
    assert_eq!(desk.balance(&desk.owner).await, 10_000);
    assert_ne!(payment_id(&charged), "");
}

#[tokio::test]
async fn a_charge_that_cannot_be_has_failed_and_says_why() {
    let desk = Counter::open().await;
    let alone = save(&desk, "card", NOT_WITHOUT_PAYER).await;
    failed(
        &desk,
        "a",
        &alone,
        "reference_transactions_disabled",
        json!("CP3001"),
    )
    .await;
    // With the payer there, it works.
    let begun = super::begin(&desk, "card").await.expect(201).body;
    desk.confirm(&begun, CHALLENGED_CARD).await.expect(200);
    desk.answer(&begun, true).await.expect(200);
    let asked = super::finish(&desk, &begun).await.expect(201).id();
    failed(&desk, "b", &asked, "authentication_required", Value::Null).await;

    let off = json!({ "store_methods": false });
    let owner = &desk.owner;
    owner
        .patch_plain("/gateways/sandbox", off)
        .await
        .expect(200);
    failed(&desk, "c", &asked, "cannot_store_methods", json!("CP4002")).await;
    let on = json!({ "store_methods": true });
    owner.patch_plain("/gateways/sandbox", on).await.expect(200);

    let paid = pay_with(&desk, "d", &alone, "card").await.expect(201).body;
    assert_eq!(desk.sync(&paid).await["state"], "succeeded");
    makers::doctor(&desk.app).await;
    desk.app.stop().await;
}

#[tokio::test]
async fn the_same_again_within_minutes_is_taken_for_a_mistake() {
    let desk = Counter::open().await;
    let card = save(&desk, "card", GOOD_CARD).await;
    let other = makers::sent(&desk.owner, &desk.customer, "100").await;
    let first = charge(&desk, "a", &card, &desk.invoice, 10_000).await;
    assert_eq!(first.expect(201).body["state"], "succeeded");
    let second = charge(&desk, "b", &card, &other, 10_000)
        .await
        .expect(201)
        .body;
    assert_eq!(second["failure"]["cp_code"], "CP3005", "{second}");
    desk.app.clock().advance_seconds(301);
    let third = charge(&desk, "c", &card, &other, 10_000)
        .await
        .expect(201)
        .body;
    assert_eq!(third["state"], "succeeded", "{third}");
    desk.app.stop().await;
}

#[tokio::test]
async fn a_kept_card_is_charged_by_those_who_may_and_for_its_customer_alone() {
    let desk = Counter::open().await;
    let card = save(&desk, "card", GOOD_CARD).await;
    let body = |invoice: &str| json!({ "payment_method_id": card, "allocations": [{ "invoice_id": invoice, "amount": 10_000 }] });
    let reader = makers::member(&desk.app, &desk.owner, "Rita", "read_only").await;
    reader
        .post_once("/payments/charge", "k", body(&desk.invoice))
        .await
        .refused(403, "forbidden");
    let stranger = desk.app.sign_up("Stranger").await;
    stranger
        .post_once("/payments/charge", "k", body(&desk.invoice))
        .await
        .refused(404, "not_found");
    desk.owner
        .post("/payments/charge", body(&desk.invoice))
        .await
        .refused(400, "idempotency_key_required");
    let sibling = makers::customer(&desk.owner, "Sibling").await["id"]
        .as_str()
        .unwrap_or_default()
        .to_owned();
    let theirs = makers::sent(&desk.owner, &sibling, "100").await;
    charge(&desk, "s", &card, &theirs, 10_000)
        .await
        .refused(404, "not_found");
    charge(&desk, "m", &card, &desk.invoice, 10_001)
        .await
        .refused(422, "amount_exceeds_balance");
    let no_funds = desk.start("n", "card").await.expect(201).body;
    desk.confirm(&no_funds, NO_FUNDS).await.expect(200);
    // What waits for its payer gives way.
    let charged = charge(&desk, "k", &card, &desk.invoice, 10_000).await;
    assert_eq!(charged.expect(201).body["state"], "succeeded");
    desk.app.stop().await;
}

#[tokio::test]
async fn two_charges_at_once_take_the_money_once() {
    let desk = Counter::open().await;
    let card = save(&desk, "card", GOOD_CARD).await;
    let (invoice, owner) = (&desk.invoice, &desk.owner);
    let body = json!({ "payment_method_id": card, "allocations": [{ "invoice_id": invoice, "amount": 10_000 }] });
    let answers = tokio::join!(
        owner.post_once("/payments/charge", "a", body.clone()),
        owner.post_once("/payments/charge", "b", body.clone()),
        owner.post_once("/payments/charge", "a", body.clone()),
    );
    let made = [answers.0, answers.1, answers.2]
        .into_iter()
        .filter(|answer| answer.status == 201 && answer.body["state"] == "succeeded")
        .count();
    assert!(made >= 1, "one of them takes it");
    desk.round().await;
    let path = "/payments?state=succeeded";
    let payments = owner.get(path).await.expect(200).body;
    assert_eq!(payments["data"].as_array().map(Vec::len), Some(1));
    assert_eq!(desk.balance(owner).await, 0);
    makers::doctor(&desk.app).await;
    desk.app.stop().await;
}

#[tokio::test]
async fn a_server_that_dies_while_charging_takes_the_money_once() {
    for place in [
        "attempt_opened",
        "gateway_answered",
        "intent_kept",
        "payer_agreed",
        "about_to_book",
        "booked_not_committed",
        "booked",
    ] {
        let desk = Counter::open().await;
        let card = save(&desk, "card", GOOD_CARD).await;
        let mut mortal = Mortal::start_with(&desk, place, &[]).await;
        let body = json!({ "payment_method_id": card, "allocations": [{ "invoice_id": desk.invoice, "amount": 10_000 }] });
        let answer = mortal
            .try_post(&desk.owner, "/payments/charge", "k", body)
            .await;
        assert!(answer.is_none(), "{place}");
        mortal.is_dead().await;
        let charged = charge(&desk, "k", &card, &desk.invoice, 10_000).await;
        assert_eq!(charged.expect(201).body["state"], "succeeded", "{place}");
        desk.app.clock().advance_seconds(61);
        desk.round().await;
        let events = desk.events().await;
        for event in &events {
            desk.deliver(event).await.expect(204);
        }
        let taken = desk
            .owner
            .get("/payments?state=succeeded")
            .await
            .expect(200);
        assert_eq!(
            taken.body["data"].as_array().map(Vec::len),
            Some(1),
            "{place}"
        );
        assert_eq!(desk.app.mails("grace@hopper.example", 2).await.len(), 2);
        makers::doctor(&desk.app).await;
        desk.app.stop().await;
    }
}

#[tokio::test]
async fn giving_up_charges_nothing_and_what_was_charged_is_booked_whatever_has_become_of_the_card()
{
    let desk = Counter::open().await;
    let card = save(&desk, "card", GOOD_CARD).await;
    let sandbox = desk
        .app
        .parts
        .gateways
        .sandbox()
        .expect("the sandbox is on");
    // Nothing arrives; the customer gives up.
    sandbox.faults().order(Call::Create, Fault::Unreachable);
    pay_with(&desk, "a", &card, "card")
        .await
        .refused(502, "gateway_unavailable");
    let pending = desk.portal_invoice().await["pending_payment"]["id"].clone();
    let path = format!(
        "/portal/payments/{}/cancel",
        pending.as_str().unwrap_or_default()
    );
    let cancelled = desk.grace.post(&path, json!({})).await.expect(200).body;
    assert_eq!(cancelled["state"], "cancelled");
    desk.round().await;
    assert_eq!(desk.balance(&desk.owner).await, 10_000);

    // It is charged, and the answer is lost; then the card is removed, and saving is switched off.
    desk.app.clock().advance_seconds(301);
    sandbox.faults().order(Call::Charge, Fault::AnswerLost);
    charge(&desk, "b", &card, &desk.invoice, 10_000)
        .await
        .refused(502, "gateway_unavailable");
    let path = format!("/portal/payment-methods/{card}");
    desk.grace.delete(&path).await.expect(204);
    let off = json!({ "store_methods": false });
    desk.owner
        .patch_plain("/gateways/sandbox", off)
        .await
        .expect(200);
    let replayed = charge(&desk, "b", &card, &desk.invoice, 10_000).await;
    assert_eq!(replayed.expect(201).body["state"], "succeeded");
    assert_eq!(desk.balance(&desk.owner).await, 0);
    let events = desk.events().await;
    for event in events.iter().rev() {
        desk.deliver(event).await.expect(204);
    }
    makers::doctor(&desk.app).await;
    desk.app.stop().await;
}

#[tokio::test]
async fn a_webhook_of_a_declined_charge_is_taken() {
    let desk = Counter::open().await;
    let alone = save(&desk, "card", NOT_WITHOUT_PAYER).await;
    failed(
        &desk,
        "a",
        &alone,
        "reference_transactions_disabled",
        json!("CP3001"),
    )
    .await;
    let events = desk.events().await;
    assert!(!events.is_empty());
    for event in &events {
        desk.deliver(event).await.expect(204);
    }
    desk.app.stop().await;
}
