//! Stripe's refusals in Portico's words (F10).
//!
//! <https://docs.stripe.com/declines/codes>, <https://docs.stripe.com/error-codes>

use portico_gateways::{CpCode, Decline};

use crate::wire::ApiError;

/// Why Stripe, or the payer's bank, said no.
///
/// The bank's reason counts before Stripe's. That a card was reported lost or stolen is not told on: its thief would
/// learn it.
pub fn decline(error: &ApiError) -> Decline {
    let param = error.param.as_deref().unwrap_or_default();
    let code = [&error.decline_code, &error.code]
        .into_iter()
        .flatten()
        .map(String::as_str)
        .find(|code| !code.is_empty());
    match code.unwrap_or_default() {
        "insufficient_funds" | "withdrawal_count_limit_exceeded" => {
            Decline::new("insufficient_funds", "card-insufficient-funds")
        }
        "expired_card" => Decline::new("expired_card", "card-expired"),
        "incorrect_number" | "invalid_number" => {
            Decline::new("invalid_number", "card-invalid-number")
        }
        "incorrect_cvc" | "invalid_cvc" => Decline::new("invalid_cvc", "card-invalid-cvc"),
        "invalid_expiry_month" | "invalid_expiry_year" => {
            Decline::new("invalid_expiry", "card-invalid-expiry")
        }
        "payment_intent_authentication_failure" | "setup_intent_authentication_failure" => {
            Decline::new("authentication_failed", "card-authentication-failed")
        }
        code @ ("authentication_required" | "authentication_not_handled") => {
            Decline::new(code, "card-authentication-failed")
        }
        "account_closed" | "bank_account_closed" => {
            Decline::new("account_closed", "account-closed")
        }
        "no_account"
        | "account_number_invalid"
        | "bank_account_unusable"
        | "bank_account_unverified"
        | "incorrect_account_holder_name"
        | "invalid_account_number"
        | "invalid_bank_account_iban"
        | "routing_number_invalid" => Decline::new("invalid_account", "account-invalid"),
        "card_declined" | "do_not_honor" | "lost_card" | "pickup_card" | "restricted_card"
        | "security_violation" | "stolen_card" => Decline::new("card_declined", "payment-declined"),

        code @ ("fraudulent"
        | "highest_risk_level"
        | "elevated_risk_level"
        | "merchant_blacklist") => Decline::with_cp(code, CpCode::FraudFilter),
        code @ ("incorrect_zip" | "incorrect_address") => {
            Decline::with_cp(code, CpCode::AddressNotVerified)
        }
        code @ "duplicate_transaction" => Decline::with_cp(code, CpCode::DuplicatePayment),
        code @ "amount_too_small" => Decline::with_cp(code, CpCode::BelowMinimum),
        code @ ("currency_not_supported" | "invalid_currency") => {
            Decline::with_cp(code, CpCode::CurrencyNotSupported)
        }

        // An account that may not charge a stored method, or not without the payer, is told so by the parameter.
        _ if matches!(param, "off_session" | "setup_future_usage") => Decline::with_cp(
            "reference_transactions_disabled",
            CpCode::ReferenceTransactionsDisabled,
        ),
        _ if param == "currency" => {
            Decline::with_cp("currency_not_supported", CpCode::CurrencyNotSupported)
        }
        "" => unnamed(error),
        code if is_of_card(error) => Decline::new(code, "payment-declined"),
        code => Decline::new(code, "payment-unavailable"),
    }
}

/// A refusal without a code.
fn unnamed(error: &ApiError) -> Decline {
    if is_of_card(error) {
        Decline::new("card_declined", "payment-declined")
    } else {
        Decline::new("invalid_request", "payment-unavailable")
    }
}

/// Whether the payer's bank said no; otherwise Stripe did, to us.
fn is_of_card(error: &ApiError) -> bool {
    error.kind.as_deref() == Some("card_error") || error.decline_code.is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn card_error(code: &str, decline_code: Option<&str>) -> Decline {
        decline(&ApiError {
            kind: Some("card_error".to_owned()),
            code: Some(code.to_owned()),
            decline_code: decline_code.map(str::to_owned),
            ..ApiError::default()
        })
    }

    fn invalid_request(code: Option<&str>, param: Option<&str>) -> Decline {
        decline(&ApiError {
            kind: Some("invalid_request_error".to_owned()),
            code: code.map(str::to_owned),
            param: param.map(str::to_owned),
            ..ApiError::default()
        })
    }

    #[test]
    fn the_banks_reason_counts_before_stripes() {
        let no = card_error("card_declined", Some("insufficient_funds"));
        assert_eq!(no.code, "insufficient_funds");
        assert_eq!(no.customer_message_key, "card-insufficient-funds");
        assert_eq!(card_error("card_declined", None).code, "card_declined");
        let unknown = card_error("card_declined", Some("a_reason_of_tomorrow"));
        assert_eq!(unknown.code, "a_reason_of_tomorrow");
        assert_eq!(unknown.customer_message_key, "payment-declined");
    }

    #[test]
    fn a_thief_learns_nothing() {
        let plain = card_error("card_declined", Some("do_not_honor"));
        for reason in ["lost_card", "stolen_card", "pickup_card"] {
            assert_eq!(card_error("card_declined", Some(reason)), plain);
        }
    }

    #[test]
    fn each_code_of_staff_has_its_cause() {
        let fraud = card_error("card_declined", Some("fraudulent"));
        assert_eq!(fraud.cp, Some(CpCode::FraudFilter));
        assert_eq!(fraud.customer_message_key, "payment-declined");
        for (no, cp) in [
            (
                card_error("card_declined", Some("highest_risk_level")),
                CpCode::FraudFilter,
            ),
            (
                card_error("card_declined", Some("merchant_blacklist")),
                CpCode::FraudFilter,
            ),
            (
                card_error("incorrect_zip", None),
                CpCode::AddressNotVerified,
            ),
            (
                card_error("card_declined", Some("duplicate_transaction")),
                CpCode::DuplicatePayment,
            ),
            (
                invalid_request(Some("amount_too_small"), Some("amount")),
                CpCode::BelowMinimum,
            ),
            (
                invalid_request(None, Some("currency")),
                CpCode::CurrencyNotSupported,
            ),
            (
                card_error("card_declined", Some("currency_not_supported")),
                CpCode::CurrencyNotSupported,
            ),
            (
                invalid_request(None, Some("off_session")),
                CpCode::ReferenceTransactionsDisabled,
            ),
            (
                invalid_request(Some("parameter_unknown"), Some("setup_future_usage")),
                CpCode::ReferenceTransactionsDisabled,
            ),
        ] {
            assert_eq!(no.cp, Some(cp), "{no:?}");
        }
    }

    #[test]
    fn what_is_wrong_with_our_request_is_no_matter_of_the_payers() {
        for no in [
            invalid_request(None, None),
            invalid_request(Some("charge_already_refunded"), None),
        ] {
            assert_eq!(
                (no.cp, &*no.customer_message_key),
                (None, "payment-unavailable")
            );
        }
    }
}
