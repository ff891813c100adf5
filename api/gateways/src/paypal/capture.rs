//! Captures: the money of an order, taken.

use serde::Deserialize;

use super::amount::Amount;
use crate::Decline;

/// A capture as PayPal answers it.
#[derive(Deserialize)]
pub(super) struct Capture {
    pub(super) id: String,
    #[serde(default)]
    status: String,
    status_details: Option<StatusDetails>,
    amount: Option<Amount>,
    custom_id: Option<String>,
    supplementary_data: Option<SupplementaryData>,
}

#[derive(Deserialize)]
struct StatusDetails {
    reason: Option<String>,
}

/// What else an answer or an event belongs to.
#[derive(Deserialize)]
pub(super) struct SupplementaryData {
    pub(super) related_ids: Option<RelatedIds>,
}

/// The ids of what an answer or an event belongs to.
#[derive(Clone, Default, Deserialize)]
pub(super) struct RelatedIds {
    pub(super) order_id: Option<String>,
    pub(super) capture_id: Option<String>,
}

impl Capture {
    pub(super) const fn amount(&self) -> Option<&Amount> {
        self.amount.as_ref()
    }

    /// [`crate::NewIntent::reference`].
    pub(super) fn custom_id(&self) -> Option<&str> {
        self.custom_id.as_deref()
    }

    /// The order whose money it is.
    pub(super) fn order_id(&self) -> Option<&str> {
        let related = self.supplementary_data.as_ref()?.related_ids.as_ref()?;
        related.order_id.as_deref()
    }

    /// Whether the money was taken, even if it was given back since.
    pub(super) fn is_taken(&self) -> bool {
        matches!(
            self.status.as_str(),
            "COMPLETED" | "PARTIALLY_REFUNDED" | "REFUNDED"
        )
    }

    /// Whether the money may still be taken: pending, or in a state that Portico does not know.
    pub(super) fn is_open(&self) -> bool {
        !self.is_taken() && !matches!(self.status.as_str(), "DECLINED" | "FAILED")
    }

    /// Why it was declined.
    pub(super) fn decline(&self) -> Decline {
        let details = self.status_details.as_ref();
        let reason = details.and_then(|details| details.reason.as_deref());
        let code = reason.unwrap_or("capture_declined").to_ascii_lowercase();
        Decline::new(&code, "payment-declined")
    }
}
