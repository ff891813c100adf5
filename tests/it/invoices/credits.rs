//! Invoices paid with credit, by staff and by the customer.

use portico_tests::{Actor, Answer, App, Value, json, makers};

/// A customer with 50.00 EUR of credit, who owes 100.00 EUR.
struct Desk {
    app: App,
    owner: Actor,
    grace: Actor,
    customer: String,
    payment: String,
    invoice: String,
}

impl Desk {
    async fn open() -> Self {
        let app = App::start().await;
        let owner = app.sign_up("Credits").await;
        let customer = makers::customer_with_person(&owner, "Hopper", "grace@hopper.example").await;
        let grace = makers::portal_person(&app, &owner, &customer).await;
        let payment = on_account(&app, &owner, &customer, 5_000, "EUR").await;
        let invoice = makers::sent(&owner, &customer, "100").await;
        Self {
            app,
            owner,
            grace,
            customer,
            payment,
            invoice,
        }
    }

    async fn apply(&self, key: &str, amount: i64) -> Answer {
        let path = format!("/invoices/{}/credits", self.invoice);
        let body = json!({ "amount": amount });
        self.owner.post_once(&path, key, body).await
    }

    async fn use_mine(&self, key: &str, amount: i64) -> Answer {
        let path = format!("/portal/invoices/{}/credits", self.invoice);
        let body = json!({ "amount": amount });
        self.grace.post_once(&path, key, body).await
    }

    async fn credit(&self) -> i64 {
        let path = format!("/customers/{}", self.customer);
        let body = self.owner.get(&path).await.expect(200).body;
        body["balances"][0]["credit"].as_i64().unwrap_or_default()
    }

    async fn invoice(&self) -> Value {
        let path = format!("/invoices/{}", self.invoice);
        self.owner.get(&path).await.expect(200).body
    }
}

async fn on_account(
    app: &App,
    owner: &Actor,
    customer: &str,
    amount: i64,
    currency: &str,
) -> String {
    let body = json!({ "customer_id": customer, "date": makers::today(app), "mode": "cash",
                       "amount": { "amount": amount, "currency": currency } });
    let key = format!("{customer}{amount}{currency}");
    owner
        .post_once("/payments", &key, body)
        .await
        .expect(201)
        .id()
}

#[tokio::test]
async fn credit_pays_an_invoice_and_can_be_taken_off_again() {
    let desk = Desk::open().await;
    assert_eq!(desk.invoice().await["credit_available"]["amount"], 5_000);
    let invoice = desk.apply("k", 2_000).await.expect(200).body;
    assert_eq!(
        (
            &invoice["status"],
            &invoice["balance"]["amount"],
            &invoice["credits_applied"]["amount"],
            &invoice["amount_paid"]["amount"],
            &invoice["credits"][0]["amount"]["amount"],
        ),
        (
            &json!("partially_paid"),
            &json!(8_000),
            &json!(2_000),
            &json!(0),
            &json!(2_000)
        ),
        "{invoice}"
    );
    desk.apply("k", 2_000).await.expect(200);
    assert_eq!(desk.credit().await, 3_000, "the same key applies once");
    desk.apply("k", 1_000)
        .await
        .refused(422, "idempotency_key_reused");
    desk.apply("l", 3_000).await.expect(200);
    assert_eq!(desk.credit().await, 0);
    desk.apply("m", 1)
        .await
        .refused(422, "amount_exceeds_credit")
        .names_field("/amount");
    makers::doctor(&desk.app).await;
    let pdf = format!("/invoices/{}/pdf", desk.invoice);
    desk.owner.get(&pdf).await.expect(200);

    let path = format!("/invoices/{}/credits/release", desk.invoice);
    let body = json!({ "payment_id": desk.payment });
    for _ in 0..2 {
        let invoice = desk.owner.post_once(&path, "r", body.clone()).await;
        assert_eq!(invoice.expect(200).body["balance"]["amount"], 10_000);
    }
    assert_eq!(desk.credit().await, 5_000);
    desk.owner
        .post_once(&path, "s", body)
        .await
        .refused(404, "not_found");
    makers::doctor(&desk.app).await;
    desk.app.stop().await;
}

#[tokio::test]
async fn no_more_than_there_is_and_no_more_than_is_due() {
    let desk = Desk::open().await;
    for amount in [0, -5] {
        desk.apply(&format!("k{amount}"), amount)
            .await
            .refused(422, "validation_failed")
            .names_field("/amount");
    }
    desk.apply("a", 5_001)
        .await
        .refused(422, "amount_exceeds_credit");
    on_account(&desk.app, &desk.owner, &desk.customer, 20_000, "USD").await;
    desk.apply("b", 5_001)
        .await
        .refused(422, "amount_exceeds_credit");
    on_account(&desk.app, &desk.owner, &desk.customer, 20_000, "EUR").await;
    desk.apply("c", 10_001)
        .await
        .refused(422, "amount_exceeds_balance");
    desk.apply("d", 10_000).await.expect(200);
    desk.apply("e", 1)
        .await
        .refused(409, "not_allowed_in_state");
    let draft = makers::draft(&desk.owner, &desk.customer, "100").await.id();
    let path = format!("/invoices/{draft}/credits");
    desk.owner
        .post_once(&path, "f", json!({ "amount": 1 }))
        .await
        .refused(409, "not_allowed_in_state");
    makers::doctor(&desk.app).await;
    desk.app.stop().await;
}

#[tokio::test]
async fn customers_use_their_own_credit_on_their_own_invoices() {
    let desk = Desk::open().await;
    let path = format!("/portal/invoices/{}", desk.invoice);
    let mine = desk.grace.get(&path).await.expect(200).body;
    assert_eq!(mine["credit_available"]["amount"], 5_000);
    let mine = desk.use_mine("k", 5_000).await.expect(200).body;
    assert_eq!(
        (
            &mine["balance"]["amount"],
            &mine["credits_applied"]["amount"],
            &mine["amount_paid"]["amount"],
            &mine["credit_available"]["amount"],
        ),
        (&json!(5_000), &json!(5_000), &json!(0), &json!(0)),
        "{mine}"
    );
    desk.use_mine("k", 5_000).await.expect(200);
    desk.use_mine("l", 1)
        .await
        .refused(422, "amount_exceeds_credit");

    let sibling = makers::customer_id(&desk.owner, "Sibling").await;
    let theirs = makers::sent(&desk.owner, &sibling, "10").await;
    let draft = makers::draft(&desk.owner, &desk.customer, "10").await.id();
    let stranger = desk.app.sign_up("Stranger").await;
    for invoice in [&theirs, &draft] {
        let path = format!("/portal/invoices/{invoice}/credits");
        desk.grace
            .post_once(&path, invoice, json!({ "amount": 1 }))
            .await
            .refused(404, "not_found");
    }
    for verb in ["credits", "credits/release"] {
        let path = format!("/invoices/{}/{verb}", desk.invoice);
        let body = if verb == "credits" {
            json!({ "amount": 1 })
        } else {
            json!({ "payment_id": desk.payment })
        };
        stranger
            .post_once(&path, verb, body.clone())
            .await
            .refused(404, "not_found");
        let reader =
            makers::member(&desk.app, &desk.owner, &format!("R {verb}"), "read_only").await;
        reader
            .post_once(&path, verb, body)
            .await
            .refused(403, "forbidden");
    }
    makers::doctor(&desk.app).await;
    desk.app.stop().await;
}

#[tokio::test]
async fn credit_is_never_spent_twice() {
    let desk = Desk::open().await;
    let second = makers::sent(&desk.owner, &desk.customer, "100").await;
    let attempts: Vec<_> = (0..10)
        .map(|n| {
            let (owner, grace) = (desk.owner.clone(), desk.grace.clone());
            let invoice = if n % 2 == 0 { &desk.invoice } else { &second }.clone();
            tokio::spawn(async move {
                let (who, path) = if n % 3 == 0 {
                    (grace, format!("/portal/invoices/{invoice}/credits"))
                } else {
                    (owner, format!("/invoices/{invoice}/credits"))
                };
                let body = json!({ "amount": 2_000 });
                who.post_once(&path, &format!("k{n}"), body).await.status
            })
        })
        .collect();
    let mut applied = 0;
    for attempt in attempts {
        match attempt.await.expect("a request ends well") {
            200 => applied += 1,
            status => assert_eq!(status, 422),
        }
    }
    assert_eq!((applied, desk.credit().await), (2, 1_000));
    makers::doctor(&desk.app).await;
    desk.app.stop().await;
}

#[tokio::test]
async fn a_void_invoice_gives_its_credit_back_and_a_refund_takes_it() {
    let desk = Desk::open().await;
    desk.apply("k", 5_000).await.expect(200);
    let path = format!("/invoices/{}/void", desk.invoice);
    let body = json!({ "reason": "Billed twice" });
    desk.owner.post(&path, body).await.expect(200);
    assert_eq!(desk.credit().await, 5_000);
    assert_eq!(desk.invoice().await["credits_applied"]["amount"], 0);
    makers::doctor(&desk.app).await;

    // Applied once more, elsewhere, it is taken back from there to be refunded.
    let second = makers::sent(&desk.owner, &desk.customer, "100").await;
    let path = format!("/invoices/{second}/credits");
    let body = json!({ "amount": 4_000 });
    desk.owner.post_once(&path, "l", body).await.expect(200);
    let path = format!("/payments/{}/refunds", desk.payment);
    let body = json!({ "amount": 3_000, "mode": "cash", "allocations": [{ "invoice_id": second, "amount": 2_000 }] });
    desk.owner.post_once(&path, "m", body).await.expect(201);
    assert_eq!(desk.credit().await, 0);
    let shown = desk.owner.get(&format!("/invoices/{second}")).await;
    assert_eq!(shown.expect(200).body["credits_applied"]["amount"], 2_000);
    makers::doctor(&desk.app).await;
    desk.app.stop().await;
}
