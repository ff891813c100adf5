//! Every request has an id, sent back as `X-Request-Id` and written into logs and problems.

use actix_web::{
    Error,
    body::MessageBody,
    dev::{ServiceRequest, ServiceResponse},
    http::header::{HeaderName, HeaderValue},
    middleware::Next,
};

tokio::task_local! {
    static REQUEST_ID: String;
}

/// The id of the request that this task answers.
#[must_use]
pub fn current() -> Option<String> {
    REQUEST_ID.try_with(Clone::clone).ok()
}

/// Gives the request an id: the caller's, if it is short and plain, or a new one.
///
/// # Errors
/// Those of the rest of the request.
pub async fn layer<B: MessageBody>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, Error> {
    let given = request
        .headers()
        .get("x-request-id")
        .and_then(|value| value.to_str().ok())
        .filter(|id| {
            (8..=64).contains(&id.len())
                && id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        });
    let id = given.map_or_else(|| uuid::Uuid::new_v4().simple().to_string(), str::to_owned);
    let header = HeaderValue::from_str(&id);
    let mut response = REQUEST_ID.scope(id, next.call(request)).await?;
    if let Ok(header) = header {
        response
            .headers_mut()
            .insert(HeaderName::from_static("x-request-id"), header);
    }
    Ok(response)
}
