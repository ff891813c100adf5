//! PayPal's names for what went wrong, and what Portico makes of them.

use serde::Deserialize;

use crate::{CpCode, Decline, GatewayError};

/// The longest name that is kept.
const LONGEST: usize = 64;

/// How a call failed: with a word of PayPal's that its caller may know better, or as any call can.
#[derive(Debug)]
pub(super) enum Failure {
    /// PayPal understood, and says no for this reason: `INSTRUMENT_DECLINED`.
    Issue(String),
    /// Everything else.
    Gateway(GatewayError),
}

impl From<GatewayError> for Failure {
    fn from(error: GatewayError) -> Self {
        Self::Gateway(error)
    }
}

impl From<Failure> for GatewayError {
    fn from(failure: Failure) -> Self {
        match failure {
            // Another call with the same key, or the same order, is at work: what comes of it is not known yet.
            Failure::Issue(issue) if issue == "ORDER_COMPLETION_IN_PROGRESS" => {
                Self::Unavailable("PayPal is still at work on the order".to_owned())
            }
            Failure::Issue(issue) => Self::Refused(decline(&issue)),
            Failure::Gateway(error) => error,
        }
    }
}

/// PayPal's body of an error.
#[derive(Deserialize)]
struct Problem {
    name: String,
    #[serde(default)]
    details: Vec<Detail>,
}

#[derive(Deserialize)]
struct Detail {
    #[serde(default)]
    issue: String,
}

/// The reason that an error's body names; nothing if it is not PayPal's.
pub(super) fn issue_of(body: &[u8]) -> Option<String> {
    let Problem { name, details } = serde_json::from_slice(body).ok()?;
    let issues = details.into_iter().map(|detail| detail.issue);
    let issue = issues.chain([name]).find(|issue| !issue.is_empty())?;
    let plain = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
    Some(
        issue
            .chars()
            .filter(|letter| plain(*letter))
            .take(LONGEST)
            .collect(),
    )
}

/// A refusal, with the code that staff know where one fits.
pub(super) fn decline(issue: &str) -> Decline {
    let code = issue.to_ascii_lowercase();
    if let Some(cp) = cp_of(issue) {
        return Decline::with_cp(&code, cp);
    }
    let message = if is_the_payers(issue) {
        "payment-declined"
    } else {
        "payment-unavailable"
    };
    Decline::new(&code, message)
}

fn cp_of(issue: &str) -> Option<CpCode> {
    let cp = match issue {
        "COMPLIANCE_VIOLATION"
        | "PAYEE_BLOCKED_TRANSACTION"
        | "TRANSACTION_BLOCKED_BY_PAYEE"
        | "SUSPECTED_FRAUD" => CpCode::FraudFilter,
        "BILLING_ADDRESS_INVALID" | "SHIPPING_ADDRESS_INVALID" => CpCode::AddressNotVerified,
        "DUPLICATE_INVOICE_ID" => CpCode::DuplicatePayment,
        "DECIMALS_NOT_SUPPORTED" | "DECIMAL_PRECISION" | "INVALID_CURRENCY_CODE" => {
            CpCode::CurrencyNotSupported
        }
        "CANNOT_BE_ZERO_OR_NEGATIVE" => CpCode::BelowMinimum,
        "NOT_ENABLED_TO_VAULT_PAYMENT_SOURCE" => CpCode::ReferenceTransactionsDisabled,
        _ if issue.contains("REFERENCE_TRANSACTION") => CpCode::ReferenceTransactionsDisabled,
        _ if issue.starts_with("CURRENCY_NOT_SUPPORTED") => CpCode::CurrencyNotSupported,
        _ => return None,
    };
    Some(cp)
}

/// Whether the payer can do something about it: pay from another source, or in another way.
fn is_the_payers(issue: &str) -> bool {
    issue.starts_with("PAYER_")
        || matches!(
            issue,
            "INSTRUMENT_DECLINED"
                | "REDIRECT_PAYER_FOR_ALTERNATE_FUNDING"
                | "TRANSACTION_REFUSED"
                | "TRANSACTION_LIMIT_EXCEEDED"
                | "MAX_NUMBER_OF_PAYMENT_ATTEMPTS_EXCEEDED"
                | "DECLINED_DUE_TO_RELATED_TXN"
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn issues_have_the_codes_that_staff_know() {
        for (issue, cp, message) in [
            ("INSTRUMENT_DECLINED", None, "payment-declined"),
            ("PAYER_CANNOT_PAY", None, "payment-declined"),
            ("TRANSACTION_REFUSED", None, "payment-declined"),
            (
                "COMPLIANCE_VIOLATION",
                Some(CpCode::FraudFilter),
                "payment-declined",
            ),
            (
                "DUPLICATE_INVOICE_ID",
                Some(CpCode::DuplicatePayment),
                "payment-just-made",
            ),
            (
                "PAYEE_NOT_ENABLED_FOR_REFERENCE_TRANSACTION",
                Some(CpCode::ReferenceTransactionsDisabled),
                "payment-unavailable",
            ),
            (
                "CURRENCY_NOT_SUPPORTED_FOR_COUNTRY",
                Some(CpCode::CurrencyNotSupported),
                "payment-currency-not-supported",
            ),
            ("REFUND_AMOUNT_EXCEEDED", None, "payment-unavailable"),
            ("SOMETHING_NEW", None, "payment-unavailable"),
        ] {
            let decline = decline(issue);
            assert_eq!(decline.code, issue.to_lowercase());
            assert_eq!(
                (decline.cp, &*decline.customer_message_key),
                (cp, message),
                "{issue}"
            );
        }
    }

    #[test]
    fn the_first_detail_says_most() {
        for (body, expected) in [
            (
                r#"{"name":"UNPROCESSABLE_ENTITY","details":[{"issue":"A_B"},{"issue":"C"}]}"#,
                Some("A_B"),
            ),
            (
                r#"{"name":"INVALID_REQUEST","details":[{"field":"/x"}]}"#,
                Some("INVALID_REQUEST"),
            ),
            (
                r#"{"name":"RESOURCE_NOT_FOUND"}"#,
                Some("RESOURCE_NOT_FOUND"),
            ),
            (r#"{"name":"A<b>\n"}"#, Some("Ab")),
            ("<html>", None),
            ("{}", None),
        ] {
            assert_eq!(issue_of(body.as_bytes()).as_deref(), expected, "{body}");
        }
        let long = format!(r#"{{"name":"{}"}}"#, "A".repeat(5_000));
        assert_eq!(
            issue_of(long.as_bytes()).map(|issue| issue.len()),
            Some(LONGEST)
        );
    }
}
