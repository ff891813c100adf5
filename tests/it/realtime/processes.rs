//! Several processes on one PostgreSQL: what one of them changes, the readers of another hear.

use std::net::TcpListener;

use portico_api::{
    app::{self, Parts},
    clock::Clock,
};
use portico_tests::{Actor, App, events::Events, makers};

use super::{OFFICE, PORTAL};

#[tokio::test]
async fn what_one_server_changes_is_heard_at_another() {
    let app = App::start().await;
    if app.parts.config.database_url.starts_with("sqlite:") {
        // One server, with its worker inside, is all that uses a SQLite file.
        return app.stop().await;
    }
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
    let base = format!("http://{}", listener.local_addr().expect("an address"));
    let config = app.parts.config.get_ref().clone();
    let parts = Parts::open(config, Clock::movable())
        .await
        .expect("it opens");
    let other = app::start(parts.clone(), listener).expect("it starts");

    let owner = app.sign_up("Two").await;
    let customer = makers::customer_id(&owner, "Harbour").await;
    let person = makers::portal_person(&app, &owner, &customer).await;
    let elsewhere = |actor: &Actor| Actor::new(&base).with_token(actor.token());
    let mut staff = Events::open(&elsewhere(&owner), OFFICE).await;
    let mut portal = Events::open(&elsewhere(&person), PORTAL).await;

    let invoice = makers::sent(&owner, &customer, "100").await;
    staff.until(&format!("invoice {invoice}")).await;
    assert_eq!(portal.next().await, format!("invoice {invoice}"));

    // The listening connection is lost: the readers are told that they may have missed something.
    cut(&app).await;
    staff.until("resync").await;
    let next = makers::sent(&owner, &customer, "50").await;
    staff.until(&format!("invoice {next}")).await;

    other.stop().await;
    let db = parts.db.get_ref().clone();
    drop(parts);
    db.close().await.expect("it closes");
    app.stop().await;
}

/// Ends every connection that listens.
async fn cut(app: &App) {
    use sqlx::{Connection as _, Executor as _};
    let mut connection = sqlx::PgConnection::connect(&app.parts.config.database_url)
        .await
        .expect("a connection");
    let sql = "select pg_terminate_backend(pid) from pg_stat_activity \
               where datname = current_database() and query ilike 'LISTEN%'";
    connection.execute(sql).await.expect("they end");
}
