//! Webhooks, and whether they are genuine.

use serde::Deserialize;
use serde_json::{Value, json, value::RawValue};

use super::{
    WEBHOOK_ID,
    books::{Books, Reply},
};

/// A webhook as PayPal sends it.
#[derive(Clone, Debug)]
pub struct Webhook {
    /// Names and values.
    pub headers: Vec<(String, String)>,
    /// The JSON body. Its spaces belong to what is signed.
    pub body: String,
}

impl Webhook {
    fn header(&self, name: &str) -> &str {
        let found = self.headers.iter().find(|(own, _)| own == name);
        found.map_or("", |(_, value)| value)
    }
}

/// What PayPal is asked to check. The event must come as it was sent, to the letter.
#[derive(Deserialize)]
struct Asked<'a> {
    auth_algo: String,
    cert_url: String,
    transmission_id: String,
    transmission_sig: String,
    transmission_time: String,
    webhook_id: String,
    #[serde(borrow)]
    webhook_event: &'a RawValue,
}

impl Books {
    pub(super) fn webhook(&mut self, event_type: &str, order: &str, time: &str) -> Webhook {
        let (kind, resource) = self.resource(event_type, order);
        let (event, transmission) = (self.id("WH-"), self.id("T-"));
        // Written with the spaces that nobody who reads and writes JSON again would keep.
        let body = format!(
            "{{ \"id\":\"{event}\",\"event_version\" : \"1.0\", \"resource_type\":\"{kind}\",\n  \
             \"event_type\":\"{event_type}\", \"resource\": {resource} }}"
        );
        let headers = [
            ("paypal-auth-algo", "SHA256withRSA".to_owned()),
            ("paypal-cert-url", format!("{}/certs/CERT-1", self.base)),
            ("paypal-transmission-id", transmission.clone()),
            (
                "paypal-transmission-sig",
                format!("signature-of-{transmission}"),
            ),
            ("paypal-transmission-time", time.to_owned()),
        ];
        let webhook = Webhook {
            headers: headers
                .map(|(name, value)| (name.to_owned(), value))
                .to_vec(),
            body,
        };
        self.transmissions.push(webhook.clone());
        webhook
    }

    fn resource(&self, event_type: &str, order: &str) -> (&'static str, Value) {
        let order = &self.orders[order];
        let capture = order.capture.as_ref().map(|capture| capture.id.clone());
        let id = capture.clone().unwrap_or_default();
        match event_type.split('.').next() {
            Some("CHECKOUT") => ("checkout-order", order.json(&self.base)),
            Some("CUSTOMER") => {
                let disputed = json!([{ "seller_transaction_id": id }]);
                let dispute = json!({ "dispute_id": "PP-D-1", "disputed_transactions": disputed });
                ("dispute", dispute)
            }
            _ if event_type.contains("REFUND") => {
                ("refund", self.last_refund(&id).expect("a refund"))
            }
            _ => {
                let capture = order.capture_json(&self.base);
                ("capture", capture.unwrap_or_else(|| json!({})))
            }
        }
    }

    pub(super) fn verify(&self, body: &str) -> Reply {
        let Ok(asked) = serde_json::from_str::<Asked<'_>>(body) else {
            return super::books::problem(400, "VALIDATION_ERROR", "INVALID_PARAMETER_SYNTAX");
        };
        let genuine = self.transmissions.iter().any(|sent| {
            let header = |name: &str| sent.header(&format!("paypal-{name}")).to_owned();
            asked.webhook_event.get() == sent.body
                && asked.webhook_id == WEBHOOK_ID
                && asked.auth_algo == header("auth-algo")
                && asked.cert_url == header("cert-url")
                && asked.transmission_id == header("transmission-id")
                && asked.transmission_sig == header("transmission-sig")
                && asked.transmission_time == header("transmission-time")
        });
        let status = if genuine { "SUCCESS" } else { "FAILURE" };
        (200, json!({ "verification_status": status }))
    }
}
