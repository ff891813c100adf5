//! Ready-made things for tests.

use serde_json::{Value, json};

use crate::{Actor, Answer, App};

/// A password that is strong enough.
pub const PASSWORD: &str = "violet-harbour-29-lantern";

/// A customer with a primary contact person, whose e-mail address is made from the name.
pub async fn customer(owner: &Actor, name: &str) -> Value {
    let body = json!({
        "kind": "company", "display_name": name, "first_name": "Maja", "last_name": "Lindqvist",
        "email": format!("maja@{}.example", crate::app::slug(name)),
    });
    owner.post("/customers", body).await.expect(201).body
}

/// A member who was invited with a role and has joined. `name` also makes the e-mail address.
pub async fn member(app: &App, owner: &Actor, name: &str, role: &str) -> Actor {
    let email = format!("{}@staff.example", crate::app::slug(name));
    let invitation = json!({ "name": name, "email": email, "role": role });
    owner.post("/members", invitation).await.expect(201);
    let mails = app.mails(&email, 1).await;
    let token = invitation_token(&mails[0]);
    let newcomer = app.nobody();
    let accepted = newcomer
        .post(
            &format!("/public/member-invitations/{token}/accept"),
            json!({ "password": PASSWORD }),
        )
        .await
        .expect(200);
    newcomer.with_session(accepted.body)
}

/// The token of the link in a mail that invites.
pub fn invitation_token(mail: &Value) -> String {
    let text = mail["text"].as_str().unwrap_or_default();
    let (_, link) = text
        .split_once("/invitation/")
        .unwrap_or_else(|| panic!("no link in {text}"));
    link.chars()
        .take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c))
        .collect()
}

/// The same, if only its id matters.
pub async fn customer_id(owner: &Actor, name: &str) -> String {
    let customer = customer(owner, name).await;
    customer["id"].as_str().unwrap_or_default().to_owned()
}

/// A customer whose contact person has this e-mail address.
pub async fn customer_with_person(owner: &Actor, name: &str, email: &str) -> String {
    let body = json!({ "kind": "company", "display_name": name, "first_name": "Grace", "last_name": "Hopper", "email": email });
    owner.post("/customers", body).await.expect(201).id()
}

/// A tax of so many per cent.
pub async fn tax(owner: &Actor, name: &str, rate: &str, compound: bool) -> String {
    owner
        .post(
            "/taxes",
            json!({ "name": name, "rate": rate, "compound": compound }),
        )
        .await
        .expect(201)
        .id()
}

/// A draft of one line over so many major units.
pub async fn draft(owner: &Actor, customer: &str, rate: &str) -> Answer {
    let body = json!({ "customer_id": customer, "lines": [{ "name": "Work", "quantity": "1", "rate": rate }] });
    owner.post("/invoices", body).await.expect(201)
}

/// The same, sent.
pub async fn sent(owner: &Actor, customer: &str, rate: &str) -> String {
    let id = draft(owner, customer, rate).await.id();
    owner
        .post(&format!("/invoices/{id}/mark-sent"), json!({}))
        .await
        .expect(200);
    id
}

/// Records a payment of an invoice in EUR.
pub async fn pay(app: &App, owner: &Actor, customer: &str, invoice: &str, amount: i64) -> String {
    let body = json!({
        "customer_id": customer, "date": today(app), "amount": { "amount": amount, "currency": "EUR" }, "mode": "cash",
        "allocations": [{ "invoice_id": invoice, "amount": amount }],
    });
    let key = uuid::Uuid::new_v4().to_string();
    owner
        .post_once("/payments", &key, body)
        .await
        .expect(201)
        .id()
}

/// The present day of the test's clock.
pub fn today(app: &App) -> String {
    app.clock().today("Europe/Berlin").to_string()
}

/// Proves that balances equal movements.
pub async fn doctor(app: &App) {
    for (check, findings) in portico_api::doctor::examine(&app.parts.db)
        .await
        .expect("the doctor can look")
    {
        assert!(findings.is_empty(), "{check}: {findings:?}");
    }
}

/// The owner of `App::sign_up`, once more: the clock may have outrun the first token.
pub async fn sign_in_again(app: &App, slug: &str) -> Actor {
    let actor = app.nobody();
    let body = json!({ "email": format!("owner@{slug}.example"), "password": PASSWORD });
    let session = actor.post("/auth/sign-in", body).await.expect(200).body;
    actor.with_session(session)
}

/// Invites a customer's primary contact person and takes the token out of the mail.
pub async fn invite(app: &App, owner: &Actor, customer: &str) -> (Invited, String) {
    let customer = owner
        .get(&format!("/customers/{customer}"))
        .await
        .expect(200)
        .body;
    let person = &customer["primary_contact"];
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let invited = Invited {
        path: format!(
            "/customers/{}/contact-persons/{}",
            text(&customer["id"]),
            text(&person["id"])
        ),
        email: text(&person["email"]),
        portal: text(&owner.session["organization"]["portal_name"]),
    };
    let token = invite_again(app, owner, &invited, 1).await;
    (invited, token)
}

/// A contact person with an invitation.
pub struct Invited {
    /// Below `/api/v1`.
    pub path: String,
    pub email: String,
    /// The portal's name.
    pub portal: String,
}

/// Invites a person, whose mail this will be the `count`th, and takes the token out of the mail.
pub async fn invite_again(app: &App, owner: &Actor, invited: &Invited, count: usize) -> String {
    owner
        .post(&format!("{}/portal-access", invited.path), json!({}))
        .await
        .expect(200);
    let mails = app.mails(&invited.email, count).await;
    invitation_token(&mails[0])
}

/// Accepts an invitation; somebody new, signed in.
pub async fn accept(app: &App, invited: &Invited, token: &str) -> Actor {
    let actor = app.nobody();
    let path = format!(
        "/public/portals/{}/invitations/{token}/accept",
        invited.portal
    );
    let session = actor
        .post(&path, json!({ "password": PASSWORD }))
        .await
        .expect(200)
        .body;
    actor.with_session(session)
}

/// A customer's primary contact person: invited, accepted and signed in to the portal.
pub async fn portal_person(app: &App, owner: &Actor, customer: &str) -> Actor {
    let (invited, token) = invite(app, owner, customer).await;
    accept(app, &invited, &token).await
}
