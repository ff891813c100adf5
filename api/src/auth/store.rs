//! Users, memberships and organizations, as sign-in needs them.

use entity::{OrganizationId, StaffUserId, Text, membership, staff_user};
use portico_domain::{access::MembershipStatus, permission::Role};
use sea_orm::{ColumnTrait, FromQueryResult, QueryFilter, QueryOrder};

use crate::{
    db::{Db, system::Global},
    error::Result,
};

/// A user by e-mail address, as [`normalise_email`] writes it.
///
/// # Errors
/// Those of the database.
pub async fn user_by_email(global: &Global<'_>, email: &str) -> Result<Option<staff_user::Model>> {
    Ok(global
        .find::<staff_user::Entity>()
        .with(|q| q.filter(staff_user::Column::Email.eq(email)))
        .one()
        .await?)
}

/// A user by id.
pub async fn user(global: &Global<'_>, id: StaffUserId) -> Result<Option<staff_user::Model>> {
    Ok(global
        .find::<staff_user::Entity>()
        .with(|q| q.filter(staff_user::Column::Id.eq(id)))
        .one()
        .await?)
}

/// A user's active memberships, in the order of joining.
pub async fn memberships(global: &Global<'_>, user: StaffUserId) -> Result<Vec<membership::Model>> {
    Ok(global
        .find::<membership::Entity>()
        .with(|query| {
            query
                .filter(membership::Column::UserId.eq(user))
                .filter(membership::Column::Status.eq(MembershipStatus::Active.as_str()))
                .order_by_asc(membership::Column::CreatedAt)
                .order_by_asc(membership::Column::Id)
        })
        .all()
        .await?)
}

/// An organization of a user, with the role there.
#[derive(FromQueryResult)]
pub struct MembershipRow {
    pub organization_id: OrganizationId,
    pub organization_name: String,
    pub role: Text<Role>,
}

/// The organizations that a user works in.
pub async fn organizations_of(db: &Db, user: StaffUserId) -> Result<Vec<MembershipRow>> {
    db.system_read("list a person's organizations", async |global| {
        Ok(global
            .query(
                "select m.organization_id, o.name as organization_name, m.role from membership m \
                 join organization o on o.id = m.organization_id \
                 where m.user_id = $1 and m.status = 'active' order by m.created_at, m.id",
                [user.into()],
            )
            .await?)
    })
    .await
}

/// Whether a portal name was ever given out.
pub async fn portal_name_taken(global: &Global<'_>, name: &str) -> Result<bool> {
    let found = global
        .find::<entity::portal_name::Entity>()
        .with(|query| query.filter(entity::portal_name::Column::Name.eq(name)))
        .one()
        .await?;
    Ok(found.is_some())
}

/// The one form in which an e-mail address is compared and kept.
#[must_use]
pub fn normalise_email(email: &str) -> String {
    email.trim().to_lowercase()
}
