//! What the mails say.
//!
//! `tests/golden` holds every mail's subject and text; `PORTICO_GOLDEN=write` writes it anew.

use std::collections::BTreeSet;
use std::path::Path;

use chrono::{NaiveDate, NaiveDateTime};
use portico_domain::money::{Currency, Money};

use super::*;

pub(super) fn sender() -> Sender {
    Sender {
        name: "Northwind Studio".to_owned(),
        logo_url: None,
        accent: "#635bff".parse().unwrap(),
        address: vec!["12 Harbour Street".to_owned(), "Bristol BS1 4QA".to_owned()],
        email: Some("hello@northwind.test".to_owned()),
        website: None,
    }
}

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, day).unwrap()
}

fn moment() -> NaiveDateTime {
    day(2).and_hms_opt(14, 5, 0).unwrap()
}

fn euros(cents: i64) -> Money {
    Money::new(cents, Currency::EUR)
}

/// One message of each kind, with this as the name of everyone.
#[expect(clippy::too_many_lines, reason = "one short message of each kind")]
pub(super) fn messages(name: &str) -> Vec<Message> {
    let url = |path: &str| format!("https://portal.test/{path}");
    let invoices = || vec!["INV-41".to_owned(), "INV-42".to_owned()];
    let name = || name.to_owned();
    vec![
        PortalInvitation {
            customer: name(),
            name: name(),
            portal_url: url("northwind"),
            user_name: "ada@contoso.test".to_owned(),
            accept_url: url("accept?t=1&x=2"),
            expires: day(16),
        }
        .into(),
        PortalInvitationWithPassword {
            customer: name(),
            name: name(),
            portal_url: url("northwind"),
            user_name: "ada@contoso.test".to_owned(),
            password: "correct horse!".to_owned(),
            sign_in_url: url("northwind/login?email=ada%40contoso.test"),
            expires: day(16),
        }
        .into(),
        PortalSignUp {
            confirm_url: url("northwind/sign-up/1"),
            hours: 24,
        }
        .into(),
        PortalSignUpKnown {
            sign_in_url: url("northwind/login"),
        }
        .into(),
        MemberInvitation {
            name: name(),
            inviter: name(),
            accept_url: url("join"),
            expires: day(16),
        }
        .into(),
        InvoiceSent {
            name: name(),
            number: "INV-42".to_owned(),
            amount: euros(494_010),
            due_date: day(31),
            url: url("i/42"),
            note: Some("As discussed.\n\nBest,\nGrace".to_owned()),
        }
        .into(),
        PaymentLink {
            name: name(),
            amount: euros(494_010),
            invoice: Some("INV-42".to_owned()),
            description: Some("Deposit <first>".to_owned()),
            expires: day(31),
            url: url("pay-link/t"),
        }
        .into(),
        PaymentLinkCode {
            name: name(),
            code: "402917".to_owned(),
            minutes: 10,
        }
        .into(),
        PaymentReceipt {
            name: name(),
            number: "PAY-17".to_owned(),
            amount: euros(55_000),
            date: day(2),
            invoices: vec![
                PaidInvoice {
                    number: "INV-41".to_owned(),
                    amount: euros(20_000),
                },
                PaidInvoice {
                    number: "INV-42".to_owned(),
                    amount: euros(30_000),
                },
            ],
            credit: Some(euros(5_000)),
            url: Some(url("r/17")),
        }
        .into(),
        PaymentRefunded {
            name: name(),
            number: "PAY-17".to_owned(),
            amount: euros(20_000),
            date: day(2),
            url: url("p/17"),
        }
        .into(),
        PaymentReceivedStaff {
            customer: name(),
            amount: euros(55_000),
            invoices: invoices(),
            url: url("p/17"),
        }
        .into(),
        PaymentFailedStaff {
            customer: name(),
            amount: euros(55_000),
            invoices: invoices(),
            reason: "CP3003 <declined>\nAsk for another card.".to_owned(),
            url: url("p/18"),
        }
        .into(),
        InvoiceViewedStaff {
            customer: name(),
            name: name(),
            number: "INV-42".to_owned(),
            viewed_at: moment(),
            url: url("i/42"),
        }
        .into(),
        NoticeStaff {
            kind: "access_accepted",
            customer: name(),
            name: name(),
            subject: name(),
            url: url("c/42"),
        }
        .into(),
        PasswordChanged {
            name: name(),
            changed_at: moment(),
            reset_url: url("reset"),
        }
        .into(),
        SignInLockout {
            name: name(),
            reset_url: url("reset"),
        }
        .into(),
        PasswordReset {
            name: name(),
            reset_url: url("reset?t=9"),
            minutes: 60,
        }
        .into(),
        EmailChange {
            name: name(),
            email: "ada.new@contoso.test".to_owned(),
            confirm_url: url("confirm?t=9"),
            hours: 24,
        }
        .into(),
        EmailChangeAsked {
            name: name(),
            email: "ada.new@contoso.test".to_owned(),
            reset_url: url("reset"),
        }
        .into(),
        EmailChanged {
            name: name(),
            email: "ada.new@contoso.test".to_owned(),
            changed_at: moment(),
            portal_url: url("northwind"),
        }
        .into(),
    ]
}

pub(super) fn mails(name: &str, language: Language) -> Vec<(Kind, Mail)> {
    let write = |message: &Message| (message.kind(), compose(message, &sender(), language, None));
    messages(name).iter().map(write).collect()
}

#[track_caller]
fn assert_golden(file: &str, found: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/golden")
        .join(file);
    if std::env::var("PORTICO_GOLDEN").is_ok_and(|wish| wish == "write") {
        std::fs::write(&path, found).unwrap();
    }
    let expected = std::fs::read_to_string(&path).unwrap();
    assert!(
        found == expected,
        "{file} has changed; it would be:\n{found}"
    );
}

#[test]
fn every_mail_says_what_it_should_in_each_language() {
    for (language, name) in [
        (Language::En, "Ada Lovelace"),
        (Language::De, "Ada Lovelace"),
        (Language::Ar, "ليلى حداد"),
    ] {
        let mails = mails(name, language);
        let kinds: Vec<Kind> = mails.iter().map(|(kind, _)| *kind).collect();
        assert_eq!(kinds, Kind::ALL);
        let all: Vec<String> = mails
            .iter()
            .map(|(kind, mail)| format!("=== {kind}\n{}\n\n{}", mail.subject, mail.text))
            .collect();
        assert_golden(&format!("mails.{language}.txt"), &all.join("\n"));
    }
}

#[test]
fn the_html_is_as_agreed() {
    for (kind, language, name) in [
        (Kind::InvoiceSent, Language::En, "Ada Lovelace"),
        (Kind::PaymentReceipt, Language::Ar, "ليلى حداد"),
    ] {
        let mails = mails(name, language);
        let (_, mail) = mails.iter().find(|(known, _)| *known == kind).unwrap();
        assert_golden(&format!("{kind}.{language}.html"), &mail.html);
    }
}

#[test]
fn every_mail_has_the_values_its_placeholders_promise() {
    for message in messages("Ada") {
        let content = content::of(&message, &sender(), Voice::new(Language::En));
        let values: BTreeSet<&str> = content.values.iter().map(|(name, _)| *name).collect();
        assert_eq!(
            values,
            message.kind().placeholders().iter().copied().collect(),
            "{}",
            message.kind()
        );
    }
}

#[test]
fn a_template_is_looked_for_in_the_language_that_is_spoken() {
    for language in Language::ALL {
        let spoken = Voice::new(*language).language();
        let tag = |language: Language| language.code().split('-').next().map(str::to_owned);
        assert_eq!(tag(wording(*language)), tag(spoken), "{language}");
        assert!(LANGUAGES.contains(&wording(*language)));
    }
}

#[test]
fn kinds_are_read_as_they_are_written() {
    for kind in Kind::ALL {
        assert_eq!(kind.to_string().parse(), Ok(*kind));
    }
    assert_eq!("spam".parse::<Kind>(), Err(UnknownKind));
}

#[test]
fn arabic_runs_from_right_to_left() {
    let mails = mails("Ada", Language::Ar);
    assert!(
        mails
            .iter()
            .all(|(_, mail)| mail.html.contains("<html lang=\"ar\" dir=\"rtl\">"))
    );
    assert!(
        mails[5].1.text.contains("\u{2068}4,940.10\u{a0}€\u{2069}"),
        "amounts are isolated"
    );
    assert!(
        mails[1].1.text.contains("\ncorrect horse!\n"),
        "a password is copied without invisible marks"
    );
}

#[test]
fn what_is_missing_leaves_no_trace() {
    let message = PaymentReceipt {
        name: "Ada".to_owned(),
        number: "PAY-1".to_owned(),
        amount: euros(100),
        date: day(2),
        invoices: Vec::new(),
        credit: None,
        url: None,
    };
    let mail = compose(&message.into(), &sender(), Language::En, None);
    assert!(!mail.html.contains("href") && !mail.text.contains("View receipt"));
}
