//! Every refusal: one table of codes, answered as problem details (RFC 9457).

use std::borrow::Cow;

use actix_web::{HttpResponse, ResponseError, http::StatusCode};
use sea_orm::{ConnAcquireErr, DbErr, SqlErr};
use serde::Serialize;
use utoipa::ToSchema;

/// When to come again after every connection to the database was taken for as long as a request waits.
const BUSY_SECONDS: u64 = 5;

/// What this crate's functions return.
pub type Result<T, E = Error> = std::result::Result<T, E>;

macro_rules! codes {
    ($($name:ident = $code:literal $status:ident $title:literal;)*) => {
        /// A stable reason for a refusal.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Code { $(#[doc = $title] $name,)* }

        impl Code {
            /// Every code, in order of declaration.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The code as it is sent.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $code),* }
            }

            /// The status it is answered with.
            #[must_use]
            pub const fn status(self) -> StatusCode {
                match self { $(Self::$name => StatusCode::$status),* }
            }

            /// What it means, in a few words.
            #[must_use]
            pub const fn title(self) -> &'static str {
                match self { $(Self::$name => $title),* }
            }
        }
    };
}

codes! {
    InvalidRequest = "invalid_request" BAD_REQUEST "The request makes no sense";
    MalformedJson = "malformed_json" BAD_REQUEST "The body is not valid JSON";
    IdempotencyKeyRequired = "idempotency_key_required" BAD_REQUEST "This request needs an Idempotency-Key";
    WebhookRejected = "webhook_rejected" BAD_REQUEST "This webhook is not signed by the gateway, or too old";
    NotAuthenticated = "not_authenticated" UNAUTHORIZED "Sign in first";
    TokenExpired = "token_expired" UNAUTHORIZED "The access token has expired";
    InvalidCredentials = "invalid_credentials" UNAUTHORIZED "E-mail address or password is wrong";
    MfaRequired = "mfa_required" UNAUTHORIZED "A code of your authenticator app is needed";
    MfaInvalid = "mfa_invalid" UNAUTHORIZED "This code is wrong, or was used already";
    PaymentDeclined = "payment_declined" PAYMENT_REQUIRED "The payment was declined";
    Forbidden = "forbidden" FORBIDDEN "Your role does not allow this";
    NotPermitted = "not_permitted" FORBIDDEN "Your access to this portal does not include this";
    MfaSetupRequired = "mfa_setup_required" FORBIDDEN "Set up an authenticator app first";
    PasswordChangeRequired = "password_change_required" FORBIDDEN "Choose a new password first";
    VerificationRequired = "verification_required" FORBIDDEN "Enter the code that was mailed first";
    CsrfRequired = "csrf_required" FORBIDDEN "The request lacks the header that proves where it comes from";
    NotFound = "not_found" NOT_FOUND "There is no such thing here";
    MethodNotAllowed = "method_not_allowed" METHOD_NOT_ALLOWED "This address does not take that method";
    Conflict = "conflict" CONFLICT "This conflicts with what is there";
    StillReferenced = "still_referenced" CONFLICT "Something still refers to this";
    EmailTaken = "email_taken" CONFLICT "This e-mail address is taken";
    NumberTaken = "number_taken" CONFLICT "This number is taken";
    PortalNameTaken = "portal_name_taken" CONFLICT "Portal name already taken";
    NotAllowedInState = "not_allowed_in_state" CONFLICT "Its state does not allow this";
    PaymentInProgress = "payment_in_progress" CONFLICT "Another payment of this invoice is in progress";
    PaymentPending = "payment_pending" CONFLICT "A payment of this invoice is still being processed";
    RefreshInProgress = "refresh_in_progress" CONFLICT "Another request has just renewed this session";
    InvitationExpired = "invitation_expired" GONE "This invitation has expired";
    InvitationUsed = "invitation_used" GONE "This invitation is no longer valid";
    LinkExpired = "link_expired" GONE "This link has expired";
    LinkUsed = "link_used" GONE "This link is no longer valid";
    VersionMismatch = "version_mismatch" PRECONDITION_FAILED "Somebody else changed this meanwhile";
    PayloadTooLarge = "payload_too_large" PAYLOAD_TOO_LARGE "The body is too large";
    UnsupportedMediaType = "unsupported_media_type" UNSUPPORTED_MEDIA_TYPE "The body is of the wrong type";
    ValidationFailed = "validation_failed" UNPROCESSABLE_ENTITY "Some fields are not right";
    UnknownParameter = "unknown_parameter" UNPROCESSABLE_ENTITY "A query parameter is unknown";
    IdempotencyKeyReused = "idempotency_key_reused" UNPROCESSABLE_ENTITY "This Idempotency-Key was used for another request";
    AmountExceedsBalance = "amount_exceeds_balance" UNPROCESSABLE_ENTITY "The amount is more than what is due";
    AmountExceedsCredit = "amount_exceeds_credit" UNPROCESSABLE_ENTITY "The amount is more than the credit";
    AmountExceedsPayment = "amount_exceeds_payment" UNPROCESSABLE_ENTITY "The amount is more than what is left of the payment";
    FullAmountRequired = "full_amount_required" UNPROCESSABLE_ENTITY "This invoice can only be paid in full";
    CurrencyMismatch = "currency_mismatch" UNPROCESSABLE_ENTITY "The currencies differ";
    PreconditionRequired = "precondition_required" PRECONDITION_REQUIRED "This request needs If-Match";
    TooManyAttempts = "too_many_attempts" TOO_MANY_REQUESTS "Too many failed attempts";
    TooManyStreams = "too_many_streams" TOO_MANY_REQUESTS "This session follows enough streams";
    RateLimited = "rate_limited" TOO_MANY_REQUESTS "Too many requests";
    Internal = "internal" INTERNAL_SERVER_ERROR "Something went wrong on our side";
    Busy = "busy" SERVICE_UNAVAILABLE "Too much is going on, try again in a moment";
    GatewayUnavailable = "gateway_unavailable" BAD_GATEWAY "The payment provider cannot be reached";
}

/// One field that is not right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct FieldError {
    /// JSON pointer (RFC 6901) into the body, or `?name` for a query parameter.
    #[schema(example = "/lines/0/quantity")]
    pub pointer: String,
    /// What is wrong, for programs.
    #[schema(example = "range")]
    pub code: Cow<'static, str>,
    /// What is wrong, for people.
    #[schema(example = "must not be negative")]
    pub detail: Cow<'static, str>,
}

/// Problem details (RFC 9457).
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Problem {
    /// A URI that names the kind of problem.
    #[serde(rename = "type")]
    #[schema(example = "https://portico.example/problems/not_found")]
    pub kind: String,
    /// The kind in a few words.
    #[schema(example = "There is no such thing here")]
    pub title: String,
    /// The HTTP status.
    #[schema(example = 404)]
    pub status: u16,
    /// This case in particular.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// Stable code; the table is in the documentation.
    #[schema(example = "not_found")]
    pub code: String,
    /// Which fields are not right.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<FieldError>,
    /// Names this request in the server's log.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub request_id: Option<String>,
}

/// A refusal on its way to the caller.
#[derive(Debug)]
pub struct Error {
    code: Code,
    detail: Option<String>,
    errors: Vec<FieldError>,
    /// Seconds.
    retry_after: Option<u64>,
    /// Logged, never sent.
    source: Option<anyhow::Error>,
}

impl Error {
    /// A refusal with nothing to add.
    #[must_use]
    pub const fn new(code: Code) -> Self {
        Self {
            code,
            detail: None,
            errors: Vec::new(),
            retry_after: None,
            source: None,
        }
    }

    /// What is not there, or not visible, for the caller.
    #[must_use]
    pub const fn not_found() -> Self {
        Self::new(Code::NotFound)
    }

    /// A fault of ours: the cause is logged and not told.
    #[must_use]
    pub fn internal(source: impl Into<anyhow::Error>) -> Self {
        Self {
            source: Some(source.into()),
            ..Self::new(Code::Internal)
        }
    }

    /// A field of the body that is not right.
    #[must_use]
    pub fn field(
        pointer: impl Into<String>,
        code: impl Into<Cow<'static, str>>,
        detail: impl Into<Cow<'static, str>>,
    ) -> Self {
        Self::fields(vec![FieldError {
            pointer: pointer.into(),
            code: code.into(),
            detail: detail.into(),
        }])
    }

    /// Several fields of the body that are not right.
    #[must_use]
    pub fn fields(errors: Vec<FieldError>) -> Self {
        Self {
            errors,
            ..Self::new(Code::ValidationFailed)
        }
    }

    /// A field of the body that is not right, with a code of its own.
    #[must_use]
    pub fn coded_field(code: Code, error: FieldError) -> Self {
        Self {
            errors: vec![error],
            ..Self::new(code)
        }
    }

    /// A query parameter that is not right.
    #[must_use]
    pub fn parameter(name: &str, detail: impl Into<Cow<'static, str>>) -> Self {
        Self::field(format!("?{name}"), "invalid", detail)
    }

    /// Adds what is particular to this case.
    #[must_use]
    pub fn with_detail(mut self, detail: impl Into<String>) -> Self {
        self.detail = Some(detail.into());
        self
    }

    /// Tells when to come again.
    #[must_use]
    pub fn retry_after(mut self, seconds: u64) -> Self {
        self.retry_after = Some(seconds);
        self
    }

    /// The reason.
    #[must_use]
    pub const fn code(&self) -> Code {
        self.code
    }

    /// The fields that are not right.
    #[must_use]
    pub fn field_errors(&self) -> &[FieldError] {
        &self.errors
    }

    /// The same refusal with every pointer below another one.
    #[must_use]
    pub fn below(mut self, prefix: &str) -> Self {
        for error in &mut self.errors {
            error.pointer.insert_str(0, prefix);
        }
        self
    }
}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code.title())?;
        if let Some(detail) = &self.detail {
            write!(f, ": {detail}")?;
        }
        for error in &self.errors {
            write!(f, "; {} {}", error.pointer, error.detail)?;
        }
        self.source
            .as_ref()
            .map_or(Ok(()), |source| write!(f, ": {source:#}"))
    }
}

impl std::error::Error for Error {}

impl From<Code> for Error {
    fn from(code: Code) -> Self {
        Self::new(code)
    }
}

impl From<DbErr> for Error {
    fn from(error: DbErr) -> Self {
        match error {
            DbErr::RecordNotUpdated | DbErr::RecordNotFound(_) => Self::not_found(),
            DbErr::ConnectionAcquire(ConnAcquireErr::Timeout) => Self {
                source: Some(error.into()),
                ..Self::new(Code::Busy).retry_after(BUSY_SECONDS)
            },
            error => match error.sql_err() {
                Some(SqlErr::UniqueConstraintViolation(_)) => Self {
                    source: Some(error.into()),
                    ..Self::new(Code::Conflict)
                },
                Some(SqlErr::ForeignKeyConstraintViolation(_)) => Self {
                    source: Some(error.into()),
                    ..Self::new(Code::StillReferenced)
                },
                _ => Self::internal(error),
            },
        }
    }
}

impl ResponseError for Error {
    fn status_code(&self) -> StatusCode {
        self.code.status()
    }

    fn error_response(&self) -> HttpResponse {
        if let Some(source) = &self.source
            && self.code.status().is_server_error()
        {
            tracing::error!(
                code = self.code.as_str(),
                cause = format!("{source:#}"),
                "request failed"
            );
        }
        let problem = Problem {
            kind: format!("https://portico.example/problems/{}", self.code.as_str()),
            title: self.code.title().to_owned(),
            status: self.code.status().as_u16(),
            detail: self.detail.clone(),
            code: self.code.as_str().to_owned(),
            errors: self.errors.clone(),
            request_id: crate::http::request_id::current(),
        };
        let mut response = HttpResponse::build(self.code.status());
        if let Some(seconds) = self.retry_after {
            response.insert_header(("Retry-After", seconds.to_string()));
        }
        if self.code.status() == StatusCode::UNAUTHORIZED {
            response.insert_header(("WWW-Authenticate", "Bearer"));
        }
        response
            .insert_header(("Content-Type", "application/problem+json"))
            .insert_header(("Cache-Control", "no-store"))
            .body(serde_json::to_vec(&problem).unwrap_or_default())
    }
}
