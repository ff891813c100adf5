//! Counts the statements of one request, so that tests can hold a route to its budget.

use std::{cell::Cell, future::Future};

tokio::task_local! {
    static STATEMENTS: Cell<u32>;
}

/// Called for every statement that a connection runs.
pub(super) fn record() {
    let _ = STATEMENTS.try_with(|count| count.set(count.get() + 1));
}

/// Runs a future and tells how many statements it sent to the database.
pub async fn count_statements<F: Future>(future: F) -> (F::Output, u32) {
    STATEMENTS
        .scope(Cell::new(0), async {
            let output = future.await;
            (output, STATEMENTS.with(Cell::get))
        })
        .await
}
