use portico_tests::json;

use super::desk::{Desk, GOOD_CARD, Link, confirm, id};

#[tokio::test]
async fn two_payers_at_once_pay_an_invoice_once() {
    let desk = Desk::open().await;
    let link = desk.link().await;
    rush(&desk, link, 2).await;
    assert_eq!(desk.invoice().await["status"], "paid");
    desk.end(1).await;
}

#[tokio::test]
async fn thirty_payers_at_once_pay_on_account_once() {
    let desk = Desk::open().await;
    let amount = json!({ "amount": 500, "currency": "EUR" });
    let body = json!({ "customer_id": desk.customer, "amount": amount, "description": "x" });
    let link = desk.make(body).await;
    rush(&desk, link, 30).await;
    desk.end(1).await;
}

/// So many hold the same link and pay at the same moment; if all were in each other's way, one comes again.
async fn rush(desk: &Desk, link: Link, payers: usize) {
    let attempts: Vec<_> = (0..payers)
        .map(|n| {
            let (link, payer) = (link.clone(), desk.app.nobody());
            tokio::spawn(async move {
                let started = link.start(&payer, &format!("k{n}"), "card").await;
                if started.status != 201 {
                    let expected = [409, 410, 502].contains(&started.status);
                    assert!(expected, "{}", started.body);
                    return;
                }
                confirm(&payer, &started.body, GOOD_CARD).await;
                let path = format!("/payments/{}/sync", id(&started.body));
                link.post(&payer, &path, json!({})).await.expect(200);
            })
        })
        .collect();
    for attempt in attempts {
        attempt.await.expect("an attempt ends well");
    }
    if desk.page(&link).await["standing"] != "paid" {
        assert_eq!(desk.pay(&link, "last").await["state"], "succeeded");
    }
    desk.start(&link, "late", "card")
        .await
        .refused(410, "link_used");
}
