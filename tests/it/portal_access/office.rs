use portico_tests::{App, Value, json, makers};

#[tokio::test]
async fn an_invitation_goes_out_and_the_person_is_invited() {
    let app = App::start().await;
    let owner = app.sign_up("Inviting").await;
    let customer = makers::customer_id(&owner, "Lindqvist").await;
    let (invited, token) = makers::invite(&app, &owner, &customer).await;
    assert_eq!(token.len(), 43);
    let page = owner
        .get(&format!("/customers/{customer}"))
        .await
        .expect(200)
        .body;
    let portal = &page["primary_contact"]["portal"];
    assert_eq!(
        (portal["status"].as_str(), portal["invited_by"].as_str()),
        (Some("invited"), Some("Ada Holm"))
    );
    assert_eq!(portal["expired"], false);
    assert_eq!(page["portal"], json!({ "enabled": true, "people": 1 }));
    let rows = owner
        .get("/customers?portal_status=invited")
        .await
        .expect(200)
        .body;
    assert_eq!(rows["data"][0]["portal_status"], "invited");
    let timeline = owner
        .get(&format!("/customers/{customer}/timeline"))
        .await
        .expect(200)
        .body;
    assert_eq!(timeline["data"][0]["action"], "contact_person.invited");
    assert!(!timeline.to_string().contains(&token));

    let mail = &app.mails(&invited.email, 1).await[0];
    let text = mail["text"].as_str().unwrap_or_default();
    let link = format!("{}/inviting/invitation/{token}", app.base);
    assert!(text.contains(&link) && mail["html"].as_str().unwrap_or_default().contains(&link));

    app.clock().advance_seconds(15 * 86_400);
    let owner = makers::sign_in_again(&app, "inviting").await;
    let page = owner
        .get(&format!("/customers/{customer}"))
        .await
        .expect(200)
        .body;
    assert_eq!(page["primary_contact"]["portal"]["expired"], true);
    app.stop().await;
}

#[tokio::test]
async fn access_needs_an_address_that_nobody_else_there_has() {
    let app = App::start().await;
    let owner = app.sign_up("Addresses").await;
    let customer = makers::customer_id(&owner, "Lindqvist").await;
    let (invited, _) = makers::invite(&app, &owner, &customer).await;
    let people = format!("/customers/{customer}/contact-persons");
    let add = async |email: Value| {
        let body = json!({ "first_name": "Bo", "email": email });
        owner.post(&people, body).await.expect(201).id()
    };
    let nameless = add(json!(null)).await;
    owner
        .post(&format!("{people}/{nameless}/portal-access"), json!({}))
        .await
        .refused(422, "validation_failed")
        .names_field("/email");
    let twin = add(json!(invited.email.to_uppercase())).await;
    owner
        .post(&format!("{people}/{twin}/portal-access"), json!({}))
        .await
        .refused(409, "email_taken");
    let other = add(json!("bo@lindqvist.example")).await;
    owner
        .post(&format!("{people}/{other}/portal-access"), json!({}))
        .await
        .expect(200);
    owner
        .patch_plain(
            &format!("{people}/{other}"),
            json!({ "email": invited.email }),
        )
        .await
        .refused(409, "email_taken");
    owner
        .post(&format!("/customers/{customer}/deactivate"), json!({}))
        .await
        .expect(200);
    owner
        .post(&format!("{}/portal-access", invited.path), json!({}))
        .await
        .refused(409, "not_allowed_in_state");
    app.stop().await;
}

#[tokio::test]
async fn another_organizations_people_do_not_exist() {
    let app = App::start().await;
    let (owner, stranger) = (app.sign_up("Own").await, app.sign_up("Stranger").await);
    let customer = makers::customer_id(&owner, "Lindqvist").await;
    let (invited, _) = makers::invite(&app, &owner, &customer).await;
    for verb in ["", "/disable", "/enable"] {
        let path = format!("{}/portal-access{verb}", invited.path);
        stranger
            .post(&path, json!({}))
            .await
            .refused(404, "not_found");
        app.nobody()
            .post(&path, json!({}))
            .await
            .refused(401, "not_authenticated");
    }
    let surprise = json!({ "secret": "hunter2" });
    owner
        .post(&format!("{}/portal-access", invited.path), surprise)
        .await
        .refused(422, "validation_failed")
        .names_field("/secret");
    app.stop().await;
}

#[tokio::test]
async fn a_name_cannot_smuggle_anything_into_the_mail() {
    let app = App::start().await;
    let owner = app.sign_up("Headers").await;
    let body = json!({
        "kind": "company", "display_name": "Evil\r\nBcc: all@evil.example", "email": "eve@evil.example",
        "first_name": "Eve\r\nSubject: <b>won</b>", "last_name": "<script>alert(1)</script>",
    });
    let customer = owner.post("/customers", body).await.expect(201).id();
    makers::invite(&app, &owner, &customer).await;
    let mail = &app.mails("eve@evil.example", 1).await[0];
    let subject = mail["subject"].as_str().unwrap_or_default();
    assert!(!subject.contains(['\r', '\n']), "{subject:?}");
    let html = mail["html"].as_str().unwrap_or_default();
    assert!(
        !html.contains("<script>") && !html.contains("<b>won</b>"),
        "{html}"
    );
    app.stop().await;
}

#[tokio::test]
async fn many_are_invited_at_once_and_the_rest_is_reported() {
    let app = App::start().await;
    let owner = app.sign_up("Many").await;
    let first = makers::customer_id(&owner, "Lindqvist").await;
    let second = makers::customer_id(&owner, "Nordwind").await;
    let body = json!({ "kind": "company", "display_name": "Silent" });
    let silent = owner.post("/customers", body).await.expect(201).id();
    let inside = makers::customer_id(&owner, "Inside").await;
    makers::portal_person(&app, &owner, &inside).await;
    let body = json!({ "customer_ids": [first, silent, inside, second] });
    for _ in 0..2 {
        let report = owner
            .post_once("/customers/portal-access", "many", body.clone())
            .await
            .expect(200)
            .body;
        let rows = report["data"].as_array().expect("rows");
        let names: Vec<_> = rows.iter().map(|row| &row["customer"]["name"]).collect();
        assert_eq!(names, ["Lindqvist", "Silent", "Inside", "Nordwind"]);
        assert_eq!(rows[0]["email"], "maja@lindqvist.example");
        let invited: Vec<_> = rows.iter().map(|row| row["invited"] == true).collect();
        assert_eq!(invited, [true, false, false, true]);
    }
    let body = json!({ "customer_ids": [first, silent, inside, second] });
    let report = owner
        .post("/customers/portal-access", body)
        .await
        .expect(200)
        .body;
    let obstacles: Vec<_> = report["data"]
        .as_array()
        .expect("rows")
        .iter()
        .map(|row| (row["invited"].as_bool(), row["obstacle"].as_str()))
        .collect();
    let invited = (Some(true), None);
    assert_eq!(
        obstacles,
        [
            invited,
            (Some(false), Some("no_contact_person")),
            (Some(false), Some("has_access")),
            invited
        ]
    );
    // The repetition under the same key sent nothing; the new request sent one more.
    assert_eq!(app.mails("maja@lindqvist.example", 2).await.len(), 2);

    let stranger = app.sign_up("Elsewhere").await;
    let body = json!({ "customer_ids": [first] });
    stranger
        .post("/customers/portal-access", body)
        .await
        .refused(422, "validation_failed")
        .names_field("/customer_ids/0");
    let nobody = json!({ "customer_ids": [] });
    owner
        .post("/customers/portal-access", nobody)
        .await
        .refused(422, "validation_failed");
    app.stop().await;
}

#[tokio::test]
async fn after_a_move_everybody_is_invited_again_in_one_go() {
    let app = App::start().await;
    let owner = app.sign_up("Moving").await;
    let (accepted, gone) = (
        makers::customer_id(&owner, "Lindqvist").await,
        makers::customer_id(&owner, "Gone").await,
    );
    let maja = makers::portal_person(&app, &owner, &accepted).await;
    makers::invite(&app, &owner, &gone).await;
    owner
        .post(&format!("/customers/{gone}/deactivate"), json!({}))
        .await
        .expect(200);
    let version = owner.get("/organization").await.expect(200).body["version"].as_i64();
    let rename = json!({ "portal_name": "moved-away" });
    owner
        .patch("/organization", version.expect("a version"), rename)
        .await
        .expect(200);
    maja.get("/portal/me")
        .await
        .refused(401, "not_authenticated");

    let again = "/customers/portal-access/reinvite";
    let report = owner.post(again, json!({})).await.expect(200).body;
    assert_eq!(report["left"], 0);
    assert_eq!(report["data"].as_array().map(Vec::len), Some(1));
    assert_eq!(report["data"][0]["email"], "maja@lindqvist.example");
    let report = owner.post(again, json!({})).await.expect(200).body;
    assert_eq!(report["data"], json!([]));
    let mails = app.mails("maja@lindqvist.example", 2).await;
    assert!(
        mails[0]["text"]
            .as_str()
            .is_some_and(|text| text.contains("/moved-away/invitation/"))
    );
    app.stop().await;
}
