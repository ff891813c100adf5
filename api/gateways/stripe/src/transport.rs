//! Requests to Stripe, and what their answers mean.

use std::{fmt, time::Duration};

use portico_gateways::{Decline, GatewayError};
use reqwest::{
    Method, StatusCode, Url,
    header::{AUTHORIZATION, CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue},
};
use serde::de::DeserializeOwned;
use stripe_client_core::{RequestBuilder, StripeMethod, StripeRequest, VERSION};

use crate::{decline, wire};

/// How long a connection may take; the whole call has the port's deadline.
const CONNECT: Duration = Duration::from_secs(4);

/// The pauses before the second and the third try.
const PAUSES: [Duration; 2] = [Duration::from_millis(200), Duration::from_millis(700)];

const VERSION_HEADER: HeaderName = HeaderName::from_static("stripe-version");
const KEY_HEADER: HeaderName = HeaderName::from_static("idempotency-key");

/// The client to share among all accounts, so that connections are kept. It follows no redirects: Stripe sends none.
///
/// # Errors
/// If TLS can't be set up.
pub fn http_client() -> reqwest::Result<reqwest::Client> {
    reqwest::Client::builder()
        .connect_timeout(CONNECT)
        .redirect(reqwest::redirect::Policy::none())
        .user_agent(concat!("Portico/", env!("CARGO_PKG_VERSION")))
        .build()
}

/// How requests reach Stripe, with one account's key.
pub struct Transport {
    http: reqwest::Client,
    base: String,
    /// Nothing if the key cannot be one: it has characters that no header may have.
    authorization: Option<HeaderValue>,
}

/// An answer, and whether it is only repeated.
pub struct Answer<T> {
    pub body: T,
    /// The same idempotency key was used before: this is how things stood then.
    pub replayed: bool,
}

impl Transport {
    pub fn new(http: reqwest::Client, base: Option<&Url>, secret_key: &str) -> Self {
        let base = base.map_or("https://api.stripe.com", Url::as_str);
        let mut authorization = HeaderValue::try_from(format!("Bearer {secret_key}")).ok();
        if let Some(value) = &mut authorization {
            value.set_sensitive(true);
        }
        Self {
            http,
            base: format!("{}/v1", base.trim_end_matches('/')),
            authorization,
        }
    }

    /// Asks for something, or does something that may be done twice.
    pub async fn send<T: DeserializeOwned>(
        &self,
        request: &impl StripeRequest,
    ) -> Result<T, GatewayError> {
        Ok(self.call(request.build(), None).await?.body)
    }

    /// Does something once, however often it is sent with this key.
    pub async fn send_once<T: DeserializeOwned>(
        &self,
        request: &impl StripeRequest,
        key: &str,
    ) -> Result<Answer<T>, GatewayError> {
        self.call(request.build(), Some(key)).await
    }

    async fn call<T: DeserializeOwned>(
        &self,
        request: RequestBuilder,
        key: Option<&str>,
    ) -> Result<Answer<T>, GatewayError> {
        let mut pauses = PAUSES.into_iter();
        loop {
            let outcome = self.attempt(self.request(&request, key)?).await;
            let passing = match &outcome {
                Ok(received) => received.is_passing(),
                Err(error) => !error.is_timeout(),
            };
            match pauses.next() {
                Some(pause) if passing => tokio::time::sleep(pause).await,
                _ => return read(&outcome.map_err(unreachable)?),
            }
        }
    }

    fn request(
        &self,
        request: &RequestBuilder,
        key: Option<&str>,
    ) -> Result<reqwest::Request, GatewayError> {
        let RequestBuilder {
            query,
            body,
            path,
            method,
        } = request;
        // Ids end up in paths. What isn't one of Stripe's ids must not lead anywhere else.
        if path.ends_with('/') || path.contains("//") || !path.bytes().all(is_plain) {
            return Err(GatewayError::NotFound);
        }
        let mut url = format!("{}{path}", self.base);
        if let Some(query) = query.as_ref().filter(|query| !query.is_empty()) {
            url = format!("{url}?{query}");
        }
        let method = match method {
            StripeMethod::Get => Method::GET,
            StripeMethod::Post => Method::POST,
            StripeMethod::Delete => Method::DELETE,
        };
        let authorization = self.authorization.clone();
        let mut request = self
            .http
            .request(method, url)
            .header(
                AUTHORIZATION,
                authorization.ok_or(GatewayError::BadCredentials)?,
            )
            .header(VERSION_HEADER, VERSION.as_str());
        if let Some(key) = key {
            request = request.header(KEY_HEADER, key);
        }
        if let Some(body) = body {
            request = request
                .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
                .body(in_order(body));
        }
        request.build().map_err(unreachable)
    }

    async fn attempt(&self, request: reqwest::Request) -> reqwest::Result<Received> {
        let response = self.http.execute(request).await?;
        Ok(Received {
            status: response.status(),
            headers: response.headers().clone(),
            body: response.bytes().await?.into(),
        })
    }
}

/// Shows neither key nor connections.
impl fmt::Debug for Transport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Transport")
            .field("base", &self.base)
            .finish_non_exhaustive()
    }
}

struct Received {
    status: StatusCode,
    headers: HeaderMap,
    body: Vec<u8>,
}

impl Received {
    fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// Whether the same request may fare better in a moment. Stripe's own word goes first.
    fn is_passing(&self) -> bool {
        match self.header("stripe-should-retry") {
            Some("true") => true,
            Some("false") => false,
            _ => is_passing(self.status),
        }
    }

    /// By what Stripe's support finds the request.
    fn id(&self) -> &str {
        let id = self.header("request-id").unwrap_or_default();
        if id.bytes().all(is_plain) { id } else { "" }
    }

    fn unavailable(&self, what: &str) -> GatewayError {
        GatewayError::Unavailable(format!("{what}: {} {}", self.status.as_u16(), self.id()))
    }
}

/// A form in the order of its names. A map in it comes in another order each time; to a provider that compares bodies,
/// the same attempt sent again under its idempotency key would be another one.
fn in_order(form: &str) -> String {
    let mut pairs: Vec<&str> = form.split('&').collect();
    pairs.sort_by_key(|pair| pair.split('=').next());
    pairs.join("&")
}

fn is_plain(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'/')
}

/// Statuses upon which nobody knows what has happened.
fn is_passing(status: StatusCode) -> bool {
    matches!(
        status,
        StatusCode::CONFLICT | StatusCode::TOO_MANY_REQUESTS | StatusCode::FAILED_DEPENDENCY
    ) || status.is_server_error()
}

/// What an answer means. A refusal counts only in Stripe's own words: a proxy between us knows nothing of the outcome.
fn read<T: DeserializeOwned>(received: &Received) -> Result<Answer<T>, GatewayError> {
    if received.status.is_success() {
        let body = serde_json::from_slice(&received.body)
            .map_err(|_| received.unavailable("Stripe's answer cannot be read"))?;
        return Ok(Answer {
            body,
            replayed: received.header("idempotent-replayed") == Some("true"),
        });
    }
    let failure = serde_json::from_slice::<wire::Failure>(&received.body);
    let Ok(wire::Failure { error }) = failure else {
        return Err(received.unavailable("Stripe's refusal cannot be read"));
    };
    tracing::debug!(
        status = received.status.as_u16(),
        request = received.id(),
        code = error.code.as_deref(),
        "Stripe refused"
    );
    Err(match received.status {
        StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN => GatewayError::BadCredentials,
        StatusCode::NOT_FOUND => GatewayError::NotFound,
        StatusCode::BAD_REQUEST if error.code.as_deref() == Some("resource_missing") => {
            GatewayError::NotFound
        }
        StatusCode::BAD_REQUEST if error.kind.as_deref() == Some("idempotency_error") => {
            GatewayError::Refused(Decline::new(
                "idempotency_key_reused",
                "payment-unavailable",
            ))
        }
        StatusCode::BAD_REQUEST | StatusCode::PAYMENT_REQUIRED => {
            GatewayError::Refused(decline::decline(&error))
        }
        _ => received.unavailable("Stripe failed"),
    })
}

/// What has gone wrong on the way, without the address: it may bear what is asked for.
fn unreachable(error: reqwest::Error) -> GatewayError {
    if error.is_timeout() && !error.is_connect() {
        return GatewayError::Timeout;
    }
    GatewayError::Unavailable(format!("Stripe cannot be reached: {}", error.without_url()))
}
