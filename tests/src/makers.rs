//! Ready-made things for tests.

use serde_json::{Value, json};

use crate::{Actor, App};

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
