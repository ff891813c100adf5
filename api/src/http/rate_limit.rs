//! So many requests a minute from one address, told by the `RateLimit` headers.

use std::{net::IpAddr, num::NonZeroU32};

use actix_web::{
    Error,
    body::MessageBody,
    dev::{ServiceRequest, ServiceResponse},
    http::header::{HeaderName, HeaderValue},
    middleware::Next,
    web::Data,
};
use governor::{
    Quota, RateLimiter,
    clock::{Clock as _, DefaultClock},
    middleware::StateInformationMiddleware,
    state::keyed::DefaultKeyedStateStore,
};

use super::session::client_address;
use crate::error::Code;

/// The limiter of one server process.
pub struct Limiter {
    per_minute: NonZeroU32,
    inner: RateLimiter<
        IpAddr,
        DefaultKeyedStateStore<IpAddr>,
        DefaultClock,
        StateInformationMiddleware,
    >,
}

impl Limiter {
    /// Allows so many requests a minute, all at once if need be.
    #[must_use]
    pub fn per_minute(requests: NonZeroU32) -> Self {
        Self {
            per_minute: requests,
            inner: RateLimiter::keyed(Quota::per_minute(requests)).with_middleware(),
        }
    }

    /// Forgets addresses that were not seen for a while.
    pub fn tidy(&self) {
        self.inner.retain_recent();
    }
}

/// Refuses what is too much, and tells how much is left.
///
/// # Errors
/// `rate_limited`; those of the rest of the request.
pub async fn layer<B: MessageBody>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, Error> {
    let limiter = request.app_data::<Data<Limiter>>().cloned();
    let (Some(limiter), Some(address)) = (limiter, client_address(request.request())) else {
        return next.call(request).await;
    };
    let limit = limiter.per_minute;
    match limiter.inner.check_key(&address) {
        Ok(snapshot) => {
            let remaining = snapshot.remaining_burst_capacity();
            let mut response = next.call(request).await?;
            let headers = response.headers_mut();
            set(
                headers,
                "ratelimit-policy",
                &format!("\"default\";q={limit};w=60"),
            );
            set(headers, "ratelimit", &format!("\"default\";r={remaining}"));
            Ok(response)
        }
        Err(refused) => {
            let wait = refused.wait_time_from(DefaultClock::default().now());
            Err(crate::error::Error::new(Code::RateLimited)
                .retry_after(wait.as_secs() + 1)
                .into())
        }
    }
}

fn set(headers: &mut actix_web::http::header::HeaderMap, name: &'static str, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        headers.insert(HeaderName::from_static(name), value);
    }
}
