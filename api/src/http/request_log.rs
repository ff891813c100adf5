//! One line in the log for each request, and its time in the metrics. Paths are logged as patterns, so
//! that no token of a link is written down.

use std::time::Instant;

use actix_web::{
    Error,
    body::MessageBody,
    dev::{ServiceRequest, ServiceResponse},
    middleware::Next,
};

use super::request_id;
use crate::db::count_statements;

/// Logs and measures a request.
///
/// # Errors
/// Those of the rest of the request.
pub async fn layer<B: MessageBody>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, Error> {
    let started = Instant::now();
    let method = request.method().clone();
    let (response, statements) = count_statements(next.call(request)).await;
    let mut response = response?;
    let route = response
        .request()
        .match_pattern()
        .unwrap_or_else(|| "-".to_owned());
    let elapsed = started.elapsed();
    let status = response.status().as_u16();
    tracing::info!(
        request_id = request_id::current(),
        %method,
        route,
        status,
        statements,
        ms = elapsed.as_millis(),
        "request"
    );
    metrics::histogram!("portico_http_request_seconds", "method" => method.to_string(), "route" => route, "status" => status.to_string())
        .record(elapsed);
    let exposed = response
        .request()
        .app_data::<actix_web::web::Data<crate::config::Config>>()
        .is_some_and(|config| config.development);
    if exposed {
        response.headers_mut().insert(
            actix_web::http::header::HeaderName::from_static("x-statements"),
            statements.into(),
        );
    }
    Ok(response)
}
