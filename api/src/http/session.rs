//! Who asks. The extractor is the permission: a handler gets a way to the data only through one of these.

use std::{marker::PhantomData, net::IpAddr};

use actix_web::{FromRequest, HttpRequest, dev::Payload, web::Data};
use chrono::NaiveDate;
use entity::Instant;
use futures::future::LocalBoxFuture;
use portico_domain::{
    access::Audience,
    permission::{Permission, PortalPermission},
};

use crate::{
    clock::today_at,
    config::Config,
    db::{
        Db, OrgScope, PortalScope, Tx,
        system::{self, PortalSession, StaffSession},
    },
    error::{Code, Error, Result},
    keys::{Keys, TokenError},
};

/// A staff permission as a type.
pub trait Right {
    const PERMISSION: Permission;
}

/// A portal permission as a type.
pub trait PortalRight {
    const PERMISSION: PortalPermission;
    /// Whether somebody may who has yet to choose a password of their own.
    const BEFORE_OWN_PASSWORD: bool = false;
}

/// Permissions as types, for the extractors.
pub mod can {
    use super::{Permission, PortalPermission, PortalRight, Right};

    macro_rules! rights {
        ($($name:ident),* $(,)?) => {$(
            pub struct $name;
            impl Right for $name {
                const PERMISSION: Permission = Permission::$name;
            }
        )*};
    }

    rights!(
        ManageOwnAccount,
        ViewOrganization,
        ManageOrganization,
        ManageGateways,
        ManageMembers,
        ViewCustomers,
        ManageCustomers,
        ManagePortalAccess,
        ImportCustomers,
        ViewItems,
        ManageItems,
        ManageTaxes,
        ManageNumberSeries,
        ViewInvoices,
        ManageInvoices,
        SendInvoices,
        VoidInvoices,
        ViewPayments,
        RecordPayments,
        RefundPayments,
        ManagePaymentLinks,
        ViewMail,
        RetryMail,
        ViewNotifications,
        ViewAudit,
    );

    /// The same for people of the portal.
    pub mod portal {
        use super::{PortalPermission, PortalRight};

        macro_rules! rights {
            ($($name:ident),* $(,)?) => {$(
                pub struct $name;
                impl PortalRight for $name {
                    const PERMISSION: PortalPermission = PortalPermission::$name;
                }
            )*};
        }

        rights!(
            EnterPortal,
            ViewInvoices,
            DownloadInvoices,
            PayInvoices,
            FollowPayments,
            ViewPayments,
            DownloadReceipts,
            EditDetails,
            ManageOwnProfile
        );

        /// To learn who one is, and to choose a password in place of the one that staff had set.
        pub struct FinishSigningIn;
        impl PortalRight for FinishSigningIn {
            const PERMISSION: PortalPermission = PortalPermission::ManageOwnProfile;
            const BEFORE_OWN_PASSWORD: bool = true;
        }
    }
}

/// A member of staff who may do `P`.
pub struct Staff<P> {
    pub session: StaffSession,
    pub db: Db,
    now: Instant,
    until: Instant,
    address: Option<String>,
    right: PhantomData<P>,
}

impl<P> Staff<P> {
    /// What this person may touch.
    #[must_use]
    pub fn scope(&self) -> OrgScope {
        self.session.scope(self.now, self.address.clone())
    }

    /// The moment of the request.
    #[must_use]
    pub const fn now(&self) -> Instant {
        self.now
    }

    /// When the access token runs out.
    #[must_use]
    pub const fn until(&self) -> Instant {
        self.until
    }

    /// The present day where the organization is.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        today_at(self.now, &self.session.time_zone)
    }

    /// For what takes another permission beside that of the route.
    ///
    /// # Errors
    /// `forbidden`.
    pub fn must(&self, permission: Permission) -> Result<()> {
        if self.session.role.may(permission) {
            return Ok(());
        }
        Err(Error::new(Code::Forbidden)
            .with_detail(format!("it takes the permission {permission}")))
    }

    /// Reads the organization's data.
    ///
    /// # Errors
    /// Those of `work`.
    pub async fn read<T>(&self, work: impl AsyncFnOnce(&Tx<OrgScope>) -> Result<T>) -> Result<T> {
        self.db.read(self.scope(), work).await
    }

    /// Changes the organization's data, in one transaction.
    ///
    /// # Errors
    /// Those of `work`; then nothing was changed.
    pub async fn write<T>(&self, work: impl AsyncFnOnce(&Tx<OrgScope>) -> Result<T>) -> Result<T> {
        self.db.write(self.scope(), work).await
    }
}

impl<P: Right> FromRequest for Staff<P> {
    type Error = Error;
    type Future = LocalBoxFuture<'static, Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let db = data::<Db>(&request)?;
            let now = db.clock().now();
            let claims = claims(&request, Audience::Staff, now)?;
            let session = db
                .staff_session(claims.sid)
                .await?
                .ok_or(Code::NotAuthenticated)?;
            if !session.role.may(P::PERMISSION) {
                return Err(Error::new(Code::Forbidden)
                    .with_detail(format!("it takes the permission {}", P::PERMISSION)));
            }
            let own = P::PERMISSION == Permission::ManageOwnAccount;
            if session.mfa_required && !session.mfa_enabled && !own {
                return Err(Code::MfaSetupRequired.into());
            }
            let address = client_address(&request).map(|address| address.to_string());
            Ok(Self {
                session,
                db,
                now,
                until: Instant(claims.exp.saturating_mul(1000)),
                address,
                right: PhantomData,
            })
        })
    }
}

/// A contact person who may do `P`, acting for one customer.
pub struct Portal<P> {
    pub session: PortalSession,
    pub db: Db,
    now: Instant,
    until: Instant,
    address: Option<String>,
    right: PhantomData<P>,
}

impl<P> Portal<P> {
    /// What this person may see.
    #[must_use]
    pub fn scope(&self) -> PortalScope {
        self.session.scope(self.now, self.address.clone())
    }

    /// The moment of the request.
    #[must_use]
    pub const fn now(&self) -> Instant {
        self.now
    }

    /// When the access token runs out.
    #[must_use]
    pub const fn until(&self) -> Instant {
        self.until
    }

    /// The present day where the organization is.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        today_at(self.now, &self.session.time_zone)
    }

    /// Reads the customer's data.
    ///
    /// # Errors
    /// Those of `work`.
    pub async fn read<T>(
        &self,
        work: impl AsyncFnOnce(&Tx<PortalScope>) -> Result<T>,
    ) -> Result<T> {
        self.db.read(self.scope(), work).await
    }

    /// Changes data in the customer's name, in one transaction. `work` must have checked, through
    /// [`Portal::read`] or by the customer's id, that what it changes is this customer's.
    ///
    /// # Errors
    /// Those of `work`; then nothing was changed.
    pub async fn write<T>(&self, work: impl AsyncFnOnce(&Tx<OrgScope>) -> Result<T>) -> Result<T> {
        self.db
            .write(system::for_customer(&self.scope()), work)
            .await
    }
}

impl<P: PortalRight> FromRequest for Portal<P> {
    type Error = Error;
    type Future = LocalBoxFuture<'static, Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let db = data::<Db>(&request)?;
            let now = db.clock().now();
            let claims = claims(&request, Audience::Portal, now)?;
            let session = db
                .portal_session(claims.sid)
                .await?
                .ok_or(Code::NotAuthenticated)?;
            if session.password_change_required && !P::BEFORE_OWN_PASSWORD {
                return Err(Code::PasswordChangeRequired.into());
            }
            session.must_be_allowed(P::PERMISSION)?;
            let own = P::PERMISSION == PortalPermission::ManageOwnProfile;
            if session.mfa_required && !session.mfa_enabled && !own {
                return Err(Code::MfaSetupRequired.into());
            }
            let address = client_address(&request).map(|address| address.to_string());
            Ok(Self {
                session,
                db,
                now,
                until: Instant(claims.exp.saturating_mul(1000)),
                address,
                right: PhantomData,
            })
        })
    }
}

/// Where a request without a session comes from, for sign-in, throttles and the audit trail.
pub struct ClientInfo {
    pub address: Option<String>,
    pub user_agent: Option<String>,
}

impl FromRequest for ClientInfo {
    type Error = Error;
    type Future = std::future::Ready<Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let user_agent = request
            .headers()
            .get("user-agent")
            .and_then(|value| value.to_str().ok());
        std::future::ready(Ok(Self {
            address: client_address(request).map(|address| address.to_string()),
            user_agent: user_agent.map(|text| text.chars().take(200).collect()),
        }))
    }
}

/// The client's address: the peer's, or what a trusted proxy says of it (semantics §5).
#[must_use]
pub fn client_address(request: &HttpRequest) -> Option<IpAddr> {
    let peer = request.peer_addr()?.ip();
    let config = request.app_data::<Data<Config>>()?;
    if !config.trusted_proxies.contains(&peer) {
        return Some(peer);
    }
    // The last address that was not added by one of our own proxies. A proxy may add a line of its own.
    let lines: Vec<&str> = request
        .headers()
        .get_all("x-forwarded-for")
        .map_while(|value| value.to_str().ok())
        .collect();
    lines
        .iter()
        .rev()
        .flat_map(|line| line.rsplit(','))
        .map_while(|address| address.trim().parse::<IpAddr>().ok())
        .find(|address| !config.trusted_proxies.contains(address))
        .or(Some(peer))
}

fn claims(request: &HttpRequest, audience: Audience, now: Instant) -> Result<crate::keys::Claims> {
    let token = request
        .headers()
        .get("authorization")
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.strip_prefix("Bearer "))
        .ok_or(Code::NotAuthenticated)?;
    let keys = request.app_data::<Data<Keys>>().ok_or(Code::Internal)?;
    keys.verify(token, audience, now)
        .map_err(|error| match error {
            TokenError::Expired => Code::TokenExpired.into(),
            TokenError::Invalid => Code::NotAuthenticated.into(),
        })
}

fn data<T: Clone + 'static>(request: &HttpRequest) -> Result<T> {
    request
        .app_data::<Data<T>>()
        .map(|data| data.get_ref().clone())
        .ok_or_else(|| Code::Internal.into())
}
