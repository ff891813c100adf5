//! Work that is done later, at least once: a row written in the transaction that wants it, claimed by
//! lease, tried again with growing pauses, and left for people to see when it will not go.

mod queue;
mod runner;

pub use queue::{Job, NewJob, Queue, enqueue, enqueue_global, tidy};
pub use runner::{Handler, contained, run};
