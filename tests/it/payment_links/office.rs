use portico_tests::{json, makers, send};

use super::desk::Desk;

#[tokio::test]
async fn a_links_address_is_told_once() {
    let desk = Desk::open().await;
    let body = json!({ "invoice_id": desk.invoice, "expires_in_days": 30, "send_mail": true });
    let made = desk
        .owner
        .post_once("/payment-links", "k", body.clone())
        .await
        .expect(201)
        .body;
    assert!(made["url"].is_string());
    assert_eq!(
        (&made["status"], &made["can_cancel"]),
        (&json!("active"), &json!(true))
    );
    let again = desk.owner.post_once("/payment-links", "k", body).await;
    let again = again.expect(201).body;
    assert_eq!(again["id"], made["id"]);
    assert!(again["url"].is_null());
    // The mail has it, and no secret stays where staff read mails.
    let mails = desk.app.mails("grace@hopper.example", 1).await;
    let text = mails[0]["text"].as_str().unwrap_or_default();
    assert!(text.contains(made["url"].as_str().unwrap_or("-")), "{text}");
    assert_eq!(mails.len(), 1);
    let customer = format!("/customers/{}/timeline", desk.customer);
    let timeline = desk.owner.get(&customer).await.expect(200).body.to_string();
    assert!(timeline.contains("payment_link.created"), "{timeline}");
    let invoice = format!("/invoices/{}/timeline", desk.invoice);
    let timeline = desk.owner.get(&invoice).await.expect(200).body.to_string();
    assert!(
        timeline.contains("invoice.payment_link_created"),
        "{timeline}"
    );
    desk.end(0).await;
}

#[tokio::test]
async fn links_are_found_by_how_they_stand() {
    let desk = Desk::open().await;
    let list = async |query: &str| {
        let owner = makers::sign_in_again(&desk.app, "links").await;
        let list = owner.get(&format!("/payment-links{query}")).await;
        let rows = list.expect(200).body["data"].as_array().cloned();
        let ids = rows.into_iter().flatten().map(|row| row["id"].clone());
        ids.map(|id| id.as_str().unwrap_or_default().to_owned())
            .collect::<Vec<_>>()
    };
    let amount = |amount: i64| json!({ "amount": amount, "currency": "EUR" });
    let on_account = |much: i64, days: i32| json!({ "customer_id": desk.customer, "amount": amount(much), "description": "x", "expires_in_days": days });
    let active = desk.link().await;
    let viewed = desk.make(on_account(300, 15)).await;
    let paid = desk.make(on_account(200, 1)).await;
    let expired = desk.make(on_account(100, 1)).await;
    let cancelled = desk.make(on_account(400, 15)).await;
    // Looking is no view; saying so is, once.
    viewed.get(&desk.nobody, "").await.expect(200);
    assert_eq!(desk.staff(&viewed).await["status"], "active");
    for _ in 0..2 {
        let answer = viewed.post(&desk.nobody, "/view", json!({})).await;
        answer.expect(204);
    }
    desk.pay(&paid, "a").await;
    let cancel = format!("/payment-links/{}/cancel", cancelled.id);
    desk.owner.post(&cancel, json!({})).await.expect(200);
    desk.app.clock().advance_seconds(2 * 86_400);
    for (status, link) in [
        ("active", &active),
        ("viewed", &viewed),
        ("paid", &paid),
        ("expired", &expired),
        ("cancelled", &cancelled),
    ] {
        assert_eq!(
            list(&format!("?status={status}")).await,
            std::slice::from_ref(&link.id)
        );
        assert_eq!(desk.staff(link).await["status"], status);
    }
    assert_eq!(
        list(&format!("?invoice_id={}", desk.invoice)).await,
        std::slice::from_ref(&active.id)
    );
    assert_eq!(
        list(&format!("?customer_id={}", desk.customer)).await.len(),
        5
    );
    let cheap = [&expired, &paid, &viewed].map(|link| link.id.clone());
    assert_eq!(list("?sort=amount&limit=3").await, cheap);
    // What is over is not looked at.
    expired
        .post(&desk.nobody, "/view", json!({}))
        .await
        .expect(204);
    assert!(desk.staff(&expired).await["viewed_at"].is_null());
    desk.end(1).await;
}

#[tokio::test]
async fn what_makes_no_sense_is_refused_by_name() {
    let desk = Desk::open().await;
    let eur = |amount: i64| json!({ "amount": amount, "currency": "EUR" });
    let (invoice, customer) = (&desk.invoice, &desk.customer);
    let account = json!({ "customer_id": customer, "amount": eur(1), "description": "x" });
    let with = |field: &str, value| {
        let mut body = account.clone();
        body[field] = value;
        body
    };
    for (body, field) in [
        (json!({}), "/invoice_id"),
        (
            json!({ "invoice_id": invoice, "customer_id": customer }),
            "/invoice_id",
        ),
        (
            json!({ "customer_id": customer, "amount": eur(1) }),
            "/description",
        ),
        (with("description", json!("  ")), "/description"),
        (with("description", json!("x".repeat(501))), "/description"),
        (
            json!({ "customer_id": customer, "description": "x" }),
            "/amount",
        ),
        (with("amount", eur(0)), "/amount/amount"),
        (with("amount", eur(-1)), "/amount/amount"),
        (with("amount", eur(1_000_000_000_000_001)), "/amount/amount"),
        (with("expires_in_days", json!(0)), "/expires_in_days"),
        (with("expires_in_days", json!(366)), "/expires_in_days"),
        (
            json!({ "invoice_id": invoice, "amount": eur(0) }),
            "/amount/amount",
        ),
    ] {
        let answer = desk.owner.post("/payment-links", body).await;
        answer.refused(422, "validation_failed").names_field(field);
    }
    let part = json!({ "invoice_id": invoice, "amount": eur(1) });
    desk.owner
        .post("/payment-links", part)
        .await
        .refused(422, "full_amount_required");
    let more = json!({ "invoice_id": invoice, "amount": eur(10_001) });
    desk.owner
        .post("/payment-links", more)
        .await
        .refused(422, "amount_exceeds_balance");
    let dollars =
        json!({ "invoice_id": invoice, "amount": { "amount": 10_000, "currency": "USD" } });
    desk.owner
        .post("/payment-links", dollars)
        .await
        .refused(422, "currency_mismatch");
    let draft = makers::draft(&desk.owner, customer, "1").await.id();
    desk.owner
        .post("/payment-links", json!({ "invoice_id": draft }))
        .await
        .refused(409, "not_allowed_in_state");
    desk.end(0).await;
}

#[tokio::test]
async fn other_staff_and_readers_make_none() {
    let desk = Desk::open().await;
    let link = desk.link().await;
    let stranger = desk.app.sign_up("Elsewhere").await;
    let path = format!("/payment-links/{}", link.id);
    stranger.get(&path).await.refused(404, "not_found");
    stranger
        .post(&format!("{path}/cancel"), json!({}))
        .await
        .refused(404, "not_found");
    for body in [
        json!({ "invoice_id": desk.invoice }),
        json!({ "customer_id": desk.customer, "amount": { "amount": 1, "currency": "EUR" }, "description": "x" }),
    ] {
        let answer = stranger.post("/payment-links", body).await;
        answer.refused(422, "validation_failed");
    }
    let reader = makers::member(&desk.app, &desk.owner, "Rita", "read_only").await;
    let seen = reader.get(&path).await.expect(200).body;
    assert_eq!(seen["can_cancel"], false);
    reader
        .post("/payment-links", json!({ "invoice_id": desk.invoice }))
        .await
        .refused(403, "forbidden");
    // A signed-in member of staff who opens the page is nobody there.
    let request = desk.owner.request(
        reqwest::Method::GET,
        &format!("/public/payment-links/{}", link.token),
    );
    send(request).await.expect(200);
    assert_eq!(desk.staff(&link).await["status"], "active");
    desk.end(0).await;
}
