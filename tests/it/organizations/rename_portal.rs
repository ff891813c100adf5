use portico_tests::{App, json};

#[tokio::test]
async fn a_portal_name_moves_and_is_never_anothers() {
    let app = App::start().await;
    let owner = app.sign_up("First").await;
    let other = app.sign_up("Second").await;
    let moved = owner
        .patch("/organization", 1, json!({ "portal_name": "harbour" }))
        .await
        .expect(200);
    assert_eq!(moved.body["portal_url"], format!("{}/harbour", app.base));
    for name in ["harbour", "first"] {
        other
            .patch("/organization", 1, json!({ "portal_name": name }))
            .await
            .refused(409, "portal_name_taken");
    }
    // One's own earlier name is still one's own.
    owner
        .patch("/organization", 2, json!({ "portal_name": "first" }))
        .await
        .expect(200);
    app.stop().await;
}
