//! PayPal's REST API: one call, with its token, its retries and its deadline.

use std::time::Duration;

use reqwest::{Method, RequestBuilder, StatusCode, Url};
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;
use tokio::sync::Mutex;

use super::{
    answer::{Answer, Trouble, read},
    issue::{Failure, issue_of},
    token::{Granted, Token},
};
use crate::{DEADLINE, GatewayError};

/// How often a call is repeated that came to nothing for a passing reason.
const REPETITIONS: u32 = 2;
/// The pause before the first repetition; it doubles.
const PAUSE: Duration = Duration::from_millis(200);

/// PayPal, as one app of a merchant sees it.
pub(super) struct Api {
    http: reqwest::Client,
    base: Url,
    client_id: String,
    client_secret: String,
    patience: Duration,
    /// Held while a token is fetched, so that only one is.
    token: Mutex<Option<Token>>,
}

/// What is asked of PayPal.
pub(super) struct Call<'a> {
    method: Method,
    path: &'a [&'a str],
    /// By which PayPal recognises a repetition.
    request_id: Option<String>,
    body: Option<Box<RawValue>>,
}

impl<'a> Call<'a> {
    pub(super) const fn get(path: &'a [&'a str]) -> Self {
        Self {
            method: Method::GET,
            path,
            request_id: None,
            body: None,
        }
    }

    pub(super) const fn post(path: &'a [&'a str], body: Box<RawValue>) -> Self {
        Self {
            method: Method::POST,
            path,
            request_id: None,
            body: Some(body),
        }
    }

    /// The same call, which has its effect once however often it is made.
    pub(super) fn once(self, purpose: &str, idempotency_key: &str) -> Self {
        Self {
            request_id: Some(format!("{purpose}-{idempotency_key}")),
            ..self
        }
    }
}

impl Api {
    pub(super) fn new(
        http: reqwest::Client,
        base: Url,
        client_id: String,
        client_secret: String,
    ) -> Self {
        Self {
            http,
            base,
            client_id,
            client_secret,
            patience: DEADLINE,
            token: Mutex::new(None),
        }
    }

    pub(super) fn with_patience(self, patience: Duration) -> Self {
        Self { patience, ..self }
    }

    /// The scheme that PayPal's own pages must have too.
    pub(super) fn scheme(&self) -> &str {
        self.base.scheme()
    }

    /// Calls, and reads the answer. Any call but a reading one may have had an effect where it fails with
    /// an unknown outcome.
    pub(super) async fn call<T: DeserializeOwned>(&self, call: Call<'_>) -> Result<T, Failure> {
        tokio::time::timeout(self.patience, self.authorized(&call))
            .await
            .unwrap_or(Err(Failure::Gateway(GatewayError::Timeout)))
    }

    /// Fetches a token anew, whatever is cached: the credentials may have been withdrawn since.
    pub(super) async fn check_credentials(&self) -> Result<(), GatewayError> {
        let renew = async {
            let mut kept = self.token.lock().await;
            *kept = None;
            *kept = Some(self.fetch_token().await?);
            Ok(())
        };
        tokio::time::timeout(self.patience, renew)
            .await
            .unwrap_or(Err(GatewayError::Timeout))
    }

    async fn authorized<T: DeserializeOwned>(&self, call: &Call<'_>) -> Result<T, Failure> {
        let first = self.token(None).await?;
        let mut answer = self.deliver(|| self.request(call, &first)).await?;
        if answer.status == StatusCode::UNAUTHORIZED {
            // Tokens can be withdrawn before they expire; PayPal does nothing upon a call without a good one.
            let second = self.token(Some(&first)).await?;
            answer = self.deliver(|| self.request(call, &second)).await?;
        }
        outcome(&answer)
    }

    fn request(&self, call: &Call<'_>, token: &str) -> RequestBuilder {
        let mut request = self
            .http
            .request(call.method.clone(), self.address(call.path))
            .bearer_auth(token)
            .header("Prefer", "return=representation");
        if let Some(id) = &call.request_id {
            request = request.header("PayPal-Request-Id", id);
        }
        if let Some(body) = &call.body {
            request = request
                .header("Content-Type", "application/json")
                .body(body.get().to_owned());
        }
        request
    }

    fn address(&self, path: &[&str]) -> Url {
        let mut url = self.base.clone();
        if let Ok(mut segments) = url.path_segments_mut() {
            segments.pop_if_empty().extend(path);
        }
        url
    }

    /// The cached token, or a new one if there is none, it is about to expire, or it was refused.
    async fn token(&self, refused: Option<&str>) -> Result<String, GatewayError> {
        let mut kept = self.token.lock().await;
        let good = kept
            .as_ref()
            .filter(|token| token.is_fresh() && Some(token.text()) != refused);
        if let Some(token) = good {
            return Ok(token.text().to_owned());
        }
        *kept = None;
        let token = self.fetch_token().await?;
        let text = token.text().to_owned();
        *kept = Some(token);
        Ok(text)
    }

    async fn fetch_token(&self) -> Result<Token, GatewayError> {
        let request = || {
            self.http
                .post(self.address(&["v1", "oauth2", "token"]))
                .basic_auth(&self.client_id, Some(&self.client_secret))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .body("grant_type=client_credentials")
        };
        let answer = self.deliver(request).await?;
        match answer.status {
            StatusCode::OK => {
                let granted: Granted = answer.json()?;
                Ok(Token::from(granted))
            }
            StatusCode::BAD_REQUEST | StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN => {
                Err(GatewayError::BadCredentials)
            }
            _ => Err(answer.unexpected()),
        }
    }

    /// Makes a request, and again where it came to nothing for a passing reason.
    async fn deliver(
        &self,
        request: impl Fn() -> RequestBuilder + Send,
    ) -> Result<Answer, GatewayError> {
        let mut pause = PAUSE;
        for _ in 0..REPETITIONS {
            match read(request()).await {
                Err(Trouble::Passing(_)) => tokio::time::sleep(pause).await,
                settled => return settled.map_err(Trouble::into_error),
            }
            pause *= 2;
        }
        read(request()).await.map_err(Trouble::into_error)
    }
}

/// What an answer means. A refusal is believed only in PayPal's own form, not from a proxy on the way.
fn outcome<T: DeserializeOwned>(answer: &Answer) -> Result<T, Failure> {
    if answer.status.is_success() {
        return Ok(answer.json()?);
    }
    if answer.status == StatusCode::UNAUTHORIZED {
        return Err(GatewayError::BadCredentials.into());
    }
    let Some(issue) = issue_of(&answer.body) else {
        return Err(answer.unexpected().into());
    };
    Err(match answer.status {
        StatusCode::BAD_REQUEST | StatusCode::UNPROCESSABLE_ENTITY => Failure::Issue(issue),
        StatusCode::FORBIDDEN => GatewayError::BadCredentials.into(),
        StatusCode::NOT_FOUND => GatewayError::NotFound.into(),
        _ => answer.unexpected().into(),
    })
}
