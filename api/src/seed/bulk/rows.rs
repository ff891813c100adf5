//! The rows of the bulk data: everything that is not a number, a date or an owner is always the same.

use chrono::{Days, NaiveDate};
use entity::{
    CustomerId, Doc, InvoiceId, InvoiceLineId, PaymentAllocationId, PaymentId, Text, customer,
    customer_balance, invoice, invoice_line, payment, payment_allocation, records::Address,
};
use portico_domain::{
    customer::{CustomerKind, TaxTreatment},
    invoice::InvoiceState,
    ledger::AllocationReason,
    money::Currency,
    payment::{PaymentMode, PaymentState},
    portal_access::PortalAccess,
    totals::{DiscountTiming, LineTotals, RoundingScope, Totals},
};
use sea_orm::Set;

use super::{Made, plan::is_open};
use crate::db::{OrgScope, Tx};

/// Every invoice comes to this, in minor units.
pub const AMOUNT: i64 = 12_500;

pub fn customer(tx: &Tx<OrgScope>, id: CustomerId, name: &str, owed: i64) -> customer::ActiveModel {
    customer::ActiveModel {
        organization_id: Set(tx.organization()),
        id: Set(id),
        version: Set(1),
        kind: Set(Text(CustomerKind::Company)),
        display_name: Set(name.to_owned()),
        company_name: Set(None),
        email: Set(None),
        phone: Set(None),
        currency: Set(Text(Currency::EUR)),
        payment_terms_days: Set(14),
        language: Set(None),
        tax_treatment: Set(Text(TaxTreatment::Taxable)),
        tax_id: Set(None),
        tax_exemption_id: Set(None),
        billing_address: Set(Doc(Address::default())),
        shipping_address: Set(Doc(Address::default())),
        notes: Set(None),
        allow_bank_debit: Set(false),
        opening_balance: Set(0),
        credit_limit: Set(None),
        portal_status: Set(Text(PortalAccess::None)),
        search: Set(name.to_lowercase()),
        active: Set(true),
        outstanding: Set(owed),
        created_at: Set(tx.now()),
        updated_at: Set(tx.now()),
        company_phone: Set(None),
        website: Set(None),
    }
}

pub fn balance(
    tx: &Tx<OrgScope>,
    customer: CustomerId,
    owed: i64,
) -> customer_balance::ActiveModel {
    customer_balance::ActiveModel {
        organization_id: Set(tx.organization()),
        customer_id: Set(customer),
        currency: Set(Text(Currency::EUR)),
        outstanding: Set(owed),
        credit: Set(0),
    }
}

/// Two weeks after it was written.
pub fn due_date(made: &Made) -> NaiveDate {
    made.date
        .checked_add_days(Days::new(14))
        .unwrap_or(made.date)
}

pub fn invoice(tx: &Tx<OrgScope>, made: &Made, customer_name: &str) -> invoice::ActiveModel {
    let Made { index, date, .. } = *made;
    let line = LineTotals {
        gross_before_discount: AMOUNT,
        discount: 0,
        document_discount: 0,
        net: AMOUNT,
        tax: 0,
        total: AMOUNT,
    };
    invoice::ActiveModel {
        organization_id: Set(tx.organization()),
        id: Set(made.id),
        version: Set(1),
        customer_id: Set(made.customer),
        customer_name: Set(customer_name.to_owned()),
        state: Set(Text(InvoiceState::Sent)),
        number: Set(Some(format!("BULK-{index:09}"))),
        number_key: Set(format!("BULK-{index:019}")),
        reference: Set(None),
        date: Set(date),
        due_date: Set(due_date(made)),
        currency: Set(Text(Currency::EUR)),
        exchange_rate: Set(1_000_000),
        prices_include_tax: Set(false),
        discount: Set(None),
        discount_timing: Set(Text(DiscountTiming::BeforeTax)),
        shipping: Set(None),
        adjustment: Set(None),
        rounding: Set(Text(RoundingScope::Line)),
        round_total: Set(false),
        totals: Set(Doc(Totals {
            lines: vec![line],
            taxes: Vec::new(),
            subtotal: AMOUNT,
            discount: 0,
            shipping: 0,
            shipping_tax: 0,
            tax: 0,
            adjustment: 0,
            rounding: 0,
            total: AMOUNT,
        })),
        total: Set(AMOUNT),
        balance: Set(if is_open(index) { AMOUNT } else { 0 }),
        credits_applied: Set(0),
        notes: Set(None),
        terms: Set(None),
        allow_partial_payments: Set(false),
        gateways: Set(Doc(vec!["sandbox".to_owned()])),
        billing_address: Set(Doc(Address::default())),
        search: Set(format!("bulk-{index:09} {}", customer_name.to_lowercase())),
        pending_payment_id: Set(None),
        payment_processing: Set(false),
        sent_at: Set(Some(made.now)),
        viewed_at: Set(None),
        viewed_by: Set(None),
        void_reason: Set(None),
        created_at: Set(made.now),
        updated_at: Set(made.now),
    }
}

pub fn line(tx: &Tx<OrgScope>, invoice: InvoiceId) -> invoice_line::ActiveModel {
    invoice_line::ActiveModel {
        organization_id: Set(tx.organization()),
        id: Set(InvoiceLineId(tx.new_uuid())),
        invoice_id: Set(invoice),
        position: Set(0),
        item_id: Set(None),
        name: Set("Consulting".to_owned()),
        description: Set(None),
        quantity: Set(1_000_000),
        unit: Set(Some("h".to_owned())),
        rate: Set(125_000_000),
        discount: Set(None),
        tax_ref: Set(None),
        tax_name: Set(None),
        taxes: Set(Doc(Vec::new())),
        amount: Set(AMOUNT),
    }
}

/// A transfer of the whole invoice.
pub fn payment(
    tx: &Tx<OrgScope>,
    id: PaymentId,
    made: &Made,
    date: NaiveDate,
) -> payment::ActiveModel {
    let number = format!("BULKPAY-{:09}", made.index);
    payment::ActiveModel {
        organization_id: Set(tx.organization()),
        id: Set(id),
        customer_id: Set(made.customer),
        search: Set(number.to_lowercase()),
        number: Set(Some(number)),
        date: Set(date),
        currency: Set(Text(Currency::EUR)),
        amount: Set(AMOUNT),
        unused: Set(0),
        refunded: Set(0),
        refunding: Set(0),
        bank_charges: Set(0),
        mode: Set(Text(PaymentMode::BankTransfer)),
        reference: Set(None),
        notes: Set(None),
        state: Set(Text(PaymentState::Succeeded)),
        gateway: Set(None),
        gateway_intent_id: Set(None),
        method: Set(None),
        planned: Set(Doc(Vec::new())),
        failure: Set(None),
        mandate: Set(None),
        person_id: Set(None),
        keep_method: Set(false),
        payment_method_id: Set(None),
        off_session: Set(false),
        disputed_at: Set(None),
        created_at: Set(made.now),
        updated_at: Set(made.now),
    }
}

/// Its only share.
pub fn allocation(
    tx: &Tx<OrgScope>,
    payment: PaymentId,
    invoice: InvoiceId,
) -> payment_allocation::ActiveModel {
    payment_allocation::ActiveModel {
        organization_id: Set(tx.organization()),
        id: Set(PaymentAllocationId(tx.new_uuid())),
        payment_id: Set(payment),
        invoice_id: Set(invoice),
        amount: Set(AMOUNT),
        tax_withheld: Set(0),
        reason: Set(Text(AllocationReason::Allocated)),
        created_at: Set(tx.now()),
    }
}
