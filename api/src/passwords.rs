//! Passwords: which are strong enough, and how they are kept.

use std::sync::LazyLock;

use actix_web::web;
use argon2::{
    Argon2,
    password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash},
};
use tokio::sync::Semaphore;

use crate::error::{Error, Result};

/// Hashing takes a core for some 40 ms and 19 MiB: no more at once than there are cores.
static PERMITS: LazyLock<Semaphore> =
    LazyLock::new(|| Semaphore::new(std::thread::available_parallelism().map_or(2, usize::from)));

/// Refuses a password that is too short, too long or easily guessed (semantics §5: zxcvbn score of 3 or more).
/// `known` are words that an attacker would try first, such as the person's name.
///
/// # Errors
/// `validation_failed` for the field at `pointer`.
pub fn check_strength(pointer: &str, password: &str, known: &[&str]) -> Result<()> {
    let length = password.chars().count();
    if !(8..=128).contains(&length) {
        return Err(Error::field(
            pointer,
            "length",
            "must have 8 to 128 characters",
        ));
    }
    let words: Vec<String> = known
        .iter()
        .flat_map(|text| {
            text.to_lowercase()
                .split(is_separator)
                .map(str::to_owned)
                .collect::<Vec<_>>()
        })
        .collect();
    let own: Vec<&str> = words
        .iter()
        .map(String::as_str)
        .filter(|word| word.len() >= 3)
        .collect();
    let rest = own
        .iter()
        .fold(password.to_lowercase(), |rest, word| rest.replace(word, ""));
    if rest.chars().filter(|c| !is_separator(*c)).count() < 4 {
        return Err(Error::field(
            pointer,
            "weak_password",
            "is made of your own name or address",
        ));
    }
    let estimate = zxcvbn::zxcvbn(password, &own);
    if estimate.score() < zxcvbn::Score::Three {
        let advice = estimate
            .feedback()
            .and_then(zxcvbn::feedback::Feedback::warning)
            .map(|warning| warning.to_string());
        let detail = advice
            .unwrap_or_else(|| "is too easily guessed: use more words, or unusual ones".to_owned());
        return Err(Error::field(pointer, "weak_password", detail));
    }
    Ok(())
}

/// What separates words in names and addresses.
fn is_separator(letter: char) -> bool {
    !letter.is_alphanumeric()
}

/// The argon2id hash of a password, off the event loop.
///
/// # Errors
/// If hashing fails.
pub async fn hash(password: String) -> Result<String> {
    let _permit = PERMITS.acquire().await.map_err(Error::internal)?;
    web::block(move || {
        Argon2::default()
            .hash_password(password.as_bytes())
            .map(|hash| hash.to_string())
            .map_err(|error| Error::internal(anyhow::anyhow!("{error}")))
    })
    .await
    .map_err(Error::internal)?
}

/// Whether a password fits a hash. Without a hash it takes as long and says no, so that timing does not
/// tell whether an account exists.
///
/// # Errors
/// If hashing cannot run.
pub async fn verify(password: String, hash: Option<String>) -> Result<bool> {
    static NOBODY: LazyLock<String> = LazyLock::new(|| {
        Argon2::default()
            .hash_password(b"nobody's password")
            .map(|hash| hash.to_string())
            .unwrap_or_default()
    });
    let _permit = PERMITS.acquire().await.map_err(Error::internal)?;
    web::block(move || {
        let known = hash.is_some();
        let hash = hash.unwrap_or_else(|| NOBODY.clone());
        let fits = PasswordHash::new(&hash).is_ok_and(|hash| {
            Argon2::default()
                .verify_password(password.as_bytes(), &hash)
                .is_ok()
        });
        known && fits
    })
    .await
    .map_err(Error::internal)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weak_passwords_are_refused_with_the_field() {
        for weak in [
            "short",
            "password1",
            "aaaaaaaaaaaa",
            "Grace Hopper",
            &"x".repeat(129),
        ] {
            let error = check_strength("/password", weak, &["Grace", "Hopper"]).unwrap_err();
            assert_eq!(error.field_errors()[0].pointer, "/password", "{weak}");
        }
        assert!(check_strength("/password", "violet-harbour-29-lantern", &[]).is_ok());
    }

    #[actix_web::test]
    async fn a_hash_fits_its_password_only() {
        let hash = hash("violet-harbour".to_owned()).await.unwrap();
        assert!(hash.starts_with("$argon2id$"));
        assert!(
            verify("violet-harbour".to_owned(), Some(hash.clone()))
                .await
                .unwrap()
        );
        assert!(
            !verify("violet-harbor".to_owned(), Some(hash))
                .await
                .unwrap()
        );
        assert!(!verify("nobody's password".to_owned(), None).await.unwrap());
    }
}
