//! What PayPal remembers.

use std::collections::{BTreeMap, HashMap, HashSet};

use serde_json::{Value, json};

use super::{
    CLIENT_SECRET, Webhook,
    faults::{Call, Faults},
    orders::Order,
    refunds::Refund,
};

/// A status and a body.
pub(super) type Reply = (u16, Value);

pub(super) struct Books {
    pub(super) base: String,
    pub(super) secret: String,
    pub(super) tokens: HashSet<String>,
    pub(super) token_lifetime: u32,
    pub(super) orders: BTreeMap<String, Order>,
    pub(super) refunds: BTreeMap<String, Refund>,
    pub(super) transmissions: Vec<Webhook>,
    pub(super) faults: Faults,
    pub(super) calls: Vec<Call>,
    pub(super) last_order: Value,
    /// What was made at a call, by its path and request id: a repetition makes nothing.
    made: HashMap<(String, String), String>,
    serial: u32,
}

impl Books {
    pub(super) fn new(base: &str) -> Self {
        Self {
            base: base.to_owned(),
            secret: CLIENT_SECRET.to_owned(),
            tokens: HashSet::new(),
            token_lifetime: 32_400,
            orders: BTreeMap::new(),
            refunds: BTreeMap::new(),
            transmissions: Vec::new(),
            faults: Faults::default(),
            calls: Vec::new(),
            last_order: Value::Null,
            made: HashMap::new(),
            serial: 0,
        }
    }

    /// A new id of PayPal's form.
    pub(super) fn id(&mut self, prefix: &str) -> String {
        self.serial += 1;
        format!("{prefix}{:0width$}", self.serial, width = 17 - prefix.len())
    }

    pub(super) fn grant(&mut self) -> Reply {
        let token = self.id("A21AA");
        self.tokens.insert(token.clone());
        let body = json!({
            "access_token": token,
            "token_type": "Bearer",
            "expires_in": self.token_lifetime,
        });
        (200, body)
    }

    /// What the same call made before.
    pub(super) fn made(&self, path: &str, request_id: &str) -> Option<String> {
        let key = (path.to_owned(), request_id.to_owned());
        self.made.get(&key).cloned()
    }

    pub(super) fn remember(&mut self, path: &str, request_id: &str, made: &str) {
        let key = (path.to_owned(), request_id.to_owned());
        self.made.insert(key, made.to_owned());
    }
}

/// A refusal in PayPal's form.
pub(super) fn problem(status: u16, name: &str, issue: &str) -> Reply {
    let body = json!({ "name": name, "details": [{ "issue": issue }], "debug_id": "fake" });
    (status, body)
}

pub(super) fn refused(issue: &str) -> Reply {
    problem(422, "UNPROCESSABLE_ENTITY", issue)
}

pub(super) fn unknown() -> Reply {
    problem(404, "RESOURCE_NOT_FOUND", "INVALID_RESOURCE_ID")
}

/// An amount in hundredths, if it is written as PayPal wants it: whole for HUF, JPY and TWD, else with two decimals.
pub(super) fn hundredths(amount: &Value) -> Result<i64, Reply> {
    let text = amount["value"].as_str().unwrap_or_default();
    let whole = matches!(
        amount["currency_code"].as_str(),
        Some("HUF" | "JPY" | "TWD")
    );
    let (major, minor) = match text.split_once('.') {
        Some(_) if whole => return Err(refused("DECIMALS_NOT_SUPPORTED")),
        None if whole => (text, "00"),
        Some(parts) if parts.1.len() == 2 => parts,
        _ => return Err(refused("DECIMAL_PRECISION")),
    };
    match format!("{major}{minor}").parse() {
        Ok(hundredths @ 1..) => Ok(hundredths),
        Ok(_) => Err(refused("CANNOT_BE_ZERO_OR_NEGATIVE")),
        Err(_) => Err(refused("INVALID_PARAMETER_SYNTAX")),
    }
}
