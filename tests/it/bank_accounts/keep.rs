use portico_tests::{Actor, Answer, App, Value, json, makers};
use reqwest::Method;

const IBAN: &str = "DE89 3704 0044 0532 0130 00";

fn account(currency: Option<&str>) -> Value {
    json!({ "currency": currency, "holder": "Brightwater Studio", "iban": IBAN, "bic": "cobadeffxxx",
            "bank_name": "Commerzbank", "note": "  " })
}

async fn put(actor: &Actor, path: &str, body: &Value) -> Answer {
    portico_tests::send(actor.request(Method::PUT, path).json(body)).await
}

#[tokio::test]
async fn an_account_is_kept_for_each_currency_and_one_for_all_others() {
    let app = App::start().await;
    let owner = app.sign_up("Accounts").await;
    let made = owner
        .post_once("/bank-accounts", "k", account(Some("EUR")))
        .await
        .expect(201);
    let again = owner
        .post_once("/bank-accounts", "k", account(Some("EUR")))
        .await
        .expect(201);
    assert_eq!(made.id(), again.id());
    assert_eq!(made.body["iban"], "DE89370400440532013000");
    assert_eq!(made.body["bic"], "COBADEFFXXX");
    assert!(made.body["note"].is_null());
    owner
        .post("/bank-accounts", account(Some("EUR")))
        .await
        .refused(409, "conflict");
    let general = json!({ "holder": "Brightwater Inc.", "account_number": "000123456789", "routing_number": "110000000",
                          "bank_name": "First Bank" });
    owner
        .post("/bank-accounts", general.clone())
        .await
        .expect(201);
    owner
        .post("/bank-accounts", general.clone())
        .await
        .refused(409, "conflict");

    let path = format!("/bank-accounts/{}", made.id());
    let dollars = put(&owner, &path, &account(Some("USD"))).await.expect(200);
    assert_eq!(dollars.body["currency"], "USD");
    put(&owner, &path, &general).await.refused(409, "conflict");
    let list = owner.get("/bank-accounts").await.expect(200).body;
    assert_eq!(list["data"].as_array().map(Vec::len), Some(2), "{list}");
    owner.delete(&path).await.expect(204);
    owner.delete(&path).await.refused(404, "not_found");
    app.stop().await;
}

#[tokio::test]
async fn what_no_money_can_be_sent_to_is_refused_by_field() {
    let app = App::start().await;
    let owner = app.sign_up("Fields").await;
    let cases = [
        ("/iban", json!({ "iban": "DE89370400440532010300" })),
        ("/iban", json!({ "iban": null })),
        ("/iban", json!({ "iban": "9".repeat(51) })),
        ("/bic", json!({ "bic": "COBA12" })),
        ("/account_number", json!({ "account_number": "1" })),
        (
            "/account_number",
            json!({ "iban": null, "account_number": "1;2" }),
        ),
        ("/routing_number", json!({ "routing_number": "1" })),
        ("/holder", json!({ "holder": " " })),
        ("/holder", json!({ "holder": "x".repeat(71) })),
        ("/holder", json!({ "holder": "A\nB" })),
        ("/bank_name", json!({ "bank_name": "" })),
        ("/note", json!({ "note": "x".repeat(501) })),
    ];
    for (pointer, change) in cases {
        let mut body = account(None);
        for (name, value) in change.as_object().into_iter().flatten() {
            body[name] = value.clone();
        }
        owner
            .post("/bank-accounts", body)
            .await
            .refused(422, "validation_failed")
            .names_field(pointer);
    }
    let list = owner.get("/bank-accounts").await.expect(200).body;
    assert_eq!(list["data"], json!([]));
    app.stop().await;
}

#[tokio::test]
async fn only_who_runs_the_business_says_where_its_money_goes() {
    let app = App::start().await;
    let owner = app.sign_up("Heads").await;
    let made = owner
        .post("/bank-accounts", account(None))
        .await
        .expect(201);
    let path = format!("/bank-accounts/{}", made.id());
    let accountant = makers::member(&app, &owner, "Ada", "accountant").await;
    accountant.get("/bank-accounts").await.expect(200);
    accountant
        .post("/bank-accounts", account(Some("EUR")))
        .await
        .refused(403, "forbidden");
    put(&accountant, &path, &account(None))
        .await
        .refused(403, "forbidden");
    accountant.delete(&path).await.refused(403, "forbidden");
    let stranger = app.sign_up("Stranger").await;
    put(&stranger, &path, &account(None))
        .await
        .refused(404, "not_found");
    stranger.delete(&path).await.refused(404, "not_found");
    app.stop().await;
}
