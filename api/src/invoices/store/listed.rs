//! What lists show of an invoice: a third of its columns, read by their place.

use chrono::NaiveDate;
use entity::{CustomerId, Instant, InvoiceId, Text, invoice};
use portico_domain::{invoice::InvoiceState, money::Currency};
use sea_orm::{DbErr, FromQueryResult, QueryResult};
use uuid::Uuid;

use crate::db::{Excerpt, Key};

/// An invoice as a row of a list.
pub struct ListedInvoice {
    pub id: InvoiceId,
    pub customer_id: CustomerId,
    pub customer_name: String,
    pub state: Text<InvoiceState>,
    pub number: Option<String>,
    pub number_key: String,
    pub reference: Option<String>,
    pub date: NaiveDate,
    pub due_date: NaiveDate,
    pub currency: Text<Currency>,
    pub total: i64,
    pub balance: i64,
    pub payment_processing: bool,
    pub viewed_at: Option<Instant>,
    pub created_at: Instant,
}

impl FromQueryResult for ListedInvoice {
    fn from_query_result(row: &QueryResult, _: &str) -> Result<Self, DbErr> {
        Ok(Self {
            id: row.try_get_by_index(0)?,
            customer_id: row.try_get_by_index(1)?,
            customer_name: row.try_get_by_index(2)?,
            state: row.try_get_by_index(3)?,
            number: row.try_get_by_index(4)?,
            number_key: row.try_get_by_index(5)?,
            reference: row.try_get_by_index(6)?,
            date: row.try_get_by_index(7)?,
            due_date: row.try_get_by_index(8)?,
            currency: row.try_get_by_index(9)?,
            total: row.try_get_by_index(10)?,
            balance: row.try_get_by_index(11)?,
            payment_processing: row.try_get_by_index(12)?,
            viewed_at: row.try_get_by_index(13)?,
            created_at: row.try_get_by_index(14)?,
        })
    }
}

impl Excerpt<invoice::Entity> for ListedInvoice {
    const COLUMNS: &'static [invoice::Column] = &[
        invoice::Column::Id,
        invoice::Column::CustomerId,
        invoice::Column::CustomerName,
        invoice::Column::State,
        invoice::Column::Number,
        invoice::Column::NumberKey,
        invoice::Column::Reference,
        invoice::Column::Date,
        invoice::Column::DueDate,
        invoice::Column::Currency,
        invoice::Column::Total,
        invoice::Column::Balance,
        invoice::Column::PaymentProcessing,
        invoice::Column::ViewedAt,
        invoice::Column::CreatedAt,
    ];

    fn key(&self, column: invoice::Column) -> Key {
        match column {
            invoice::Column::DueDate => Key::Date(self.due_date),
            invoice::Column::NumberKey => Key::Text(self.number_key.clone()),
            invoice::Column::Total => Key::Int(self.total),
            invoice::Column::Balance => Key::Int(self.balance),
            _ => Key::Date(self.date),
        }
    }

    fn id(&self) -> Uuid {
        self.id.0
    }
}

impl From<&invoice::Model> for ListedInvoice {
    fn from(invoice: &invoice::Model) -> Self {
        Self {
            id: invoice.id,
            customer_id: invoice.customer_id,
            customer_name: invoice.customer_name.clone(),
            state: invoice.state,
            number: invoice.number.clone(),
            number_key: invoice.number_key.clone(),
            reference: invoice.reference.clone(),
            date: invoice.date,
            due_date: invoice.due_date,
            currency: invoice.currency,
            total: invoice.total,
            balance: invoice.balance,
            payment_processing: invoice.payment_processing,
            viewed_at: invoice.viewed_at,
            created_at: invoice.created_at,
        }
    }
}
