//! Who is signed in, and what a request may rest on: one statement each.

use entity::{
    ContactPersonId, CustomerId, Doc, Instant, OrganizationId, PortalIdentityId, SessionId,
    StaffUserId, Text,
    records::{Address, GatewayOffer},
};
use portico_domain::{
    language::Language,
    money::Currency,
    permission::{PortalPermission, Role},
    portal_module::{ModuleAccess, PortalRights},
    work::ActorKind,
};
use sea_orm::{DbErr, FromQueryResult, Statement};

use super::{Actor, Db, OrgScope, PortalScope};
use crate::error::{Code, Error};

impl Db {
    /// The session of a member of staff, if it and everything it rests on is still good. One statement.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn staff_session(&self, id: SessionId) -> Result<Option<StaffSession>, DbErr> {
        self.session(STAFF_SESSION, id).await
    }

    /// The session of a contact person, likewise.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn portal_session(&self, id: SessionId) -> Result<Option<PortalSession>, DbErr> {
        self.session(PORTAL_SESSION, id).await
    }

    async fn session<T: FromQueryResult>(
        &self,
        sql: &str,
        id: SessionId,
    ) -> Result<Option<T>, DbErr> {
        let statement = Statement::from_sql_and_values(
            self.read.get_database_backend(),
            sql,
            [id.into(), self.clock.now().into()],
        );
        T::find_by_statement(statement).one(&self.read).await
    }
}

const STAFF_SESSION: &str = "select s.id as session_id, s.organization_id, u.id as user_id, u.name, u.email, m.role, \
    o.name as organization_name, o.portal_name, o.base_currency, o.language, o.time_zone, o.date_format, o.staff_mfa_required as mfa_required, \
    exists (select 1 from authenticator a where a.subject_id = u.id and a.confirmed_at is not null) as mfa_enabled \
    from session s \
    join staff_user u on u.id = s.user_id \
    join membership m on m.user_id = s.user_id and m.organization_id = s.organization_id \
    join organization o on o.id = s.organization_id \
    where s.id = $1 and s.audience = 'staff' and s.revoked_at is null and s.expires_at > $2 and m.status = 'active'";

/// A signed-in member of staff.
#[derive(Clone, Debug, FromQueryResult)]
pub struct StaffSession {
    pub session_id: SessionId,
    pub organization_id: OrganizationId,
    pub user_id: StaffUserId,
    pub name: String,
    pub email: String,
    pub role: Text<Role>,
    pub organization_name: String,
    pub portal_name: String,
    pub base_currency: Text<Currency>,
    pub language: Text<Language>,
    pub time_zone: String,
    pub date_format: String,
    /// Whether the organization demands an authenticator app.
    pub mfa_required: bool,
    /// Whether this person uses one.
    pub mfa_enabled: bool,
}

impl StaffSession {
    /// What this person may touch.
    #[must_use]
    pub fn scope(&self, now: Instant, address: Option<String>) -> OrgScope {
        OrgScope {
            organization_id: self.organization_id,
            actor: Actor {
                kind: ActorKind::Staff,
                id: Some(self.user_id.0),
                name: Some(self.name.clone()),
                address,
            },
            now,
        }
    }
}

const PORTAL_SESSION: &str = "select s.id as session_id, s.organization_id, s.identity_id, p.id as person_id, c.id as customer_id, \
    p.first_name, p.last_name, i.email, c.display_name as customer_name, c.language as customer_language, \
    c.tax_id as customer_tax_id, o.name as organization_name, o.portal_name, o.language as organization_language, o.time_zone, \
    o.address as organization_address, o.tax_registration as organization_tax_registration, o.email as organization_email, \
    o.phone as organization_phone, o.website as organization_website, o.payment_instructions, o.banner_message, o.portal_mfa_required as mfa_required, \
    c.allow_bank_debit, o.block_when_pending, o.gateways, \
    i.first_password_hash is not null as password_change_required, \
    o.portal_modules, p.portal_modules as person_modules, o.allow_edit_details, o.allow_bulk_payment, \
    exists (select 1 from authenticator a where a.subject_id = i.id and a.confirmed_at is not null) as mfa_enabled \
    from session s \
    join organization o on o.id = s.organization_id \
    join portal_identity i on i.organization_id = s.organization_id and i.id = s.identity_id \
    join contact_person p on p.organization_id = s.organization_id and p.id = s.person_id and p.identity_id = s.identity_id \
    join customer c on c.organization_id = s.organization_id and c.id = p.customer_id \
    where s.id = $1 and s.audience = 'portal' and s.revoked_at is null and s.expires_at > $2 \
    and p.portal_status = 'accepted' and c.active and o.portal_enabled";

/// A signed-in contact person, acting for one customer, and what the portal tells of the organization: one
/// statement answers for every request.
#[derive(Clone, Debug, FromQueryResult)]
pub struct PortalSession {
    pub session_id: SessionId,
    pub organization_id: OrganizationId,
    pub identity_id: PortalIdentityId,
    pub person_id: ContactPersonId,
    pub customer_id: CustomerId,
    pub first_name: String,
    pub last_name: String,
    pub email: String,
    pub customer_name: String,
    pub customer_language: Option<Text<Language>>,
    pub organization_name: String,
    pub portal_name: String,
    pub customer_tax_id: Option<String>,
    pub organization_language: Text<Language>,
    pub organization_address: Doc<Address>,
    pub organization_tax_registration: Option<String>,
    pub organization_email: Option<String>,
    pub organization_phone: Option<String>,
    pub organization_website: Option<String>,
    pub payment_instructions: Option<String>,
    pub banner_message: Option<String>,
    pub time_zone: String,
    pub allow_bank_debit: bool,
    /// Whether a payment that is processed keeps another one from starting.
    pub block_when_pending: bool,
    pub gateways: Doc<Vec<GatewayOffer>>,
    /// Whether the organization demands an authenticator app.
    pub mfa_required: bool,
    /// Whether this person uses one.
    pub mfa_enabled: bool,
    /// Whether the person came in with a password that staff had set, and has not chosen one yet.
    pub password_change_required: bool,
    portal_modules: Doc<Vec<ModuleAccess>>,
    person_modules: Option<Doc<Vec<ModuleAccess>>>,
    allow_edit_details: bool,
    allow_bulk_payment: bool,
}

impl PortalSession {
    /// What this person may do.
    #[must_use]
    pub fn rights(&self) -> PortalRights<'_> {
        PortalRights {
            organization: &self.portal_modules,
            person: self
                .person_modules
                .as_ref()
                .map_or(&[], |modules| &modules.0),
            edit_details: self.allow_edit_details,
            bulk_payment: self.allow_bulk_payment,
        }
    }

    /// Refuses what this person may not do.
    ///
    /// # Errors
    /// `not_permitted`.
    pub fn must_be_allowed(&self, permission: PortalPermission) -> Result<(), Error> {
        if self.rights().allow(permission) {
            return Ok(());
        }
        let detail = format!("it takes the permission {permission}");
        Err(Error::new(Code::NotPermitted).with_detail(detail))
    }

    /// What this person may see.
    #[must_use]
    pub fn scope(&self, now: Instant, address: Option<String>) -> PortalScope {
        PortalScope {
            organization_id: self.organization_id,
            customer_id: self.customer_id,
            actor: Actor {
                kind: ActorKind::Customer,
                id: Some(self.person_id.0),
                name: Some(self.full_name()),
                address,
            },
            now,
        }
    }

    /// The person's name in one line.
    #[must_use]
    pub fn full_name(&self) -> String {
        format!("{} {}", self.first_name, self.last_name)
            .trim()
            .to_owned()
    }

    /// The language that the portal speaks to this person.
    #[must_use]
    pub fn language(&self) -> Language {
        self.customer_language
            .map_or(self.organization_language.0, |language| language.0)
    }
}
