use portico_tests::{Actor, App, json, makers::member};

async fn id_of(owner: &Actor, email: &str) -> String {
    let list = owner.get(&format!("/members?q={email}")).await.expect(200);
    let id = list.body["data"][0]["id"].as_str();
    id.expect("a member").to_owned()
}

#[tokio::test]
async fn a_change_is_felt_on_the_next_request() {
    let app = App::start().await;
    let owner = app.sign_up("Changes").await;
    let ben = member(&app, &owner, "Ben", "staff").await;
    let path = format!("/members/{}", id_of(&owner, "ben@").await);
    let item = json!({ "name": "I", "rate": "1" });
    ben.post("/items", item.clone()).await.expect(201);

    let changed = owner
        .patch_plain(&path, json!({ "role": "read_only" }))
        .await
        .expect(200);
    assert_eq!(changed.body["role"], "read_only");
    ben.post("/items", item).await.refused(403, "forbidden");

    owner
        .patch_plain(&path, json!({ "active": false }))
        .await
        .expect(200);
    ben.get("/me").await.refused(401, "not_authenticated");
    let active = owner
        .patch_plain(&path, json!({ "active": true }))
        .await
        .expect(200);
    assert_eq!(active.body["status"], "active");
    // The old session stays ended.
    ben.get("/me").await.refused(401, "not_authenticated");
    app.stop().await;
}

#[tokio::test]
async fn the_last_owner_stays() {
    let app = App::start().await;
    let owner = app.sign_up("Last").await;
    let own = format!("/members/{}", id_of(&owner, "owner@").await);
    for change in [json!({ "role": "admin" }), json!({ "active": false })] {
        owner
            .patch_plain(&own, change)
            .await
            .refused(409, "not_allowed_in_state");
    }
    let heir = member(&app, &owner, "Heir", "owner").await;
    owner
        .patch_plain(&own, json!({ "role": "admin" }))
        .await
        .expect(200);
    heir.patch_plain(&own, json!({ "active": false }))
        .await
        .expect(200);
    owner.get("/me").await.refused(401, "not_authenticated");
    app.stop().await;
}

#[tokio::test]
async fn an_admin_does_not_touch_owners() {
    let app = App::start().await;
    let owner = app.sign_up("Untouchable").await;
    let admin = member(&app, &owner, "Admin", "admin").await;
    let owners = format!("/members/{}", id_of(&owner, "owner@").await);
    let own = format!("/members/{}", id_of(&owner, "admin@").await);
    for (path, change) in [
        (&owners, json!({ "active": false })),
        (&owners, json!({ "role": "staff" })),
        (&own, json!({ "role": "owner" })),
    ] {
        admin
            .patch_plain(path, change)
            .await
            .refused(403, "forbidden");
    }
    app.stop().await;
}

#[tokio::test]
async fn a_withdrawn_invitation_is_void_and_foreign_members_do_not_exist() {
    let app = App::start().await;
    let owner = app.sign_up("Withdrawn").await;
    let stranger = app.sign_up("Stranger").await;
    let email = "gone@staff.example";
    let invitation = json!({ "name": "Gone", "email": email, "role": "staff" });
    let id = owner.post("/members", invitation).await.expect(201).id();
    let path = format!("/members/{id}");
    stranger
        .patch_plain(&path, json!({ "active": false }))
        .await
        .refused(404, "not_found");
    stranger
        .post(&format!("{path}/invite"), json!({}))
        .await
        .refused(404, "not_found");
    owner
        .patch_plain(&path, json!({ "active": false }))
        .await
        .expect(200);
    let token = portico_tests::makers::invitation_token(&app.mails(email, 1).await[0]);
    app.nobody()
        .get(&format!("/public/member-invitations/{token}"))
        .await
        .refused(410, "invitation_used");
    owner
        .patch_plain(&path, json!({ "active": true }))
        .await
        .refused(409, "not_allowed_in_state");
    let again = owner
        .post(&format!("{path}/invite"), json!({}))
        .await
        .expect(200);
    assert_eq!(again.body["status"], "invited");
    app.stop().await;
}
