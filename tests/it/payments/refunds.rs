//! Money given back: how much, to whom, by whom, and where it comes from.

use portico_tests::{App, Value, json, makers};

use crate::payments::counter::{Counter, GOOD_CARD};

#[tokio::test]
async fn a_part_then_the_rest_is_refunded_through_the_gateway() {
    let desk = Counter::open().await;
    let payment = desk.paid(GOOD_CARD).await;
    let refund = desk.refund(&payment, "r1", 3_000).await.expect(201).body;
    assert_eq!(
        (refund["state"].as_str(), refund["gateway"].as_str()),
        (Some("succeeded"), Some("sandbox")),
        "{refund}"
    );
    let again = desk.refund(&payment, "r1", 3_000).await.expect(201).body;
    assert_eq!(again["id"], refund["id"]);
    desk.refund(&payment, "r1", 2_000)
        .await
        .refused(422, "idempotency_key_reused");
    desk.refunded(&payment, 3_000, 1).await;

    let path = format!("/payments/{payment}");
    let shown = desk.owner.get(&path).await.expect(200).body;
    assert_eq!(shown["status"], "partially_refunded");
    assert_eq!(shown["refunds"][0]["reason"], "Billed twice");
    let invoice = desk.portal_invoice().await;
    assert_eq!(invoice["status"], "partially_paid", "{invoice}");
    let mine = desk
        .grace
        .get(&format!("/portal/payments/{payment}"))
        .await
        .expect(200)
        .body;
    assert_eq!(mine["status"], "partially_refunded");
    assert_eq!(mine["refunds"][0]["amount"]["amount"], 3_000);
    assert!(mine["refunds"][0].get("reason").is_none(), "{mine}");

    desk.refund(&payment, "r2", 7_000).await.expect(201);
    desk.refunded(&payment, 10_000, 2).await;
    let shown = desk.owner.get(&path).await.expect(200).body;
    assert_eq!(shown["status"], "refunded");
    desk.refund(&payment, "r3", 1)
        .await
        .refused(422, "amount_exceeds_payment")
        .names_field("/amount");
    let path = format!("/portal/payments/{payment}/receipt");
    desk.grace.get(&path).await.expect(200);

    let path = format!("/customers/{}/timeline", desk.customer);
    let told = desk.owner.get(&path).await.expect(200).body;
    let actions: Vec<_> = told["data"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|entry| entry["action"].as_str())
        .filter(|action| action.starts_with("payment.refund"))
        .collect();
    assert_eq!(actions.len(), 4, "asked for twice, done twice: {actions:?}");
    desk.app.stop().await;
}

#[tokio::test]
async fn amounts_that_make_no_sense_are_refused() {
    let desk = Counter::open().await;
    let started = desk.start("pay", "card").await.expect(201).body;
    let id = started["id"].as_str().unwrap_or_default();
    desk.refund(id, "early", 1)
        .await
        .refused(409, "not_allowed_in_state");
    desk.confirm(&started, GOOD_CARD).await.expect(200);
    desk.sync(&started).await;

    let path = format!("/payments/{id}/refunds");
    desk.owner
        .post(&path, desk.refund_body(1))
        .await
        .refused(400, "idempotency_key_required");
    let mut keys = 0;
    let mut wrong = async |body: Value, code: &str, field: &str| {
        keys += 1;
        desk.owner
            .post_once(&path, &format!("w{keys}"), body)
            .await
            .refused(422, code)
            .names_field(field);
    };
    for amount in [0, -1] {
        wrong(desk.refund_body(amount), "validation_failed", "/amount").await;
    }
    let above = desk.refund_body(10_001);
    wrong(above, "amount_exceeds_payment", "/amount").await;
    let unnamed = json!({ "amount": 5 });
    wrong(unnamed, "validation_failed", "/allocations").await;
    let part = |amount: i64| json!({ "invoice_id": desk.invoice, "amount": amount });
    for amount in [4, 6] {
        let body = json!({ "amount": 5, "allocations": [part(amount)] });
        wrong(body, "validation_failed", "/allocations").await;
    }
    let zero = json!({ "amount": 5, "allocations": [part(0)] });
    wrong(zero, "validation_failed", "/allocations/0/amount").await;
    let twice = json!({ "amount": 5, "allocations": [part(2), part(3)] });
    wrong(twice, "validation_failed", "/allocations/1/invoice_id").await;
    let other = makers::sent(&desk.owner, &desk.customer, "100").await;
    let stranger = json!({ "amount": 5, "allocations": [{ "invoice_id": other, "amount": 5 }] });
    wrong(stranger, "validation_failed", "/allocations/0/invoice_id").await;
    let outside = json!({ "amount": 5, "mode": "cash", "allocations": [part(5)] });
    wrong(outside, "validation_failed", "/mode").await;
    desk.refunded(id, 0, 0).await;
    desk.app.stop().await;
}

#[tokio::test]
async fn what_staff_recorded_is_paid_back_outside() {
    let app = App::start().await;
    let owner = app.sign_up("Outside").await;
    let customer = makers::customer_with_person(&owner, "Hopper", "grace@hopper.example").await;
    let invoice = makers::sent(&owner, &customer, "100").await;
    let body = json!({ "customer_id": customer, "date": makers::today(&app), "mode": "cash",
                       "amount": { "amount": 15_000, "currency": "EUR" },
                       "allocations": [{ "invoice_id": invoice, "amount": 10_000 }] });
    let payment = owner.post_once("/payments", "k", body).await.expect(201);
    let path = format!("/payments/{}/refunds", payment.id());
    let refused = owner.post_once(&path, "a", json!({ "amount": 1 })).await;
    refused
        .refused(422, "validation_failed")
        .names_field("/mode");
    for date in ["2999-01-01", "2001-01-01"] {
        let body = json!({ "amount": 1, "mode": "cash", "date": date });
        owner
            .post_once(&path, "b", body)
            .await
            .refused(422, "validation_failed")
            .names_field("/date");
    }
    // The unused part goes first; the customer's credit is gone then.
    let body = json!({ "amount": 5_000, "mode": "bank_transfer", "reference": "T-9" });
    let refund = owner.post_once(&path, "c", body).await.expect(201).body;
    assert_eq!(refund["state"], "succeeded");
    assert_eq!(refund["from_unused"]["amount"], 5_000);
    let shown = owner.get(&format!("/customers/{customer}")).await;
    assert_eq!(shown.expect(200).body["balances"][0]["credit"], 0);
    let body = json!({ "amount": 4_000, "mode": "cash",
                       "allocations": [{ "invoice_id": invoice, "amount": 4_000 }] });
    owner.post_once(&path, "d", body).await.expect(201);
    let shown = owner.get(&format!("/invoices/{invoice}")).await;
    assert_eq!(shown.expect(200).body["balance"]["amount"], 4_000);
    assert_eq!(app.mails("grace@hopper.example", 2).await.len(), 2);
    // What came in less what went out.
    let home = owner.get("/home").await.expect(200).body;
    assert!(home.to_string().contains("6000"), "{home}");
    makers::doctor(&app).await;
    app.stop().await;
}

#[tokio::test]
async fn refunds_at_once_never_exceed_the_payment() {
    let desk = Counter::open().await;
    let payment = desk.paid(GOOD_CARD).await;
    let refunds: Vec<_> = (0..8)
        .map(|n| {
            let owner = desk.owner.clone();
            let (path, body) = (
                format!("/payments/{payment}/refunds"),
                desk.refund_body(4_000),
            );
            tokio::spawn(async move { owner.post_once(&path, &format!("k{n}"), body).await.status })
        })
        .collect();
    let mut made = 0;
    for refund in refunds {
        match refund.await.expect("a request ends well") {
            201 => made += 1,
            status => assert_eq!(status, 422),
        }
    }
    assert_eq!(made, 2);
    desk.refunded(&payment, 8_000, 2).await;
    desk.app.stop().await;
}

#[tokio::test]
async fn only_those_who_keep_the_books_give_money_back() {
    let desk = Counter::open().await;
    let payment = desk.paid(GOOD_CARD).await;
    let path = format!("/payments/{payment}/refunds");
    for role in ["staff", "read_only", "timesheet_only"] {
        let member = makers::member(&desk.app, &desk.owner, &format!("A {role}"), role).await;
        member
            .post_once(&path, "k", desk.refund_body(1))
            .await
            .refused(403, "forbidden");
    }
    let stranger = desk.app.sign_up("Stranger").await;
    stranger
        .post_once(&path, "k", desk.refund_body(1))
        .await
        .refused(404, "not_found");
    assert!(
        [401, 403].contains(
            &desk
                .grace
                .post_once(&path, "k", desk.refund_body(1))
                .await
                .status
        )
    );
    // Nobody takes back from another customer's invoice, nor from another organization's.
    let sibling = makers::customer_id(&desk.owner, "Sibling").await;
    let theirs = makers::sent(&desk.owner, &sibling, "100").await;
    let customer = makers::customer_id(&stranger, "Far").await;
    let far = makers::sent(&stranger, &customer, "100").await;
    for invoice in [theirs, far] {
        let body = json!({ "amount": 5, "allocations": [{ "invoice_id": invoice, "amount": 5 }] });
        desk.owner
            .post_once(&path, &invoice, body)
            .await
            .refused(422, "validation_failed")
            .names_field("/allocations/0/invoice_id");
    }
    let accountant = makers::member(&desk.app, &desk.owner, "Ada Books", "accountant").await;
    accountant
        .post_once(&path, "k", desk.refund_body(1))
        .await
        .expect(201);
    desk.refunded(&payment, 1, 1).await;
    desk.app.stop().await;
}
