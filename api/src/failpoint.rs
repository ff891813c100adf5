//! Places where a test kills the process, to see that nothing is lost or done twice (semantics §4). A release build
//! has none of them.

/// Dies at once, without a goodbye, if `PORTICO_FAILPOINT` names this place.
#[cfg(debug_assertions)]
pub fn reach(place: &str) {
    if std::env::var("PORTICO_FAILPOINT").is_ok_and(|wanted| wanted == place) {
        std::process::abort();
    }
}

/// Nothing.
#[cfg(not(debug_assertions))]
pub const fn reach(_: &str) {}
