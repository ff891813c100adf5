//! A query that already carries its scope.

use sea_orm::{
    ColumnTrait, DatabaseTransaction, DbErr, EntityTrait, FromQueryResult, Order, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect, Select,
    sea_query::{IntoCondition, SimpleExpr},
};

use super::{Excerpt, Sortable};

/// A query over one table, limited to the rows that exist for the transaction's scope.
pub struct Scoped<'t, E: EntityTrait> {
    connection: &'t DatabaseTransaction,
    query: Select<E>,
}

impl<'t, E: EntityTrait> Scoped<'t, E> {
    pub(super) const fn new(connection: &'t DatabaseTransaction, query: Select<E>) -> Self {
        Self { connection, query }
    }

    pub(super) fn cloned(&self) -> Self {
        Self {
            connection: self.connection,
            query: self.query.clone(),
        }
    }

    /// Narrows it.
    #[must_use]
    pub fn filter(mut self, condition: impl IntoCondition) -> Self {
        self.query = self.query.filter(condition.into_condition());
        self
    }

    /// Narrows it if there is a condition.
    #[must_use]
    pub fn filter_option<C: IntoCondition>(self, condition: Option<C>) -> Self {
        match condition {
            Some(condition) => self.filter(condition),
            None => self,
        }
    }

    /// Sorts by a column, after what it was sorted by before.
    #[must_use]
    pub fn order(mut self, column: impl ColumnTrait, order: Order) -> Self {
        self.query = self.query.order_by(column, order);
        self
    }

    /// At most so many rows.
    #[must_use]
    pub fn limit(mut self, rows: u64) -> Self {
        self.query = self.query.limit(rows);
        self
    }

    /// Locks the rows on PostgreSQL until the transaction ends.
    #[must_use]
    pub fn for_update(mut self) -> Self {
        self.query = self.query.lock_exclusive();
        self
    }

    /// The first row.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn one(self) -> Result<Option<E::Model>, DbErr> {
        self.query.one(self.connection).await
    }

    /// All rows.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn all(self) -> Result<Vec<E::Model>, DbErr> {
        self.query.all(self.connection).await
    }

    /// All rows, of each only some columns.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn excerpts<R: Excerpt<E>>(self) -> Result<Vec<R>, DbErr>
    where
        E: Sortable,
    {
        self.query
            .select_only()
            .columns(R::COLUMNS.iter().copied())
            .into_model::<R>()
            .all(self.connection)
            .await
    }

    /// How many rows.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn count(self) -> Result<u64, DbErr>
    where
        E::Model: FromQueryResult + Sized + Send + Sync,
    {
        self.query.count(self.connection).await
    }

    /// Named expressions instead of whole rows, grouped by some columns.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn aggregate<T: FromQueryResult>(
        self,
        columns: impl IntoIterator<Item = (&'static str, SimpleExpr)>,
        group_by: impl IntoIterator<Item = E::Column>,
    ) -> Result<Vec<T>, DbErr> {
        let mut query = self.query.select_only();
        for (name, expression) in columns {
            query = query.column_as(expression, name);
        }
        for column in group_by {
            query = query.group_by(column);
        }
        query.into_model::<T>().all(self.connection).await
    }
}
