//! Keeping, changing and removing.

use portico_gateways::sandbox::{Call, Fault};
use portico_tests::{json, makers};

use super::{begin, finish, kept, save, start_keeping};
use crate::payments::counter::{
    BOUNCING_ACCOUNT, CHALLENGED_CARD, Counter, GOOD_ACCOUNT, GOOD_CARD, confirm, id,
};

#[tokio::test]
async fn what_paid_is_kept_once_and_only_if_asked() {
    let desk = Counter::open().await;
    let options = desk.portal_invoice().await["payment_options"].clone();
    assert_eq!(options[0]["can_keep_method"], true, "{options}");
    let payment = start_keeping(&desk, "k", "card").await;
    assert!(kept(&desk).await.is_empty(), "nothing was entered yet");
    desk.confirm(&payment, GOOD_CARD).await.expect(200);
    for _ in 0..2 {
        desk.sync(&payment).await;
    }
    for event in desk.events().await {
        desk.deliver(&event).await.expect(204);
    }
    let all = kept(&desk).await;
    assert_eq!(all.len(), 1, "{all:?}");
    assert_eq!(
        (&all[0]["brand"], &all[0]["last4"], &all[0]["is_default"]),
        (&json!("visa"), &json!("4242"), &json!(true))
    );
    assert_eq!(all[0]["expiry"], json!({ "year": 2031, "month": 12 }));
    desk.paid_once().await;
    desk.app.stop().await;

    let desk = Counter::open().await;
    desk.paid(GOOD_CARD).await;
    assert!(kept(&desk).await.is_empty());
    desk.app.stop().await;
}

#[tokio::test]
async fn an_account_is_kept_with_its_mandate_while_its_debit_is_pending() {
    let desk = Counter::open().await;
    let payment = start_keeping(&desk, "k", "bank_debit").await;
    desk.confirm(&payment, GOOD_ACCOUNT).await.expect(200);
    assert_eq!(desk.sync(&payment).await["state"], "pending");
    let all = kept(&desk).await;
    assert_eq!(
        (&all[0]["method"], &all[0]["last4"], &all[0]["expiry"]),
        (&json!("bank_debit"), &json!("3000"), &json!(null))
    );
    desk.app.stop().await;
}

#[tokio::test]
async fn a_card_is_kept_without_a_payment() {
    let desk = Counter::open().await;
    let begun = begin(&desk, "card").await.expect(201).body;
    finish(&desk, &begun)
        .await
        .refused(409, "not_allowed_in_state");
    confirm(&desk.app.nobody(), &begun, "4000000000000002")
        .await
        .expect(200);
    finish(&desk, &begun)
        .await
        .refused(409, "not_allowed_in_state");
    confirm(&desk.app.nobody(), &begun, CHALLENGED_CARD)
        .await
        .expect(200);
    desk.answer(&begun, true).await.expect(200);
    let first = finish(&desk, &begun).await.expect(201).id();
    assert_eq!(finish(&desk, &begun).await.expect(201).id(), first);
    let second = save(&desk, "bank_debit", BOUNCING_ACCOUNT).await;
    let all = kept(&desk).await;
    assert_eq!(
        (&all[0]["id"], &all[1]["id"]),
        (&json!(first), &json!(second))
    );
    assert_eq!(desk.given_back().await, 0);
    makers::doctor(&desk.app).await;
    desk.app.stop().await;
}

#[tokio::test]
async fn a_setup_is_its_customers_alone() {
    let desk = Counter::open().await;
    let begun = begin(&desk, "card").await.expect(201).body;
    confirm(&desk.app.nobody(), &begun, GOOD_CARD)
        .await
        .expect(200);
    let body = json!({ "kind": "company", "display_name": "Sibling", "first_name": "Sue", "last_name": "Sibling",
                       "email": "sue@sibling.example" });
    let sibling = desk.owner.post("/customers", body).await.expect(201).id();
    let sue = makers::portal_person(&desk.app, &desk.owner, &sibling).await;
    let finish = json!({ "gateway": "sandbox", "setup_id": begun["setup_id"] });
    sue.post("/portal/payment-methods", finish)
        .await
        .refused(404, "not_found");

    // Nor can a sibling see, pay with, change or remove what is kept.
    let mine = super::finish(&desk, &begun).await.expect(201).id();
    let list = sue.get("/portal/payment-methods").await.expect(200).body;
    assert_eq!(list["data"], json!([]));
    let path = format!("/portal/payment-methods/{mine}");
    sue.patch_plain(&path, json!({ "is_default": true }))
        .await
        .refused(404, "not_found");
    sue.delete(&path).await.refused(404, "not_found");
    let invoice = makers::sent(&desk.owner, &sibling, "100").await;
    let pay = json!({ "gateway": "sandbox", "method": "card", "payment_method_id": mine,
                      "allocations": [{ "invoice_id": invoice, "amount": 10_000 }] });
    let refused = sue.post_once("/portal/payments", "k", pay).await;
    refused.refused(422, "validation_failed");
    // A payment's intent is no setup.
    let payment = desk.start("k", "card").await.expect(201).body;
    let secret = payment["client_secret"].as_str().unwrap_or_default();
    let (intent, _) = secret.split_once("_secret_").expect("of an intent");
    let body = json!({ "gateway": "sandbox", "setup_id": intent });
    desk.grace
        .post("/portal/payment-methods", body)
        .await
        .refused(404, "not_found");
    desk.app.stop().await;
}

#[tokio::test]
async fn what_is_kept_can_be_changed_and_removed() {
    let desk = Counter::open().await;
    let card = save(&desk, "card", GOOD_CARD).await;
    let account = save(&desk, "bank_debit", GOOD_ACCOUNT).await;
    let (card_path, account_path) = (
        format!("/portal/payment-methods/{card}"),
        format!("/portal/payment-methods/{account}"),
    );
    let grace = &desk.grace;
    let expiry = |year: u16, month: u8| json!({ "expiry": { "year": year, "month": month } });
    let address =
        json!({ "street": "Torstraße 12", "zip": "10119", "city": "Berlin", "country": "DE" });
    let change = json!({ "expiry": { "year": 2033, "month": 5 }, "address": address });
    let changed = grace.patch_plain(&card_path, change).await.expect(200).body;
    assert_eq!(changed["expiry"], json!({ "year": 2033, "month": 5 }));
    assert_eq!(changed["address"]["city"], "Berlin");
    for (path, change, pointer) in [
        (&card_path, expiry(2033, 13), "/expiry"),
        (&card_path, expiry(2020, 1), "/expiry"),
        (&account_path, expiry(2033, 5), "/expiry"),
        (
            &card_path,
            json!({ "address": { "country": "Germany" } }),
            "/address/country",
        ),
        (&card_path, json!({ "is_default": false }), "/is_default"),
    ] {
        let refused = grace.patch_plain(path, change).await;
        let found = refused.body["errors"][0]["pointer"].clone();
        assert_eq!(found, pointer, "{}", refused.body);
        refused.refused(422, "validation_failed");
    }
    let default = json!({ "is_default": true });
    grace.patch_plain(&account_path, default).await.expect(200);
    let all = kept(&desk).await;
    assert_eq!(all[0]["id"], json!(account));
    assert_eq!(all[1]["is_default"], false);

    // While the gateway does not answer, nothing is removed.
    let sandbox = desk.app.parts.gateways.sandbox();
    let faults = sandbox.expect("the sandbox is on").faults();
    faults.order(Call::Forget, Fault::Unreachable);
    grace
        .delete(&account_path)
        .await
        .refused(502, "gateway_unavailable");
    assert_eq!(kept(&desk).await.len(), 2);
    // It has forgotten it, and its answer is lost: removing it again is harmless.
    faults.order(Call::Forget, Fault::AnswerLost);
    grace
        .delete(&account_path)
        .await
        .refused(502, "gateway_unavailable");
    grace.delete(&account_path).await.expect(204);
    grace.delete(&account_path).await.refused(404, "not_found");
    let all = kept(&desk).await;
    assert_eq!(all[0]["is_default"], true, "another takes its place");

    let path = format!("/customers/{}", desk.customer);
    let list = desk
        .owner
        .get(&format!("{path}/payment-methods"))
        .await
        .expect(200)
        .body;
    assert_eq!(list["data"][0]["id"], json!(card));
    let path = format!("{path}/payment-methods/{card}");
    let reader = makers::member(&desk.app, &desk.owner, "Rita", "read_only").await;
    reader.delete(&path).await.refused(403, "forbidden");
    let stranger = desk.app.sign_up("Stranger").await;
    stranger.delete(&path).await.refused(404, "not_found");
    desk.owner.delete(&path).await.expect(204);
    assert!(kept(&desk).await.is_empty());
    desk.app.stop().await;
}

#[tokio::test]
async fn a_business_may_have_nothing_kept() {
    let desk = Counter::open().await;
    let off = json!({ "store_methods": false });
    let gateway = desk
        .owner
        .patch_plain("/gateways/sandbox", off)
        .await
        .expect(200)
        .body;
    assert_eq!(
        (&gateway["can_store_methods"], &gateway["store_methods"]),
        (&json!(true), &json!(false))
    );
    begin(&desk, "card").await.refused(422, "validation_failed");
    let list = desk.grace.get("/portal/payment-methods").await.expect(200);
    assert_eq!(list.body["options"], json!([]));
    let options = desk.portal_invoice().await["payment_options"].clone();
    assert_eq!(options[0]["can_keep_method"], false);
    let keep = json!({ "gateway": "sandbox", "method": "card", "keep_method": true,
                       "allocations": [{ "invoice_id": desk.invoice, "amount": 10_000 }] });
    let refused = desk.grace.post_once("/portal/payments", "k", keep).await;
    refused.refused(422, "validation_failed");
    let payment = desk.start("l", "card").await.expect(201).body;
    assert_ne!(id(&payment), "");
    desk.app.stop().await;
}
