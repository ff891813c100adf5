//! What nobody can make the mails say.

use super::tests::{mails, messages, sender};
use super::*;

#[test]
fn names_cannot_become_html() {
    let evil = "<script>alert(1)</script><img src=x onerror=y>\"'&amp; {number} { $amount }";
    for (kind, mail) in mails(evil, Language::En) {
        assert!(
            !mail.html.contains("<script") && !mail.html.contains("<img"),
            "{kind}"
        );
        assert!(!mail.html.contains("<declined>"), "{kind}");
        // Nobody is named to an address that nobody has verified.
        if matches!(kind, Kind::PortalSignUp | Kind::PortalSignUpKnown) {
            continue;
        }
        assert!(mail.html.contains("&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=y&gt;&quot;&#39;&amp;amp; {number} { $amount }"), "{kind}");
        assert!(mail.text.contains(evil), "{kind}");
    }
    let organization = Sender {
        name: "\"><script>".to_owned(),
        logo_url: Some("https://x.test/\"onerror=\"alert(1)".to_owned()),
        address: vec!["<b>".to_owned()],
        ..sender()
    };
    let mail = compose(&messages("Ada")[5], &organization, Language::En, None);
    assert!(
        !mail.html.contains("<script>")
            && !mail.html.contains("<b>")
            && !mail.html.contains("\"onerror")
    );
}

#[test]
fn a_template_cannot_become_html_either() {
    let template = Template {
        subject: "<b>{number}</b>".to_owned(),
        body: "<b>Dear</b> {name}\n\n<script>x</script>{nothing}".to_owned(),
    };
    let mail = compose(
        &messages("Ada")[5],
        &sender(),
        Language::En,
        Some(&template),
    );
    assert_eq!(mail.subject, "<b>INV-42</b>");
    assert!(mail.html.contains("&lt;b&gt;Dear&lt;/b&gt; Ada"));
    assert!(
        mail.html
            .contains("&lt;script&gt;x&lt;/script&gt;{nothing}")
    );
    assert!(
        mail.html.contains("View invoice"),
        "the button cannot be edited away"
    );
}

#[test]
fn subjects_are_one_line() {
    let template = Template {
        subject: "Invoice\r\nBcc: all@evil.test\u{0} {number}".to_owned(),
        body: "x".to_owned(),
    };
    let mail = compose(
        &messages("Ada")[5],
        &sender(),
        Language::En,
        Some(&template),
    );
    assert_eq!(mail.subject, "Invoice Bcc: all@evil.test INV-42");
    for (kind, mail) in mails(
        "Ada\r\nBcc: all@evil.test\n\u{85}\u{2028}x\u{202e}",
        Language::De,
    ) {
        assert!(
            !mail
                .subject
                .contains(|c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{202e}')),
            "{kind}"
        );
        assert!(!mail.text.contains("\nBcc:"), "{kind}");
    }
}

#[test]
fn only_web_addresses_become_buttons() {
    let message = |url: &str| {
        Message::from(PasswordReset {
            name: "Ada".to_owned(),
            reset_url: url.to_owned(),
            minutes: 5,
        })
    };
    let html = |url: &str| compose(&message(url), &sender(), Language::En, None).html;
    assert!(html("https://x.test/?a=1&b=2").contains("href=\"https://x.test/?a=1&amp;b=2\""));
    assert!(!html("javascript:alert(1)").contains("javascript:"));
}

#[test]
fn secrets_are_not_shown_by_debug() {
    let message = &messages("Ada")[1];
    let mail = compose(message, &sender(), Language::En, None);
    assert!(mail.text.contains("correct horse!"));
    assert_eq!(
        format!("{message:?}"),
        "Message(portal_invitation_with_password)"
    );
    assert!(!format!("{mail:?}").contains("horse"));
}
