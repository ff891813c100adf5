//! Filters of a list under a name.

use portico_tests::{Actor, Answer, App, Value, json, makers};

const VIEWS: &str = "/saved-views";

async fn save(who: &Actor, name: &str, filters: Value, shared: bool) -> Answer {
    let view = json!({ "list": "invoices", "name": name, "filters": filters, "shared": shared });
    who.post(VIEWS, view).await
}

async fn names(who: &Actor, query: &str) -> Vec<String> {
    let list = who.get(&format!("{VIEWS}{query}")).await.expect(200).body;
    let rows = list["data"].as_array().cloned().unwrap_or_default();
    rows.iter()
        .map(|view| view["name"].as_str().unwrap_or_default().to_owned())
        .collect()
}

#[tokio::test]
async fn a_view_is_kept_renamed_and_forgotten() {
    let app = App::start().await;
    let owner = app.sign_up("Keeps").await;
    let filters = json!({ "status": "overdue", "currency": "EUR", "sort": "-balance" });
    let view = save(&owner, " Late euros ", filters.clone(), false)
        .await
        .expect(201);
    assert_eq!(view.body["name"], "Late euros");
    assert_eq!(view.body["filters"], filters);
    assert_eq!(
        (&view.body["own"], &view.body["shared"]),
        (&json!(true), &json!(false))
    );

    let path = format!("{VIEWS}/{}", view.id());
    let change = json!({ "name": "Late", "filters": { "status": "overdue" } });
    let changed = owner.patch_plain(&path, change).await.expect(200).body;
    assert_eq!(changed["filters"], json!({ "status": "overdue" }));
    assert_eq!(names(&owner, "?list=invoices").await, ["Late"]);
    assert!(names(&owner, "?list=customers").await.is_empty());

    owner.delete(&path).await.expect(204);
    assert!(names(&owner, "").await.is_empty());
    owner.delete(&path).await.refused(404, "not_found");
    app.stop().await;
}

#[tokio::test]
async fn filters_are_checked_as_the_list_checks_them() {
    let app = App::start().await;
    let owner = app.sign_up("Checked").await;
    for (filters, code) in [
        (json!({ "colour": "blue" }), "unknown_parameter"),
        (json!({ "cursor": "abc" }), "unknown_parameter"),
        (json!({ "limit": "5" }), "unknown_parameter"),
        (json!({ "status": "sideways" }), "validation_failed"),
        (json!({ "sort": "colour" }), "validation_failed"),
        (json!({ "date_from": "yesterday" }), "validation_failed"),
        (json!({ "q": "x".repeat(3_000) }), "validation_failed"),
    ] {
        save(&owner, "Bad", filters, false)
            .await
            .refused(422, code)
            .names_field("/filters");
    }
    save(&owner, "Bad", json!({ "q": "\u{0}" }), false)
        .await
        .refused(422, "validation_failed")
        .names_field("/filters/q");
    for (list, filters) in [
        ("customers", json!({ "q": "harbour & sons" })),
        (
            "payments",
            json!({ "state": "succeeded", "kind": "invoice" }),
        ),
    ] {
        let view = json!({ "list": list, "name": "Good", "filters": filters });
        owner.post(VIEWS, view).await.expect(201);
    }
    let id = save(&owner, "Good", json!({}), false)
        .await
        .expect(201)
        .id();
    owner
        .patch_plain(
            &format!("{VIEWS}/{id}"),
            json!({ "filters": { "colour": "blue" } }),
        )
        .await
        .refused(422, "unknown_parameter")
        .names_field("/filters");
    app.stop().await;
}

#[tokio::test]
async fn names_have_limits_and_views_too() {
    let app = App::start().await;
    let owner = app.sign_up("Limits").await;
    for name in ["", "  ", &"x".repeat(101)] {
        save(&owner, name, json!({}), false)
            .await
            .refused(422, "validation_failed")
            .names_field("/name");
    }
    save(&owner, &"x".repeat(100), json!({}), false)
        .await
        .expect(201);
    save(&owner, &"x".repeat(100), json!({}), false)
        .await
        .refused(409, "conflict")
        .names_field("/name");
    for n in 1..49 {
        save(&owner, &format!("View {n:02}"), json!({}), false)
            .await
            .expect(201);
    }
    // The last place is given once, however many ask for it at the same time.
    let (one, two) = tokio::join!(
        save(&owner, "Last", json!({}), false),
        save(&owner, "Very last", json!({}), false)
    );
    let mut statuses = [one.status, two.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [201, 409]);
    let clerk = makers::member(&app, &owner, "Clerk", "staff").await;
    save(&clerk, "Own", json!({}), false).await.expect(201);
    app.stop().await;
}

#[tokio::test]
async fn others_see_what_is_shared_and_change_nothing() {
    let app = App::start().await;
    let owner = app.sign_up("Shares").await;
    let clerk = makers::member(&app, &owner, "Clerk", "staff").await;
    let private = save(&owner, "Private", json!({}), false)
        .await
        .expect(201)
        .id();
    let shared = save(&owner, "Shared", json!({}), true)
        .await
        .expect(201)
        .id();
    assert_eq!(names(&owner, "").await, ["Private", "Shared"]);
    assert_eq!(names(&clerk, "").await, ["Shared"]);
    let list = clerk.get(VIEWS).await.expect(200).body;
    assert_eq!(list["data"][0]["own"], false);

    let stranger = app.sign_up("Elsewhere").await;
    assert!(names(&stranger, "").await.is_empty());
    for (who, id, status, code) in [
        (&clerk, &private, 404, "not_found"),
        (&clerk, &shared, 403, "forbidden"),
        (&stranger, &shared, 404, "not_found"),
    ] {
        let path = format!("{VIEWS}/{id}");
        let rename = json!({ "name": "Mine now" });
        who.patch_plain(&path, rename).await.refused(status, code);
        who.delete(&path).await.refused(status, code);
    }
    let timesheets = makers::member(&app, &owner, "Tim", "timesheet_only").await;
    assert!(names(&timesheets, "").await.is_empty());
    save(&timesheets, "Own", json!({}), false)
        .await
        .refused(403, "forbidden");
    assert_eq!(names(&owner, "").await, ["Private", "Shared"]);
    app.stop().await;
}
