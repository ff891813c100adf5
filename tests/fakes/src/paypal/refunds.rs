//! Refunds of captures.

use serde_json::{Value, json};

use super::{
    books::{Books, Reply, hundredths, refused, unknown},
    orders::Order,
};

pub(super) struct Refund {
    id: String,
    capture: String,
    amount: Value,
    custom_id: Value,
}

impl Refund {
    pub(super) fn json(&self, base: &str) -> Value {
        json!({
            "id": self.id,
            "status": "COMPLETED",
            "amount": self.amount,
            "custom_id": self.custom_id,
            "links": [
                { "href": format!("{base}/v2/payments/refunds/{}", self.id), "rel": "self", "method": "GET" },
                { "href": format!("{base}/v2/payments/captures/{}", self.capture), "rel": "up", "method": "GET" },
            ],
        })
    }
}

impl Books {
    fn of_capture(&mut self, id: &str) -> Option<&mut Order> {
        let mut orders = self.orders.values_mut();
        orders.find(|order| {
            order
                .capture
                .as_ref()
                .is_some_and(|capture| capture.id == id)
        })
    }

    pub(super) fn get_capture(&mut self, id: &str) -> Reply {
        let base = self.base.clone();
        let order = self.of_capture(id);
        let capture = order.and_then(|order| order.capture_json(&base));
        capture.map_or_else(unknown, |capture| (200, capture))
    }

    pub(super) fn refund(&mut self, capture: &str, request_id: &str, body: &Value) -> Reply {
        let path = format!("refund {capture}");
        if let Some(id) = self.made(&path, request_id) {
            return self.get_refund(&id);
        }
        let id = self.id("REFUND");
        let Some(order) = self.of_capture(capture) else {
            return unknown();
        };
        let (whole, custom_id) = (order.amount(), order.unit["custom_id"].clone());
        let currency = &order.unit["amount"]["currency_code"];
        if body["amount"]["currency_code"] != *currency {
            return refused("REFUND_CAPTURE_CURRENCY_MISMATCH");
        }
        let amount = match hundredths(&body["amount"]) {
            Ok(amount) => amount,
            Err(problem) => return problem,
        };
        let Some(taken) = order.capture.as_mut() else {
            return unknown();
        };
        match taken.status {
            "PENDING" => return refused("PENDING_CAPTURE"),
            "REFUNDED" => return refused("CAPTURE_FULLY_REFUNDED"),
            _ if taken.refunded + amount > whole => return refused("REFUND_AMOUNT_EXCEEDED"),
            _ => {}
        }
        taken.refunded += amount;
        taken.status = if taken.refunded == whole {
            "REFUNDED"
        } else {
            "PARTIALLY_REFUNDED"
        };
        let refund = Refund {
            id: id.clone(),
            capture: capture.to_owned(),
            amount: body["amount"].clone(),
            custom_id,
        };
        self.refunds.insert(id.clone(), refund);
        self.remember(&path, request_id, &id);
        let (_, body) = self.get_refund(&id);
        (201, body)
    }

    pub(super) fn get_refund(&self, id: &str) -> Reply {
        let refund = self.refunds.get(id);
        refund.map_or_else(unknown, |refund| (200, refund.json(&self.base)))
    }

    /// The last refund of a capture, as an event tells of it.
    pub(super) fn last_refund(&self, capture: &str) -> Option<Value> {
        let mut refunds = self.refunds.values().rev();
        let refund = refunds.find(|refund| refund.capture == capture)?;
        Some(refund.json(&self.base))
    }

    pub(super) fn refunded(&self, order: &str) -> i64 {
        let capture = self.orders[order].capture.as_ref();
        capture.map_or(0, |capture| capture.refunded)
    }
}
