//! Answers of PayPal's, as they come over the wire.

use reqwest::{RequestBuilder, Response, StatusCode};
use serde::de::DeserializeOwned;

use crate::GatewayError;

/// The largest answer that is read. PayPal's are a few kilobytes.
const LARGEST: usize = 1 << 20;

/// An answer that came in whole.
pub(super) struct Answer {
    pub(super) status: StatusCode,
    pub(super) body: Vec<u8>,
    /// By which PayPal's support finds the call.
    debug_id: String,
}

impl Answer {
    pub(super) fn json<T: DeserializeOwned>(&self) -> Result<T, GatewayError> {
        serde_json::from_slice(&self.body).map_err(|_| {
            GatewayError::Unavailable(format!(
                "PayPal's answer cannot be read (debug id {})",
                self.debug_id
            ))
        })
    }

    /// An answer that tells nothing of what was done.
    pub(super) fn unexpected(&self) -> GatewayError {
        let Self {
            status, debug_id, ..
        } = self;
        GatewayError::Unavailable(format!(
            "PayPal answered {} (debug id {debug_id})",
            status.as_u16()
        ))
    }
}

/// Why there is no answer.
pub(super) enum Trouble {
    /// It may be better in a moment: not connected, too many calls, or an error on PayPal's side.
    Passing(GatewayError),
    /// The request was made, and its answer got lost.
    Lost(GatewayError),
}

impl Trouble {
    pub(super) fn into_error(self) -> GatewayError {
        match self {
            Self::Passing(error) | Self::Lost(error) => error,
        }
    }
}

/// Sends a request and reads its answer. Errors name neither address nor body.
pub(super) async fn read(request: RequestBuilder) -> Result<Answer, Trouble> {
    let response = request.send().await.map_err(|error| trouble(&error))?;
    let status = response.status();
    let debug_id = debug_id(&response);
    let body = limited(response).await?;
    let answer = Answer {
        status,
        body,
        debug_id,
    };
    if status == StatusCode::TOO_MANY_REQUESTS || status.is_server_error() {
        return Err(Trouble::Passing(answer.unexpected()));
    }
    Ok(answer)
}

async fn limited(mut response: Response) -> Result<Vec<u8>, Trouble> {
    let mut body = Vec::new();
    while let Some(chunk) = response.chunk().await.map_err(|error| trouble(&error))? {
        if body.len() + chunk.len() > LARGEST {
            return Err(Trouble::Lost(unavailable("PayPal's answer is too large")));
        }
        body.extend_from_slice(&chunk);
    }
    Ok(body)
}

fn trouble(error: &reqwest::Error) -> Trouble {
    if error.is_timeout() {
        Trouble::Lost(GatewayError::Timeout)
    } else if error.is_connect() {
        Trouble::Passing(unavailable("PayPal could not be reached"))
    } else {
        Trouble::Lost(unavailable("the connection to PayPal broke off"))
    }
}

fn debug_id(response: &Response) -> String {
    let header = response.headers().get("paypal-debug-id");
    let text = header.and_then(|id| id.to_str().ok()).unwrap_or("unknown");
    let plain = text.chars().filter(char::is_ascii_alphanumeric);
    plain.take(32).collect()
}

fn unavailable(why: &str) -> GatewayError {
    GatewayError::Unavailable(why.to_owned())
}
