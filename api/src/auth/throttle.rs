//! Failed sign-ins slow down the next ones. It is a growing delay, never a way to lock a victim out:
//! an account alone is delayed by half a minute at most, whoever knows its address (semantics §5).

use entity::{Instant, OrganizationId, sign_in_throttle};
use sea_orm::{ColumnTrait, QueryFilter, Set};
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;

use crate::{
    db::{Db, system::Global},
    error::{Code, Error, Result},
    http::ClientInfo,
    jobs::{self, NewJob},
};

/// Failures that cost nothing, and the longest delay in seconds.
struct Rule {
    free: i32,
    longest: i64,
}

const PAIR: Rule = Rule {
    free: 5,
    longest: 900,
};
const ADDRESS: Rule = Rule {
    free: 30,
    longest: 900,
};
const ACCOUNT: Rule = Rule {
    free: 20,
    longest: 30,
};

/// Failures are forgotten after so many seconds without another.
const FORGET_SECONDS: i64 = 3600;

/// What one attempt to sign in is counted under.
pub struct Attempt {
    subjects: Vec<(String, Rule)>,
    account: Account,
}

/// Whose account is tried, and where: at an organization's portal, or at the back office.
#[derive(Clone, Serialize, Deserialize)]
pub struct Account {
    pub email: String,
    pub organization_id: Option<OrganizationId>,
}

/// The kind of the job that tells somebody that their sign-in is being guessed.
pub const WARN_OF_GUESSING: &str = "sign_in.warn_of_guessing";

/// Queues a job that looks what to mail to an address: one of its kind every so many seconds for each address.
///
/// # Errors
/// Those of the database.
pub async fn queue(
    db: &Db,
    kind: &'static str,
    email: &str,
    organization_id: Option<OrganizationId>,
    pause: i64,
) -> Result<()> {
    let email = super::normalise_email(email);
    let now = db.clock().now();
    let door = organization_id.map_or_else(|| "office".to_owned(), |id| id.to_string());
    let who = crate::random::token_hash(&format!("{door} {email}"));
    let payload = Account {
        email,
        organization_id,
    };
    let job = NewJob {
        kind,
        payload: json!(payload),
        dedupe_key: Some(format!("{kind}:{who}:{}", now.0 / (pause * 1000))),
        run_at: now,
    };
    db.system_write("queue what somebody unknown asked for", async |global| {
        jobs::enqueue_global(global, db, job).await
    })
    .await
}

impl Attempt {
    /// An attempt on an account of the back office, from an address. The e-mail address is a normalised one.
    #[must_use]
    pub fn office(email: &str, client: &ClientInfo) -> Self {
        Self::new("office", None, email, client)
    }

    /// The same at an organization's portal.
    #[must_use]
    pub fn portal(organization: OrganizationId, email: &str, client: &ClientInfo) -> Self {
        let door = format!("portal:{}", Uuid::from(organization));
        Self::new(&door, Some(organization), email, client)
    }

    fn new(
        door: &str,
        organization_id: Option<OrganizationId>,
        email: &str,
        client: &ClientInfo,
    ) -> Self {
        let account = crate::random::token_hash(email);
        let address = client.address.as_deref().unwrap_or("-");
        Self {
            subjects: vec![
                (format!("{door}|{account}|{address}"), PAIR),
                (format!("address|{address}"), ADDRESS),
                (format!("{door}|{account}"), ACCOUNT),
            ],
            account: Account {
                email: email.to_owned(),
                organization_id,
            },
        }
    }

    /// Refuses the attempt while a delay runs.
    ///
    /// # Errors
    /// `too_many_attempts`, with the seconds to wait.
    pub async fn check(&self, db: &Db) -> Result<()> {
        let now = db.clock().now();
        let rows = db
            .system_read("look at sign-in delays", async |global| -> Result<_> {
                self.rows(global).await
            })
            .await?;
        match rows.iter().map(|row| row.blocked_until).max() {
            Some(until) if until > now => {
                let seconds = u64::try_from((until.0 - now.0) / 1000 + 1).unwrap_or(1);
                Err(Error::new(Code::TooManyAttempts).retry_after(seconds))
            }
            _ => Ok(()),
        }
    }

    /// Counts a failure.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn failed(&self, db: &Db) -> Result<()> {
        let now = db.clock().now();
        db.system_write("count a failed sign-in", async |global| {
            for (subject, rule) in &self.subjects {
                // One statement, so that parallel guesses are all counted.
                global
                    .execute(
                        "insert into sign_in_throttle (subject, failures, blocked_until, updated_at) values ($1, 1, 0, $2) \
                         on conflict (subject) do update set \
                         failures = case when sign_in_throttle.updated_at < $3 then 1 else sign_in_throttle.failures + 1 end, \
                         updated_at = $2",
                        [subject.clone().into(), now.into(), now.plus_seconds(-FORGET_SECONDS).into()],
                    )
                    .await?;
                let row = global
                    .find::<sign_in_throttle::Entity>()
                    .with(|query| query.filter(sign_in_throttle::Column::Subject.eq(subject)))
                    .one()
                    .await?;
                if let Some(row) = row
                    && row.failures > rule.free
                {
                    if row.failures == rule.free + 1 && !subject.starts_with("address|") {
                        self.warn(global, db).await?;
                    }
                    let blocked_until = now.plus_seconds(delay(rule, row.failures));
                    let mut row: sign_in_throttle::ActiveModel = row.into();
                    row.blocked_until = Set(blocked_until);
                    global.update(row).await?;
                }
            }
            Ok(())
        })
        .await
    }

    /// Queues a mail to whoever owns the account, if anybody does; one an hour. The job looks, so that the
    /// answer takes as long for an address that is unknown.
    async fn warn(&self, global: &Global<'_>, db: &Db) -> Result<()> {
        let now = db.clock().now();
        let Account {
            email,
            organization_id,
        } = &self.account;
        let door = organization_id.map_or_else(|| "office".to_owned(), |id| id.to_string());
        let who = crate::random::token_hash(&format!("{door} {email}"));
        let job = NewJob {
            kind: WARN_OF_GUESSING,
            payload: json!(self.account),
            dedupe_key: Some(format!("guessing:{who}:{}", now.0 / 3_600_000)),
            run_at: now,
        };
        jobs::enqueue_global(global, db, job).await
    }

    /// Forgets the failures of this account from this address.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn succeeded(&self, db: &Db) -> Result<()> {
        let Some((pair, _)) = self.subjects.first() else {
            return Ok(());
        };
        db.system_write("forget failed sign-ins", async |global| {
            global
                .delete_where::<sign_in_throttle::Entity>(
                    sign_in_throttle::Column::Subject.eq(pair),
                )
                .await?;
            Ok(())
        })
        .await
    }

    async fn rows(&self, global: &Global<'_>) -> Result<Vec<sign_in_throttle::Model>> {
        let subjects = self.subjects.iter().map(|(subject, _)| subject);
        Ok(global
            .find::<sign_in_throttle::Entity>()
            .with(|query| query.filter(sign_in_throttle::Column::Subject.is_in(subjects)))
            .all()
            .await?)
    }
}

/// 2, 4, 8 … seconds, up to the rule's longest.
fn delay(rule: &Rule, failures: i32) -> i64 {
    let doublings = u32::try_from(failures - rule.free).unwrap_or(0).min(20);
    (1_i64 << doublings).min(rule.longest)
}

/// Rows that no longer matter.
///
/// # Errors
/// Those of the database.
pub async fn tidy(global: &Global<'_>, now: Instant) -> Result<u64> {
    let old = sign_in_throttle::Column::UpdatedAt.lt(now.plus_seconds(-86_400));
    Ok(global.delete_where::<sign_in_throttle::Entity>(old).await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_delay_grows_and_ends() {
        let delays: Vec<_> = [6, 7, 8, 12, 40]
            .map(|failures| delay(&PAIR, failures))
            .to_vec();
        assert_eq!(delays, [2, 4, 8, 128, 900]);
        assert_eq!(delay(&ACCOUNT, 1_000_000), 30);
    }
}
