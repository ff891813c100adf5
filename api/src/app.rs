//! The server put together: data, layers, routes.

use std::sync::Arc;

use actix_cors::Cors;
use actix_web::{
    App, HttpServer, ResponseError,
    body::MessageBody,
    dev::{ServerHandle, ServiceFactory, ServiceRequest, ServiceResponse},
    http::header,
    middleware::{Compress, from_fn},
    web::{self, Data},
};
use anyhow::{Context, Result};
use portico_render::pdf::{FontSources, Renderer};
use utoipa::OpenApi;
use utoipa_actix_web::{AppExt, scope, service_config::ServiceConfig};

use crate::{
    auth, bank_accounts,
    config::Config,
    customers,
    db::{Changes, Db},
    email_templates,
    error::{Code, Error},
    files::Files,
    gateway::{self, Gateways},
    health, home,
    http::{addresses::Addresses, rate_limit, request_id, request_log, security_headers},
    import_export, invoices, items,
    keys::Keys,
    mail::Outbox,
    mails, newcomers, notifications, number_series, openapi, organizations,
    pages::{self, Demo},
    payment_links, payment_methods, payments, portal_access, portal_auth, portal_home,
    portal_profile, portal_sign_ups, realtime, saved_views,
    storage::Storage,
    taxes, users,
    worker::Worker,
};

/// What the routes work with. One value of each for the whole process.
#[derive(Clone)]
pub struct Parts {
    pub config: Data<Config>,
    pub db: Data<Db>,
    pub keys: Data<Keys>,
    pub limiter: Data<rate_limit::Limiter>,
    pub outbox: Data<Outbox>,
    pub gateways: Data<Gateways>,
    pub files: Data<Files>,
    counter: Data<payments::Counter>,
    demo: Data<Option<Demo>>,
    contract: Data<Contract>,
    slots: Data<realtime::Slots>,
}

/// The published contract, made once, and the addresses in it.
struct Contract {
    text: Arc<str>,
    addresses: Addresses,
}

impl Contract {
    fn new(document: &serde_json::Value) -> Self {
        Self {
            text: document.to_string().into(),
            addresses: Addresses::of(document),
        }
    }
}

impl Parts {
    /// Opens what the configuration names.
    ///
    /// # Errors
    /// If keys or database cannot be opened.
    pub async fn open(config: Config, clock: crate::clock::Clock) -> Result<Self> {
        let keys = Keys::open(&config.data_dir.join("keys"), config.development)?;
        let db = Db::connect(&config.database_url, clock)
            .await
            .context("cannot open the database")?;
        db.hear_others()
            .await
            .context("cannot listen to the database")?;
        let limiter = rate_limit::Limiter::per_minute(config.rate_limit);
        let files = Files::new(
            Storage::open(&config.data_dir.join("files")),
            Renderer::new(&FontSources::default()),
        );
        let (config, keys) = (Data::new(config), Data::new(keys));
        let gateways = Data::new(Gateways::open(&config, &db, keys.clone()));
        let outbox = Data::new(Outbox::new(keys.clone(), config.clone()));
        Ok(Self {
            counter: Data::new(payments::Counter {
                gateways: gateways.clone(),
                outbox: outbox.clone(),
                config: config.clone(),
            }),
            demo: Data::new(Demo::read(&config)),
            limiter: Data::new(limiter),
            outbox,
            gateways,
            files: Data::new(files),
            config,
            db: Data::new(db),
            keys,
            contract: Data::new(Contract::new(&openapi::document())),
            slots: Data::default(),
        })
    }

    fn register(self, config: &mut web::ServiceConfig) {
        config
            .app_data(self.config)
            .app_data(self.db)
            .app_data(self.keys)
            .app_data(self.limiter)
            .app_data(self.outbox)
            .app_data(self.gateways)
            .app_data(self.files)
            .app_data(self.counter)
            .app_data(self.demo)
            .app_data(self.contract)
            .app_data(self.slots);
    }
}

/// Every route of the contract.
fn api(config: &mut ServiceConfig) {
    config
        .configure(auth::routes)
        .configure(bank_accounts::routes)
        .configure(customers::routes)
        .configure(email_templates::routes)
        .configure(gateway::routes::routes)
        .configure(gateway::office::routes)
        .configure(home::office::routes)
        .configure(import_export::routes)
        .configure(invoices::office::routes)
        .configure(invoices::portal::routes)
        .configure(invoices::portal_transfer::routes)
        .configure(items::routes)
        .configure(mails::routes)
        .configure(newcomers::routes)
        .configure(notifications::routes)
        .configure(number_series::routes)
        .configure(organizations::routes)
        .configure(payments::stuck::routes)
        .configure(payment_links::routes)
        .configure(payment_methods::routes)
        .configure(payments::office::routes)
        .configure(payments::portal::routes)
        .configure(payments::public::routes)
        .configure(portal_access::routes)
        .configure(portal_auth::routes)
        .configure(portal_home::portal::routes)
        .configure(portal_profile::portal::routes)
        .configure(portal_sign_ups::routes)
        .configure(realtime::routes)
        .configure(saved_views::routes)
        .configure(taxes::routes)
        .configure(users::routes);
}

/// The contract as the routes describe it.
#[must_use]
pub fn described() -> utoipa::openapi::OpenApi {
    let (_, document) = App::new()
        .into_utoipa_app()
        .openapi(openapi::Base::openapi())
        .service(scope("/api/v1").configure(api))
        .split_for_parts();
    document
}

/// The application of one worker thread.
fn application(
    parts: Parts,
) -> App<
    impl ServiceFactory<
        ServiceRequest,
        Config = (),
        Response = ServiceResponse<impl MessageBody>,
        Error = actix_web::Error,
        InitError = (),
    >,
> {
    let cors = cors(&parts.config);
    App::new()
        .configure(|config| parts.register(config))
        .wrap(from_fn(rate_limit::layer))
        .wrap(Compress::default())
        .wrap(cors)
        .wrap(from_fn(security_headers::layer))
        .wrap(from_fn(request_log::layer))
        .wrap(from_fn(request_id::layer))
        .route("/api/v1/openapi.json", web::get().to(contract))
        .into_utoipa_app()
        .service(
            scope("/api/v1")
                .configure(api)
                .default_service(web::to(nowhere)),
        )
        .into_app()
        .configure(health::routes)
        .configure(pages::routes)
        .default_service(web::get().to(pages::portal))
}

fn cors(config: &Config) -> Cors {
    config
        .cors_origins
        .iter()
        .fold(Cors::default(), |cors, origin| cors.allowed_origin(origin))
        .allow_any_method()
        .allow_any_header()
        .expose_headers([
            "etag",
            "x-request-id",
            "ratelimit",
            "ratelimit-policy",
            "retry-after",
        ])
        .max_age(3600)
}

/// A server at work.
pub struct Running {
    handle: ServerHandle,
    task: tokio::task::JoinHandle<std::io::Result<()>>,
    worker: Option<Worker>,
    changes: Changes,
}

impl Running {
    /// Waits until the server was told to stop (by a signal, say), and then for the job in hand.
    ///
    /// # Errors
    /// If the server failed.
    pub async fn wait(self) -> Result<()> {
        self.task.await??;
        if let Some(worker) = self.worker {
            worker.stop().await;
        }
        Ok(())
    }

    /// Stops the server; requests that were begun are finished.
    pub async fn stop(self) {
        self.changes.close();
        self.handle.stop(true).await;
        if let Err(error) = self.wait().await {
            tracing::error!(%error, "the server did not stop well");
        }
    }
}

/// Starts the server, and a worker if the configuration wants one.
///
/// # Errors
/// If the address cannot be used.
pub fn start(parts: Parts, listener: std::net::TcpListener) -> Result<Running> {
    let worker = parts.config.worker.then(|| Worker::start(parts.clone()));
    let changes = parts.db.changes().clone();
    let server = HttpServer::new(move || application(parts.clone()))
        .disable_signals()
        .shutdown_timeout(20)
        .listen(listener)?
        .run();
    let handle = server.handle();
    tokio::spawn(obey(handle.clone(), changes.clone()));
    Ok(Running {
        handle,
        task: tokio::spawn(server),
        worker,
        changes,
    })
}

/// Stops a server that is told to by a signal: open streams first, since they would never end by themselves.
async fn obey(handle: ServerHandle, changes: Changes) {
    match told_to_stop().await {
        Ok(stop) => {
            changes.close();
            handle.stop(stop == Stop::Gracefully).await;
        }
        Err(error) => tracing::error!(%error, "signals are not heard"),
    }
}

/// How somebody wants a process to stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// What was begun is finished: the signal by which containers are stopped.
    Gracefully,
    /// At once: Ctrl-C.
    AtOnce,
}

/// Waits for a signal that says to stop.
///
/// # Errors
/// If signals cannot be heard.
pub async fn told_to_stop() -> std::io::Result<Stop> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut terminated = signal(SignalKind::terminate())?;
    tokio::select! {
        stopped = tokio::signal::ctrl_c() => stopped.map(|()| Stop::AtOnce),
        _ = terminated.recv() => Ok(Stop::Gracefully),
    }
}

async fn contract(contract: Data<Contract>) -> actix_web::HttpResponse {
    actix_web::HttpResponse::Ok()
        .content_type("application/json")
        .body(contract.text.to_string())
}

/// No such address, or none for this method.
async fn nowhere(
    request: actix_web::HttpRequest,
    contract: Data<Contract>,
) -> actix_web::HttpResponse {
    let Some(methods) = contract.addresses.methods(request.path()) else {
        return Error::new(Code::NotFound).error_response();
    };
    let methods = methods.join(", ");
    let mut response = Error::new(Code::MethodNotAllowed)
        .with_detail(format!("this address takes {methods}"))
        .error_response();
    if let Ok(methods) = methods.parse() {
        response.headers_mut().insert(header::ALLOW, methods);
    }
    response
}
