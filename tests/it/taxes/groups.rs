use portico_tests::{Actor, App, json};

async fn tax(owner: &Actor, rate: &str) -> String {
    let tax = json!({ "name": format!("Tax {rate}"), "rate": rate });
    owner.post("/taxes", tax).await.expect(201).id()
}

#[tokio::test]
async fn a_group_holds_its_taxes_in_order() {
    let app = App::start().await;
    let owner = app.sign_up("Groups").await;
    let (five, seven) = (tax(&owner, "5").await, tax(&owner, "7.5").await);
    let group = owner
        .post(
            "/tax-groups",
            json!({ "name": "GST + PST", "tax_ids": [seven, five] }),
        )
        .await
        .expect(201);
    assert_eq!(group.body["rate"], "12.5");
    assert_eq!(group.body["tax_ids"], json!([seven, five]));
    let path = format!("/tax-groups/{}", group.id());
    let changed = owner
        .patch(&path, 1, json!({ "tax_ids": [five], "active": false }))
        .await
        .expect(200);
    assert_eq!(changed.body["rate"], "5");
    let list = owner.get("/tax-groups").await.expect(200).body;
    assert_eq!(list["data"], json!([changed.body]));

    owner
        .delete(&format!("/taxes/{five}"))
        .await
        .refused(409, "still_referenced");
    owner.delete(&format!("/taxes/{seven}")).await.expect(204);
    owner.delete(&path).await.expect(204);
    owner.delete(&path).await.refused(404, "not_found");
    owner.delete(&format!("/taxes/{five}")).await.expect(204);
    app.stop().await;
}

#[tokio::test]
async fn a_group_names_known_taxes_once() {
    let app = App::start().await;
    let owner = app.sign_up("Strict groups").await;
    let stranger = app.sign_up("Stranger").await;
    let (mine, foreign) = (tax(&owner, "5").await, tax(&stranger, "5").await);
    for (taxes, field) in [
        (json!([]), "/tax_ids"),
        (json!([mine, foreign]), "/tax_ids/1"),
        (json!([mine, mine]), "/tax_ids/1"),
        (json!(["nonsense"]), "/tax_ids/0"),
    ] {
        owner
            .post("/tax-groups", json!({ "name": "G", "tax_ids": taxes }))
            .await
            .refused(422, "validation_failed")
            .names_field(field);
    }
    app.stop().await;
}
