//! What no client of ours sends: it is refused by name, on both databases, and breaks nothing.

mod bodies;
mod headers;
mod lists;
mod texts;
