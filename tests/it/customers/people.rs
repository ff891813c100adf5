use portico_tests::{App, Value, json, makers};

fn primary(list: &Value) -> Vec<&str> {
    let people = list["data"].as_array().expect("people");
    people
        .iter()
        .filter(|person| person["is_primary"] == true)
        .filter_map(|person| person["first_name"].as_str())
        .collect()
}

#[tokio::test]
async fn one_contact_person_is_primary_always() {
    let app = App::start().await;
    let owner = app.sign_up("Brightwater").await;
    let customer = makers::customer(&owner, "Lindqvist").await;
    let path = format!("/customers/{}", customer["id"].as_str().unwrap_or_default());
    let people = format!("{path}/contact-persons");
    let add = async |name: &str| {
        let body = json!({ "first_name": name, "email": format!("{name}@lindqvist.example"), "phone": "1" });
        owner.post(&people, body).await.expect(201).id()
    };
    let (bo, cay) = (add("bo").await, add("cay").await);
    assert_eq!(
        primary(&owner.get(&people).await.expect(200).body),
        ["Maja"]
    );
    for _ in 0..2 {
        let made = owner
            .post(&format!("{people}/{cay}/make-primary"), json!({}))
            .await
            .expect(200);
        assert_eq!(made.body["is_primary"], true);
    }
    assert_eq!(primary(&owner.get(&people).await.expect(200).body), ["cay"]);
    let row = &owner.get("/customers").await.expect(200).body["data"][0];
    assert_eq!(
        (row["email"].as_str(), row["phone"].as_str()),
        (Some("cay@lindqvist.example"), Some("1"))
    );

    owner.delete(&format!("{people}/{cay}")).await.expect(204);
    assert_eq!(
        primary(&owner.get(&people).await.expect(200).body),
        ["Maja"]
    );
    let maja = customer["primary_contact"]["id"]
        .as_str()
        .unwrap_or_default();
    owner.delete(&format!("{people}/{maja}")).await.expect(204);
    assert_eq!(primary(&owner.get(&people).await.expect(200).body), ["bo"]);
    owner.delete(&format!("{people}/{bo}")).await.expect(204);
    let row = &owner.get("/customers").await.expect(200).body["data"][0];
    assert!(row["email"].is_null());
    assert!(owner.get(&path).await.expect(200).body["primary_contact"].is_null());
    app.stop().await;
}

#[tokio::test]
async fn a_person_is_changed_and_the_list_knows() {
    let app = App::start().await;
    let owner = app.sign_up("Brightwater").await;
    let customer = makers::customer(&owner, "Lindqvist").await;
    let path = format!("/customers/{}", customer["id"].as_str().unwrap_or_default());
    let person = customer["primary_contact"]["id"]
        .as_str()
        .unwrap_or_default();
    let change =
        json!({ "email": "new@lindqvist.example", "designation": "CFO", "last_name": "Berg" });
    let changed = owner
        .patch_plain(&format!("{path}/contact-persons/{person}"), change)
        .await
        .expect(200)
        .body;
    assert_eq!(
        (
            changed["designation"].as_str(),
            changed["last_name"].as_str()
        ),
        (Some("CFO"), Some("Berg"))
    );
    let found = owner
        .get("/customers?q=new%40lindqvist+berg")
        .await
        .expect(200)
        .body;
    assert_eq!(found["data"][0]["email"], "new@lindqvist.example");
    let timeline = owner
        .get(&format!("{path}/timeline"))
        .await
        .expect(200)
        .body;
    assert_eq!(timeline["data"][0]["action"], "contact_person.updated");
    app.stop().await;
}

#[tokio::test]
async fn bad_people_are_refused_with_the_field() {
    let app = App::start().await;
    let owner = app.sign_up("Brightwater").await;
    let customer = makers::customer(&owner, "Lindqvist").await;
    let people = format!(
        "/customers/{}/contact-persons",
        customer["id"].as_str().unwrap_or_default()
    );
    for (body, pointer) in [
        (json!({}), "/first_name"),
        (json!({ "first_name": " ", "phone": "1" }), "/first_name"),
        (json!({ "first_name": "x".repeat(101) }), "/first_name"),
        (json!({ "first_name": "A", "email": "nonsense" }), "/email"),
        (
            json!({ "first_name": "A", "department": "x".repeat(51) }),
            "/department",
        ),
        (
            json!({ "first_name": "A", "is_primary": true }),
            "/is_primary",
        ),
    ] {
        owner
            .post(&people, body)
            .await
            .refused(422, "validation_failed")
            .names_field(pointer);
    }
    let person = customer["primary_contact"]["id"]
        .as_str()
        .unwrap_or_default();
    let nobody = json!({ "first_name": "", "last_name": "", "email": null });
    owner
        .patch_plain(&format!("{people}/{person}"), nobody)
        .await
        .refused(422, "validation_failed")
        .names_field("/first_name");
    app.stop().await;
}
