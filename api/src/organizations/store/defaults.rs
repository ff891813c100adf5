//! What an organization begins with (A6).

use entity::{Doc, Text, organization, records::Address};
use portico_domain::{language::Language, money::Currency, totals::RoundingScope};
use sea_orm::Set;

use crate::db::{OrgScope, Tx};

/// The row of the transaction's organization, as it begins; its names are the caller's to give.
pub fn defaults(tx: &Tx<OrgScope>) -> organization::ActiveModel {
    organization::ActiveModel {
        id: Set(tx.organization()),
        version: Set(1),
        name: Set(String::new()),
        portal_name: Set(String::new()),
        portal_enabled: Set(true),
        address: Set(Doc(Address::default())),
        email: Set(None),
        phone: Set(None),
        website: Set(None),
        tax_registration: Set(None),
        base_currency: Set(Text(Currency::EUR)),
        time_zone: Set("UTC".to_owned()),
        fiscal_year_start_month: Set(1),
        date_format: Set("dd MMM yyyy".to_owned()),
        language: Set(Text(Language::En)),
        accent_colour: Set("#0b7285".to_owned()),
        banner_message: Set(None),
        number_drafts: Set(false),
        rounding: Set(Text(RoundingScope::Line)),
        round_total: Set(false),
        prices_include_tax: Set(false),
        allow_partial_payments: Set(false),
        payment_terms_days: Set(14),
        payment_instructions: Set(None),
        invoice_notes: Set(None),
        invoice_terms: Set(None),
        logo_key: Set(None),
        staff_mfa_required: Set(false),
        portal_mfa_required: Set(false),
        block_when_pending: Set(true),
        gateways: Set(Doc(Vec::new())),
        allow_edit_details: Set(true),
        allow_bulk_payment: Set(true),
        auto_invite_new_customers: Set(false),
        allow_signup: Set(false),
        portal_modules: Set(Doc(Vec::new())),
        verify_public_links: Set(false),
        notify_staff_in_app: Set(true),
        notify_staff_by_email: Set(true),
        created_at: Set(tx.now()),
    }
}
