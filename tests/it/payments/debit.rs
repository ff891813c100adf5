//! Bank debits: allowed by staff, with a mandate, and days later settled or not.

use portico_tests::{json, makers};

use crate::payments::counter::{BOUNCING_ACCOUNT, Counter, GOOD_ACCOUNT, GOOD_CARD, id, start};

#[tokio::test]
async fn a_debit_stays_pending_and_settles_later() {
    let desk = Counter::open().await;
    let options = desk.portal_invoice().await["payment_options"].clone();
    assert_eq!(
        (&options[0]["method"], &options[1]["method"]),
        (&json!("card"), &json!("bank_debit"))
    );
    let mandate = options[1]["mandate"]
        .as_str()
        .unwrap_or_default()
        .to_owned();
    assert!(mandate.contains("Counter"), "{mandate}");

    let payment = desk.start("k", "bank_debit").await.expect(201).body;
    desk.confirm(&payment, GOOD_CARD)
        .await
        .refused(409, "conflict");
    desk.confirm(&payment, GOOD_ACCOUNT).await.expect(200);
    let pending = desk.sync(&payment).await;
    assert_eq!(
        (&pending["state"], &pending["mode"]),
        (&json!("pending"), &json!("direct_debit"))
    );
    assert_eq!(
        pending["method"],
        json!({ "brand": "sepa_debit", "last4": "3000" })
    );
    let invoice = desk.portal_invoice().await;
    assert_eq!(invoice["payment_pending"], true);
    assert!(
        !invoice["allowed_actions"]
            .as_array()
            .is_some_and(|all| all.contains(&json!("pay")))
    );
    let staff = desk
        .owner
        .get(&format!("/payments/{}", id(&payment)))
        .await
        .expect(200)
        .body;
    assert_eq!(staff["mandate"]["text"], mandate);
    assert_eq!(staff["mandate"]["accepted_by"], "Grace Hopper");
    assert_eq!(staff["mandate"]["address"], "127.0.0.1");
    desk.owner
        .post(
            &format!("/invoices/{}/void", desk.invoice),
            json!({ "reason": "x" }),
        )
        .await
        .refused(409, "payment_pending");

    desk.settle().await;
    assert_eq!(desk.sync(&payment).await["state"], "pending", "not yet");
    desk.app.clock().advance_seconds(61);
    desk.settle().await;
    assert_eq!(desk.sync(&payment).await["state"], "succeeded");
    desk.paid_once().await;
    desk.app.stop().await;
}

#[tokio::test]
async fn a_debit_that_bounces_frees_the_invoice_and_staff_are_told_once() {
    let desk = Counter::open().await;
    let payment = desk.start("k", "bank_debit").await.expect(201).body;
    // A mistyped account is one failure, the bounce another.
    desk.confirm(&payment, "DE00").await.expect(200);
    desk.sync(&payment).await;
    assert_eq!(desk.told("payment_failed").await, 1);
    desk.confirm(&payment, BOUNCING_ACCOUNT).await.expect(200);
    desk.sync(&payment).await;
    desk.app.clock().advance_seconds(61);
    desk.settle().await;
    for _ in 0..2 {
        let failed = desk.sync(&payment).await;
        assert_eq!(
            (&failed["state"], &failed["failure"]["code"]),
            (&json!("failed"), &json!("insufficient_funds"))
        );
    }
    assert_eq!(desk.told("payment_failed").await, 2);
    let invoice = desk.portal_invoice().await;
    assert_eq!(
        (&invoice["payment_pending"], &invoice["balance"]["amount"]),
        (&json!(false), &json!(10_000))
    );
    let again = desk.start("again", "card").await.expect(201).body;
    desk.confirm(&again, GOOD_CARD).await.expect(200);
    desk.sync(&again).await;
    desk.paid_once().await;
    desk.app.stop().await;
}

#[tokio::test]
async fn only_customers_whom_staff_allow_it_pay_by_debit_and_only_with_a_mandate() {
    let desk = Counter::open().await;
    let body = json!({ "gateway": "sandbox", "method": "bank_debit", "allocations": [{ "invoice_id": desk.invoice, "amount": 10_000 }] });
    desk.grace
        .post_once("/portal/payments", "a", body)
        .await
        .refused(422, "validation_failed")
        .names_field("/mandate_accepted");
    let customer = desk
        .owner
        .get(&format!("/customers/{}", desk.customer))
        .await
        .expect(200);
    let version = customer.body["version"].as_i64().unwrap_or(1);
    desk.owner
        .patch(
            &format!("/customers/{}", desk.customer),
            version,
            json!({ "allow_bank_debit": false }),
        )
        .await
        .expect(200);
    desk.start("b", "bank_debit")
        .await
        .refused(422, "validation_failed")
        .names_field("/method");
    let options = desk.portal_invoice().await["payment_options"].clone();
    assert_eq!(options.as_array().map(Vec::len), Some(1), "{options}");
    desk.start("c", "cheque")
        .await
        .refused(422, "validation_failed");
    // Nothing was left behind.
    desk.start("d", "card").await.expect(201);
    makers::doctor(&desk.app).await;
    desk.app.stop().await;
}

#[tokio::test]
async fn whether_a_pending_debit_blocks_another_payment_the_organization_says() {
    let desk = Counter::open().await;
    let debit = desk.start("a", "bank_debit").await.expect(201).body;
    desk.confirm(&debit, GOOD_ACCOUNT).await.expect(200);
    desk.sync(&debit).await;
    desk.start("b", "card")
        .await
        .refused(409, "payment_pending");

    let version = desk.owner.get("/organization").await.expect(200).body["version"]
        .as_i64()
        .unwrap_or(1);
    desk.owner
        .patch(
            "/organization",
            version,
            json!({ "block_when_pending": false }),
        )
        .await
        .expect(200);
    // Begun and given up: the debit still shows.
    let left = desk.start("c", "card").await.expect(201).body;
    desk.grace
        .post(&format!("/portal/payments/{}/cancel", id(&left)), json!({}))
        .await
        .expect(200);
    assert_eq!(desk.portal_invoice().await["payment_pending"], true);
    let card = desk.start("d", "card").await.expect(201).body;
    desk.confirm(&card, GOOD_CARD).await.expect(200);
    desk.sync(&card).await;
    assert_eq!(desk.portal_invoice().await["status"], "paid");
    // The debit settles all the same: its money is the customer's credit.
    desk.app.clock().advance_seconds(61);
    desk.settle().await;
    desk.round().await;
    let owner = makers::sign_in_again(&desk.app, "counter").await;
    let customer = owner
        .get(&format!("/customers/{}", desk.customer))
        .await
        .expect(200)
        .body;
    assert_eq!(customer["balances"][0]["credit"], 10_000, "{customer}");
    makers::doctor(&desk.app).await;
    desk.app.stop().await;
}

#[tokio::test]
async fn three_invoices_are_paid_by_one_debit() {
    let desk = Counter::open().await;
    let mut allocations = vec![json!({ "invoice_id": desk.invoice, "amount": 10_000 })];
    for rate in ["20", "30"] {
        let invoice = makers::sent(&desk.owner, &desk.customer, rate).await;
        let amount = if rate == "20" { 2_000 } else { 3_000 };
        allocations.push(json!({ "invoice_id": invoice, "amount": amount }));
    }
    let body = json!({ "gateway": "sandbox", "method": "bank_debit", "mandate_accepted": true, "allocations": allocations });
    let payment = desk
        .grace
        .post_once("/portal/payments", "k", body)
        .await
        .expect(201)
        .body;
    assert_eq!(payment["amount"]["amount"], 15_000);
    desk.confirm(&payment, GOOD_ACCOUNT).await.expect(200);
    desk.sync(&payment).await;
    // None of them can be paid beside it.
    for allocation in &allocations {
        let (invoice, amount) = (
            allocation["invoice_id"].as_str().unwrap_or_default(),
            allocation["amount"].as_i64().unwrap_or(0),
        );
        start(&desk.grace, invoice, "card", invoice, amount)
            .await
            .refused(409, "payment_pending");
    }
    desk.app.clock().advance_seconds(61);
    desk.settle().await;
    let paid = desk.sync(&payment).await;
    assert_eq!(
        paid["allocations"].as_array().map(Vec::len),
        Some(3),
        "{paid}"
    );
    desk.paid_once().await;
    desk.app.stop().await;
}
