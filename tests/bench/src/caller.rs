//! Somebody who calls the product: signed in, one request after another.

use std::{net::SocketAddr, path::Path};

use anyhow::{Context, Result, ensure};
use bytes::Bytes;
use http_body_util::Full;
use hyper::{Method, Request};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::load::{Answer, Connection};

/// A caller with a session.
pub struct Caller {
    address: SocketAddr,
    token: String,
    connection: Connection,
}

/// The demo's sign-ins, as `portico seed --demo` writes them down.
#[derive(Clone, Deserialize)]
pub struct SignIns {
    portal_name: String,
    email: String,
    password: String,
    staff_email: String,
    staff_password: String,
}

/// Whose side a route is on.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Side {
    Office,
    Portal,
}

impl SignIns {
    /// Those of the data folder.
    pub fn read(data: &Path) -> Result<Self> {
        let text = std::fs::read_to_string(data.join("demo.json"))?;
        Ok(serde_json::from_str(&text)?)
    }

    /// Signs in.
    pub async fn sign_in(&self, address: SocketAddr, side: Side) -> Result<Caller> {
        let (path, body) = match side {
            Side::Office => (
                "/auth/sign-in".to_owned(),
                json!({ "email": self.staff_email, "password": self.staff_password }),
            ),
            Side::Portal => (
                format!("/portal/{}/auth/sign-in", self.portal_name),
                json!({ "email": self.email, "password": self.password }),
            ),
        };
        let mut caller = Caller {
            address,
            token: String::new(),
            connection: Connection::open(address).await?,
        };
        let session = caller.call(&Method::POST, &path, Some(&body)).await?;
        session["access_token"]
            .as_str()
            .context("no access token")?
            .clone_into(&mut caller.token);
        Ok(caller)
    }
}

impl Caller {
    /// A request to a path below `/api/v1`, with an idempotency key if it changes something.
    fn request(
        &self,
        method: &Method,
        path: &str,
        body: Option<&Value>,
    ) -> Result<Request<Full<Bytes>>> {
        request(self.address, &self.token, method, path, body)
    }

    /// What makes such requests later, elsewhere.
    pub fn maker(
        &self,
    ) -> impl Fn(&Method, &str, Option<&Value>) -> Option<Request<Full<Bytes>>> + Send + Sync + 'static
    {
        let (address, token) = (self.address, self.token.clone());
        move |method, path, body| request(address, &token, method, path, body).ok()
    }

    /// Sends a request; an answer that is no success is an error.
    pub async fn send(
        &mut self,
        method: &Method,
        path: &str,
        body: Option<&Value>,
    ) -> Result<Answer> {
        let request = self.request(method, path, body)?;
        let answer = self.connection.send(request).await?;
        ensure!(
            answer.status.is_success(),
            "{path}: {} {}",
            answer.status,
            String::from_utf8_lossy(&answer.body)
        );
        Ok(answer)
    }

    /// The same, read as JSON.
    pub async fn call(
        &mut self,
        method: &Method,
        path: &str,
        body: Option<&Value>,
    ) -> Result<Value> {
        let answer = self.send(method, path, body).await?;
        Ok(serde_json::from_slice(&answer.body)?)
    }

    /// Some rows of a list.
    pub async fn list(&mut self, path: &str) -> Result<Vec<Value>> {
        let mut page = self.call(&Method::GET, path, None).await?;
        match page["data"].take() {
            Value::Array(rows) => Ok(rows),
            other => anyhow::bail!("{path}: no list but {other}"),
        }
    }
}

fn request(
    address: SocketAddr,
    token: &str,
    method: &Method,
    path: &str,
    body: Option<&Value>,
) -> Result<Request<Full<Bytes>>> {
    let mut request = Request::builder()
        .method(method)
        .uri(format!("/api/v1{path}"))
        .header("host", address.to_string());
    if !token.is_empty() {
        request = request.header("authorization", format!("Bearer {token}"));
    }
    if *method != Method::GET {
        request = request.header("idempotency-key", uuid::Uuid::new_v4().to_string());
    }
    let bytes = match body {
        Some(body) => {
            request = request.header("content-type", "application/json");
            Bytes::from(serde_json::to_vec(body)?)
        }
        None => Bytes::new(),
    };
    Ok(request.body(Full::new(bytes))?)
}
