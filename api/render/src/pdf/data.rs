//! What the documents show, as plain data. Amounts are minor units of the document's currency.
//!
//! Nothing is computed here: every amount is printed as given. Text is printed as typed, whatever it
//! contains; empty text counts as none.

use chrono::NaiveDate;
use portico_domain::colour::Colour;
use portico_domain::decimal::Decimal;
use portico_domain::language::Language;
use portico_domain::money::Currency;

/// Who issues the document.
#[derive(Debug, Clone)]
pub struct Organization {
    /// Its name.
    pub name: String,
    /// Postal address, line by line.
    pub address: Vec<String>,
    /// Tax registration, such as a VAT number.
    pub tax_registration: Option<String>,
    /// E-mail address for questions.
    pub email: Option<String>,
    /// Telephone number.
    pub phone: Option<String>,
    /// Website.
    pub website: Option<String>,
    /// Logo as PNG, at most 4,096 pixels a side; the name stands in its place without one.
    pub logo: Option<Vec<u8>>,
    /// Accent colour, used sparingly.
    pub accent: Colour,
}

/// Whom the document is for.
#[derive(Debug, Clone, Default)]
pub struct Customer {
    /// Its name.
    pub name: String,
    /// Postal address, line by line.
    pub address: Vec<String>,
    /// Its tax number, such as a VAT number.
    pub tax_id: Option<String>,
}

/// What is printed across or beside the title.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stamp {
    /// Not yet valid: a watermark.
    Draft,
    /// No longer valid: a watermark.
    Void,
    /// Nothing is owed any more: a word beside the title.
    Paid,
}

/// An invoice.
#[derive(Debug, Clone)]
pub struct InvoicePdf {
    /// Who issues it.
    pub organization: Organization,
    /// Whom it is for.
    pub customer: Customer,
    /// Its number; a draft has none, and gets the draft watermark.
    pub number: Option<String>,
    /// Date of issue; also the PDF's time stamp.
    pub date: NaiveDate,
    /// The last day to pay in time.
    pub due_date: NaiveDate,
    /// Its stamp, if any.
    pub stamp: Option<Stamp>,
    /// The currency of all its amounts.
    pub currency: Currency,
    /// Its lines, in order.
    pub lines: Vec<InvoiceLine>,
    /// Sum of the lines.
    pub subtotal: i64,
    /// Discount on the whole, as a positive amount; zero is not printed, here and in the next ones.
    pub discount: i64,
    /// Whether that discount was taken after tax, and so stands below the taxes.
    pub discount_after_tax: bool,
    /// Shipping charge, before tax.
    pub shipping: i64,
    /// One row per tax.
    pub taxes: Vec<TaxRow>,
    /// Whether prices include the taxes, which then are stated, not added.
    pub taxes_included: bool,
    /// Named adjustment.
    pub adjustment: Option<Adjustment>,
    /// What rounding the total changed.
    pub rounding: i64,
    /// What the invoice comes to.
    pub total: i64,
    /// What has been paid or credited, as a positive amount.
    pub paid: i64,
    /// The part of it that was the customer's credit; zero is not printed.
    pub credits: i64,
    /// What is still owed.
    pub balance: i64,
    /// Notes to the customer; may have several lines, as the next two.
    pub notes: Option<String>,
    /// Terms and conditions.
    pub terms: Option<String>,
    /// How to pay other than online: bank details, for instance.
    pub payment_instructions: Option<String>,
    /// Where it can be paid online.
    pub pay_url: Option<String>,
    /// Where anyone can check that it is genuine.
    pub verify_url: Option<String>,
    /// The reader's language.
    pub language: Language,
}

/// A line of an invoice.
#[derive(Debug, Clone)]
pub struct InvoiceLine {
    /// What was sold.
    pub name: String,
    /// More about it; may have several lines.
    pub description: Option<String>,
    /// How much of it.
    pub quantity: Decimal,
    /// In which unit: `h`, `kg`.
    pub unit: Option<String>,
    /// Price of one, in major units.
    pub rate: Decimal,
    /// Discount on the line.
    pub discount: Option<Discount>,
    /// Its tax in words: `VAT 19%`.
    pub tax: Option<String>,
    /// What the line comes to.
    pub amount: i64,
}

/// A discount on a line.
#[derive(Debug, Clone, Copy)]
pub enum Discount {
    /// In hundredths: 10 is 10%.
    Percent(Decimal),
    /// In minor units, as a positive amount.
    Amount(i64),
}

/// A tax on the whole document.
#[derive(Debug, Clone)]
pub struct TaxRow {
    /// The tax in words: `VAT 19%`.
    pub label: String,
    /// The amount taxed; left out where there is just one.
    pub base: Option<i64>,
    /// The tax.
    pub amount: i64,
}

/// A named correction of the total.
#[derive(Debug, Clone)]
pub struct Adjustment {
    /// What it is for.
    pub name: String,
    /// Signed amount.
    pub amount: i64,
}

/// A receipt for a payment.
#[derive(Debug, Clone)]
pub struct ReceiptPdf {
    /// Who received the payment.
    pub organization: Organization,
    /// Who paid.
    pub customer: Customer,
    /// The payment's number.
    pub number: String,
    /// When it was paid; also the PDF's time stamp.
    pub date: NaiveDate,
    /// How it was paid, in words: `Visa •••• 4242`.
    pub method: Option<String>,
    /// The payer's or the bank's reference.
    pub reference: Option<String>,
    /// The currency of all its amounts.
    pub currency: Currency,
    /// What was paid.
    pub amount: i64,
    /// The invoices it paid.
    pub invoices: Vec<PaidInvoice>,
    /// What was paid beyond them, kept as the customer's credit; zero is not printed.
    pub credit: i64,
    /// What was given back since; zero is not printed.
    pub refunded: i64,
    /// Notes to the customer.
    pub notes: Option<String>,
    /// Where anyone can check that it is genuine.
    pub verify_url: Option<String>,
    /// The reader's language.
    pub language: Language,
}

/// An invoice that a payment paid, wholly or in part.
#[derive(Debug, Clone)]
pub struct PaidInvoice {
    /// Its number.
    pub number: String,
    /// Its date of issue.
    pub date: NaiveDate,
    /// What it came to.
    pub total: i64,
    /// The payment's part for it.
    pub paid: i64,
}
