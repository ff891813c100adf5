//! Ready-made things for tests.

use serde_json::{Value, json};

use crate::Actor;

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
