//! PayPal's webhooks. Their signature is checked by PayPal itself, to which the body goes as it came.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use serde_json::value::{RawValue, to_raw_value};

use super::{
    api::{Api, Call},
    capture::{Capture, RelatedIds, SupplementaryData},
    issue::Failure,
    order::{Link, Unit},
};
use crate::{
    GatewayError, WebhookError, WebhookEvent, WebhookKind,
    webhook::{TOLERANCE, header},
};

/// How old a transmission may be: PayPal repeats one for three days. An event that is told again
/// does no harm, since it is known by its id and PayPal is asked before anything is believed.
const OLDEST: TimeDelta = TimeDelta::days(4);

/// What is sent to PayPal to be checked.
#[derive(Serialize)]
struct Claim<'a> {
    auth_algo: &'a str,
    cert_url: &'a str,
    transmission_id: &'a str,
    transmission_sig: &'a str,
    transmission_time: &'a str,
    webhook_id: &'a str,
    webhook_event: &'a RawValue,
}

#[derive(Deserialize)]
struct Verification {
    #[serde(default)]
    verification_status: String,
}

/// The body of a webhook. Other products of PayPal's have other resources, which are not read.
#[derive(Deserialize)]
struct Body<'a> {
    id: String,
    event_type: String,
    #[serde(borrow)]
    resource: &'a RawValue,
}

/// What an event is about: an order, a capture, a refund or a dispute.
#[derive(Deserialize)]
struct Resource {
    id: Option<String>,
    custom_id: Option<String>,
    #[serde(default)]
    purchase_units: Vec<Unit>,
    supplementary_data: Option<SupplementaryData>,
    #[serde(default)]
    links: Vec<Link>,
    #[serde(default)]
    disputed_transactions: Vec<DisputedTransaction>,
}

#[derive(Deserialize)]
struct DisputedTransaction {
    seller_transaction_id: Option<String>,
}

/// Checks a webhook, then reads it.
pub(super) async fn parse(
    api: &Api,
    webhook_id: Option<&str>,
    headers: &[(&str, &str)],
    body: &[u8],
    received_at: DateTime<Utc>,
) -> Result<Option<WebhookEvent>, WebhookError> {
    let signed = |name| header(headers, name).ok_or(WebhookError::Unsigned);
    let whole: &RawValue = serde_json::from_slice(body).map_err(|_| WebhookError::Malformed)?;
    let event: Body<'_> = serde_json::from_slice(body).map_err(|_| WebhookError::Malformed)?;
    let transmission = Claim {
        auth_algo: signed("PAYPAL-AUTH-ALGO")?,
        cert_url: signed("PAYPAL-CERT-URL")?,
        transmission_id: signed("PAYPAL-TRANSMISSION-ID")?,
        transmission_sig: signed("PAYPAL-TRANSMISSION-SIG")?,
        transmission_time: signed("PAYPAL-TRANSMISSION-TIME")?,
        webhook_id: webhook_id.ok_or(WebhookError::Unavailable)?,
        webhook_event: whole,
    };
    check_time(transmission.transmission_time, received_at)?;
    verify(api, &transmission).await?;

    let Some(kind) = kind_of(&event.event_type) else {
        return Ok(None);
    };
    let resource =
        serde_json::from_str(event.resource.get()).map_err(|_| WebhookError::Malformed)?;
    let found = locate(api, &event.event_type, resource).await?;
    Ok(found.map(|(intent_id, reference)| WebhookEvent {
        id: event.id,
        kind,
        intent_id,
        reference,
    }))
}

fn check_time(time: &str, received_at: DateTime<Utc>) -> Result<(), WebhookError> {
    let sent_at: DateTime<Utc> = time.parse().map_err(|_| WebhookError::Malformed)?;
    let age = received_at.signed_duration_since(sent_at);
    if age > OLDEST || age < -TOLERANCE {
        return Err(WebhookError::OutsideTolerance);
    }
    Ok(())
}

async fn verify(api: &Api, transmission: &Claim<'_>) -> Result<(), WebhookError> {
    let body = to_raw_value(transmission).map_err(|_| WebhookError::Malformed)?;
    let path = ["v1", "notifications", "verify-webhook-signature"];
    match api.call::<Verification>(Call::post(&path, body)).await {
        Ok(answer) if answer.verification_status == "SUCCESS" => Ok(()),
        // PayPal finds fault with the headers themselves, which anybody may have made up.
        Ok(_) | Err(Failure::Issue(_)) => Err(WebhookError::WrongSignature),
        Err(Failure::Gateway(_)) => Err(WebhookError::Unavailable),
    }
}

fn kind_of(event_type: &str) -> Option<WebhookKind> {
    match event_type {
        "CHECKOUT.ORDER.APPROVED"
        | "CHECKOUT.ORDER.COMPLETED"
        | "PAYMENT.CAPTURE.COMPLETED"
        | "PAYMENT.CAPTURE.PENDING"
        | "PAYMENT.CAPTURE.DENIED"
        | "PAYMENT.CAPTURE.DECLINED" => Some(WebhookKind::IntentUpdated),
        "PAYMENT.CAPTURE.REVERSED" | "CUSTOMER.DISPUTE.CREATED" => Some(WebhookKind::Disputed),
        "PAYMENT.CAPTURE.REFUNDED" => Some(WebhookKind::RefundUpdated),
        _ if event_type.starts_with("PAYMENT.REFUND.") => Some(WebhookKind::RefundUpdated),
        _ => None,
    }
}

/// The order and the payment that an event is about; nothing if it is none of Portico's, since
/// other software may use the same account.
async fn locate(
    api: &Api,
    event_type: &str,
    resource: Resource,
) -> Result<Option<(String, String)>, WebhookError> {
    if event_type.starts_with("CHECKOUT.ORDER.") {
        let mut units = resource.purchase_units.into_iter();
        let reference = units.find_map(|unit| unit.custom_id);
        return Ok(resource.id.zip(reference));
    }
    let related: RelatedIds = resource
        .supplementary_data
        .and_then(|data| data.related_ids)
        .unwrap_or_default();
    if let (Some(order), Some(reference)) = (related.order_id, resource.custom_id) {
        return Ok(Some((order, reference)));
    }
    // Refunds, reversals and disputes know the capture only.
    let mut disputed = resource.disputed_transactions.into_iter();
    let capture = related
        .capture_id
        .or_else(|| disputed.find_map(|of| of.seller_transaction_id))
        .or_else(|| resource.links.iter().find_map(capture_of))
        .or_else(|| {
            resource
                .id
                .filter(|_| event_type.starts_with("PAYMENT.CAPTURE."))
        });
    match capture {
        Some(capture) => look_up(api, &capture).await,
        None => Ok(None),
    }
}

/// The id of the capture that a refund's link leads up to.
fn capture_of(link: &Link) -> Option<String> {
    let (_, id) = link.href.rsplit_once("/captures/")?;
    (link.rel == "up").then(|| id.to_owned())
}

async fn look_up(api: &Api, capture: &str) -> Result<Option<(String, String)>, WebhookError> {
    if !super::is_id(capture) {
        return Ok(None);
    }
    let path = ["v2", "payments", "captures", capture];
    match api.call::<Capture>(Call::get(&path)).await {
        Ok(capture) => {
            let order = capture.order_id().map(str::to_owned);
            Ok(order.zip(capture.custom_id().map(str::to_owned)))
        }
        Err(Failure::Gateway(GatewayError::NotFound) | Failure::Issue(_)) => Ok(None),
        Err(Failure::Gateway(_)) => Err(WebhookError::Unavailable),
    }
}
