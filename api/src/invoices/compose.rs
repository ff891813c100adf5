//! From what was written to what is kept: defaults, taxes as they are now, totals.

use std::collections::HashMap;

use chrono::{Days, NaiveDate};
use entity::{
    customer, invoice_line,
    records::{Address, Adjustment, LineTax, ShippingCharge},
};
use portico_domain::{
    customer::TaxTreatment,
    decimal::Decimal,
    money::Currency,
    tax::TaxComponent,
    totals::{
        self, AppliedTax, Cause, Discount, DiscountTiming, DocumentInput, LineInput, Place,
        RoundingScope, Totals, TotalsError,
    },
};

use super::dto::{InvoiceInput, InvoiceLineInput};
use crate::{
    customers,
    db::{OrgScope, Tx},
    error::{Error, Result},
    items,
    taxes::{self, ResolvedTax},
};

/// An invoice with every default filled in.
pub struct Composed {
    pub customer: customer::Model,
    pub reference: Option<String>,
    pub date: NaiveDate,
    pub due_date: NaiveDate,
    pub currency: Currency,
    pub exchange_rate: Decimal,
    pub prices_include_tax: bool,
    pub lines: Vec<ComposedLine>,
    pub discount: Option<Discount>,
    pub discount_timing: DiscountTiming,
    pub shipping: Option<ShippingCharge>,
    pub adjustment: Option<Adjustment>,
    pub rounding: RoundingScope,
    pub round_total: bool,
    pub totals: Totals,
    pub notes: Option<String>,
    pub terms: Option<String>,
    pub allow_partial_payments: bool,
    pub gateways: Vec<String>,
    pub billing_address: Address,
    pub number_drafts: bool,
}

/// A line with the tax that it bears.
pub struct ComposedLine {
    pub input: InvoiceLineInput,
    pub tax_name: Option<String>,
    pub taxes: Vec<LineTax>,
}

/// Fills in the defaults and calculates.
///
/// # Errors
/// `validation_failed` for what does not exist here or cannot be calculated.
pub async fn compose(tx: &Tx<OrgScope>, input: InvoiceInput, today: NaiveDate) -> Result<Composed> {
    let organization = tx.own_organization().await?;
    let customer = customers::get(tx, input.customer_id)
        .await
        .map_err(|_| Error::field("/customer_id", "unknown", "there is no such customer"))?;
    let taxes = resolve(tx, &input, &customer).await?;
    check_items(tx, &input.lines).await?;
    let currency = input.currency.unwrap_or(customer.currency.0);
    let date = input.date.unwrap_or(today);
    let due_date = due_date(&input, &customer, date)?;
    let lines: Vec<ComposedLine> = input
        .lines
        .into_iter()
        .map(|line| {
            let tax = line.tax_id.as_ref().and_then(|id| taxes.get(id));
            ComposedLine {
                tax_name: tax.map(|tax| tax.name.clone()),
                taxes: tax.map(|tax| tax.components.clone()).unwrap_or_default(),
                input: line,
            }
        })
        .collect();
    let shipping = input.shipping.map(|shipping| ShippingCharge {
        amount: shipping.amount,
        taxes: shipping
            .tax_id
            .as_ref()
            .and_then(|id| taxes.get(id))
            .map(|tax| tax.components.clone())
            .unwrap_or_default(),
        tax_id: shipping.tax_id,
    });
    let mut composed = Composed {
        reference: input.reference,
        date,
        due_date,
        currency,
        exchange_rate: input.exchange_rate.unwrap_or(Decimal::ONE),
        prices_include_tax: input
            .prices_include_tax
            .unwrap_or(organization.prices_include_tax),
        lines,
        discount: input.discount,
        discount_timing: input.discount_timing.unwrap_or(DiscountTiming::BeforeTax),
        shipping,
        adjustment: input.adjustment,
        rounding: organization.rounding.0,
        round_total: input.round_total.unwrap_or(organization.round_total),
        totals: Totals {
            lines: Vec::new(),
            taxes: Vec::new(),
            subtotal: 0,
            discount: 0,
            shipping: 0,
            shipping_tax: 0,
            tax: 0,
            adjustment: 0,
            rounding: 0,
            total: 0,
        },
        notes: input.notes.or(organization.invoice_notes),
        terms: input.terms.or(organization.invoice_terms),
        allow_partial_payments: input
            .allow_partial_payments
            .unwrap_or(organization.allow_partial_payments),
        gateways: input.gateways.unwrap_or_else(crate::gateway::every_gateway),
        billing_address: customer.billing_address.0.clone(),
        number_drafts: organization.number_drafts,
        customer,
    };
    composed.totals = totals::calculate(&composed.document()).map_err(|error| explain(&error))?;
    if composed.totals.total < 0 {
        return Err(Error::field(
            "/adjustment",
            "negative_total",
            "the total must not be negative",
        ));
    }
    Ok(composed)
}

impl Composed {
    fn document(&self) -> DocumentInput {
        DocumentInput {
            currency: self.currency,
            lines: self.lines.iter().map(ComposedLine::as_input).collect(),
            prices_include_tax: self.prices_include_tax,
            discount: self.discount,
            discount_timing: self.discount_timing,
            shipping: self
                .shipping
                .as_ref()
                .map(|shipping| totals::ShippingInput {
                    amount: shipping.amount,
                    taxes: applied(&shipping.taxes),
                }),
            adjustment: self
                .adjustment
                .as_ref()
                .map_or(0, |adjustment| adjustment.amount),
            rounding: self.rounding,
            round_total_to_unit: self.round_total,
        }
    }
}

impl ComposedLine {
    fn as_input(&self) -> LineInput {
        let description = self.input.description.as_deref().unwrap_or_default();
        LineInput {
            text: format!("{}\n{description}", self.input.name),
            quantity: self.input.quantity,
            rate: self.input.rate,
            discount: self.input.discount,
            taxes: applied(&self.taxes),
        }
    }
}

fn applied(taxes: &[LineTax]) -> Vec<AppliedTax> {
    taxes
        .iter()
        .map(|tax| AppliedTax {
            id: tax.tax_id.clone(),
            component: TaxComponent {
                name: tax.name.clone(),
                rate: tax.rate,
                compound: tax.compound,
            },
        })
        .collect()
}

/// The taxes that the document names, or none for a customer who pays none.
async fn resolve(
    tx: &Tx<OrgScope>,
    input: &InvoiceInput,
    customer: &customer::Model,
) -> Result<HashMap<String, ResolvedTax>> {
    let named = input
        .lines
        .iter()
        .enumerate()
        .filter_map(|(index, line)| Some((format!("/lines/{index}/tax_id"), line.tax_id.clone()?)))
        .chain(input.shipping.iter().filter_map(|shipping| {
            Some(("/shipping/tax_id".to_owned(), shipping.tax_id.clone()?))
        }));
    let named: Vec<(String, String)> = named.collect();
    let ids: Vec<String> = named.iter().map(|(_, id)| id.clone()).collect();
    let taxes = taxes::resolve_all(tx, &ids).await?;
    match named.iter().find(|(_, id)| !taxes.contains_key(id)) {
        Some((pointer, _)) => Err(Error::field(
            pointer,
            "unknown",
            "there is no such tax or tax group",
        )),
        None if customer.tax_treatment.0 == TaxTreatment::Taxable => Ok(taxes),
        None => Ok(HashMap::new()),
    }
}

/// Refuses lines that name an item that is not there.
async fn check_items(tx: &Tx<OrgScope>, lines: &[InvoiceLineInput]) -> Result<()> {
    let named = lines.iter().filter_map(|line| line.item_id);
    let known = items::known(tx, named).await?;
    let is_unknown = |line: &InvoiceLineInput| line.item_id.is_some_and(|id| !known.contains(&id));
    match lines.iter().position(is_unknown) {
        Some(index) => Err(Error::field(
            format!("/lines/{index}/item_id"),
            "unknown",
            "there is no such item",
        )),
        None => Ok(()),
    }
}

fn due_date(
    input: &InvoiceInput,
    customer: &customer::Model,
    date: NaiveDate,
) -> Result<NaiveDate> {
    let days = input.terms_days.unwrap_or(customer.payment_terms_days);
    let due = match input.due_date {
        Some(due) => Some(due),
        None => date.checked_add_days(Days::new(u64::try_from(days).unwrap_or(0))),
    };
    match due {
        Some(due) if due >= date => Ok(due),
        _ => Err(Error::field(
            "/due_date",
            "range",
            "must not be before the date",
        )),
    }
}

/// A calculation that failed, as the field that is to blame.
fn explain(error: &TotalsError) -> Error {
    let part = match error.cause {
        Cause::NegativeQuantity => "/quantity",
        Cause::NegativeRate | Cause::Overflow => "/rate",
        Cause::InvalidDiscount | Cause::DiscountExceedsLine => "/discount",
        _ => "",
    };
    let pointer = match error.place {
        Place::Line(index) => format!("/lines/{index}{part}"),
        Place::Discount => "/discount".to_owned(),
        Place::Shipping => "/shipping".to_owned(),
        Place::Adjustment => "/adjustment".to_owned(),
        Place::Document => "/lines".to_owned(),
    };
    Error::field(pointer, "calculation", error.cause.to_string())
}

/// The writable form of a kept invoice, for a merge patch or a duplicate.
#[must_use]
pub fn as_input(invoice: &entity::invoice::Model, lines: &[invoice_line::Model]) -> InvoiceInput {
    InvoiceInput {
        customer_id: invoice.customer_id,
        number: invoice.number.clone(),
        reference: invoice.reference.clone(),
        date: Some(invoice.date),
        due_date: Some(invoice.due_date),
        terms_days: None,
        currency: Some(invoice.currency.0),
        exchange_rate: Some(Decimal::from_micros(invoice.exchange_rate)),
        prices_include_tax: Some(invoice.prices_include_tax),
        lines: lines
            .iter()
            .map(|line| InvoiceLineInput {
                item_id: line.item_id,
                name: line.name.clone(),
                description: line.description.clone(),
                quantity: Decimal::from_micros(line.quantity),
                unit: line.unit.clone(),
                rate: Decimal::from_micros(line.rate),
                discount: line.discount.as_ref().map(|discount| discount.0),
                tax_id: line.tax_ref.clone(),
            })
            .collect(),
        discount: invoice.discount.as_ref().map(|discount| discount.0),
        discount_timing: Some(invoice.discount_timing.0),
        shipping: invoice
            .shipping
            .as_ref()
            .map(|shipping| super::dto::ShippingInput {
                amount: shipping.amount,
                tax_id: shipping.tax_id.clone(),
            }),
        adjustment: invoice
            .adjustment
            .as_ref()
            .map(|adjustment| adjustment.0.clone()),
        round_total: Some(invoice.round_total),
        notes: invoice.notes.clone(),
        terms: invoice.terms.clone(),
        allow_partial_payments: Some(invoice.allow_partial_payments),
        gateways: Some(invoice.gateways.0.clone()),
    }
}
