//! What previews and samples are made of: a recent document where there is one, made-up ones elsewhere.

use chrono::{Days, NaiveDate};
use entity::organization;
use portico_domain::money::Money;
use portico_render::mail::Kind;

use super::store::{self, Paid, Recent};
use crate::{
    db::{OrgScope, Tx},
    error::Result,
};

/// The facts of a preview.
pub struct Facts {
    pub customer: String,
    pub person: String,
    pub email: String,
    pub number: String,
    pub amount: Money,
    pub day: NaiveDate,
    pub invoices: Vec<(String, Money)>,
}

/// Facts that a mail of this kind could be about.
pub async fn facts(
    tx: &Tx<OrgScope>,
    kind: Kind,
    organization: &organization::Model,
    today: NaiveDate,
) -> Result<Facts> {
    let (found, made_up) = match kind {
        Kind::InvoiceSent | Kind::InvoiceViewedStaff => (store::invoice(tx).await?, "INV-000042"),
        Kind::PaymentReceipt
        | Kind::PaymentRefunded
        | Kind::PaymentReceivedStaff
        | Kind::PaymentFailedStaff => (store::payment(tx).await?, "PAY-000017"),
        _ => (store::customer(tx).await?, ""),
    };
    let paid = match found.as_ref().and_then(|found| found.payment_id) {
        Some(payment) => store::paid(tx, payment).await?,
        None => Vec::new(),
    };
    let found = match found {
        Some(found) => Some(found),
        None => store::customer(tx).await?,
    };
    let base = organization.base_currency.0;
    let mut facts = Facts {
        customer: "Lindqvist Interiors".to_owned(),
        person: "Maja Lindqvist".to_owned(),
        email: "maja@lindqvist.example".to_owned(),
        number: made_up.to_owned(),
        amount: Money::new(125_000, base),
        day: today.checked_add_days(Days::new(14)).unwrap_or(today),
        invoices: vec![("INV-000042".to_owned(), Money::new(125_000, base))],
    };
    if let Some(found) = found {
        facts.are_of(found, paid);
    }
    Ok(facts)
}

impl Facts {
    fn are_of(&mut self, found: Recent, paid: Vec<Paid>) {
        let names = [found.first_name, found.last_name].map(Option::unwrap_or_default);
        let name = names.join(" ").trim().to_owned();
        self.person = if name.is_empty() {
            found.customer.clone()
        } else {
            name
        };
        self.customer = found.customer;
        self.email = found.email.unwrap_or_else(|| self.email.clone());
        if let (Some(number), Some(amount), Some(currency), Some(day)) =
            (found.number, found.amount, found.currency, found.day)
        {
            self.number = number;
            self.amount = Money::new(amount, currency.0);
            self.day = day;
            if !paid.is_empty() {
                let invoices = paid.into_iter();
                self.invoices = invoices
                    .map(|paid| (paid.number, Money::new(paid.amount, currency.0)))
                    .collect();
            }
        }
    }
}
