//! Authenticator apps (TOTP, RFC 6238) and recovery codes, for staff and for people of the portal alike.
//!
//! The secret is kept encrypted. A code is good for its half minute and one on either side, once: of the
//! step of a code that was used, and of those before, none is taken again.

use entity::{Instant, authenticator, recovery_code};
use sea_orm::{
    ColumnTrait, QueryFilter, Set,
    sea_query::{Expr, ExprTrait as _},
};
use serde::{Deserialize, Serialize};
use totp_rs::{Algorithm, TOTP};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

use super::throttle::Attempt;
use crate::{
    db::{Db, system::Global},
    error::{Code, Error, Result},
    keys::Keys,
    random,
};

/// Seconds of one step.
const STEP: i64 = 30;
const RECOVERY_CODES: usize = 10;

/// Whether an authenticator app is in use.
#[derive(Serialize, ToSchema)]
pub struct MfaStatus {
    pub enabled: bool,
    /// Whether the organization demands it.
    pub required: bool,
    /// How many recovery codes were not used yet.
    #[schema(example = 10)]
    pub recovery_codes_left: usize,
}

/// What an authenticator app is set up with. It is not in use before a code of it was given.
#[derive(Serialize, ToSchema)]
pub struct MfaSetup {
    /// To type in, in base 32.
    #[schema(example = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")]
    pub secret: String,
    #[schema(
        example = "otpauth://totp/Brightwater:ada%40brightwater.example?secret=JBSWY3DPEHPK3PXP&issuer=Brightwater"
    )]
    pub otpauth_url: String,
    /// The same to scan, as an SVG.
    pub qr_svg: String,
}

/// A code of the authenticator app.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MfaCode {
    #[validate(length(max = 20))]
    #[schema(example = "492039", max_length = 20)]
    pub code: String,
}

/// Codes that stand in for the app, each once. They are shown this once.
#[derive(Serialize, ToSchema)]
pub struct RecoveryCodes {
    #[schema(example = json!(["k7dm2-x9qpa"]))]
    pub codes: Vec<String>,
}

/// How somebody stands. `required` is the organization's setting.
///
/// # Errors
/// Those of the database.
pub async fn status(db: &Db, subject: Uuid, required: bool) -> Result<MfaStatus> {
    db.system_read("look at an authenticator app", async |global| {
        let left = global
            .find::<recovery_code::Entity>()
            .with(|query| {
                query
                    .filter(recovery_code::Column::SubjectId.eq(subject))
                    .filter(recovery_code::Column::UsedAt.is_null())
            })
            .all()
            .await?;
        let enabled = find(global, subject)
            .await?
            .is_some_and(|row| row.confirmed_at.is_some());
        Ok(MfaStatus {
            enabled,
            required,
            recovery_codes_left: left.len(),
        })
    })
    .await
}

/// Begins to set one up; an earlier beginning is forgotten. `issuer` and `account` are what the app shows.
///
/// # Errors
/// `not_allowed_in_state` if one is in use.
pub async fn begin(
    global: &Global<'_>,
    keys: &Keys,
    subject: Uuid,
    issuer: &str,
    account: &str,
    now: Instant,
) -> Result<MfaSetup> {
    if let Some(row) = find(global, subject).await? {
        if row.confirmed_at.is_some() {
            return Err(Error::new(Code::NotAllowedInState)
                .with_detail("an authenticator app is in use: turn it off first"));
        }
        remove(global, subject).await?;
    }
    let secret = random::bytes::<20>().to_vec();
    // The separator of the address that the app reads.
    let plain = |text: &str| text.replace(':', " ");
    let totp = TOTP::new(Algorithm::SHA1, 6, 1, STEP.unsigned_abs(), secret)
        .map_err(|error| Error::internal(anyhow::anyhow!("{error}")))?;
    let secret = totp.get_secret_base32();
    let otpauth_url = reqwest::Url::parse_with_params(
        "otpauth://totp/",
        [("secret", secret.as_str()), ("issuer", &plain(issuer))],
    )
    .map(|mut url| {
        url.set_path(&format!("/{}:{}", plain(issuer), plain(account)));
        url.to_string()
    })
    .map_err(Error::internal)?;
    let qr_svg = qrcode::QrCode::new(&otpauth_url)
        .map_err(Error::internal)?
        .render::<qrcode::render::svg::Color<'_>>()
        .min_dimensions(200, 200)
        .build();
    global
        .insert(authenticator::ActiveModel {
            subject_id: Set(subject),
            sealed_secret: Set(keys
                .seal(&context(subject), &secret)
                .map_err(Error::internal)?),
            last_step: Set(0),
            created_at: Set(now),
            confirmed_at: Set(None),
        })
        .await?;
    Ok(MfaSetup {
        secret,
        otpauth_url,
        qr_svg,
    })
}

/// Puts the app into use, proven by a code of it.
///
/// # Errors
/// `mfa_invalid`; `not_allowed_in_state` if nothing was begun, or it is in use already.
pub async fn confirm(
    global: &Global<'_>,
    keys: &Keys,
    subject: Uuid,
    code: &str,
    now: Instant,
) -> Result<RecoveryCodes> {
    let row = find(global, subject)
        .await?
        .filter(|row| row.confirmed_at.is_none())
        .ok_or(Code::NotAllowedInState)?;
    if !takes_code(global, keys, &row, code, now).await? {
        return Err(Code::MfaInvalid.into());
    }
    global
        .update_where::<authenticator::Entity>(|update| {
            update
                .col_expr(authenticator::Column::ConfirmedAt, Expr::value(now.0))
                .filter(authenticator::Column::SubjectId.eq(subject))
        })
        .await?;
    renew_codes(global, subject).await
}

/// Makes new recovery codes; the old ones are void.
///
/// # Errors
/// Those of the database.
pub async fn renew_codes(global: &Global<'_>, subject: Uuid) -> Result<RecoveryCodes> {
    global
        .delete_where::<recovery_code::Entity>(recovery_code::Column::SubjectId.eq(subject))
        .await?;
    let mut codes = Vec::with_capacity(RECOVERY_CODES);
    for _ in 0..RECOVERY_CODES {
        let code = recovery_code();
        global
            .insert(recovery_code::ActiveModel {
                subject_id: Set(subject),
                hash: Set(recovery_hash(subject, &code)),
                used_at: Set(None),
            })
            .await?;
        codes.push(code);
    }
    Ok(RecoveryCodes { codes })
}

/// Forgets the app and its recovery codes.
///
/// # Errors
/// Those of the database.
pub async fn remove(global: &Global<'_>, subject: Uuid) -> Result<()> {
    global
        .delete_where::<recovery_code::Entity>(recovery_code::Column::SubjectId.eq(subject))
        .await?;
    global
        .delete_where::<authenticator::Entity>(authenticator::Column::SubjectId.eq(subject))
        .await?;
    Ok(())
}

/// Lets somebody pass whose password was right: who uses no app needs no code. A wrong code counts as a
/// failed attempt.
///
/// # Errors
/// `mfa_required` without a code; `mfa_invalid`.
pub async fn pass(
    db: &Db,
    keys: &Keys,
    subject: Uuid,
    code: Option<&str>,
    attempt: &Attempt,
) -> Result<()> {
    let now = db.clock().now();
    let passed = db
        .system_write("check a code", async |global| {
            let row = find(global, subject).await?;
            let Some(row) = row.filter(|row| row.confirmed_at.is_some()) else {
                return Ok(true);
            };
            let code = code.ok_or(Code::MfaRequired)?;
            Ok::<_, Error>(
                takes_code(global, keys, &row, code, now).await?
                    || takes_recovery_code(global, subject, code, now).await?,
            )
        })
        .await?;
    if passed {
        return Ok(());
    }
    attempt.failed(db).await?;
    Err(Code::MfaInvalid.into())
}

async fn find(global: &Global<'_>, subject: Uuid) -> Result<Option<authenticator::Model>> {
    Ok(global
        .find::<authenticator::Entity>()
        .with(|query| query.filter(authenticator::Column::SubjectId.eq(subject)))
        .one()
        .await?)
}

/// Uses a code of the app up, if it is right; of the same code twice at once, one is.
async fn takes_code(
    global: &Global<'_>,
    keys: &Keys,
    row: &authenticator::Model,
    code: &str,
    now: Instant,
) -> Result<bool> {
    let secret = keys
        .open_sealed(&context(row.subject_id), &row.sealed_secret)
        .map_err(Error::internal)?;
    let secret = totp_rs::Secret::Encoded(secret)
        .to_bytes()
        .map_err(|error| Error::internal(anyhow::anyhow!("{error:?}")))?;
    let totp = TOTP::new_unchecked(Algorithm::SHA1, 6, 0, STEP.unsigned_abs(), secret);
    let code: String = code.chars().filter(|c| !c.is_whitespace()).collect();
    let present = now.0 / 1000 / STEP;
    let step = (present - 1..=present + 1)
        .find(|step| *step > row.last_step && totp.check(&code, (step * STEP).unsigned_abs()));
    let Some(step) = step else { return Ok(false) };
    let used = global
        .update_where::<authenticator::Entity>(|update| {
            update
                .col_expr(authenticator::Column::LastStep, Expr::value(step))
                .filter(authenticator::Column::SubjectId.eq(row.subject_id))
                .filter(authenticator::Column::LastStep.lt(step))
        })
        .await?;
    Ok(used == 1)
}

async fn takes_recovery_code(
    global: &Global<'_>,
    subject: Uuid,
    code: &str,
    now: Instant,
) -> Result<bool> {
    let used = global
        .update_where::<recovery_code::Entity>(|update| {
            update
                .col_expr(recovery_code::Column::UsedAt, Expr::value(now.0))
                .filter(
                    recovery_code::Column::SubjectId
                        .eq(subject)
                        .and(recovery_code::Column::Hash.eq(recovery_hash(subject, code)))
                        .and(recovery_code::Column::UsedAt.is_null()),
                )
        })
        .await?;
    Ok(used == 1)
}

/// Ten characters of 32 each, in two groups; without the four that are mistaken for others.
fn recovery_code() -> String {
    const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
    let letters = random::bytes::<10>().map(|byte| char::from(LETTERS[usize::from(byte % 32)]));
    let (first, second) = letters.split_at(5);
    let text = |letters: &[char]| letters.iter().collect::<String>();
    format!("{}-{}", text(first), text(second))
}

fn recovery_hash(subject: Uuid, code: &str) -> String {
    let code: String = code
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|c| c.to_ascii_lowercase())
        .collect();
    random::digest(&[subject.as_bytes(), code.as_bytes()])
}

/// A secret opens for its subject only.
pub(crate) fn context(subject: Uuid) -> String {
    format!("authenticator:{subject}")
}
