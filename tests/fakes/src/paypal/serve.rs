//! The books over HTTP.

use std::{
    future::pending,
    io,
    sync::{Arc, Mutex},
};

use bytes::Bytes;
use http_body_util::{BodyExt as _, Full};
use hyper::{
    Method, Request, Response, body::Incoming, header, http::request::Parts, server::conn::http1,
    service::service_fn,
};
use hyper_util::rt::TokioIo;
use serde_json::{Value, json};
use tokio::net::TcpListener;

use super::{
    CLIENT_ID,
    books::{Books, Reply, problem, unknown},
    faults::{Call, Fault},
    payer::Page,
};

type Shared = Arc<Mutex<Books>>;

pub(super) async fn serve(listener: TcpListener, books: Shared) {
    while let Ok((stream, _)) = listener.accept().await {
        let books = books.clone();
        tokio::spawn(async move {
            let service = service_fn(|request| answer(request, books.clone()));
            // An error is a connection that broke off, as it was told to.
            let _ = http1::Builder::new()
                .serve_connection(TokioIo::new(stream), service)
                .await;
        });
    }
}

async fn answer(request: Request<Incoming>, books: Shared) -> io::Result<Response<Full<Bytes>>> {
    let (parts, body) = request.into_parts();
    let body = body.collect().await.map_err(io::Error::other)?.to_bytes();
    if let Some(page) = page(&parts, &books) {
        return page;
    }
    let path = parts.uri.path().to_owned();
    let segments: Vec<&str> = path.trim_start_matches('/').split('/').collect();
    let Some(call) = call_of(&parts.method, &segments) else {
        return send(404, unknown().1.to_string());
    };
    let (fault, reply) = {
        let mut books = books.lock().expect("no test panicked here");
        books.calls.push(call);
        let fault = books.faults.next(call);
        if let Some(Fault::Answer(status, body)) = fault {
            return send(status, body);
        }
        (fault, reply(&mut books, call, &segments, &parts, &body))
    };
    match fault {
        Some(Fault::Drop) => Err(io::ErrorKind::ConnectionReset.into()),
        Some(Fault::Silence) => pending().await,
        _ => send(reply.0, reply.1.to_string()),
    }
}

fn call_of(method: &Method, segments: &[&str]) -> Option<Call> {
    let post = *method == Method::POST;
    let call = match *segments {
        ["v1", "oauth2", "token"] if post => Call::Token,
        ["v1", "notifications", "verify-webhook-signature"] if post => Call::Verify,
        ["v2", "checkout", "orders"] if post => Call::Create,
        ["v2", "checkout", "orders", _] if !post => Call::Get,
        ["v2", "checkout", "orders", _, "capture"] if post => Call::Capture,
        ["v2", "payments", "captures", _] if !post => Call::GetCapture,
        ["v2", "payments", "captures", _, "refund"] if post => Call::Refund,
        ["v2", "payments", "refunds", _] if !post => Call::GetRefund,
        _ => return None,
    };
    Some(call)
}

fn reply(books: &mut Books, call: Call, segments: &[&str], parts: &Parts, body: &[u8]) -> Reply {
    let header = |name: &str| {
        let value = parts.headers.get(name);
        value
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default()
    };
    let authorization = header("authorization");
    if call == Call::Token {
        if authorization == basic(CLIENT_ID, &books.secret) {
            return books.grant();
        }
        return (401, json!({ "error": "invalid_client" }));
    }
    let token = authorization.strip_prefix("Bearer ").unwrap_or_default();
    if !books.tokens.contains(token) {
        return (401, json!({ "error": "invalid_token" }));
    }
    let id = segments.get(3).copied().unwrap_or_default();
    let request_id = header("paypal-request-id");
    let text = String::from_utf8_lossy(body);
    let json: Value = serde_json::from_slice(body).unwrap_or_default();
    if request_id.len() > 108 {
        return problem(400, "INVALID_REQUEST", "INVALID_STRING_MAX_LENGTH");
    }
    match call {
        Call::Token => unknown(),
        Call::Create => books.create(request_id, &json),
        Call::Get => books.order(id, 200),
        Call::Capture => books.capture(id, request_id),
        Call::Refund => books.refund(id, request_id, &json),
        Call::GetRefund => books.get_refund(id),
        Call::GetCapture => books.get_capture(id),
        Call::Verify => books.verify(&text),
    }
}

fn page(parts: &Parts, books: &Shared) -> Option<io::Result<Response<Full<Bytes>>>> {
    let query: Vec<(String, String)> =
        serde_urlencoded::from_str(parts.uri.query().unwrap_or_default()).ok()?;
    let (_, token) = query.into_iter().find(|(name, _)| name == "token")?;
    let mut books = books.lock().expect("no test panicked here");
    let response = Response::builder();
    let response = match books.page(parts.uri.path(), &token)? {
        Page::Html(html) => response
            .header(header::CONTENT_TYPE, "text/html; charset=utf-8")
            .body(Full::from(html)),
        Page::Elsewhere(url) => response
            .status(302)
            .header(header::LOCATION, url)
            .body(Full::default()),
    };
    Some(response.map_err(io::Error::other))
}

fn send(status: u16, body: String) -> io::Result<Response<Full<Bytes>>> {
    Response::builder()
        .status(status)
        .header(header::CONTENT_TYPE, "application/json")
        .header("paypal-debug-id", "f4k3d3bug1d")
        .body(Full::from(body))
        .map_err(io::Error::other)
}

/// HTTP's basic authentication.
fn basic(id: &str, secret: &str) -> String {
    use base64::Engine as _;
    let pair = base64::engine::general_purpose::STANDARD.encode(format!("{id}:{secret}"));
    format!("Basic {pair}")
}
