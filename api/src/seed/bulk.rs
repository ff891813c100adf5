//! A business with as many invoices as asked for, written in bulk: for measuring, not for looking at.

use anyhow::{Context, Result};
use chrono::Days;
use entity::{
    CustomerId, Doc, InvoiceId, InvoiceLineId, OrganizationId, Text, customer, customer_balance,
    invoice, invoice_line, records::Address,
};
use portico_domain::{
    customer::{CustomerKind, TaxTreatment},
    invoice::InvoiceState,
    money::Currency,
    portal_access::PortalAccess,
    totals::{DiscountTiming, LineTotals, RoundingScope, Totals},
};
use sea_orm::Set;

use crate::{
    app::Parts,
    clock::today_at,
    db::{Actor, OrgScope, Tx},
    error::Error,
};

/// One customer for so many invoices; the first customer has a tenth of them all.
const INVOICES_PER_CUSTOMER: u64 = 100;
/// Rows written in one transaction.
const BATCH: u64 = 5_000;
const AMOUNT: i64 = 12_500;

/// Writes them into an organization that is there.
///
/// # Errors
/// If the database refuses.
pub async fn bulk(parts: &Parts, organization: OrganizationId, invoices: u64) -> Result<()> {
    let scope = parts.db.scope_of(organization, Actor::system());
    let number = (invoices / INVOICES_PER_CUSTOMER).max(1);
    let customers = parts
        .db
        .write(scope.clone(), async |tx| {
            insert_customers(tx, number, invoices).await
        })
        .await
        .context("customers")?;
    for start in (0..invoices).step_by(usize::try_from(BATCH)?) {
        let end = (start + BATCH).min(invoices);
        parts
            .db
            .write(scope.clone(), async |tx| {
                insert_invoices(tx, &customers, start..end).await
            })
            .await
            .context("invoices")?;
    }
    Ok(())
}

async fn insert_customers(
    tx: &Tx<OrgScope>,
    number: u64,
    invoices: u64,
) -> Result<Vec<CustomerId>, Error> {
    let ids: Vec<CustomerId> = (0..number).map(|_| CustomerId(tx.new_uuid())).collect();
    let rows = ids
        .iter()
        .zip(0..)
        .map(|(id, index)| customer_row(tx, *id, index));
    tx.insert_many(rows.collect()).await?;
    let owed = |index: u64| {
        i64::try_from(
            (0..invoices)
                .filter(|n| owner(*n, number) == index && is_open(*n))
                .count(),
        )
    };
    // Counting per customer is quadratic; the first is the one that is looked at.
    let first = owed(0).unwrap_or(0) * AMOUNT;
    if let Some(id) = ids.first() {
        tx.insert(customer_balance::ActiveModel {
            organization_id: Set(tx.organization()),
            customer_id: Set(*id),
            currency: Set(Text(Currency::EUR)),
            outstanding: Set(first),
            credit: Set(0),
        })
        .await?;
    }
    Ok(ids)
}

/// Which customer an invoice is for.
const fn owner(invoice: u64, customers: u64) -> u64 {
    if invoice.is_multiple_of(10) {
        0
    } else {
        invoice % customers
    }
}

/// A fifth is not paid.
const fn is_open(invoice: u64) -> bool {
    invoice.is_multiple_of(5)
}

fn customer_row(tx: &Tx<OrgScope>, id: CustomerId, index: u64) -> customer::ActiveModel {
    customer::ActiveModel {
        organization_id: Set(tx.organization()),
        id: Set(id),
        version: Set(1),
        kind: Set(Text(CustomerKind::Company)),
        display_name: Set(format!("Customer {index:07}")),
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
        search: Set(format!("customer {index:07}")),
        active: Set(true),
        outstanding: Set(0),
        created_at: Set(tx.now()),
        updated_at: Set(tx.now()),
    }
}

async fn insert_invoices(
    tx: &Tx<OrgScope>,
    customers: &[CustomerId],
    range: std::ops::Range<u64>,
) -> Result<(), Error> {
    let today = today_at(tx.now(), "UTC");
    let number = u64::try_from(customers.len()).unwrap_or(1);
    let mut invoices = Vec::new();
    let mut lines = Vec::new();
    for index in range {
        let Some(customer) = usize::try_from(owner(index, number))
            .ok()
            .and_then(|n| customers.get(n))
        else {
            continue;
        };
        let id = InvoiceId(tx.new_uuid());
        let date = today
            .checked_sub_days(Days::new(index % 1000))
            .unwrap_or(today);
        invoices.push(invoice_row(tx, id, *customer, index, date));
        lines.push(line_row(tx, id));
    }
    tx.insert_many(invoices).await?;
    Ok(tx.insert_many(lines).await?)
}

fn invoice_row(
    tx: &Tx<OrgScope>,
    id: InvoiceId,
    customer: CustomerId,
    index: u64,
    date: chrono::NaiveDate,
) -> invoice::ActiveModel {
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
        id: Set(id),
        version: Set(1),
        customer_id: Set(customer),
        customer_name: Set("Customer".to_owned()),
        state: Set(Text(InvoiceState::Sent)),
        number: Set(Some(format!("BULK-{index:09}"))),
        number_key: Set(format!("BULK-{index:019}")),
        reference: Set(None),
        date: Set(date),
        due_date: Set(date.checked_add_days(Days::new(14)).unwrap_or(date)),
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
        search: Set(format!("bulk-{index:09} customer")),
        pending_payment_id: Set(None),
        sent_at: Set(Some(tx.now())),
        viewed_at: Set(None),
        viewed_by: Set(None),
        void_reason: Set(None),
        created_at: Set(tx.now()),
        updated_at: Set(tx.now()),
    }
}

fn line_row(tx: &Tx<OrgScope>, invoice: InvoiceId) -> invoice_line::ActiveModel {
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
