//! Giving money back, as the sandbox does it: at once, but for two cards whose refunds take a moment.

use portico_domain::money::Money;

use super::{SandboxGateway, SandboxIntent, SandboxLedger, refused};
use crate::{GatewayError, IntentStatus, NewRefund, Refund, RefundStatus};

/// Refunds to the card that ends so are pending, then succeed.
const LATER: &str = "7726";
/// Refunds to the card that ends so are pending, then fail.
const FAILS: &str = "5126";
/// Stands between the intent's id and the refund's own part.
const MARK: &str = "_re_";

impl<L: SandboxLedger> SandboxGateway<L> {
    pub(super) async fn give_back(&self, new: NewRefund) -> Result<Refund, GatewayError> {
        let own = self.derive("refund", &new.idempotency_key);
        let id = format!("{}{MARK}{own}", new.intent_id);
        let intent = self
            .change(&new.intent_id, |intent| {
                match intent.refunds.get(&new.idempotency_key) {
                    Some(made) if made.amount == new.amount => return Ok(()),
                    Some(_) => return Err(refused("idempotency_key_reused")),
                    None => check(intent, new.amount)?,
                }
                let status = first_status(intent);
                if status == RefundStatus::Pending {
                    // In the past: it is settled in the next round.
                    intent.settles_at = intent.confirmed_at;
                }
                let refund = Refund {
                    id: id.clone(),
                    intent_id: new.intent_id.clone(),
                    amount: new.amount,
                    status,
                };
                intent.refunds.insert(new.idempotency_key.clone(), refund);
                Ok(())
            })
            .await?;
        find(intent, &id)
    }

    pub(super) async fn find_refund(&self, id: &str) -> Result<Refund, GatewayError> {
        let (intent_id, _) = id.split_once(MARK).ok_or(GatewayError::NotFound)?;
        let intent = self.ledger.get(intent_id).await?;
        find(intent.ok_or(GatewayError::NotFound)?, id)
    }
}

fn find(intent: SandboxIntent, id: &str) -> Result<Refund, GatewayError> {
    let mut refunds = intent.refunds.into_values();
    refunds
        .find(|refund| refund.id == id)
        .ok_or(GatewayError::NotFound)
}

/// Ends the refunds of an intent that are pending.
pub(super) fn settle(intent: &mut SandboxIntent) {
    let ending = if last4(intent) == FAILS {
        RefundStatus::Failed
    } else {
        RefundStatus::Succeeded
    };
    for refund in intent.refunds.values_mut() {
        if refund.status == RefundStatus::Pending {
            refund.status = ending;
        }
    }
}

fn first_status(intent: &SandboxIntent) -> RefundStatus {
    if [LATER, FAILS].contains(&last4(intent)) {
        RefundStatus::Pending
    } else {
        RefundStatus::Succeeded
    }
}

fn last4(intent: &SandboxIntent) -> &str {
    intent
        .method_summary
        .as_ref()
        .map_or("", |method| method.last4.as_str())
}

/// Whether so much is left of an intent to be given back.
fn check(intent: &SandboxIntent, amount: Money) -> Result<(), GatewayError> {
    if intent.status != IntentStatus::Succeeded {
        return Err(refused("intent_not_succeeded"));
    }
    if amount.currency != intent.amount.currency || amount.amount < 1 {
        return Err(refused("invalid_amount"));
    }
    let mut given_back = amount;
    let kept = |refund: &&Refund| refund.status != RefundStatus::Failed;
    for refund in intent.refunds.values().filter(kept) {
        given_back = given_back
            .checked_add(refund.amount)
            .map_err(|_| refused("invalid_amount"))?;
    }
    if given_back.amount > intent.amount.amount {
        return Err(refused("refund_exceeds_payment"));
    }
    Ok(())
}
