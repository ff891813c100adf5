use portico_tests::{Actor, App, Value, json};

async fn make(owner: &Actor, name: &str, currency: &str) -> String {
    let body = json!({ "kind": "company", "display_name": name, "currency": currency });
    owner.post("/customers", body).await.expect(201).id()
}

fn names(list: &Value) -> Vec<&str> {
    let rows = list["data"].as_array().expect("rows");
    rows.iter()
        .filter_map(|row| row["display_name"].as_str())
        .collect()
}

#[tokio::test]
async fn it_is_filtered_sorted_and_searched() {
    let app = App::start().await;
    let owner = app.sign_up("Brightwater").await;
    make(&owner, "Beta 100%", "EUR").await;
    make(&owner, "Alpha_1", "USD").await;
    let inactive = make(&owner, "Gamma", "EUR").await;
    owner
        .post(&format!("/customers/{inactive}/deactivate"), json!({}))
        .await
        .expect(200);
    for (query, expected) in [
        ("", vec!["Alpha_1", "Beta 100%", "Gamma"]),
        ("?sort=-display_name", vec!["Gamma", "Beta 100%", "Alpha_1"]),
        ("?sort=-created_at", vec!["Gamma", "Alpha_1", "Beta 100%"]),
        ("?sort=outstanding&limit=1", vec!["Beta 100%"]),
        ("?active=true", vec!["Alpha_1", "Beta 100%"]),
        ("?active=false", vec!["Gamma"]),
        ("?currency=USD", vec!["Alpha_1"]),
        ("?portal_status=accepted", vec![]),
        ("?portal_status=none&active=false", vec!["Gamma"]),
        ("?q=ALPHA", vec!["Alpha_1"]),
        ("?q=100%25", vec!["Beta 100%"]),
        ("?q=%25", vec!["Beta 100%"]),
        ("?q=_", vec!["Alpha_1"]),
        ("?q=%5C", vec![]),
        ("?q=100%25+beta", vec!["Beta 100%"]),
    ] {
        let list = owner
            .get(&format!("/customers{query}"))
            .await
            .expect(200)
            .body;
        assert_eq!(names(&list), expected, "{query}");
    }
    for query in [
        "?sort=notes",
        "?limit=0",
        "?limit=201",
        "?cursor=x",
        "?currency=XYZ",
        "?active=maybe",
        "?portal_status=x",
    ] {
        owner
            .get(&format!("/customers{query}"))
            .await
            .refused(422, "validation_failed");
    }
    owner
        .get("/customers?colour=red")
        .await
        .refused(422, "unknown_parameter");
    app.stop().await;
}

#[tokio::test]
async fn pages_follow_one_another_within_a_budget() {
    let app = App::start().await;
    let owner = app.sign_up("Brightwater").await;
    // A name that looks like a date must not become one in the cursor.
    let made = ["2026-01-01", "2026-01-02", "37", "same", "same", "z"];
    for name in made {
        make(&owner, name, "EUR").await;
    }
    let (mut seen, mut cursor) = (Vec::new(), String::new());
    loop {
        let page = owner
            .get(&format!("/customers?limit=2&include_total=true{cursor}"))
            .await
            .expect(200);
        let statements: u32 = page.header("x-statements").parse().expect("a number");
        assert!(statements <= 4, "{statements}");
        assert_eq!(page.body["total"], 6);
        seen.extend(names(&page.body).into_iter().map(str::to_owned));
        match page.body["next_cursor"].as_str() {
            Some(next) => cursor = format!("&cursor={next}"),
            None => break,
        }
    }
    assert_eq!(seen, made);
    app.stop().await;
}
