//! What the sandbox does of its own accord: it settles debits when their time has come, and sends webhooks.

use chrono::{DateTime, TimeDelta, Utc};

use super::{
    SIGNATURE_HEADER, SandboxEvent, SandboxGateway, SandboxLedger,
    payer::{decline, succeed},
    refund,
};
use crate::{GatewayError, IntentStatus};

/// A webhook that was not taken is sent again after so long, and twice as long each time.
const FIRST_PAUSE: TimeDelta = TimeDelta::seconds(5);

/// How many are dealt with at once.
const BATCH: u64 = 50;

impl<L: SandboxLedger> SandboxGateway<L> {
    /// Settles the debits that are due, and the refunds that take a moment.
    ///
    /// # Errors
    /// [`GatewayError::Unavailable`] if the ledger fails.
    pub async fn settle_due(&self, now: DateTime<Utc>) -> Result<(), GatewayError> {
        for due in self.ledger.due(now, BATCH).await? {
            self.change(&due.id, |intent| {
                intent.settles_at = None;
                if intent.status != IntentStatus::Processing {
                    refund::settle(intent);
                    return Ok(());
                }
                match intent.settlement.take().and_then(|ending| ending.decline) {
                    None => succeed(intent),
                    Some(no) => decline(intent, no),
                }
                Ok(())
            })
            .await?;
        }
        Ok(())
    }

    /// Sends the webhooks that are due to `url`; one that is not taken is sent again later.
    ///
    /// # Errors
    /// [`GatewayError::Unavailable`] if the ledger fails.
    pub async fn deliver(
        &self,
        http: &reqwest::Client,
        url: &str,
        now: DateTime<Utc>,
    ) -> Result<(), GatewayError> {
        for event in self.ledger.undelivered(now, BATCH).await? {
            let sent = self
                .webhook(&event, now)
                .map_err(|error| GatewayError::Unavailable(error.to_string()))?;
            let answer = http
                .post(url)
                .header(SIGNATURE_HEADER, sent.signature)
                .header("content-type", "application/json")
                .body(sent.body)
                .send()
                .await
                .and_then(reqwest::Response::error_for_status);
            match answer {
                Ok(_) => self.ledger.delivered(&event.id).await?,
                Err(_) => self.ledger.postpone(&event.id, now + pause(&event)).await?,
            }
        }
        Ok(())
    }
}

fn pause(event: &SandboxEvent) -> TimeDelta {
    FIRST_PAUSE * (1 << event.attempts.clamp(0, 10))
}
