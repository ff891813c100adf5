//! What gateways keep of customers' cards and accounts, and what is charged to it.

mod charge;
mod keep;
mod wallet;

use portico_tests::{Answer, Value, json};

use crate::payments::counter::{Counter, confirm, id};

/// The customer's kept methods.
pub async fn kept(desk: &Counter) -> Vec<Value> {
    let body = desk.grace.get("/portal/payment-methods").await.expect(200);
    body.body["data"].as_array().cloned().unwrap_or_default()
}

/// Begins to pay an invoice and has what is entered kept.
pub async fn start_keeping(desk: &Counter, key: &str, method: &str) -> Value {
    let body = json!({ "gateway": "sandbox", "method": method, "mandate_accepted": true, "keep_method": true,
                       "allocations": [{ "invoice_id": desk.invoice, "amount": 10_000 }] });
    let answer = desk.grace.post_once("/portal/payments", key, body).await;
    answer.expect(201).body
}

/// Has a card or an account kept without a payment; tells its id.
pub async fn save(desk: &Counter, method: &str, number: &str) -> String {
    let begun = begin(desk, method).await.expect(201).body;
    confirm(&desk.app.nobody(), &begun, number)
        .await
        .expect(200);
    finish(desk, &begun).await.expect(201).id()
}

pub async fn begin(desk: &Counter, method: &str) -> Answer {
    let body = json!({ "gateway": "sandbox", "method": method, "mandate_accepted": true });
    desk.grace
        .post("/portal/payment-methods/setups", body)
        .await
}

pub async fn finish(desk: &Counter, begun: &Value) -> Answer {
    let body =
        json!({ "gateway": "sandbox", "setup_id": begun["setup_id"], "mandate_accepted": true });
    desk.grace.post("/portal/payment-methods", body).await
}

/// Pays the invoice with what is kept.
pub async fn pay_with(desk: &Counter, key: &str, kept: &str, method: &str) -> Answer {
    let body = json!({ "gateway": "sandbox", "method": method, "payment_method_id": kept,
                       "allocations": [{ "invoice_id": desk.invoice, "amount": 10_000 }] });
    desk.grace.post_once("/portal/payments", key, body).await
}

/// Charges what is kept, as staff.
pub async fn charge(desk: &Counter, key: &str, kept: &str, invoice: &str, amount: i64) -> Answer {
    let body = json!({ "payment_method_id": kept, "allocations": [{ "invoice_id": invoice, "amount": amount }] });
    desk.owner.post_once("/payments/charge", key, body).await
}

/// The id of a payment.
pub fn payment_id(payment: &Value) -> &str {
    id(payment)
}
