//! Somebody who calls the API.

use reqwest::{Method, RequestBuilder, header::HeaderMap};
use serde_json::Value;

/// A caller: a cookie jar, and perhaps a session.
#[derive(Clone)]
pub struct Actor {
    base: String,
    http: reqwest::Client,
    token: Option<String>,
    /// What sign-in answered.
    pub session: Value,
}

/// What the server answered.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    pub body: Value,
    pub bytes: Vec<u8>,
    request: String,
}

impl Answer {
    /// The answer, if it has this status; a failed test otherwise.
    #[expect(
        clippy::return_self_not_must_use,
        reason = "a check may be the end of it"
    )]
    #[track_caller]
    pub fn expect(self, status: u16) -> Self {
        assert_eq!(self.status, status, "{}: {}", self.request, self.body);
        self
    }

    /// Checks that it is a problem with this status and code.
    #[expect(
        clippy::return_self_not_must_use,
        reason = "a check may be the end of it"
    )]
    #[track_caller]
    pub fn refused(self, status: u16, code: &str) -> Self {
        assert_eq!(
            (self.status, self.body["code"].as_str()),
            (status, Some(code)),
            "{}: {}",
            self.request,
            self.body
        );
        assert_eq!(
            self.header("content-type"),
            "application/problem+json",
            "{}",
            self.request
        );
        self
    }

    /// Checks that it is a problem that names this field.
    #[expect(
        clippy::return_self_not_must_use,
        reason = "a check may be the end of it"
    )]
    #[track_caller]
    pub fn names_field(self, pointer: &str) -> Self {
        let errors = self.body["errors"].as_array().cloned().unwrap_or_default();
        assert!(
            errors.iter().any(|error| error["pointer"] == pointer),
            "{}: {}",
            self.request,
            self.body
        );
        self
    }

    /// A header as text; empty if there is none.
    pub fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default()
    }

    /// The id in the body.
    #[track_caller]
    pub fn id(&self) -> String {
        self.body["id"]
            .as_str()
            .unwrap_or_else(|| panic!("no id in {}", self.body))
            .to_owned()
    }
}

impl Actor {
    /// Somebody new, with an empty cookie jar.
    pub fn new(base: &str) -> Self {
        let http = reqwest::Client::builder()
            .cookie_store(true)
            // The servers of the tests speak plain HTTP; the system's certificates take a while to read.
            .tls_certs_only([])
            // Before the server closes an idle connection, which a request could otherwise meet.
            .pool_idle_timeout(std::time::Duration::from_secs(2))
            .build()
            .expect("a client");
        Self {
            base: base.to_owned(),
            http,
            token: None,
            session: Value::Null,
        }
    }

    /// The same caller with the session that an answer brought.
    #[must_use]
    pub fn with_session(mut self, session: Value) -> Self {
        self.token = session["access_token"].as_str().map(str::to_owned);
        self.session = session;
        self
    }

    /// The same caller with another access token.
    #[must_use]
    pub fn with_token(mut self, token: &str) -> Self {
        self.token = Some(token.to_owned());
        self
    }

    pub fn token(&self) -> &str {
        self.token.as_deref().unwrap_or_default()
    }

    /// The same caller, but of another server on the same database.
    #[must_use]
    pub fn at(mut self, base: &str) -> Self {
        base.clone_into(&mut self.base);
        self
    }

    /// A request to a path below `/api/v1`, to be shaped by the test.
    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let request = self
            .http
            .request(method, format!("{}/api/v1{path}", self.base));
        match &self.token {
            Some(token) => request.bearer_auth(token),
            None => request,
        }
    }

    pub async fn get(&self, path: &str) -> Answer {
        send(self.request(Method::GET, path)).await
    }

    pub async fn post(&self, path: &str, body: Value) -> Answer {
        send(self.request(Method::POST, path).json(&body)).await
    }

    /// A POST with an idempotency key.
    pub async fn post_once(&self, path: &str, key: &str, body: Value) -> Answer {
        send(
            self.request(Method::POST, path)
                .header("Idempotency-Key", key)
                .json(&body),
        )
        .await
    }

    /// A PATCH of the version that the test saw.
    pub async fn patch(&self, path: &str, version: i64, body: Value) -> Answer {
        send(
            self.request(Method::PATCH, path)
                .header("If-Match", format!("\"{version}\""))
                .json(&body),
        )
        .await
    }

    /// A PATCH of what has no version.
    pub async fn patch_plain(&self, path: &str, body: Value) -> Answer {
        send(self.request(Method::PATCH, path).json(&body)).await
    }

    pub async fn delete(&self, path: &str) -> Answer {
        send(self.request(Method::DELETE, path)).await
    }

    /// A form with a file and some texts.
    pub async fn upload(
        &self,
        method: Method,
        path: &str,
        file: Vec<u8>,
        texts: &[(&str, &str)],
    ) -> Answer {
        let part = reqwest::multipart::Part::bytes(file).file_name("file");
        let form = texts.iter().fold(
            reqwest::multipart::Form::new().part("file", part),
            |form, (name, text)| form.text((*name).to_owned(), (*text).to_owned()),
        );
        send(self.request(method, path).multipart(form)).await
    }
}

/// Sends a request and reads the whole answer; of a stream that has no end, what comes first.
pub async fn send(request: RequestBuilder) -> Answer {
    let (client, request) = request.build_split();
    let request = request.expect("a request");
    let name = format!("{} {}", request.method(), request.url().path());
    let mut response = client
        .execute(request)
        .await
        .unwrap_or_else(|error| panic!("{name}: {error}"));
    let (status, headers) = (response.status().as_u16(), response.headers().clone());
    let endless = headers
        .get("content-type")
        .is_some_and(|kind| kind == "text/event-stream");
    let bytes = if endless {
        response.chunk().await.expect("a body").unwrap_or_default()
    } else {
        response.bytes().await.expect("a body")
    };
    let bytes = bytes.to_vec();
    let body = serde_json::from_slice(&bytes).unwrap_or(Value::Null);
    Answer {
        status,
        headers,
        body,
        bytes,
        request: name,
    }
}
