//! Load on a real server: how quick each hot route is, next to a bare handler that does as little as
//! the same number of statements and bytes allow. `make bench` runs it; RESULTS.md is what it wrote.

mod caller;
mod database;
mod load;
mod machine;
mod measure;
mod money;
mod options;
mod process;
mod report;
mod routes;
mod targets;
mod yardstick;

use clap::Parser;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[derive(Parser)]
enum Command {
    /// Load the server with databases of several sizes and write the table.
    Measure(options::Options),
    /// Be the server that Portico is compared with.
    Yardstick(yardstick::Options),
}

fn main() -> anyhow::Result<()> {
    match Command::parse() {
        Command::Measure(options) => {
            tokio::runtime::Runtime::new()?.block_on(measure::all(options))
        }
        Command::Yardstick(options) => {
            actix_web::rt::System::new().block_on(yardstick::serve(options))
        }
    }
}
