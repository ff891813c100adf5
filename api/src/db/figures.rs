//! Sums by day that are kept beside the documents. A transaction gathers what it moves and writes it last, in the
//! order of the keys: whatever else it locks, two transactions never wait for each other's figures in a circle.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use entity::{CustomerId, OrganizationId, Text, customer_due, organization_figure};
use portico_domain::{ledger::Figure, money::Currency};
use sea_orm::{
    DatabaseTransaction, DbErr, EntityTrait, Iden, Set,
    sea_query::{Alias, Expr, ExprTrait as _, OnConflict},
};

/// How much was added, and how many documents; both may be negative.
#[derive(Clone, Copy, Default)]
struct Moved {
    amount: i64,
    count: i64,
}

impl Moved {
    const fn is_nothing(self) -> bool {
        self.amount == 0 && self.count == 0
    }
}

/// What a transaction has moved so far.
#[derive(Default)]
pub(super) struct Figures {
    organization: BTreeMap<(&'static str, &'static str, NaiveDate), (Figure, Currency, Moved)>,
    customers: BTreeMap<(CustomerId, &'static str, NaiveDate), (Currency, Moved)>,
}

impl Figures {
    pub(super) fn due(
        &mut self,
        customer: CustomerId,
        currency: Currency,
        day: NaiveDate,
        amount: i64,
        count: i64,
    ) {
        let (_, moved) = self
            .customers
            .entry((customer, currency.code(), day))
            .or_insert((currency, Moved::default()));
        moved.amount += amount;
        moved.count += count;
        self.add(Figure::Due, currency, day, amount, count);
    }

    pub(super) fn add(
        &mut self,
        figure: Figure,
        currency: Currency,
        day: NaiveDate,
        amount: i64,
        count: i64,
    ) {
        let (_, _, moved) = self
            .organization
            .entry((figure.as_str(), currency.code(), day))
            .or_insert((figure, currency, Moved::default()));
        moved.amount += amount;
        moved.count += count;
    }

    /// Writes them.
    ///
    /// # Errors
    /// Those of the database.
    pub(super) async fn write(
        self,
        tx: &DatabaseTransaction,
        organization: OrganizationId,
    ) -> Result<(), DbErr> {
        let customers: Vec<_> = self
            .customers
            .into_iter()
            .filter(|(_, (_, moved))| !moved.is_nothing())
            .map(
                |((customer, _, day), (currency, moved))| customer_due::ActiveModel {
                    organization_id: Set(organization),
                    customer_id: Set(customer),
                    currency: Set(Text(currency)),
                    day: Set(day),
                    amount: Set(moved.amount),
                    count: Set(moved.count),
                },
            )
            .collect();
        let totals: Vec<_> = self
            .organization
            .into_iter()
            .filter(|(_, (_, _, moved))| !moved.is_nothing())
            .map(
                |((_, _, day), (figure, currency, moved))| organization_figure::ActiveModel {
                    organization_id: Set(organization),
                    figure: Set(Text(figure)),
                    currency: Set(Text(currency)),
                    day: Set(day),
                    amount: Set(moved.amount),
                    count: Set(moved.count),
                },
            )
            .collect();
        for rows in customers.chunks(1_000) {
            use customer_due::{Column, Entity};
            let key = [
                Column::OrganizationId,
                Column::CustomerId,
                Column::Currency,
                Column::Day,
            ];
            Entity::insert_many(rows.to_vec())
                .on_conflict(adding(&Entity, key, &Column::Amount, &Column::Count))
                .exec_without_returning(tx)
                .await?;
        }
        for rows in totals.chunks(1_000) {
            use organization_figure::{Column, Entity};
            let key = [
                Column::OrganizationId,
                Column::Figure,
                Column::Currency,
                Column::Day,
            ];
            Entity::insert_many(rows.to_vec())
                .on_conflict(adding(&Entity, key, &Column::Amount, &Column::Count))
                .exec_without_returning(tx)
                .await?;
        }
        Ok(())
    }
}

/// Adds to a row that is there already.
fn adding<C: Iden + Copy + 'static>(
    table: &dyn Iden,
    key: [C; 4],
    amount: &dyn Iden,
    count: &dyn Iden,
) -> OnConflict {
    let table = Alias::new(table.to_string());
    let sum = |column: &dyn Iden| {
        let column = Alias::new(column.to_string());
        let kept = Expr::col((table.clone(), column.clone()));
        (
            column.clone(),
            kept.add(Expr::col((Alias::new("excluded"), column))),
        )
    };
    OnConflict::columns(key)
        .values([sum(amount), sum(count)])
        .to_owned()
}
