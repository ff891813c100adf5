use portico_tests::{App, json, makers};

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

#[tokio::test]
async fn everybody_with_access_has_to_be_invited_again() {
    let app = App::start().await;
    let owner = app.sign_up("Moving").await;
    let inside = makers::customer_id(&owner, "Inside").await;
    let person = makers::portal_person(&app, &owner, &inside).await;
    let waiting = makers::customer_id(&owner, "Waiting").await;
    let (_, token) = makers::invite(&app, &owner, &waiting).await;
    let never = makers::customer_id(&owner, "Never").await;
    person.get("/portal/me").await.expect(200);

    owner
        .patch("/organization", 1, json!({ "portal_name": "moved" }))
        .await
        .expect(200);
    person
        .get("/portal/me")
        .await
        .refused(401, "not_authenticated");
    let nobody = app.nobody();
    nobody
        .get("/public/portals/moving")
        .await
        .refused(404, "not_found");
    nobody.get("/public/portals/moved").await.expect(200);
    nobody
        .get(&format!("/public/portals/moved/invitations/{token}"))
        .await
        .refused(410, "invitation_used");
    for (customer, status) in [
        (&inside, "reinvite_needed"),
        (&waiting, "reinvite_needed"),
        (&never, "none"),
    ] {
        let shown = owner
            .get(&format!("/customers/{customer}"))
            .await
            .expect(200);
        let access = &shown.body["primary_contact"]["portal"]["status"];
        assert_eq!(access, status);
    }
    let list = owner
        .get("/customers?portal_status=reinvite_needed")
        .await
        .expect(200);
    assert_eq!(list.body["data"].as_array().map(Vec::len), Some(2));
    app.stop().await;
}

#[tokio::test]
async fn what_another_name_would_do_is_told_in_numbers() {
    let app = App::start().await;
    let owner = app.sign_up("Numbers").await;
    let effects =
        async |actor: &portico_tests::Actor| actor.get("/organization/portal-rename").await;
    let (inside, waiting) = (
        makers::customer_id(&owner, "Inside").await,
        makers::customer_id(&owner, "Waiting").await,
    );
    makers::customer_id(&owner, "Never").await;
    makers::portal_person(&app, &owner, &inside).await;
    makers::invite(&app, &owner, &waiting).await;
    let told = effects(&owner).await.expect(200).body;
    assert_eq!(
        told,
        json!({ "people_with_access": 1, "open_invitations": 1 })
    );
    // Another business's people do not count, and not everybody may ask.
    let other = app.sign_up("Elsewhere").await;
    let none = effects(&other).await.expect(200).body;
    assert_eq!(
        none,
        json!({ "people_with_access": 0, "open_invitations": 0 })
    );
    let clerk = makers::member(&app, &owner, "Clerk", "staff").await;
    effects(&clerk).await.refused(403, "forbidden");

    owner
        .patch(
            "/organization",
            1,
            json!({ "portal_name": "numbers-moved" }),
        )
        .await
        .expect(200);
    assert_eq!(effects(&owner).await.expect(200).body, none);
    let again = owner
        .post("/customers/portal-access/reinvite", json!({}))
        .await
        .expect(200)
        .body;
    assert_eq!(
        (again["data"].as_array().map(Vec::len), &again["left"]),
        (Some(2), &json!(0))
    );
    let told = effects(&owner).await.expect(200).body;
    assert_eq!(
        told,
        json!({ "people_with_access": 0, "open_invitations": 2 })
    );
    app.stop().await;
}
