//! The job table.

use entity::{Doc, Instant, JobId, OrganizationId, Text, job};
use portico_domain::work::JobState;
use sea_orm::{
    ColumnTrait, FromQueryResult, QueryFilter, Set,
    sea_query::{Expr, OnConflict},
};
use serde_json::Value;
use uuid::Uuid;

use crate::{
    db::{Db, OrgScope, Tx, system::Global},
    error::Result,
};

/// How long a worker may hold a job, in seconds. One that is killed gives it up by then; one that works
/// stops before.
const LEASE_SECONDS: i64 = 60;

/// After so many tries a job is dead.
pub const MAX_ATTEMPTS: i32 = 8;

/// A job to be done.
pub struct NewJob {
    pub kind: &'static str,
    pub payload: Value,
    /// A second job with the same key is not queued.
    pub dedupe_key: Option<String>,
    pub run_at: Instant,
}

/// Queues a job of this organization, in the transaction that wants it.
///
/// # Errors
/// Those of the database.
pub async fn enqueue(tx: &Tx<OrgScope>, new: NewJob) -> Result<()> {
    insert(
        &tx.global(),
        JobId(tx.new_uuid()),
        Some(tx.organization()),
        tx.now(),
        new,
    )
    .await
}

/// Queues a job of the installation.
///
/// # Errors
/// Those of the database.
pub async fn enqueue_global(global: &Global<'_>, db: &Db, new: NewJob) -> Result<()> {
    insert(
        global,
        JobId(db.clock().new_uuid()),
        None,
        db.clock().now(),
        new,
    )
    .await
}

async fn insert(
    global: &Global<'_>,
    id: JobId,
    organization_id: Option<OrganizationId>,
    now: Instant,
    new: NewJob,
) -> Result<()> {
    let row = job::ActiveModel {
        id: Set(id),
        kind: Set(new.kind.to_owned()),
        organization_id: Set(organization_id),
        payload: Set(Doc(new.payload)),
        dedupe_key: Set(new.dedupe_key),
        state: Set(Text(JobState::Queued)),
        run_at: Set(new.run_at),
        attempts: Set(0),
        lease_until: Set(None),
        lease_owner: Set(None),
        last_error: Set(None),
        created_at: Set(now),
        finished_at: Set(None),
    };
    global
        .insert_unless(
            row,
            OnConflict::column(job::Column::DedupeKey)
                .do_nothing()
                .to_owned(),
        )
        .await?;
    Ok(())
}

/// A job that a worker holds.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Job {
    pub id: JobId,
    pub kind: String,
    pub organization_id: Option<OrganizationId>,
    pub payload: Doc<Value>,
    /// Counting this one.
    pub attempts: i32,
}

/// One worker's view of the table.
pub struct Queue {
    db: Db,
    owner: Uuid,
}

impl Queue {
    /// A worker of its own name.
    #[must_use]
    pub fn new(db: Db) -> Self {
        let owner = db.clock().new_uuid();
        Self { db, owner }
    }

    /// Takes the next job that is due, or one whose worker was lost.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn claim(&self) -> Result<Option<Job>> {
        let now = self.db.clock().now();
        self.db
            .system_write("claim a job", async |global| {
                let lock = if global.is_postgres() { "for update skip locked" } else { "" };
                let sql = format!(
                    "update job set state = 'running', attempts = attempts + 1, lease_until = $2, lease_owner = $3 \
                     where id = (select id from job where state in ('queued', 'running') and run_at <= $1 \
                     and (state = 'queued' or lease_until < $1) order by run_at, id limit 1 {lock}) \
                     returning id, kind, organization_id, payload, attempts"
                );
                let lease = now.plus_seconds(LEASE_SECONDS);
                let mut jobs = global.query::<Job>(&sql, [now.into(), lease.into(), self.owner.into()]).await?;
                Ok(jobs.pop())
            })
            .await
    }

    /// Writes a job down as done.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn done(&self, job: &Job) -> Result<()> {
        self.finish(job, JobState::Done, None).await
    }

    /// Writes a failure down: the job is tried again later, or given up. Tells whether it was given up.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn failed(&self, job: &Job, error: &str) -> Result<bool> {
        if job.attempts >= MAX_ATTEMPTS {
            self.finish(job, JobState::Dead, Some(error)).await?;
            return Ok(true);
        }
        let run_at = self.db.clock().now().plus_seconds(backoff(job.attempts));
        self.db
            .system_write("put a failed job back", async |global| {
                global
                    .update_where::<job::Entity>(|update| {
                        update
                            .col_expr(job::Column::State, Expr::value(JobState::Queued.as_str()))
                            .col_expr(job::Column::RunAt, Expr::value(run_at.0))
                            .col_expr(job::Column::LastError, Expr::value(error))
                            .filter(job::Column::Id.eq(job.id))
                            .filter(job::Column::LeaseOwner.eq(self.owner))
                    })
                    .await?;
                Ok(false)
            })
            .await
    }

    /// Gives back what this worker holds, when it stops.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn release(&self) -> Result<()> {
        self.db
            .system_write("release jobs", async |global| {
                global
                    .update_where::<job::Entity>(|update| {
                        update
                            .col_expr(job::Column::State, Expr::value(JobState::Queued.as_str()))
                            .filter(job::Column::State.eq(JobState::Running.as_str()))
                            .filter(job::Column::LeaseOwner.eq(self.owner))
                    })
                    .await?;
                Ok(())
            })
            .await
    }

    async fn finish(&self, job: &Job, state: JobState, error: Option<&str>) -> Result<()> {
        let now = self.db.clock().now();
        self.db
            .system_write("finish a job", async |global| {
                global
                    .update_where::<job::Entity>(|update| {
                        update
                            .col_expr(job::Column::State, Expr::value(state.as_str()))
                            .col_expr(job::Column::FinishedAt, Expr::value(now.0))
                            .col_expr(job::Column::LastError, Expr::value(error))
                            .filter(job::Column::Id.eq(job.id))
                            .filter(job::Column::LeaseOwner.eq(self.owner))
                    })
                    .await?;
                Ok(())
            })
            .await
    }
}

/// Jobs that were done are forgotten after a week; dead ones stay.
///
/// # Errors
/// Those of the database.
pub async fn tidy(global: &Global<'_>, now: Instant) -> Result<u64> {
    let done = job::Column::State.eq(JobState::Done.as_str());
    let old = job::Column::FinishedAt.lt(now.plus_seconds(-7 * 86_400));
    Ok(global
        .delete_where::<job::Entity>(sea_orm::Condition::all().add(done).add(old))
        .await?)
}

/// 5, 10, 20 … seconds, up to an hour.
fn backoff(attempts: i32) -> i64 {
    let doublings = u32::try_from(attempts - 1).unwrap_or(0).min(12);
    (5_i64 << doublings).min(3600)
}

#[cfg(test)]
mod tests {
    use super::backoff;

    #[test]
    fn pauses_grow_and_end() {
        assert_eq!([1, 2, 3, 8, 40].map(backoff), [5, 10, 20, 640, 3600]);
    }
}
