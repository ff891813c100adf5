//! What another name of the portal would do, in numbers (A3).

use portico_domain::portal_access::PortalAccess;
use serde::Serialize;
use utoipa::ToSchema;

use crate::{
    customers,
    db::{OrgScope, Tx},
    error::Result,
};

/// What another name would do now.
#[derive(Serialize, ToSchema)]
pub struct PortalRenameEffects {
    /// How many people can sign in, and would have to be invited again.
    #[schema(example = 42)]
    pub people_with_access: u64,
    /// How many open invitations would become void; they, too, would have to be sent again.
    #[schema(example = 5)]
    pub open_invitations: u64,
}

/// Counts whom another name would concern.
///
/// # Errors
/// Those of the database.
pub async fn effects(tx: &Tx<OrgScope>) -> Result<PortalRenameEffects> {
    Ok(PortalRenameEffects {
        people_with_access: customers::count_people(tx, PortalAccess::Accepted).await?,
        open_invitations: customers::count_people(tx, PortalAccess::Invited).await?,
    })
}
