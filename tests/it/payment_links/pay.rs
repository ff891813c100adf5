use portico_tests::{json, makers};

use super::desk::{BOUNCING_ACCOUNT, CHALLENGED_CARD, Desk, GOOD_ACCOUNT, GOOD_CARD, id};

#[tokio::test]
async fn a_stranger_pays_an_invoice_by_card_and_staff_see_it() {
    let desk = Desk::open().await;
    let link = desk.link().await;
    assert_eq!(link.token.len(), 43);
    let page = desk.page(&link).await;
    assert_eq!(page["standing"], "open");
    assert_eq!(
        page["amount"],
        json!({ "amount": 10_000, "currency": "EUR" })
    );
    assert_eq!(page["customer_name"], "Hopper");
    assert_eq!(page["payment_options"][0]["method"], "card");

    let payment = desk.start(&link, "k", "card").await.expect(201).body;
    assert_eq!(payment["state"], "requires_action");
    desk.confirm(&payment, "4000000000009995").await.expect(200);
    let declined = desk.sync(&link, &payment).await;
    assert_eq!(declined["failure"]["code"], "insufficient_funds");
    desk.confirm(&payment, GOOD_CARD).await.expect(200);
    for _ in 0..2 {
        let paid = desk.sync(&link, &payment).await;
        assert_eq!(paid["state"], "succeeded");
        assert_eq!(paid["number"], "PAY-000001");
        assert_eq!(paid["receipt_available"], false, "it goes by mail");
        assert!(paid["client_secret"].is_null());
    }
    // The same request once more tells of the same payment.
    let again = desk.start(&link, "k", "card").await.expect(201).body;
    assert_eq!(again["id"], payment["id"]);

    assert_eq!(desk.invoice().await["status"], "paid");
    let page = desk.page(&link).await;
    assert_eq!(
        (&page["standing"], &page["payment"]["state"]),
        (&json!("paid"), &json!("succeeded"))
    );
    assert_eq!(page["payment_options"], json!([]));
    let staff = desk.staff(&link).await;
    assert_eq!(
        (&staff["status"], &staff["can_cancel"]),
        (&json!("paid"), &json!(false))
    );
    assert_eq!(staff["payment"]["number"], "PAY-000001");
    assert!(staff["url"].is_null());
    let receipts = desk.app.mails("grace@hopper.example", 1).await;
    assert_eq!(receipts[0]["attachments"][0]["name"], "PAY-000001.pdf");
    let told = desk.owner.get("/notifications").await.expect(200).body;
    let received = told["data"].as_array().into_iter().flatten();
    let received = received.filter(|one| one["kind"] == "payment_received");
    assert_eq!(received.count(), 1, "{told}");
    desk.end(1).await;
}

#[tokio::test]
async fn a_bank_that_asks_is_answered() {
    let desk = Desk::open().await;
    let link = desk.link().await;
    let payment = desk.start(&link, "k", "card").await.expect(201).body;
    desk.confirm(&payment, CHALLENGED_CARD).await.expect(200);
    let waiting = desk.sync(&link, &payment).await;
    assert_eq!(waiting["state"], "requires_action");
    // The page was loaded again meanwhile.
    let path = format!("/payments/{}", id(&payment));
    let found = link.get(&desk.nobody, &path).await.expect(200).body;
    assert_eq!(found["client_secret"], payment["client_secret"]);
    let answer = json!({ "client_secret": payment["client_secret"], "approved": true });
    let challenge = "/public/gateways/sandbox/challenge";
    desk.nobody.post(challenge, answer).await.expect(200);
    assert_eq!(desk.sync(&link, &payment).await["state"], "succeeded");
    assert_eq!(desk.invoice().await["status"], "paid");
    desk.end(1).await;
}

#[tokio::test]
async fn a_debit_is_processing_for_days_and_excludes_another_payment() {
    let desk = Desk::open().await;
    let link = desk.link().await;
    let body = json!({ "gateway": "sandbox", "method": "bank_debit" });
    let path = format!("/public/payment-links/{}/payments", link.token);
    let refused = desk.nobody.post_once(&path, "a", body).await;
    refused
        .refused(422, "validation_failed")
        .names_field("/mandate_accepted");
    let mandate = desk.page(&link).await["payment_options"][1]["mandate"].clone();
    let payment = desk.start(&link, "b", "bank_debit").await.expect(201).body;
    desk.confirm(&payment, GOOD_ACCOUNT).await.expect(200);
    assert_eq!(desk.sync(&link, &payment).await["state"], "pending");
    let page = desk.page(&link).await;
    assert_eq!(
        (&page["standing"], &page["payment"]["id"]),
        (&json!("processing"), &payment["id"])
    );
    let second = desk.start(&link, "c", "card").await;
    second.refused(409, "payment_pending");
    let cancel = format!("/payment-links/{}/cancel", link.id);
    desk.owner
        .post(&cancel, json!({}))
        .await
        .refused(409, "payment_pending");
    let path = format!("/payments/{}", id(&payment));
    let staff = desk.owner.get(&path).await.expect(200).body;
    assert_eq!(staff["mandate"]["text"], mandate);
    assert_eq!(staff["mandate"]["accepted_by"], "Hopper");
    // It settles although the link's time is over.
    desk.app.clock().advance_seconds(16 * 86_400);
    assert_eq!(desk.page(&link).await["standing"], "processing");
    desk.settle().await;
    assert_eq!(desk.sync(&link, &payment).await["state"], "succeeded");
    assert_eq!(desk.staff(&link).await["status"], "paid");
    assert_eq!(desk.invoice().await["status"], "paid");
    desk.end(1).await;
}

#[tokio::test]
async fn a_debit_that_bounces_opens_the_link_again() {
    let desk = Desk::open().await;
    let link = desk.link().await;
    let payment = desk.start(&link, "a", "bank_debit").await.expect(201).body;
    desk.confirm(&payment, BOUNCING_ACCOUNT).await.expect(200);
    desk.sync(&link, &payment).await;
    desk.app.clock().advance_seconds(61);
    desk.settle().await;
    assert_eq!(desk.sync(&link, &payment).await["state"], "failed");
    assert_eq!(desk.page(&link).await["standing"], "open");
    assert_eq!(desk.pay(&link, "b").await["state"], "succeeded");
    desk.end(1).await;
}

#[tokio::test]
async fn money_on_account_becomes_credit_once() {
    let desk = Desk::open().await;
    let amount = json!({ "amount": 25_000, "currency": "USD" });
    let body = json!({ "customer_id": desk.customer, "amount": amount, "description": "Deposit" });
    let link = desk.make(body).await;
    let page = desk.page(&link).await;
    assert_eq!(
        (&page["amount"], &page["description"]),
        (&amount, &json!("Deposit"))
    );
    assert!(page["invoice"].is_null());
    let paid = desk.pay(&link, "a").await;
    assert_eq!(
        (&paid["state"], &paid["allocations"]),
        (&json!("succeeded"), &json!([]))
    );
    desk.start(&link, "b", "card")
        .await
        .refused(410, "link_used");
    let customer = format!("/customers/{}", desk.customer);
    let customer = desk.owner.get(&customer).await.expect(200).body;
    let balances = customer["balances"].as_array().cloned().unwrap_or_default();
    let dollars = balances.iter().find(|one| one["currency"] == "USD");
    assert_eq!(
        dollars.map(|one| &one["credit"]),
        Some(&json!(25_000)),
        "{customer}"
    );
    assert_eq!(desk.invoice().await["balance"]["amount"], 10_000);
    desk.end(1).await;
}

#[tokio::test]
async fn a_link_never_asks_for_more_than_is_due() {
    let desk = Desk::open().await;
    let link = desk.link().await;
    makers::pay(&desk.app, &desk.owner, &desk.customer, &desk.invoice, 4_000).await;
    assert_eq!(desk.page(&link).await["amount"]["amount"], 6_000);
    let paid = desk.pay(&link, "a").await;
    assert_eq!(paid["amount"]["amount"], 6_000);
    assert_eq!(desk.invoice().await["status"], "paid");
    desk.end(2).await;
}

#[tokio::test]
async fn an_attempt_that_was_given_up_leaves_the_link_open() {
    let desk = Desk::open().await;
    let link = desk.link().await;
    let first = desk.start(&link, "a", "card").await.expect(201).body;
    let path = format!("/payments/{}/cancel", id(&first));
    let given_up = link.post(&desk.nobody, &path, json!({})).await.expect(200);
    assert_eq!(given_up.body["state"], "cancelled");
    let second = desk.start(&link, "b", "card").await.expect(201).body;
    // A third gives the second up by itself.
    let third = desk.start(&link, "c", "card").await.expect(201).body;
    desk.confirm(&second, GOOD_CARD)
        .await
        .refused(409, "conflict");
    desk.confirm(&third, GOOD_CARD).await.expect(200);
    assert_eq!(desk.sync(&link, &third).await["state"], "succeeded");
    desk.end(1).await;
}
