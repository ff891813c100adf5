//! A transaction that knows whose data it may touch.

use std::{
    collections::HashSet,
    sync::{Mutex, PoisonError},
};

use chrono::NaiveDate;
use entity::{CustomerId, Instant, OrganizationId, Tenant};
use portico_domain::{ledger::Figure, money::Currency};
use sea_orm::{
    ActiveModelTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait, FromQueryResult,
    IntoActiveModel, Iterable, PrimaryKeyToColumn, PrimaryKeyTrait, QueryFilter,
    SqliteTransactionMode, Statement, TransactionOptions, TransactionTrait, Update, Value,
};
use uuid::Uuid;

use super::{Change, Db, Scope, Scoped, Sees, Writes, changes::Committed, figures::Figures};
use crate::clock::Clock;

/// A database transaction under a scope. Made by [`Db::write`] and [`Db::read`] only.
pub struct Tx<S> {
    inner: DatabaseTransaction,
    scope: S,
    clock: Clock,
    figures: Mutex<Figures>,
    changes: Mutex<Vec<Change>>,
}

impl Db {
    /// Runs `work` in a transaction: committed if it succeeds, rolled back if not.
    ///
    /// # Errors
    /// Those of `work`, and those of the database.
    pub async fn write<S: Scope, T, E: From<DbErr>>(
        &self,
        scope: S,
        work: impl AsyncFnOnce(&Tx<S>) -> Result<T, E>,
    ) -> Result<T, E> {
        let options = TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..Default::default()
        };
        let inner = self.write.begin_with_options(options).await?;
        let tx = Tx {
            inner,
            scope,
            clock: self.clock.clone(),
            figures: Mutex::default(),
            changes: Mutex::default(),
        };
        let organization = tx.organization();
        match work(&tx).await {
            Ok(value) => {
                let committed = tx.committed();
                let figures = tx.figures();
                figures.write(&tx.inner, organization).await?;
                self.notify(&tx.inner, &committed).await?;
                tx.inner.commit().await?;
                self.tell(committed);
                Ok(value)
            }
            Err(error) => {
                tx.inner.rollback().await?;
                Err(error)
            }
        }
    }

    /// Runs `work` in a transaction that sees one state of the data and changes nothing.
    ///
    /// # Errors
    /// Those of `work`, and those of the database.
    pub async fn read<S: Scope, T, E: From<DbErr>>(
        &self,
        scope: S,
        work: impl AsyncFnOnce(&Tx<S>) -> Result<T, E>,
    ) -> Result<T, E> {
        let tx = Tx {
            inner: self.read.begin().await?,
            scope,
            clock: self.clock.clone(),
            figures: Mutex::default(),
            changes: Mutex::default(),
        };
        let result = work(&tx).await;
        tx.inner.rollback().await?;
        result
    }
}

impl<S: Scope> Tx<S> {
    /// The scope of this transaction.
    pub const fn scope(&self) -> &S {
        &self.scope
    }

    /// Whose data this is.
    pub fn organization(&self) -> OrganizationId {
        self.scope.organization()
    }

    /// The moment of the request.
    pub fn now(&self) -> Instant {
        self.scope.now()
    }

    /// A new identifier.
    pub fn new_uuid(&self) -> Uuid {
        self.clock.new_uuid()
    }

    /// Adds to what a customer's open invoices of a due date ask for, and to the organization's sum of that day.
    pub fn move_due(
        &self,
        customer: CustomerId,
        currency: Currency,
        day: NaiveDate,
        amount: i64,
        count: i64,
    ) where
        S: Into<OrgOnly>,
    {
        let mut figures = self.figures.lock().unwrap_or_else(PoisonError::into_inner);
        figures.due(customer, currency, day, amount, count);
    }

    /// Adds to one of the organization's sums of a day.
    pub fn move_figure(
        &self,
        figure: Figure,
        currency: Currency,
        day: NaiveDate,
        amount: i64,
        count: i64,
    ) where
        S: Into<OrgOnly>,
    {
        let mut figures = self.figures.lock().unwrap_or_else(PoisonError::into_inner);
        figures.add(figure, currency, day, amount, count);
    }

    /// Notes that something was changed: whoever looks at it is told once this is committed. `audit::record`
    /// and `notifications::notify` do it by themselves.
    pub fn changed(&self, change: Change) {
        let mut changes = self.changes.lock().unwrap_or_else(PoisonError::into_inner);
        changes.push(change);
    }

    fn figures(&self) -> Figures {
        let mut figures = self.figures.lock().unwrap_or_else(PoisonError::into_inner);
        std::mem::take(&mut *figures)
    }

    fn committed(&self) -> Committed {
        let mut changes = self.changes.lock().unwrap_or_else(PoisonError::into_inner);
        let mut known = HashSet::new();
        changes.retain(|change| known.insert(change.clone()));
        Committed {
            organization_id: self.organization(),
            changes: std::mem::take(&mut *changes),
        }
    }

    /// A query over the rows of a table that exist for this scope.
    pub fn select<E: EntityTrait>(&self) -> Scoped<'_, E>
    where
        S: Sees<E>,
    {
        Scoped::new(&self.inner, E::find().filter(self.scope.visible()))
    }

    /// A row by its id, if it exists for this scope.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn get<E: Tenant, I>(&self, id: I) -> Result<Option<E::Model>, DbErr>
    where
        S: Sees<E>,
        (OrganizationId, I): Into<<E::PrimaryKey as PrimaryKeyTrait>::ValueType>,
    {
        E::find_by_id((self.organization(), id))
            .filter(self.scope.visible())
            .one(&self.inner)
            .await
    }

    /// The same, and on PostgreSQL the row stays locked until the end; SQLite has one writer anyway.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn lock<E: Tenant, I>(&self, id: I) -> Result<Option<E::Model>, DbErr>
    where
        S: Writes<E>,
        (OrganizationId, I): Into<<E::PrimaryKey as PrimaryKeyTrait>::ValueType>,
    {
        use sea_orm::QuerySelect;
        E::find_by_id((self.organization(), id))
            .filter(self.scope.visible())
            .lock_exclusive()
            .one(&self.inner)
            .await
    }

    /// Adds a row to this organization, whatever organization the row named.
    ///
    /// # Errors
    /// Those of the database: a taken key, a reference to what does not exist here.
    pub async fn insert<A>(&self, mut row: A) -> Result<<A::Entity as EntityTrait>::Model, DbErr>
    where
        A: ActiveModelTrait + sea_orm::ActiveModelBehavior + Send,
        A::Entity: Tenant,
        S: Writes<A::Entity>,
        <A::Entity as EntityTrait>::Model: IntoActiveModel<A>,
    {
        row.set(
            <A::Entity as Tenant>::ORGANIZATION,
            self.organization().into(),
        );
        row.insert(&self.inner).await
    }

    /// Adds many rows at once.
    ///
    /// # Errors
    /// As [`Tx::insert`].
    pub async fn insert_many<A>(&self, rows: Vec<A>) -> Result<(), DbErr>
    where
        A: ActiveModelTrait + Send,
        A::Entity: Tenant,
        S: Writes<A::Entity>,
    {
        // SQLite takes 32,766 parameters in a statement, PostgreSQL 65,535.
        let columns = <A::Entity as EntityTrait>::Column::iter().count().max(1);
        let mut rows = rows.into_iter().map(|mut row| {
            row.set(
                <A::Entity as Tenant>::ORGANIZATION,
                self.organization().into(),
            );
            row
        });
        loop {
            let chunk: Vec<A> = rows.by_ref().take(30_000 / columns).collect();
            if chunk.is_empty() {
                return Ok(());
            }
            A::Entity::insert_many(chunk)
                .exec_without_returning(&self.inner)
                .await?;
        }
    }

    /// Changes a row that exists for this scope.
    ///
    /// # Errors
    /// `RecordNotUpdated` if there is no such row here or nothing to change.
    pub async fn update<A>(&self, mut row: A) -> Result<<A::Entity as EntityTrait>::Model, DbErr>
    where
        A: ActiveModelTrait,
        A::Entity: Tenant,
        S: Writes<A::Entity>,
        <A::Entity as EntityTrait>::Model: IntoActiveModel<A>,
    {
        row.set(
            <A::Entity as Tenant>::ORGANIZATION,
            self.organization().into(),
        );
        let is_key = |column: &<A::Entity as EntityTrait>::Column| {
            <<A::Entity as EntityTrait>::PrimaryKey as PrimaryKeyToColumn>::from_column(*column)
                .is_some()
        };
        // Without a changed column sea-orm would answer by a plain look-up, past the filter.
        if !<A::Entity as EntityTrait>::Column::iter()
            .any(|column| !is_key(&column) && row.get(column).is_set())
        {
            return Err(DbErr::RecordNotUpdated);
        }
        Update::one(row)
            .validate()?
            .filter(self.scope.visible())
            .exec(&self.inner)
            .await
    }

    /// Changes every matching row that exists for this scope; tells how many.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn update_where<E: EntityTrait>(
        &self,
        change: impl FnOnce(sea_orm::UpdateMany<E>) -> sea_orm::UpdateMany<E>,
    ) -> Result<u64, DbErr>
    where
        S: Writes<E>,
    {
        let update = change(E::update_many()).filter(self.scope.visible());
        Ok(update.exec(&self.inner).await?.rows_affected)
    }

    /// Removes every matching row that exists for this scope; tells how many.
    ///
    /// # Errors
    /// Those of the database, a remaining reference among them.
    pub async fn delete_where<E: EntityTrait>(
        &self,
        condition: impl sea_orm::sea_query::IntoCondition,
    ) -> Result<u64, DbErr>
    where
        S: Writes<E>,
    {
        let delete = E::delete_many()
            .filter(condition)
            .filter(self.scope.visible());
        Ok(delete.exec(&self.inner).await?.rows_affected)
    }

    /// Rows of a hand-written query, for what the builder cannot say. Its first parameter, `$1`, is the
    /// organization; a store that uses it writes `organization_id = $1` for every table it names.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn query<T: FromQueryResult>(
        &self,
        sql: &str,
        parameters: impl IntoIterator<Item = Value>,
    ) -> Result<Vec<T>, DbErr>
    where
        S: Into<OrgOnly>,
    {
        let statement = self.statement(sql, parameters);
        T::find_by_statement(statement).all(&self.inner).await
    }

    /// A hand-written statement; see [`Tx::query`].
    ///
    /// # Errors
    /// Those of the database.
    pub async fn execute(
        &self,
        sql: &str,
        parameters: impl IntoIterator<Item = Value>,
    ) -> Result<u64, DbErr>
    where
        S: Into<OrgOnly>,
    {
        let statement = self.statement(sql, parameters);
        Ok(self.inner.execute_raw(statement).await?.rows_affected())
    }

    fn statement(&self, sql: &str, parameters: impl IntoIterator<Item = Value>) -> Statement {
        let organization = std::iter::once(self.organization().into());
        Statement::from_sql_and_values(
            self.inner.get_database_backend(),
            sql,
            organization.chain(parameters),
        )
    }

    /// The connection, for the rest of `db` only.
    pub(super) const fn connection(&self) -> &DatabaseTransaction {
        &self.inner
    }
}

/// Marks the scope that may run hand-written statements: a customer's may not.
pub struct OrgOnly;

impl From<super::OrgScope> for OrgOnly {
    fn from(_: super::OrgScope) -> Self {
        Self
    }
}
