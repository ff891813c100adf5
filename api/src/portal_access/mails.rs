//! The mails that invite.

use chrono::NaiveDate;
use entity::{contact_person, customer, organization};
use portico_render::mail::{Message, PortalInvitation, PortalInvitationWithPassword};

use crate::{
    customers,
    mail::{Outbox, Outgoing},
};

/// Who is invited, and where to.
pub struct Invited<'a> {
    pub organization: &'a organization::Model,
    pub customer: &'a customer::Model,
    pub person: &'a contact_person::Model,
    /// The last day.
    pub expires: NaiveDate,
}

impl Invited<'_> {
    /// With a link to accept by.
    pub fn by_link(&self, outbox: &Outbox, token: &str) -> Outgoing {
        let portal_url = self.portal_url(outbox);
        self.mail(PortalInvitation {
            customer: self.customer.display_name.clone(),
            name: self.name(),
            accept_url: format!("{portal_url}/invitation/{token}"),
            portal_url,
            user_name: self.user_name(),
            expires: self.expires,
        })
    }

    /// With a password to sign in by.
    pub fn by_password(&self, outbox: &Outbox, password: &str) -> Outgoing {
        let portal_url = self.portal_url(outbox);
        let user_name = self.user_name();
        let query = serde_urlencoded::to_string([("email", &user_name)]).unwrap_or_default();
        self.mail(PortalInvitationWithPassword {
            customer: self.customer.display_name.clone(),
            name: self.name(),
            sign_in_url: format!("{portal_url}/login?{query}"),
            portal_url,
            user_name,
            password: password.to_owned(),
            expires: self.expires,
        })
    }

    fn mail(&self, message: impl Into<Message>) -> Outgoing {
        let language = self.customer.language;
        Outgoing {
            message: message.into(),
            to: self.user_name(),
            language: language.map_or(self.organization.language.0, |language| language.0),
            attachments: Vec::new(),
            related: Some(("customer", self.customer.id.0)),
        }
    }

    fn portal_url(&self, outbox: &Outbox) -> String {
        outbox
            .config()
            .link(&format!("/{}", self.organization.portal_name))
    }

    fn user_name(&self) -> String {
        self.person.email.clone().unwrap_or_default()
    }

    fn name(&self) -> String {
        let name = customers::full_name(self.person);
        if name.is_empty() {
            self.customer.display_name.clone()
        } else {
            name
        }
    }
}
