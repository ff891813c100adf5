//! The published contract: the committed one, complete, and the same as the server's.

use portico_tests::{App, Value};

fn operations(contract: &Value) -> impl Iterator<Item = (String, String, &Value)> {
    contract["paths"]
        .as_object()
        .into_iter()
        .flatten()
        .flat_map(|(path, item)| {
            item.as_object()
                .into_iter()
                .flatten()
                .map(move |(method, operation)| (path.clone(), method.clone(), operation))
        })
}

#[tokio::test]
async fn the_server_publishes_the_committed_contract() {
    let app = App::start().await;
    let published = app.nobody().get("/openapi.json").await.expect(200).body;
    let committed = concat!(env!("CARGO_MANIFEST_DIR"), "/../openapi/openapi.json");
    let committed: Value =
        serde_json::from_slice(&std::fs::read(committed).expect("openapi/openapi.json is there"))
            .expect("openapi/openapi.json is JSON");
    assert!(
        published == committed,
        "openapi/openapi.json is out of date: run `make contract`"
    );
    app.stop().await;
}

#[test]
fn every_operation_is_complete() {
    let contract = portico_api::openapi::document();
    let mut ids = std::collections::BTreeSet::new();
    for (path, method, operation) in operations(&contract) {
        let name = format!("{method} {path}");
        let id = operation["operationId"].as_str().unwrap_or_default();
        assert!(
            id.contains('_') && ids.insert(id.to_owned()),
            "{name}: operation id {id:?}"
        );
        assert!(
            operation["summary"]
                .as_str()
                .is_some_and(|text| text.len() > 5),
            "{name} has no summary"
        );
        assert!(
            operation["tags"]
                .as_array()
                .is_some_and(|tags| tags.len() == 1),
            "{name} has no tag"
        );
        assert!(
            operation["security"].is_array(),
            "{name} says nothing of security"
        );
        let responses = operation["responses"].as_object().expect("responses");
        assert!(
            responses.keys().any(|status| status.starts_with('2')),
            "{name} never succeeds"
        );
        for (status, response) in responses {
            assert!(
                response["description"].is_string(),
                "{name} {status} has no description"
            );
            let is_problem = status.starts_with(['4', '5']);
            assert_eq!(
                is_problem,
                !response["content"]["application/problem+json"].is_null(),
                "{name} {status}"
            );
        }
    }
    assert!(!ids.is_empty());
}

#[tokio::test]
async fn the_reference_is_served_and_may_run_only_our_script() {
    let app = App::start().await;
    let page = reqwest::get(format!("{}/docs", app.base))
        .await
        .expect("the page");
    assert_eq!(
        (page.status(), page.url().path()),
        (reqwest::StatusCode::OK, "/docs/")
    );
    let policy = page.headers()["content-security-policy"].to_str();
    assert!(policy.is_ok_and(|policy| policy.contains("script-src 'self';")));
    let page = page.text().await.expect("a text");
    let scripts: Vec<&str> = page.split("<script").skip(1).collect();
    assert!(scripts.len() > 1, "{page}");
    for script in scripts {
        let (_, source) = script
            .split_once("src=\"")
            .expect("no script in the page itself");
        let (source, _) = source.split_once('"').expect("an address");
        let address = format!("{}/docs/{}", app.base, source.trim_start_matches("./"));
        let script = reqwest::get(address).await.expect("a script");
        assert_eq!(script.status(), 200, "{source}");
    }
    app.stop().await;
}

#[tokio::test]
async fn a_wrong_method_is_told_from_a_wrong_address() {
    let app = App::start().await;
    let nobody = app.nobody();
    let answer = nobody
        .delete("/invoices")
        .await
        .refused(405, "method_not_allowed");
    assert_eq!(answer.header("allow"), "GET, POST");
    nobody.get("/invoicez").await.refused(404, "not_found");
    app.stop().await;
}
