//! A business with one of everything, and people around it.

use std::collections::BTreeMap;

use portico_tests::{Actor, App, Value, json, makers};

use super::operations;
use crate::{
    payments::counter::{GOOD_CARD, confirm},
    portal_sign_ups,
};

/// Stands in the name of everything that the business has, so that a leak is seen in any answer.
pub const MARK: &str = "Sealed";

/// The business that is attacked.
pub struct World {
    pub owner: Actor,
    /// A contact person of [`World::customer`].
    pub person_actor: Actor,
    pub portal: String,
    pub organization: String,
    /// One thing of each kind, by the noun of its path.
    pub things: BTreeMap<&'static str, String>,
    pub person: String,
    /// An online payment that the customer began.
    pub started: String,
    pub taxes: Vec<String>,
    /// The owner's session, and the person's.
    pub sessions: [String; 2],
}

impl World {
    /// Makes it, by way of the API.
    pub async fn make(app: &App) -> Self {
        let owner = app.sign_up("Sealed Harbour").await;
        let organization = owner.session["organization"].clone();
        let text = |value: &Value| value.as_str().expect("a text").to_owned();

        let member =
            json!({ "name": "Sealed Sam", "email": "sam@sealed.example", "role": "staff" });
        let member = owner.post("/members", member).await.expect(201).id();
        let (first, second) = (
            makers::tax(&owner, "Sealed VAT", "19", false).await,
            makers::tax(&owner, "Sealed levy", "1", false).await,
        );
        let taxes = vec![first.clone(), second];
        let group = json!({ "name": "Sealed group", "tax_ids": taxes });
        let group = owner.post("/tax-groups", group).await.expect(201).id();
        let authority = json!({ "name": "Sealed authority" });
        let authority = owner.post("/tax-authorities", authority).await.expect(201);
        let exemption = json!({ "code": "Sealed exemption", "kind": "customer" });
        let exemption = owner.post("/tax-exemptions", exemption).await.expect(201);
        let item = json!({ "name": "Sealed work", "rate": "100" });
        let item = owner.post("/items", item).await.expect(201).id();

        let view = json!({ "list": "invoices", "name": "Sealed view", "filters": {} });
        let view = owner.post("/saved-views", view).await.expect(201).id();

        let customer = makers::customer(&owner, "Sealed Lindqvist").await;
        let person = text(&customer["primary_contact"]["id"]);
        let customer = text(&customer["id"]);
        let invoice = makers::sent(&owner, &customer, "100").await;
        let payment = makers::pay(app, &owner, &customer, &invoice, 1_000).await;
        let link = json!({ "invoice_id": invoice, "description": "Sealed link" });
        let link = owner.post("/payment-links", link).await.expect(201).id();
        let person_actor = makers::portal_person(app, &owner, &customer).await;
        person_actor
            .post(&format!("/portal/invoices/{invoice}/view"), json!({}))
            .await
            .expect(204);
        let begin = json!({
            "gateway": "sandbox", "method": "card", "allocations": [{ "invoice_id": invoice, "amount": 9_000 }],
        });
        let started = person_actor
            .post_once("/portal/payments", "begun", begin)
            .await
            .expect(201)
            .id();
        let first_of = async |path: &str| {
            let list = owner.get(path).await.expect(200).body;
            text(&list["data"][0]["id"])
        };
        let sessions = async |actor: &Actor, path: &str| {
            let list = actor.get(path).await.expect(200).body;
            text(&list["data"][0]["id"])
        };
        let sessions = [
            sessions(&owner, "/me/sessions").await,
            sessions(&person_actor, "/portal/me/sessions").await,
        ];
        let account = json!({ "currency": "EUR", "holder": MARK, "iban": "DE89370400440532013000", "bank_name": "Bank" });
        let account = owner.post("/bank-accounts", account).await.expect(201);
        let body = json!({ "gateway": "sandbox", "method": "card" });
        let setup = person_actor
            .post("/portal/payment-methods/setups", body)
            .await
            .expect(201)
            .body;
        confirm(&app.nobody(), &setup, GOOD_CARD).await.expect(200);
        let body = json!({ "gateway": "sandbox", "setup_id": setup["setup_id"] });
        let kept = person_actor
            .post("/portal/payment-methods", body)
            .await
            .expect(201);
        let portal = text(&organization["portal_name"]);
        somebody_asks(app, &owner, &portal).await;
        let things = BTreeMap::from([
            ("bank-accounts", account.id()),
            ("customers", customer),
            ("invoices", invoice),
            ("items", item),
            ("mails", first_of("/mails").await),
            ("members", member),
            ("notifications", first_of("/notifications").await),
            ("payments", payment),
            ("payment-links", link),
            ("payment-methods", kept.id()),
            ("portal-sign-ups", first_of("/portal-sign-ups").await),
            ("saved-views", view),
            ("tax-authorities", authority.id()),
            ("tax-exemptions", exemption.id()),
            ("tax-groups", group),
            ("taxes", first),
        ]);
        Self {
            person_actor,
            portal,
            organization: text(&organization["id"]),
            things,
            person,
            started,
            taxes,
            sessions,
            owner,
        }
    }

    pub fn customer(&self) -> &str {
        &self.things["customers"]
    }

    pub fn invoice(&self) -> &str {
        &self.things["invoices"]
    }

    pub fn payment(&self) -> &str {
        &self.things["payments"]
    }

    pub fn kept(&self) -> &str {
        &self.things["payment-methods"]
    }

    /// What betrays this business in an answer to somebody else, if anything does.
    pub fn leak(&self, answer: &str) -> Option<&str> {
        let things = self
            .things
            .values()
            .chain(&self.taxes)
            .chain(&self.sessions);
        let secrets = things
            .chain([&self.person, &self.started, &self.organization])
            .map(String::as_str);
        secrets.chain([MARK]).find(|secret| answer.contains(secret))
    }

    /// Everything that its owner and its customer can see, by operation.
    pub async fn picture(&self) -> BTreeMap<String, Value> {
        let mut picture = BTreeMap::new();
        for operation in operations::all() {
            let caller = match operation.audience {
                operations::Audience::Staff => &self.owner,
                operations::Audience::Portal => &self.person_actor,
                operations::Audience::Everybody => continue,
            };
            if operation.method == reqwest::Method::GET {
                let answer = operation.call(caller, self).await;
                assert_eq!(answer.status, 200, "{}: {}", operation.id, answer.body);
                picture.insert(operation.id, answer.body);
            }
        }
        picture
    }
}

/// Somebody unknown has signed up and waits; nobody else may, since whoever asks gets a mail.
async fn somebody_asks(app: &App, owner: &Actor, portal: &str) {
    portal_sign_ups::allow(owner, true).await;
    let link = portal_sign_ups::asked(app, portal, "nora@sealed.example").await;
    let body = portal_sign_ups::stranger(Some("Sealed company"));
    let asking = app.nobody().post(&format!("{link}/ask"), body).await;
    asking.expect(204);
    portal_sign_ups::allow(owner, false).await;
}
