//! Keyset paging: stable under inserts, as quick on the last page as on the first.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use chrono::NaiveDate;
use sea_orm::{
    ColumnTrait, DbErr, EntityTrait, FromQueryResult, Order, Value,
    sea_query::{Expr, ExprTrait, IntoColumnRef},
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::Scoped;
use crate::{
    error::{Code, Error, Result},
    http::{Listing, text::has_control},
};

/// The value of the column that a list is sorted by, on one row. A cursor names its kind: a text may look
/// like a date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Key {
    Int(i64),
    Date(NaiveDate),
    Id(Uuid),
    Text(String),
}

impl From<Key> for Value {
    fn from(key: Key) -> Self {
        match key {
            Key::Int(value) => value.into(),
            Key::Date(value) => value.into(),
            Key::Id(value) => value.into(),
            Key::Text(value) => value.into(),
        }
    }
}

/// A column that a list may be sorted by. Each has an index `(organization_id, column, id)`.
pub struct SortKey<E: EntityTrait> {
    /// Its name in `?sort=`.
    pub name: &'static str,
    pub column: E::Column,
    pub key: fn(&E::Model) -> Key,
}

/// A table that can be listed page by page.
pub trait Sortable: EntityTrait {
    /// What it may be sorted by; the first is the default.
    const SORTS: &'static [SortKey<Self>];
    /// Whether the default is from the largest to the smallest.
    const DEFAULT_DESCENDING: bool;
    /// The column that breaks ties.
    const ID: Self::Column;
    /// The id of a row.
    fn id(model: &Self::Model) -> Uuid;
}

/// Some columns of a table whose rows are wider than what a list shows.
pub trait Excerpt<E: Sortable>: FromQueryResult + Send + Sync {
    /// What it reads, in this order.
    const COLUMNS: &'static [E::Column];
    /// The value of the column that a list is sorted by.
    fn key(&self, column: E::Column) -> Key;
    /// The id of the row.
    fn id(&self) -> Uuid;
}

/// Which page: what every list's query has in common.
#[derive(Clone, Debug, Default)]
pub struct PageQuery {
    /// 1 to 200, by default 25.
    pub limit: Option<u64>,
    /// Where the page before ended.
    pub cursor: Option<String>,
    /// A column's name; `-` before it turns the order round.
    pub sort: Option<String>,
    /// Whether to count all rows that match.
    pub include_total: bool,
}

/// A page of rows.
pub struct Page<M> {
    pub rows: Vec<M>,
    pub next_cursor: Option<String>,
    pub total: Option<u64>,
}

impl<M> Page<M> {
    /// The same page of something else.
    pub fn map<T>(self, f: impl FnMut(M) -> T) -> Page<T> {
        Page {
            rows: self.rows.into_iter().map(f).collect(),
            next_cursor: self.next_cursor,
            total: self.total,
        }
    }

    /// The page as it is sent.
    pub fn listing<T>(self, show: impl FnMut(M) -> T) -> Listing<T> {
        Listing {
            data: self.rows.into_iter().map(show).collect(),
            next_cursor: self.next_cursor,
            total: self.total,
        }
    }
}

/// The order of a list, read from `?sort=`.
pub struct Sort<E: EntityTrait + 'static> {
    key: &'static SortKey<E>,
    descending: bool,
}

#[derive(Serialize, Deserialize)]
struct Cursor {
    sort: String,
    key: Key,
    id: Uuid,
}

impl<E: Sortable> Sort<E> {
    fn parse(text: Option<&str>) -> Result<Self> {
        let Some(text) = text else {
            return match E::SORTS.first() {
                Some(key) => Ok(Self {
                    key,
                    descending: E::DEFAULT_DESCENDING,
                }),
                None => Err(Error::new(Code::Internal)),
            };
        };
        let (name, descending) = text
            .strip_prefix('-')
            .map_or((text, false), |name| (name, true));
        let key = E::SORTS
            .iter()
            .find(|key| key.name == name)
            .ok_or_else(|| {
                let known: Vec<_> = E::SORTS.iter().map(|key| key.name).collect();
                Error::parameter(
                    "sort",
                    format!("must be one of {}, with - for descending", known.join(", ")),
                )
            })?;
        Ok(Self { key, descending })
    }

    fn text(&self) -> String {
        format!(
            "{}{}",
            if self.descending { "-" } else { "" },
            self.key.name
        )
    }
}

impl<E: Sortable> Scoped<'_, E> {
    /// One page of this query.
    ///
    /// # Errors
    /// `validation_failed` for a sort, cursor or limit that makes no sense.
    pub async fn page(self, query: &PageQuery) -> Result<Page<E::Model>>
    where
        E::Model: Send + Sync,
    {
        let place = |row: &E::Model, sort: &Sort<E>| ((sort.key.key)(row), E::id(row));
        self.paged(query, Self::all, place).await
    }

    /// One page of this query, of each row only what the list needs.
    ///
    /// # Errors
    /// As [`Scoped::page`].
    pub async fn page_of<R: Excerpt<E>>(self, query: &PageQuery) -> Result<Page<R>>
    where
        E::Model: Send + Sync,
    {
        let place = |row: &R, sort: &Sort<E>| (row.key(sort.key.column), row.id());
        self.paged(query, Self::excerpts, place).await
    }

    /// A page of what `fetch` makes of the rows; `place` tells where one stands.
    async fn paged<R>(
        self,
        query: &PageQuery,
        fetch: impl AsyncFnOnce(Self) -> std::result::Result<Vec<R>, DbErr>,
        place: impl Fn(&R, &Sort<E>) -> (Key, Uuid),
    ) -> Result<Page<R>>
    where
        E::Model: Send + Sync,
    {
        let limit = query.limit.unwrap_or(25);
        if !(1..=200).contains(&limit) {
            return Err(Error::parameter("limit", "must be between 1 and 200"));
        }
        let sort = Sort::<E>::parse(query.sort.as_deref())?;
        let after = query
            .cursor
            .as_deref()
            .map(|cursor| read_cursor(cursor, &sort))
            .transpose()?;
        let total = if query.include_total {
            Some(self.cloned().count().await?)
        } else {
            None
        };

        let order = if sort.descending {
            Order::Desc
        } else {
            Order::Asc
        };
        let rows = self
            .filter_option(after.map(|(key, id)| after_row(&sort, key, id)))
            .order(sort.key.column, order.clone())
            .order(E::ID, order)
            .limit(limit + 1);
        let mut rows = fetch(rows).await?;
        let more = rows.len() as u64 > limit;
        rows.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
        let next_cursor = rows
            .last()
            .filter(|_| more)
            .map(|row| write_cursor(&sort, place(row, &sort)));
        Ok(Page {
            rows,
            next_cursor,
            total,
        })
    }
}

/// `(column, id) < (key, id)` as one row value, which both databases answer by a range of the index.
fn after_row<E: Sortable>(sort: &Sort<E>, key: Key, id: Uuid) -> Expr {
    let row = Expr::tuple([
        Expr::col(sort.key.column.into_column_ref()),
        Expr::col(E::ID.into_column_ref()),
    ]);
    let at = Expr::tuple([Expr::value(key), Expr::value(id)]);
    if sort.descending {
        row.lt(at)
    } else {
        row.gt(at)
    }
}

fn write_cursor<E: Sortable>(sort: &Sort<E>, (key, id): (Key, Uuid)) -> String {
    let cursor = Cursor {
        sort: sort.text(),
        key,
        id,
    };
    URL_SAFE_NO_PAD.encode(serde_json::to_vec(&cursor).unwrap_or_default())
}

/// Whether a key is a value of this column: PostgreSQL refuses to compare it with any other.
fn fits<C: ColumnTrait>(key: &Key, column: C) -> bool {
    use sea_orm::ColumnType as Type;
    match (key, column.def().get_column_type()) {
        (Key::Int(_), Type::BigInteger | Type::Integer)
        | (Key::Date(_), Type::Date)
        | (Key::Id(_), Type::Uuid) => true,
        (Key::Text(text), Type::String(_) | Type::Text) => !has_control(text),
        _ => false,
    }
}

fn read_cursor<E: Sortable>(text: &str, sort: &Sort<E>) -> Result<(Key, Uuid)> {
    let cursor: Option<Cursor> = URL_SAFE_NO_PAD
        .decode(text)
        .ok()
        .and_then(|json| serde_json::from_slice(&json).ok());
    match cursor {
        Some(cursor) if cursor.sort == sort.text() && fits(&cursor.key, sort.key.column) => {
            Ok((cursor.key, cursor.id))
        }
        Some(cursor) if cursor.sort == sort.text() => {
            Err(Error::parameter("cursor", "is not one of ours"))
        }
        Some(_) => Err(Error::parameter("cursor", "belongs to another sort order")),
        None => Err(Error::parameter("cursor", "is not one of ours")),
    }
}
