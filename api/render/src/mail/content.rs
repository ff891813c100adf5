//! What each message puts into a mail: values for the template, facts, and the one button.

use chrono::NaiveDate;

use crate::catalogue::Voice;
use crate::text;

use super::{Message, Sender};

/// The parts of a mail that come from its message, in words, not yet escaped.
pub(super) struct Content<'a> {
    /// What the template's placeholders stand for.
    pub(super) values: Vec<(&'static str, String)>,
    /// The amount the mail is about, shown large.
    pub(super) figure: Option<String>,
    /// Facts under the text.
    pub(super) facts: Vec<Fact>,
    /// What staff added, as they typed it.
    pub(super) note: Vec<String>,
    /// The button: what it says and where it leads.
    pub(super) action: Option<(String, &'a str)>,
}

/// A labelled fact.
pub(super) struct Fact {
    pub(super) label: String,
    pub(super) value: String,
    /// Whether the value is there to be copied: it stands alone, without invisible marks.
    pub(super) exact: bool,
}

/// Says a message.
#[expect(clippy::too_many_lines, reason = "one short arm for each kind of mail")]
pub(super) fn of<'a>(message: &'a Message, sender: &Sender, voice: Voice) -> Content<'a> {
    let mut content = Content {
        values: Vec::new(),
        figure: None,
        facts: Vec::new(),
        note: Vec::new(),
        action: None,
    };
    let typed = |text: &str| voice.typed(text);
    content.value("organization", typed(&sender.name));
    let button = voice.say(&format!("{}_action", message.kind()));
    match message {
        Message::PortalInvitation(it) => {
            content.value("customer", typed(&it.customer));
            content.value("name", typed(&it.name));
            content.sign_in(voice, &it.portal_url, &it.user_name, it.expires);
            content.action = Some((button, &it.accept_url));
        }
        Message::PortalInvitationWithPassword(it) => {
            content.value("customer", typed(&it.customer));
            content.value("name", typed(&it.name));
            content.sign_in(voice, &it.portal_url, &it.user_name, it.expires);
            content.exact_fact(voice.say("fact_password"), &it.password);
            content.action = Some((button, &it.sign_in_url));
        }
        Message::PortalSignUp(it) => {
            content.value("hours", it.hours.to_string());
            content.action = Some((button, &it.confirm_url));
        }
        Message::PortalSignUpKnown(it) => content.action = Some((button, &it.sign_in_url)),
        Message::MemberInvitation(it) => {
            content.value("name", typed(&it.name));
            content.value("inviter", typed(&it.inviter));
            content.value("expires", voice.date(it.expires));
            content.action = Some((button, &it.accept_url));
        }
        Message::InvoiceSent(it) => {
            content.value("name", typed(&it.name));
            content.value("number", typed(&it.number));
            content.value("amount", voice.money(it.amount));
            content.value("due_date", voice.date(it.due_date));
            content.figure = Some(voice.money(it.amount));
            content.fact(voice.say("fact_invoice"), typed(&it.number));
            content.fact(voice.say("fact_due_date"), voice.date(it.due_date));
            content.note = text::lines(it.note.as_deref().unwrap_or_default());
            content.action = Some((button, &it.url));
        }
        Message::PaymentLink(it) => {
            content.value("name", typed(&it.name));
            content.value("amount", voice.money(it.amount));
            content.value("last_day", voice.date(it.expires));
            content.figure = Some(voice.money(it.amount));
            if let Some(number) = &it.invoice {
                content.fact(voice.say("fact_invoice"), typed(number));
            }
            content.note = text::lines(it.description.as_deref().unwrap_or_default());
            content.action = Some((button, &it.url));
        }
        Message::PaymentLinkCode(it) => {
            content.value("name", typed(&it.name));
            content.value("minutes", it.minutes.to_string());
            content.exact_fact(voice.say("fact_code"), &it.code);
        }
        Message::PaymentReceipt(it) => {
            content.value("name", typed(&it.name));
            content.value("number", typed(&it.number));
            content.value("amount", voice.money(it.amount));
            content.value("date", voice.date(it.date));
            content.figure = Some(voice.money(it.amount));
            content.fact(voice.say("fact_receipt"), typed(&it.number));
            content.fact(voice.say("fact_date"), voice.date(it.date));
            for invoice in &it.invoices {
                let label = format!("{} {}", voice.say("fact_invoice"), typed(&invoice.number));
                content.fact(label, voice.money(invoice.amount));
            }
            if let Some(credit) = it.credit {
                content.fact(voice.say("fact_credit"), voice.money(credit));
            }
            content.action = it.url.as_deref().map(|url| (button, url));
        }
        Message::PaymentRefunded(it) => {
            content.value("name", typed(&it.name));
            content.value("number", typed(&it.number));
            content.value("amount", voice.money(it.amount));
            content.value("date", voice.date(it.date));
            content.figure = Some(voice.money(it.amount));
            content.fact(voice.say("fact_receipt"), typed(&it.number));
            content.fact(voice.say("fact_date"), voice.date(it.date));
            content.action = Some((button, &it.url));
        }
        Message::PaymentReceivedStaff(it) => {
            content.value("customer", typed(&it.customer));
            content.value("amount", voice.money(it.amount));
            content.value("invoices", list(&it.invoices, voice));
            content.figure = Some(voice.money(it.amount));
            content.fact(voice.say("fact_customer"), typed(&it.customer));
            content.fact(voice.say("fact_invoices"), list(&it.invoices, voice));
            content.action = Some((button, &it.url));
        }
        Message::PaymentFailedStaff(it) => {
            content.value("customer", typed(&it.customer));
            content.value("amount", voice.money(it.amount));
            content.value("invoices", list(&it.invoices, voice));
            content.value("reason", voice.typed_lines(Some(&it.reason)).join("\n"));
            content.fact(voice.say("fact_customer"), typed(&it.customer));
            content.fact(voice.say("fact_invoices"), list(&it.invoices, voice));
            content.action = Some((button, &it.url));
        }
        Message::InvoiceViewedStaff(it) => {
            content.value("customer", typed(&it.customer));
            content.value("name", typed(&it.name));
            content.value("number", typed(&it.number));
            content.value("viewed_at", voice.date_time(it.viewed_at));
            content.action = Some((button, &it.url));
        }
        Message::NoticeStaff(it) => {
            let values = [
                ("customer", typed(&it.customer)),
                ("name", typed(&it.name)),
                ("subject", typed(&it.subject)),
            ];
            let named = values.each_ref().map(|(name, text)| (*name, text.as_str()));
            content.value(
                "notice",
                voice.say_with(&format!("notice_{}", it.kind), &named),
            );
            content.action = Some((button, &it.url));
        }
        Message::PasswordChanged(it) => {
            content.value("name", typed(&it.name));
            content.value("changed_at", voice.date_time(it.changed_at));
            content.action = Some((button, &it.reset_url));
        }
        Message::SignInLockout(it) => {
            content.value("name", typed(&it.name));
            content.action = Some((button, &it.reset_url));
        }
        Message::PasswordReset(it) => {
            content.value("name", typed(&it.name));
            content.value("minutes", it.minutes.to_string());
            content.action = Some((button, &it.reset_url));
        }
        Message::EmailChange(it) => {
            content.value("name", typed(&it.name));
            content.value("email", typed(&it.email));
            content.value("hours", it.hours.to_string());
            content.action = Some((button, &it.confirm_url));
        }
        Message::EmailChangeAsked(it) => {
            content.value("name", typed(&it.name));
            content.value("email", typed(&it.email));
            content.action = Some((button, &it.reset_url));
        }
        Message::EmailChanged(it) => {
            content.value("name", typed(&it.name));
            content.value("email", typed(&it.email));
            content.value("changed_at", voice.date_time(it.changed_at));
            content.action = Some((button, &it.portal_url));
        }
    }
    content
}

/// Numbers of documents in a row.
fn list(numbers: &[String], voice: Voice) -> String {
    let comma = if voice.language().is_rtl() {
        "، "
    } else {
        ", "
    };
    numbers
        .iter()
        .map(|number| voice.typed(number))
        .collect::<Vec<_>>()
        .join(comma)
}

impl Content<'_> {
    fn value(&mut self, name: &'static str, value: String) {
        self.values.push((name, value));
    }

    /// Where one signs in, as whom, and until when for the first time.
    fn sign_in(&mut self, voice: Voice, portal_url: &str, user_name: &str, expires: NaiveDate) {
        self.value("expires", voice.date(expires));
        self.value("portal_url", portal_url.to_owned());
        self.value("user_name", voice.typed(user_name));
        self.exact_fact(voice.say("fact_portal"), portal_url);
        self.exact_fact(voice.say("fact_user_name"), user_name);
    }

    /// Adds a fact, unless there is nothing to say.
    fn fact(&mut self, label: String, value: String) {
        if !value.is_empty() {
            self.facts.push(Fact {
                label,
                value,
                exact: false,
            });
        }
    }

    /// Adds a fact that is there to be copied.
    fn exact_fact(&mut self, label: String, value: &str) {
        self.facts.push(Fact {
            label,
            value: value.replace(char::is_control, ""),
            exact: true,
        });
    }
}
