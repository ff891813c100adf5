//! The first look at a link. Only its page says so, once it is visible: no GET and no mail scanner ever counts.

use entity::PaymentLinkId;
use portico_domain::payment_link::LinkStanding;
use serde_json::json;

use super::{standing, store};
use crate::{
    audit,
    db::{OrgScope, Tx},
    error::Result,
};

/// Notes the first look, once however often it is called. What cannot be paid any more is not looked at.
///
/// # Errors
/// `not_found`.
pub async fn view(tx: &Tx<OrgScope>, id: PaymentLinkId) -> Result<()> {
    let seen = standing::look(tx, id).await?;
    let shown = [LinkStanding::Open, LinkStanding::Processing];
    if seen.link.viewed_at.is_some() || !shown.contains(&seen.standing) {
        return Ok(());
    }
    if !store::mark_viewed(tx, &seen.link).await? {
        return Ok(());
    }
    let entry = audit::Entry {
        action: "payment_link.viewed",
        subject_id: id.0,
        customer_id: Some(seen.link.customer_id),
        data: json!({ "amount": seen.link.amount, "currency": seen.link.currency.0,
                      "description": seen.link.description }),
    };
    audit::record(tx, entry).await
}
