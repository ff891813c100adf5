//! What documents come to: by example, and as properties of every document.

mod examples;
mod properties;
mod support;
