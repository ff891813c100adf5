use portico_tests::{App, json, makers};
use std::collections::BTreeSet;

#[tokio::test]
async fn a_thousand_at_once_get_a_thousand_consecutive_numbers() {
    let app = App::start().await;
    let owner = app.sign_up("Numbers").await;
    let customer = makers::customer_id(&owner, "Hopper").await;
    let sends = (0..1000).map(|_| {
        let (owner, customer) = (owner.clone(), customer.clone());
        tokio::spawn(async move {
            let id = makers::draft(&owner, &customer, "1").await.id();
            let sent = owner
                .post(&format!("/invoices/{id}/mark-sent"), json!({}))
                .await
                .expect(200);
            sent.body["number"].as_str().unwrap_or_default().to_owned()
        })
    });
    let mut numbers = BTreeSet::new();
    for send in sends.collect::<Vec<_>>() {
        numbers.insert(send.await.expect("sent"));
    }
    let expected: BTreeSet<String> = (1..=1000).map(|n| format!("INV-{n:06}")).collect();
    assert_eq!(numbers, expected);
    makers::doctor(&app).await;
    app.stop().await;
}

#[tokio::test]
async fn an_own_number_must_be_free_and_moves_the_series_on() {
    let app = App::start().await;
    let owner = app.sign_up("Own").await;
    let customer = makers::customer_id(&owner, "Hopper").await;
    let body = |number: &str| json!({ "customer_id": customer, "number": number, "lines": [{ "name": "Work", "quantity": "1", "rate": "1" }] });
    owner
        .post("/invoices", body("INV-000041"))
        .await
        .expect(201);
    owner
        .post("/invoices", body("INV-000041"))
        .await
        .refused(409, "number_taken");
    owner.post("/invoices", body("Special/7")).await.expect(201);
    let id = makers::sent(&owner, &customer, "1").await;
    assert_eq!(
        owner.get(&format!("/invoices/{id}")).await.expect(200).body["number"],
        "INV-000042"
    );
    app.stop().await;
}
