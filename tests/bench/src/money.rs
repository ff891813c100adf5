//! The routes that move money: they write, and each request needs an invoice with something left to pay.

use std::{sync::Arc, time::Instant};

use anyhow::{Context, Result, ensure};
use hyper::Method;
use serde_json::{Value, json};

use crate::{
    caller::{Caller, Side},
    load::{Run, Until},
    machine,
    measure::{Bench, Load, statements_of},
    targets::{Figures, Kind, Row},
};

/// Online payments in one run.
const PAYMENTS: usize = 20;

/// Staff record a cent at a time, on invoices of many customers.
pub async fn record(bench: &Bench<'_>) -> Result<Row> {
    let mut staff = bench.caller(Side::Office).await?;
    let invoices = staff
        .list("/invoices?status=unpaid&sort=-due_date&currency=EUR&limit=200")
        .await?;
    let today = machine::told("date", &["-u", "+%F"])?;
    let body = move |number: u32| -> Option<Value> {
        let invoice = invoices.get(number as usize % invoices.len().max(1))?;
        Some(json!({
            "customer_id": invoice["customer"]["id"], "date": today, "mode": "cash",
            "amount": { "amount": 1, "currency": "EUR" },
            "allocations": [{ "invoice_id": invoice["id"], "amount": 1 }],
        }))
    };
    let first = body(0).context("there is no unpaid invoice")?;
    let answer = staff.send(&Method::POST, "/payments", Some(&first)).await?;
    let make = staff.maker();
    let load = Load {
        name: "Office: record a payment",
        kind: Kind::Write,
        budget: None,
        supply: Arc::new(move |number| make(&Method::POST, "/payments", Some(&body(number)?))),
        connections: bench.options.connections,
        warm_up: Until::Sent(20),
        until: Until::Elapsed(bench.options.duration()),
    };
    bench
        .compare(load, statements_of(&answer), answer.body.len())
        .await
}

/// The customer pays through the sandbox: start, confirm, book; one payment at a time.
pub async fn pay_online(bench: &Bench<'_>) -> Result<Row> {
    let mut customer = bench.caller(Side::Portal).await?;
    let mut best = None;
    let (mut statements, mut card) = (0, 0);
    for _ in 0..bench.options.runs {
        let invoices = customer
            .list("/portal/invoices?status=unpaid&sort=due_date&limit=200")
            .await?;
        let (mut latencies, begun, before) = (Vec::new(), Instant::now(), bench.portico.cpu()?);
        for invoice in invoices.iter().take(PAYMENTS) {
            card += 1;
            let sent = Instant::now();
            statements = pay(&mut customer, invoice, card).await?;
            latencies.push(sent.elapsed());
        }
        let run = Run::new(latencies, begun.elapsed());
        let cpu = bench.portico.cpu()?.saturating_sub(before);
        best = Figures::better(best, Figures::of(&run, cpu));
    }
    Ok(Row {
        name: "Portal: pay online (3 requests)",
        kind: Kind::Write,
        engine: bench.database().engine,
        size: bench.database().size,
        figures: best.unwrap_or_default(),
        yardstick: None,
        statements,
        budget: None,
    })
}

/// Pays one invoice whole, each with another card, as the same amount by the same one is taken for a mistake; tells
/// the statements of all requests.
async fn pay(customer: &mut Caller, invoice: &Value, card: u32) -> Result<u32> {
    let body = json!({
        "gateway": "sandbox", "method": "card",
        "allocations": [{ "invoice_id": invoice["id"], "amount": invoice["balance"]["amount"] }],
    });
    let started = customer
        .send(&Method::POST, "/portal/payments", Some(&body))
        .await?;
    let payment: Value = serde_json::from_slice(&started.body)?;
    let (month, year) = (card % 12 + 1, 2028 + card / 12 % 17);
    let card =
        json!({ "number": "4242424242424242", "exp_month": month, "exp_year": year, "cvc": "123" });
    let body = json!({ "client_secret": payment["client_secret"], "card": card });
    let confirmed = customer
        .send(
            &Method::POST,
            "/public/gateways/sandbox/confirm",
            Some(&body),
        )
        .await?;
    let id = payment["id"].as_str().unwrap_or_default();
    let synced = customer
        .send(&Method::POST, &format!("/portal/payments/{id}/sync"), None)
        .await?;
    let payment: Value = serde_json::from_slice(&synced.body)?;
    ensure!(
        payment["state"] == "succeeded",
        "the payment did not succeed: {payment}"
    );
    Ok([&started, &confirmed, &synced]
        .into_iter()
        .map(statements_of)
        .sum())
}
