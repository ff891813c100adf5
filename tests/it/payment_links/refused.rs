use portico_tests::{json, makers};

use super::desk::{Desk, GOOD_CARD, id};

#[tokio::test]
async fn the_amount_is_the_links_own() {
    let desk = Desk::open().await;
    let link = desk.link().await;
    let path = format!("/public/payment-links/{}/payments", link.token);
    for extra in ["amount", "currency", "allocations"] {
        let mut body = json!({ "gateway": "sandbox", "method": "card" });
        body[extra] = json!(1);
        let answer = desk.nobody.post_once(&path, extra, body).await;
        answer.refused(422, "validation_failed");
    }
    let body = json!({ "gateway": "sandbox", "method": "card" });
    desk.nobody
        .post(&path, body.clone())
        .await
        .refused(400, "idempotency_key_required");
    let other = json!({ "gateway": "nowhere", "method": "card" });
    desk.nobody
        .post_once(&path, "b", other)
        .await
        .refused(502, "gateway_unavailable");
    let long = json!({ "gateway": "x".repeat(51), "method": "card" });
    desk.nobody
        .post_once(&path, "c", long)
        .await
        .refused(422, "validation_failed")
        .names_field("/gateway");
    let started = desk.nobody.post_once(&path, "d", body).await.expect(201);
    assert_eq!(started.body["amount"]["amount"], 10_000);
    desk.end(0).await;
}

#[tokio::test]
async fn an_unknown_token_is_not_told_from_a_portal_that_is_off() {
    let desk = Desk::open().await;
    let link = desk.link().await;
    let path = format!("/public/payment-links/{}", "t".repeat(43));
    let unknown = desk.nobody.get(&path).await.refused(404, "not_found");
    let version = desk.owner.get("/organization").await.expect(200).body["version"].clone();
    let off = json!({ "portal_enabled": false });
    let version = version.as_i64().unwrap_or(1);
    desk.owner
        .patch("/organization", version, off)
        .await
        .expect(200);
    let off = link.get(&desk.nobody, "").await.refused(404, "not_found");
    assert_eq!(unknown.body["detail"], off.body["detail"]);
    desk.start(&link, "a", "card")
        .await
        .refused(404, "not_found");
    // Neither the id nor what is kept of the token opens it.
    let path = format!("/public/payment-links/{}", link.id);
    desk.nobody.get(&path).await.refused(404, "not_found");
    desk.end(0).await;
}

#[tokio::test]
async fn what_expired_or_was_cancelled_tells_nothing_and_takes_nothing() {
    let desk = Desk::open().await;
    let short = json!({ "invoice_id": desk.invoice, "expires_in_days": 1 });
    let short = desk.make(short).await;
    let begun = desk.start(&short, "a", "card").await.expect(201).body;
    let cancelled = desk.link().await;
    let waiting = desk.start(&cancelled, "b", "card").await.expect(201).body;
    let cancel = format!("/payment-links/{}/cancel", cancelled.id);
    for _ in 0..2 {
        let answer = desk.owner.post(&cancel, json!({})).await.expect(200).body;
        assert_eq!(answer["status"], "cancelled");
    }
    // What somebody had begun was given up with it.
    desk.confirm(&waiting, GOOD_CARD)
        .await
        .refused(409, "conflict");
    desk.start(&cancelled, "c", "card")
        .await
        .refused(410, "link_used");
    desk.app.clock().advance_seconds(86_400);
    desk.start(&short, "d", "card")
        .await
        .refused(410, "link_expired");
    for (link, standing) in [(&short, "expired"), (&cancelled, "cancelled")] {
        let page = desk.page(link).await;
        assert_eq!(page["standing"], standing);
        for secret in ["amount", "customer_name", "invoice", "description"] {
            assert!(page[secret].is_null(), "{page}");
        }
        assert_eq!(desk.staff(link).await["status"], standing);
        // How an earlier payment went can still be seen.
        let payment = if standing == "expired" {
            &begun
        } else {
            &waiting
        };
        let path = format!("/payments/{}", id(payment));
        link.get(&desk.nobody, &path).await.expect(200);
    }
    desk.end(0).await;
}

#[tokio::test]
async fn a_payment_is_seen_by_the_link_that_began_it() {
    let desk = Desk::open().await;
    let (one, other) = (desk.link().await, desk.link().await);
    let payment = desk.start(&one, "a", "card").await.expect(201).body;
    let path = format!("/payments/{}", id(&payment));
    one.get(&desk.nobody, &path).await.expect(200);
    other
        .get(&desk.nobody, &path)
        .await
        .refused(404, "not_found");
    for verb in ["sync", "cancel"] {
        let path = format!("{path}/{verb}");
        let answer = other.post(&desk.nobody, &path, json!({})).await;
        answer.refused(404, "not_found");
    }
    let recorded = makers::pay(&desk.app, &desk.owner, &desk.customer, &desk.invoice, 1).await;
    for id in [recorded.as_str(), "nonsense"] {
        let path = format!("/payments/{id}");
        let answer = one.get(&desk.nobody, &path).await;
        answer.refused(404, "not_found");
    }
    desk.end(1).await;
}

#[tokio::test]
async fn what_was_paid_in_the_portal_meanwhile_is_not_paid_again() {
    let desk = Desk::open().await;
    let link = desk.link().await;
    let begun = desk.start(&link, "a", "card").await.expect(201).body;
    let grace = makers::portal_person(&desk.app, &desk.owner, &desk.customer).await;
    let body = json!({ "gateway": "sandbox", "method": "card",
                       "allocations": [{ "invoice_id": desk.invoice, "amount": 10_000 }] });
    let portal = grace.post_once("/portal/payments", "p", body).await;
    let portal = portal.expect(201).body;
    desk.confirm(&begun, GOOD_CARD)
        .await
        .refused(409, "conflict");
    desk.confirm(&portal, GOOD_CARD).await.expect(200);
    let sync = format!("/portal/payments/{}/sync", id(&portal));
    grace.post(&sync, json!({})).await.expect(200);
    assert_eq!(desk.page(&link).await["standing"], "nothing_due");
    desk.start(&link, "b", "card")
        .await
        .refused(409, "not_allowed_in_state");
    // The link is not what paid it.
    assert_eq!(desk.staff(&link).await["status"], "active");
    desk.end(1).await;
}

#[tokio::test]
async fn a_void_invoice_or_a_customer_who_is_shut_out_closes_the_link() {
    let desk = Desk::open().await;
    let link = desk.link().await;
    let amount = json!({ "amount": 500, "currency": "EUR" });
    let account = json!({ "customer_id": desk.customer, "amount": amount, "description": "x" });
    let account = desk.make(account.clone()).await;
    let void = format!("/invoices/{}/void", desk.invoice);
    desk.owner
        .post(&void, json!({ "reason": "x" }))
        .await
        .expect(200);
    assert_eq!(desk.page(&link).await["standing"], "closed");
    assert_eq!(desk.page(&account).await["standing"], "open");
    let deactivate = format!("/customers/{}/deactivate", desk.customer);
    desk.owner.post(&deactivate, json!({})).await.expect(200);
    for (link, key) in [(&link, "a"), (&account, "b")] {
        let page = desk.page(link).await;
        assert_eq!(page["standing"], "closed");
        assert!(page["customer_name"].is_null());
        desk.start(link, key, "card")
            .await
            .refused(409, "not_allowed_in_state");
    }
    desk.end(0).await;
}

#[tokio::test]
async fn an_invoice_that_has_grown_is_not_paid_by_a_link_for_less() {
    let desk = Desk::open().await;
    let link = desk.link().await;
    let path = format!("/invoices/{}", desk.invoice);
    let version = desk.invoice().await["version"].as_i64().unwrap_or(1);
    let lines = json!({ "lines": [{ "name": "Work", "quantity": "2", "rate": "100" }] });
    desk.owner.patch(&path, version, lines).await.expect(200);
    assert_eq!(desk.page(&link).await["standing"], "closed");
    desk.start(&link, "a", "card")
        .await
        .refused(409, "not_allowed_in_state");
    let debit = json!({ "allow_bank_debit": false });
    let path = format!("/customers/{}", desk.customer);
    let version = desk.owner.get(&path).await.expect(200).body["version"].as_i64();
    let version = version.unwrap_or(1);
    desk.owner.patch(&path, version, debit).await.expect(200);
    let fresh = desk.link().await;
    let options = desk.page(&fresh).await["payment_options"].clone();
    assert_eq!(options.as_array().map(Vec::len), Some(1), "{options}");
    desk.start(&fresh, "b", "bank_debit")
        .await
        .refused(422, "validation_failed")
        .names_field("/method");
    desk.end(0).await;
}
