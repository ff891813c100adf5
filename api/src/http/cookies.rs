//! The refresh cookie: HttpOnly, on its own path, `Secure` as the public URL's scheme says (semantics §5).

use actix_web::{
    HttpRequest,
    cookie::{Cookie, SameSite, time::Duration},
    web::Data,
};

use crate::{
    config::Config,
    error::{Code, Error, Result},
};

/// How long the cookie lives, in days; the session may end sooner.
const DAYS: i64 = 30;

/// A cookie that belongs to one door: the back office, or one organization's portal.
pub struct RefreshCookie {
    name: String,
    path: String,
}

impl RefreshCookie {
    /// The back office's.
    #[must_use]
    pub fn staff() -> Self {
        Self {
            name: "portico_staff".to_owned(),
            path: "/api/v1/auth".to_owned(),
        }
    }

    /// One portal's; two portals on one origin do not overwrite each other's.
    #[must_use]
    pub fn portal(portal_name: &str) -> Self {
        Self {
            name: format!("portico_portal_{portal_name}"),
            path: format!("/api/v1/portal/{portal_name}/auth"),
        }
    }

    /// The cookie that carries a token.
    #[must_use]
    pub fn with(&self, token: String, config: &Config) -> Cookie<'static> {
        self.build(token, Duration::days(DAYS), config)
    }

    /// The cookie that removes itself.
    #[must_use]
    pub fn removal(&self, config: &Config) -> Cookie<'static> {
        self.build(String::new(), Duration::ZERO, config)
    }

    /// The token that a request carries. The request must also bear `X-Portico-Csrf`, which a foreign
    /// page cannot add, and not come from a foreign page as the browser tells.
    ///
    /// # Errors
    /// `csrf_required`, or `not_authenticated` without the cookie.
    pub fn read(&self, request: &HttpRequest) -> Result<String> {
        if !request.headers().contains_key("x-portico-csrf") || is_foreign(request) {
            return Err(Code::CsrfRequired.into());
        }
        request
            .cookie(&self.name)
            .map(|cookie| cookie.value().to_owned())
            .ok_or_else(|| Error::new(Code::NotAuthenticated))
    }

    fn build(&self, value: String, age: Duration, config: &Config) -> Cookie<'static> {
        Cookie::build(self.name.clone(), value)
            .path(self.path.clone())
            .http_only(true)
            .same_site(SameSite::Strict)
            .secure(config.public_url.scheme() == "https")
            .max_age(age)
            .finish()
    }
}

/// Whether a browser says that another site's page made the request, and that site may not call the API.
fn is_foreign(request: &HttpRequest) -> bool {
    let header = |name: &str| {
        let value = request.headers().get(name)?;
        Some(value.to_str().unwrap_or_default())
    };
    let config = request.app_data::<Data<Config>>();
    let origin = header("origin");
    let is_listed = |origin: &str| {
        let listed = |config: &Data<Config>| config.cors_origins.iter().any(|one| one == origin);
        config.is_some_and(listed)
    };
    if origin.is_some_and(is_listed) {
        return false;
    }
    match (header("sec-fetch-site"), origin) {
        (Some(site), _) => !["same-origin", "none"].contains(&site),
        // Over plain HTTP browsers send the origin only. A proxy may have changed the host.
        (None, Some(origin)) => {
            let host = origin.split_once("://").map(|(_, host)| host);
            let is_public =
                |config: &Data<Config>| config.public_url.origin().ascii_serialization() == origin;
            host != header("host") && !config.is_some_and(is_public)
        }
        (None, None) => false,
    }
}
