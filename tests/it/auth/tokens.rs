//! Access tokens that somebody made up.

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use jsonwebtoken::{Algorithm, EncodingKey, Header};
use portico_api::keys::Keys;
use portico_tests::{App, Value, json, makers};

fn part(json: &Value) -> String {
    BASE64_URL_SAFE_NO_PAD.encode(json.to_string())
}

/// Header or claims of a token.
fn read(token: &str, part: usize) -> Value {
    let text = token.split('.').nth(part).expect("three parts");
    let json = BASE64_URL_SAFE_NO_PAD.decode(text).expect("base64");
    serde_json::from_slice(&json).expect("JSON")
}

fn with(mut value: Value, field: &str, new: Value) -> Value {
    value[field] = new;
    value
}

fn without(mut value: Value, field: &str) -> Value {
    let fields = value.as_object_mut().expect("an object");
    fields.remove(field);
    value
}

#[expect(clippy::too_many_lines, reason = "one table of forgeries")]
#[tokio::test]
async fn only_tokens_of_this_server_are_accepted() {
    let app = App::start().await;
    let owner = app.sign_up("Forged").await;
    let good = owner.token();
    let (header, claims) = (read(good, 0), read(good, 1));
    let key = app.parts.config.data_dir.join("keys/jwt-ed25519.p8");
    let ours = EncodingKey::from_ed_der(&std::fs::read(key).expect("the signing key"));
    let elsewhere = app.parts.config.data_dir.join("other-keys");
    Keys::open(&elsewhere, true).expect("other keys");
    let other = std::fs::read(elsewhere.join("jwt-ed25519.p8")).expect("another key");
    let other = EncodingKey::from_ed_der(&other);
    let kid = header["kid"].as_str().map(str::to_owned);
    let sign = |claims: &Value, kid: Option<&str>, key: &EncodingKey| {
        let mut header = Header::new(Algorithm::EdDSA);
        header.kid = kid.map(str::to_owned);
        jsonwebtoken::encode(&header, claims, key).expect("a token")
    };
    let get = async |token: &str| owner.clone().with_token(token).get("/me").await;
    get(&sign(&claims, kid.as_deref(), &ours)).await.expect(200);

    let none = with(header.clone(), "alg", json!("none"));
    let public = app.parts.keys.jwks()["keys"][0]["x"].clone();
    let public = BASE64_URL_SAFE_NO_PAD
        .decode(public.as_str().unwrap_or_default())
        .expect("base64");
    let mut symmetric = Header::new(Algorithm::HS256);
    symmetric.kid.clone_from(&kid);
    let forged = [
        (
            "no algorithm",
            format!("{}.{}.", part(&none), part(&claims)),
        ),
        (
            "no algorithm, our signature",
            format!(
                "{}.{}.{}",
                part(&none),
                part(&claims),
                good.rsplit('.').next().unwrap_or_default()
            ),
        ),
        (
            "the public key as a secret",
            jsonwebtoken::encode(&symmetric, &claims, &EncodingKey::from_secret(&public))
                .expect("a token"),
        ),
        ("another key", sign(&claims, kid.as_deref(), &other)),
        (
            "another key under its own name",
            sign(&claims, Some("other"), &other),
        ),
        (
            "our key under another name",
            sign(&claims, Some("other"), &ours),
        ),
        ("our key without a name", sign(&claims, None, &ours)),
        (
            "the portal's audience",
            sign(
                &with(claims.clone(), "aud", json!("portal")),
                kid.as_deref(),
                &ours,
            ),
        ),
        (
            "an unknown audience",
            sign(
                &with(claims.clone(), "aud", json!("everybody")),
                kid.as_deref(),
                &ours,
            ),
        ),
        (
            "two audiences",
            sign(
                &with(claims.clone(), "aud", json!(["staff", "portal"])),
                kid.as_deref(),
                &ours,
            ),
        ),
        (
            "no audience",
            sign(&without(claims.clone(), "aud"), kid.as_deref(), &ours),
        ),
        (
            "no end",
            sign(&without(claims.clone(), "exp"), kid.as_deref(), &ours),
        ),
        (
            "an unknown session",
            sign(
                &with(
                    claims.clone(),
                    "sid",
                    json!("ses_01k6r0e5cw7vd9jkx1m8q2n4pz"),
                ),
                kid.as_deref(),
                &ours,
            ),
        ),
        ("other claims under the same signature", {
            let longer = with(claims.clone(), "exp", json!(9_999_999_999_i64));
            let parts: Vec<&str> = good.split('.').collect();
            format!("{}.{}.{}", parts[0], part(&longer), parts[2])
        }),
        (
            "no signature",
            good.rsplit_once('.')
                .map(|(rest, _)| format!("{rest}."))
                .unwrap_or_default(),
        ),
        ("a blank in it", format!("{good} x")),
    ];
    for (what, token) in forged {
        let answer = get(&token).await;
        assert_eq!(answer.status, 401, "{what}: {}", answer.body);
        answer.refused(401, "not_authenticated");
    }
    let past = json!(claims["iat"].as_i64().unwrap_or_default() - 1);
    get(&sign(&with(claims, "exp", past), kid.as_deref(), &ours))
        .await
        .refused(401, "token_expired");
    app.stop().await;
}

#[tokio::test]
async fn a_token_of_the_portal_under_the_offices_audience_opens_nothing() {
    let app = App::start().await;
    let owner = app.sign_up("Audiences").await;
    let customer = makers::customer_id(&owner, "Lindqvist").await;
    let maja = makers::portal_person(&app, &owner, &customer).await;
    let key = app.parts.config.data_dir.join("keys/jwt-ed25519.p8");
    let ours = EncodingKey::from_ed_der(&std::fs::read(key).expect("the signing key"));
    for (actor, audience, path) in [(&maja, "staff", "/me"), (&owner, "portal", "/portal/me")] {
        let mut header = Header::new(Algorithm::EdDSA);
        header.kid = read(actor.token(), 0)["kid"].as_str().map(str::to_owned);
        let claims = with(read(actor.token(), 1), "aud", json!(audience));
        let token = jsonwebtoken::encode(&header, &claims, &ours).expect("a token");
        let changed = app.nobody().with_token(&token);
        changed.get(path).await.refused(401, "not_authenticated");
    }
    app.stop().await;
}
