//! Payers, and the methods that Stripe keeps for them.

use std::collections::HashMap;

use portico_gateways::{
    Expiry, GatewayError, Method, MethodSummary, MethodUpdate, NewPayer, NewSetup, Setup,
    StoredMethod, Unsuitable,
};
use stripe_core::{
    customer::{CreateCustomer, SearchCustomer},
    setup_intent::{CreateSetupIntent, CreateSetupIntentUsage},
};
use stripe_payment::payment_method::{
    BillingDetailsAddress, BillingDetailsInnerParams, UpdatePaymentMethod, UpdatePaymentMethodCard,
};
use stripe_shared::SetupIntentAllowedPaymentMethodTypes as Allowed;

use crate::{
    account::{BankDebit, StripeAccount},
    intent::status,
    wire,
};

/// Where the payer's key stands in Stripe's metadata: an idempotency key is forgotten after a day or more, this never.
const PAYER: &str = "portico_payer";
const CUSTOMER: &str = "portico_customer";

/// The request that finds a payer who was made earlier.
pub fn search(new: &NewPayer) -> SearchCustomer {
    let key = new
        .idempotency_key
        .replace('\\', "\\\\")
        .replace('\'', "\\'");
    SearchCustomer::new(format!("metadata['{PAYER}']:'{key}'")).limit(1)
}

/// The request that makes a payer.
pub fn payer(new: &NewPayer) -> CreateCustomer {
    let request = CreateCustomer::new()
        .name(&*new.name)
        .metadata(HashMap::from([
            (PAYER.to_owned(), new.idempotency_key.clone()),
            (CUSTOMER.to_owned(), new.reference.clone()),
        ]));
    match &new.email {
        Some(email) => request.email(&**email),
        None => request,
    }
}

/// The request that begins to store a method. The payer's currency is not known yet, so that a bank debit may be any
/// that the account's currencies allow.
pub fn setup_request(
    account: &StripeAccount,
    new: &NewSetup,
) -> Result<CreateSetupIntent, GatewayError> {
    let allowed: Vec<_> = match new.method {
        Method::Card => vec![Allowed::Card],
        Method::BankDebit => account
            .bank_debits()
            .into_iter()
            .map(|debit| match debit {
                BankDebit::Sepa => Allowed::SepaDebit,
                BankDebit::Ach => Allowed::UsBankAccount,
            })
            .collect(),
        Method::Wallet => Vec::new(),
    };
    if allowed.is_empty() || !account.methods.contains(&new.method) {
        let method = new.method;
        return Err(GatewayError::Refused(Unsuitable::Method { method }.into()));
    }
    Ok(CreateSetupIntent::new()
        .customer(&*new.payer_id)
        .allowed_payment_method_types(allowed)
        .usage(CreateSetupIntentUsage::OffSession))
}

/// The request that changes what may change of a stored method.
pub fn update(id: &str, update: MethodUpdate) -> UpdatePaymentMethod {
    let mut request = UpdatePaymentMethod::new(id);
    if let Some(expiry) = update.expiry {
        let mut card = UpdatePaymentMethodCard::new();
        card.exp_month = Some(expiry.month.into());
        card.exp_year = Some(expiry.year.into());
        request = request.card(card);
    }
    if let Some(address) = update.address {
        let mut details = BillingDetailsInnerParams::new();
        details.address = Some(BillingDetailsAddress {
            city: Some(address.city),
            country: Some(address.country),
            line1: Some(address.line),
            postal_code: Some(address.postal_code),
            ..BillingDetailsAddress::new()
        });
        request = request.billing_details(details);
    }
    request
}

/// A setup as Stripe sees it.
pub fn setup(found: wire::SetupIntent) -> Result<Setup, GatewayError> {
    Ok(Setup {
        status: status(&found.status)?,
        method_id: found
            .payment_method
            .filter(|_| found.status == "succeeded")
            .map(|method| method.id().to_owned()),
        client_secret: found.client_secret.unwrap_or_default(),
        id: found.id,
    })
}

/// A stored method; nothing once it belongs to no payer, for then Stripe charges it no more.
pub fn stored(found: &wire::PaymentMethod) -> Option<StoredMethod> {
    let payer = found.customer.as_ref()?;
    Some(StoredMethod {
        id: found.id.clone(),
        payer_id: payer.id().to_owned(),
        method: match found.kind.as_str() {
            "card" => Method::Card,
            "sepa_debit" | "us_bank_account" => Method::BankDebit,
            _ => Method::Wallet,
        },
        summary: summary(found),
    })
}

/// As much of a method as Portico may know.
pub fn summary(of: &wire::PaymentMethod) -> MethodSummary {
    let account = of.sepa_debit.as_ref().or(of.us_bank_account.as_ref());
    let (brand, last4) = match (&of.card, account) {
        (Some(card), _) => (card.brand.as_ref(), card.last4.as_ref()),
        (None, Some(account)) => (
            account.bank_name.as_ref().or(account.bank_code.as_ref()),
            account.last4.as_ref(),
        ),
        (None, None) => (None, None),
    };
    MethodSummary {
        brand: brand.unwrap_or(&of.kind).clone(),
        last4: last4.cloned().unwrap_or_default(),
        expiry: of.card.as_ref().and_then(|card| {
            Some(Expiry {
                year: card.exp_year?,
                month: card.exp_month?,
            })
        }),
    }
}
