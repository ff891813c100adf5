//! Access tokens (EdDSA JWTs) and encryption at rest (AES-256-GCM).

use std::path::Path;

use anyhow::{Context, Result, bail};
use aws_lc_rs::{
    aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey},
    rand::SystemRandom,
    signature::{Ed25519KeyPair, KeyPair},
};
use base64::{
    Engine,
    engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD},
};
use entity::{Instant, SessionId};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation};
use portico_domain::access::Audience;
use serde::{Deserialize, Serialize};
use sha2::Digest as _;

use crate::random;

pub mod rotate;

/// What is encrypted in the database opens with this.
const DATA: &str = "data.key";
/// The key that is to take its place, while a rotation is under way.
const NEXT: &str = "data.key.next";
/// What secrets for one purpose are derived from, once it isn't the data key any more.
const DERIVATION: &str = "derivation.key";

/// How long an access token is good, in seconds (semantics §5: at most ten minutes).
pub const ACCESS_SECONDS: i64 = 600;

/// The installation's keys.
pub struct Keys {
    signing: EncodingKey,
    verifying: DecodingKey,
    key_id: String,
    public: Vec<u8>,
    sealing: LessSafeKey,
    next: Option<LessSafeKey>,
    derivation: [u8; 32],
}

/// What an access token says.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Claims {
    pub sid: SessionId,
    pub aud: Audience,
    /// Seconds since the epoch.
    pub iat: i64,
    /// Seconds since the epoch.
    pub exp: i64,
}

/// Why an access token was not accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenError {
    Invalid,
    Expired,
}

impl Keys {
    /// Reads the keys from a folder, or makes them there (mode 0600) if `create` says so.
    ///
    /// # Errors
    /// If they are missing or unreadable.
    pub fn open(folder: &Path, create: bool) -> Result<Self> {
        let signing = read_or_make(&folder.join("jwt-ed25519.p8"), create, || {
            Ok(Ed25519KeyPair::generate_pkcs8(&SystemRandom::new())?
                .as_ref()
                .to_vec())
        })?;
        let sealing = read_or_make(&folder.join(DATA), create, || {
            Ok(random::bytes::<32>().to_vec())
        })?;
        let mut keys = Self::from_parts(&signing, &sealing)?;
        let (derivation, next) = (folder.join(DERIVATION), folder.join(NEXT));
        if derivation.exists() {
            let bytes = read_or_make(&derivation, false, || Ok(Vec::new()))?;
            keys.derivation = bytes
                .try_into()
                .map_err(|_| anyhow::anyhow!("the derivation key must have 32 bytes"))?;
        }
        if next.exists() {
            keys.next = Some(sealing_key(&read_or_make(
                &next,
                false,
                || Ok(Vec::new()),
            )?)?);
        }
        Ok(keys)
    }

    /// Keys from memory: an Ed25519 key as PKCS#8 and 32 bytes for encryption.
    ///
    /// # Errors
    /// If either is malformed.
    pub fn from_parts(signing: &[u8], sealing: &[u8]) -> Result<Self> {
        let pair = Ed25519KeyPair::from_pkcs8(signing)
            .context("the signing key is no Ed25519 PKCS#8 key")?;
        let public = pair.public_key().as_ref().to_vec();
        let key_id = random::token_hash(&STANDARD.encode(&public))
            .chars()
            .take(16)
            .collect();
        let derivation =
            sha2::Sha256::digest([b"portico derivation ".as_slice(), sealing].concat()).into();
        Ok(Self {
            signing: EncodingKey::from_ed_der(signing),
            verifying: DecodingKey::from_ed_der(&public),
            key_id,
            public,
            sealing: sealing_key(sealing)?,
            next: None,
            derivation,
        })
    }

    /// An access token for a session.
    ///
    /// # Errors
    /// If signing fails.
    pub fn issue(&self, sid: SessionId, aud: Audience, now: Instant) -> Result<String> {
        let iat = now.0 / 1000;
        let mut header = Header::new(Algorithm::EdDSA);
        header.kid = Some(self.key_id.clone());
        Ok(jsonwebtoken::encode(
            &header,
            &Claims {
                sid,
                aud,
                iat,
                exp: iat + ACCESS_SECONDS,
            },
            &self.signing,
        )?)
    }

    /// What a token says, if it is ours, for this audience, and still good.
    ///
    /// # Errors
    /// Tells an expired token from any other that is not accepted.
    pub fn verify(
        &self,
        token: &str,
        audience: Audience,
        now: Instant,
    ) -> Result<Claims, TokenError> {
        // Only EdDSA: `none` and the HMAC family are refused whatever the header says. Expiry is checked
        // below, by our own clock.
        let mut validation = Validation::new(Algorithm::EdDSA);
        validation.validate_exp = false;
        validation.set_audience(&[audience.as_str()]);
        validation.set_required_spec_claims(&["aud"]);
        let token = jsonwebtoken::decode::<Claims>(token, &self.verifying, &validation)
            .map_err(|_| TokenError::Invalid)?;
        if token.header.kid.as_deref() != Some(&self.key_id) {
            return Err(TokenError::Invalid);
        }
        let claims = token.claims;
        if claims.exp <= now.0 / 1000 {
            Err(TokenError::Expired)
        } else {
            Ok(claims)
        }
    }

    /// A secret of 32 bytes for one purpose, always the same for this installation.
    #[must_use]
    pub fn derive(&self, purpose: &str) -> [u8; 32] {
        sha2::Sha256::new()
            .chain_update(self.derivation)
            .chain_update(purpose)
            .finalize()
            .into()
    }

    /// The digest of some bytes, from which only this installation could tell what they were.
    #[must_use]
    pub fn fingerprint(&self, purpose: &str, bytes: &[u8]) -> String {
        random::digest(&[&self.derive(purpose), bytes])
    }

    /// The public half, as a JSON Web Key Set.
    #[must_use]
    pub fn jwks(&self) -> serde_json::Value {
        serde_json::json!({ "keys": [{
            "kty": "OKP", "crv": "Ed25519", "use": "sig", "alg": "EdDSA",
            "kid": self.key_id, "x": URL_SAFE_NO_PAD.encode(&self.public),
        }]})
    }

    /// Encrypts a text for the database. `context` must be the same when it is opened, so that a
    /// ciphertext cannot be moved to another row.
    ///
    /// # Errors
    /// If encryption fails.
    pub fn seal(&self, context: &str, text: &str) -> Result<String> {
        seal(&self.sealing, context, text)
    }

    /// What one of the two keys sealed, sealed with the next one.
    fn reseal(&self, context: &str, sealed: &str) -> Result<String> {
        let next = self.next.as_ref().context("no rotation is under way")?;
        let text = self
            .open_sealed(context, sealed)
            .with_context(|| format!("{context} opens with none of the keys"))?;
        seal(next, context, &text)
    }

    /// Decrypts what [`Keys::seal`] made.
    ///
    /// # Errors
    /// If it was made with another key or for another context, or was changed.
    pub fn open_sealed(&self, context: &str, sealed: &str) -> Result<String> {
        let bytes = STANDARD.decode(sealed)?;
        let Some((nonce, data)) = bytes.split_at_checked(NONCE_LEN) else {
            bail!("too short")
        };
        // In the middle of a rotation it may be the one or the other.
        for key in [Some(&self.sealing), self.next.as_ref()]
            .into_iter()
            .flatten()
        {
            let mut data = data.to_vec();
            let nonce = Nonce::try_assume_unique_for_key(nonce)?;
            if let Ok(text) = key.open_in_place(nonce, Aad::from(context.as_bytes()), &mut data) {
                return Ok(String::from_utf8(text.to_vec())?);
            }
        }
        bail!("the data key does not fit")
    }
}

fn sealing_key(bytes: &[u8]) -> Result<LessSafeKey> {
    let key = UnboundKey::new(&AES_256_GCM, bytes).context("a data key must have 32 bytes")?;
    Ok(LessSafeKey::new(key))
}

fn seal(key: &LessSafeKey, context: &str, text: &str) -> Result<String> {
    let nonce = random::bytes::<NONCE_LEN>();
    let mut data = text.as_bytes().to_vec();
    key.seal_in_place_append_tag(
        Nonce::assume_unique_for_key(nonce),
        Aad::from(context.as_bytes()),
        &mut data,
    )
    .context("encryption failed")?;
    Ok(STANDARD.encode([nonce.as_slice(), &data].concat()))
}

fn read_or_make(
    path: &Path,
    create: bool,
    make: impl FnOnce() -> Result<Vec<u8>>,
) -> Result<Vec<u8>> {
    if !path.exists() && create {
        write_new(path, &make()?).with_context(|| format!("cannot write {}", path.display()))?;
    }
    std::fs::read(path).with_context(|| format!("cannot read the key {}", path.display()))
}

/// Writes a file that nobody else can read: it bears its name only once it is whole, and one that another process made
/// meanwhile stays.
fn write_new(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    use std::{
        fs::{self, File, OpenOptions},
        io::{ErrorKind, Write},
        os::unix::fs::OpenOptionsExt,
    };
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let mut name = path.as_os_str().to_owned();
    name.push(format!(".{}", random::token()));
    let beside = Path::new(&name);
    let mut file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(beside)?;
    let linked = file
        .write_all(bytes)
        .and_then(|()| file.sync_all())
        .and_then(|()| fs::hard_link(beside, path));
    fs::remove_file(beside)?;
    match linked {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => return Err(error),
        _ => {}
    }
    File::open(folder)?.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys() -> Keys {
        let signing = Ed25519KeyPair::generate_pkcs8(&SystemRandom::new()).unwrap();
        Keys::from_parts(signing.as_ref(), &[7; 32]).unwrap()
    }

    #[test]
    fn a_token_is_good_for_its_audience_and_its_time() {
        let keys = keys();
        let now = Instant(1_800_000_000_000);
        let token = keys
            .issue(SessionId(uuid::Uuid::nil()), Audience::Portal, now)
            .unwrap();
        assert!(keys.verify(&token, Audience::Portal, now).is_ok());
        assert_eq!(
            keys.verify(&token, Audience::Staff, now).unwrap_err(),
            TokenError::Invalid
        );
        let later = now.plus_seconds(ACCESS_SECONDS);
        assert_eq!(
            keys.verify(&token, Audience::Portal, later).unwrap_err(),
            TokenError::Expired
        );
        assert_eq!(
            self::keys()
                .verify(&token, Audience::Portal, now)
                .unwrap_err(),
            TokenError::Invalid
        );
    }

    #[test]
    fn a_token_that_says_it_needs_no_signature_is_refused() {
        let part = |json: &str| URL_SAFE_NO_PAD.encode(json);
        let claims = format!(
            r#"{{"sid":"{}","aud":"staff","iat":1,"exp":99999999999}}"#,
            SessionId(uuid::Uuid::nil())
        );
        let token = format!(
            "{}.{}.",
            part(r#"{"alg":"none","typ":"JWT"}"#),
            part(&claims)
        );
        assert_eq!(
            keys()
                .verify(&token, Audience::Staff, Instant(0))
                .unwrap_err(),
            TokenError::Invalid
        );
    }

    #[test]
    fn a_key_is_made_once_and_whole() {
        use std::os::unix::fs::PermissionsExt;
        let folder = std::env::temp_dir().join(random::token());
        let path = folder.join(NEXT);
        let first = read_or_make(&path, true, || Ok(vec![1; 32])).unwrap();
        assert_eq!(first, [1; 32]);
        write_new(&path, &[2; 32]).unwrap();
        let again = read_or_make(&path, true, || Ok(vec![3; 32])).unwrap();
        assert_eq!(again, first, "what another process made stays");
        let mode = std::fs::metadata(&path).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        let left: Vec<_> = std::fs::read_dir(&folder).unwrap().collect();
        assert_eq!(left.len(), 1, "{left:?}");
        std::fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn sealed_text_opens_only_in_its_context() {
        let keys = keys();
        let sealed = keys.seal("mail:1", "secret").unwrap();
        assert_eq!(keys.open_sealed("mail:1", &sealed).unwrap(), "secret");
        assert!(keys.open_sealed("mail:2", &sealed).is_err());
        assert!(
            self::keys().open_sealed("mail:1", &sealed).is_ok(),
            "the same data key opens it"
        );
    }
}
