//! Who looks at the data, and what exists for them.

use entity::{CustomerId, Instant, OrganizationId, Tenant};
use portico_domain::{invoice::InvoiceState, work::ActorKind};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait,
    sea_query::{Expr, ExprTrait as _, Query},
};
use uuid::Uuid;

/// Who did something; written into the audit trail.
#[derive(Clone, Debug)]
pub struct Actor {
    pub kind: ActorKind,
    /// A staff user's or a contact person's id.
    pub id: Option<Uuid>,
    pub name: Option<String>,
    /// The client's network address.
    pub address: Option<String>,
}

impl Actor {
    /// Portico itself: jobs, commands, seeds.
    #[must_use]
    pub const fn system() -> Self {
        Self {
            kind: ActorKind::System,
            id: None,
            name: None,
            address: None,
        }
    }
}

/// A view of the data. Sealed: scopes are made by the extractors and by [`super::system`] only.
pub trait Scope: sealed::Sealed + Clone + Send + Sync {
    /// Whose data this is.
    fn organization(&self) -> OrganizationId;
    /// When the request began; one moment for all that it writes.
    fn now(&self) -> Instant;
}

/// That a scope may read a table, and which of its rows exist for it.
#[diagnostic::on_unimplemented(message = "`{Self}` may not read `{E}`")]
pub trait Sees<E: EntityTrait>: Scope {
    /// The condition that every query of this scope carries.
    fn visible(&self) -> Condition;
}

/// That a scope may write a table.
#[diagnostic::on_unimplemented(message = "`{Self}` may not write `{E}`")]
pub trait Writes<E: EntityTrait>: Sees<E> {}

mod sealed {
    pub trait Sealed {}
    impl Sealed for super::OrgScope {}
    impl Sealed for super::PortalScope {}
}

/// One organization's data: staff, and work done in the organization's name.
#[derive(Clone, Debug)]
pub struct OrgScope {
    pub(crate) organization_id: OrganizationId,
    pub(crate) actor: Actor,
    pub(crate) now: Instant,
}

impl OrgScope {
    /// Who acts.
    #[must_use]
    pub const fn actor(&self) -> &Actor {
        &self.actor
    }
}

impl Scope for OrgScope {
    fn organization(&self) -> OrganizationId {
        self.organization_id
    }
    fn now(&self) -> Instant {
        self.now
    }
}

impl<E: Tenant> Sees<E> for OrgScope {
    fn visible(&self) -> Condition {
        Condition::all().add(E::ORGANIZATION.eq(self.organization_id))
    }
}

impl<E: Tenant> Writes<E> for OrgScope {}

/// What one customer's contact person may see: their own customer, and no drafts. It writes nothing;
/// what a customer changes goes through [`super::system::for_customer`].
#[derive(Clone, Debug)]
pub struct PortalScope {
    pub(crate) organization_id: OrganizationId,
    pub(crate) customer_id: CustomerId,
    pub(crate) actor: Actor,
    pub(crate) now: Instant,
}

impl PortalScope {
    /// The customer that the session acts for.
    #[must_use]
    pub const fn customer(&self) -> CustomerId {
        self.customer_id
    }

    fn org<E: Tenant>(&self) -> Condition {
        Condition::all().add(E::ORGANIZATION.eq(self.organization_id))
    }
}

impl Scope for PortalScope {
    fn organization(&self) -> OrganizationId {
        self.organization_id
    }
    fn now(&self) -> Instant {
        self.now
    }
}

impl Sees<entity::customer::Entity> for PortalScope {
    fn visible(&self) -> Condition {
        self.org::<entity::customer::Entity>()
            .add(entity::customer::Column::Id.eq(self.customer_id))
    }
}

impl Sees<entity::contact_person::Entity> for PortalScope {
    fn visible(&self) -> Condition {
        self.org::<entity::contact_person::Entity>()
            .add(entity::contact_person::Column::CustomerId.eq(self.customer_id))
    }
}

impl Sees<entity::customer_balance::Entity> for PortalScope {
    fn visible(&self) -> Condition {
        self.org::<entity::customer_balance::Entity>()
            .add(entity::customer_balance::Column::CustomerId.eq(self.customer_id))
    }
}

impl Sees<entity::invoice::Entity> for PortalScope {
    fn visible(&self) -> Condition {
        self.org::<entity::invoice::Entity>()
            .add(entity::invoice::Column::CustomerId.eq(self.customer_id))
            .add(entity::invoice::Column::State.ne(InvoiceState::Draft.as_str()))
    }
}

impl Sees<entity::invoice_line::Entity> for PortalScope {
    fn visible(&self) -> Condition {
        use entity::{invoice, invoice_line};
        // By the line's own invoice: a list of all that the customer has would be made for every line.
        let own = Query::select()
            .expr(Expr::val(1))
            .from(invoice::Entity)
            .cond_where(Sees::<invoice::Entity>::visible(self))
            .and_where(
                Expr::col((invoice::Entity, invoice::Column::Id))
                    .equals((invoice_line::Entity, invoice_line::Column::InvoiceId)),
            )
            .to_owned();
        self.org::<invoice_line::Entity>().add(Expr::exists(own))
    }
}

impl Sees<entity::payment::Entity> for PortalScope {
    fn visible(&self) -> Condition {
        self.org::<entity::payment::Entity>()
            .add(entity::payment::Column::CustomerId.eq(self.customer_id))
    }
}

impl Sees<entity::payment_allocation::Entity> for PortalScope {
    fn visible(&self) -> Condition {
        use entity::{payment, payment_allocation};
        let own = Query::select()
            .expr(Expr::val(1))
            .from(payment::Entity)
            .cond_where(Sees::<payment::Entity>::visible(self))
            .and_where(Expr::col((payment::Entity, payment::Column::Id)).equals((
                payment_allocation::Entity,
                payment_allocation::Column::PaymentId,
            )))
            .to_owned();
        self.org::<payment_allocation::Entity>()
            .add(Expr::exists(own))
    }
}
