//! Things of another organization, named wherever a request can name one: they do not exist.

use portico_tests::{Actor, Answer, App, Value, json, makers};

/// One of everything, of one organization.
struct Things {
    customer: String,
    person: String,
    item: String,
    tax: String,
    group: String,
    authority: String,
    exemption: String,
    invoice: String,
    payment: String,
}

async fn things(app: &App, owner: &Actor, name: &str) -> Things {
    let customer = makers::customer(owner, name).await;
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let (customer, person) = (
        text(&customer["id"]),
        text(&customer["primary_contact"]["id"]),
    );
    let make = async |path: &str, body: Value| owner.post(path, body).await.expect(201).id();
    let tax = makers::tax(owner, name, "19", false).await;
    let invoice = makers::sent(owner, &customer, "100").await;
    Things {
        payment: makers::pay(app, owner, &customer, &invoice, 1_000).await,
        item: make("/items", json!({ "name": name, "rate": "1" })).await,
        group: make("/tax-groups", json!({ "name": name, "tax_ids": [tax] })).await,
        authority: make("/tax-authorities", json!({ "name": name })).await,
        exemption: make(
            "/tax-exemptions",
            json!({ "code": name, "kind": "customer" }),
        )
        .await,
        customer,
        person,
        tax,
        invoice,
    }
}

/// How much there is of everything that a request could write.
async fn inventory(owner: &Actor) -> Value {
    let mut totals = json!({});
    for list in [
        "customers",
        "items",
        "taxes",
        "tax-groups",
        "invoices",
        "payments",
        "mails",
        "members",
    ] {
        let page = owner
            .get(&format!("/{list}?include_total=true&limit=200"))
            .await;
        totals[list] = page.expect(200).body;
    }
    totals
}

async fn two(app: &App) -> (Actor, Things, Actor, Things) {
    let (owner, stranger) = (app.sign_up("Mine").await, app.sign_up("Theirs").await);
    let mine = things(app, &owner, "Mine").await;
    let theirs = things(app, &stranger, "Theirs").await;
    (owner, mine, stranger, theirs)
}

fn refused(what: &str, answer: Answer, pointer: &str) {
    assert_eq!(answer.status, 422, "{what}: {}", answer.body);
    answer.names_field(pointer);
}

#[expect(
    clippy::too_many_lines,
    reason = "every field that names a thing, one after the other"
)]
#[tokio::test]
async fn bodies_cannot_name_anothers_things() {
    let app = App::start().await;
    let (owner, mine, stranger, theirs) = two(&app).await;
    let before = (inventory(&owner).await, inventory(&stranger).await);
    let line = json!({ "name": "Work", "quantity": "1", "rate": "1" });
    let with_line = |field: &str, id: &str| {
        let mut odd = line.clone();
        odd[field] = json!(id);
        json!({ "customer_id": mine.customer, "lines": [line, odd] })
    };
    let of_stranger = json!({ "customer_id": theirs.customer, "lines": [line] });
    let shipping = json!({ "customer_id": mine.customer, "lines": [line], "shipping": { "amount": 1, "tax_id": theirs.tax } });
    for path in ["/invoices", "/invoices/calculate"] {
        for (body, pointer) in [
            (of_stranger.clone(), "/customer_id"),
            (with_line("item_id", &theirs.item), "/lines/1/item_id"),
            (with_line("tax_id", &theirs.tax), "/lines/1/tax_id"),
            (with_line("tax_id", &theirs.group), "/lines/1/tax_id"),
            (shipping.clone(), "/shipping/tax_id"),
        ] {
            refused(path, owner.post(path, body).await, pointer);
        }
    }
    let draft = makers::draft(&owner, &mine.customer, "5").await.id();
    let changes = [
        (json!({ "customer_id": theirs.customer }), "/customer_id"),
        (
            json!({ "lines": with_line("tax_id", &theirs.tax)["lines"] }),
            "/lines/1/tax_id",
        ),
        (
            json!({ "lines": with_line("item_id", &theirs.item)["lines"] }),
            "/lines/1/item_id",
        ),
    ];
    let path = format!("/invoices/{draft}");
    for (change, pointer) in changes {
        refused(&path, owner.patch(&path, 1, change).await, pointer);
    }
    owner.delete(&path).await.expect(204);
    let customer =
        json!({ "kind": "company", "display_name": "X", "tax_exemption_id": theirs.exemption });
    for (path, body, pointer) in [
        ("/customers", customer, "/tax_exemption_id"),
        (
            "/items",
            json!({ "name": "X", "rate": "1", "tax_id": theirs.tax }),
            "/tax_id",
        ),
        (
            "/items",
            json!({ "name": "X", "rate": "1", "tax_id": theirs.group }),
            "/tax_id",
        ),
        (
            "/taxes",
            json!({ "name": "X", "rate": "1", "authority_id": theirs.authority }),
            "/authority_id",
        ),
        (
            "/tax-groups",
            json!({ "name": "X", "tax_ids": [mine.tax, theirs.tax] }),
            "/tax_ids/1",
        ),
    ] {
        refused(path, owner.post(path, body).await, pointer);
    }
    for (path, version, change, pointer) in [
        (
            format!("/customers/{}", mine.customer),
            None,
            json!({ "tax_exemption_id": theirs.exemption }),
            "/tax_exemption_id",
        ),
        (
            format!("/items/{}", mine.item),
            Some(1),
            json!({ "tax_id": theirs.tax }),
            "/tax_id",
        ),
        (
            format!("/taxes/{}", mine.tax),
            Some(1),
            json!({ "authority_id": theirs.authority }),
            "/authority_id",
        ),
        (
            format!("/tax-groups/{}", mine.group),
            Some(1),
            json!({ "tax_ids": [theirs.tax] }),
            "/tax_ids/0",
        ),
    ] {
        let version = match version {
            Some(version) => version,
            None => owner.get(&path).await.expect(200).body["version"]
                .as_i64()
                .unwrap_or_default(),
        };
        refused(&path, owner.patch(&path, version, change).await, pointer);
    }
    assert_eq!(
        before,
        (inventory(&owner).await, inventory(&stranger).await)
    );
    makers::doctor(&app).await;
    app.stop().await;
}

#[tokio::test]
async fn money_reaches_no_invoice_of_anothers() {
    let app = App::start().await;
    let (owner, mine, stranger, theirs) = two(&app).await;
    let before = (inventory(&owner).await, inventory(&stranger).await);
    let payment = |customer: &str, invoices: &[&str]| {
        let parts: Vec<Value> = invoices
            .iter()
            .map(|id| json!({ "invoice_id": id, "amount": 100 }))
            .collect();
        json!({ "customer_id": customer, "date": makers::today(&app), "amount": { "amount": 1_000, "currency": "EUR" },
                "mode": "cash", "allocations": parts })
    };
    for (key, body, pointer) in [
        ("a", payment(&theirs.customer, &[]), "/customer_id"),
        (
            "b",
            payment(&theirs.customer, &[&theirs.invoice]),
            "/customer_id",
        ),
        (
            "c",
            payment(&mine.customer, &[&theirs.invoice]),
            "/allocations/0/invoice_id",
        ),
        (
            "d",
            payment(&mine.customer, &[&mine.invoice, &theirs.invoice]),
            "/allocations/1/invoice_id",
        ),
        (
            "e",
            payment(&mine.customer, &[&mine.invoice, &mine.invoice]),
            "/allocations/1/invoice_id",
        ),
    ] {
        refused(key, owner.post_once("/payments", key, body).await, pointer);
    }
    let maja = makers::portal_person(&app, &owner, &mine.customer).await;
    let sibling = makers::customer_id(&owner, "Sibling").await;
    let siblings = makers::sent(&owner, &sibling, "100").await;
    let draft = makers::draft(&owner, &mine.customer, "100").await.id();
    for (key, invoices) in [
        ("f", vec![&theirs.invoice]),
        ("g", vec![&siblings]),
        ("h", vec![&mine.invoice, &siblings]),
        ("i", vec![&draft]),
    ] {
        let parts: Vec<Value> = invoices
            .iter()
            .map(|id| json!({ "invoice_id": id, "amount": 100 }))
            .collect();
        let body = json!({ "gateway": "sandbox", "method": "card", "allocations": parts });
        let answer = maja.post_once("/portal/payments", key, body).await;
        assert!(
            [404, 422].contains(&answer.status),
            "{key}: {} {}",
            answer.status,
            answer.body
        );
    }
    assert_eq!(before.1, inventory(&stranger).await);
    assert_eq!(before.0["payments"], inventory(&owner).await["payments"]);
    makers::doctor(&app).await;
    app.stop().await;
}

#[tokio::test]
async fn paths_and_queries_find_nothing_of_anothers() {
    let app = App::start().await;
    let (owner, mine, _, theirs) = two(&app).await;
    for path in [
        format!("/customers/{}", theirs.customer),
        format!("/customers/{}/contact-persons", theirs.customer),
        format!("/customers/{}/timeline", theirs.customer),
        format!("/items/{}", theirs.item),
        format!("/taxes/{}", theirs.tax),
        format!("/invoices/{}", theirs.invoice),
        format!("/invoices/{}/pdf", theirs.invoice),
        format!("/invoices/{}/timeline", theirs.invoice),
        format!("/payments/{}", theirs.payment),
        format!("/payments/{}/receipt", theirs.payment),
        // The right id of the wrong kind.
        format!("/invoices/{}", theirs.invoice.replace("inv_", "pay_")),
        format!("/customers/{}", mine.invoice.replace("inv_", "cus_")),
    ] {
        owner.get(&path).await.refused(404, "not_found");
    }
    // A person is found below their own customer only.
    for (customer, person) in [
        (&mine.customer, &theirs.person),
        (&theirs.customer, &theirs.person),
        (&theirs.customer, &mine.person),
    ] {
        let path = format!("/customers/{customer}/contact-persons/{person}");
        owner
            .patch_plain(&path, json!({ "first_name": "X" }))
            .await
            .refused(404, "not_found");
        owner.delete(&path).await.refused(404, "not_found");
        for verb in [
            "make-primary",
            "portal-access",
            "portal-access/disable",
            "portal-access/enable",
        ] {
            owner
                .post(&format!("{path}/{verb}"), json!({}))
                .await
                .refused(404, "not_found");
        }
    }
    for query in [
        format!("/invoices?customer_id={}", theirs.customer),
        format!("/payments?customer_id={}", theirs.customer),
        format!("/mails?subject_id={}", theirs.invoice),
        "/customers?q=theirs".to_owned(),
        "/items?q=theirs".to_owned(),
    ] {
        let found = owner.get(&query).await.expect(200).body;
        assert_eq!(found["data"], json!([]), "{query}");
    }
    app.stop().await;
}

#[tokio::test]
async fn nobody_signs_in_or_switches_to_anothers_organization() {
    let app = App::start().await;
    let (owner, stranger) = (app.sign_up("Mine").await, app.sign_up("Theirs").await);
    let theirs = &stranger.session["organization"]["id"];
    let credentials = json!({ "email": "owner@mine.example", "password": makers::PASSWORD, "organization_id": theirs });
    app.nobody()
        .post("/auth/sign-in", credentials)
        .await
        .refused(401, "invalid_credentials");
    let switched = owner
        .post("/auth/switch", json!({ "organization_id": theirs }))
        .await;
    assert!(
        [403, 404, 422].contains(&switched.status),
        "{}",
        switched.body
    );
    let me = owner.get("/me").await.expect(200).body;
    assert_eq!(
        me["organization"]["id"],
        owner.session["organization"]["id"]
    );
    app.stop().await;
}
