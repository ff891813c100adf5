//! One database after the other: start, sign in, load each route, compare.

use std::{
    sync::{Arc, atomic::AtomicU32},
    time::Duration,
};

use anyhow::Result;
use bytes::Bytes;
use http_body_util::Full;
use hyper::{Method, Request};

use crate::{
    caller::{Caller, Side, SignIns},
    database::{self, Database},
    load::{Answer, Supply, Until, drive},
    machine::Machine,
    money,
    options::Options,
    process::Server,
    report::{Report, Start},
    routes::{self, Route},
    targets::{Figures, Kind, Row},
};

const WARM_UP: Duration = Duration::from_millis(300);

/// Measures everything and writes the table.
pub async fn all(options: Options) -> Result<()> {
    let mut report = Report::new(Machine::look(&options)?);
    for size in &options.sizes.0 {
        let database = database::sqlite(&options, *size)?;
        one(&options, &database, &mut report).await?;
    }
    if let Some(server) = &options.postgres_url {
        for size in &options.postgres_sizes.0 {
            let database = database::postgres(&options, server, *size).await?;
            one(&options, &database, &mut report).await?;
        }
    }
    println!("{}", report.misses()?);
    Ok(())
}

async fn one(options: &Options, database: &Database, report: &mut Report) -> Result<()> {
    println!("{} with {} invoices", database.engine, database.size);
    database::checkpoint(database).await?;
    let mut quickest = Duration::MAX;
    for _ in 0..options.runs {
        let server = Server::portico(&options.server, &database.url, &database.data).await?;
        quickest = quickest.min(server.started_in);
        server.stop().await?;
    }
    let bench = Bench {
        portico: Server::portico(&options.server, &database.url, &database.data).await?,
        yardstick: Server::yardstick(&database.url, &database.data).await?,
        sign_ins: SignIns::read(&database.data)?,
        options,
        database,
    };
    tokio::time::sleep(Duration::from_secs(1)).await;
    let idle_kib = bench.portico.resident_kib()?;
    let (mut staff, mut customer) = (
        bench.caller(Side::Office).await?,
        bench.caller(Side::Portal).await?,
    );
    for route in routes::reads(database.size, &mut staff, &mut customer).await? {
        report.add(bench.read(&route).await?);
    }
    let ids = routes::ids(&mut bench.caller(Side::Office).await?, "").await?;
    for row in bench.pdfs(&ids).await? {
        report.add(row);
    }
    report.add(money::record(&bench).await?);
    report.add(money::pay_online(&bench).await?);
    report.starts.push(Start {
        engine: database.engine,
        size: database.size,
        ready: quickest,
        idle_kib,
        loaded_kib: bench.portico.resident_kib()?,
    });
    bench.yardstick.stop().await?;
    bench.portico.stop().await?;
    // After each database: an interrupted run leaves what it has.
    report.machine.finish()?;
    report.write(&options.results)
}

/// The two servers on one database.
pub struct Bench<'a> {
    pub portico: Server,
    yardstick: Server,
    sign_ins: SignIns,
    pub options: &'a Options,
    database: &'a Database,
}

/// A load on a route, and the same on the yardstick.
pub struct Load {
    pub name: &'static str,
    pub kind: Kind,
    /// The most statements that it may send.
    pub budget: Option<u32>,
    pub supply: Supply,
    pub connections: u32,
    pub warm_up: Until,
    pub until: Until,
}

impl Bench<'_> {
    /// Somebody with a session that has just begun: it outlives the route's load.
    pub async fn caller(&self, side: Side) -> Result<Caller> {
        self.sign_ins.sign_in(self.portico.address, side).await
    }

    async fn read(&self, route: &Route) -> Result<Row> {
        let mut caller = self.caller(route.side).await?;
        let mut first = None;
        let mut statements = 0;
        for path in route.paths.iter().take(5) {
            let answer = caller.send(&Method::GET, path, None).await?;
            statements = statements.max(statements_of(&answer));
            first = Some(answer);
        }
        let bytes = first.map_or(0, |answer| answer.body.len());
        let load = Load {
            name: route.name,
            kind: Kind::Read,
            budget: Some(route.statements),
            supply: in_turn(&caller, &route.paths),
            connections: self.options.connections,
            warm_up: Until::Elapsed(WARM_UP),
            until: Until::Elapsed(self.options.duration()),
        };
        self.compare(load, statements, bytes).await
    }

    /// A PDF that was never made, and the same ones again; one at a time.
    async fn pdfs(&self, ids: &[String]) -> Result<Vec<Row>> {
        const EACH: u32 = 20;
        let caller = self.caller(Side::Office).await?;
        let paths: Vec<String> = ids.iter().map(|id| format!("/invoices/{id}/pdf")).collect();
        let (first, rest) = paths.split_at(1);
        let answer = self
            .caller(Side::Office)
            .await?
            .send(&Method::GET, &first[0], None)
            .await?;
        let (statements, bytes) = (statements_of(&answer), answer.body.len());
        let new = Load {
            name: "A new invoice's PDF",
            kind: Kind::NewPdf,
            budget: None,
            supply: in_turn(&caller, rest),
            connections: 1,
            warm_up: Until::Sent(2),
            until: Until::Sent(EACH),
        };
        let again = Load {
            name: "The same PDF again",
            kind: Kind::SamePdf,
            supply: in_turn(&caller, rest.get(..EACH as usize).unwrap_or(rest)),
            warm_up: Until::Elapsed(WARM_UP),
            until: Until::Elapsed(self.options.duration()),
            ..new.clone()
        };
        Ok(vec![
            self.compare(new, statements, bytes).await?,
            self.compare(again, statements, bytes).await?,
        ])
    }

    /// Loads the route and the yardstick in turn; the best run of each counts.
    pub async fn compare(&self, load: Load, statements: u32, bytes: usize) -> Result<Row> {
        let verb = if load.kind == Kind::Write {
            "write"
        } else {
            "read"
        };
        let path = format!("/{verb}/{statements}/{bytes}");
        let host = self.yardstick.address.to_string();
        let plain: Supply = Arc::new(move |_| {
            let request = Request::get(path.as_str()).header("host", host.as_str());
            request.body(Full::new(Bytes::new())).ok()
        });
        let (next, other) = (Arc::new(AtomicU32::new(0)), Arc::new(AtomicU32::new(0)));
        self.run(&self.portico, &load, &load.supply, load.warm_up, &next)
            .await?;
        self.run(&self.yardstick, &load, &plain, load.warm_up, &other)
            .await?;
        let (mut ours, mut theirs) = (None, None);
        for _ in 0..self.options.runs {
            let run = self
                .run(&self.portico, &load, &load.supply, load.until, &next)
                .await?;
            ours = Figures::better(ours, run);
            let run = self
                .run(&self.yardstick, &load, &plain, load.until, &other)
                .await?;
            theirs = Figures::better(theirs, run);
        }
        let row = Row {
            name: load.name,
            kind: load.kind,
            engine: self.database.engine,
            size: self.database.size,
            figures: ours.unwrap_or_default(),
            yardstick: theirs,
            statements,
            budget: load.budget,
        };
        println!(
            "  {:<42} {:>9.1}/s  p50 {:>8.2?}  {:>2} statements, {:.2} of the yardstick",
            row.name,
            row.figures.rate,
            row.figures.p50,
            row.statements,
            row.ratio().unwrap_or_default()
        );
        Ok(row)
    }

    async fn run(
        &self,
        server: &Server,
        load: &Load,
        supply: &Supply,
        until: Until,
        next: &Arc<AtomicU32>,
    ) -> Result<Figures> {
        let before = server.cpu()?;
        let run = drive(server.address, supply, load.connections, until, next).await?;
        Ok(Figures::of(&run, server.cpu()?.saturating_sub(before)))
    }

    /// What is measured on, for a row that `compare` does not make.
    pub const fn database(&self) -> &Database {
        self.database
    }
}

impl Clone for Load {
    fn clone(&self) -> Self {
        Self {
            supply: self.supply.clone(),
            ..*self
        }
    }
}

/// The statements that an answer tells of.
pub fn statements_of(answer: &Answer) -> u32 {
    let header = answer.headers.get("x-statements");
    header
        .and_then(|value| value.to_str().ok()?.parse().ok())
        .unwrap_or_default()
}

fn in_turn(caller: &Caller, paths: &[String]) -> Supply {
    let (make, paths) = (caller.maker(), paths.to_vec());
    Arc::new(move |number| {
        make(
            &Method::GET,
            paths.get(number as usize % paths.len().max(1))?,
            None,
        )
    })
}
