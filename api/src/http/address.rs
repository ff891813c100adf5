//! Rules that every postal address keeps (semantics §6).

use entity::records::Address;

use crate::error::FieldError;

/// Which parts of an address are not right; `pointer` is where the address stands in the body.
#[must_use]
pub fn check(pointer: &str, address: &Address) -> Vec<FieldError> {
    let parts = [
        ("attention", &address.attention, 100),
        ("street", &address.street, 500),
        ("street2", &address.street2, 255),
        ("city", &address.city, 100),
        ("state", &address.state, 100),
        ("zip", &address.zip, 50),
    ];
    let too_long = parts.into_iter().filter_map(|(name, value, limit)| {
        let long = value.as_ref()?.chars().count() > limit;
        long.then(|| FieldError {
            pointer: format!("{pointer}/{name}"),
            code: "length".into(),
            detail: format!("must have at most {limit} characters").into(),
        })
    });
    let country = address.country.as_ref().filter(|code| !is_country(code));
    let country = country.map(|_| FieldError {
        pointer: format!("{pointer}/country"),
        code: "invalid".into(),
        detail: "must be two capital letters, as of ISO 3166".into(),
    });
    too_long.chain(country).collect()
}

fn is_country(code: &str) -> bool {
    code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_right_is_named() {
        let address = Address {
            zip: Some("1".repeat(51)),
            country: Some("de".to_owned()),
            ..Address::default()
        };
        let pointers: Vec<_> = check("/billing_address", &address)
            .into_iter()
            .map(|error| error.pointer)
            .collect();
        assert_eq!(
            pointers,
            ["/billing_address/zip", "/billing_address/country"]
        );
        assert!(check("", &Address::default()).is_empty());
    }
}
