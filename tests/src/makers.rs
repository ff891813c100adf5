//! Ready-made things for tests.

/// A password that is strong enough.
pub const PASSWORD: &str = "violet-harbour-29-lantern";
