//! What a test can order to go wrong.

use std::collections::{HashMap, VecDeque};

use serde_json::json;

/// What PayPal is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Call {
    /// For a token.
    Token,
    /// To make an order.
    Create,
    /// For an order.
    Get,
    /// To take an order's money.
    Capture,
    /// To give a capture's money back.
    Refund,
    /// For a refund.
    GetRefund,
    /// For a capture.
    GetCapture,
    /// Whether a webhook is genuine.
    Verify,
}

/// How a call goes wrong.
#[derive(Clone, Debug)]
pub enum Fault {
    /// Nothing is done, and this is answered.
    Answer(u16, String),
    /// It is done, and the connection breaks before the answer.
    Drop,
    /// It is done, and no answer ever comes.
    Silence,
}

impl Fault {
    /// A refusal in PayPal's form: `422`, `INSTRUMENT_DECLINED`.
    pub fn issue(status: u16, issue: &str) -> Self {
        let name = match status {
            401 => "AUTHENTICATION_FAILURE",
            403 => "NOT_AUTHORIZED",
            404 => "RESOURCE_NOT_FOUND",
            429 => "RATE_LIMIT_REACHED",
            500.. => "INTERNAL_SERVER_ERROR",
            _ => "UNPROCESSABLE_ENTITY",
        };
        let body = json!({ "name": name, "details": [{ "issue": issue }], "debug_id": "fake" });
        Self::Answer(status, body.to_string())
    }

    /// An answer that is not PayPal's.
    pub fn garbage(status: u16) -> Self {
        Self::Answer(status, "<html>It works!</html>".to_owned())
    }
}

/// What was ordered, and has not happened yet.
#[derive(Default)]
pub(super) struct Faults(HashMap<Call, VecDeque<Fault>>);

impl Faults {
    pub(super) fn add(&mut self, call: Call, fault: Fault) {
        self.0.entry(call).or_default().push_back(fault);
    }

    pub(super) fn clear(&mut self) {
        self.0.clear();
    }

    pub(super) fn next(&mut self, call: Call) -> Option<Fault> {
        self.0.get_mut(&call)?.pop_front()
    }
}
