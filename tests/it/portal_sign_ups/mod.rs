//! Signing up to a portal by oneself (B7).

mod decide;
mod join;
mod refused;

use portico_tests::{Actor, Answer, App, Value, eventually, json};

/// A business whose portal takes sign-ups; its portal's name is the business's.
pub async fn open(app: &App, name: &str) -> Actor {
    let owner = app.sign_up(name).await;
    allow(&owner, true).await;
    owner
}

/// Switches signing up on or off.
pub async fn allow(owner: &Actor, allowed: bool) {
    let shown = owner.get("/organization").await.expect(200).body;
    let version = shown["version"].as_i64().unwrap_or(1);
    let change = json!({ "allow_signup": allowed });
    owner
        .patch("/organization", version, change)
        .await
        .expect(200);
}

/// Asks for a link.
pub async fn ask(app: &App, portal: &str, email: &str) -> Answer {
    let path = format!("/public/portals/{portal}/sign-ups");
    app.nobody().post(&path, json!({ "email": email })).await
}

/// The newest mail of so many about signing up.
pub async fn mail(app: &App, email: &str, count: usize) -> Value {
    eventually("a mail about signing up", async || {
        let mails = app.mails(email, 1).await;
        let subject = |mail: &&Value| {
            let subject = mail["subject"].as_str().unwrap_or_default();
            subject.starts_with("Sign")
        };
        let about: Vec<_> = mails.iter().filter(subject).collect();
        (about.len() == count).then(|| about[0].clone())
    })
    .await
}

/// The path of the link in a mail, below the API's address.
pub fn link(portal: &str, mail: &Value) -> String {
    let text = mail["text"].as_str().unwrap_or_default();
    let (_, rest) = text.split_once("/sign-up/").expect("a link");
    let token: String = rest
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c))
        .collect();
    format!("/public/portals/{portal}/sign-ups/{token}")
}

/// Asks, and follows the link of the mail.
pub async fn asked(app: &App, portal: &str, email: &str) -> String {
    ask(app, portal, email).await.expect(204);
    link(portal, &mail(app, email, 1).await)
}

/// What somebody unknown says of themselves.
pub fn stranger(company: Option<&str>) -> Value {
    json!({ "first_name": "Nora", "last_name": "Berg", "company_name": company,
            "message": "I keep the books since March." })
}

/// Somebody unknown who waits; where staff see them.
pub async fn somebody_waits(
    app: &App,
    owner: &Actor,
    email: &str,
    company: Option<&str>,
) -> String {
    let portal = owner.session["organization"]["portal_name"]
        .as_str()
        .unwrap_or_default();
    let link = asked(app, portal, email).await;
    let asking = app
        .nobody()
        .post(&format!("{link}/ask"), stranger(company))
        .await;
    asking.expect(204);
    let one = waiting(owner).await.remove(0);
    format!(
        "/portal-sign-ups/{}",
        one["id"].as_str().unwrap_or_default()
    )
}

/// Those who asked, as staff see them.
pub async fn waiting(staff: &Actor) -> Vec<Value> {
    let list = staff.get("/portal-sign-ups?status=waiting").await;
    let list = list.expect(200).body;
    list["data"].as_array().cloned().unwrap_or_default()
}
