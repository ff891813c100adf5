use portico_api::{
    db::{Actor, OrgScope},
    error::Error,
    number_series,
};
use portico_domain::numbering::DocumentType;
use portico_tests::{
    App, json,
    makers::{customer_id, sent},
};

fn scope(app: &App, actor: &portico_tests::Actor) -> OrgScope {
    let organization = actor.session["organization"]["id"]
        .as_str()
        .and_then(|id| id.parse().ok())
        .expect("an organization");
    app.parts.db.scope_of(organization, Actor::system())
}

async fn issue(app: &App, scope: OrgScope) -> (String, String) {
    let issued: Result<_, Error> = app
        .parts
        .db
        .write(scope, async |tx| {
            number_series::issue(tx, DocumentType::Invoice).await
        })
        .await;
    issued.expect("a number")
}

#[tokio::test]
async fn a_series_is_shown_with_its_next_number_and_changed() {
    let app = App::start().await;
    let owner = app.sign_up("Numbers").await;
    let list = owner.get("/number-series").await.expect(200).body;
    assert_eq!(list["data"][0]["document_type"], "invoice");
    assert_eq!(list["data"][0]["preview"], "INV-000001");
    let changed = owner
        .patch_plain(
            "/number-series/invoice",
            json!({ "prefix": "2027-", "next_number": 7, "padding": 3 }),
        )
        .await
        .expect(200);
    assert_eq!(changed.body["preview"], "2027-007");
    assert_eq!(
        issue(&app, scope(&app, &owner)).await,
        ("2027-007".into(), "2027-0000000000000000007".into())
    );
    app.stop().await;
}

#[tokio::test]
async fn bad_input_is_refused_with_the_field() {
    let app = App::start().await;
    let owner = app.sign_up("Bad numbers").await;
    for (field, value) in [
        ("prefix", json!("x".repeat(41))),
        ("prefix", json!(null)),
        ("next_number", json!(0)),
        ("next_number", json!(1_000_000_000_000_000_i64)),
        ("padding", json!(16)),
        ("padding", json!(-1)),
        ("preview", json!("INV-9")),
    ] {
        owner
            .patch_plain("/number-series/invoice", json!({ field: value }))
            .await
            .refused(422, "validation_failed")
            .names_field(&format!("/{field}"));
    }
    owner
        .patch_plain("/number-series/poem", json!({}))
        .await
        .refused(404, "not_found");
    app.stop().await;
}

#[tokio::test]
async fn numbers_have_no_gaps_even_when_many_are_wanted_and_some_given_up() {
    let app = App::start().await;
    let owner = app.sign_up("Gapless").await;
    let scope = scope(&app, &owner);
    let tasks = (0..60).map(|task| {
        let (db, scope) = (app.parts.db.clone(), scope.clone());
        tokio::spawn(async move {
            db.write(scope, async |tx| {
                let (number, _) = number_series::issue(tx, DocumentType::Invoice).await?;
                if task % 5 == 0 {
                    return Err(Error::not_found());
                }
                Ok(number)
            })
            .await
            .ok()
        })
    });
    let mut numbers = Vec::new();
    for task in tasks.collect::<Vec<_>>() {
        numbers.extend(task.await.expect("a task"));
    }
    numbers.sort();
    let expected: Vec<_> = (1..=48).map(|n| format!("INV-{n:06}")).collect();
    assert_eq!(numbers, expected);
    app.stop().await;
}

#[tokio::test]
async fn a_typed_number_that_fits_moves_the_counter() {
    let app = App::start().await;
    let owner = app.sign_up("Typed").await;
    let scope = scope(&app, &owner);
    let adopt = async |number: &str| {
        let adopted: Result<_, Error> = app
            .parts
            .db
            .write(scope.clone(), async |tx| {
                number_series::adopt(tx, DocumentType::Invoice, number).await
            })
            .await;
        adopted.expect("a number")
    };
    assert_eq!(adopt("INV-000041").await.1, "INV-0000000000000000041");
    assert_eq!(adopt("2026/12").await.1, "2026/12");
    assert_eq!(adopt("INV-000007").await.1, "INV-0000000000000000007");
    assert_eq!(issue(&app, scope.clone()).await.0, "INV-000042");
    app.stop().await;
}

#[tokio::test]
async fn the_next_number_stays_above_those_in_use() {
    let app = App::start().await;
    let owner = app.sign_up("In use").await;
    let customer = customer_id(&owner, "Harbour").await;
    sent(&owner, &customer, "10").await;
    sent(&owner, &customer, "20").await;
    let change = async |change| owner.patch_plain("/number-series/invoice", change).await;
    change(json!({ "next_number": 2 }))
        .await
        .refused(422, "validation_failed")
        .names_field("/next_number");
    // Another prefix begins anew; back at the first one, its numbers are in use still.
    change(json!({ "prefix": "R_%", "next_number": 1 }))
        .await
        .expect(200);
    let third = sent(&owner, &customer, "30").await;
    let third = owner.get(&format!("/invoices/{third}")).await.expect(200);
    assert_eq!(third.body["number"], "R_%000001");
    change(json!({ "prefix": "INV-" }))
        .await
        .refused(422, "validation_failed")
        .names_field("/next_number");
    let back = change(json!({ "prefix": "INV-", "next_number": 3 })).await;
    assert_eq!(back.expect(200).body["preview"], "INV-000003");
    app.stop().await;
}
