//! Access that no organization bounds. Every use says what it is for.
//!
//! The tables that are exempt from tenancy are listed here; no other table can be reached this way.

use entity::OrganizationId;
use sea_orm::{
    ActiveModelBehavior, ActiveModelTrait, ConnectionTrait, DatabaseTransaction, DbErr,
    EntityTrait, FromQueryResult, IntoActiveModel, QueryFilter, Select, SqliteTransactionMode,
    Statement, TransactionOptions, TransactionTrait, Value, sea_query::IntoCondition,
};

pub use super::sessions::{PortalSession, StaffSession};
use super::{Actor, Db, OrgScope, PortalScope, Scope, Tx};

/// A table that belongs to the installation rather than to one organization.
pub trait Exempt: EntityTrait {}

macro_rules! exempt {
    ($($table:ident),*) => { $(impl Exempt for entity::$table::Entity {})* };
}

exempt!(
    organization,
    portal_name,
    staff_user,
    membership,
    session,
    refresh_token,
    one_time_token,
    authenticator,
    recovery_code,
    sign_in_throttle,
    job,
    idempotency,
    sandbox_intent,
    sandbox_event,
    dev_mail
);

/// The exempt tables, within a transaction.
pub struct Global<'t>(&'t DatabaseTransaction);

impl Global<'_> {
    /// The rows of an exempt table.
    #[must_use]
    pub fn find<E: Exempt>(&self) -> GlobalSelect<'_, E> {
        GlobalSelect {
            connection: self.0,
            query: E::find(),
        }
    }

    /// Adds a row.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn insert<A>(&self, row: A) -> Result<<A::Entity as EntityTrait>::Model, DbErr>
    where
        A: ActiveModelTrait + ActiveModelBehavior + Send,
        A::Entity: Exempt,
        <A::Entity as EntityTrait>::Model: IntoActiveModel<A>,
    {
        row.insert(self.0).await
    }

    /// Adds a row unless one conflicts with it.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn insert_unless<A>(
        &self,
        row: A,
        conflict: sea_orm::sea_query::OnConflict,
    ) -> Result<(), DbErr>
    where
        A: ActiveModelTrait + Send,
        A::Entity: Exempt,
    {
        A::Entity::insert_many([row])
            .on_conflict(conflict)
            .exec_without_returning(self.0)
            .await?;
        Ok(())
    }

    /// Changes a row.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn update<A>(&self, row: A) -> Result<<A::Entity as EntityTrait>::Model, DbErr>
    where
        A: ActiveModelTrait + ActiveModelBehavior + Send,
        A::Entity: Exempt,
        <A::Entity as EntityTrait>::Model: IntoActiveModel<A>,
    {
        row.update(self.0).await
    }

    /// Changes every matching row; tells how many.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn update_where<E: Exempt>(
        &self,
        change: impl FnOnce(sea_orm::UpdateMany<E>) -> sea_orm::UpdateMany<E>,
    ) -> Result<u64, DbErr> {
        Ok(change(E::update_many()).exec(self.0).await?.rows_affected)
    }

    /// Removes every matching row; tells how many.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn delete_where<E: Exempt>(
        &self,
        condition: impl IntoCondition,
    ) -> Result<u64, DbErr> {
        Ok(E::delete_many()
            .filter(condition)
            .exec(self.0)
            .await?
            .rows_affected)
    }

    /// Rows of a hand-written query.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn query<T: FromQueryResult>(
        &self,
        sql: &str,
        parameters: impl IntoIterator<Item = Value>,
    ) -> Result<Vec<T>, DbErr> {
        let statement =
            Statement::from_sql_and_values(self.0.get_database_backend(), sql, parameters);
        T::find_by_statement(statement).all(self.0).await
    }

    /// A hand-written statement; tells how many rows it changed.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn execute(
        &self,
        sql: &str,
        parameters: impl IntoIterator<Item = Value>,
    ) -> Result<u64, DbErr> {
        let statement =
            Statement::from_sql_and_values(self.0.get_database_backend(), sql, parameters);
        Ok(self.0.execute_raw(statement).await?.rows_affected())
    }

    /// Which database this is, where the two need different words.
    #[must_use]
    pub fn is_postgres(&self) -> bool {
        self.0.get_database_backend() == sea_orm::DbBackend::Postgres
    }
}

/// A query over an exempt table.
pub struct GlobalSelect<'t, E: EntityTrait> {
    connection: &'t DatabaseTransaction,
    query: Select<E>,
}

impl<E: EntityTrait> GlobalSelect<'_, E> {
    /// Shapes the query: filters, order, limit.
    #[must_use]
    pub fn with(mut self, shape: impl FnOnce(Select<E>) -> Select<E>) -> Self {
        self.query = shape(self.query);
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
}

impl<S: Scope> Tx<S> {
    /// The exempt tables, in this transaction.
    pub const fn global(&self) -> Global<'_> {
        Global(self.connection())
    }
}

impl Db {
    /// Reads exempt tables. `purpose` names the use in traces.
    ///
    /// # Errors
    /// Those of `work`, and those of the database.
    pub async fn system_read<T, E: From<DbErr>>(
        &self,
        purpose: &'static str,
        work: impl AsyncFnOnce(&Global<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        tracing::trace!(purpose, "system read");
        let tx = self.read.begin().await?;
        let result = work(&Global(&tx)).await;
        tx.rollback().await?;
        result
    }

    /// Writes exempt tables, in a transaction. `purpose` names the use in traces.
    ///
    /// # Errors
    /// Those of `work`, and those of the database.
    pub async fn system_write<T, E: From<DbErr>>(
        &self,
        purpose: &'static str,
        work: impl AsyncFnOnce(&Global<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        tracing::trace!(purpose, "system write");
        let options = TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..Default::default()
        };
        let tx = self.write.begin_with_options(options).await?;
        match work(&Global(&tx)).await {
            Ok(value) => {
                tx.commit().await?;
                Ok(value)
            }
            Err(error) => {
                tx.rollback().await?;
                Err(error)
            }
        }
    }

    /// The scope of one organization for work that Portico does by itself: jobs, commands, seeds,
    /// the steps before somebody has a session.
    #[must_use]
    pub fn scope_of(&self, organization_id: OrganizationId, actor: Actor) -> OrgScope {
        OrgScope {
            organization_id,
            actor,
            now: self.clock.now(),
        }
    }

    /// The organization that was made last, for commands that add to the demo.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn newest_organization(&self) -> Result<Option<OrganizationId>, DbErr> {
        use sea_orm::QueryOrder;
        let found = entity::organization::Entity::find()
            .order_by_desc(entity::organization::Column::CreatedAt)
            .one(&self.read)
            .await?;
        Ok(found.map(|organization| organization.id))
    }
}

/// What a customer's action writes: the organization's scope, in the customer's name. The verb that
/// uses it has looked at what it acts on through the [`PortalScope`] first.
#[must_use]
pub fn for_customer(portal: &PortalScope) -> OrgScope {
    OrgScope {
        organization_id: portal.organization_id,
        actor: portal.actor.clone(),
        now: portal.now,
    }
}

impl Tx<OrgScope> {
    /// The scope's own organization.
    ///
    /// # Errors
    /// `RecordNotFound` if it is gone, which cannot be while somebody works for it.
    pub async fn own_organization(&self) -> Result<entity::organization::Model, DbErr> {
        let id = self.organization();
        entity::organization::Entity::find_by_id(id)
            .one(self.connection())
            .await?
            .ok_or_else(|| DbErr::RecordNotFound(id.to_string()))
    }
}
