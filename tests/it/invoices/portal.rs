use portico_tests::{App, json, makers};

#[tokio::test]
async fn drafts_and_other_customers_do_not_exist() {
    let app = App::start().await;
    let owner = app.sign_up("Doors").await;
    let mine = makers::customer_with_person(&owner, "Mine", "grace@mine.example").await;
    let other = makers::customer_id(&owner, "Other").await;
    let grace = makers::portal_person(&app, &owner, &mine).await;
    let sent = makers::sent(&owner, &mine, "100").await;
    let draft = makers::draft(&owner, &mine, "100").await.id();
    let foreign = makers::sent(&owner, &other, "100").await;
    let list = grace.get("/portal/invoices").await.expect(200).body;
    assert_eq!(list["data"].as_array().map(Vec::len), Some(1));
    assert_eq!(list["data"][0]["id"], sent.as_str());
    for id in [draft, foreign] {
        for path in [
            format!("/portal/invoices/{id}"),
            format!("/portal/invoices/{id}/pdf"),
        ] {
            grace.get(&path).await.refused(404, "not_found");
        }
        grace
            .post(&format!("/portal/invoices/{id}/view"), json!({}))
            .await
            .refused(404, "not_found");
    }
    app.stop().await;
}

#[tokio::test]
async fn only_the_page_counts_as_a_look_and_staff_are_told_once() {
    let app = App::start().await;
    let owner = app.sign_up("Looking").await;
    let customer = makers::customer_with_person(&owner, "Hopper", "grace@hopper.example").await;
    let grace = makers::portal_person(&app, &owner, &customer).await;
    let id = makers::sent(&owner, &customer, "100").await;
    grace
        .get(&format!("/portal/invoices/{id}"))
        .await
        .expect(200);
    grace
        .get(&format!("/portal/invoices/{id}/pdf"))
        .await
        .expect(200);
    assert_eq!(
        owner.get(&format!("/invoices/{id}")).await.expect(200).body["status"],
        "sent"
    );
    for _ in 0..3 {
        grace
            .post(&format!("/portal/invoices/{id}/view"), json!({}))
            .await
            .expect(204);
    }
    let seen = owner.get(&format!("/invoices/{id}")).await.expect(200).body;
    assert_eq!(seen["status"], "viewed");
    assert!(
        seen["viewed_by"]
            .as_str()
            .is_some_and(|name| !name.is_empty())
    );
    let told = owner.get("/notifications").await.expect(200).body;
    let views = told["data"]
        .as_array()
        .into_iter()
        .flatten()
        .filter(|one| one["kind"] == "invoice_viewed")
        .count();
    assert_eq!(views, 1, "{told}");
    app.stop().await;
}

#[tokio::test]
async fn detail_and_home_stay_within_their_statements() {
    let app = App::start().await;
    let owner = app.sign_up("Quick").await;
    let customer = makers::customer_with_person(&owner, "Hopper", "grace@hopper.example").await;
    let grace = makers::portal_person(&app, &owner, &customer).await;
    let id = makers::sent(&owner, &customer, "100").await;
    let statements =
        |answer: portico_tests::Answer| answer.header("x-statements").parse::<u32>().unwrap_or(99);
    assert!(
        statements(
            grace
                .get(&format!("/portal/invoices/{id}"))
                .await
                .expect(200)
        ) <= 4
    );
    assert!(statements(grace.get("/portal/invoices").await.expect(200)) <= 4);
    let home = grace.get("/portal/home").await.expect(200);
    assert_eq!(home.body["balances"][0]["outstanding"], 10_000);
    assert!(statements(home) <= 8);
    assert!(statements(owner.get("/home").await.expect(200)) <= 8);
    app.stop().await;
}
