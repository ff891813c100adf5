//! Orders and their captures.

use serde_json::{Value, json};

use super::books::{Books, Reply, hundredths, refused, unknown};

/// What the payer pays from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Funds {
    /// Money that is there.
    Good,
    /// A card or an account that the bank declines at once.
    Declined,
    /// Money that arrives in days, such as an eCheck; [`super::FakePayPal::settle`] says how it ends.
    Pending,
    /// Money whose capture is made, and declined.
    CaptureDeclined,
}

pub(super) struct Order {
    pub(super) id: String,
    pub(super) status: &'static str,
    pub(super) unit: Value,
    pub(super) return_url: String,
    pub(super) cancel_url: String,
    pub(super) funds: Funds,
    pub(super) capture: Option<Capture>,
}

pub(super) struct Capture {
    pub(super) id: String,
    pub(super) status: &'static str,
    pub(super) refunded: i64,
}

impl Order {
    pub(super) fn amount(&self) -> i64 {
        hundredths(&self.unit["amount"]).unwrap_or_default()
    }

    pub(super) fn capture_json(&self, base: &str) -> Option<Value> {
        let capture = self.capture.as_ref()?;
        let mut json = json!({
            "id": capture.id,
            "status": capture.status,
            "amount": self.unit["amount"],
            "final_capture": true,
            "custom_id": self.unit["custom_id"],
            "supplementary_data": { "related_ids": { "order_id": self.id } },
            "links": [
                { "href": format!("{base}/v2/payments/captures/{}", capture.id), "rel": "self", "method": "GET" },
                { "href": format!("{base}/v2/checkout/orders/{}", self.id), "rel": "up", "method": "GET" },
            ],
        });
        if capture.status == "PENDING" {
            json["status_details"] = json!({ "reason": "ECHECK" });
        }
        Some(json)
    }

    pub(super) fn json(&self, base: &str) -> Value {
        let mut unit = self.unit.clone();
        unit["reference_id"] = "default".into();
        if let Some(mut capture) = self.capture_json(base) {
            // An order's own answers tell nothing that they know already.
            if let Some(fields) = capture.as_object_mut() {
                fields.remove("supplementary_data");
            }
            unit["payments"] = json!({ "captures": [capture] });
        }
        let mut links = vec![json!({
            "href": format!("{base}/v2/checkout/orders/{}", self.id), "rel": "self", "method": "GET",
        })];
        if matches!(self.status, "PAYER_ACTION_REQUIRED" | "APPROVED") {
            links.push(json!({
                "href": format!("{base}/checkoutnow?token={}", self.id), "rel": "payer-action", "method": "GET",
            }));
        }
        json!({
            "id": self.id,
            "intent": "CAPTURE",
            "status": self.status,
            "payment_source": { "paypal": {} },
            "purchase_units": [unit],
            "links": links,
        })
    }
}

impl Books {
    pub(super) fn create(&mut self, request_id: &str, body: &Value) -> Reply {
        if let Some(id) = self.made("create", request_id) {
            return self.order(&id, 200);
        }
        let context = &body["payment_source"]["paypal"]["experience_context"];
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let unit = &body["purchase_units"][0];
        if body["intent"] != "CAPTURE"
            || request_id.is_empty()
            || !context["return_url"].is_string()
        {
            return refused("MISSING_REQUIRED_PARAMETER");
        }
        if text(&unit["custom_id"]).len() > 127 || text(&unit["description"]).len() > 127 {
            return refused("INVALID_STRING_MAX_LENGTH");
        }
        if let Err(problem) = hundredths(&unit["amount"]) {
            return problem;
        }
        let id = self.id("ORDER");
        let order = Order {
            id: id.clone(),
            status: "PAYER_ACTION_REQUIRED",
            unit: unit.clone(),
            return_url: text(&context["return_url"]),
            cancel_url: text(&context["cancel_url"]),
            funds: Funds::Good,
            capture: None,
        };
        self.last_order = body.clone();
        self.orders.insert(id.clone(), order);
        self.remember("create", request_id, &id);
        self.order(&id, 200)
    }

    pub(super) fn order(&self, id: &str, status: u16) -> Reply {
        let order = self.orders.get(id);
        order.map_or_else(unknown, |order| (status, order.json(&self.base)))
    }

    pub(super) fn capture(&mut self, order: &str, request_id: &str) -> Reply {
        let path = format!("capture {order}");
        if self.made(&path, request_id).is_some() {
            return self.order(order, 200);
        }
        let id = self.id("CAPTURE");
        let Some(found) = self.orders.get_mut(order) else {
            return unknown();
        };
        match (found.status, found.funds) {
            ("COMPLETED", _) => return refused("ORDER_ALREADY_CAPTURED"),
            ("APPROVED", Funds::Declined) => return refused("INSTRUMENT_DECLINED"),
            ("APPROVED", _) => {}
            _ => return refused("ORDER_NOT_APPROVED"),
        }
        found.status = "COMPLETED";
        found.capture = Some(Capture {
            id: id.clone(),
            refunded: 0,
            status: match found.funds {
                Funds::Pending => "PENDING",
                Funds::CaptureDeclined => "DECLINED",
                Funds::Good | Funds::Declined => "COMPLETED",
            },
        });
        self.remember(&path, request_id, &id);
        self.order(order, 201)
    }

    pub(super) fn approve(&mut self, order: &str, funds: Funds) {
        let order = self.orders.get_mut(order).expect("an order");
        if order.status != "COMPLETED" {
            order.status = "APPROVED";
            order.funds = funds;
        }
    }

    pub(super) fn settle(&mut self, order: &str, arrives: bool) {
        let order = self.orders.get_mut(order).expect("an order");
        let capture = order.capture.as_mut().expect("a capture");
        assert_eq!(capture.status, "PENDING");
        capture.status = if arrives { "COMPLETED" } else { "DECLINED" };
    }

    pub(super) fn captured(&self, order: &str) -> i64 {
        let order = &self.orders[order];
        let capture = order.capture.as_ref();
        let taken = capture.filter(|capture| !matches!(capture.status, "PENDING" | "DECLINED"));
        taken.map_or(0, |_| order.amount())
    }
}
