//! Access that no organization bounds. Every use says what it is for.
//!
//! The tables that are exempt from tenancy are listed here; no other table can be reached this way.

use entity::{
    ContactPersonId, CustomerId, Doc, Instant, OrganizationId, PortalIdentityId, SessionId, StaffUserId, Text,
    records::Address,
};
use portico_domain::{language::Language, money::Currency, permission::Role, work::ActorKind};
use sea_orm::{
    ActiveModelBehavior, ActiveModelTrait, ConnectionTrait, DatabaseTransaction, DbErr,
    EntityTrait, FromQueryResult, IntoActiveModel, QueryFilter, Select, SqliteTransactionMode,
    Statement, TransactionOptions, TransactionTrait, Value, sea_query::IntoCondition,
};
use uuid::Uuid;

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
    sign_in_throttle,
    job,
    idempotency,
    sandbox_intent,
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

    /// The session of a member of staff, if it and everything it rests on is still good. One statement.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn staff_session(&self, id: SessionId) -> Result<Option<StaffSession>, DbErr> {
        self.session(STAFF_SESSION, id).await
    }

    /// The session of a contact person, likewise.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn portal_session(&self, id: SessionId) -> Result<Option<PortalSession>, DbErr> {
        self.session(PORTAL_SESSION, id).await
    }

    async fn session<T: FromQueryResult>(
        &self,
        sql: &str,
        id: SessionId,
    ) -> Result<Option<T>, DbErr> {
        let statement = Statement::from_sql_and_values(
            self.read.get_database_backend(),
            sql,
            [id.into(), self.clock.now().into()],
        );
        T::find_by_statement(statement).one(&self.read).await
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

const STAFF_SESSION: &str = "select s.id as session_id, s.organization_id, u.id as user_id, u.name, u.email, m.role, \
    o.name as organization_name, o.portal_name, o.base_currency, o.language, o.time_zone, o.date_format \
    from session s \
    join staff_user u on u.id = s.user_id \
    join membership m on m.user_id = s.user_id and m.organization_id = s.organization_id \
    join organization o on o.id = s.organization_id \
    where s.id = $1 and s.audience = 'staff' and s.revoked_at is null and s.expires_at > $2 and m.status = 'active'";

/// A signed-in member of staff.
#[derive(Clone, Debug, FromQueryResult)]
pub struct StaffSession {
    pub session_id: SessionId,
    pub organization_id: OrganizationId,
    pub user_id: StaffUserId,
    pub name: String,
    pub email: String,
    pub role: Text<Role>,
    pub organization_name: String,
    pub portal_name: String,
    pub base_currency: Text<Currency>,
    pub language: Text<Language>,
    pub time_zone: String,
    pub date_format: String,
}

impl StaffSession {
    /// What this person may touch.
    #[must_use]
    pub fn scope(&self, now: Instant, address: Option<String>) -> OrgScope {
        OrgScope {
            organization_id: self.organization_id,
            actor: Actor {
                kind: ActorKind::Staff,
                id: Some(self.user_id.0),
                name: Some(self.name.clone()),
                address,
            },
            now,
        }
    }
}

const PORTAL_SESSION: &str = "select s.id as session_id, s.organization_id, s.identity_id, p.id as person_id, c.id as customer_id, \
    p.first_name, p.last_name, i.email, c.display_name as customer_name, c.language as customer_language, \
    c.tax_id as customer_tax_id, o.name as organization_name, o.portal_name, o.language as organization_language, o.time_zone, \
    o.address as organization_address, o.tax_registration as organization_tax_registration, o.email as organization_email, \
    o.phone as organization_phone, o.website as organization_website, o.payment_instructions, o.banner_message \
    from session s \
    join organization o on o.id = s.organization_id \
    join portal_identity i on i.organization_id = s.organization_id and i.id = s.identity_id \
    join contact_person p on p.organization_id = s.organization_id and p.id = s.person_id and p.identity_id = s.identity_id \
    join customer c on c.organization_id = s.organization_id and c.id = p.customer_id \
    where s.id = $1 and s.audience = 'portal' and s.revoked_at is null and s.expires_at > $2 \
    and p.portal_status = 'accepted' and c.active and o.portal_enabled";

/// A signed-in contact person, acting for one customer, and what the portal tells of the organization: one
/// statement answers for every request.
#[derive(Clone, Debug, FromQueryResult)]
pub struct PortalSession {
    pub session_id: SessionId,
    pub organization_id: OrganizationId,
    pub identity_id: PortalIdentityId,
    pub person_id: ContactPersonId,
    pub customer_id: CustomerId,
    pub first_name: String,
    pub last_name: String,
    pub email: String,
    pub customer_name: String,
    pub customer_language: Option<Text<Language>>,
    pub organization_name: String,
    pub portal_name: String,
    pub customer_tax_id: Option<String>,
    pub organization_language: Text<Language>,
    pub organization_address: Doc<Address>,
    pub organization_tax_registration: Option<String>,
    pub organization_email: Option<String>,
    pub organization_phone: Option<String>,
    pub organization_website: Option<String>,
    pub payment_instructions: Option<String>,
    pub banner_message: Option<String>,
    pub time_zone: String,
}

impl PortalSession {
    /// What this person may see.
    #[must_use]
    pub fn scope(&self, now: Instant, address: Option<String>) -> PortalScope {
        PortalScope {
            organization_id: self.organization_id,
            customer_id: self.customer_id,
            actor: Actor {
                kind: ActorKind::Customer,
                id: Some(self.person_id.0),
                name: Some(self.full_name()),
                address,
            },
            now,
        }
    }

    /// The person's name in one line.
    #[must_use]
    pub fn full_name(&self) -> String {
        format!("{} {}", self.first_name, self.last_name)
            .trim()
            .to_owned()
    }

    /// The language that the portal speaks to this person.
    #[must_use]
    pub fn language(&self) -> Language {
        self.customer_language
            .map_or(self.organization_language.0, |language| language.0)
    }
}

/// A row's id, for hand-written queries.
#[derive(Debug, FromQueryResult)]
pub struct IdRow {
    pub id: Uuid,
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
