use portico_tests::{
    App, json,
    makers::{invitation_token, member},
};

#[tokio::test]
async fn a_colleague_is_invited_by_mail_once() {
    let app = App::start().await;
    let owner = app.sign_up("Inviters").await;
    let invitation = json!({ "name": "Ben Okafor", "email": "Ben@Staff.example", "role": "staff" });
    let invited = owner.post("/members", invitation.clone()).await.expect(201);
    assert_eq!(invited.body["status"], "invited");
    assert_eq!(invited.body["email"], "ben@staff.example");
    assert!(invited.body["user_id"].is_null());
    owner
        .post("/members", invitation)
        .await
        .refused(409, "email_taken");

    let mails = app.mails("ben@staff.example", 1).await;
    let token = invitation_token(&mails[0]);
    let shown = app
        .nobody()
        .get(&format!("/public/member-invitations/{token}"))
        .await
        .expect(200);
    assert_eq!(
        shown.body,
        json!({ "organization_name": "Inviters", "email": "ben@staff.example", "name": "Ben Okafor",
                "role": "staff", "user_exists": false })
    );
    let list = owner
        .get("/members?q=OKAF&include_total=true")
        .await
        .expect(200);
    assert_eq!(list.body["total"], 1);
    assert_eq!(list.body["data"], json!([invited.body]));
    app.stop().await;
}

#[tokio::test]
async fn a_second_invitation_voids_the_first_and_either_expires() {
    let app = App::start().await;
    let owner = app.sign_up("Again").await;
    let email = "late@staff.example";
    let invitation = json!({ "name": "Late", "email": email, "role": "staff" });
    let id = owner.post("/members", invitation).await.expect(201).id();
    for _ in 0..2 {
        owner
            .post_once(&format!("/members/{id}/invite"), "once", json!({}))
            .await
            .expect(200);
    }
    let mails = app.mails(email, 2).await;
    assert_eq!(mails.len(), 2);
    let path = |mail| format!("/public/member-invitations/{}", invitation_token(mail));
    let (second, first) = (path(&mails[0]), path(&mails[1]));
    app.nobody()
        .get(&first)
        .await
        .refused(410, "invitation_used");
    app.nobody().get(&second).await.expect(200);
    app.nobody()
        .get("/public/member-invitations/guess")
        .await
        .refused(404, "not_found");

    app.clock().advance_seconds(14 * 86_400 + 1);
    app.nobody()
        .get(&second)
        .await
        .refused(410, "invitation_expired");
    let accept = json!({ "password": portico_tests::makers::PASSWORD });
    app.nobody()
        .post(&format!("{second}/accept"), accept)
        .await
        .refused(410, "invitation_expired");
    app.stop().await;
}

#[tokio::test]
async fn bad_input_is_refused_with_the_field() {
    let app = App::start().await;
    let owner = app.sign_up("Bad members").await;
    for (field, value) in [
        ("name", json!(" ")),
        ("name", json!("x".repeat(101))),
        ("email", json!("nobody")),
        ("role", json!("king")),
        ("status", json!("active")),
    ] {
        let mut body = json!({ "name": "B", "email": "b@staff.example", "role": "staff" });
        body[field] = value;
        owner
            .post("/members", body)
            .await
            .refused(422, "validation_failed")
            .names_field(&format!("/{field}"));
    }
    app.stop().await;
}

#[tokio::test]
async fn only_those_who_manage_members_do_and_only_owners_make_owners() {
    let app = App::start().await;
    let owner = app.sign_up("Ranks").await;
    let admin = member(&app, &owner, "Admin", "admin").await;
    let clerk = member(&app, &owner, "Clerk", "staff").await;
    let invite = |role: &str| json!({ "name": "New", "email": "new@staff.example", "role": role });
    clerk.get("/members").await.refused(403, "forbidden");
    clerk
        .post("/members", invite("staff"))
        .await
        .refused(403, "forbidden");
    admin
        .post("/members", invite("owner"))
        .await
        .refused(403, "forbidden");
    admin.post("/members", invite("admin")).await.expect(201);
    clerk
        .post("/taxes", json!({ "name": "VAT", "rate": "1" }))
        .await
        .refused(403, "forbidden");
    clerk
        .patch_plain("/number-series/invoice", json!({}))
        .await
        .refused(403, "forbidden");
    let reader = member(&app, &owner, "Reader", "read_only").await;
    reader
        .post("/items", json!({ "name": "I", "rate": "1" }))
        .await
        .refused(403, "forbidden");
    reader.get("/items").await.expect(200);
    reader.get("/mails").await.refused(403, "forbidden");
    app.stop().await;
}
