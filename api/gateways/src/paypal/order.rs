//! Orders: what PayPal calls an intent. Fields and values that are not known are passed over.

use portico_domain::money::Money;
use reqwest::Url;
use serde::Deserialize;
use serde_json::{
    json,
    value::{RawValue, to_raw_value},
};

use super::{amount::Amount, capture::Capture};
use crate::{Decline, GatewayError, Intent, IntentStatus, NewIntent};

/// The longest description, in bytes.
const DESCRIPTION: usize = 127;

/// An order as PayPal answers it.
#[derive(Deserialize)]
pub(super) struct Order {
    id: String,
    status: String,
    #[serde(default)]
    purchase_units: Vec<Unit>,
    #[serde(default)]
    links: Vec<Link>,
}

/// The one thing that an order of Portico's is for.
#[derive(Deserialize)]
pub(super) struct Unit {
    pub(super) custom_id: Option<String>,
    amount: Option<Amount>,
    payments: Option<Payments>,
}

#[derive(Deserialize)]
struct Payments {
    #[serde(default)]
    captures: Vec<Capture>,
}

/// Another address that belongs to an answer.
#[derive(Deserialize)]
pub(super) struct Link {
    #[serde(default)]
    pub(super) rel: String,
    #[serde(default)]
    pub(super) href: String,
}

/// The body that makes an order. It takes no money before [`super::PayPalGateway`] captures it.
///
/// No invoice number is sent: PayPal refuses a number that it has seen before, and an invoice may
/// well be paid in two parts or at the second attempt.
pub(super) fn body(new: &NewIntent, amount: &Amount) -> serde_json::Result<Box<RawValue>> {
    let mut unit = json!({ "custom_id": new.reference, "amount": amount });
    let end = new.description.floor_char_boundary(DESCRIPTION);
    if let Some(description) = new.description.get(..end).filter(|text| !text.is_empty()) {
        unit["description"] = description.into();
    }
    to_raw_value(&json!({
        "intent": "CAPTURE",
        "purchase_units": [unit],
        "payment_source": { "paypal": { "experience_context": {
            "return_url": new.return_url,
            "cancel_url": new.return_url,
            "shipping_preference": "NO_SHIPPING",
            "user_action": "PAY_NOW",
            "landing_page": "NO_PREFERENCE",
        } } },
    }))
}

impl Order {
    /// The captures, in PayPal's order.
    pub(super) fn captures(&self) -> impl Iterator<Item = &Capture> {
        let payments = self.purchase_units.iter().flat_map(|unit| &unit.payments);
        payments.flat_map(|payments| &payments.captures)
    }

    /// The order as an intent. `scheme` is that of PayPal's own pages.
    ///
    /// # Errors
    /// [`GatewayError::Unavailable`] if the amount is missing or cannot be read.
    pub(super) fn intent(&self, scheme: &str) -> Result<Intent, GatewayError> {
        let unit = self.purchase_units.first();
        let asked = unit.and_then(|unit| unit.amount.as_ref());
        let captured = self.captures().find_map(Capture::amount);
        let amount = asked
            .or(captured)
            .and_then(Amount::money)
            .ok_or_else(unreadable)?;

        let mut amount_received = Money::zero(amount.currency);
        for capture in self.captures().filter(|capture| capture.is_taken()) {
            let taken = capture.amount().and_then(Amount::money);
            amount_received = taken
                .and_then(|taken| amount_received.checked_add(taken).ok())
                .ok_or_else(unreadable)?;
        }
        let reference = unit.and_then(|unit| unit.custom_id.as_deref());
        let status = self.status();
        Ok(Intent {
            id: self.id.clone(),
            status,
            amount,
            amount_received,
            reference: reference
                .or_else(|| self.captures().find_map(Capture::custom_id))
                .unwrap_or_default()
                .to_owned(),
            client_secret: String::new(),
            approval_url: self.approval_url(scheme).filter(|_| {
                matches!(
                    status,
                    IntentStatus::RequiresAction | IntentStatus::RequiresPaymentMethod
                )
            }),
            method_id: None,
            latest_decline: self.latest_decline(status),
            method_summary: None,
        })
    }

    /// Money that was captured counts first. An order alone takes none, so that a status that
    /// Portico does not know is one in which the payer still has to do something.
    fn status(&self) -> IntentStatus {
        if self.captures().any(Capture::is_taken) {
            return IntentStatus::Succeeded;
        }
        if self.captures().any(Capture::is_open) {
            return IntentStatus::Processing;
        }
        match self.status.as_str() {
            "APPROVED" => IntentStatus::RequiresConfirmation,
            "VOIDED" => IntentStatus::Canceled,
            "COMPLETED" if self.captures().next().is_some() => IntentStatus::RequiresPaymentMethod,
            // Completed by a capture that is not listed yet.
            "COMPLETED" => IntentStatus::Processing,
            _ => IntentStatus::RequiresAction,
        }
    }

    fn latest_decline(&self, status: IntentStatus) -> Option<Decline> {
        let settled = matches!(status, IntentStatus::Succeeded | IntentStatus::Processing);
        let last = self.captures().last().filter(|_| !settled)?;
        Some(last.decline())
    }

    fn approval_url(&self, scheme: &str) -> Option<String> {
        let mut links = self.links.iter();
        let link = links.find(|link| matches!(link.rel.as_str(), "payer-action" | "approve"))?;
        let url: Url = link.href.parse().ok()?;
        (url.scheme() == scheme).then(|| url.into())
    }
}

fn unreadable() -> GatewayError {
    GatewayError::Unavailable("PayPal's order has no readable amount".to_owned())
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;

    fn intent(order: &Value) -> Result<Intent, GatewayError> {
        let order: Order = serde_json::from_value(order.clone()).unwrap();
        order.intent("https")
    }

    fn order(status: &str, captures: &[&str]) -> Value {
        let amount = json!({ "currency_code": "EUR", "value": "10.00" });
        let capture = |status: &&str| json!({ "id": "C", "status": status, "amount": amount });
        let captures: Vec<_> = captures.iter().map(capture).collect();
        json!({
            "id": "O",
            "status": status,
            "purchase_units": [{ "custom_id": "pay_1", "amount": amount, "payments": { "captures": captures } }],
            "links": [{ "rel": "payer-action", "href": "https://www.paypal.com/checkoutnow?token=O" }],
            "something_new": { "a": 1 },
        })
    }

    #[test]
    fn money_that_was_captured_counts_before_the_orders_status() {
        use IntentStatus as Is;
        for (status, captures, expected, received) in [
            ("CREATED", &[][..], Is::RequiresAction, 0),
            ("PAYER_ACTION_REQUIRED", &[], Is::RequiresAction, 0),
            ("SAVED", &[], Is::RequiresAction, 0),
            ("SOMETHING_NEW", &[], Is::RequiresAction, 0),
            ("APPROVED", &[], Is::RequiresConfirmation, 0),
            ("VOIDED", &[], Is::Canceled, 0),
            ("COMPLETED", &[], Is::Processing, 0),
            ("COMPLETED", &["PENDING"], Is::Processing, 0),
            ("COMPLETED", &["SOMETHING_NEW"], Is::Processing, 0),
            ("COMPLETED", &["DECLINED"], Is::RequiresPaymentMethod, 0),
            ("COMPLETED", &["FAILED"], Is::RequiresPaymentMethod, 0),
            ("COMPLETED", &["COMPLETED"], Is::Succeeded, 1_000),
            (
                "COMPLETED",
                &["DECLINED", "COMPLETED"],
                Is::Succeeded,
                1_000,
            ),
            ("COMPLETED", &["PARTIALLY_REFUNDED"], Is::Succeeded, 1_000),
            ("COMPLETED", &["REFUNDED"], Is::Succeeded, 1_000),
            ("SOMETHING_NEW", &["COMPLETED"], Is::Succeeded, 1_000),
        ] {
            let intent = intent(&order(status, captures)).unwrap();
            let found = (intent.status, intent.amount_received.amount);
            assert_eq!(found, (expected, received), "{status} {captures:?}");
            assert_eq!(
                intent.latest_decline.is_some(),
                expected == Is::RequiresPaymentMethod
            );
            let payer_is_asked = matches!(expected, Is::RequiresAction | Is::RequiresPaymentMethod);
            assert_eq!(intent.approval_url.is_some(), payer_is_asked);
        }
    }

    #[test]
    fn the_payer_is_sent_to_no_other_scheme() {
        for href in [
            "javascript:alert(1)",
            "http://www.paypal.com/",
            "nonsense",
            "",
        ] {
            let mut order = order("CREATED", &[]);
            order["links"][0]["href"] = href.into();
            assert_eq!(intent(&order).unwrap().approval_url, None, "{href}");
        }
    }

    #[test]
    fn an_amount_that_cannot_be_read_is_no_amount() {
        let mut order = order("COMPLETED", &["COMPLETED"]);
        order["purchase_units"][0]["payments"]["captures"][0]["amount"]["value"] = "x".into();
        assert!(intent(&order).unwrap_err().outcome_is_unknown());
        assert!(intent(&json!({ "id": "O", "status": "CREATED" })).is_err());
    }
}
