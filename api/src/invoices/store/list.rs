//! The lists of both sides. A status filter is a predicate, not an equality (semantics §1).

use chrono::NaiveDate;
use entity::{CustomerId, invoice};
use portico_domain::{invoice::InvoiceState, money::Currency};
use sea_orm::{
    ColumnTrait, Condition,
    sea_query::{Expr, ExprTrait as _, Func},
};
use serde::Deserialize;
use utoipa::ToSchema;

use super::{is_in, is_unpaid, listed::ListedInvoice};
use crate::{
    db::{Page, Scope, Sees, Tx},
    error::Result,
    list_query,
};

/// Which invoices.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum StatusFilter {
    #[default]
    All,
    Draft,
    /// Sent and neither void nor written off.
    Sent,
    /// Sent, with something left to pay: overdue and partially paid ones too.
    Unpaid,
    /// Unpaid, and the due date has passed.
    Overdue,
    PartiallyPaid,
    Paid,
    Void,
    /// The customer has looked at it.
    Viewed,
    /// Sent, and the customer has not looked at it.
    NotViewed,
}

list_query! {
    /// Which invoices, and in which order: `date` (newest first by default), `due_date`, `number`, `total`, `balance`.
    pub struct InvoiceQuery {
        /// By status.
        #[param(inline)]
        pub status: StatusFilter,
        /// Of one customer.
        pub customer_id: CustomerId,
        /// In one currency.
        #[param(value_type = Option<String>, example = "EUR")]
        pub currency: Currency,
        /// From this day on.
        pub date_from: NaiveDate,
        /// Up to this day.
        pub date_to: NaiveDate,
        /// Looks in number, reference and customer name.
        pub q: String,
    }
}

/// A page of the invoices that exist for the scope.
///
/// # Errors
/// As every list.
pub async fn list<S>(
    tx: &Tx<S>,
    query: &InvoiceQuery,
    today: NaiveDate,
) -> Result<Page<ListedInvoice>>
where
    S: Scope + Sees<invoice::Entity>,
{
    tx.select::<invoice::Entity>()
        .filter(status_condition(query.status.unwrap_or_default(), today))
        .filter_option(
            query
                .customer_id
                .map(|id| invoice::Column::CustomerId.eq(id)),
        )
        .filter_option(
            query
                .currency
                .map(|currency| invoice::Column::Currency.eq(currency.code())),
        )
        .filter_option(query.date_from.map(|date| invoice::Column::Date.gte(date)))
        .filter_option(query.date_to.map(|date| invoice::Column::Date.lte(date)))
        .filter_option(
            query
                .q
                .as_deref()
                .map(|text| crate::db::contains(invoice::Column::Search, text)),
        )
        .page_of(&query.page())
        .await
}

fn status_condition(filter: StatusFilter, today: NaiveDate) -> Condition {
    let all = Condition::all();
    match filter {
        StatusFilter::All => all,
        StatusFilter::Draft => all.add(is_in(InvoiceState::Draft)),
        StatusFilter::Sent => all.add(is_in(InvoiceState::Sent)),
        StatusFilter::Unpaid => all.add(is_unpaid()),
        StatusFilter::Overdue => all.add(is_unpaid()).add(is_late(today)),
        StatusFilter::PartiallyPaid => all
            .add(is_unpaid())
            .add(Expr::col(invoice::Column::Balance).lt(Expr::col(invoice::Column::Total))),
        StatusFilter::Paid => all
            .add(is_in(InvoiceState::Sent))
            .add(invoice::Column::Balance.eq(0)),
        StatusFilter::Void => all.add(is_in(InvoiceState::Void)),
        StatusFilter::Viewed => all.add(invoice::Column::ViewedAt.is_not_null()),
        StatusFilter::NotViewed => all
            .add(is_in(InvoiceState::Sent))
            .add(invoice::Column::ViewedAt.is_null()),
    }
}

/// The due date has passed. Put so that no index serves it: the one that serves the order finds a page of
/// overdue invoices sooner than all of them can be sorted.
fn is_late(today: NaiveDate) -> Expr {
    let due = || Expr::col((invoice::Entity, invoice::Column::DueDate));
    Func::coalesce([due(), due()]).lt(today)
}
