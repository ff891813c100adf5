//! One's own account on both sides: a forgotten password, sessions, an authenticator app.

mod authenticator;
mod forgotten_password;
mod sessions;

use portico_tests::{Actor, App, Value, json, makers};

/// Somebody with an account, and where its routes are.
pub struct Person {
    pub actor: Actor,
    /// Below `/api/v1`: of one's own account.
    pub me: &'static str,
    /// Of signing in.
    pub sign_in: String,
    /// Of forgotten passwords.
    pub resets: String,
    pub email: &'static str,
    /// The business's owner.
    pub owner: Actor,
}

impl Person {
    /// A member of staff and a person of the portal, of one business.
    pub async fn of_both_sides(app: &App) -> [Self; 2] {
        let owner = app.sign_up("Doors").await;
        let customer = makers::customer_id(&owner, "Lindqvist").await;
        let maja = makers::portal_person(app, &owner, &customer).await;
        let staff = Self {
            actor: makers::member(app, &owner, "Ben", "staff").await,
            me: "/me",
            sign_in: "/auth/sign-in".to_owned(),
            resets: "/public/password-resets".to_owned(),
            email: "ben@staff.example",
            owner: owner.clone(),
        };
        let portal = Self {
            actor: maja,
            me: "/portal/me",
            sign_in: "/portal/doors/auth/sign-in".to_owned(),
            resets: "/public/portals/doors/password-resets".to_owned(),
            email: "maja@lindqvist.example",
            owner,
        };
        [staff, portal]
    }

    /// Signs in once more, in another browser.
    pub async fn signs_in(
        &self,
        app: &App,
        password: &str,
        code: Option<&str>,
    ) -> portico_tests::Answer {
        let mut body = json!({ "email": self.email, "password": password });
        if let Some(code) = code {
            body["code"] = json!(code);
        }
        app.nobody().post(&self.sign_in, body).await
    }

    /// The same, as a new session that works.
    pub async fn elsewhere(&self, app: &App, code: Option<&str>) -> Actor {
        let session = self.signs_in(app, makers::PASSWORD, code).await.expect(200);
        app.nobody().with_session(session.body)
    }

    pub async fn mfa(&self) -> Value {
        let path = format!("{}/mfa", self.me);
        self.actor.get(&path).await.expect(200).body
    }
}
