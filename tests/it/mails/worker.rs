//! A worker that is killed in the middle of a mail: the mail arrives all the same.

use std::process::{Child, Command, Stdio};

use clap::Parser;
use portico_api::{app::Parts, clock::Clock, config::Config, jobs::Queue, worker::Worker};
use portico_tests::{
    Actor, App, eventually, json,
    smtp::{Delivered, Mood, SmtpServer},
};

#[derive(Parser)]
struct Flags {
    #[command(flatten)]
    config: Config,
}

/// Not a test of its own: the process that the others start and kill. Its settings come from the environment.
#[tokio::test]
#[ignore = "the other tests of this file run it as a process"]
async fn worker_process() {
    let config = Flags::parse_from(["portico"]).config;
    let parts = Parts::open(config, Clock::system())
        .await
        .expect("it opens");
    let _worker = Worker::start(parts);
    std::future::pending::<()>().await;
}

fn start_worker(app: &App) -> Child {
    let config = &app.parts.config;
    let program = std::env::current_exe().expect("this program");
    Command::new(program)
        .args([
            "--exact",
            "mails::worker::worker_process",
            "--ignored",
            "--nocapture",
        ])
        .env("DATABASE_URL", &config.database_url)
        .env("PORTICO_DATA_DIR", &config.data_dir)
        .env("PORTICO_PUBLIC_URL", config.public_url.as_str())
        .env(
            "PORTICO_SMTP_URL",
            config.smtp_url.as_deref().unwrap_or_default(),
        )
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("a process starts")
}

/// A server without a worker, and a mail that waits.
async fn waiting_mail(server: &SmtpServer) -> (App, Actor) {
    let url = server.url.clone();
    let app = App::start_with(|config| {
        config.worker = false;
        config.smtp_url = Some(url);
    })
    .await;
    let owner = app.sign_up("Killed").await;
    let invitation = json!({ "name": "Ben", "email": "ben@staff.example", "role": "staff" });
    owner.post("/members", invitation).await.expect(201);
    (app, owner)
}

/// Kills the first worker once `reached` is true, and lets a second one finish: what arrived in the end.
async fn killed_when(
    server: &SmtpServer,
    mood: Mood,
    reached: impl Fn() -> bool,
) -> Vec<Delivered> {
    server.set(mood);
    let (app, owner) = waiting_mail(server).await;
    let mut first = start_worker(&app);
    eventually("the first worker is in the middle of it", async || {
        reached().then_some(())
    })
    .await;
    first.kill().expect("it can be killed");
    first.wait().expect("it ends");

    // As long as the lease runs nobody else takes the job.
    app.clock().advance_seconds(50);
    let early = Queue::new(app.parts.db.get_ref().clone()).claim().await;
    assert!(early.expect("the queue can be read").is_none());
    server.set(Mood::Accept);
    let second = Worker::start(app.parts.clone());
    app.clock().advance_seconds(11);
    eventually("the mail is written down as sent", async || {
        let mails = owner.get("/mails?status=sent").await.expect(200).body;
        mails["data"].as_array().filter(|mails| mails.len() == 1)?;
        Some(())
    })
    .await;
    second.stop().await;
    app.stop().await;
    server.delivered()
}

#[tokio::test]
async fn a_worker_that_is_killed_before_it_hands_over_leaves_one_mail() {
    let server = SmtpServer::start().await;
    let mails = killed_when(&server, Mood::Silent, || server.begun() == 1).await;
    assert_eq!(mails.len(), 1);
    assert_eq!(mails[0].to, ["ben@staff.example"]);
}

#[tokio::test]
async fn a_mail_that_is_handed_over_twice_is_recognisable_as_one() {
    let server = SmtpServer::start().await;
    let taken = || server.delivered().len() == 1;
    let mails = killed_when(&server, Mood::AcceptSilently, taken).await;
    assert_eq!(
        mails.len(),
        2,
        "nobody can know whether the first was taken"
    );
    assert!(!mails[0].header("Message-ID").is_empty());
    assert_eq!(mails[0].header("Message-ID"), mails[1].header("Message-ID"));
}
