//! The migrated schema equals the entities, on both databases.

use std::collections::{BTreeMap, BTreeSet};

use portico_tests::App;
use sea_orm::{ColumnTrait, ColumnType, EntityTrait, IdenStatic, Iterable, PrimaryKeyToColumn};
use sqlx::{AssertSqlSafe, ConnectOptions, Connection, PgConnection, SqliteConnection};

/// Tables without the key (organization_id, …), each with its reason.
const INSTALLATION_WIDE: &[(&str, &str)] = &[
    ("organization", "it is the organization"),
    ("portal_name", "no two organizations ever share one"),
    ("staff_user", "a user may work for several organizations"),
    ("authenticator", "belongs to a user or to a portal identity"),
    ("recovery_code", "belongs to an authenticator"),
    (
        "membership",
        "found by its user, before an organization is chosen",
    ),
    (
        "session",
        "found by its id, before an organization is known",
    ),
    (
        "refresh_token",
        "found by its hash, before an organization is known",
    ),
    (
        "one_time_token",
        "found by its hash, before an organization is known",
    ),
    ("sign_in_throttle", "counts those who have not signed in"),
    ("job", "one queue for the installation"),
    (
        "idempotency",
        "its key names the organization in the principal",
    ),
    (
        "sandbox_intent",
        "the books of a gateway, somebody else's server",
    ),
    ("sandbox_event", "likewise"),
    ("dev_mail", "stands for everybody's mailboxes"),
];

/// Identifiers in tenant tables that the database does not check, each with its reason.
const UNCHECKED: &[(&str, &str)] = &[
    (
        "audit_entry.actor_id",
        "outlives whoever acted: staff, a contact person, or nobody",
    ),
    (
        "audit_entry.subject_id",
        "is of any kind, and outlives what it is about",
    ),
    ("audit_entry.customer_id", "outlives the customer"),
    (
        "invoice.pending_payment_id",
        "payments refer to invoices; it would close a circle",
    ),
    ("item.tax_id", "is a tax or a tax group; the verbs check it"),
    (
        "mail.related_id",
        "is of any kind, and outlives what it is about",
    ),
    (
        "notification.subject_id",
        "is of any kind, and outlives what it is about",
    ),
    (
        "payment.payment_method_id",
        "outlives the method, which may be removed",
    ),
    ("payment.person_id", "outlives the contact person"),
];

#[derive(Debug, Default, PartialEq, Eq)]
struct Table {
    /// Type, and whether it may be null.
    columns: BTreeMap<String, (String, bool)>,
    key: Vec<String>,
}

#[derive(Debug, Default)]
struct Reference {
    from: String,
    to: String,
    columns: Vec<String>,
    targets: Vec<String>,
}

type Schema = BTreeMap<String, Table>;

fn describe<E: EntityTrait>() -> (String, Table) {
    let columns = E::Column::iter().map(|column| {
        let definition = column.def();
        let kind = sql_type(definition.get_column_type());
        (
            column.as_str().to_owned(),
            (kind.to_owned(), definition.is_null()),
        )
    });
    let key = E::PrimaryKey::iter().map(|key| key.into_column().as_str().to_owned());
    let table = Table {
        columns: columns.collect(),
        key: key.collect(),
    };
    (E::default().table_name().to_owned(), table)
}

fn sql_type(kind: &ColumnType) -> &'static str {
    match kind {
        ColumnType::Uuid => "uuid",
        ColumnType::String(_) | ColumnType::Text => "text",
        ColumnType::BigInteger => "bigint",
        ColumnType::Integer => "integer",
        ColumnType::Boolean => "boolean",
        ColumnType::Date => "date",
        ColumnType::JsonBinary | ColumnType::Json => "jsonb",
        other => panic!("no column of the type {other:?} was expected"),
    }
}

macro_rules! entities {
    ($($table:ident),* $(,)?) => { [$(describe::<entity::$table::Entity>()),*].into() };
}

/// A table that is missing here is found by the comparison.
fn entities() -> Schema {
    entities!(
        audit_entry,
        authenticator,
        bank_account,
        contact_person,
        credit_entry,
        customer,
        customer_balance,
        customer_due,
        dev_mail,
        gateway_account,
        gateway_payer,
        idempotency,
        invoice,
        invoice_line,
        item,
        job,
        mail,
        mail_template,
        membership,
        notification,
        notification_preference,
        notification_read,
        notification_rule,
        number_series,
        one_time_token,
        organization,
        organization_figure,
        payment,
        payment_allocation,
        payment_check,
        payment_link,
        payment_link_attempt,
        payment_link_code,
        payment_method,
        portal_identity,
        portal_name,
        portal_sign_up,
        recovery_code,
        refresh_token,
        refund,
        refund,
        sandbox_event,
        sandbox_intent,
        saved_view,
        session,
        sign_in_throttle,
        staff_user,
        tax,
        tax_authority,
        tax_exemption,
        tax_group,
        tax_group_member,
        transfer_notice,
    )
}

/// Table, column, type, nullable, and the column's place in the primary key or 0.
type Column = (String, String, String, bool, i64);
/// Table, name of the reference, referenced table, column, referenced column; in order.
type Part = (String, String, String, String, String);

async fn read(url: &str) -> (Vec<Column>, Vec<Part>) {
    if url.starts_with("sqlite:") {
        let options: sqlx::sqlite::SqliteConnectOptions = url.parse().expect("a URL");
        let mut database: SqliteConnection = options.connect().await.expect("SQLite opens");
        let columns =
            "select t.name, c.name, lower(c.type), c.\"notnull\" = 0, c.pk from sqlite_schema t
            join pragma_table_info(t.name) c where t.type = 'table'";
        let parts = "select t.name, cast(f.id as text), f.\"table\", f.\"from\", f.\"to\" from sqlite_schema t
            join pragma_foreign_key_list(t.name) f where t.type = 'table' order by t.name, f.id, f.seq";
        (
            sqlx::query_as(columns)
                .fetch_all(&mut database)
                .await
                .expect("columns"),
            sqlx::query_as(parts)
                .fetch_all(&mut database)
                .await
                .expect("references"),
        )
    } else {
        let mut database = PgConnection::connect(url)
            .await
            .expect("PostgreSQL answers");
        let columns = "select c.table_name::text, c.column_name::text, c.data_type::text, c.is_nullable = 'YES',
            coalesce(array_position(k.conkey, a.attnum), 0)::bigint
            from information_schema.columns c
            join pg_attribute a on a.attrelid = c.table_name::regclass and a.attname = c.column_name
            left join pg_constraint k on k.conrelid = a.attrelid and k.contype = 'p'
            where c.table_schema = 'public'";
        let parts = "select k.conrelid::regclass::text, k.conname::text, k.confrelid::regclass::text, a.attname::text,
            b.attname::text from pg_constraint k
            cross join lateral unnest(k.conkey, k.confkey) with ordinality as p(here, there, place)
            join pg_attribute a on a.attrelid = k.conrelid and a.attnum = p.here
            join pg_attribute b on b.attrelid = k.confrelid and b.attnum = p.there
            where k.contype = 'f' and k.connamespace = 'public'::regnamespace order by 1, 2, p.place";
        (
            sqlx::query_as(AssertSqlSafe(columns))
                .fetch_all(&mut database)
                .await
                .expect("columns"),
            sqlx::query_as(AssertSqlSafe(parts))
                .fetch_all(&mut database)
                .await
                .expect("references"),
        )
    }
}

async fn migrated() -> (Schema, Vec<Reference>) {
    let app = App::start().await;
    let (columns, parts) = read(&app.parts.config.database_url).await;
    app.stop().await;
    let mut schema = Schema::new();
    let mut keys: BTreeMap<String, BTreeMap<i64, String>> = BTreeMap::new();
    // The migrator's own book is nobody's entity.
    let ours = columns
        .into_iter()
        .filter(|(table, ..)| table != "seaql_migrations");
    for (table, column, kind, nullable, place) in ours {
        let kept = schema.entry(table.clone()).or_default();
        kept.columns.insert(column.clone(), (kind, nullable));
        if place > 0 {
            keys.entry(table).or_default().insert(place, column);
        }
    }
    for (table, key) in keys {
        schema.entry(table).or_default().key = key.into_values().collect();
    }
    let mut references: BTreeMap<(String, String), Reference> = BTreeMap::new();
    for (from, name, to, column, target) in parts {
        let reference = references.entry((from.clone(), name)).or_default();
        (reference.from, reference.to) = (from, to);
        reference.columns.push(column);
        reference.targets.push(target);
    }
    (schema, references.into_values().collect())
}

#[tokio::test]
async fn every_table_is_an_entity_with_the_same_columns() {
    let (schema, _) = migrated().await;
    let entities = entities();
    let names = |schema: &Schema| schema.keys().cloned().collect::<BTreeSet<_>>();
    assert_eq!(names(&schema), names(&entities));
    for (name, table) in &schema {
        assert_eq!(
            table, &entities[name],
            "{name}: the schema on the left, the entity on the right"
        );
    }
}

#[tokio::test]
async fn every_tenant_table_is_keyed_and_refers_by_its_organization() {
    let (schema, references) = migrated().await;
    let exempt: BTreeSet<&str> = INSTALLATION_WIDE.iter().map(|(table, _)| *table).collect();
    let tenant = |table: &str| !exempt.contains(table);
    for table in &exempt {
        assert!(
            schema.contains_key(*table),
            "{table} is exempt and does not exist"
        );
    }
    for (name, table) in schema.iter().filter(|(name, _)| tenant(name)) {
        assert!(
            table.key.len() >= 2 && table.key[0] == "organization_id",
            "{name} has the key {:?}",
            table.key
        );
        let owned = references.iter().any(|reference| {
            reference.from == *name
                && reference.to == "organization"
                && reference.columns == ["organization_id"]
        });
        assert!(owned, "{name} does not refer to its organization");
    }
    for reference in &references {
        if tenant(&reference.from) && tenant(&reference.to) {
            let first = (reference.columns[0].as_str(), reference.targets[0].as_str());
            assert_eq!(
                first,
                ("organization_id", "organization_id"),
                "{reference:?}"
            );
        }
    }
}

#[tokio::test]
async fn every_identifier_of_a_tenant_table_is_checked_by_the_database() {
    let (schema, references) = migrated().await;
    let exempt: BTreeSet<&str> = INSTALLATION_WIDE.iter().map(|(table, _)| *table).collect();
    let mut unchecked = BTreeSet::new();
    for (name, table) in schema
        .iter()
        .filter(|(name, _)| !exempt.contains(name.as_str()))
    {
        for (column, (kind, _)) in &table.columns {
            let checked = references
                .iter()
                .any(|reference| reference.from == *name && reference.columns.contains(column));
            if kind == "uuid" && column != "id" && !checked {
                unchecked.insert(format!("{name}.{column}"));
            }
        }
    }
    let known: BTreeSet<String> = UNCHECKED
        .iter()
        .map(|(column, _)| (*column).to_owned())
        .collect();
    assert_eq!(unchecked, known, "found on the left, listed on the right");
}
