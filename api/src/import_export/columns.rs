//! Which fields of a customer a file can fill, and by which headers they are known, in English and German.

use portico_domain::customer::{CustomerKind, TaxTreatment};

use crate::customers::CreateCustomer;

/// A field that a column can fill.
pub struct Field {
    pub name: &'static str,
    /// Where the rules of a customer report faults of it.
    pub pointer: &'static str,
    /// Headers in lower case, letters and digits only.
    headers: &'static [&'static str],
    /// Fills it; says what is not right.
    pub set: fn(&mut CreateCustomer, String) -> Result<(), String>,
}

/// The field without which there is no customer.
pub const REQUIRED: &str = "display_name";

/// Every field, in the order in which they are offered.
pub const FIELDS: &[Field] = &[
    field(
        "display_name",
        "/display_name",
        &[
            "name",
            "displayname",
            "customer",
            "customername",
            "kunde",
            "kundenname",
            "anzeigename",
        ],
        |c, v| text(&mut c.display_name, v),
    ),
    field(
        "kind",
        "/kind",
        &["type", "kind", "customertype", "art", "kundenart", "typ"],
        |c, v| some(&mut c.kind, kind(&v)),
    ),
    field(
        "company_name",
        "/company_name",
        &[
            "company",
            "companyname",
            "firma",
            "firmenname",
            "unternehmen",
        ],
        |c, v| optional(&mut c.company_name, v),
    ),
    field(
        "first_name",
        "/first_name",
        &["firstname", "givenname", "vorname"],
        |c, v| optional(&mut c.first_name, v),
    ),
    field(
        "last_name",
        "/last_name",
        &[
            "lastname",
            "surname",
            "familyname",
            "nachname",
            "familienname",
        ],
        |c, v| optional(&mut c.last_name, v),
    ),
    field(
        "email",
        "/email",
        &["email", "mail", "emailaddress", "emailid", "emailadresse"],
        |c, v| optional(&mut c.email, v),
    ),
    field(
        "phone",
        "/phone",
        &[
            "phone",
            "telephone",
            "phonenumber",
            "tel",
            "telefon",
            "telefonnummer",
        ],
        |c, v| optional(&mut c.phone, v),
    ),
    field(
        "currency",
        "/currency",
        &["currency", "currencycode", "wahrung", "währung", "waehrung"],
        |c, v| {
            parsed(
                &mut c.currency,
                &v.to_uppercase(),
                "must be an ISO 4217 code, such as EUR",
            )
        },
    ),
    field(
        "payment_terms_days",
        "/payment_terms_days",
        &[
            "paymentterms",
            "paymenttermsdays",
            "terms",
            "zahlungsziel",
            "zahlungszieltage",
        ],
        |c, v| parsed(&mut c.payment_terms_days, &v, "must be a number of days"),
    ),
    field(
        "language",
        "/language",
        &["language", "portallanguage", "sprache"],
        |c, v| {
            parsed(
                &mut c.language,
                &v,
                "must be a language that the portal speaks, such as en or de",
            )
        },
    ),
    field(
        "tax_treatment",
        "/tax_treatment",
        &["taxtreatment", "steuer", "besteuerung"],
        |c, v| some(&mut c.tax_treatment, treatment(&v).map(Some)),
    ),
    field(
        "tax_id",
        "/tax_id",
        &[
            "taxid",
            "vatid",
            "vatnumber",
            "taxnumber",
            "ustid",
            "ustidnr",
            "steuernummer",
        ],
        |c, v| optional(&mut c.tax_id, v),
    ),
    field(
        "notes",
        "/notes",
        &[
            "notes",
            "remarks",
            "notiz",
            "notizen",
            "bemerkung",
            "bemerkungen",
        ],
        |c, v| optional(&mut c.notes, v),
    ),
    field(
        "billing_attention",
        "/billing_address/attention",
        &["billingattention", "attention", "zuhanden"],
        |c, v| optional(&mut c.billing_address.attention, v),
    ),
    field(
        "billing_street",
        "/billing_address/street",
        &[
            "billingstreet",
            "billingaddress",
            "street",
            "address",
            "strasse",
            "straße",
            "adresse",
        ],
        |c, v| optional(&mut c.billing_address.street, v),
    ),
    field(
        "billing_street2",
        "/billing_address/street2",
        &["billingstreet2", "street2", "address2", "adresszusatz"],
        |c, v| optional(&mut c.billing_address.street2, v),
    ),
    field(
        "billing_city",
        "/billing_address/city",
        &["billingcity", "city", "town", "ort", "stadt"],
        |c, v| optional(&mut c.billing_address.city, v),
    ),
    field(
        "billing_state",
        "/billing_address/state",
        &["billingstate", "state", "province", "bundesland"],
        |c, v| optional(&mut c.billing_address.state, v),
    ),
    field(
        "billing_zip",
        "/billing_address/zip",
        &[
            "billingzip",
            "billingcode",
            "zip",
            "zipcode",
            "postcode",
            "postalcode",
            "plz",
            "postleitzahl",
        ],
        |c, v| optional(&mut c.billing_address.zip, v),
    ),
    field(
        "billing_country",
        "/billing_address/country",
        &[
            "billingcountry",
            "country",
            "countrycode",
            "land",
            "landercode",
        ],
        |c, v| optional(&mut c.billing_address.country, v.to_uppercase()),
    ),
    field(
        "shipping_attention",
        "/shipping_address/attention",
        &["shippingattention"],
        |c, v| optional(&mut c.shipping_address.attention, v),
    ),
    field(
        "shipping_street",
        "/shipping_address/street",
        &[
            "shippingstreet",
            "shippingaddress",
            "lieferadresse",
            "lieferstrasse",
        ],
        |c, v| optional(&mut c.shipping_address.street, v),
    ),
    field(
        "shipping_street2",
        "/shipping_address/street2",
        &["shippingstreet2"],
        |c, v| optional(&mut c.shipping_address.street2, v),
    ),
    field(
        "shipping_city",
        "/shipping_address/city",
        &["shippingcity", "lieferort"],
        |c, v| optional(&mut c.shipping_address.city, v),
    ),
    field(
        "shipping_state",
        "/shipping_address/state",
        &["shippingstate"],
        |c, v| optional(&mut c.shipping_address.state, v),
    ),
    field(
        "shipping_zip",
        "/shipping_address/zip",
        &["shippingzip", "shippingcode", "lieferplz"],
        |c, v| optional(&mut c.shipping_address.zip, v),
    ),
    field(
        "shipping_country",
        "/shipping_address/country",
        &["shippingcountry", "lieferland"],
        |c, v| optional(&mut c.shipping_address.country, v.to_uppercase()),
    ),
];

type Set = fn(&mut CreateCustomer, String) -> Result<(), String>;

const fn field(
    name: &'static str,
    pointer: &'static str,
    headers: &'static [&'static str],
    set: Set,
) -> Field {
    Field {
        name,
        pointer,
        headers,
        set,
    }
}

/// The field of this name.
#[must_use]
pub fn named(name: &str) -> Option<&'static Field> {
    FIELDS.iter().find(|field| field.name == name)
}

/// The field that a header most likely means.
#[must_use]
pub fn guess(header: &str) -> Option<&'static Field> {
    let plain: String = header
        .chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect();
    FIELDS.iter().find(|field| {
        field.headers.contains(&plain.as_str()) || field.name.replace('_', "") == plain
    })
}

#[expect(clippy::unnecessary_wraps, reason = "has the shape of every setter")]
fn text(slot: &mut String, value: String) -> Result<(), String> {
    *slot = value;
    Ok(())
}

#[expect(clippy::unnecessary_wraps, reason = "has the shape of every setter")]
fn optional(slot: &mut Option<String>, value: String) -> Result<(), String> {
    *slot = Some(value);
    Ok(())
}

fn some<T>(slot: &mut T, value: Option<T>) -> Result<(), String> {
    *slot = value.ok_or_else(|| "is not one of the known words".to_owned())?;
    Ok(())
}

fn parsed<T: std::str::FromStr>(
    slot: &mut Option<T>,
    value: &str,
    wanted: &str,
) -> Result<(), String> {
    *slot = Some(value.parse().map_err(|_| wanted.to_owned())?);
    Ok(())
}

fn kind(text: &str) -> Option<CustomerKind> {
    match text.to_lowercase().as_str() {
        "company" | "business" | "firma" | "unternehmen" => Some(CustomerKind::Company),
        "individual" | "person" | "privat" | "privatperson" => Some(CustomerKind::Individual),
        _ => None,
    }
}

fn treatment(text: &str) -> Option<TaxTreatment> {
    match text.to_lowercase().replace(['-', ' '], "_").as_str() {
        "taxable" | "steuerpflichtig" => Some(TaxTreatment::Taxable),
        "exempt" | "steuerfrei" => Some(TaxTreatment::Exempt),
        "reverse_charge" => Some(TaxTreatment::ReverseCharge),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_are_guessed_in_two_languages() {
        for (header, name) in [
            ("Display Name", "display_name"),
            ("Kunde", "display_name"),
            ("E-Mail", "email"),
            ("EmailID", "email"),
            ("PLZ", "billing_zip"),
            ("Straße", "billing_street"),
            ("USt-IdNr.", "tax_id"),
            ("shipping_city", "shipping_city"),
            ("Zahlungsziel (Tage)", "payment_terms_days"),
        ] {
            assert_eq!(
                guess(header).map(|field| field.name),
                Some(name),
                "{header}"
            );
        }
        assert!(guess("Shoe size").is_none());
        assert!(guess("").is_none());
    }

    #[test]
    fn no_header_means_two_fields() {
        let mut seen = std::collections::HashSet::new();
        for header in FIELDS.iter().flat_map(|field| field.headers) {
            assert!(seen.insert(header), "{header}");
        }
        assert!(named(REQUIRED).is_some());
    }
}
