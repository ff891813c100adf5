//! The adapter against a Stripe that behaves (`localstripe`), and against answers that it cannot give (wiremock).

mod charges;
mod failures;
mod journey;
mod methods;
mod secrets;
mod support;
mod tolerance;
mod webhooks;
