use portico_tests::{App, json, makers};

use crate::payments::counter::{Counter, GOOD_CARD, confirm, start};

#[tokio::test]
async fn twenty_payments_at_once_take_the_money_once() {
    paid_once(20).await;
}

#[tokio::test]
async fn two_hundred_payments_at_once_take_the_money_once() {
    paid_once(200).await;
}

/// So many attempts to pay one invoice in full, all at the same moment.
async fn paid_once(attempts: usize) {
    let app = App::start().await;
    let owner = app.sign_up("Rush").await;
    let customer = makers::customer_with_person(&owner, "Hopper", "grace@hopper.example").await;
    let grace = makers::portal_person(&app, &owner, &customer).await;
    let id = makers::sent(&owner, &customer, "100").await;
    let attempts: Vec<_> = (0..attempts)
        .map(|n| {
            let (grace, id, nobody) = (grace.clone(), id.clone(), app.nobody());
            tokio::spawn(async move {
                let body = json!({ "gateway": "sandbox", "method": "card", "allocations": [{ "invoice_id": id, "amount": 10_000 }] });
                let started = grace.post_once("/portal/payments", &format!("k{n}"), body).await;
                if started.status != 201 {
                    assert!([409, 502].contains(&started.status), "{}", started.body);
                    return;
                }
                let card = json!({ "client_secret": started.body["client_secret"],
                                   "card": { "number": "4242424242424242", "exp_month": 12, "exp_year": 2031, "cvc": "123" } });
                nobody.post("/public/gateways/sandbox/confirm", card).await;
                grace.post(&format!("/portal/payments/{}/sync", started.id()), json!({})).await.expect(200);
            })
        })
        .collect();
    for attempt in attempts {
        attempt.await.expect("an attempt ends well");
    }
    let payments = owner
        .get("/payments?state=succeeded")
        .await
        .expect(200)
        .body;
    assert_eq!(
        payments["data"].as_array().map(Vec::len),
        Some(1),
        "{payments}"
    );
    assert_eq!(
        owner.get(&format!("/invoices/{id}")).await.expect(200).body["status"],
        "paid"
    );
    let credit = owner
        .get(&format!("/customers/{customer}"))
        .await
        .expect(200)
        .body["balances"][0]["credit"]
        .clone();
    assert_eq!(credit, 0);
    makers::doctor(&app).await;
    app.stop().await;
}

#[tokio::test]
async fn two_hundred_recorded_payments_at_once_do_not_overpay() {
    let app = App::start().await;
    let owner = app.sign_up("Offline").await;
    let customer = makers::customer_id(&owner, "Hopper").await;
    let id = makers::sent(&owner, &customer, "100").await;
    let body = json!({ "customer_id": customer, "date": makers::today(&app), "amount": { "amount": 10_000, "currency": "EUR" },
                       "mode": "cash", "allocations": [{ "invoice_id": id, "amount": 10_000 }] });
    let attempts: Vec<_> = (0..200)
        .map(|n| {
            let (owner, body) = (owner.clone(), body.clone());
            tokio::spawn(async move {
                owner
                    .post_once("/payments", &format!("k{n}"), body)
                    .await
                    .status
            })
        })
        .collect();
    let mut taken = 0;
    for attempt in attempts {
        match attempt.await.expect("an attempt ends") {
            201 => taken += 1,
            status => assert_eq!(status, 409),
        }
    }
    assert_eq!(taken, 1);
    makers::doctor(&app).await;
    app.stop().await;
}

/// Two servers on one database, a hundred attempts at each.
#[tokio::test]
async fn two_hundred_payments_at_two_servers_take_the_money_once() {
    let desk = Counter::open().await;
    let second = desk.app.beside().await;
    let attempts: Vec<_> = (0..200)
        .map(|n| {
            let base = if n % 2 == 0 {
                &desk.app.base
            } else {
                &second.base
            };
            let grace = desk.grace.clone().at(base);
            let (nobody, invoice) = (desk.app.nobody().at(base), desk.invoice.clone());
            tokio::spawn(async move {
                let started = start(&grace, &format!("k{n}"), "card", &invoice, 10_000).await;
                if started.status != 201 {
                    assert!([409, 502].contains(&started.status), "{}", started.body);
                    return;
                }
                confirm(&nobody, &started.body, GOOD_CARD).await;
                let sync = format!("/portal/payments/{}/sync", started.id());
                grace.post(&sync, json!({})).await.expect(200);
            })
        })
        .collect();
    for attempt in attempts {
        attempt.await.expect("an attempt ends well");
    }
    for event in desk.events().await {
        desk.deliver(&event).await.expect(204);
    }
    second.stop().await;
    desk.paid_once().await;
    desk.app.stop().await;
}
